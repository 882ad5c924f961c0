"""The chain as rows alone: what holds, and what expunging may and may not look like."""

from types import SimpleNamespace

import pytest

from teams import record
from teams.chain import BLANK, check, said
from teams.record import Subject
from tests.altering import MORNING, row_of

BLANKED = "its details were blanked, and no two people had them expunged"


def rows_of(*told):
    """Rows from (action, number of the entry or post that it is about, number of the person, changes)."""
    rows, last = [], None
    for action, about, by, changes in told:
        person = by and SimpleNamespace(pk=by, name=f"Person {by}")
        subject = Subject("entry" if action.startswith("record.") else "post", about, "x")
        entry = record.compose(action, subject, at=MORNING, by=person, changes=changes)
        record.link(entry, last)
        rows.append(row_of(entry))
        last = entry
    return rows


def expunging(asked_by=1, agreed_by=2, asked_in=2):
    """A decision, an ask, and an agreement; the words of the decision are gone."""
    first, *others = rows_of(
        ("post.acted", 7, 1, {}),
        ("record.expunge_asked", 1, asked_by, {}),
        ("record.expunged", 1, agreed_by, {"asked in entry": [None, asked_in]}),
    )
    return [first._replace(**BLANK), *others]


def faults(rows):
    return [(fault.number, fault.why) for fault in check(rows).faults]


def test_details_that_two_people_expunged_are_whole():
    assert str(check(expunging())) == "3 entries, intact, 1 expunged"


@pytest.mark.parametrize(("asked_by", "agreed_by"), [(1, 1), (None, 2), (1, None), (None, None)])
def test_two_people_are_two(asked_by, agreed_by):
    assert faults(expunging(asked_by, agreed_by)) == [
        (1, BLANKED),
        (3, "it expunges entry 1, which takes two people"),
    ]


@pytest.mark.parametrize("asked_in", [1, 3, 99, None, "2", [2]])
def test_an_agreement_is_to_an_ask_that_is_there(asked_in):
    assert (1, BLANKED) in faults(expunging(asked_in=asked_in))


def test_an_ask_alone_expunges_nothing():
    assert faults(expunging()[:1]) == faults(expunging()[:2]) == [(1, BLANKED)]


def test_words_that_were_expunged_and_are_there_are_found():
    rows = rows_of(
        ("post.acted", 7, 1, {}),
        ("record.expunge_asked", 1, 1, {}),
        ("record.expunged", 1, 2, {"asked in entry": [None, 2]}),
    )
    assert faults(rows) == [(1, "its details were expunged, and are there")]


def test_the_agreement_itself_cannot_be_blanked():
    rows = expunging()
    assert faults([*rows[:2], rows[2]._replace(**BLANK)]) == [(1, BLANKED), (3, BLANKED)]


def test_two_faults_of_one_chain_are_both_found_in_order():
    rows = rows_of(*[("post.acted", 7, 1, {})] * 6)
    found = check([rows[0], rows[1]._replace(reason="Forged."), rows[2], *rows[4:]])
    assert [fault.number for fault in found.faults] == [2, 5]
    assert (found.entries, found.intact, found.broken) == (5, 1, 2)


@pytest.mark.parametrize("changes", [None, [], "x", {}, {"state": 7}, {"state": []}, {"state": ["open"]}])
def test_changes_that_do_not_tell_of_a_name_say_nothing_of_it(changes):
    assert said(changes, "state", 1) is None
