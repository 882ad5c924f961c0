"""The project's own application, and the admin it puts in the place of Django's."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.core.checks import register
from django.utils.module_loading import autodiscover_modules

from policyblogs import checks


class PolicyBlogsConfig(AppConfig):
    """Commands, template tags and components that every app may use."""

    name = "policyblogs"

    def ready(self) -> None:
        register(checks.every_address_has_a_row)
        register(checks.own_first_parts_are_reserved)
        register(checks.only_entitled_hosts_look_like_govuk)
        register(checks.the_application_owns_no_table, deploy=True)
        autodiscover_modules("acts")  # each app's module of what time makes due


class PolicyBlogsAdminConfig(AdminConfig):
    """Django's admin, as the press desk."""

    default_site = "policyblogs.admin_site.PressDesk"
