"""The addresses of the platform. A team's blog is at its own first part, so those come last."""

from allauth.account import views as account
from django.contrib import admin
from django.urls import include, path, re_path

from policyblogs import published_heads, views
from policyblogs.demonstration import views as demonstration
from teams import views as second_factor

handler400 = "policyblogs.views.bad_request"
handler403 = "policyblogs.views.not_allowed"
handler404 = "policyblogs.views.not_found"
handler500 = "policyblogs.views.server_error"

sign_in = [
    path("", account.login, name="account_login"),
    path("out/", account.logout, name="account_logout"),
    path("closed/", account.account_inactive, name="account_inactive"),
    path("new/", account.signup, name="account_signup"),
    path("again/", account.reauthenticate, name="account_reauthenticate"),
    path("again/code/", second_factor.CodeAgainView.as_view(), name="mfa_reauthenticate"),
    path("code/", second_factor.CodeView.as_view(), name="mfa_authenticate"),
    path("second-factor/", second_factor.overview, name="second_factor"),
    path("second-factor/set-up/", second_factor.set_up, name="second_factor_set_up"),
    path("second-factor/set-up/picture.svg", second_factor.picture, name="second_factor_picture"),
    path("second-factor/remove/", second_factor.remove, name="second_factor_remove"),
    path("second-factor/recovery-codes/", second_factor.recovery_codes, name="recovery_codes"),
    path("second-factor/recovery-codes/new/", second_factor.renew_recovery_codes, name="recovery_codes_new"),
    path("password/", account.password_change, name="account_change_password"),
    path("forgotten/", account.password_reset, name="account_reset_password"),
    path("forgotten/sent/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^forgotten/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "forgotten/done/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"
    ),
]

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("robots.txt", views.robots, name="robots"),
    path("start/", demonstration.start, name="start"),
    path("start/become/", demonstration.become, name="become"),
    path("components/", views.components, name="components"),
    path("record/", published_heads.page, name="record"),
    path("record/feed/", published_heads.feed, name="record-feed"),
    path("record/head.json", published_heads.file, name="record-head"),
    path("record/key.pem", published_heads.key, name="record-key"),
    path("sign-in/", include(sign_in)),
    path("desk/people/<int:pk>/second-factor/", second_factor.reset, name="second_factor_reset"),
    path("admin/", admin.site.urls),
    path("", include("moderation.urls")),
    path("", include("comments.urls")),
    path("", include("posts.urls")),
]
