"""Expunging: by two auditors, for good; the chain still proves itself, and nothing else gets through."""

import pytest
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from teams import record
from teams.chain import BLANK
from teams.expunging import ask_to_expunge, asked, expunge, is_expunged
from teams.models import Entry, EntryDetails, Role
from teams.refusals import NotAllowed, NotNow
from teams.verifying import verify_everything
from tests.attacks import WAYS, by_sql, fresh, refused
from tests.conftest import make_person
from tests.making import record_roles, return_it
from tests.pages import errors, heading, words

REASON = "It names a witness."
GUARD = "teams_entrydetails_no_update"


@pytest.fixture
def second_auditor(cast):
    return make_person("Bea Auditor", (Role.AUDITOR, cast.department))


@pytest.fixture
def entry(submission, cast):
    """The entry of a return, whose reasons say too much."""
    return_it(submission, cast.press_officer, reasons="Jo Bloggs of 1 Mill Lane told us.")
    return Entry.objects.get(action="post.returned")


@pytest.fixture
def ask(entry, cast, second_auditor):
    return ask_to_expunge(entry, by=cast.auditor, reason=REASON)


@pytest.fixture
def expunged(ask, entry, second_auditor):
    expunge(ask, by=second_auditor)
    return fresh(entry)


def newest():
    return Entry.objects.select_related("details").first()


# The two verbs


def test_asking_changes_nothing_but_is_in_the_record(ask, entry, cast):
    assert fresh(entry).details.reason.startswith("Jo Bloggs")
    assert (ask.action, ask.subject_kind, ask.subject_id) == ("record.expunge_asked", "entry", entry.number)
    assert (ask.post_id, ask.department_id) == (entry.post_id, entry.department_id)
    assert (ask.details.actor_id, ask.details.reason) == (cast.auditor.pk, REASON)
    assert ask.details.actor_role == "Auditor, Department for Rivers"


def test_neither_entry_says_again_what_goes(expunged):
    for entry in Entry.objects.filter(action__startswith="record.").select_related("details"):
        assert "Jo Bloggs" not in str(vars(entry.details))
        assert entry.details.subject_label == f"{expunged.number}. post.returned"


def test_when_two_agree_every_word_goes_and_the_entry_stays(expunged):
    values = EntryDetails.objects.filter(pk=expunged.pk).values(*BLANK).get()
    assert values == BLANK
    assert (expunged.action, expunged.subject_kind) == ("post.returned", "post")


def test_that_it_is_done_is_in_the_record(expunged, ask, second_auditor):
    done = newest()
    assert (done.action, done.subject_id) == ("record.expunged", expunged.number)
    assert done.details.actor_id == second_auditor.pk
    assert done.details.changes == {"asked in entry": [None, ask.number], "asked by": [None, "Au Ditor"]}


def test_verification_says_expunged_and_not_broken(expunged):
    finding = record.verify()
    assert (finding.broken, finding.expunged) == (None, 1)
    assert str(finding) == f"{Entry.objects.count()} entries, intact, 1 expunged"


def test_an_expunged_entry_is_still_witness_to_its_row(expunged):
    record_roles()
    assert verify_everything().lines == []


def test_an_expunged_signature_is_still_witness_to_its_row(live, cast, second_auditor):
    record_roles()
    for action in ("post.signed", "post.released", "post.submitted", "role.given"):
        entry = Entry.objects.filter(action=action).first()
        expunge(ask_to_expunge(entry, by=cast.auditor, reason=REASON), by=second_auditor)
    assert verify_everything().lines == []


def test_whoever_asked_cannot_agree(ask, cast):
    with pytest.raises(NotAllowed, match="another auditor must agree"):
        expunge(ask, by=cast.auditor)


OTHERS = ["press_officer", "administrator", "editor", "superuser", "outside_officer", "nobody"]


@pytest.mark.parametrize("name", OTHERS)
def test_nobody_but_auditors_of_the_department_asks_or_agrees(name, ask, entry, cast):
    with pytest.raises(NotAllowed):
        ask_to_expunge(entry, by=getattr(cast, name), reason=REASON)
    with pytest.raises(NotAllowed):
        expunge(ask, by=getattr(cast, name))
    assert not is_expunged(entry)


def test_an_auditor_who_may_no_longer_sign_in_does_not_agree(ask, second_auditor):
    second_auditor.is_active = False
    with pytest.raises(NotAllowed):
        expunge(ask, by=second_auditor)


def test_an_entry_of_no_department_is_nobodys_to_expunge(cast):
    entry = record.append("post.acted", record.Subject("post", 7, "A post"), by=None)
    with pytest.raises(NotAllowed):
        ask_to_expunge(entry, by=cast.auditor, reason=REASON)


def test_it_is_asked_once(ask, entry, second_auditor):
    with pytest.raises(NotNow, match="has asked already"):
        ask_to_expunge(entry, by=second_auditor, reason=REASON)


def test_asking_needs_a_reason(entry, cast):
    with pytest.raises(NotNow, match="Say why"):
        ask_to_expunge(entry, by=cast.auditor, reason=" ")


def test_it_is_done_once(expunged, ask, cast, second_auditor):
    with pytest.raises(NotNow, match="expunged already"):
        expunge(ask, by=second_auditor)
    with pytest.raises(NotNow, match="expunged already"):
        ask_to_expunge(expunged, by=cast.auditor, reason=REASON)


def test_what_tells_of_expunging_stays(expunged, ask, cast, second_auditor):
    for entry in (ask, newest()):
        with pytest.raises(NotNow, match="stays in the record"):
            ask_to_expunge(entry, by=second_auditor, reason=REASON)


def test_the_other_auditors_are_asked_by_mail(ask, second_auditor):
    sent = [task.args_kwargs["kwargs"] for task in DBTaskResult.objects.all()]
    told = [mail for mail in sent if "expunged" in mail["subject"]]
    assert [mail["address"] for mail in told] == [second_auditor.email]
    assert REASON in told[0]["body"]
    assert "Jo Bloggs" not in told[0]["body"]


# What the database refuses


def blank(row, change):
    """Let every word of the details go, in one of the ways to change a row."""
    change(row, **{**BLANK, "changes": "{}"} if change is by_sql else BLANK)


@pytest.fixture(params=WAYS)
def change(request):
    return request.param


def test_no_words_go_unless_somebody_asked(change, entry):
    with refused(GUARD):
        blank(entry.details, change)


def test_no_words_go_unless_somebody_agreed(change, ask, entry):
    with refused(GUARD):
        blank(fresh(entry).details, change)


def test_words_go_in_any_way_once_two_agreed(change, agreed):
    blank(agreed.details, change)
    assert record.verify().expunged == 1


def test_no_words_go_when_one_person_did_both(ask, entry, cast):
    subject = record.Subject("entry", entry.number, "x", cast.department)
    record.append("record.expunged", subject, by=cast.auditor)
    with refused(GUARD):
        EntryDetails.objects.filter(pk=entry.pk).update(**BLANK)


def test_no_words_go_when_whoever_agreed_is_no_auditor(ask, entry, cast):
    subject = record.Subject("entry", entry.number, "x", cast.department)
    record.append("record.expunged", subject, by=cast.outside_officer)
    with refused(GUARD):
        EntryDetails.objects.filter(pk=entry.pk).update(**BLANK)


def test_no_words_of_another_entry_go(expunged):
    with refused(GUARD):
        EntryDetails.objects.filter(pk=1).update(**BLANK)


@pytest.fixture
def agreed(ask, entry, cast, second_auditor):
    """Two people agreed, but the words are still there."""
    subject, changes = record.Subject("entry", entry.number, "x"), {"asked in entry": [None, ask.number]}
    record.append("record.expunged", subject, by=second_auditor, changes=changes)
    return fresh(entry)


@pytest.mark.parametrize("column", BLANK)
def test_all_words_go_or_none(column, agreed):
    value = {"actor_id": 1, "changes": {"x": [1, 2]}}.get(column, "x")
    with refused(GUARD):
        EntryDetails.objects.filter(pk=agreed.pk).update(**{**BLANK, column: value})
    EntryDetails.objects.filter(pk=agreed.pk).update(**BLANK)


def test_details_cannot_move_to_another_entry_while_their_words_go(agreed):
    with refused(GUARD):
        EntryDetails.objects.filter(pk=agreed.pk).update(entry_id=agreed.pk + 100, **BLANK)


@pytest.mark.parametrize("action", ["record.expunge_asked", "record.expunged"])
def test_what_tells_of_expunging_cannot_be_expunged(action, expunged, cast, second_auditor):
    telling = Entry.objects.get(action=action)
    subject = record.Subject("entry", telling.number, "x", cast.department)
    record.append("record.expunge_asked", subject, by=cast.auditor)
    record.append("record.expunged", subject, by=second_auditor)
    with refused(GUARD):
        EntryDetails.objects.filter(pk=telling.pk).update(**BLANK)


def test_the_entry_itself_cannot_change(expunged):
    with refused("teams_entry_no_update"):
        Entry.objects.filter(pk=expunged.pk).update(details_digest="0" * 64)


def test_words_cannot_come_back(expunged):
    with refused(GUARD):
        EntryDetails.objects.filter(pk=expunged.pk).update(reason="Forged.")


# The pages


def page(entry):
    return reverse("admin:teams_entry_expunge", args=[entry.number])


def test_an_auditor_asks_on_a_page(entry, cast, sign_in):
    client = sign_in(cast.auditor)
    assert heading(client.get(page(entry))) == f"Expunge entry {entry.number}"
    response = client.post(page(entry), {"step": "ask", "reason": REASON}, follow=True)
    assert "Asked. The words go when another auditor agrees." in response.content.decode()
    assert asked(entry).details.reason == REASON


def test_another_agrees_on_the_same_page(ask, entry, second_auditor, sign_in):
    client = sign_in(second_auditor)
    assert REASON in words(client.get(page(entry)))
    response = client.post(page(entry), {"step": "agree", "agreed": "on"}, follow=True)
    assert "is expunged. Its digest stays in the chain." in response.content.decode()
    assert is_expunged(entry)
    assert "The words of this entry are expunged" in words(response)


def test_agreeing_takes_a_tick(ask, entry, second_auditor, sign_in):
    response = sign_in(second_auditor).post(page(entry), {"step": "agree"})
    assert response.status_code == 422
    assert errors(response) == ["Confirm that you have read the entry and agree"]
    assert not is_expunged(entry)


def test_asking_on_a_page_takes_a_reason(entry, cast, sign_in):
    response = sign_in(cast.auditor).post(page(entry), {"step": "ask", "reason": ""})
    assert response.status_code == 422
    assert errors(response) == ["Say why the entry should be expunged"]


def test_two_who_ask_at_once_do_not_agree_by_mistake(ask, entry, second_auditor, sign_in):
    response = sign_in(second_auditor).post(page(entry), {"step": "ask", "reason": REASON, "agreed": "on"})
    assert response.status_code == 409
    assert not is_expunged(entry)


def test_whoever_asked_is_told_to_wait(ask, entry, cast, sign_in):
    client = sign_in(cast.auditor)
    assert "You asked for this yourself" in words(client.get(page(entry)))
    assert client.post(page(entry), {"step": "agree", "agreed": "on"}).status_code == 403


def test_an_auditor_elsewhere_finds_no_such_page(ask, entry, cast, sign_in):
    client = sign_in(cast.outside_officer)
    assert client.get(page(entry)).status_code == 404
    assert client.post(page(entry), {"step": "agree", "agreed": "on"}).status_code == 404


def test_the_list_and_the_entry_show_that_words_are_gone(expunged, cast, sign_in):
    client = sign_in(cast.auditor)
    listed = words(client.get(reverse("admin:teams_entry_changelist")))
    assert "Expunged" in listed
    assert "Jo Bloggs" not in listed
    one = words(client.get(reverse("admin:teams_entry_change", args=[expunged.number])))
    assert "Ask for this entry to be expunged" not in one
    assert expunged.digest in one
