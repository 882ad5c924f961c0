"""What the record calls each decision: every kind that the code writes has its words, and no other."""

import ast
import re
from pathlib import Path

import pytest

from comments.witnesses import DECIDED
from teams import witnessing
from teams.chain import EXPUNGE_ASKED, EXPUNGED
from teams.record_words import in_words

ROOT = Path(__file__).parents[2]
APPS = ["teams", "posts", "comments", "moderation"]

WORDS = {
    "advice.asked": "Advice asked",
    "advice.ended": "Advice ended",
    "advice.given": "Advice given",
    "comment.answered": "Comment answered",
    "comment.declined": "Comment declined",
    "comment.published": "Comment published",
    "comment.spam": "Comment spam",
    "delegation.ended": "Delegation ended",
    "delegation.given": "Delegation given",
    "department.changed": "Department changed",
    "department.opened": "Department opened",
    "duty.ended": "Duty ended",
    "duty.listed": "Duty listed",
    "embargo.lifted": "Embargo lifted",
    "embargo.moved": "Embargo moved",
    "embargo.person_named": "Embargo person named",
    "embargo.person_removed": "Embargo person removed",
    "embargo.set": "Embargo set",
    "freeze.declared": "Freeze declared",
    "freeze.exception": "Freeze exception",
    "freeze.lifted": "Freeze lifted",
    "group.changed": "Group changed",
    "group.opened": "Group opened",
    "history.ended": "History ended",
    "history.set": "History set",
    "person.added": "Person added",
    "person.changed": "Person changed",
    "person.recovery_code_used": "Person recovery code used",
    "person.recovery_codes_made": "Person recovery codes made",
    "person.second_factor_removed": "Person second factor removed",
    "person.second_factor_reset": "Person second factor reset",
    "person.second_factor_set": "Person second factor set",
    "post.attestation_refused": "Post attestation refused",
    "post.attested": "Post attested",
    "post.claimed": "Post claimed",
    "post.embargoed_opened": "Post embargoed opened",
    "post.guest_added": "Post guest added",
    "post.lapsed": "Post lapsed",
    "post.preview_ended": "Post preview ended",
    "post.preview_made": "Post preview made",
    "post.recalled": "Post recalled",
    "post.released": "Post released",
    "post.returned": "Post returned",
    "post.signed": "Post signed",
    "post.submitted": "Post submitted",
    "post.teams_changed": "Post teams changed",
    "post.withdrawn": "Post withdrawn",
    "record.expunge_asked": "Record expunge asked",
    "record.expunged": "Record expunged",
    "record.exported": "Record exported",
    "release.cancelled": "Release cancelled",
    "release.held": "Release held",
    "release.planned": "Release planned",
    "remark.accepted": "Remark accepted",
    "remark.declined": "Remark declined",
    "remark.made": "Remark made",
    "remark.resolved": "Remark resolved",
    "role.ended": "Role ended",
    "role.given": "Role given",
    "route.changed": "Route changed",
    "team.changed": "Team changed",
    "team.opened": "Team opened",
}

# Where a name is put together, by how it is written: what it can be.
PUT_TOGETHER = {
    "comment.{}": {f"comment.{state}" for state in DECIDED},
    "remark.{}": {"remark.accepted", "remark.declined"},
    "{}.{}": {
        "department.opened",
        "department.changed",
        "team.opened",
        "team.changed",
        "person.added",
        "person.changed",
    },
}
CONSTANTS = {"EXPUNGE_ASKED": EXPUNGE_ASKED, "EXPUNGED": EXPUNGED, "OPENED": "post.embargoed_opened"}


def first_arguments():
    """What every call that writes an entry gives as the name of the decision."""
    for app in APPS:
        for path in (ROOT / app).rglob("*.py"):
            calls = (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call))
            yield from (call.args[0] for call in calls if call.args and _writes(call.func))


def _writes(func):
    """`record.append(...)`, or a module's own `_record(...)` before it."""
    if isinstance(func, ast.Attribute):
        return func.attr == "append" and isinstance(func.value, ast.Name) and func.value.id == "record"
    return isinstance(func, ast.Name) and func.id == "_record"


def _parts(node):
    return "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)


def in_the_code():
    given = list(first_arguments())
    named = {node.value for node in given if isinstance(node, ast.Constant)}
    named |= {CONSTANTS[node.id] for node in given if isinstance(node, ast.Name) and node.id.isupper()}
    return named.union(*PUT_TOGETHER.values())


def test_every_decision_that_the_code_records_has_its_words():
    assert in_the_code() - set(WORDS) == set()


def test_there_are_words_for_no_decision_that_the_code_does_not_record():
    assert set(WORDS) - in_the_code() == set()


def test_every_way_of_putting_a_name_together_is_known():
    assert {_parts(node) for node in first_arguments() if isinstance(node, ast.JoinedStr)} == set(
        PUT_TOGETHER
    )


@pytest.mark.parametrize(("action", "words"), WORDS.items(), ids=WORDS)
def test_a_decision_is_said_in_words(action, words):
    assert in_words(action) == words


@pytest.mark.parametrize("action", WORDS)
def test_a_decision_is_named_for_its_subject_and_what_became_of_it(action):
    assert re.fullmatch(r"[a-z]+\.[a-z]+(_[a-z]+)*", action)


@pytest.mark.parametrize("what", sorted(witnessing.WITNESSES))
def test_every_witness_listens_for_decisions_that_the_code_records(what):
    witness = witnessing.WITNESSES[what]
    assert {*witness.actions, *witness.undone_by} <= set(WORDS)
