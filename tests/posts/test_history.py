"""History mode: the posts of a past government carry a banner, and can only be withdrawn."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments.receiving import why_closed
from comments.replying import reply_officially
from comments.workflow import State
from moderation.workflow import State as SubmissionState
from posts.drafting import add_image, start_post
from posts.history import end_history, past_government, refuse_past, set_history, why_not_set
from posts.models import Post
from posts.restrictions import PastGovernment
from teams.models import Entry
from teams.refusals import NotAllowed, NotNow
from tests.conftest import submit_it
from tests.histories import BANNER, FIRST, LAST, NAME, a_past_government, make_history, make_live_then
from tests.making import (
    decide,
    fresh,
    make_comment,
    make_live,
    picture_file,
    save,
    sign_it,
    take_down,
    wording,
)
from tests.pages import heading, kept, links, words

OTHERS = ["author", "editor", "press_officer", "clearer", "auditor", "outside_officer", "nobody", "superuser"]


@pytest.fixture
def past(cast):
    """A post that was published under a past government, and locked since."""
    post = make_live_then(cast)
    make_history(cast)
    return fresh(post)


def at(day, hour):
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


# Setting


def test_the_administrator_of_the_department_sets_it(cast):
    past = make_history(cast)
    assert (past.set_by, past.name) == (cast.administrator, NAME)
    details = Entry.objects.get(action="history.set").details
    assert details.changes == {
        "name": [None, NAME],
        "first day": [None, "2019-07-24"],
        "last day": [None, "2024-07-04"],
        "department number": [None, cast.department.pk],
    }
    assert details.actor_role == "Department administrator, Department for Rivers"


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_sets_it(who, cast):
    with pytest.raises(NotAllowed):
        set_history(a_past_government(cast), by=getattr(cast, who))


def test_the_last_day_must_be_past(cast):
    today = timezone.localdate()
    assert "must be past" in why_not_set(a_past_government(cast, ends_on=today))
    assert why_not_set(a_past_government(cast, ends_on=today - timedelta(days=1))) == ""
    with pytest.raises(NotNow, match="must be past"):
        make_history(cast, ends_on=today)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (FIRST, LAST),
        (date(2010, 5, 11), FIRST),
        (LAST, date(2025, 1, 1)),
        (date(2020, 1, 1), date(2020, 1, 1)),
    ],
)
def test_days_that_are_another_governments_are_refused(first, last, cast):
    make_history(cast)
    with pytest.raises(NotNow, match=f"overlap with those of the {NAME}"):
        make_history(cast, first, last, name="Another")


def test_days_beside_each_other_are_fine(cast):
    make_history(cast)
    make_history(cast, date(2010, 5, 11), FIRST - timedelta(days=1), name="Another")
    assert PastGovernment.objects.current().count() == 2


def test_days_are_free_again_once_it_has_ended(cast):
    end_history(make_history(cast), by=cast.administrator, why="Wrong name.")
    assert make_history(cast, name="Another").name == "Another"


# Which posts


@pytest.mark.parametrize(
    ("moment", "marked"),
    [
        (at(FIRST, 12) - timedelta(days=1), False),
        (at(FIRST, 12), True),
        (at(LAST, 22), True),  # 11pm in London
        (at(LAST, 23), False),  # midnight in London, of the day after
    ],
)
def test_the_day_of_first_publication_in_london_decides(moment, marked, cast):
    post = make_live_then(cast, moment)
    make_history(cast)
    assert past_government(fresh(post)) == (NAME if marked else "")


def test_a_change_since_does_not_make_a_post_newer(cast):
    post = make_live_then(cast)
    save(post, cast.author, title="Changed since", note="Changed since.")
    sign_it(submit_it(post, cast.author), cast.press_officer)
    make_history(cast)
    assert past_government(fresh(post)) == NAME


def test_posts_of_another_department_and_drafts_are_not_marked(cast, draft):
    make_history(cast)
    assert past_government(draft) == ""
    assert not PastGovernment.objects.of_post(cast.other_department, FIRST).exists()


def test_a_list_knows_the_government_of_each_post_in_one_query(past, cast):
    make_live(cast, title="Today")
    with CaptureQueriesContext(connection) as captured:
        found = [past_government(post) for post in Post.objects.live().with_past_government()]
    assert (found, len(captured)) == (["", NAME], 1)


# What readers see


def test_readers_see_the_banner(client, past):
    page = client.get(past.get_absolute_url())
    assert BANNER in words(page)
    assert "Comments are closed" in words(page)
    assert f"{past.get_absolute_url()}comment/" not in links(page)


def test_a_post_of_today_has_no_banner(client, live, cast):
    make_history(cast)
    assert "published under" not in words(client.get(live.get_absolute_url()))


def test_the_banner_takes_no_query(client, past, cast):
    with CaptureQueriesContext(connection) as captured:
        client.get(past.get_absolute_url())
    end_history(PastGovernment.objects.get(), by=cast.administrator, why="Wrong.")
    with CaptureQueriesContext(connection) as without:
        client.get(past.get_absolute_url())
    assert len(captured) <= len(without) <= 6


def test_setting_and_ending_it_make_readers_pages_anew(client, cast):
    post = make_live_then(cast)

    def etag():
        return client.get(post.get_absolute_url())["ETag"]

    before = etag()
    past = make_history(cast)
    during = etag()
    end_history(past, by=cast.administrator, why="Wrong.")
    assert len({before, during, etag()}) == 3


def test_blogs_without_a_post_of_those_days_stay_as_they_were(live, cast):
    version = fresh(cast.team).page_version
    make_history(cast)
    assert fresh(cast.team).page_version == version


def test_the_comment_form_is_closed_with_the_notice(client, past):
    page = client.get(f"{past.get_absolute_url()}comment/")
    assert page.status_code == 409
    assert f"Comments are closed. {BANNER}." in words(page)


def test_a_comment_that_was_on_its_way_is_given_back(client, past):
    page = client.post(f"{past.get_absolute_url()}comment/", {"body": "My words", "house_rules": "on"})
    assert page.status_code == 409
    assert kept(page)["Your words"] == "My words"


# What is locked


def test_it_takes_no_comment(past):
    with pytest.raises(NotNow, match="Comments are closed"):
        make_comment(past)


def test_a_comment_received_before_is_still_decided_and_not_answered(cast):
    post = make_live_then(cast)
    comment = make_comment(post)
    make_history(cast)
    assert decide(comment, State.PUBLISHED, cast.editor).state == State.PUBLISHED
    with pytest.raises(NotNow, match="kept as it was"):
        reply_officially(comment, by=cast.author, body="Thank you.")


def test_its_draft_is_not_saved(past, cast):
    with pytest.raises(NotNow, match="kept as it was; it can only be withdrawn"):
        save(past, cast.author, title="Rewritten", note="All of it.")


def test_it_gets_no_picture(past, cast):
    with pytest.raises(NotNow):
        add_image(past, picture_file(), by=cast.author, alt="A gauge")


def test_a_draft_that_was_written_before_is_not_submitted(cast):
    post = make_live_then(cast)
    save(post, cast.author, title="Rewritten", note="All of it.")
    make_history(cast)
    with pytest.raises(NotNow, match="kept as it was"):
        submit_it(post, cast.author)


def test_what_is_under_submission_ends(cast):
    post = make_live_then(cast)
    save(post, cast.author, title="Rewritten", note="All of it.")
    submission = submit_it(post, cast.author)
    make_history(cast)
    assert fresh(submission).state == SubmissionState.LAPSED
    assert Entry.objects.get(action="post.lapsed").details.reason == (
        "The post was published under a past government and is locked."
    )
    with pytest.raises(NotNow, match="has ended"):
        sign_it(submission, cast.press_officer)


def test_it_can_be_withdrawn(client, past, cast):
    take_down(past, cast)
    assert client.get(past.get_absolute_url()).status_code == 410


def test_a_withdrawn_one_does_not_come_back(past, cast):
    take_down(past, cast)
    with pytest.raises(NotNow, match="kept as it was"):
        submit_it(past, cast.author)


def test_the_team_writes_other_posts_as_before(past, cast):
    assert make_live(cast, title="Today").is_live
    refuse_past(start_post(cast.team, wording(title="Tomorrow"), by=cast.author))


@pytest.mark.parametrize("page", ["edit/", "images/", "teams/", "submit/"])
def test_its_pages_on_the_desk_say_that_it_is_kept(page, sign_in, past, cast):
    answer = sign_in(cast.author).get(f"/desk/posts/{past.pk}/{page}")
    assert (answer.status_code, heading(answer)) == (409, "That cannot be done now")
    assert "It is kept as it was; it can only be withdrawn." in words(answer)


def test_the_desk_offers_nothing_but_withdrawal(sign_in, past, cast):
    page = sign_in(cast.editor).get(f"/desk/posts/{past.pk}/")
    assert f"{BANNER}. It is kept as it was" in words(page)
    offered = {link for link in links(page) if link.startswith(f"/desk/posts/{past.pk}/")}
    assert offered == {f"/desk/posts/{past.pk}/preview/", f"/desk/posts/{past.pk}/withdraw/"}


def test_words_that_were_being_written_are_given_back(sign_in, past, cast):
    sent = {"title": "Mine", "source": "My words", "version": past.draft.version, "authors": cast.author.pk}
    page = sign_in(cast.author).post(f"/desk/posts/{past.pk}/edit/", sent)
    assert (page.status_code, kept(page)["Text"]) == (409, "My words")


# Ending


def test_ending_it_opens_its_posts_again(past, cast):
    end_history(PastGovernment.objects.get(), by=cast.administrator, why="The days were wrong.")
    assert why_closed(past) == ""
    save(past, cast.author, title="Rewritten", note="All of it.")
    assert Entry.objects.get(action="history.ended").details.reason == "The days were wrong."


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_ends_it(who, cast):
    past = make_history(cast)
    with pytest.raises(NotAllowed):
        end_history(past, by=getattr(cast, who), why="I would like to.")


def test_it_is_ended_once(cast):
    past = end_history(make_history(cast), by=cast.administrator, why="Wrong.")
    with pytest.raises(NotNow, match="ended already"):
        end_history(past, by=cast.administrator, why="Again.")
