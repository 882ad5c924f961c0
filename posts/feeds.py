"""Atom feeds of whole posts."""

import re
from urllib.parse import urlsplit
from xml.sax.xmlreader import AttributesImpl

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed, SyndicationFeed
from django.utils.html import escape
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import require_safe

from posts.models import Post
from posts.public import answer
from posts.querysets import PostQuerySet
from posts.texts import in_tags
from posts.views.reading import find_blog
from teams.models import Team

FEED_SIZE = 10

_OUR_ADDRESS = re.compile(r'(?<= href=")/|(?<= src=")/|(?<= srcset=")/|(?<=\dw, )/')


class FullTextFeed(Atom1Feed):
    """Atom with each post's whole text as `content` beside its summary, and every named author."""

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict) -> None:  # type: ignore[type-arg]
        super().add_item_elements(handler, item)
        for line in item["byline"]:
            handler.startElement("author", AttributesImpl({}))
            handler.addQuickElement("name", line["name"])
            handler.endElement("author")
        handler.addQuickElement("content", item["content"], {"type": "html"})


@require_safe
def everything(request: HttpRequest) -> HttpResponse:
    """The newest posts of all blogs."""
    posts = Post.objects.live()
    latest = list(Team.objects.order_by("pk").values_list("pk", "page_version"))
    version = ".".join(f"{pk}-{page_version}" for pk, page_version in latest)
    feed = {"title": "Policy Blogs", "description": "The newest posts of every policy team", "link": "/"}
    return answer(request, version, lambda: _write(request, posts, feed))


@require_safe
def blog(request: HttpRequest, team_slug: str) -> HttpResponse:
    """The newest posts of one blog."""
    team = find_blog(team_slug)
    posts = Post.objects.live().in_blog(team)
    feed = {"title": team.name, "description": team.purpose, "link": team.get_absolute_url()}
    return answer(request, f"{team.pk}.{team.page_version}", lambda: _write(request, posts, feed))


def _write(request: HttpRequest, posts: PostQuerySet, about: dict[str, str]) -> HttpResponse:
    feed: SyndicationFeed = FullTextFeed(
        title=about["title"],
        subtitle=about["description"],
        description=about["description"],
        link=request.build_absolute_uri(about["link"]),
        feed_url=request.build_absolute_uri(request.path),
        language="en-gb",
        author_name=about["title"],
    )
    for post in posts.select_related("live_revision", "team")[:FEED_SIZE]:
        _add(request, feed, post)
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    feed.write(response, "utf-8")
    return response


def _add(request: HttpRequest, feed: SyndicationFeed, post: Post) -> None:
    text = post.live_text
    address = request.build_absolute_uri(post.get_absolute_url())
    feed.add_item(
        title=text.title,
        link=address,
        description=escape(text.summary),  # Atom1Feed says that it is HTML
        unique_id=f"tag:{urlsplit(settings.SITE_URL).hostname},{post.released_on}:post-{post.pk}",
        pubdate=post.first_released_at,
        updateddate=post.last_released_at,
        categories=text.tags,
        byline=text.byline,
        content=_with_whole_addresses(text.html, request.build_absolute_uri("/"), address),
    )


def _with_whole_addresses(html: str, site: str, page: str) -> str:
    """A feed is read elsewhere, so our own addresses are written out. The words stay as they were signed."""

    def whole(tag: str) -> str:
        return _OUR_ADDRESS.sub(site, tag).replace(' href="#', f' href="{page}#')

    return in_tags(html, whole)
