"""`manage.py demo --posts N --comments M`: rows in bulk, as true as those that the verbs write."""

import re
from collections import Counter
from datetime import timedelta
from io import StringIO
from random import Random

import pytest
from django.core.management import CommandError, call_command
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from comments.models import Comment, OfficialReply
from comments.workflow import State
from moderation.models import Attestation, Signature, Submission
from policyblogs.demonstration import building, scaling, scaling_comments, scaling_plans
from posts.fingerprint import fingerprint
from posts.models import Post, RevisionAuthor
from posts.rendering import visible
from posts.tagging import tag_post
from teams import guarding, record
from teams.models import Entry
from teams.verifying import verify_everything
from tests.making import decide

DECIDED = (State.PUBLISHED, State.DECLINED, State.SPAM)


def fill(posts=30, comments=1_000):
    """Run the command and return what it says, line by line."""
    said = StringIO()
    call_command("demo", posts=posts, comments=comments, stdout=said)
    return said.getvalue().splitlines()


@pytest.fixture
def people_only(db, monkeypatch):
    """The demonstration's people without its posts, a few texts to draw from, and small batches."""
    monkeypatch.setattr(building, "POSTS", ())
    monkeypatch.setattr(building, "COMMENTS", ())
    monkeypatch.setattr(building, "scenes", lambda stage: ())
    monkeypatch.setattr(scaling_plans, "POSTS", scaling_plans.POSTS[:5])
    monkeypatch.setattr(scaling, "POSTS_AT_ONCE", 8)
    monkeypatch.setattr(scaling_plans, "COMMENTS_AT_ONCE", 50)


@pytest.fixture
def filled(people_only):
    return fill()


def test_the_record_tells_of_every_row_and_holds(filled):
    assert verify_everything().lines == []
    told = Counter(Entry.objects.values_list("action", flat=True))
    in_state = Counter(Comment.objects.values_list("state", flat=True))
    assert {action: told[action] for action in told if action.startswith(("post.", "comment."))} == {
        "post.submitted": 30,
        "post.attested": Attestation.objects.count(),
        "post.signed": Signature.objects.count(),
        "post.released": 30,
        **{f"comment.{state}": in_state[state] for state in DECIDED},
        "comment.answered": OfficialReply.objects.count(),
    }


def test_there_are_as_many_as_were_asked_for(filled):
    assert Post.objects.live().count() == Post.objects.count() == 30
    assert Comment.objects.count() == 1_000
    assert Comment.objects.published().count() > 850
    assert set(Comment.objects.values_list("state", flat=True)) == set(State.values)
    assert guarding.missing() == []


def test_live_texts_are_what_was_signed(filled):
    for post in Post.objects.live().select_related("live_revision", "draft"):
        text = post.live_text
        assert text.fingerprint == fingerprint(text.as_words())
        assert visible(text.html) == (text.blocks, text.links, text.images)
        assert text.draft_version == post.draft.version
        assert set(text.submission.signatures.values_list("fingerprint", flat=True)) == {text.fingerprint}
        assert sorted(post.contributors.values_list("person__name", flat=True)) == text.contributors
        tags = set(post.tags.values_list("pk", flat=True))
        tag_post(post, text.tags)
        assert set(post.tags.values_list("pk", flat=True)) == tags
    assert Submission.objects.exclude(state="released").count() == 0
    assert Attestation.objects.count() == RevisionAuthor.objects.count() > 30


def test_posts_are_spread_over_ten_years_and_never_ahead_of_now(filled):
    times = list(Post.objects.order_by("pk").values_list("first_released_at", flat=True))
    assert times == sorted(times)
    assert timedelta(days=3640) < timezone.now() - times[0] < timedelta(days=3654)
    for name in ("received_at", "decided_at", "first_published_at"):
        assert not Comment.objects.filter(**{f"{name}__gt": timezone.now()}).exists()
    assert not Comment.objects.filter(received_at__lt=F("post__first_released_at")).exists()
    assert not Comment.objects.filter(decided_at__lt=F("received_at")).exists()
    assert not Entry.objects.filter(at__gt=timezone.now()).exists()


def test_answers_are_to_published_comments_one_level_deep(filled):
    answers = Comment.objects.filter(parent__isnull=False)
    assert 20 < answers.count() < 80
    assert not answers.exclude(
        parent__post=F("post"), parent__parent=None, parent__state="published"
    ).exists()
    assert not answers.filter(received_at__lt=F("parent__decided_at")).exists()


def test_the_two_newest_posts_of_a_blog_have_known_numbers_of_comments(filled):
    addresses = filled[-2:]
    newest = Post.objects.live()[:2]
    assert newest[0].team == newest[1].team
    assert addresses[0].endswith(f"{newest[1].get_absolute_url()} (20 public comments)")
    assert addresses[1].endswith(f"{newest[0].get_absolute_url()} (200 public comments)")


def test_readers_find_every_page(client, filled):
    post = Post.objects.live().filter(tags__isnull=False).select_related("team").first()
    blog, year, month, *_ = post.address
    addresses = [
        "/",
        *(Post.objects.live()[place].get_absolute_url() for place in range(30)),
        reverse("posts:blog", args=[blog]),
        reverse("posts:tag", args=[blog, post.tags.first().slug]),
        f"/{blog}/{year}/{month}/",
        f"{post.get_absolute_url()}sign-off/",
        f"{post.get_absolute_url()}comment/",
        f"/{blog}/feed/",
        "/feed/",
    ]
    assert {address: client.get(address).status_code for address in addresses} == dict.fromkeys(
        addresses, 200
    )


def test_people_go_on_from_there(filled):
    comment = Comment.objects.published().select_related("post__team", "decided_by").first()
    decide(comment, State.DECLINED, comment.decided_by)
    assert record.verify().broken is None


def test_filling_again_adds_as_many_again(filled):
    fill(10, 250)
    assert Post.objects.live().count() == 40
    assert Comment.objects.count() == 1_250
    assert record.verify().broken is None


@pytest.mark.parametrize(("comments", "posts"), [(0, 3), (219, 5), (220, 3), (1_000, 40), (99_999, 700)])
def test_shares_add_up(comments, posts):
    shares = scaling.share_out(comments, posts, Random(1))
    assert len(shares) == posts
    assert sum(shares) == comments
    assert min(shares) >= 0
    assert tuple(shares[-2:]) == ((20, 200) if comments >= 220 else (0, 0))


def test_references_are_all_different():
    references = {scaling_comments.reference(number) for number in range(20_000)}
    assert len(references) == 20_000
    assert {len(reference) for reference in references} == {9}


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ({"posts": "many"}, "--posts must be a whole number, not 'many'."),
        ({"posts": "-3"}, "--posts must be a whole number, not '-3'."),
        ({"posts": 2}, "--posts must be 3 or more, not 2."),
        ({"posts": 5, "comments": "1e6"}, "--comments must be a whole number, not '1e6'."),
        ({"comments": 5}, "--comments needs --posts: the comments are spread over the posts made with them."),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_line(people_only, asked, why):
    with pytest.raises(CommandError, match=f"^{re.escape(why)}$"):
        call_command("demo", **asked)
    assert not Post.objects.exists()


def test_a_database_of_real_departments_is_left_alone(cast):
    with pytest.raises(CommandError, match="not the demonstration's"):
        call_command("demo", posts=5)
    assert not Post.objects.exists()


def test_a_database_without_its_guards_is_left_alone(people_only, monkeypatch):
    monkeypatch.setattr(guarding, "missing", lambda: ["teams_entry_no_update"])
    with pytest.raises(CommandError, match="lacks guards"):
        call_command("demo", posts=5)
    assert not Post.objects.exists()
