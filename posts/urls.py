"""Addresses of posts: the desk's, then the readers'."""

from django.urls import path

from posts import converters, feeds
from posts.views import blocks, checks, desk, embargo, importing, previews, reading, saving, versions

__all__ = ["converters"]
app_name = "posts"

urlpatterns = [
    path("desk/posts/new/", desk.new, name="new"),
    path("desk/posts/<int:pk>/edit/", desk.edit, name="edit"),
    path("desk/posts/<int:pk>/autosave/", saving.autosave, name="autosave"),
    path("desk/posts/<int:pk>/here/", saving.here, name="here"),
    path("desk/posts/<int:pk>/versions/", versions.versions, name="versions"),
    path("desk/posts/<int:pk>/versions/<int:number>/", versions.version, name="version"),
    path("desk/posts/<int:pk>/versions/<int:number>.json", versions.version_json, name="version-json"),
    path(
        "desk/posts/<int:pk>/versions/<int:number>/bring-back/",
        versions.bring_version_back,
        name="bring-back",
    ),
    path("desk/posts/<int:pk>/checks/", checks.checks, name="checks"),
    path("desk/posts/<int:pk>/checks/dismiss/", checks.dismiss_finding, name="dismiss-finding"),
    path(
        "desk/posts/<int:pk>/checks/<int:key>/again/", checks.take_dismissal_back, name="take-dismissal-back"
    ),
    path("desk/posts/<int:pk>/checks/fix/", checks.fix_finding, name="fix-finding"),
    path("desk/posts/<int:pk>/aside/<int:key>/", versions.aside, name="aside"),
    path("desk/posts/<int:pk>/aside/<int:key>/drop/", versions.drop_aside, name="drop-aside"),
    path("desk/posts/<int:pk>/links/", previews.previews, name="previews"),
    path("desk/posts/<int:pk>/links/<int:key>/end/", previews.end_preview, name="end-preview"),
    path("desk/preview/<str:token>/", previews.previewed, name="previewed"),
    path(
        "desk/preview/<str:token>/images/<sha256:digest>-<int:width>.webp",
        previews.previewed_image,
        name="previewed-image",
    ),
    path("desk/posts/<int:pk>/copy/", desk.copy, name="copy"),
    path("desk/paste/", importing.paste, name="paste"),
    path("desk/posts/<int:pk>/document/", importing.document, name="document"),
    path("desk/posts/<int:pk>/describe/", importing.describe_pictures, name="describe"),
    path("desk/posts/<int:pk>/teams/", desk.partners, name="partners"),
    path("desk/posts/<int:pk>/preview/", desk.preview, name="preview"),
    path("desk/posts/<int:pk>/images/", desk.images, name="images"),
    path("desk/posts/<int:pk>/add/<slug:block>/", blocks.add, name="add-block"),
    path("desk/posts/<int:pk>/guests/", desk.guests, name="guests"),
    path("desk/posts/<int:pk>/open/", embargo.open_first, name="open"),
    path("desk/posts/<int:pk>/embargo/", embargo.embargo, name="embargo"),
    path("desk/posts/<int:pk>/embargo/name/", embargo.name, name="name-person"),
    path("desk/posts/<int:pk>/embargo/remove/", embargo.remove, name="remove-person"),
    path("desk/posts/<int:pk>/embargo/lift/", embargo.lift, name="lift-embargo"),
    path("desk/images/<sha256:digest>-<int:width>.webp", desk.desk_image, name="desk-image"),
    path("images/<sha256:digest>-<int:width>.webp", reading.image, name="image"),
    path("", reading.directory, name="directory"),
    path("feed/", feeds.everything, name="feed"),
    path("<slug:team_slug>/", reading.blog, name="blog"),
    path("<slug:team_slug>/feed/", feeds.blog, name="blog-feed"),
    path("<slug:team_slug>/tag/<slug:tag>/", reading.tag, name="tag"),
    path("<slug:team_slug>/<yyyy:year>/<mm:month>/", reading.month, name="month"),
    path("<slug:team_slug>/<yyyy:year>/<mm:month>/<dd:day>/<slug:slug>/", reading.detail, name="detail"),
]
