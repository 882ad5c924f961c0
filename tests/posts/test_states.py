"""Every saved state of a draft: kept small, listed by sitting, compared, brought back, forgotten in time."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from posts import states
from posts.drafting import SaveConflict, set_partners, start_post, words_of
from posts.saved_models import SavedState
from posts.saving import bring_back
from posts.shares import shares_of
from teams import clock
from teams.refusals import NotAllowed, NotNow
from tests.making import fresh, save, wording
from tests.scenes import SPRING


def texts(post):
    """The text of each version that is kept, by its number."""
    versions = post.saved_states.order_by("version").values_list("version", flat=True)
    return {version: states.words_at(post, version)["source"] for version in versions}


def test_each_save_is_a_state_that_can_be_read_again(draft, cast):
    for word in ("one", "two", "three"):
        save(draft, cast.author, source=f"Text {word}.")
    assert [*texts(draft).values()][1:] == ["Text one.", "Text two.", "Text three."]


def test_a_state_holds_all_that_is_written(draft, cast):
    save(draft, cast.author, source="Other.", authors=[cast.author, cast.co_author], tags=["Bridges"])
    save(draft, cast.author, source="Now.")
    assert states.words_at(fresh(draft), 2) == {
        "title": "What we learned on the river",
        "summary": "Three things a season of sensors taught us.",
        "source": "Other.",
        "tags": ["Bridges"],
        "authors": [cast.author.pk, cast.co_author.pk],
        "kind": "update",
        "note": "",
    }


def test_partners_make_a_state_too(draft, cast):
    set_partners(draft, [cast.sister_team], by=cast.author)
    assert [*texts(fresh(draft))] == [1, 2]


def test_a_thousand_states_of_a_long_text_take_little_room(draft, cast):
    long = "word " * 2_000
    for number in range(120):
        save(draft, cast.author, source=f"{long}{'x' * number}.")
    kept = sum(map(len, draft.saved_states.values_list("kept", flat=True)))
    assert kept < 5 * len(long)
    assert states.words_at(fresh(draft), 60)["source"] == f"{long}{'x' * 58}."


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(alphabet="ab \n", max_size=12), min_size=1, max_size=8))
def test_any_series_of_saves_can_be_read_again(cast, series):
    post = start_post(cast.team, wording(), by=cast.author)
    for text in series:
        save(post, cast.author, source=text)
    assert [*texts(fresh(post)).values()][1:] == series


def test_of_what_is_not_kept_there_are_no_words(draft, cast):
    save(draft, cast.author, source="Other.")
    post = fresh(draft)
    assert [states.words_at(post, version) for version in (0, 3, 99)] == [None] * 3
    SavedState.objects.filter(version=2).delete()
    assert states.words_at(post, 1) is None


# Sittings


def at(minutes):
    return clock.set_to(SPRING + timedelta(minutes=minutes))


def test_saves_of_one_person_without_a_long_pause_are_one_sitting(cast):
    with at(0):
        post = start_post(cast.team, wording(source="One."), by=cast.author)
    for minutes, who in [(5, cast.author), (14, cast.author), (15, cast.co_author), (40, cast.co_author)]:
        with at(minutes):
            save(post, who, source=f"Words at {minutes}.")
    with at(50):
        found = states.sittings(fresh(post))
    assert [(s.person.name, s.number, s.last.version) for s in found] == [
        ("Cy Coauthor", 1, 5),
        ("Cy Coauthor", 1, 4),
        ("Ada Author", 3, 3),
    ]
    assert found[2].words_before is None
    assert found[1].words_before == found[2].last.words
    with at(50):
        assert [row.version for row in states.of_sitting(fresh(post), 3)] == [3, 2, 1]
        assert states.of_sitting(fresh(post), 2) == []


# Bringing back


def test_a_state_is_brought_back_as_a_new_save(draft, cast):
    save(draft, cast.author, source="Gone wrong.", title="Gone wrong")
    brought = bring_back(draft, 1, by=cast.co_author, onto=2)
    assert (brought.version, brought.title) == (3, "What we learned on the river")
    assert [*texts(fresh(draft))] == [1, 2, 3]
    assert draft.contributors.filter(person=cast.co_author).exists()


def test_words_that_are_brought_back_stay_their_writers(draft, cast):
    save(draft, cast.author, source="")
    brought = bring_back(draft, 1, by=cast.co_author, onto=2)
    assert [line["name"] for line in shares_of(brought)] == ["Ada Author"]


def test_a_state_comes_back_over_the_newest_version_only(draft, cast):
    save(draft, cast.author, source="Second.")
    with pytest.raises(SaveConflict):
        bring_back(draft, 1, by=cast.author, onto=1)


def test_a_state_that_is_not_kept_cannot_come_back(draft, cast):
    with pytest.raises(NotNow, match="90 days"):
        bring_back(draft, 7, by=cast.author, onto=1)


def test_nothing_comes_back_while_the_draft_is_with_its_signatories(submission, cast):
    with pytest.raises(NotNow):
        bring_back(submission.post, 1, by=cast.author, onto=1)


def test_whoever_may_not_write_brings_nothing_back(draft, cast):
    for person in (cast.press_officer, cast.outsider, cast.nobody):
        with pytest.raises(NotAllowed):
            bring_back(draft, 1, by=person, onto=1)


# The end of 90 days


def test_states_are_forgotten_after_90_days_and_the_draft_is_not(cast):
    with at(0):
        post = start_post(cast.team, wording(source="One."), by=cast.author)
    for day in (1, 60, 89):
        with clock.set_to(SPRING + timedelta(days=day)):
            save(post, cast.author, source=f"Day {day}.")
    with clock.set_to(SPRING + timedelta(days=100)):
        assert states.forget_old_states() == 2
        assert texts(fresh(post)) == {3: "Day 60.", 4: "Day 89."}
    with clock.set_to(SPRING + timedelta(days=300)):
        assert states.forget_old_states() == 2
        assert words_of(fresh(post).draft).source == "Day 89."
        save(post, cast.author, source="Day 300.")
        assert texts(fresh(post)) == {5: "Day 300."}
