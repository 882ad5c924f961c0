"""The desk under a statistics embargo: the question before a draft, whom to ask, the list that is kept."""

from datetime import timedelta

import pytest
from django.utils import timezone

from moderation.scheduling import release_due
from posts.drafting import start_post
from posts.embargo import lift_embargo, name_person, remove_person
from teams import clock
from teams.models import Entry
from tests.conftest import submit_it
from tests.embargoes import (
    BEFORE,
    RELEASE_ON,
    RELEASED_AT,
    UNTIL,
    embargo_of,
    embargoed,
    named_on,
    opened,
)
from tests.making import fresh, make_picture, release_again, save, sign_it, wording
from tests.pages import errors, heading, kept, links, title, typed, words

QUESTION = "This draft is under a statistics embargo"


@pytest.fixture
def closed(draft, cast):
    """A draft under an embargo that names its author and one press officer."""
    return embargoed(draft, cast.author, cast.press_officer)


@pytest.fixture
def desk(sign_in, cast):
    """The browser of the author, who is named."""
    return sign_in(cast.author)


def at(post, page=""):
    return f"/desk/posts/{post.pk}/{page}"


def openings():
    return Entry.objects.filter(action="post.embargoed_opened")


# The question


@pytest.mark.parametrize("page", ["", "edit/", "preview/", "images/", "teams/", "submit/"])
def test_every_page_of_the_draft_asks_first(page, desk, closed):
    asked = desk.get(at(closed, page), follow=True)
    assert typed(asked)["next"] == at(closed, page)
    assert heading(asked) == QUESTION
    assert UNTIL in words(asked)
    assert "Opening it is recorded" in words(asked)
    assert "river" not in words(asked) + title(asked)


def test_asking_writes_nothing(desk, closed):
    desk.get(at(closed, "edit/"), follow=True)
    assert not openings().exists()


def test_opening_is_recorded_and_leads_to_the_page_that_was_asked_for(desk, closed, cast):
    answer = desk.post(at(closed, "open/"), {"next": at(closed, "edit/")})
    assert answer["Location"] == at(closed, "edit/")
    details = openings().get().details
    assert (details.actor_id, details.actor_role) == (cast.author.pk, "Author, Flood Resilience")
    assert details.subject_label == "A post under a statistics embargo"
    assert desk.get(at(closed, "edit/")).status_code == 200


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example/", "/\\evil.example", "x", ""]
)
def test_opening_never_leads_to_another_site(elsewhere, desk, closed):
    assert desk.post(at(closed, "open/"), {"next": elsewhere})["Location"] == at(closed)


def test_a_draft_stays_open_for_an_hour(desk, closed):
    now = timezone.now()
    with clock.set_to(now):
        opened(desk, closed)
    with clock.set_to(now + timedelta(minutes=59)):
        assert desk.get(at(closed)).status_code == 200
    with clock.set_to(now + timedelta(minutes=61)):
        assert desk.get(at(closed)).status_code == 302


def test_an_open_draft_opens_no_other(desk, closed, cast):
    opened(desk, closed)
    other = embargoed(_another(cast), cast.author)
    assert desk.get(at(other)).status_code == 302


def _another(cast):
    return start_post(cast.team, wording(title="Another"), by=cast.author)


def test_saving_after_the_hour_saves_and_is_an_opening_on_the_record(desk, closed, cast):
    sent = {"title": "Nothing is lost", "authors": cast.author.pk, "version": 1}
    assert desk.post(at(closed, "edit/"), sent).status_code == 302
    assert fresh(closed.draft).title == "Nothing is lost"
    assert openings().count() == 1


def test_what_a_refused_form_shows_is_an_opening_on_the_record(desk, closed):
    assert desk.post(at(closed, "edit/"), {"title": ""}).status_code == 422
    assert openings().count() == 1


def test_a_draft_under_no_embargo_is_not_asked_about(desk, draft):
    assert desk.get(at(draft)).status_code == 200
    assert desk.get(at(draft, "open/"))["Location"] == at(draft)


def test_the_question_is_for_those_who_have_a_part_in_the_post(sign_in, closed, cast):
    assert sign_in(cast.outsider).get(at(closed, "open/")).status_code == 404
    assert sign_in(cast.superuser).post(at(closed, "open/")).status_code == 404
    assert sign_in(cast.auditor).post(at(closed, "open/")).status_code == 403
    assert not openings().exists()


def test_the_pages_of_an_open_draft_say_that_it_is_under_an_embargo(desk, closed):
    opened(desk, closed)
    for page in ["", "edit/"]:
        assert f"Under a statistics embargo until {UNTIL}" in words(desk.get(at(closed, page)))


# Pictures


def picture_of(post, cast):
    image = make_picture(post, cast.author)
    return f"/desk/images/{image.digest}-{image.smallest_width}.webp"


def test_a_picture_is_shown_once_the_draft_is_open(desk, draft, cast):
    address = picture_of(draft, cast)
    embargoed(draft, cast.author)
    assert desk.get(address).status_code == 404
    assert opened(desk, draft).get(address).status_code == 200


def test_a_picture_is_not_shown_to_whoever_is_not_named(sign_in, draft, cast):
    address = picture_of(draft, cast)
    assert sign_in(cast.editor).get(address).status_code == 200
    embargoed(draft, cast.author)
    assert sign_in(cast.editor).get(address).status_code == 404


# Whoever is not named


def test_a_colleague_learns_whom_to_ask(sign_in, closed, cast):
    page = sign_in(cast.editor).get(at(closed, "edit/"))
    assert (page.status_code, heading(page)) == (403, "You may not open this draft")
    assert "Ask Ada Author to name you." in words(page)
    assert "river" not in words(page) + title(page)


def test_a_colleague_who_was_removed_while_writing_gets_the_words_back(sign_in, closed, cast):
    name_person(closed, cast.editor, by=cast.author)
    desk = opened(sign_in(cast.editor), closed)
    remove_person(closed, cast.editor, by=cast.author)
    page = desk.post(at(closed, "edit/"), {"title": "Mine", "source": "My words", "version": 1})
    assert (page.status_code, kept(page)) == (403, {"Title": "Mine", "Text": "My words"})


def test_the_desk_does_not_list_the_post_to_a_colleague(sign_in, closed, cast):
    assert closed.title not in words(sign_in(cast.editor).get("/desk/"))
    assert closed.title in words(sign_in(cast.author).get("/desk/"))


def test_the_live_text_of_an_embargoed_post_can_be_withdrawn_by_whoever_is_not_named(sign_in, live, cast):
    save(live, cast.author, title="A figure of 3.9 per cent")
    embargoed(live, cast.author)
    desk = sign_in(cast.press_officer)
    assert at(live, "withdraw/") in links(desk.get(at(live)))
    page = desk.get(at(live, "withdraw/"))
    assert page.status_code == 200
    assert "3.9" not in words(page) + title(page)


# The list


def test_the_list_says_who_may_open_it_and_who_has(desk, closed, cast):
    opened(desk, closed)
    page = words(desk.get(at(closed, "embargo/")))
    assert f"under an embargo until {UNTIL}" in page
    assert "Pat Press Named by Ada Author" in page
    assert "Who opened the draft Ada Author, " in page
    assert "river" not in page


def test_an_auditor_reads_the_list_and_changes_nothing(sign_in, closed, cast):
    desk = sign_in(cast.auditor)
    page = desk.get(at(closed, "embargo/"))
    assert "Pat Press Named by Ada Author" in words(page)
    assert "Nobody has opened it yet" in words(page)
    assert "Lift the embargo" not in words(page)
    for act in ["", "name/", "remove/", "lift/"]:
        assert desk.post(at(closed, f"embargo/{act}"), {"why": "x"}).status_code == 403


def test_the_list_is_closed_to_a_colleague_who_is_not_named(sign_in, closed, cast):
    assert sign_in(cast.editor).get(at(closed, "embargo/")).status_code == 403


def test_the_list_is_kept_after_the_release(desk, closed, cast):
    with clock.set_to(RELEASED_AT):
        release_again(closed, cast, title="Out at last")
    page = words(desk.get(at(closed, "embargo/")))
    assert f"Who could open it until {UNTIL}" in page
    assert "Ended with the release" in page
    assert "Pat Press Named by Ada Author" in page


def test_the_list_is_kept_after_lifting(desk, closed, cast):
    lift_embargo(closed, by=cast.author, why="Early.")
    assert "Lifted by Ada Author" in words(desk.get(at(closed, "embargo/")))


# What is done there


def test_setting_an_embargo(desk, draft, cast):
    desk.post(at(draft, "embargo/"), {"release_on": RELEASE_ON.isoformat()})
    assert embargo_of(draft).until == UNTIL


@pytest.mark.parametrize("day", ["", "yesterday", "2036-13-01", "9" * 30])
def test_a_day_that_is_none_is_asked_for_again(day, desk, draft):
    page = desk.post(at(draft, "embargo/"), {"release_on": day})
    assert (page.status_code, len(errors(page))) == (422, 1)
    assert title(page).startswith("Error: ")
    assert typed(page)["release_on"] == day


def test_moving_starts_from_the_day_that_is_set(desk, closed):
    assert typed(desk.get(at(closed, "embargo/")))["release_on"] == "2036-03-04"
    desk.post(at(closed, "embargo/"), {"release_on": "2036-03-11"})
    assert embargo_of(closed).until == "9:30am on Tuesday 11 March 2036"


def test_naming_somebody(desk, closed, cast):
    page = desk.post(at(closed, "embargo/name/"), {"person": cast.editor.pk}, follow=True)
    assert cast.editor in named_on(closed)
    assert "Ed Editor may open it now, and has been told by email." in words(page)


@pytest.mark.parametrize("who", ["", "x", "9" * 40, "superuser", "outsider", "press_officer"])
def test_somebody_who_cannot_be_named_is_refused_in_the_form(who, desk, closed, cast):
    person = getattr(cast, who).pk if hasattr(cast, who) else who
    page = desk.post(at(closed, "embargo/name/"), {"person": person})
    assert (page.status_code, len(errors(page))) == (422, 1)
    assert named_on(closed) == {cast.author, cast.press_officer}


def test_removing_somebody(desk, closed, cast):
    desk.post(at(closed, "embargo/remove/"), {"person": cast.press_officer.pk})
    assert named_on(closed) == {cast.author}


def test_removing_nobody(desk, closed):
    assert desk.post(at(closed, "embargo/remove/"), {"person": "x"}).status_code == 409


def test_lifting_needs_a_reason(desk, closed):
    page = desk.post(at(closed, "embargo/lift/"), {"why": " "})
    assert (page.status_code, errors(page)) == (422, ["Say why you lift the embargo."])
    desk.post(at(closed, "embargo/lift/"), {"why": "The release was brought forward."})
    assert embargo_of(closed).lifted_at


def test_a_post_leads_its_writers_to_its_embargo(desk, draft):
    assert at(draft, "embargo/") in links(desk.get(at(draft)))


def test_a_day_that_is_over_is_refused_when_it_is_sent(desk, draft):
    with clock.set_to(RELEASED_AT):
        page = desk.post(at(draft, "embargo/"), {"release_on": RELEASE_ON.isoformat()})
    assert page.status_code == 409
    with clock.set_to(BEFORE):
        assert desk.post(at(draft, "embargo/"), {"release_on": RELEASE_ON.isoformat()}).status_code == 302


def test_after_the_release_the_desk_is_open_to_everybody_again(sign_in, closed, cast):
    with clock.set_to(BEFORE):
        submission = submit_it(closed, cast.author)
        sign_it(submission, cast.press_officer)
    with clock.set_to(RELEASED_AT):
        release_due()
    assert sign_in(cast.editor).get(at(closed)).status_code == 200
