"""How long sign-off takes in a department: which verdicts count, in which month, and for how many hours."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.models import Group, RouteStep
from moderation.submitting import attest, recall
from moderation.turnaround import last_months, percentile, turnaround
from posts.drafting import start_post
from teams import clock
from tests.conftest import STATEMENT, submit_it
from tests.making import fresh, make_live_elsewhere, return_it, save, sign_it, take_down, wording

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 11, 25, 12, tzinfo=LONDON)


def at(day, hour, month=11):
    return clock.set_to(datetime(2026, month, day, hour, tzinfo=LONDON))


def started(cast, **changes):
    with at(2, 9, month=2):
        return start_post(cast.team, wording(**changes), by=cast.author)


def submitted(post, cast, day, hour, month=11):
    with at(day, hour, month):
        return submit_it(post, cast.author)


def signed(submission, cast, day, hour, month=11):
    with at(day, hour, month):
        sign_it(submission, cast.press_officer)
    return fresh(submission.post)


def returned(submission, cast, day, hour, month=11):
    with at(day, hour, month):
        return_it(submission, cast.press_officer)


def hours(department, now=NOW):
    """The hours of each month that has any."""
    found = turnaround(department, now=now)
    return {f"{month.first_day:%Y-%m}": list(month.hours) for month in found if month.hours}


@pytest.fixture
def post(cast):
    return started(cast)


def test_there_are_twelve_months_with_the_one_that_it_is(cast):
    months = turnaround(cast.department, now=NOW)
    assert [month.first_day for month in months] == [
        date(2025, 12, 1),
        *(date(2026, n, 1) for n in range(1, 12)),
    ]
    assert all(month.verdicts == 0 for month in months)


def test_a_month_is_followed_by_the_next_over_the_new_year():
    assert last_months(date(2027, 2, 14))[-3:] == [date(2026, 12, 1), date(2027, 1, 1), date(2027, 2, 1)]


def test_the_hours_from_submission_to_signature_count(post, cast):
    signed(submitted(post, cast, 5, 15), cast, 6, 11)  # a Thursday and the Friday after
    assert hours(cast.department) == {"2026-11": [4.0]}


def test_a_return_counts_once_the_post_was_released(post, cast):
    returned(submitted(post, cast, 2, 10), cast, 2, 13)
    assert hours(cast.department) == {}
    signed(submitted(post, cast, 3, 10), cast, 3, 11)
    assert hours(cast.department) == {"2026-11": [1.0, 3.0]}


def test_a_return_of_a_new_text_of_a_live_post_has_no_trace(post, cast):
    live = signed(submitted(post, cast, 2, 10), cast, 2, 11)
    with at(3, 9):
        save(live, cast.author, title="Another")
    returned(submitted(live, cast, 4, 10), cast, 4, 15)
    assert hours(cast.department) == {"2026-11": [1.0]}
    signed(submitted(live, cast, 5, 10), cast, 5, 12)
    assert hours(cast.department) == {"2026-11": [1.0, 2.0, 5.0]}


def test_a_month_is_that_of_the_verdict(post, cast):
    signed(submitted(post, cast, 30, 16, month=10), cast, 2, 10)  # a Friday and the Monday after
    assert hours(cast.department) == {"2026-11": [2.0]}


def test_a_verdict_of_a_summer_midnight_is_in_londons_month(post, cast):
    """Half past midnight on 1 July in London is still June in Greenwich."""
    submission = submitted(post, cast, 30, 16, month=6)
    with clock.set_to(datetime(2026, 7, 1, 0, 30, tzinfo=LONDON)):
        sign_it(submission, cast.press_officer)
    assert hours(cast.department) == {"2026-07": [1.0]}


def test_the_clock_starts_at_the_last_attestation(cast):
    post = started(cast, authors=[cast.author, cast.co_author])
    submission = submitted(post, cast, 2, 10)
    with at(4, 15):
        attest(submission.revision, STATEMENT, by=cast.co_author)
    signed(submission, cast, 4, 16)
    assert hours(cast.department) == {"2026-11": [1.0]}


def test_the_clock_stops_at_the_last_signature(post, cast):
    group = Group.objects.create(department=cast.department, kind=Group.Kind.CLEARERS, name="Analysts")
    group.members.add(cast.clearer)
    RouteStep.objects.create(team=cast.team, position=1, group=group)
    submission = submitted(post, cast, 2, 10)
    with at(2, 11):
        sign_it(submission, cast.clearer)
    signed(submission, cast, 2, 15)
    assert hours(cast.department) == {"2026-11": [5.0]}


def test_what_was_recalled_got_no_verdict(post, cast):
    submission = submitted(post, cast, 2, 10)
    with at(2, 12):
        recall(submission, by=cast.author)
    signed(submitted(post, cast, 3, 10), cast, 3, 11)
    assert hours(cast.department) == {"2026-11": [1.0]}


def test_a_verdict_stays_when_the_post_is_withdrawn(post, cast):
    live = signed(submitted(post, cast, 2, 10), cast, 2, 11)
    take_down(live, cast)
    assert hours(cast.department) == {"2026-11": [1.0]}


def test_a_verdict_goes_after_twelve_months(post, cast):
    signed(submitted(post, cast, 2, 10), cast, 2, 11)
    assert hours(cast.department, now=NOW + timedelta(days=340)) == {"2026-11": [1.0]}
    assert hours(cast.department, now=NOW + timedelta(days=375)) == {}


def test_a_department_counts_its_own_posts_only(cast):
    make_live_elsewhere(cast)
    now = clock.now()
    assert hours(cast.department, now=now) == {}
    assert len(hours(cast.other_department, now=now)) == 1


def test_it_takes_one_query(post, cast, django_assert_num_queries):
    signed(submitted(post, cast, 2, 10), cast, 2, 11)
    with django_assert_num_queries(1):
        turnaround(cast.department, now=NOW)


# The figures


@pytest.mark.parametrize(
    ("values", "median", "ninetieth"),
    [
        ([5.0], 5.0, 5.0),
        ([1.0, 2.0], 1.0, 2.0),
        ([1.0, 2.0, 3.0], 2.0, 3.0),
        ([float(n) for n in range(1, 11)], 5.0, 9.0),
        ([float(n) for n in range(1, 12)], 6.0, 10.0),
        ([float(n) for n in range(1, 101)], 50.0, 90.0),
    ],
)
def test_known_values_have_known_figures(values, median, ninetieth):
    assert (percentile(tuple(values), 50), percentile(tuple(values), 90)) == (median, ninetieth)


@given(st.lists(st.floats(0, 500), min_size=1), st.integers(1, 100))
def test_a_figure_is_the_smallest_value_that_so_many_do_not_exceed(values, per_cent):
    ordered = tuple(sorted(values))
    found = percentile(ordered, per_cent)
    assert sum(value <= found for value in ordered) * 100 >= per_cent * len(ordered)
    smaller = [value for value in ordered if value < found]
    assert len(smaller) * 100 < per_cent * len(ordered)
