"""Statistics embargoes: who sets, moves and lifts them, whom they name, and what they close."""

import hashlib
from datetime import UTC, date, datetime, timedelta

import pytest

from posts.access import Closed, access_post, may, require_on, whom_to_ask
from posts.drafting import add_image, start_post
from posts.embargo import (
    for_record,
    in_force,
    lift_embargo,
    name_person,
    nameable,
    not_before,
    remove_person,
    set_embargo,
)
from posts.models import Post
from posts.opening import OpenFirst
from teams import clock, record
from teams.models import Entry, User
from teams.permissions import Action
from teams.refusals import NotAllowed, NotNow
from tests.embargoes import (
    BEFORE,
    RELEASE_ON,
    RELEASED_AT,
    UNTIL,
    embargo_of,
    embargoed,
    mail_to,
    named_on,
)
from tests.making import picture_file, release_again, save, wording

WRITERS = ["author", "co_author", "editor", "writing_press_officer"]
NO_WRITERS = [
    "press_officer",
    "clearer",
    "community_manager",
    "administrator",
    "auditor",
    "outsider",
    "outside_officer",
    "nobody",
    "superuser",
]


def entry(action):
    return Entry.objects.get(action=action).details


@pytest.fixture
def closed(draft, cast):
    """A draft under an embargo that names its author and nobody else."""
    return embargoed(draft, cast.author)


# Setting


@pytest.mark.parametrize("who", WRITERS)
def test_whoever_writes_for_the_team_sets_an_embargo(who, draft, cast):
    assert set_embargo(draft, RELEASE_ON, by=getattr(cast, who)).set_by == getattr(cast, who)


@pytest.mark.parametrize("who", NO_WRITERS)
def test_nobody_else_sets_one(who, draft, cast):
    with pytest.raises(NotAllowed):
        set_embargo(draft, RELEASE_ON, by=getattr(cast, who))
    assert not draft.embargoes.exists()


def test_whoever_sets_it_and_the_byline_are_named_at_once(draft, cast):
    save(draft, cast.author, authors=[cast.author, cast.co_author])
    embargoed(draft, cast.editor)
    assert named_on(draft) == {cast.editor, cast.author, cast.co_author}


@pytest.mark.parametrize(
    ("day", "utc"), [(date(2036, 3, 4), (9, 30)), (date(2036, 7, 1), (8, 30))], ids=["winter", "summer"]
)
def test_an_embargo_ends_at_half_past_nine_in_london(day, utc, draft, cast):
    set_embargo(draft, day, by=cast.author)
    assert not_before(draft) == datetime(day.year, day.month, day.day, *utc, tzinfo=UTC)


def test_a_day_whose_half_past_nine_has_gone_is_refused(draft, cast):
    with clock.set_to(RELEASED_AT), pytest.raises(NotNow, match="still to come"):
        set_embargo(draft, RELEASE_ON, by=cast.author)
    with clock.set_to(BEFORE):
        assert set_embargo(draft, RELEASE_ON, by=cast.author).until == UNTIL


def test_a_draft_without_an_embargo_has_no_time_before_which_it_waits(draft):
    assert not_before(draft) is None


def test_setting_is_recorded_without_a_word_of_the_draft(closed, cast):
    details = entry("embargo.set")
    assert details.subject_label == "A post under a statistics embargo"
    assert details.changes == {
        "embargo until": [None, UNTIL],
        "release day": [None, "2036-03-04"],
        "not before": [None, "2036-03-04T09:30:00.000000+00:00"],
        "named": [None, ["Ada Author"]],
        "person number": [None, [cast.author.pk]],
    }
    assert (details.actor_id, details.actor_role) == (cast.author.pk, "Author, Flood Resilience")


def test_setting_again_moves_the_day_and_keeps_the_list(closed, cast):
    name_person(closed, cast.press_officer, by=cast.author)
    set_embargo(closed, RELEASE_ON + timedelta(days=7), by=cast.author)
    assert in_force(closed).until == "9:30am on Tuesday 11 March 2036"
    assert named_on(closed) == {cast.author, cast.press_officer}
    assert entry("embargo.moved").changes == {
        "embargo until": [UNTIL, "9:30am on Tuesday 11 March 2036"],
        "release day": ["2036-03-04", "2036-03-11"],
        "not before": ["2036-03-04T09:30:00.000000+00:00", "2036-03-11T09:30:00.000000+00:00"],
    }


def test_moving_it_to_its_own_day_is_refused(closed, cast):
    with pytest.raises(NotNow, match=f"until {UNTIL} already"):
        set_embargo(closed, RELEASE_ON, by=cast.author)


def test_a_writer_who_is_not_named_cannot_move_it(closed, cast):
    with pytest.raises(Closed):
        set_embargo(closed, RELEASE_ON + timedelta(days=7), by=cast.editor)


# Naming and removing


@pytest.mark.parametrize("who", ["editor", "press_officer", "second_press_officer", "clearer"])
def test_people_whose_role_opens_drafts_can_be_named(who, closed, cast):
    person = getattr(cast, who)
    name_person(closed, person, by=cast.author)
    assert named_on(closed) == {cast.author, person}
    changes = {"named": [None, person.name], "person number": [None, person.pk]}
    assert entry("embargo.person_named").changes == changes


@pytest.mark.parametrize(
    "who", ["community_manager", "administrator", "auditor", "outsider", "outside_officer", "superuser"]
)
def test_nobody_else_can_be_named(who, closed, cast):
    with pytest.raises(NotNow, match="has no role that opens drafts"):
        name_person(closed, getattr(cast, who), by=cast.author)


def test_a_person_is_named_once(closed, cast):
    with pytest.raises(NotNow, match="named already"):
        name_person(closed, cast.author, by=cast.author)


def test_whoever_is_named_is_told_without_a_word_of_the_draft(closed, cast):
    name_person(closed, cast.press_officer, by=cast.author)
    ((subject, body),) = mail_to(cast.press_officer)
    assert subject == "You may open a post under a statistics embargo"
    assert "Ada Author has named you among the people who may open a post of Flood Resilience" in body
    assert "river" not in body


def test_a_press_officer_who_is_named_cannot_name_others(closed, cast):
    name_person(closed, cast.press_officer, by=cast.author)
    with pytest.raises(NotAllowed):
        name_person(closed, cast.second_press_officer, by=cast.press_officer)


def test_nobody_names_themselves(closed, cast):
    with pytest.raises(Closed):
        name_person(closed, cast.editor, by=cast.editor)


def test_naming_needs_an_embargo(draft, cast):
    with pytest.raises(NotNow, match="under no statistics embargo"):
        name_person(draft, cast.press_officer, by=cast.author)


def test_a_person_who_is_removed_stays_on_the_list_and_may_be_named_again(closed, cast):
    name_person(closed, cast.press_officer, by=cast.author)
    remove_person(closed, cast.press_officer, by=cast.author)
    assert named_on(closed) == {cast.author}
    name_person(closed, cast.press_officer, by=cast.author)
    access = embargo_of(closed).access.filter(person=cast.press_officer)
    assert [line.removed_by for line in access] == [cast.author, None]
    changes = {"named": ["Pat Press", None], "person number": [cast.press_officer.pk, None]}
    assert entry("embargo.person_removed").changes == changes


def test_an_author_in_the_byline_is_not_removed(closed, cast):
    name_person(closed, cast.editor, by=cast.author)
    with pytest.raises(NotNow, match="is in the byline"):
        remove_person(closed, cast.author, by=cast.editor)


def test_the_last_writer_is_not_removed(closed, cast):
    name_person(closed, cast.editor, by=cast.author)
    name_person(closed, cast.press_officer, by=cast.author)
    save(closed, cast.author, authors=[cast.editor])
    remove_person(closed, cast.author, by=cast.editor)
    save(closed, cast.editor, authors=[cast.editor])
    with pytest.raises(NotNow, match="in the byline"):
        remove_person(closed, cast.editor, by=cast.editor)


def test_a_writer_outside_the_byline_is_not_removed_where_nobody_else_could_name_people(closed, cast):
    name_person(closed, cast.editor, by=cast.author)
    cast.author.roles_held.all().delete()
    with pytest.raises(NotNow, match="Name somebody else who writes"):
        remove_person(closed, cast.editor, by=cast.editor)


def test_whoever_was_never_named_is_not_removed(closed, cast):
    with pytest.raises(NotNow, match="is not named"):
        remove_person(closed, cast.press_officer, by=cast.author)


def test_people_of_a_partner_team_can_be_named(draft, cast):
    assert cast.outside_officer not in nameable(draft)
    draft.partnerships.create(team=cast.other_team)
    assert cast.outside_officer in nameable(draft)


def test_the_platform_administrator_is_never_named(draft, cast):
    assert cast.superuser not in nameable(draft)


def test_whom_to_ask_are_the_named_people_who_write(closed, cast):
    name_person(closed, cast.editor, by=cast.author)
    name_person(closed, cast.press_officer, by=cast.author)
    assert whom_to_ask(embargo_of(closed)) == "Ask Ada Author or Ed Editor to name you."


def test_where_nobody_named_writes_any_more_the_administrator_is_asked(closed, cast):
    cast.author.roles_held.all().delete()
    assert whom_to_ask(embargo_of(closed)) == "Ask your department administrator to name you."


# Ending


def test_lifting_opens_the_draft_and_keeps_the_list(closed, cast):
    lift_embargo(closed, by=cast.author, why="The release was brought forward.")
    assert in_force(closed) is None
    assert may_open(cast.press_officer, closed)
    assert embargo_of(closed).access.count() == 1
    assert entry("embargo.lifted").reason == "The release was brought forward."


def test_a_press_officer_cannot_lift_it(closed, cast):
    name_person(closed, cast.press_officer, by=cast.author)
    with pytest.raises(NotAllowed):
        lift_embargo(closed, by=cast.press_officer, why="I would like to.")


def test_it_is_lifted_once(closed, cast):
    lift_embargo(closed, by=cast.author, why="Early.")
    with pytest.raises(NotNow, match="under no statistics embargo"):
        lift_embargo(closed, by=cast.author, why="Again.")


def test_a_draft_can_come_under_another_embargo_later(closed, cast):
    lift_embargo(closed, by=cast.author, why="Early.")
    set_embargo(closed, RELEASE_ON, by=cast.editor)
    assert in_force(closed).set_by == cast.editor
    assert closed.embargoes.count() == 2


def test_a_release_before_the_embargo_does_not_end_it(live, cast):
    embargoed(live, cast.author)
    assert not_before(live) == RELEASED_AT


# What is closed


def may_open(person, post):
    try:
        require_on(person, Action.SEE_POSTS, post)
    except NotAllowed:
        return False
    return Post.objects.open_to(person, Action.SEE_POSTS).filter(pk=post.pk).exists()


def test_only_named_people_may_open_the_draft(closed, cast):
    name_person(closed, cast.press_officer, by=cast.author)
    people = {name: person for name, person in vars(cast).items() if isinstance(person, User)}
    assert {name for name, person in people.items() if may_open(person, closed)} == {
        "author",
        "press_officer",
    }


def test_a_name_on_the_list_is_no_role(closed, cast):
    name_person(closed, cast.clearer, by=cast.author)
    assert not may_open(cast.clearer, closed)
    assert not may(cast.clearer, Action.WRITE_POSTS, closed)


def test_whoever_is_removed_may_no_longer_open_it(closed, cast):
    name_person(closed, cast.press_officer, by=cast.author)
    remove_person(closed, cast.press_officer, by=cast.author)
    assert not may_open(cast.press_officer, closed)


def test_a_refusal_says_whom_to_ask_and_not_what_about(closed, cast):
    with pytest.raises(Closed) as refusal:
        access_post(closed.pk, cast.editor, Action.WRITE_POSTS)
    assert str(refusal.value) == "This draft is under a statistics embargo. Ask Ada Author to name you."


def test_somebody_named_must_open_the_draft_first(closed, cast):
    with pytest.raises(OpenFirst):
        access_post(closed.pk, cast.author, Action.WRITE_POSTS)


def test_a_live_text_under_an_embargo_can_be_withdrawn_by_whoever_is_not_named(live, cast):
    embargoed(live, cast.author)
    assert access_post(live.pk, cast.press_officer, Action.WITHDRAW_POSTS) == live


def test_a_draft_that_is_not_live_is_closed_to_withdrawal_too(closed, cast):
    with pytest.raises(Closed):
        access_post(closed.pk, cast.press_officer, Action.WITHDRAW_POSTS)


def test_a_writer_who_is_not_named_cannot_save_the_draft(closed, cast):
    with pytest.raises(Closed):
        save(closed, cast.editor, title="Mine")


def test_a_writer_who_is_not_named_cannot_add_a_picture(closed, cast):
    with pytest.raises(Closed):
        add_image(closed, picture_file(), by=cast.editor, alt="A gauge")


def test_nobody_comes_into_the_byline_who_is_not_named(closed, cast):
    with pytest.raises(NotNow, match="Name Cy Coauthor on the statistics embargo first"):
        save(closed, cast.author, authors=[cast.author, cast.co_author])
    name_person(closed, cast.co_author, by=cast.author)
    assert save(closed, cast.author, authors=[cast.author, cast.co_author]).byline.count() == 2


def test_an_embargo_closes_no_other_post(closed, cast):
    other = start_post(cast.team, wording(title="Another"), by=cast.author)
    assert may_open(cast.editor, other)
    assert not may_open(cast.editor, closed)


# The record


def test_the_record_keeps_a_digest_of_words_about_an_embargoed_draft(closed):
    words = "Do not say 3.9 per cent."
    kept = for_record(closed, words)
    assert words not in kept
    assert kept.endswith(hashlib.sha256(words.encode()).hexdigest())


def test_the_record_keeps_other_words_as_they_are(draft):
    assert for_record(draft, "Do not say 3.9 per cent.") == "Do not say 3.9 per cent."


def test_the_record_names_a_live_post_by_what_readers_see(live, cast):
    save(live, cast.author, title="A figure of 3.9 per cent")
    embargoed(live, cast.author)
    assert entry("embargo.set").subject_label == live.live_text.title


def test_after_the_release_the_record_names_the_post_by_its_title(draft, cast):
    embargoed(draft, cast.author, cast.press_officer)
    with clock.set_to(RELEASED_AT):
        released = release_again(draft, cast, title="Out at last")
    assert released.subject.label == "Out at last"
    assert record.verify().broken is None
