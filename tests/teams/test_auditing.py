"""The record as the auditor reads it: their department's entries, and nobody else's."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from comments.workflow import State
from teams import clock, record
from teams.appointing import end_role
from teams.models import Entry, User
from teams.record import Subject
from tests.making import decide, make_comment, make_live_elsewhere, record_roles
from tests.pages import errors, heading, links, text_of, tree, typed, words

LIST = "/admin/teams/entry/"


@pytest.fixture
def of_two_departments(live, cast):
    """Entries of both departments."""
    return make_live_elsewhere(cast, title="Safer crossings")


@pytest.fixture
def browser(cast, sign_in):
    """The browser of the department's auditor."""
    return sign_in(cast.auditor)


def listed(browser, **asked):
    """The numbers of the entries on the auditor's list."""
    response = browser.get(LIST, asked)
    assert response.status_code == 200
    return {entry.number for entry in response.context["page"]}


def numbers(**filters):
    return set(Entry.objects.filter(**filters).values_list("number", flat=True))


def one(entry):
    return reverse("admin:teams_entry_change", args=[entry.number])


def test_an_auditor_sees_the_entries_of_their_department_only(of_two_departments, cast, browser):
    assert listed(browser) == numbers(department_id=cast.department.pk) != numbers()


def test_the_list_names_nobody_of_another_department(of_two_departments, cast, browser):
    page = browser.get(LIST).content.decode()
    assert cast.author.name in page
    assert cast.outsider.name not in page
    assert "Safer crossings" not in page


# Looking for entries


def test_everything_about_a_post_is_found_whatever_it_is_about(live, cast, browser):
    record_roles()
    decide(make_comment(live), State.PUBLISHED, cast.editor)
    found = listed(browser, post=live.pk)
    kinds = Entry.objects.filter(pk__in=found).values_list("subject_kind", flat=True)
    assert found == numbers(post_id=live.pk)
    assert set(kinds) == {"post", "signature", "comment"}


def test_what_a_person_did_and_what_was_done_to_them_is_found(live, cast, browser):
    record_roles()
    found = Entry.objects.filter(pk__in=listed(browser, who="pat press"))
    assert {(entry.action, entry.subject_kind) for entry in found} == {
        ("post.signed", "signature"),
        ("post.released", "post"),
        ("role.given", "person"),
    }


def test_what_was_done_is_found(of_two_departments, cast, browser):
    wanted = numbers(action="post.signed", department_id=cast.department.pk)
    assert listed(browser, action="post.signed") == wanted
    assert len(wanted) == 1


def test_words_are_found_in_what_it_was_about_and_in_reasons(of_two_departments, cast, browser):
    assert listed(browser, words="RIVER") == numbers(department_id=cast.department.pk)
    assert listed(browser, words="crossings") == set()


def test_filters_are_taken_together(live, cast, browser):
    assert listed(browser, post=live.pk, who="Pat", action="post.signed") == numbers(action="post.signed")
    assert listed(browser, post=live.pk, who="Ada", action="post.signed") == set()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"since": "2026-06-03"}, {1, 2}),
        ({"since": "2026-06-04"}, {2}),
        ({"until": "2026-06-03"}, {1}),
        ({"until": "2026-06-02"}, set()),
        ({"since": "2026-06-03", "until": "2026-06-03"}, {1}),
        ({"since": "2026-06-04", "until": "2026-06-04"}, {2}),
    ],
)
def test_days_are_those_of_london(asked, found, cast, browser):
    subject = Subject("post", 7, "A post", cast.department)
    for at in (datetime(2026, 6, 2, 23, tzinfo=UTC), datetime(2026, 6, 3, 23, tzinfo=UTC)):
        with clock.set_to(at):
            record.append("post.acted", subject, by=None)
    assert listed(browser, **asked) == found


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"post": "seven"}, "Post number must be a number"),
        ({"since": "2026-02-30"}, "From must be a real date, such as 2026-03-27"),
        ({"until": "yesterday"}, "To must be a real date, such as 2026-03-27"),
        (
            {"since": "2026-06-04", "until": "2026-06-03"},
            "To must be the same day as From, or later",
        ),
        ({"action": "no.such"}, "Choose from the answers that are offered."),
    ],
)
def test_what_cannot_be_looked_for_is_told_and_kept(asked, message, live, browser):
    response = browser.get(LIST, asked)
    assert response.status_code == 422
    assert errors(response) == [message]
    assert not response.context["page"].object_list
    kept = {name: value for name, value in asked.items() if name != "action"}
    assert kept.items() <= typed(response).items()


def test_the_filters_are_labelled_in_plain_words(live, browser):
    labels = [text_of(label) for label in tree(browser.get(LIST)).iter("label")]
    assert labels == ["Post number", "Person", "What was done", "From", "To", "Words"]


def test_what_was_done_is_offered_in_plain_words(live, browser):
    options = [text_of(option) for option in tree(browser.get(LIST)).iter("option")]
    assert options == ["Anything", "Post attested", "Post released", "Post signed", "Post submitted"]


def test_the_list_says_how_many_and_what_was_looked_for(live, browser):
    said = words(browser.get(LIST, {"post": live.pk, "who": "Pat"}))
    assert f"2 entries with post number {live.pk}, person Pat." in said
    assert "4 entries." in words(browser.get(LIST))


def test_the_list_leads_to_an_export_of_the_same_entries(live, browser):
    found = links(browser.get(LIST, {"post": live.pk, "page": 1}))
    assert f"/admin/teams/entry/export/?post={live.pk}" in found


def test_an_entry_on_the_list_leads_to_all_of_its_post(live, browser):
    assert f"?post={live.pk}" in links(browser.get(LIST))


def test_the_list_has_pages_that_keep_what_was_looked_for(cast, browser):
    subject = Subject("post", 7, "A post", cast.department, 7)
    for _ in range(120):
        record.append("post.acted", subject, by=None)
    assert listed(browser, post=7) == set(range(71, 121))
    assert listed(browser, post=7, page=3) == set(range(1, 21))
    assert {"?post=7&page=1", "?post=7&page=3"} <= set(links(browser.get(LIST, {"post": 7, "page": 2})))


def test_the_list_takes_the_same_queries_however_long(live, browser, django_assert_num_queries):
    def asked():
        with django_assert_num_queries(6):
            browser.get(LIST)

    asked()
    for _ in range(60):
        record.append("post.acted", live.subject, by=None)
    asked()


def test_there_may_be_no_entries(cast, browser):
    assert "No entries" in words(browser.get(LIST))


# One entry


def test_an_entry_is_shown_whole(live, browser):
    entry = Entry.objects.get(action="post.released")
    response = browser.get(one(entry))
    said = words(response)
    assert heading(response) == f"Entry {entry.number}: post released"
    assert f"post {live.pk}: What we learned on the river" in said
    assert "Pat Press" in said
    assert "Last signatory" in said
    assert f"Fingerprint nothing → became {live.live_revision.fingerprint}" in said
    assert entry.digest in said
    assert entry.previous in said


def test_yes_no_and_nothing_are_said_in_words(live, browser):
    said = words(browser.get(one(Entry.objects.get(action="post.attested"))))
    assert "New policy nothing → became no" in said


def test_an_entry_of_another_department_is_not_found(of_two_departments, cast, browser):
    entry = Entry.objects.filter(department_id=cast.other_department.pk)[0]
    response = browser.get(one(entry))
    assert response.status_code == 404
    assert "Safer crossings" not in response.content.decode()


@pytest.mark.parametrize("number", ["0", "999999", "99999999999999999999", "x", "1'", "١"])
def test_what_is_no_entry_is_not_found(number, live, browser):
    assert browser.get(f"{LIST}{number}/change/").status_code == 404


def test_an_entry_outlives_the_account_and_the_name_of_its_person(live, cast, browser):
    """Names and roles are words in the entry; no key leads to the person's row."""
    person = User.objects.create(name="Gone Soon", email="gone@blogs.example")
    entry = record.append("post.acted", live.subject, by=person, role="Author, Flood Resilience")
    person.delete()
    end_role(cast.press_officer.roles_held.get(), by=cast.administrator)
    User.objects.filter(pk=cast.press_officer.pk).update(name="Pat Married")
    assert "Gone Soon As Author, Flood Resilience" in words(browser.get(one(entry)))
    assert listed(browser, who="Gone Soon") == {entry.number}
    assert "Pat Press" in words(browser.get(one(Entry.objects.get(action="post.signed"))))
    assert record.verify().broken is None


# Nobody writes


@pytest.mark.parametrize("page", ["add", "change", "delete", "changelist"])
def test_an_auditor_cannot_write_to_the_record(page, live, browser):
    before = str(record.verify())
    args = [1] if page in ("change", "delete") else []
    response = browser.post(reverse(f"admin:teams_entry_{page}", args=args), {"action": "forged"})
    assert response.status_code in (403, 405)
    assert str(record.verify()) == before


@pytest.mark.parametrize(
    "name", ["author", "editor", "press_officer", "community_manager", "administrator", "superuser"]
)
def test_nobody_but_an_auditor_reads_the_record(name, live, cast, sign_in):
    client = sign_in(getattr(cast, name))
    assert client.get(LIST).status_code == 403
    assert client.get(one(Entry.objects.first())).status_code == 403
