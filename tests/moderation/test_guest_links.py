"""The link by which a guest author attests: what it opens, for how long, and what it leaves behind."""

from datetime import timedelta

import pytest
from django.core import signing
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_tasks_db.models import DBTaskResult

from moderation.attesting import refuse_to_attest
from moderation.guest_links import LASTS, SALT, find, token_for
from moderation.models import Attestation, AttestationRefusal
from moderation.submitting import attest, recall, waiting_authors
from posts.drafting import start_post
from posts.models import RevisionAuthor
from teams import clock
from teams.models import Entry
from teams.refusals import NotAllowed, NotNow
from tests.attacks import forge, refused
from tests.conftest import STATEMENT, submit_it
from tests.making import fresh, guest_post, make_guest, make_picture, return_it, save, sign_it, wording
from tests.moderation.test_submitting import told
from tests.moderation.test_views import ANSWERS
from tests.pages import errors, heading, title, typed, words

HEADERS = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer"}


@pytest.fixture
def waiting(cast):
    """A text that a guest wrote, submitted by somebody outside the byline."""
    return submit_it(guest_post(cast), cast.author)


@pytest.fixture
def guest(waiting):
    return waiting.revision.authors.get().person


@pytest.fixture
def link(waiting, guest):
    """The address that was sent to the guest."""
    return f"/attest/{token_for(waiting.revision, guest)}/"


def mails():
    return [task.args_kwargs["kwargs"] for task in DBTaskResult.objects.order_by("enqueued_at")]


# What is sent


def test_a_guest_is_asked_by_a_link_of_their_own(waiting, link):
    (mail,) = mails()
    assert mail["address"] == "gus.guest@elsewhere.example"
    assert mail["subject"] == "Say that you wrote: From the ward"
    assert f"http://127.0.0.1:8000{link}\n" in mail["body"]
    assert "/desk/" not in mail["body"]


def test_colleagues_in_the_same_byline_are_asked_on_the_desk(cast):
    post = guest_post(cast)
    guest = post.draft.byline.get().person
    save(post, cast.author, title="From the ward", authors=[guest, cast.author, cast.co_author])
    submit_it(post, cast.author)
    asked = {mail["address"].partition("@")[0]: mail["body"] for mail in mails()}
    assert set(asked) == {"gus.guest", "cy.coauthor"}
    assert "/attest/" not in asked["cy.coauthor"].replace(f"/desk/posts/{post.pk}/attest/", "")


def test_a_guest_is_not_told_of_a_return_at_a_desk_that_they_do_not_have(waiting, guest, cast):
    attest(waiting.revision, STATEMENT, by=guest)
    DBTaskResult.objects.all().delete()
    return_it(waiting, cast.press_officer)
    assert [who for who, _ in told()] == ["ada.author"]


# What it opens


def test_the_link_shows_the_very_text(client, link, waiting):
    page = client.get(link)
    assert (page.status_code, heading(page)) == (200, "Did you write this post?")
    assert "From the ward" in words(page)
    assert waiting.revision.html in page.content.decode()


def test_nobody_has_to_sign_in_and_nothing_is_stored_on_their_device(client, link):
    for response in [client.get(link), client.post(link, {}), client.post(link, ANSWERS), client.get(link)]:
        assert not response.cookies
        assert "Cookie" not in response.headers.get("Vary", "")


def test_no_answer_is_kept_by_caches_found_by_search_or_told_to_other_sites(client, link):
    for response in [client.get(link), client.post(link, {}), client.post(link, ANSWERS), client.get(link)]:
        assert {name: response[name] for name in HEADERS} == HEADERS


def test_robots_are_asked_to_stay_away(client, db):
    assert b"Disallow: /attest/" in client.get("/robots.txt").content


def test_looking_changes_nothing(client, link):
    before = Entry.objects.count()
    client.get(link)
    client.head(link)
    assert (Entry.objects.count(), Attestation.objects.count()) == (before, 0)


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(client, link, method):
    assert getattr(client, method)(link).status_code == 405


# Attesting


def test_a_guest_attests(client, link, waiting, guest):
    response = client.post(link, ANSWERS)
    assert (response.status_code, response["Location"]) == (303, link)
    attestation = Attestation.objects.get()
    assert (attestation.person, attestation.revision, attestation.ai_use) == (
        guest,
        waiting.revision,
        "help",
    )
    details = Entry.objects.get(action="post.attested").details
    assert (details.actor_label, details.actor_role) == ("Gus Guest", "Guest author")


def test_the_press_office_is_told_and_can_sign(client, link, waiting, guest, cast):
    assert waiting_authors(waiting.revision) == [guest]
    client.post(link, ANSWERS)
    assert "pat.press" in [who for who, _ in told()]
    sign_it(waiting, cast.press_officer)
    assert fresh(waiting.post).is_live


def test_nobody_signs_before_the_guest_has_attested(waiting, cast):
    with pytest.raises(NotNow, match="Not every author"):
        sign_it(waiting, cast.press_officer)


def test_a_second_press_says_that_it_is_done(client, link):
    client.post(link, ANSWERS)
    for again in [client.post(link, ANSWERS), client.post(link, {"refuse": "yes"}), client.get(link)]:
        assert (again.status_code, heading(again)) == (200, "Thank you")
    assert (Attestation.objects.count(), AttestationRefusal.objects.count()) == (1, 0)


@pytest.mark.parametrize("missing", ANSWERS)
def test_an_answer_left_out_is_asked_for_and_the_others_kept(client, link, missing):
    answers = {name: answer for name, answer in ANSWERS.items() if name != missing}
    response = client.post(link, answers)
    assert (response.status_code, len(errors(response))) == (422, 1)
    assert title(response).startswith("Error: ")
    assert {name: typed(response).get(name) for name in answers} == answers
    assert not Attestation.objects.exists()


def test_a_guest_contributes_and_is_shown_to_readers(client, link, waiting, guest, cast):
    client.post(link, ANSWERS)
    sign_it(waiting, cast.press_officer)
    page = words(client.get(fresh(waiting.post).get_absolute_url()))
    assert "Gus Guest, Nurse, Derby" in page
    assert guest.email not in page
    assert waiting.post.contributors.filter(person=guest).exists()


# Saying no


def test_a_guest_says_that_they_did_not_write_it(client, link, waiting, guest):
    DBTaskResult.objects.all().delete()
    response = client.post(link, {"refuse": "yes"})
    assert (response.status_code, response["Location"]) == (303, link)
    assert told() == [("ada.author", "Gus Guest says they did not write: From the ward")]
    details = Entry.objects.get(action="post.attestation_refused").details
    assert (details.actor_id, details.actor_role) == (guest.pk, "Guest author")
    assert fresh(waiting).state == "open"


def test_saying_no_twice_tells_nobody_twice(client, link):
    client.post(link, {"refuse": "yes"})
    client.post(link, {"refuse": "yes"})
    assert len(mails()) == 2  # the question, and the answer
    assert Entry.objects.filter(action="post.attestation_refused").count() == 1


def test_somebody_who_said_no_by_mistake_can_still_attest(client, link):
    client.post(link, {"refuse": "yes"})
    page = client.get(link)
    assert "You said on" in words(page)
    assert "I did not write this" not in words(page)
    client.post(link, ANSWERS)
    assert Attestation.objects.exists()


def test_the_authors_see_that_somebody_said_no(sign_in, client, link, waiting, cast):
    client.post(link, {"refuse": "yes"})
    page = words(sign_in(cast.author).get(f"/desk/posts/{waiting.post_id}/"))
    assert "Said “I did not write this” of revision 1 Gus Guest" in page


def test_only_people_in_the_byline_say_that_they_did_not_write_it(waiting, cast):
    for who in ["author", "editor", "press_officer"]:
        with pytest.raises(NotAllowed):
            refuse_to_attest(waiting.revision, by=getattr(cast, who))


def test_nobody_says_no_to_what_has_ended_or_what_they_attested_to(waiting, guest, cast):
    attest(waiting.revision, STATEMENT, by=guest)
    with pytest.raises(NotNow, match="already said that you wrote"):
        refuse_to_attest(waiting.revision, by=guest)
    recall(waiting, by=cast.author)
    with pytest.raises(NotNow, match="no longer waiting"):
        refuse_to_attest(waiting.revision, by=guest)


def test_the_database_takes_a_refusal_only_of_a_named_author_of_an_open_text(waiting, guest, cast):
    refusal = refuse_to_attest(waiting.revision, by=guest)
    with refused("moderation_attestationrefusal_is_an_authors"):
        forge(refusal, person_id=cast.author.pk)
    recall(waiting, by=cast.author)
    again = submit_it(waiting.post, cast.author)
    forge(refusal, revision_id=again.revision_id)
    recall(again, by=cast.author)
    with refused("moderation_attestationrefusal_is_an_authors", "moderation_attestationrefusal_no_replace"):
        forge(refusal)


# When it ends


def ends(client, link):
    """What each way of using a link that has ended answers."""
    answers = [client.get(link), client.post(link, ANSWERS), client.post(link, {"refuse": "yes"})]
    assert not any("From the ward" in response.content.decode() for response in answers)
    assert (Attestation.objects.count(), AttestationRefusal.objects.count()) == (0, 0)
    return {(response.status_code, heading(response)) for response in answers}


def test_a_link_ends_with_its_submission(client, link, waiting, cast):
    recall(waiting, by=cast.author)
    assert ends(client, link) == {(410, "This link has ended")}


def test_a_link_ends_after_thirty_days(client, link, waiting):
    with clock.set_to(waiting.submitted_at + LASTS - timedelta(minutes=1)):
        assert client.get(link).status_code == 200
    with clock.set_to(waiting.submitted_at + LASTS):
        assert ends(client, link) == {(410, "This link has ended")}


def test_a_new_text_has_a_new_link(client, link, waiting, guest, cast):
    recall(waiting, by=cast.author)
    again = submit_it(waiting.post, cast.author)
    new = f"/attest/{token_for(again.revision, guest)}/"
    assert ends(client, link) == {(410, "This link has ended")}
    assert (new != link, client.get(new).status_code) == (True, 200)


def test_the_text_is_not_shown_any_more_once_attested(client, link):
    client.post(link, ANSWERS)
    assert "From the ward" not in client.get(link).content.decode()


def test_it_still_says_thank_you_when_the_post_is_live(client, link, waiting, cast):
    client.post(link, ANSWERS)
    sign_it(waiting, cast.press_officer)
    assert heading(client.get(link)) == "Thank you"


@pytest.mark.parametrize(
    "forged", ["x", "a.b", ".", "..", "é.é", "%00", "a" * 2000, "WzEsMV0.x", ":", "a:b:c"]
)
def test_what_we_did_not_sign_is_not_found(client, waiting, forged):
    assert client.get(f"/attest/{forged}/").status_code == 404
    assert client.post(f"/attest/{forged}/", ANSWERS).status_code == 404


def test_a_token_of_another_purpose_is_not_found(waiting, guest):
    asked = [waiting.revision_id, guest.pk]
    assert find(signing.dumps(asked, salt=SALT)) is None
    assert find(signing.Signer(salt="comments.form", sep=".").sign_object(asked)) is None


def test_a_changed_token_is_not_found(waiting, guest):
    token = token_for(waiting.revision, guest)
    assert find(token)
    assert all(find(f"{token[:n]}x{token[n + 1 :]}") is None for n in range(len(token)) if token[n] != "x")


def test_a_link_for_somebody_outside_the_byline_is_not_found(waiting, cast):
    assert find(token_for(waiting.revision, cast.editor)) is None


# Pictures


@pytest.fixture
def pictured(cast):
    """A guest's text with a picture, one picture of the post that is not in it, and the guest."""
    post = guest_post(cast)
    guest = post.draft.byline.get().person
    used = make_picture(post, cast.author)
    source = f"{wording().source}\n\n{used.markdown}"
    save(post, cast.author, title="From the ward", source=source, authors=[guest], words_by=guest)
    return submit_it(post, cast.author), used, guest


def test_pictures_come_from_an_address_that_the_link_opens(client, pictured):
    waiting, used, guest = pictured
    link = f"/attest/{token_for(waiting.revision, guest)}/"
    picture = f"{link}images/{used.digest}-64.webp"
    assert picture in client.get(link).content.decode()
    response = client.get(picture)
    assert (response.status_code, response["Content-Type"]) == (200, "image/webp")
    assert {name: response[name] for name in HEADERS} == HEADERS
    assert not response.cookies


def test_pictures_of_other_texts_are_not_opened(client, pictured, cast):
    waiting, _, guest = pictured
    recall(waiting, by=cast.author)
    save(waiting.post, cast.author, title="Without", authors=[guest], words_by=guest)
    again = submit_it(waiting.post, cast.author)
    unused = make_picture(start_post(cast.team, wording(), by=cast.author), cast.author)
    link = f"/attest/{token_for(again.revision, guest)}/"
    assert client.get(link).status_code == 200
    for digest in [unused.digest, "0" * 64]:
        assert client.get(f"{link}images/{digest}-64.webp").status_code == 404


def test_pictures_close_with_the_link(client, pictured, cast):
    waiting, used, guest = pictured
    link = f"/attest/{token_for(waiting.revision, guest)}/"
    attest(waiting.revision, STATEMENT, by=guest)
    assert client.get(f"{link}images/{used.digest}-64.webp").status_code == 404


def test_pictures_close_when_the_text_is_recalled(client, pictured, cast):
    waiting, used, guest = pictured
    link = f"/attest/{token_for(waiting.revision, guest)}/"
    recall(waiting, by=cast.author)
    assert client.get(f"{link}images/{used.digest}-64.webp").status_code == 404


# The byline


def test_the_database_seals_a_guest_into_their_own_posts_only(waiting, guest, cast):
    other = forge(submit_it(start_post(cast.team, wording(), by=cast.author), cast.author).revision, number=2)
    other.post.draft.byline.create(person=guest, position=2)
    other.post.contributors.create(person=guest, since=clock.now())
    with refused("posts_revisionauthor_guest_of_the_post"):
        RevisionAuthor.objects.create(revision=other, person=guest, position=2)


def test_only_somebody_without_an_account_is_a_guest_of_a_post(waiting, cast):
    with refused("posts_postguest_is_a_guest"):
        waiting.post.guests.create(person=cast.editor, added_by=cast.author, added_at=clock.now())


def test_a_guest_who_has_an_account_by_now_still_answers_the_link(client, link, waiting, guest):
    type(guest).objects.filter(pk=guest.pk).update(is_guest=False, is_active=True)
    client.post(link, ANSWERS)
    assert waiting_authors(waiting.revision) == []


def test_two_guests_have_a_link_each(cast, client):
    post = guest_post(cast)
    first = post.draft.byline.get().person
    second = make_guest(post, cast.author, name="Gia Guest", email="gia@elsewhere.example")
    save(post, cast.author, title="From the ward", authors=[first, second], words_by=first)
    revision = submit_it(post, cast.author).revision
    client.post(f"/attest/{token_for(revision, first)}/", ANSWERS)
    assert waiting_authors(revision) == [second]


def test_the_page_takes_a_few_queries(client, link):
    with CaptureQueriesContext(connection) as captured:
        client.get(link)
    assert len(captured) <= 5
