"""Addresses of sign-off: the desk's home and posts, the public sign-off record, a department's figures."""

from django.urls import path

from moderation import advice_views, guest_views, reading, remark_views
from moderation.views import cover, desk, freezes, timing
from posts import converters

__all__ = ["converters"]
app_name = "moderation"

urlpatterns = [
    path("desk/", desk.home, name="home"),
    path("desk/posts/<int:pk>/", desk.post, name="post"),
    path("desk/posts/<int:pk>/submit/", desk.submit, name="submit"),
    path("desk/posts/<int:pk>/attest/", desk.attest, name="attest"),
    path("desk/posts/<int:pk>/recall/", desk.recall, name="recall"),
    path("desk/posts/<int:pk>/withdraw/", desk.withdraw, name="withdraw"),
    path("desk/posts/<int:pk>/release/", timing.release, name="release"),
    path("desk/posts/<int:pk>/remarks/", remark_views.on_post, name="remarks"),
    path("desk/submissions/<int:pk>/remark/", remark_views.make, name="remark"),
    path("desk/submissions/<int:pk>/advice/", remark_views.ask, name="ask-advice"),
    path("desk/remarks/<int:pk>/accept/", remark_views.accept, name="accept-remark"),
    path("desk/remarks/<int:pk>/decline/", remark_views.decline, name="decline-remark"),
    path("desk/remarks/<int:pk>/reply/", remark_views.answer, name="answer-remark"),
    path("desk/remarks/<int:pk>/read/", remark_views.read, name="read-remark"),
    path("desk/advice/<int:pk>/end/", remark_views.end, name="end-advice"),
    path("advice/<str:token>/", advice_views.advice, name="advice"),
    path(
        "advice/<str:token>/images/<sha256:digest>-<int:width>.webp", advice_views.image, name="advice-image"
    ),
    path("desk/freezes/", freezes.freezes, name="freezes"),
    path("desk/freezes/new/", freezes.declare, name="declare-freeze"),
    path("desk/freezes/<int:pk>/lift/", freezes.lift, name="lift-freeze"),
    path("desk/freezes/<int:pk>/posts/<int:post_pk>/", freezes.let_through, name="let-through"),
    path("desk/cover/", cover.cover, name="cover"),
    path("desk/cover/delegations/<int:pk>/end/", cover.end_delegation, name="end-delegation"),
    path("desk/cover/duties/<int:pk>/end/", cover.end_duty, name="end-duty"),
    path("attest/<str:token>/", guest_views.attest, name="guest-attest"),
    path("attest/<str:token>/images/<sha256:digest>-<int:width>.webp", guest_views.image, name="guest-image"),
    path(
        "<slug:team_slug>/<yyyy:year>/<mm:month>/<dd:day>/<slug:slug>/sign-off/",
        reading.sign_off,
        name="sign-off",
    ),
    path(
        "<slug:team_slug>/<yyyy:year>/<mm:month>/<dd:day>/<slug:slug>/sign-off.json",
        reading.sign_off_json,
        name="sign-off-json",
    ),
    path("departments/<slug:slug>/", reading.department, name="department"),
]
