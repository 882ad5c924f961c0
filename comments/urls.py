"""Addresses of comments: the desk's queue, the public form, the private status page."""

from django.urls import path

from comments.views import desk, public
from posts import converters

__all__ = ["converters"]
app_name = "comments"

urlpatterns = [
    path("desk/comments/", desk.queue, name="queue"),
    path("desk/comments/<int:pk>/", desk.decide, name="decide"),
    path("desk/comments/<int:pk>/reply/", desk.reply, name="reply"),
    path("comments/<slug:token>/", public.status, name="status"),
    path("<slug:team_slug>/<yyyy:year>/<mm:month>/<dd:day>/<slug:slug>/comment/", public.form, name="form"),
]
