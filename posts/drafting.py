"""Writing: starting a post, saving its draft, adding pictures. Each save keeps who changed the words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from posts import pictures, shares
from posts.access import require_on, role_on, writes_for
from posts.authorship import Runs, rewritten, whole
from posts.embargo import refuse_unnamed_authors
from posts.guests import guests_of
from posts.history import refuse_past
from posts.models import Contributor, Draft, DraftAuthor, Image, Kind, Licence, Post, PostPartner
from posts.pictures import Upload
from posts.states import keep_state
from teams import clock, record
from teams.models import Team, User
from teams.permissions import Action, require
from teams.refusals import NotNow


@dataclass(frozen=True)
class DraftWords:
    """What a writer saves: the whole draft, each time."""

    title: str
    summary: str = ""
    source: str = ""
    tags: Sequence[str] = ()
    authors: Sequence[User] = field(default_factory=tuple)
    kind: Kind = Kind.UPDATE
    note: str = ""  # for readers of a changed post: what changed and why

    @property
    def text(self) -> str:
        """The words that somebody wrote."""
        return whole(self.title, self.summary, self.source)


def words_of(draft: Draft) -> DraftWords:
    """The draft as it stands, to be saved with changes."""
    return DraftWords(
        title=draft.title,
        summary=draft.summary,
        source=draft.source,
        tags=draft.tags,
        authors=[line.person for line in draft.byline.select_related("person")],
        kind=Kind(draft.kind),
        note=draft.note,
    )


class SaveConflict(NotNow):
    """Somebody saved after this page was opened. `theirs` is the draft as it stands."""

    def __init__(self, theirs: Draft) -> None:
        super().__init__(f"{theirs.saved_by.name} saved this draft after you opened it.")
        self.theirs = theirs


@transaction.atomic
def start_post(team: Team, words: DraftWords, *, by: User) -> Post:
    """Begin a post in a team, with its first draft. The starter is in the byline until it is changed."""
    require(by, Action.WRITE_POSTS, team)
    _refuse_strangers(words.authors, [team])
    now = clock.now()
    post = Post.objects.create(team=team, started_by=by, started_at=now)
    contributes(post, by)
    draft = Draft.objects.create(
        post=post,
        title=words.title,
        summary=words.summary,
        source=words.source,
        tags=list(words.tags),
        kind=words.kind,
        note=words.note,
        authorship=rewritten("", [], words.text, by=by.pk),
        saved_by=by,
        saved_at=now,
    )
    _set_byline(draft, words.authors or [by])
    keep_state(draft)
    return post


@transaction.atomic
def save_draft(
    post: Post,
    words: DraftWords,
    *,
    by: User,
    version: int,
    words_by: User | None = None,
    authorship: Runs | None = None,
) -> Draft:
    """Save the whole draft over the version that the writer was looking at.

    Words that are new in it are the saver's, or `words_by`'s: whoever suggested the wording that the saver
    accepts, or a guest author whose words the saver types in. They contribute then, as the saver does. Of
    words that are brought back, `authorship` says whose they are.
    Raises SaveConflict when somebody saved a later one, NotNow while the draft is with its signatories.
    """
    post = Post.objects.locked(post.pk)
    draft = post.draft
    require_on(by, Action.WRITE_POSTS, post)
    refuse_past(post)
    if draft.version != version:
        raise SaveConflict(draft)
    refuse_locked(draft)
    _refuse_strangers(words.authors, post.teams, guests=guests_of(post))
    refuse_unnamed_authors(post, words.authors)
    writer = words_by or by
    for person in {by, writer}:
        contributes(post, person)
    draft.authorship = authorship or shares.after_saving(draft, words.text, by=writer)
    draft.title, draft.summary, draft.source = words.title, words.summary, words.source
    draft.tags, draft.kind, draft.note = list(words.tags), words.kind, words.note
    draft.version += 1
    draft.saved_by, draft.saved_at = by, clock.now()
    draft.save()
    _set_byline(draft, words.authors or [by])
    keep_state(draft)
    return draft


def refuse_locked(draft: Draft) -> None:
    if draft.locked:
        raise NotNow("This draft is with the press office. Recall it first, then change it.")


@transaction.atomic
def set_partners(post: Post, partners: Sequence[Team], *, by: User) -> Draft:
    """Write the post together with these teams: their writers may change it, and their press offices sign it.

    Counts as a save, as the names of the teams are among what readers see.
    """
    post = Post.objects.locked(post.pk)
    draft = post.draft
    require_on(by, Action.WRITE_POSTS, post)
    refuse_locked(draft)
    refuse_past(post)
    if post.team in partners:
        raise NotNow(f"{post.team.name} is the post's own team. Choose other teams to write it with.")
    for person in (line.person for line in draft.byline.select_related("person")):
        if not person.is_guest and not writes_for(person, [post.team, *partners]):
            raise NotNow(f"Take {person.name} out of the byline first: they write for none of these teams.")
    contributes(post, by)
    before = sorted(team.name for team in post.partners.all())
    post.partnerships.exclude(team__in=partners).delete()
    known = set(post.partnerships.values_list("team", flat=True))
    PostPartner.objects.bulk_create(
        PostPartner(post=post, team=team) for team in partners if team.pk not in known
    )
    draft.version += 1
    draft.saved_by, draft.saved_at = by, clock.now()
    draft.save(update_fields=["version", "saved_by", "saved_at"])
    keep_state(draft)
    role = role_on(by, Action.WRITE_POSTS, post)
    changes = {"partner teams": [before, sorted(team.name for team in partners)]}
    record.append("post.teams_changed", post.subject, by=by, role=role, changes=changes)
    return draft


def contributes(post: Post, person: User) -> None:
    """Keep for good that this person's words are in the post."""
    Contributor.objects.get_or_create(post=post, person=person, defaults={"since": clock.now()})


def _refuse_strangers(authors: Sequence[User], teams: Sequence[Team], *, guests: Iterable[User] = ()) -> None:
    welcome = set(guests)
    for person in authors:
        if person not in welcome and not writes_for(person, teams):
            names = " or ".join(team.name for team in teams)
            raise NotNow(f"{person.name} does not write for {names}, so cannot be in the byline.")


def _set_byline(draft: Draft, authors: Sequence[User]) -> None:
    draft.byline.all().delete()
    DraftAuthor.objects.bulk_create(
        DraftAuthor(draft=draft, person=person, position=position)
        for position, person in enumerate(authors, 1)
    )


def add_image(
    post: Post,
    upload: Upload,
    *,
    by: User,
    alt: str,
    licence: Licence = Licence.UNKNOWN,
    credit: str = "",
) -> Image:
    """Check, re-encode and keep a picture for this post. Its description is words: its writer contributes.

    Raises PictureRefused, in words for the writer, for whatever is not a sound JPEG, PNG or WebP.
    """
    require_on(by, Action.WRITE_POSTS, post)
    refuse_past(post)
    picture = pictures.accept(upload)
    for width, content in picture.files.items():
        _store_once(image_path(picture.digest, width), content)
    with transaction.atomic():
        post = Post.objects.locked(post.pk)
        contributes(post, by)
        image, _ = Image.objects.update_or_create(
            post=post,
            digest=picture.digest,
            defaults={
                "alt": alt,
                "licence": licence,
                "credit": credit,
                "width": picture.width,
                "height": picture.height,
                "uploaded_by": by,
                "uploaded_at": clock.now(),
            },
        )
    return image


def image_path(digest: str, width: int) -> str:
    """Where a picture of this width is kept: by its content, in a store that is not public."""
    return f"images/{digest[:2]}/{digest}-{width}.webp"


def _store_once(path: str, content: bytes) -> None:
    if not default_storage.exists(path):
        default_storage.save(path, ContentFile(content))
