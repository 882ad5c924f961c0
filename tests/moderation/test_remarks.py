"""Remarks: who makes and answers them, who is told, and where suggested wording is off."""

import pytest

from moderation.models import Mention, Remark
from moderation.remarks import RemarkWords, decline, read, remark, reply, why_no_wording
from moderation.submitting import recall
from posts.models import Contributor
from teams.models import Entry, RoleHeld
from teams.refusals import NotAllowed, NotNow
from tests.conftest import submit_it
from tests.making import fresh, return_it, sign_it
from tests.remarking import BETTER, SENSORS, add_step, make_remark, queued, submit_again, suggest

SIGNATORIES = ["press_officer", "second_press_officer"]
WRITERS = ["author", "co_author", "editor", "writing_press_officer"]
OTHERS = [
    "community_manager",
    "administrator",
    "auditor",
    "outsider",
    "outside_officer",
    "nobody",
    "superuser",
]


@pytest.fixture
def returned(submission, cast):
    """A remark with wording by the press officer who then returned the submission."""
    made = suggest(submission, cast.press_officer)
    return_it(submission, cast.press_officer)
    return made


@pytest.fixture
def only_one(cast):
    """A press office of one."""
    RoleHeld.objects.filter(person__in=[cast.second_press_officer, cast.writing_press_officer]).delete()


def last_entry(action):
    return Entry.objects.filter(action=action).latest("number").details


# Making one


@pytest.mark.parametrize("name", SIGNATORIES + WRITERS)
def test_signatories_and_writers_remark(submission, cast, name):
    made = make_remark(submission, getattr(cast, name))
    assert (made.outcome, made.made_by) == ("open", getattr(cast, name))


@pytest.mark.parametrize("name", OTHERS)
def test_nobody_else_remarks(submission, cast, name):
    with pytest.raises(NotAllowed):
        make_remark(submission, getattr(cast, name))
    assert not Remark.objects.exists()


def test_a_clearer_of_the_route_remarks(cast, draft):
    add_step(cast.team, cast.nobody)
    assert make_remark(submit_it(draft, cast.author), cast.nobody).role == "Legal, Department for Rivers"


def test_a_remark_quotes_its_paragraph(submission, cast):
    assert make_remark(submission, cast.press_officer).quote == SENSORS


def test_a_remark_on_the_whole_text_quotes_nothing(submission, cast):
    made = make_remark(submission, cast.press_officer, paragraph=None)
    assert (made.quote, made.place) == ("", "The whole text")


def test_a_remark_is_on_the_record(submission, cast):
    made = suggest(submission, cast.press_officer)
    entry = last_entry("remark.made")
    assert entry.actor_label == "Pat Press"
    assert entry.changes["remark"] == [None, made.pk]
    assert entry.changes["suggested wording"] == [SENSORS, BETTER]


def test_the_same_remark_twice_is_one(submission, cast):
    assert make_remark(submission, cast.press_officer) == make_remark(submission, cast.press_officer)
    assert Entry.objects.filter(action="remark.made").count() == 1


def test_the_same_remark_by_somebody_else_is_another(submission, cast):
    assert make_remark(submission, cast.press_officer) != make_remark(submission, cast.editor)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (RemarkWords("", 0), "Write your remark"),
        (RemarkWords("", 0, SENSORS), "Write your remark"),
        (RemarkWords("Look.", 99), "no such paragraph"),
        (RemarkWords("Look.", None, "Better."), "Choose the paragraph"),
    ],
    ids=["nothing", "the same wording", "a paragraph that is not there", "wording for the whole text"],
)
def test_a_remark_says_something_about_something(submission, cast, words, said):
    with pytest.raises(NotNow, match=said):
        remark(submission, words, by=cast.press_officer)


def test_a_returned_submission_takes_remarks(submission, cast):
    return_it(submission, cast.press_officer)
    assert make_remark(fresh(submission), cast.press_officer).outcome == "open"


@pytest.mark.parametrize("ended", ["recalled", "cleared"])
def test_another_ended_submission_takes_none(submission, cast, ended):
    if ended == "recalled":
        recall(submission, by=cast.author)
    else:
        sign_it(submission, cast.press_officer)
    with pytest.raises(NotNow, match="This submission has ended"):
        make_remark(submission, cast.press_officer)


def test_a_submission_that_was_answered_takes_none(submission, cast):
    return_it(submission, cast.press_officer)
    submit_again(submission.post, cast)
    with pytest.raises(NotNow, match="A later revision"):
        make_remark(submission, cast.press_officer)


# Suggested wording bars its writer from signing


def test_wording_is_off_where_nobody_else_could_sign(submission, cast, only_one):
    with pytest.raises(NotNow, match="Nobody else could sign for Press office"):
        suggest(submission, cast.press_officer)


def test_a_remark_without_wording_is_never_off(submission, cast, only_one):
    assert make_remark(submission, cast.press_officer).suggestion == ""


def test_somebody_who_wrote_could_not_sign_either(submission, cast):
    RoleHeld.objects.filter(person=cast.second_press_officer).delete()
    assert why_no_wording(submission, cast.press_officer) == ""
    Contributor.objects.create(
        post=submission.post, person=cast.writing_press_officer, since=submission.submitted_at
    )
    assert "Nobody else" in why_no_wording(submission, cast.press_officer)


def test_somebody_who_may_not_sign_in_could_not_sign_either(submission, cast):
    RoleHeld.objects.filter(person=cast.second_press_officer).delete()
    type(cast.author).objects.filter(pk=cast.writing_press_officer.pk).update(is_active=False)
    assert "Nobody else" in why_no_wording(submission, cast.press_officer)


def test_somebody_whose_wording_waits_is_not_counted_on(submission, cast):
    RoleHeld.objects.filter(person=cast.writing_press_officer).delete()
    suggest(submission, cast.second_press_officer)
    with pytest.raises(NotNow, match="Nobody else could sign"):
        suggest(submission, cast.press_officer)


def test_somebody_whose_wording_was_declined_is(submission, cast):
    RoleHeld.objects.filter(person=cast.writing_press_officer).delete()
    decline(suggest(submission, cast.second_press_officer), by=cast.author)
    assert why_no_wording(submission, cast.press_officer) == ""


def test_a_contributor_has_nothing_to_lose(submission, cast, only_one):
    assert why_no_wording(submission, cast.author) == ""
    assert suggest(submission, cast.author).suggestion == BETTER


def test_each_step_that_only_they_could_sign_counts(cast, draft):
    add_step(cast.team, cast.press_officer)
    submission = submit_it(draft, cast.author)
    assert "could sign for Legal" in why_no_wording(submission, cast.press_officer)
    assert why_no_wording(submission, cast.second_press_officer) == ""


# Conversation


def test_both_sides_reply(returned, cast):
    for person in (cast.author, cast.press_officer):
        reply(returned, f"I am {person.name}.", by=person)
    assert [said.text for said in returned.replies.all()] == ["I am Ada Author.", "I am Pat Press."]


@pytest.mark.parametrize("name", OTHERS)
def test_nobody_else_replies(returned, cast, name):
    with pytest.raises(NotAllowed):
        reply(returned, "Hello.", by=getattr(cast, name))


def test_the_same_reply_twice_is_one(returned, cast):
    assert reply(returned, "Yes.", by=cast.author) == reply(returned, "Yes.", by=cast.author)


def test_a_reply_says_something(returned, cast):
    with pytest.raises(NotNow, match="Write your reply"):
        reply(returned, " ", by=cast.author)


def test_a_conversation_ends_when_the_post_is_submitted_again(returned, cast):
    submit_again(returned.submission.post, cast)
    with pytest.raises(NotNow, match="this conversation has ended"):
        reply(returned, "One more thing.", by=cast.press_officer)


# Telling people


def told():
    return {mention.person for mention in Mention.objects.filter(read_at=None)}


def test_people_are_told_by_mail_and_on_their_desk(submission, cast):
    make_remark(submission, cast.press_officer, tell=[cast.editor])
    assert told() == {cast.editor}
    (mail,) = queued("mentioned")
    assert mail.address == "ed.editor@blogs.example"
    assert mail.subject == "Pat Press mentioned you in a remark: What we learned on the river"
    assert f"/desk/posts/{submission.post_id}/remarks/#remark-" in mail.body


def test_whoever_tells_themselves_is_not_told(submission, cast):
    make_remark(submission, cast.press_officer, tell=[cast.press_officer])
    assert (told(), queued("mentioned")) == (set(), [])


@pytest.mark.parametrize("name", OTHERS)
def test_nobody_is_told_who_cannot_see_the_post(submission, cast, name):
    with pytest.raises(NotNow, match="cannot see this post"):
        make_remark(submission, cast.press_officer, tell=[getattr(cast, name)])
    assert not Remark.objects.exists()


def test_a_reply_tells_people_too(returned, cast):
    reply(returned, "Done.", by=cast.author, tell=[cast.press_officer])
    assert told() == {cast.press_officer}


def test_replying_is_having_read(submission, cast):
    made = make_remark(submission, cast.press_officer, tell=[cast.author, cast.editor])
    reply(made, "Thank you.", by=cast.author)
    assert told() == {cast.editor}


def test_reading_takes_it_off_the_desk_of_that_person(submission, cast):
    made = make_remark(submission, cast.press_officer, tell=[cast.author, cast.editor])
    read(made, by=cast.author)
    read(made, by=cast.author)
    assert told() == {cast.editor}


def test_a_remark_that_fails_tells_nobody(submission, cast, only_one):
    with pytest.raises(NotNow):
        suggest(submission, cast.press_officer, tell=[cast.editor])
    assert queued("mentioned") == []


# The mail of a return


def test_the_mail_of_a_return_counts_the_remarks(submission, cast):
    make_remark(submission, cast.press_officer)
    suggest(submission, cast.press_officer)
    return_it(submission, cast.press_officer)
    assert "2 remarks wait for you" in queued("Returned")[-1].body


def test_the_mail_of_a_return_without_remarks_does_not(submission, cast):
    return_it(submission, cast.press_officer)
    assert "remark" not in queued("Returned")[-1].body
