"""Remarks: accepted into the draft, declined, or resolved by the next submission."""

import pytest

from moderation.remarks import accept, decline
from moderation.submitting import recall, submit
from posts.drafting import SaveConflict, save_draft, start_post
from teams.models import Entry, RoleHeld
from teams.refusals import NotAllowed, NotNow
from tests.conftest import submit_it
from tests.making import fresh, return_it, save, sign_it, take_down, wording
from tests.remarking import BETTER, SENSORS, make_remark, source_of, submit_again, suggest

OTHERS = [
    "press_officer",
    "second_press_officer",
    "community_manager",
    "administrator",
    "auditor",
    "outsider",
]
OTHERS += ["outside_officer", "nobody", "superuser"]


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


def outcome_of(made):
    return fresh(made).outcome


# Accepting


def test_accepted_wording_is_in_the_draft(returned, cast):
    accept(returned, by=cast.author)
    post = returned.submission.post
    assert source_of(post) == post.draft.source.replace(SENSORS, BETTER)
    assert outcome_of(returned) == "accepted"


def test_accepting_is_a_save_by_whoever_accepts(returned, cast):
    before = fresh(returned.submission.post).draft
    accept(returned, by=cast.co_author)
    after = fresh(returned.submission.post).draft
    assert (after.saved_by, after.version) == (cast.co_author, before.version + 1)
    assert (after.title, after.summary, after.tags) == (before.title, before.summary, before.tags)
    assert [line.person for line in after.byline.all()] == [cast.author]


def test_the_writer_of_accepted_wording_cannot_sign(returned, cast):
    accept(returned, by=cast.author)
    submission = submit_it(returned.submission.post, cast.author)
    with pytest.raises(NotAllowed, match="You wrote words of this post"):
        sign_it(submission, cast.press_officer)
    assert sign_it(submission, cast.second_press_officer).person == cast.second_press_officer


def test_a_remark_without_wording_bars_nobody(submission, cast):
    made = make_remark(submission, cast.press_officer)
    return_it(submission, cast.press_officer)
    accept(made, by=cast.author)
    assert sign_it(submit_again(submission.post, cast), cast.press_officer)


def test_accepting_is_on_the_record(returned, cast):
    accept(returned, by=cast.author)
    entry = last_entry("remark.accepted")
    assert entry.changes["outcome"] == ["open", "accepted"]
    assert entry.changes["wording"] == [SENSORS, BETTER]
    assert entry.changes["contributor"] == [None, "Pat Press"]
    assert (entry.actor_label, entry.actor_role) == ("Ada Author", "Author, Flood Resilience")


def test_wording_follows_its_paragraph_to_another_place(returned, cast):
    post = returned.submission.post
    save(post, cast.author, source=f"A new beginning.\n\n{SENSORS}")
    accept(returned, by=cast.author)
    assert source_of(post) == f"A new beginning.\n\n{BETTER}"


@pytest.mark.parametrize("source", ["Another text.", f"New.\n\n{SENSORS}\n\n{SENSORS}"])
def test_wording_for_a_paragraph_that_changed_is_not_put_anywhere(returned, cast, source):
    save(returned.submission.post, cast.author, source=source)
    with pytest.raises(NotNow, match="Copy the wording by hand"):
        accept(returned, by=cast.author)
    assert source_of(returned.submission.post) == source
    assert outcome_of(returned) == "open"
    assert not returned.submission.post.contributors.filter(person=cast.press_officer).exists()


def test_wording_that_makes_the_text_too_long_is_not_put_in(submission, cast):
    made = suggest(submission, cast.press_officer, suggestion="word " * 19_990)
    return_it(submission, cast.press_officer)
    save(submission.post, cast.author, source=f"{SENSORS}\n\n{'more ' * 2_000}")
    with pytest.raises(NotNow, match="longer than 100,000 characters"):
        accept(made, by=cast.author)


def test_nothing_is_accepted_while_the_signatories_have_the_post(submission, cast):
    made = suggest(submission, cast.press_officer)
    with pytest.raises(NotNow, match="Recall it to accept"):
        accept(made, by=cast.author)
    recall(submission, by=cast.author)
    assert accept(made, by=cast.author).outcome == "accepted"


def test_wording_that_would_leave_nobody_to_sign_is_not_accepted(returned, cast, only_one):
    with pytest.raises(NotNow, match="Nobody but Pat Press could sign for Press office"):
        accept(returned, by=cast.author)
    assert not returned.submission.post.contributors.filter(person=cast.press_officer).exists()


def test_a_save_by_somebody_with_the_text_open_meets_the_accepted_wording(returned, cast):
    post = returned.submission.post
    version = fresh(post).draft.version
    accept(returned, by=cast.author)
    with pytest.raises(SaveConflict):
        save_draft(post, wording(), by=cast.co_author, version=version)


@pytest.mark.parametrize("decide", [accept, decline])
@pytest.mark.parametrize("name", OTHERS)
def test_only_writers_decide(returned, cast, name, decide):
    with pytest.raises(NotAllowed):
        decide(returned, by=getattr(cast, name))
    assert outcome_of(returned) == "open"


@pytest.mark.parametrize("first", [accept, decline])
@pytest.mark.parametrize("second", [accept, decline])
def test_a_remark_is_decided_once(returned, cast, first, second):
    first(returned, by=cast.author)
    with pytest.raises(NotNow, match="decided already"):
        second(returned, by=cast.author)


# Declining


def test_a_declined_remark_leaves_the_draft(returned, cast):
    before = source_of(returned.submission.post)
    decline(returned, by=cast.author)
    assert (outcome_of(returned), source_of(returned.submission.post)) == ("declined", before)
    assert last_entry("remark.declined").changes["outcome"] == ["open", "declined"]


def test_a_writer_declines_while_the_signatories_have_the_post(submission, cast):
    made = suggest(submission, cast.press_officer)
    assert decline(made, by=cast.author).outcome == "declined"


def test_whoever_suggested_what_was_declined_can_sign(submission, cast):
    decline(suggest(submission, cast.press_officer), by=cast.author)
    assert sign_it(submission, cast.press_officer)


# Resolved by the next submission


def test_open_remarks_are_resolved_when_the_post_is_submitted_again(returned, cast):
    submit_again(returned.submission.post, cast)
    made = fresh(returned)
    assert (made.outcome, made.decided_by) == ("resolved", cast.author)
    assert last_entry("remark.resolved").changes["open remarks"] == [[made.pk], []]


@pytest.mark.parametrize(("decide", "outcome"), [(accept, "accepted"), (decline, "declined")])
def test_decided_remarks_stay_as_they_are(returned, cast, decide, outcome):
    decide(returned, by=cast.author)
    submit_again(returned.submission.post, cast)
    assert outcome_of(returned) == outcome
    assert not Entry.objects.filter(action="remark.resolved").exists()


def test_remarks_on_other_posts_stay_open(returned, cast):
    another = start_post(cast.team, wording(title="Another"), by=cast.author)
    from_elsewhere = make_remark(submit_it(another, cast.author), cast.press_officer)
    submit_again(returned.submission.post, cast)
    assert outcome_of(from_elsewhere) == "open"


@pytest.mark.parametrize("decide", [accept, decline])
def test_a_resolved_remark_is_decided(returned, cast, decide):
    submission = submit_again(returned.submission.post, cast)
    recall(submission, by=cast.author)
    with pytest.raises(NotNow, match="decided already"):
        decide(returned, by=cast.author)


def test_a_submission_that_fails_resolves_nothing(returned, cast):
    with pytest.raises(NotNow):
        submit(returned.submission.post, None, by=cast.author, version=99)
    assert outcome_of(returned) == "open"


def test_a_remark_on_a_text_that_was_signed_all_the_same_waits(submission, cast):
    made = make_remark(submission, cast.press_officer)
    sign_it(submission, cast.press_officer)
    take_down(fresh(submission.post), cast)
    assert outcome_of(made) == "open"
    assert decline(made, by=cast.author).outcome == "declined"
