"""Who has a draft open: named to others, seen in another tab, forgotten when the page is gone."""

from datetime import timedelta

from posts import presence
from posts.saved_models import Presence
from teams import clock
from tests.scenes import SPRING

A, B = "a" * 32, "b" * 32


def after(seconds):
    return clock.set_to(SPRING + timedelta(seconds=seconds))


def test_others_are_named_and_oneself_is_not(draft, cast):
    presence.here(draft, cast.author, A)
    presence.here(draft, cast.co_author, B)
    assert presence.others(draft, cast.author, A) == ["Cy Coauthor"]
    assert presence.others(draft, cast.editor) == ["Ada Author", "Cy Coauthor"]


def test_a_second_tab_of_oneself_is_told(draft, cast):
    presence.here(draft, cast.author, A)
    assert presence.others(draft, cast.author, B) == ["you, in another tab"]


def test_whoever_closes_the_page_or_is_silent_for_half_a_minute_has_left(draft, cast):
    with after(0):
        presence.here(draft, cast.author, A)
        presence.here(draft, cast.co_author, B)
        presence.gone(draft, cast.author, A)
        assert presence.others(draft, cast.editor) == ["Cy Coauthor"]
    with after(31):
        assert presence.others(draft, cast.editor) == []


def test_rows_of_pages_closed_without_a_word_are_deleted(draft, cast):
    with after(0):
        presence.here(draft, cast.author, A)
    with after(61):
        presence.here(draft, cast.co_author, B)
        assert presence.forget_who_left() == 1
    assert Presence.objects.get().person == cast.co_author
