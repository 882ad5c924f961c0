"""The community manager's queue and the page of one comment."""

from datetime import timedelta

import pytest

from comments.models import Comment, OfficialReply
from comments.workflow import HouseRule, State
from moderation.releasing import withdraw
from posts.models import Withdrawal
from teams import clock
from teams.models import RoleHeld
from teams.roles import Role
from tests.making import SPRING, decide, fresh, make_comment, make_comment_in, make_live_elsewhere
from tests.pages import errors, heading, kept, links, title, tree, typed, words

QUEUE = "/desk/comments/"


@pytest.fixture
def comment(live):
    return make_comment(live)


@pytest.fixture
def desk(sign_in, cast):
    """The browser of a community manager."""
    return sign_in(cast.community_manager)


def at(comment):
    return f"{QUEUE}{comment.pk}/"


def listed(response):
    """The keys of the comments in the queue, in order."""
    places = [link.removeprefix(QUEUE).strip("/") for link in links(response) if link.startswith(QUEUE)]
    return [int(place) for place in places if place]


def decision(comment, choice="publish", **more):
    return {"decision": choice, "seen": fresh(comment).state, **more}


def decisions(response):
    return {node.get("value") for node in tree(response).iter("input") if node.get("name") == "decision"}


# The queue


def test_the_oldest_promise_is_first_and_likely_spam_last(desk, live):
    made = []
    for days, said in [(0, "https://a " * 9), (2, "newer"), (1, "older")]:
        with clock.set_to(SPRING + timedelta(days=days)):
            made.append(make_comment(live, said))
    spam, newer, older = (comment.pk for comment in made)
    assert listed(desk.get(QUEUE)) == [older, newer, spam]


def test_likely_spam_is_marked(desk, live, cast):
    make_comment_in(State.LIKELY_SPAM, live, cast.editor)
    assert "Likely spam" in words(desk.get(QUEUE))


def test_only_comments_of_my_teams_are_listed(desk, cast, comment):
    make_comment(make_live_elsewhere(cast))
    assert listed(desk.get(QUEUE)) == [comment.pk]


def test_another_team_of_the_department_is_not_mine(sign_in, cast, comment):
    RoleHeld.objects.create(person=cast.nobody, role=Role.COMMUNITY_MANAGER, team=cast.sister_team)
    assert listed(sign_in(cast.nobody).get(QUEUE)) == []


@pytest.mark.parametrize("state", State)
def test_each_list_has_the_comments_in_its_state(desk, live, cast, state):
    comment = make_comment_in(state, live, cast.editor)
    shown = "waiting" if state == State.LIKELY_SPAM else state
    lists = {
        name: listed(desk.get(QUEUE, {"show": name})) for name in ["waiting", "published", "declined", "spam"]
    }
    assert [name for name, comments in lists.items() if comments] == [shown]
    assert lists[shown] == [comment.pk]


def test_decided_comments_are_listed_last_decided_first(desk, live, cast):
    comments = [decide(make_comment(live), State.PUBLISHED, cast.editor) for _ in range(3)]
    assert listed(desk.get(QUEUE, {"show": "published"})) == [comment.pk for comment in comments[::-1]]


def test_an_empty_queue_says_so(desk):
    assert "No comments are waiting" in words(desk.get(QUEUE))


def test_a_long_queue_has_pages(desk, live):
    for _ in range(26):
        make_comment(live)
    assert [len(listed(desk.get(QUEUE, {"page": page}))) for page in (1, 2)] == [25, 1]


def test_an_absurd_page_of_the_queue_is_some_page(desk):
    for page in ["0", "-1", "1e9", "９", "9" * 5000, "x", ""]:
        assert desk.get(QUEUE, {"page": page}).status_code == 200


def test_an_unknown_list_is_not_found(desk):
    for shown in ["nonsense", "waiting'", "", "WAITING"]:
        assert desk.get(QUEUE, {"show": shown}).status_code == 404


def test_the_queue_takes_the_same_queries_however_long(desk, live, django_assert_max_num_queries):
    for _ in range(20):
        make_comment(live)
    with django_assert_max_num_queries(8):
        desk.get(QUEUE)


# One comment


def test_a_comment_is_shown_in_its_context(desk, live, cast):
    parent = decide(make_comment(live, "Whose sensors?", name="Bo"), State.PUBLISHED, cast.editor)
    page = words(
        desk.get(at(make_comment(live, "Ours.", parent=parent, name="Cleo", organisation="Wick Parish")))
    )
    for part in [
        "Whose sensors?",
        "Ours.",
        "Cleo",
        "Wick Parish",
        "What we learned on the river",
        "Decide by",
    ]:
        assert part in page


def test_markup_in_a_comment_is_shown_as_text(desk, live):
    page = desk.get(at(make_comment(live, "<script>alert(1)</script>", name="<b>Bo</b>"))).content.decode()
    assert "<script>alert" not in page
    assert "<b>Bo" not in page


def test_the_address_of_a_commenter_is_not_on_the_desk(desk, live):
    page = desk.get(at(make_comment(live, email="reader@example.org", notify=True)))
    assert "reader@example.org" not in page.content.decode()


@pytest.mark.parametrize(
    ("state", "offered"),
    [
        (State.WAITING, {"publish", "decline", "spam"}),
        (State.PUBLISHED, {"decline"}),
        (State.DECLINED, {"publish"}),
        (State.SPAM, {"publish", "decline"}),
    ],
)
def test_only_decisions_that_are_possible_are_offered(desk, live, cast, state, offered):
    comment = make_comment_in(state, live, cast.editor)
    assert decisions(desk.get(at(comment))) == offered
    assert decisions(desk.post(at(comment), {})) == offered


def test_an_author_sees_a_comment_and_cannot_decide_it(sign_in, cast, comment):
    assert 'name="decision"' not in sign_in(cast.author).get(at(comment)).content.decode()


@pytest.mark.parametrize("who", ["outsider", "outside_officer", "nobody"])
def test_a_comment_of_another_team_is_not_there(sign_in, cast, comment, who):
    person = getattr(cast, who)
    expected = 404 if who == "outsider" else 403
    assert sign_in(person).get(at(comment)).status_code == expected


def test_an_unknown_comment_is_not_found(desk):
    for pk in ["0", "999999999", "9" * 30, "9" * 5000]:
        assert desk.get(f"{QUEUE}{pk}/").status_code == 404


# Deciding


@pytest.mark.parametrize(
    ("choice", "state"), [("publish", State.PUBLISHED), ("decline", State.DECLINED), ("spam", State.SPAM)]
)
def test_a_decision_is_made_and_said(desk, comment, choice, state):
    response = desk.post(at(comment), decision(comment, choice, rule="on_topic"), follow=True)
    assert response.redirect_chain == [(QUEUE, 302)]
    assert f"Comment {comment.reference}" in words(response)
    assert fresh(comment).state == state


def test_a_rule_that_is_not_needed_is_not_kept(desk, comment):
    desk.post(at(comment), decision(comment, "publish", rule="on_topic"))
    assert fresh(comment).house_rule == ""


def test_declining_needs_a_house_rule_and_keeps_the_note(desk, comment):
    response = desk.post(at(comment), decision(comment, "decline", note="Third one this week."))
    assert response.status_code == 422
    assert errors(response) == ["Choose the house rule that the comment breaks."]
    assert title(response).startswith("Error: ")
    assert typed(response)["note"] == "Third one this week."
    assert fresh(comment).state == State.WAITING


def test_a_decision_must_be_chosen(desk, comment):
    response = desk.post(at(comment), {"seen": "waiting", "rule": "age"})
    assert (response.status_code, errors(response)) == (422, ["Choose a decision."])
    assert typed(response)["rule"] == "age"


def test_a_forged_or_overlong_decision_is_refused(desk, comment):
    for sent in [{"decision": "eat"}, {"rule": "mine"}, {"seen": ""}, {"note": "x" * 2001}]:
        response = desk.post(at(comment), decision(comment, "decline", **{"rule": "age", **sent}))
        assert response.status_code == 422
        assert errors(response)
        assert fresh(comment).state == State.WAITING


def test_a_note_that_is_too_long_is_kept(desk, comment):
    response = desk.post(at(comment), decision(comment, "decline", rule="age", note="x" * 2001))
    assert typed(response)["note"] == "x" * 2001


def test_a_decision_on_an_old_page_is_refused_and_the_note_kept(desk, comment, cast):
    decide(comment, State.SPAM, cast.editor)
    sent = {"decision": "decline", "rule": "age", "seen": "waiting", "note": "Is sixteen."}
    response = desk.post(at(comment), sent)
    assert response.status_code == 409
    assert "Ed Editor has decided this comment meanwhile: Spam." in words(response)
    assert kept(response)["Note"] == "Is sixteen."


def test_an_author_cannot_post_a_decision(sign_in, cast, comment):
    response = sign_in(cast.author).post(at(comment), decision(comment, note="Please"))
    assert response.status_code == 403
    assert "You may not decide comments of this team" in words(response)
    assert kept(response)["Note"] == "Please"


def test_reading_decides_nothing(desk, comment):
    desk.get(at(comment), decision(comment))
    assert fresh(comment).state == State.WAITING


# Replying


@pytest.fixture
def published(comment, cast):
    return decide(comment, State.PUBLISHED, cast.editor)


def test_a_reply_is_published_and_said(desk, published):
    response = desk.post(f"{at(published)}reply/", {"body": "We bought better ones."}, follow=True)
    assert "Your reply is published." in words(response)
    assert "We bought better ones." in words(response)


def test_an_author_may_reply(sign_in, cast, published):
    sign_in(cast.author).post(f"{at(published)}reply/", {"body": "Thanks."})
    assert OfficialReply.objects.get().person == cast.author


def test_a_reply_form_stands_only_beside_a_published_comment(desk, comment, cast):
    assert "Publish reply" not in desk.get(at(comment)).content.decode()
    decide(comment, State.PUBLISHED, cast.editor)
    assert "Publish reply" in desk.get(at(comment)).content.decode()


def test_a_faulty_reply_is_refused_and_kept(desk, published):
    for body in ["", " \u200b", "x" * 5001]:
        response = desk.post(f"{at(published)}reply/", {"body": body})
        assert response.status_code == 422
        assert len(errors(response)) == 1
        assert title(response).startswith("Error: ")
        assert typed(response)["body"] == body.strip(" \u200b")


def test_a_reply_to_a_comment_taken_down_meanwhile_is_kept(desk, published, cast):
    decide(published, State.DECLINED, cast.editor)
    response = desk.post(f"{at(published)}reply/", {"body": "We bought better ones."})
    assert response.status_code == 409
    assert kept(response)["Your words"] == "We bought better ones."


def test_an_overlong_reply_to_a_comment_taken_down_meanwhile_is_kept(desk, published, cast):
    decide(published, State.DECLINED, cast.editor)
    response = desk.post(f"{at(published)}reply/", {"body": "x" * 5001})
    assert (response.status_code, typed(response)["body"]) == (422, "x" * 5001)


def test_a_reply_on_a_withdrawn_post_is_kept(desk, published, live, cast):
    withdraw(live, by=cast.editor, reason=Withdrawal.Reason.ERROR, why="Wrong.")
    response = desk.post(f"{at(published)}reply/", {"body": "We bought better ones."})
    assert (response.status_code, kept(response)["Your words"]) == (409, "We bought better ones.")


def test_comments_of_a_withdrawn_post_can_still_be_looked_at(desk, published, live, cast):
    withdraw(live, by=cast.editor, reason=Withdrawal.Reason.ERROR, why="Wrong.")
    assert "On a withdrawn post" in words(desk.get(at(published)))


def test_a_reply_is_not_an_address_to_read(desk, published):
    response = desk.get(f"{at(published)}reply/")
    assert (response.status_code, heading(response)) == (405, "That address works another way")


def test_a_stranger_is_sent_to_sign_in(client, comment):
    assert client.get(QUEUE)["Location"] == f"/sign-in/?next={QUEUE}"
    assert client.post(at(comment), decision(comment)).status_code == 403
    assert fresh(comment).state == State.WAITING


def test_every_house_rule_can_be_named(desk, live):
    for rule in HouseRule:
        comment = make_comment(live)
        desk.post(at(comment), decision(comment, "decline", rule=rule))
    assert set(Comment.objects.values_list("house_rule", flat=True)) == set(HouseRule)
