"""Who may do what with one post, and fetching it in the same step, so that no view can forget to ask.

A post's own team decides on it; the writers of its partner teams see it, write it and submit it too. An
embargo closes its draft to everybody whom it does not name, whatever their role.
"""

from collections.abc import Sequence

from django.http import Http404
from django.utils.text import get_text_list

from posts.models import Post
from posts.opening import require_opened
from posts.querysets import SHARED
from posts.restrictions import Embargo
from teams.models import Team, User
from teams.permissions import Action, can, require, role_for
from teams.refusals import NotAllowed


class Closed(NotAllowed):
    """The draft is under an embargo that does not name this person. The message says whom to ask."""

    def __init__(self, embargo: Embargo) -> None:
        super().__init__(f"This draft is under a statistics embargo. {whom_to_ask(embargo)}")
        self.post = embargo.post


def may(person: User, action: Action, post: Post) -> bool:
    """Whether this person has the action for the post, by its own team or, where it is shared, a partner."""
    return any(can(person, action, team) for team in _deciding(action, post))


def require_on(person: User, action: Action, post: Post) -> None:
    """Raise NotAllowed, in words for the person, unless they have the action for the post."""
    if not may(person, action, post):
        require(person, action, post.team)
    if action is not Action.WITHDRAW_POSTS or not post.is_live:
        refuse_unnamed(person, post)


def refuse_unnamed(person: User, post: Post) -> None:
    """Raise Closed where an embargo of the post is in force that does not name this person."""
    embargo = Embargo.objects.closed_to(person).filter(post=post).select_related("post__team").first()
    if embargo:
        raise Closed(embargo)


def role_on(person: User, action: Action, post: Post) -> str:
    """The role, as text, by which this person has the action for the post."""
    return next(filter(None, (role_for(person, action, team) for team in _deciding(action, post))), "")


def writes_for(person: User, teams: Sequence[Team]) -> bool:
    return any(can(person, Action.WRITE_POSTS, team) for team in teams)


def _deciding(action: Action, post: Post) -> list[Team]:
    return post.teams if action in SHARED else [post.team]


def find_post(pk: int, person: User, action: Action) -> Post:
    """Return the post, or refuse. Whoever may not even see it is told that there is none."""
    post = (
        Post.objects.select_related("team__department", "draft__saved_by", "live_revision")
        .filter(pk=pk)
        .first()
    )
    if post is None or not may(person, Action.SEE_POSTS, post):
        raise Http404("There is no such post on your desk.")
    require_on(person, action, post)
    return post


def access_post(pk: int, person: User, action: Action) -> Post:
    """Return the post for a page that shows its draft: one under embargo must be opened first."""
    post = find_post(pk, person, action)
    if action is not Action.WITHDRAW_POSTS:
        require_opened(post, person)
    return post


def whom_to_ask(embargo: Embargo) -> str:
    """Who can name people on an embargo, as a sentence: those named who write the post."""
    names = [person.name for person in named(embargo) if may(person, Action.WRITE_POSTS, embargo.post)]
    asked = get_text_list(names, "or") if names else "your department administrator"
    return f"Ask {asked} to name you."


def named(embargo: Embargo) -> list[User]:
    """The people who may open the draft now."""
    return [access.person for access in embargo.access.current().select_related("person")]
