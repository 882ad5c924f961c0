"""First parts of addresses that the platform uses itself, so that no team may have them."""

from django.core.exceptions import ValidationError

RESERVED = frozenset(
    """
    .well-known accessibility admin advice api assets attest comments components cy departments desk
    favicon.ico feed
    healthz help images media metrics privacy readyz record robots.txt search sign-in sign-out sitemap.xml
    start static status subscribe well-known
    """.split()
)


def not_reserved(slug: str) -> None:
    """Refuse an address that the platform needs."""
    if slug.lower() in RESERVED:
        raise ValidationError(f"The platform uses /{slug}/ itself. Choose another address.", code="reserved")
