"""The ten-step walk of the start page: what to do, as whom, and where. For the demonstration only."""

from dataclasses import dataclass

from django.urls import reverse

from policyblogs.demonstration.people import PEOPLE, Person
from policyblogs.demonstration.posts import POSTS
from posts.models import Post


@dataclass(frozen=True)
class Step:
    """One step of the walk. Without a person it is done as a reader, signed in or not."""

    title: str
    text: str
    url: str
    label: str
    person: Person | None = None


TO_READ, TO_ANSWER = "flood-sensors", "questions-first"

TRY_TO_BREAK = (
    "Sign your own words: as a department administrator, make a press officer an author too; then write "
    "something as them, submit it, and try to sign it.",
    "Open a submission twice, recall it in between, and sign from the older page.",
    "Save the same draft from two windows.",
    "Send a comment twice, with Back and Send, or with a comment of 6,000 characters.",
    "Paste a script, a table of 500 columns or 20,000 brackets into a post, and preview it.",
    "Upload a text file as a picture.",
    "Make an unsigned text live with manage.py dbshell: UPDATE posts_post SET live_revision_id = 1.",
    "Change a row of the record with manage.py dbshell, then run manage.py verify_record.",
    "Guess the address of a draft, or of a picture in one, without signing in.",
)


def walkers() -> list[Person]:
    """The one person to try for each role, in the order of the walk."""
    return [person for person in PEOPLE if person.walk]


def steps() -> list[Step]:
    """Return the walk, with links to posts of this demonstration as they stand now."""
    author, editor, manager = _holding("author"), _holding("team_editor"), _holding("community_manager")
    officer, clearer, auditor = _holding("press_officer"), _holding("clearer"), _holding("auditor")
    read, answer = _post(TO_READ), _post(TO_ANSWER)
    page = read.get_absolute_url() if read else reverse("posts:directory")
    comment_form = f"{page}comment/" if read and read.is_live else page
    draft = reverse("moderation:post", args=[answer.pk]) if answer else reverse("moderation:home")
    queue = reverse("admin:moderation_submission_changelist")
    return [
        Step(
            "Read a post",
            "See who wrote it, when, and what readers said. How it was signed off is open to anybody, by a link "
            "below the text.",
            page,
            "Open the post",
        ),
        Step(
            "Comment on it",
            "No account is needed. Keep the private page you are given: it follows your comment.",
            comment_form,
            "Write a comment",
        ),
        Step(
            "Answer a returned post",
            f"As {author.name}, an author: read why the press office returned the post. Press Write, "
            "change the text, and submit it again.",
            draft,
            "Open the returned post",
            author,
        ),
        Step(
            "Sign it",
            f"As {officer.name}, a press officer: your change is in the queue. Compare it with what was "
            "returned, and sign it.",
            queue,
            "Open the press desk",
            officer,
        ),
        Step("See it live", "The signature released it.", _blog(answer), "Open the blog"),
        Step(
            "Clear a post",
            f"As {clearer.name}, a clearer: posts about canals go through two groups before the press office. "
            "Sign one for the analysts; it goes on to the press office.",
            queue,
            "Open the posts to clear",
            clearer,
        ),
        Step(
            "Decide your comment",
            f"As {manager.name}, a community manager: publish the comment you wrote, or decline it and name "
            "the house rule. Then answer it.",
            reverse("comments:queue"),
            "Open the queue of comments",
            manager,
        ),
        Step(
            "Write something new",
            f"As {author.name}: start a post, preview it, and submit it.",
            reverse("posts:new"),
            "Start a post",
            author,
        ),
        Step(
            "Take a post down",
            f"As {editor.name}, a team editor: withdraw a live post. Its address says why, from then on.",
            reverse("moderation:post", args=[read.pk]) if read else reverse("moderation:home"),
            "Open the post on the desk",
            editor,
        ),
        Step(
            "Read the record",
            f"As {auditor.name}, an auditor: every decision you made is there, with who, when, from what, to "
            "what and why.",
            reverse("admin:teams_entry_changelist"),
            "Open the record",
            auditor,
        ),
    ]


def _holding(role: str) -> Person:
    return next(person for person in walkers() if person.roles and person.roles[0][0] == role)


def _post(key: str) -> Post | None:
    """The post of this story: the oldest of its title."""
    told = next(post for post in POSTS if post.key == key)
    posts = Post.objects.select_related("team", "draft").filter(draft__title=told.title)
    return posts.order_by("pk").first()


def _blog(post: Post | None) -> str:
    return post.team.get_absolute_url() if post else reverse("posts:directory")
