"""The administration: the press desk, teams and people, the record."""

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

from teams.permissions import Action, may_use

OUR_APPS = {"teams", "posts", "moderation"}


class PressDesk(AdminSite):
    """Django's admin, opened by roles, with the platform's own sign-in."""

    site_header = "Policy Blogs administration"
    site_title = "Policy Blogs"
    index_title = "Administration"
    enable_nav_sidebar = False
    final_catch_all_view = False  # what is not here is not found, as everywhere else

    def has_permission(self, request: HttpRequest) -> bool:
        return request.user.is_authenticated and may_use(request.user, Action.USE_ADMIN)

    def login(self, request: HttpRequest, extra_context: dict[str, object] | None = None) -> HttpResponse:
        """There is one way to sign in."""
        return redirect_to_login(request.GET.get("next", "/admin/"))

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        """Our own models only: those of libraries have no page here."""
        models = [model_or_iterable] if hasattr(model_or_iterable, "_meta") else model_or_iterable
        ours = [model for model in models if model._meta.app_label in OUR_APPS]
        super().register(ours, admin_class, **options)

    def get_urls(self) -> list[Any]:
        """Without the address that leads on to the public page of any object: a draft has none."""
        return [entry for entry in super().get_urls() if getattr(entry, "name", "") != "view_on_site"]
