"""Deciding comments: who may, from which state to which, what is recorded, and who is told."""

import pytest
from django_tasks_db.models import DBTaskResult

from comments import deciding
from comments.models import Comment
from comments.workflow import MOVES, RECEIVED_AS, HouseRule, State
from teams import record
from teams.models import Entry
from teams.refusals import NotAllowed, NotNow
from tests.making import decide, fresh, make_comment, make_comment_in, take_down

VERBS = {
    State.PUBLISHED: deciding.publish,
    State.SPAM: deciding.mark_spam,
    State.DECLINED: lambda comment, **who: deciding.decline(comment, rule=HouseRule.ON_TOPIC, **who),
}
MAY = ["editor", "community_manager"]
MAY_NOT = [
    "author",
    "press_officer",
    "writing_press_officer",
    "administrator",
    "auditor",
    "outsider",
    "outside_officer",
    "nobody",
    "superuser",
]
READER = {"email": "reader@example.org", "notify": True}


def queued_mail():
    return [task.args_kwargs["kwargs"] for task in DBTaskResult.objects.all()]


@pytest.fixture
def comment(live):
    return make_comment(live)


@pytest.fixture
def no_mail_yet(live):
    DBTaskResult.objects.all().delete()


@pytest.mark.parametrize("to", VERBS)
@pytest.mark.parametrize("who", MAY)
def test_team_editors_and_community_managers_decide(comment, cast, to, who):
    VERBS[to](comment, by=getattr(cast, who), seen=State.WAITING)
    assert fresh(comment).state == to


def test_nobody_else_decides(comment, cast):
    for who in MAY_NOT:
        for verb in VERBS.values():
            with pytest.raises(NotAllowed):
                verb(comment, by=getattr(cast, who), seen=State.WAITING)
        assert fresh(comment).state == State.WAITING


def test_whoever_has_left_decides_nothing(comment, cast):
    cast.editor.is_active = False
    with pytest.raises(NotAllowed):
        deciding.publish(comment, by=cast.editor, seen=State.WAITING)


@pytest.mark.parametrize("to", State)
@pytest.mark.parametrize("state", State)
def test_a_comment_moves_only_as_the_table_says(live, cast, state, to):
    comment = make_comment_in(state, live, cast.editor)
    if to in RECEIVED_AS:
        assert to not in MOVES[state]
    elif to in MOVES[state]:
        assert decide(comment, to, cast.editor).state == to
    else:
        with pytest.raises(NotNow):
            decide(comment, to, cast.editor)
        assert fresh(comment).state == state


def test_every_state_can_be_reached_from_a_received_one():
    reached = set(RECEIVED_AS)
    for _ in State:
        reached |= {to for state in reached for to in MOVES[state]}
    assert reached == set(State)


def test_a_decision_on_what_another_decided_meanwhile_is_refused(comment, cast):
    deciding.mark_spam(comment, by=cast.community_manager, seen=State.WAITING)
    with pytest.raises(NotNow, match="Mo Manager has decided this comment meanwhile: Spam"):
        deciding.publish(comment, by=cast.editor, seen=State.WAITING)


def test_a_decision_without_knowing_the_state_is_refused(comment, cast):
    with pytest.raises(NotNow):
        deciding.publish(comment, by=cast.editor, seen="")


def test_a_decision_keeps_who_and_when(comment, cast):
    decided = fresh(deciding.publish(comment, by=cast.editor, seen=State.WAITING))
    assert decided.decided_by == cast.editor
    assert decided.decided_at == decided.first_published_at


def test_a_declined_comment_keeps_the_rule(comment, cast):
    deciding.decline(comment, by=cast.editor, seen=State.WAITING, rule=HouseRule.RESPECTFUL)
    assert fresh(comment).house_rule == HouseRule.RESPECTFUL


def test_a_published_comment_no_longer_names_a_rule(comment, cast):
    decide(decide(comment, State.DECLINED, cast.editor), State.PUBLISHED, cast.editor)
    assert fresh(comment).house_rule == ""


def test_the_first_publication_is_for_good(comment, cast):
    first = decide(comment, State.PUBLISHED, cast.editor).first_published_at
    decide(decide(comment, State.DECLINED, cast.editor), State.PUBLISHED, cast.editor)
    assert fresh(comment).first_published_at == first


def test_a_decision_is_recorded_with_its_person_role_reason_and_change(comment, cast):
    who = {"by": cast.community_manager, "seen": State.WAITING}
    deciding.decline(comment, rule=HouseRule.PERSONAL_DATA, note="Names a neighbour.", **who)
    details = Entry.objects.get(action="comment.declined").details
    assert (details.actor_id, details.actor_role, details.reason) == (
        cast.community_manager.pk,
        "Community manager, Flood Resilience",
        "Names a neighbour.",
    )
    assert details.changes == {"state": ["waiting", "declined"], "house rule": [None, "personal_data"]}


def test_a_decision_is_recorded_for_the_department(comment, cast):
    deciding.publish(comment, by=cast.editor, seen=State.WAITING)
    entry = Entry.objects.get(action="comment.published")
    assert (entry.subject_kind, entry.subject_id) == ("comment", comment.pk)
    assert entry.department_id == cast.department.pk


def test_a_refused_decision_leaves_no_entry(comment, cast):
    before = Entry.objects.count()
    with pytest.raises(NotAllowed):
        deciding.publish(comment, by=cast.author, seen=State.WAITING)
    assert Entry.objects.count() == before
    assert record.verify().broken is None


@pytest.mark.parametrize(
    ("state", "to", "visible"),
    [
        (State.WAITING, State.PUBLISHED, True),
        (State.PUBLISHED, State.DECLINED, True),
        (State.WAITING, State.DECLINED, False),
        (State.WAITING, State.SPAM, False),
        (State.SPAM, State.DECLINED, False),
        (State.SPAM, State.PUBLISHED, True),
    ],
)
def test_the_page_has_a_new_version_when_readers_see_a_change(live, cast, state, to, visible):
    comment = make_comment_in(state, live, cast.editor)
    before = fresh(live).page_version, fresh(cast.team).page_version
    decide(comment, to, cast.editor)
    after = fresh(live).page_version, fresh(cast.team).page_version
    assert after == (before[0] + visible, before[1] + visible)


def test_a_published_comment_is_public(comment, cast):
    decide(comment, State.PUBLISHED, cast.editor)
    assert list(Comment.objects.public()) == [comment]


@pytest.mark.parametrize("state", [State.WAITING, State.LIKELY_SPAM, State.DECLINED, State.SPAM])
def test_a_comment_that_was_never_published_is_not_public(live, cast, state):
    make_comment_in(state, live, cast.editor)
    assert not Comment.objects.public().exists()


def test_a_removed_comment_leaves_a_tombstone_without_its_words(live, cast, client):
    comment = make_comment(live, "Call Mr Brook on 555.", name="Nosy Neighbour")
    decide(decide(comment, State.PUBLISHED, cast.editor), State.DECLINED, cast.editor)
    page = client.get(live.get_absolute_url()).content.decode()
    assert "The team took it down on" in page
    assert "Stay on topic" in page
    assert "Brook" not in page
    assert "Nosy" not in page


@pytest.mark.parametrize("to", [State.PUBLISHED, State.DECLINED])
def test_a_commenter_who_asked_is_told(live, cast, no_mail_yet, to):
    comment = decide(make_comment(live, **READER), to, cast.editor)
    (mail,) = queued_mail()
    assert mail["address"] == "reader@example.org"
    assert comment.reference in mail["subject"]
    assert f"/comments/{comment.reference}-" in mail["body"]


def test_a_commenter_is_told_which_rule(live, cast, no_mail_yet):
    decide(make_comment(live, **READER), State.DECLINED, cast.editor)
    assert "House rule: Stay on topic." in queued_mail()[0]["body"]


def test_a_commenter_is_told_without_the_title_of_a_withdrawn_post(live, cast, no_mail_yet):
    comment = make_comment(live, **READER)
    take_down(live, cast)
    decide(comment, State.DECLINED, cast.editor)
    assert queued_mail()[0]["body"].startswith(f"The team has decided your comment {comment.reference}: ")


def test_a_commenter_who_did_not_ask_is_not_told(live, cast, no_mail_yet):
    decide(make_comment(live, email="reader@example.org"), State.PUBLISHED, cast.editor)
    assert queued_mail() == []


def test_spam_is_not_answered(live, cast, no_mail_yet):
    decide(make_comment(live, **READER), State.SPAM, cast.editor)
    assert queued_mail() == []


def test_a_refused_decision_tells_nobody(live, cast, no_mail_yet):
    with pytest.raises(NotAllowed):
        decide(make_comment(live, **READER), State.PUBLISHED, cast.author)
    assert queued_mail() == []
