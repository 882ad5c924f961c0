"""No page, mail or entry of the record says a word of an embargoed draft to anybody who is not named."""

from html import unescape
from types import SimpleNamespace

import pytest
from django.db import transaction
from django.urls import NoReverseMatch, reverse
from django_tasks_db.models import DBTaskResult

from comments.workflow import State
from moderation.submitting import recall
from posts.drafting import start_post
from posts.embargo import remove_person
from teams.models import Entry
from tests.conftest import make_person, submit_it
from tests.embargoes import embargoed
from tests.making import decide, make_comment, make_picture, release_it, return_it, save, wording
from tests.policyblogs.test_addresses import NAMES, signed_in

SECRET = "zanzibar"
NOT_NAMED = ["everybody", "co_author", "editor", "press_officer", "second_press_officer", "clearer"]
NOT_NAMED += ["community_manager", "administrator", "auditor", "outside_officer", "superuser"]


@pytest.fixture
def secret(cast):
    """A live post, whose new draft is embargoed, was returned, recalled and is now under submission."""
    post = start_post(cast.team, wording(title="What is public"), by=cast.author)
    picture = make_picture(post, cast.author, alt="A gauge")
    post = release_it(post, cast)
    comment = decide(make_comment(post), State.PUBLISHED, cast.editor)
    embargoed(post, cast.author, cast.second_press_officer)
    words = {"title": SECRET, "summary": SECRET, "tags": [SECRET], "note": SECRET}
    save(post, cast.author, **words, source=f"{SECRET} {picture.markdown}")
    return_it(submit_it(post, cast.author), cast.second_press_officer, reasons=SECRET)
    recall(submit_it(post, cast.author), by=cast.author)
    submission = submit_it(post, cast.author)
    remove_person(post, cast.second_press_officer, by=cast.author)
    return SimpleNamespace(post=post, submission=submission, comment=comment, picture=picture)


@pytest.fixture
def everybody(cast):
    """Somebody with every role of the department, and of one of its teams."""
    of_team = [(role, cast.team) for role in ("author", "team_editor", "community_manager")]
    roles = ("press_officer", "clearer", "department_admin", "auditor")
    return make_person("Eve Everybody", *of_team, *((role, cast.department) for role in roles))


def addresses_of(secret):
    """Every address that there is, with arguments that lead to the post, by name."""
    submitted, picture = secret.submission.pk, [secret.picture.digest, secret.picture.smallest_width]
    own = {f"admin:moderation_submission_{page}": [submitted] for page in ("change", "history", "delete")}
    own |= {"admin:moderation_submission_image": [submitted, *picture], "posts:desk-image": picture}
    own |= {f"comments:{page}": [secret.comment.pk] for page in ("decide", "reply")}
    usual = [[], [secret.post.pk], secret.post.address, secret.post.address[:1]]
    found = {name: _reverse(name, [own[name]] if name in own else usual) for name in NAMES}
    return {name: where for name, where in found.items() if where and name != "account_logout"}


def _reverse(name, ways):
    for arguments in ways:
        try:
            return reverse(name, args=arguments)
        except NoReverseMatch:
            continue
    return ""


def says_it(page):
    return SECRET in f"{unescape(page.content.decode(errors='replace'))} {page.headers}".lower()


@pytest.mark.parametrize("who", NOT_NAMED)
def test_no_page_says_a_word_of_it(who, secret, cast, everybody):
    client = signed_in(everybody if who == "everybody" else getattr(cast, who))
    assert [name for name, where in addresses_of(secret).items() if says_it(client.get(where))] == []


@pytest.mark.parametrize("who", ["everybody", "editor", "press_officer"])
def test_nothing_that_is_sent_makes_a_page_say_it(who, secret, cast, everybody):
    client = signed_in(everybody if who == "everybody" else getattr(cast, who))
    for name, where in addresses_of(secret).items():
        with transaction.atomic():
            page = client.post(where, {"verdict": "return", "version": 1, "title": ""})
            transaction.set_rollback(True)
        assert not says_it(page), name


def test_the_pages_would_say_it_to_somebody_named(secret, cast):
    client = signed_in(cast.author)
    client.post(f"/desk/posts/{secret.post.pk}/open/")
    said = {name for name, where in addresses_of(secret).items() if says_it(client.get(where))}
    assert said >= {"moderation:home", "moderation:post", "posts:preview"}


def test_no_mail_says_it_to_whoever_was_not_named(secret, cast):
    mails = [task.args_kwargs["kwargs"] for task in DBTaskResult.objects.all()]
    told = {mail["address"] for mail in mails if SECRET in (mail["subject"] + mail["body"]).lower()}
    assert told <= {cast.author.email, cast.second_press_officer.email}  # who was named at the time


def test_no_entry_of_the_record_says_it(secret):
    details = [entry.details for entry in Entry.objects.select_related("details")]
    told = [f"{said.subject_label} {said.reason} {said.changes}".lower() for said in details]
    assert [said for said in told if SECRET in said] == []
