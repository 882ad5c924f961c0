"""Checks at the start: what must hold before the platform serves anybody."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning
from django.urls import URLPattern, URLResolver, get_resolver

from policyblogs.addresses import ADDRESSES
from teams.reserved import RESERVED

ENTITLED = (".service.gov.uk", ".blog.gov.uk")  # hosts that are part of GOV.UK


def address_names(resolver: URLResolver | None = None, namespace: str = "") -> Iterator[tuple[str, str]]:
    """Yield (view name, first part of the path) of every address in the URL configuration."""
    resolver = resolver or get_resolver()
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            inner = ":".join(filter(None, [namespace, entry.namespace or ""]))
            for name, first in address_names(entry, inner):
                yield name, str(entry.pattern).partition("/")[0] or first
        elif isinstance(entry, URLPattern):
            name = ":".join(filter(None, [namespace, entry.name or entry.lookup_str]))
            yield name, str(entry.pattern).partition("/")[0]


def every_address_has_a_row(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    return [
        Error(
            f"{name} has no row in policyblogs.addresses", hint="Say who may use it.", id="policyblogs.E001"
        )
        for name, _ in address_names()
        if name not in ADDRESSES
    ]


def own_first_parts_are_reserved(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    own = {first for _, first in address_names() if first and first[0] not in "<(^"}
    return [
        Error(f"/{first}/ is ours and not reserved", hint="Add it to teams.reserved.", id="policyblogs.E002")
        for first in sorted(own - RESERVED)
    ]


def only_entitled_hosts_look_like_govuk(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if not settings.GOVUK_BRAND:
        return []
    hint = f"Unset POLICYBLOGS_GOVUK_BRAND, or answer only hosts that end in {' or '.join(ENTITLED)}."
    return [
        Error(f"{host} may not look like GOV.UK", hint=hint, id="policyblogs.E003")
        for host in settings.ALLOWED_HOSTS
        if not host.lower().strip(".").endswith(ENTITLED)
    ]


def the_application_owns_no_table(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if settings.MIGRATE_DATABASE or "postgresql" not in settings.DATABASES["default"]["ENGINE"]:
        return []
    return [
        Warning(
            "The role that serves pages owns the tables, so it could drop the guards on them",
            hint="Give the tables to a role of their own, and set MIGRATE_DATABASE_URL: docs/operating.md.",
            id="policyblogs.W001",
        )
    ]
