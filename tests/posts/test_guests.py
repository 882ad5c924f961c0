"""Guest authors on the writing desk: who adds them, to which post, and what their address may be."""

import pytest

from posts.drafting import set_partners, start_post
from posts.guests import AddressTaken, guests_of
from posts.models import PostGuest
from teams.models import Entry, User
from teams.refusals import NotAllowed, NotNow
from tests.conftest import make_person
from tests.making import fresh, make_guest, save, wording
from tests.pages import errors, title, typed, words
from tests.posts.test_desk_views import at, sent
from tests.posts.test_drafting import NO_WRITERS, WRITERS

GUEST = {"name": "Gus Guest", "job_title": "Nurse, Derby", "email": "gus.guest@elsewhere.example"}


@pytest.fixture
def desk(sign_in, cast):
    """The browser of an author."""
    return sign_in(cast.author)


# Adding


@pytest.mark.parametrize("who", WRITERS)
def test_writers_of_the_team_add_guest_authors(draft, cast, who):
    person = make_guest(draft, getattr(cast, who))
    assert (person.name, person.job_title, person.email) == tuple(GUEST.values())
    assert person.is_guest
    assert list(guests_of(draft)) == [person]


def test_nobody_else_adds_a_guest_author(draft, cast):
    for who in NO_WRITERS:
        with pytest.raises(NotAllowed):
            make_guest(draft, getattr(cast, who))
        assert not User.objects.filter(is_guest=True).exists()


def test_writers_of_a_partner_add_guest_authors(draft, cast):
    set_partners(draft, [cast.other_team], by=cast.author)
    assert make_guest(draft, cast.outsider) in guests_of(draft)


def test_adding_is_recorded_without_the_address(draft, cast):
    make_guest(draft, cast.author)
    details = Entry.objects.get(action="post.guest_added").details
    assert details.changes == {"guest author": [None, "Gus Guest, Nurse, Derby"]}
    assert (details.actor_id, details.actor_role) == (cast.author.pk, "Author, Flood Resilience")


@pytest.mark.parametrize("email", ["cy.coauthor@blogs.example", "CY.Coauthor@blogs.EXAMPLE"])
def test_a_colleague_who_can_be_in_the_byline_is_named(draft, cast, email):
    with pytest.raises(AddressTaken, match="Cy Coauthor has an account"):
        make_guest(draft, cast.author, email=email)


@pytest.mark.parametrize("who", ["outsider", "press_officer", "nobody", "superuser"])
def test_an_account_that_the_author_cannot_choose_is_not_named(draft, cast, who):
    person = getattr(cast, who)
    with pytest.raises(AddressTaken) as refusal:
        make_guest(draft, cast.author, email=person.email)
    assert person.name not in str(refusal.value)
    assert "account" not in str(refusal.value)
    assert not fresh(person).is_guest


def test_somebody_who_has_left_is_not_made_a_guest(draft, cast):
    gone = make_person("Gone Away", is_active=False)
    with pytest.raises(AddressTaken):
        make_guest(draft, cast.author, email=gone.email)
    assert not fresh(gone).is_guest


def test_the_same_guest_can_write_two_posts(draft, cast):
    other = start_post(cast.team, wording(), by=cast.author)
    assert make_guest(draft, cast.author) == make_guest(other, cast.author)
    assert PostGuest.objects.count() == 2


def test_adding_a_guest_again_puts_a_wrong_name_right(draft, cast):
    make_guest(draft, cast.author, name="Gus Gest")
    again = make_guest(draft, cast.editor)
    assert (again.name, PostGuest.objects.count()) == ("Gus Guest", 1)


def test_the_guest_of_a_team_that_one_does_not_write_for_keeps_their_name(draft, cast):
    elsewhere = start_post(cast.other_team, wording(), by=cast.outsider)
    make_guest(elsewhere, cast.outsider)
    assert make_guest(draft, cast.author, name="Somebody Else").name == "Gus Guest"


# In the byline


def test_a_guest_is_in_the_byline_of_their_post(draft, cast):
    guest = make_guest(draft, cast.author)
    save(draft, cast.author, authors=[cast.author, guest])
    assert [line.person for line in draft.draft.byline.all()] == [cast.author, guest]


def test_a_guest_is_in_no_other_byline(draft, cast):
    guest = make_guest(draft, cast.author)
    other = start_post(cast.team, wording(), by=cast.author)
    with pytest.raises(NotNow, match="Gus Guest does not write for"):
        save(other, cast.author, authors=[cast.author, guest])
    with pytest.raises(NotNow, match="Gus Guest does not write for"):
        start_post(cast.team, wording(authors=[guest]), by=cast.author)


def test_the_form_offers_a_guest_in_their_own_post_only(desk, draft, cast):
    make_guest(draft, cast.author)
    other = start_post(cast.team, wording(), by=cast.author)
    assert "Gus Guest, guest author" in words(desk.get(at(draft)))
    assert "Gus Guest" not in words(desk.get(at(other)))


def test_a_guest_chosen_in_the_form_is_saved(desk, draft, cast):
    guest = make_guest(draft, cast.author)
    assert desk.post(at(draft), sent(draft, authors=[cast.author.pk, guest.pk])).status_code == 302
    assert guest in [line.person for line in draft.draft.byline.all()]


def test_a_guest_forged_into_the_form_of_another_post_is_refused(desk, draft, cast):
    guest = make_guest(start_post(cast.team, wording(), by=cast.author), cast.author)
    for changed in [{"authors": [guest.pk]}, {"words_by": guest.pk}]:
        desk.post(at(draft), sent(draft, source="Mine.", **changed))
        assert guest not in [line.person for line in draft.draft.byline.all()]
        assert guest.pk not in [person for person, _ in fresh(draft.draft).authorship]


# Whose words


def test_whose_words_are_typed_in_is_asked_only_where_there_is_a_guest(desk, draft, cast):
    assert "words_by" not in typed(desk.get(at(draft)))
    make_guest(draft, cast.author)
    assert typed(desk.get(at(draft)))["words_by"] == ""


def test_words_typed_in_for_a_guest_are_theirs(desk, draft, cast):
    guest = make_guest(draft, cast.author)
    desk.post(at(draft), sent(draft, source=f"{draft.draft.source}\n\nIn my own words.", words_by=guest.pk))
    assert fresh(draft.draft).authorship[-1] == [guest.pk, 4]
    assert draft.contributors.filter(person=guest).exists()


@pytest.mark.parametrize("forged", ["9" * 30, "x", "-1"])
def test_words_typed_in_for_nobody_are_refused(desk, draft, cast, forged):
    make_guest(draft, cast.author)
    response = desk.post(at(draft), sent(draft, source="New.", words_by=forged))
    assert (response.status_code, typed(response)["source"]) == (422, "New.")


# The page


def test_the_page_adds_a_guest_and_says_what_to_do_next(desk, draft):
    response = desk.post(at(draft, "guests/"), GUEST, follow=True)
    assert response.redirect_chain == [(at(draft), 302)]
    assert "Added. Choose Gus Guest in the byline" in words(response)
    assert "Gus Guest, Nurse, Derby" in words(desk.get(at(draft, "guests/")))


def test_saving_can_lead_to_the_page(desk, draft):
    assert desk.post(at(draft), sent(draft, then="guests"))["Location"] == at(draft, "guests/")


def test_an_address_in_capitals_is_the_same_address(desk, draft):
    desk.post(at(draft, "guests/"), {**GUEST, "email": "Gus.Guest@Elsewhere.example"})
    assert User.objects.get(is_guest=True).email == GUEST["email"]


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"name": ""}, "Enter their name"),
        ({"name": "x" * 121}, "Their name must be 120 characters or fewer; it has 121"),
        ({"job_title": " "}, "Enter their role"),
        ({"job_title": "x" * 121}, "Their role must be 120 characters or fewer; it has 121"),
        ({"email": ""}, "Enter their own email address"),
        ({"email": "gus"}, "Enter a valid email address."),
        ({"email": "g@x.example\nBcc: a@b.example"}, "Enter a valid email address."),
        ({"email": "x" * 250 + "@x.example"}, None),
        ({"email": "cy.coauthor@blogs.example"}, "Cy Coauthor has an account. Choose them in the byline."),
    ],
)
def test_a_faulty_guest_is_refused_and_keeps_what_was_typed(desk, draft, changed, message):
    response = desk.post(at(draft, "guests/"), {**GUEST, **changed})
    assert response.status_code == 422
    assert title(response).startswith("Error: ")
    assert message is None or errors(response) == [message]
    assert typed(response)["name"] == changed.get("name", GUEST["name"])
    assert not User.objects.filter(is_guest=True).exists()


def test_a_name_is_cleaned(desk, draft):
    desk.post(at(draft, "guests/"), {**GUEST, "name": "Gus\u202e\0  Guest\u200b"})
    assert User.objects.get(is_guest=True).name == "Gus Guest"


def test_the_page_of_another_team_is_not_there(sign_in, cast, draft):
    assert sign_in(cast.outsider).post(at(draft, "guests/"), GUEST).status_code == 404
    assert sign_in(cast.press_officer).post(at(draft, "guests/"), GUEST).status_code == 403
    assert not User.objects.filter(is_guest=True).exists()
