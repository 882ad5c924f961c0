"""The bundle for a request for information: what is in it, what is not, and that it was made."""

import csv
import hashlib
import io
import json
import zipfile

import pytest

from comments.workflow import State
from teams import exporting, record
from teams.expunging import ask_to_expunge, expunge
from teams.models import Department, Entry, Role, User
from teams.record import Subject
from tests.conftest import make_person
from tests.making import decide, make_comment, make_live_elsewhere, record_roles, return_it
from tests.pages import errors, heading, typed, words

ADDRESS = "/admin/teams/entry/export/"
WHY = "Request 2026/17."


@pytest.fixture
def browser(cast, sign_in):
    """The browser of the department's auditor."""
    return sign_in(cast.auditor)


@pytest.fixture
def bundled(browser):
    """Export with these filters and people in scope, and return the files by name."""

    def _bundled(people=(), **asked):
        response = browser.post(ADDRESS, {"why": WHY, "people": list(people)}, query_params=asked)
        assert response.status_code == 200
        assert response["Content-Type"] == "application/zip"
        whole = b"".join(response.streaming_content)
        files = zipfile.ZipFile(io.BytesIO(whole))
        assert files.testzip() is None
        return {name: files.read(name).decode() for name in files.namelist()} | {"whole": whole}

    return _bundled


def lines(files):
    return list(csv.DictReader(io.StringIO(files["entries.csv"].removeprefix("\ufeff"))))


def entries(files):
    return json.loads(files["entries.json"])


def everything(files):
    return files["entries.csv"] + files["entries.json"] + files["README.txt"]


def newest(**filters):
    return Entry.objects.filter(**filters).select_related("details").first()


# What is in it


def test_it_holds_the_entries_for_people_and_for_programs(live, cast, bundled):
    files = bundled()
    assert set(files) == {"entries.csv", "entries.json", "README.txt", "whole"}
    numbers = list(Entry.objects.order_by("number").values_list("number", flat=True))[
        :-1
    ]  # not that of itself
    assert [entry["entry"] for entry in entries(files)] == numbers
    assert [int(line["entry"]) for line in lines(files)] == numbers


def test_each_entry_says_what_when_as_what_from_what_to_what_and_why(submission, cast, bundled):
    return_it(submission, cast.press_officer)
    entry = newest(action="post.returned")
    told = entries(bundled(action="post.returned"))[0]
    changes = {"state": ["open", "returned"], "fingerprint": [None, submission.revision.fingerprint]}
    assert told == {
        "entry": entry.number,
        "when": entry.at.isoformat(timespec="microseconds"),
        "what": "Post returned",
        "about": f"post {submission.post_id}: What we learned on the river",
        "who": "Person 1",
        "role": "Press officer, Department for Rivers",
        "why": "Say where the figures are from.",
        "from and to": changes,
        "post": submission.post_id,
        "previous": entry.previous,
        "digest": entry.digest,
    }


def test_only_what_was_looked_for_is_in_it(live, cast, bundled):
    assert {entry["what"] for entry in entries(bundled(action="post.signed"))} == {"Post signed"}
    assert {entry["post"] for entry in entries(bundled(post=live.pk))} == {live.pk}


def test_nothing_of_another_department_is_in_it(live, cast, bundled):
    make_live_elsewhere(cast, title="Safer crossings")
    files = bundled()
    assert "Safer crossings" not in everything(files)
    assert len(entries(files)) == Entry.objects.filter(department_id=cast.department.pk).count() - 1


def test_what_is_expunged_stays_so(submission, cast, bundled):
    return_it(submission, cast.press_officer, reasons="Jo Bloggs told us.")
    entry = newest(action="post.returned")
    other = make_person("Bea Auditor", (Role.AUDITOR, cast.department))
    expunge(ask_to_expunge(entry, by=cast.auditor, reason="A name."), by=other)
    files = bundled(action="post.returned")
    assert entries(files)[0]["expunged"] is True
    assert lines(files)[0]["who"] == "[expunged]"


def test_the_readme_says_what_it_is_and_what_was_struck_out(live, cast, bundled):
    readme = bundled(action="post.signed")["README.txt"]
    assert "from 1 entry" in readme
    assert "What was done: post.signed" in readme
    assert "1 person appears as" in readme.replace("\n", " ")
    assert max(map(len, readme.splitlines())) <= 120


# What is struck out


def test_nobody_is_named_who_is_not_in_scope(live, cast, bundled):
    record_roles()
    files = everything(bundled())
    names = User.objects.values_list("name", flat=True)
    assert not [name for name in names if name in files]
    assert "Press officer, Department for Rivers" in files


def test_a_person_is_the_same_number_throughout(live, cast, bundled):
    record_roles()
    files = bundled()
    signed = next(entry for entry in entries(files) if entry["what"] == "Post signed")
    given = [entry for entry in entries(files) if entry["about"] == signed["who"]]
    assert [entry["from and to"]["role"] for entry in given] == [[None, "press_officer"]]
    assert [line["who"] for line in lines(files)] == [entry["who"] for entry in entries(files)]


def test_people_in_scope_keep_their_names(live, cast, bundled):
    files = bundled(people=[cast.press_officer.pk])
    signed = next(entry for entry in entries(files) if entry["what"] == "Post signed")
    assert signed["who"] == "Pat Press"
    assert "Ada Author" not in everything(files)


def test_names_in_reasons_and_changes_are_struck_too(submission, cast, bundled):
    return_it(submission, cast.press_officer, reasons="Ada Author should ask Nia Nobody, nia@rivers.example.")
    told = entries(bundled(action="post.returned"))[0]
    assert told["why"] == "Person 2 should ask Person 3, [struck out]."


def test_an_earlier_name_of_a_person_is_theirs(live, cast, bundled):
    subject = Subject("person", cast.author.pk, "Ada Oldname", cast.department)
    changes = {"name": ["Ada Oldname", "Ada Author"], "email": ["a@b.example", "b@b.example"]}
    record.append("person.changed", subject, by=cast.administrator, changes=changes)
    told = entries(bundled(action="person.changed"))[0]
    assert told["about"] == told["from and to"]["name"][0] == told["from and to"]["name"][1]
    assert told["from and to"]["email"] == ["[struck out]", "[struck out]"]


def test_of_two_people_with_one_name_it_is_kept_from_the_one_who_is_not_in_scope(submission, cast, bundled):
    User.objects.create(name="Pat Press", email="other.pat@blogs.example")
    return_it(submission, cast.press_officer, reasons="Pat Press said so.")
    told = entries(bundled(people=[cast.press_officer.pk], action="post.returned"))[0]
    assert (told["who"], told["why"]) == ("Pat Press", "Person 1 said so.")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_no_cell_is_a_formula(start, submission, cast, bundled):
    return_it(submission, cast.press_officer, reasons=f"{start}HYPERLINK(1)")
    files = bundled(action="post.returned")
    assert lines(files)[0]["why"] == f"'{start}HYPERLINK(1)"
    assert entries(files)[0]["why"] == f"{start}HYPERLINK(1)"


# That it was made


def test_the_record_says_that_it_was_made_by_whom_why_and_what_of(live, cast, bundled):
    files = bundled(people=[cast.press_officer.pk], post=live.pk, who="Pat")
    entry = newest()
    assert (entry.action, entry.department_id) == ("record.exported", cast.department.pk)
    assert (entry.details.actor_id, entry.details.actor_role) == (
        cast.auditor.pk,
        "Auditor, Department for Rivers",
    )
    assert entry.details.reason == WHY
    assert entry.details.changes == {
        "looked for": [None, f"Post number: {live.pk}, Person: Pat"],
        "entries": [None, 2],
        "names that stay": [None, "Pat Press"],
        "SHA-256 of the file": [None, hashlib.sha256(files["whole"]).hexdigest()],
    }


def test_each_department_concerned_can_read_of_it(live, cast, sign_in):
    make_live_elsewhere(cast)
    both = make_person("Bo Both", *[(Role.AUDITOR, place) for place in Department.objects.all()])
    assert b"".join(sign_in(both).post(ADDRESS, {"why": WHY}).streaming_content)
    told = Entry.objects.filter(action="record.exported").values_list("department_id", flat=True)
    assert set(told) == set(Department.objects.values_list("pk", flat=True))


# The page


def test_the_page_says_how_many_and_whose_names_can_stay(live, cast, browser):
    response = browser.get(ADDRESS, {"action": "post.signed"})
    assert heading(response) == "Export 1 entry"
    assert "What was done: post.signed" in words(response)
    assert "Pat Press" in words(response)
    assert "Ada Author" not in words(response)


def test_looking_at_the_page_writes_nothing(live, browser):
    before = Entry.objects.count()
    browser.get(ADDRESS)
    assert Entry.objects.count() == before


def test_it_needs_a_reason_and_keeps_what_was_ticked(live, cast, browser):
    before = Entry.objects.count()
    response = browser.post(ADDRESS, {"why": " ", "people": [cast.press_officer.pk]})
    assert response.status_code == 422
    assert errors(response) == ["Say what the bundle is for"]
    assert typed(response)["people"] == str(cast.press_officer.pk)
    assert Entry.objects.count() == before


def test_nobody_can_be_in_scope_who_is_not_in_the_entries(live, cast, browser):
    response = browser.post(ADDRESS, {"why": WHY, "people": [cast.outsider.pk]})
    assert response.status_code == 422


def test_no_entries_make_no_bundle(live, browser):
    assert "There are no entries to export" in words(browser.get(ADDRESS, {"post": 999}))
    response = browser.post(f"{ADDRESS}?post=999", {"why": WHY})
    assert response.status_code == 409
    assert not Entry.objects.filter(action="record.exported").exists()


def test_a_bundle_is_bounded(live, browser, monkeypatch):
    monkeypatch.setattr(exporting, "AT_MOST", 2)
    assert "a bundle holds 2. Look for fewer." in words(browser.get(ADDRESS))
    assert browser.post(ADDRESS, {"why": WHY}).status_code == 409


def test_a_filter_that_is_wrong_exports_nothing(live, browser):
    assert browser.get(ADDRESS, {"since": "yesterday"}).status_code == 409
    assert browser.post(f"{ADDRESS}?since=yesterday", {"why": WHY}).status_code == 409


@pytest.mark.parametrize("name", ["author", "press_officer", "administrator", "superuser"])
def test_nobody_but_an_auditor_exports(name, live, cast, sign_in):
    client = sign_in(getattr(cast, name))
    assert client.get(ADDRESS).status_code == 403
    assert client.post(ADDRESS, {"why": WHY}).status_code == 403


def test_making_it_takes_as_many_queries_for_many_entries_as_for_few(
    live, cast, browser, django_assert_max_num_queries
):
    for number in range(30):
        decide(make_comment(live, f"Comment {number}"), State.PUBLISHED, cast.editor)
    with django_assert_max_num_queries(30):
        browser.post(ADDRESS, {"why": WHY}).close()
