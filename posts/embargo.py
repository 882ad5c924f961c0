"""Statistics embargoes: set, moved, lifted; people named and removed. `posts.access` asks who may open.

Official statistics are released at 9:30am, with no hint of them before, and the list of who had early access
is kept. An embargo ends with the first release after its time; nothing needs to end it.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Q

from posts.access import may, named, require_on, role_on, whom_to_ask
from posts.models import Post
from posts.restrictions import Embargo, EmbargoAccess
from teams import clock, mail, record
from teams.chain import moment
from teams.models import User
from teams.permissions import MAY, Action
from teams.querysets import PeopleQuerySet
from teams.refusals import NotNow

LONDON = ZoneInfo("Europe/London")
STANDARD_TIME = time(9, 30)


class EmbargoNeeded(NotNow):
    """The text holds unreleased statistics, and no embargo keeps them."""


class TooEarly(NotNow):
    """The release is planned for a time before the embargo ends."""


def in_force(post: Post) -> Embargo | None:
    return post.embargoes.in_force().first()


def not_before(post: Post) -> datetime | None:
    """The time before which the post may not be released; None where no embargo is in force."""
    embargo = in_force(post)
    return embargo.not_before if embargo else None


def nameable(post: Post) -> PeopleQuerySet:
    """People who may be named: those whose role in its teams' departments opens drafts, and its guests."""
    departments = [team.department_id for team in post.teams]
    here = Q(roles_held__department__in=departments) | Q(roles_held__team__department__in=departments)
    roles = MAY[Action.SEE_POSTS] | MAY[Action.USE_PRESS_DESK]
    by_role = Q(pk__in=User.objects.filter(here, roles_held__role__in=roles, is_active=True).values("pk"))
    people: PeopleQuerySet = User.objects.filter(by_role | Q(guest_of__post=post))
    return people.distinct()


@transaction.atomic
def set_embargo(post: Post, release_on: date, *, by: User) -> Embargo:
    """Put the draft under an embargo until 9:30am on that day, or move the one in force to it.

    Whoever sets it and the people in the byline are named at once.
    """
    post = Post.objects.locked(post.pk)
    require_on(by, Action.WRITE_POSTS, post)
    until = datetime.combine(release_on, STANDARD_TIME, LONDON)
    if until <= clock.now():
        raise NotNow("Choose a day that is still to come: statistics are released at 9:30am.")
    embargo = in_force(post)
    if embargo:
        return _move(embargo, release_on, until, by)
    embargo = Embargo.objects.create(
        post=post, release_on=release_on, not_before=until, set_by=by, set_at=clock.now()
    )
    authors = {line.person for line in post.draft.byline.select_related("person")}
    people = sorted({by, *authors}, key=lambda person: person.pk)
    for person in people:
        _name(embargo, person, by)
    times = {name: [None, time] for name, time in _times(embargo).items()}
    named_too = {
        "named": [None, sorted(person.name for person in people)],
        "person number": [None, [person.pk for person in people]],
    }
    _record("embargo.set", embargo, by, times | named_too)
    return embargo


def _move(embargo: Embargo, release_on: date, until: datetime, by: User) -> Embargo:
    if embargo.release_on == release_on:
        raise NotNow(f"The embargo lasts until {embargo.until} already.")
    before = _times(embargo)
    embargo.release_on, embargo.not_before = release_on, until
    embargo.save(update_fields=["release_on", "not_before"])
    after = _times(embargo)
    _record("embargo.moved", embargo, by, {name: [before[name], after[name]] for name in after})
    return embargo


def _times(embargo: Embargo) -> dict[str, str]:
    """Its end for people, and as it stands in the row."""
    return {
        "embargo until": embargo.until,
        "release day": embargo.release_on.isoformat(),
        "not before": moment(embargo.not_before),
    }


@transaction.atomic
def name_person(post: Post, person: User, *, by: User) -> EmbargoAccess:
    """Let a person open the embargoed draft. They are told by mail."""
    embargo = _to_change(post, by)
    if not nameable(embargo.post).filter(pk=person.pk).exists():
        raise NotNow(f"{person.name} has no role that opens drafts of {embargo.post.team.name}.")
    if person in named(embargo):
        raise NotNow(f"{person.name} is named already.")
    access = _name(embargo, person, by)
    changes = {"named": [None, person.name], "person number": [None, person.pk]}
    _record("embargo.person_named", embargo, by, changes)
    mail.send("embargo_named", [person.email], {"embargo": embargo, "by": by})
    return access


def _name(embargo: Embargo, person: User, by: User) -> EmbargoAccess:
    return EmbargoAccess.objects.create(embargo=embargo, person=person, named_by=by, named_at=clock.now())


@transaction.atomic
def remove_person(post: Post, person: User, *, by: User) -> None:
    """Take a person off the list. Not an author, who must attest, and not the last who can name others."""
    embargo = _to_change(post, by)
    access = embargo.access.current().filter(person=person).first()
    if access is None:
        raise NotNow(f"{person.name} is not named on this embargo.")
    if embargo.post.draft.byline.filter(person=person).exists():
        raise NotNow(f"{person.name} is in the byline. Take them out of it first.")
    others = [other for other in named(embargo) if other != person]
    if not any(may(other, Action.WRITE_POSTS, embargo.post) for other in others):
        raise NotNow("Name somebody else who writes for this team first, so that somebody can name others.")
    access.removed_by, access.removed_at = by, clock.now()
    access.save(update_fields=["removed_by", "removed_at"])
    changes = {"named": [person.name, None], "person number": [person.pk, None]}
    _record("embargo.person_removed", embargo, by, changes)


@transaction.atomic
def lift_embargo(post: Post, *, by: User, why: str) -> Embargo:
    """End an embargo before its release. The list of who had access stays."""
    embargo = _to_change(post, by)
    embargo.lifted_by, embargo.lifted_at = by, clock.now()
    embargo.save(update_fields=["lifted_by", "lifted_at"])
    _record("embargo.lifted", embargo, by, {"embargo until": [embargo.until, None]}, reason=why)
    return embargo


def _to_change(post: Post, by: User) -> Embargo:
    """The embargo in force of a locked post, for somebody named who writes for it."""
    post = Post.objects.locked(post.pk)
    require_on(by, Action.WRITE_POSTS, post)
    embargo = in_force(post)
    if embargo is None:
        raise NotNow("This draft is under no statistics embargo.")
    return embargo


def _record(action: str, embargo: Embargo, by: User, changes: Mapping[str, Any], *, reason: str = "") -> None:
    post = embargo.post
    role = role_on(by, Action.WRITE_POSTS, post)
    subject = replace(post.subject, kind="embargo", id=embargo.pk)
    record.append(action, subject, by=by, role=role, reason=reason, changes=changes)


# What others ask


def refuse_unnamed_authors(post: Post, people: Iterable[User]) -> None:
    """Raise NotNow where somebody who would be in the byline may not open the draft."""
    embargo = in_force(post)
    if embargo is None:
        return
    may_open = named(embargo)
    for person in people:
        if person not in may_open:
            raise NotNow(f"Name {person.name} on the statistics embargo first. Then they can be an author.")


def refuse_before(post: Post, at: datetime | None) -> None:
    """Raise TooEarly where a release is planned for a time before the embargo ends."""
    embargo = in_force(post)
    if embargo and at and at < embargo.not_before:
        raise TooEarly(f"This post is under a statistics embargo until {embargo.until}. Choose a later time.")


def require_embargo(post: Post) -> None:
    """Raise EmbargoNeeded where a text that holds unreleased statistics is under no embargo."""
    if in_force(post) is None:
        raise EmbargoNeeded(
            "This post holds statistics that have not been released. Set a statistics embargo on it first."
        )


def for_record(post: Post, words: str) -> str:
    """What the record keeps of words about a draft: under an embargo their digest, as auditors read it."""
    if not words or in_force(post) is None:
        return words
    digest = hashlib.sha256(words.encode()).hexdigest()
    return f"Kept with the post, which is under a statistics embargo. SHA-256 of the words: {digest}"


def tell(post: Post, name: str, people: Iterable[User], context: Mapping[str, Any]) -> None:
    """Mail a message that carries a draft's words to those who may open it; the others hear whom to ask."""
    embargo, told = in_force(post), sorted(people, key=lambda person: person.email)
    if embargo is None:
        mail.send(name, [person.email for person in told], context)
        return
    may_open = named(embargo)
    mail.send(name, [person.email for person in told if person in may_open], context)
    others = [person.email for person in told if person not in may_open]
    mail.send("embargo_waits", others, {"team": post.team, "whom_to_ask": whom_to_ask(embargo)})
