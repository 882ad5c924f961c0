"""Remarks, people outside and guest authors under a statistics embargo: no way round it through them."""

import pytest

from moderation.advising import token_of, why_link_ended
from moderation.attesting import refuse_to_attest
from moderation.guest_links import token_for
from moderation.remarks import accept, reply
from moderation.signatories import people_on
from moderation.turns import tasks
from posts.access import Closed
from posts.embargo import name_person, remove_person
from posts.guests import guests_of
from teams import clock
from teams.models import Entry
from teams.refusals import NotNow
from tests.attacks import fresh
from tests.conftest import submit_it
from tests.embargoes import UNTIL, embargoed, in_minutes, mail_to, named_on, opened
from tests.making import guest_post, make_guest, make_picture, return_it, save
from tests.pages import heading, words
from tests.remarking import BETTER, make_remark, make_request, suggest


@pytest.fixture
def waiting(draft, cast):
    """The submission of an embargoed draft that names its author and a press officer."""
    return submit_it(embargoed(draft, cast.author, cast.press_officer), cast.author)


def said():
    """All that the record says of words."""
    details = [entry.details for entry in Entry.objects.select_related("details")]
    return " ".join(f"{one.subject_label} {one.reason} {one.changes}" for one in details)


# Remarks


def test_whoever_is_not_named_makes_no_remark_and_answers_none(waiting, cast):
    made = make_remark(waiting, cast.press_officer)
    for person in [cast.second_press_officer, cast.editor]:
        with pytest.raises(Closed):
            make_remark(waiting, person)
        with pytest.raises(Closed):
            reply(made, "Why?", by=person)


def test_whoever_is_not_named_is_not_told_of_a_remark(waiting, cast):
    assert set(people_on(waiting)) == {cast.author, cast.press_officer}
    with pytest.raises(NotNow, match="Ed Editor cannot see this post"):
        make_remark(waiting, cast.press_officer, tell=[cast.editor])


def test_a_mention_waits_on_no_desk_of_whoever_was_removed_since(waiting, cast):
    name_person(waiting.post, cast.editor, by=cast.author)
    make_remark(waiting, cast.press_officer, tell=[cast.editor])
    assert [task.label for task in tasks(fresh(cast.editor), [])] == ["Waiting for you"]
    remove_person(waiting.post, cast.editor, by=cast.author)
    assert tasks(fresh(cast.editor), []) == []


def test_the_record_keeps_no_words_of_a_remark_and_of_accepted_wording(waiting, cast):
    made = suggest(waiting, cast.press_officer, text="It fell by 3.9 per cent.")
    return_it(waiting, cast.press_officer)
    accept(made, by=cast.author)
    assert not any(part in said() for part in ["3.9", BETTER, "forty sensors"])
    assert fresh(waiting.post.draft).source.startswith(BETTER)


@pytest.mark.parametrize("page", ["/desk/posts/{0.post_id}/remarks/", "/desk/submissions/{0.pk}/remark/"])
def test_the_pages_of_remarks_ask_first_and_are_closed_to_others(page, sign_in, waiting, cast):
    address = page.format(waiting)
    assert sign_in(cast.editor).get(address).status_code == 403
    desk = sign_in(cast.author)
    assert heading(desk.get(address, follow=True)) == "This draft is under a statistics embargo"
    assert opened(desk, waiting.post).get(address).status_code == 200


# People outside


def test_nobody_outside_is_asked(waiting, cast):
    with pytest.raises(NotNow, match="under a statistics embargo"):
        make_request(waiting, cast.press_officer)


def test_a_link_that_was_sent_before_shows_nothing(client, submission, cast):
    asked = make_request(submission, cast.press_officer)
    address = f"/advice/{token_of(asked)}/"
    assert "forty sensors" in words(client.get(address))
    embargoed(submission.post, cast.author)
    assert why_link_ended(fresh(asked))
    page = client.get(address)
    assert (page.status_code, "sensors" in words(page)) == (410, False)


# Guest authors


@pytest.fixture
def guests(cast):
    """The submission of an embargoed post that a guest author wrote."""
    return submit_it(embargoed(guest_post(cast), cast.author), cast.author)


@pytest.fixture
def guest(guests):
    return guests.post.draft.byline.get().person


@pytest.fixture
def link(guests, guest):
    return f"/attest/{token_for(guests.revision, guest)}/"


def test_a_guest_in_the_byline_is_named_and_told_by_their_link(guests, guest, link):
    assert guest in named_on(guests.post)
    assert link in mail_to(guest)[-1][1]


def test_a_guest_is_named_before_they_come_into_the_byline(draft, cast):
    embargoed(draft, cast.author)
    guest = make_guest(draft, cast.author)
    with pytest.raises(NotNow, match="Name Gus Guest on the statistics embargo first"):
        save(draft, cast.author, authors=[guest])
    name_person(draft, guest, by=cast.author)
    save(draft, cast.author, authors=[guest])
    assert list(guests_of(draft)) == [guest]


def test_a_writer_who_is_not_named_adds_no_guest(draft, cast):
    embargoed(draft, cast.author)
    with pytest.raises(Closed):
        make_guest(draft, cast.editor)


def test_the_link_asks_before_it_shows_the_text(client, link):
    page = client.get(link)
    assert heading(page) == "This text is under a statistics embargo"
    assert UNTIL in words(page)
    assert "ward" not in words(page)
    assert not Entry.objects.filter(action="post.embargoed_opened").exists()


def test_opening_by_the_link_is_recorded_and_sets_no_cookie(client, link, guest):
    assert client.post(link, {"open": "yes"})["Location"] == link
    details = Entry.objects.get(action="post.embargoed_opened").details
    assert (details.actor_id, details.actor_role) == (guest.pk, "Guest author")
    assert heading(client.get(link)) == "Did you write this post?"
    assert not client.cookies


def test_the_text_stays_open_for_an_hour(client, link):
    client.post(link, {"open": "yes"})
    with clock.set_to(in_minutes(59)):
        assert heading(client.get(link)) == "Did you write this post?"
    with clock.set_to(in_minutes(61)):
        assert heading(client.get(link)) == "This text is under a statistics embargo"


def test_a_statement_that_is_sent_later_is_kept(client, link, guests):
    answers = {"wrote_it": "on", "ai_use": "none", "new_policy": "no", "unreleased_statistics": "yes"}
    assert client.post(link, answers).status_code == 303
    assert guests.revision.attestations.get().unreleased_statistics


def test_a_picture_is_shown_once_the_text_is_open(client, cast):
    post = guest_post(cast)
    guest, image = post.draft.byline.get().person, make_picture(post, cast.author)
    save(post, cast.author, words_by=guest, title="From the ward", source=image.markdown, authors=[guest])
    submission = submit_it(embargoed(post, cast.author), cast.author)
    link = f"/attest/{token_for(submission.revision, guest)}/"
    picture = f"{link}images/{image.digest}-{image.smallest_width}.webp"
    assert client.get(picture).status_code == 404
    client.post(link, {"open": "yes"})
    assert client.get(picture).status_code == 200


def test_a_submitter_who_was_removed_hears_of_a_refusal_without_the_title(cast):
    post = embargoed(guest_post(cast), cast.author, cast.editor)
    submission = submit_it(post, cast.editor)
    remove_person(post, cast.editor, by=cast.author)
    refuse_to_attest(submission.revision, by=post.draft.byline.get().person)
    subject, body = mail_to(cast.editor)[-1]
    assert subject == "A post under a statistics embargo waits for you"
    assert "ward" not in body
