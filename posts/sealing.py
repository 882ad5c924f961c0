"""Sealing: a draft becomes an immutable, numbered, fingerprinted revision."""

from itertools import chain, count

from django.utils.text import slugify

from posts.drafting import contributes
from posts.fingerprint import fingerprint
from posts.models import SLUG_LIMIT, Draft, Post, Revision, RevisionAuthor, RevisionPartner
from posts.rendering import RULES, Article, RenderingRefused, render
from posts.shares import shares_of
from teams import clock
from teams.models import Team, User
from teams.refusals import NotNow


def lay_out(post: Post, source: str) -> Article:
    """Render a text of this post, with the pictures that were uploaded for it. Raises RenderingRefused."""
    return render(source, {image.key: image.facts for image in post.images.all()})


def lacking(draft: Draft) -> str:
    """Say what has to be written before the draft can be submitted, or nothing."""
    empty = [name for name in ("title", "summary", "source") if not getattr(draft, name).strip()]
    if empty:
        return f"Write a {empty[0].replace('source', 'text')} before you submit this post."
    live = draft.post.live_revision
    if live and draft.version > live.draft_version and draft.note.strip() in ("", live.note):
        return "This post is live: say for its readers what changed, under “What changed, for readers”."
    return ""


def lay_out_to_seal(draft: Draft) -> Article:
    """Render the draft, or raise NotNow in words for the writer. Slow: call it outside a transaction."""
    if lacking(draft):
        raise NotNow(lacking(draft))
    try:
        return lay_out(draft.post, draft.source)
    except RenderingRefused as refusal:
        raise NotNow(str(refusal)) from refusal


def seal(post: Post, article: Article, *, by: User) -> Revision:
    """Seal the draft of a locked post. `article` is its rendering: the caller saw that nobody saved since."""
    draft = post.draft
    authors = [line.person for line in draft.byline.select_related("person")]
    for author in authors:
        contributes(post, author)
    draft.slug = post.slug or _free_slug(post)
    draft.locked = True
    draft.save(update_fields=["slug", "locked"])
    partners = list(post.partners.order_by("name"))
    revision = Revision(
        post=post,
        number=post.revisions.count() + 1,
        draft_version=draft.version,
        title=draft.title,
        summary=draft.summary,
        slug=draft.slug,
        source=draft.source,
        tags=draft.tags,
        kind=draft.kind,
        note=draft.note,
        partners=[team.name for team in partners],
        byline=[{"name": author.name, "role": author.job_title} for author in authors],
        blocks=article.blocks,
        links=article.links,
        images=article.images,
        html=article.html,
        rules=RULES,
        words=article.words,
        contributors=sorted(line.person.name for line in post.contributors.select_related("person")),
        authorship=draft.authorship,
        shares=shares_of(draft),
        sealed_by=by,
        sealed_at=clock.now(),
    )
    revision.fingerprint = fingerprint(revision.as_words())
    revision.save(force_insert=True)
    RevisionAuthor.objects.bulk_create(
        RevisionAuthor(revision=revision, person=author, position=position)
        for position, author in enumerate(authors, 1)
    )
    RevisionPartner.objects.bulk_create(RevisionPartner(revision=revision, team=team) for team in partners)
    revision.pictures.set(post.images.filter(digest__in=[image["digest"] for image in article.images]))
    return revision


def unlock(draft: Draft) -> None:
    """Let the draft be written again: its submission has ended."""
    draft.locked = False
    draft.save(update_fields=["locked"])


def _free_slug(post: Post) -> str:
    """Return the title as an address that no other post of the team has or has asked for.

    Holds the team until the transaction ends, so that two posts sealed at once do not choose the same.
    """
    Team.objects.select_for_update().get(pk=post.team_id)
    base = slugify(post.draft.title)[: SLUG_LIMIT - 6].strip("-") or f"post-{post.pk}"
    others = Revision.objects.filter(post__team=post.team_id).exclude(post=post)
    taken = set(others.filter(slug__startswith=base).values_list("slug", flat=True))
    candidates = chain([base], (f"{base}-{number}" for number in count(2)))
    return next(slug for slug in candidates if slug not in taken)
