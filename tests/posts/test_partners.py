"""Posts that several teams write together: who may do what with them, and what is sealed of it."""

import pytest

from moderation.releasing import withdraw
from moderation.remarks import decline
from moderation.submitting import attest, recall
from posts.access import may
from posts.drafting import save_draft, set_partners, start_post
from posts.models import Post, PostPartner, RevisionPartner, Withdrawal
from teams.models import Entry
from teams.permissions import Action
from teams.refusals import NotAllowed, NotNow
from tests.attacks import refused, run
from tests.conftest import STATEMENT, submit_it
from tests.embargoes import embargoed
from tests.making import fresh, make_guest, make_live, release_it, save, sign_it, wording
from tests.pages import words
from tests.remarking import make_remark


@pytest.fixture
def shared(draft, cast):
    """A draft of the first team and of a team in the other department."""
    set_partners(draft, [cast.other_team], by=cast.author)
    return fresh(draft)


def partners_of(post):
    return [team.name for team in post.partners.order_by("name")]


def sealed_with(revision):
    return sorted(line.team.name for line in revision.partner_teams.select_related("team"))


def last_change(action="post.teams_changed"):
    return Entry.objects.filter(action=action).latest("number").details.changes


# Choosing them


@pytest.mark.parametrize("who", ["author", "co_author", "editor"])
def test_writers_of_the_team_choose_its_partners(draft, cast, who):
    set_partners(draft, [cast.sister_team, cast.other_team], by=getattr(cast, who))
    assert partners_of(draft) == ["Safer Streets", "Water Quality"]


@pytest.mark.parametrize(
    "who",
    ["press_officer", "clearer", "community_manager", "administrator", "auditor", "outsider", "superuser"],
)
def test_nobody_else_chooses_them(draft, cast, who):
    with pytest.raises(NotAllowed):
        set_partners(draft, [cast.other_team], by=getattr(cast, who))
    assert partners_of(draft) == []


def test_writers_of_a_partner_choose_them_too(shared, cast):
    set_partners(shared, [cast.other_team, cast.sister_team], by=cast.outsider)
    assert partners_of(shared) == ["Safer Streets", "Water Quality"]


def test_a_team_is_not_its_own_partner(draft, cast):
    with pytest.raises(NotNow, match="the post's own team"):
        set_partners(draft, [cast.team], by=cast.author)
    assert partners_of(draft) == []


def test_the_database_keeps_no_team_as_its_own_partner(draft, cast):
    with refused("posts_postpartner_is_another_team"):
        PostPartner.objects.create(post=draft, team=cast.team)


def test_chosen_anew_some_stay_some_go_and_some_come(shared, cast):
    kept = PostPartner.objects.get(post=shared)
    set_partners(shared, [cast.sister_team, cast.other_team], by=cast.author)
    assert kept in shared.partnerships.all()
    set_partners(shared, [cast.sister_team], by=cast.author)
    assert partners_of(shared) == ["Water Quality"]


def test_choosing_counts_as_a_save_and_makes_a_contributor(draft, cast):
    set_partners(draft, [cast.other_team], by=cast.editor)
    saved = fresh(draft).draft
    assert (saved.version, saved.saved_by) == (2, cast.editor)
    assert draft.contributors.filter(person=cast.editor).exists()


def test_a_page_opened_before_the_choice_is_not_saved_over_it(draft, cast):
    set_partners(draft, [cast.other_team], by=cast.editor)
    with pytest.raises(NotNow, match="Ed Editor saved this draft"):
        save_draft(draft, wording(title="Mine"), by=cast.author, version=1)


def test_the_choice_is_recorded_with_the_teams_before(shared, cast):
    set_partners(shared, [cast.sister_team], by=cast.author)
    assert last_change() == {"partner teams": [["Safer Streets"], ["Water Quality"]]}


def test_a_partner_whose_writer_is_in_the_byline_stays(shared, cast):
    save(shared, cast.author, authors=[cast.author, cast.outsider])
    with pytest.raises(NotNow, match="Take Olu Outsider out of the byline first"):
        set_partners(shared, [], by=cast.author)
    assert partners_of(shared) == ["Safer Streets"]


def test_a_partner_goes_once_its_writer_is_out_of_the_byline(shared, cast):
    save(shared, cast.author, authors=[cast.author, cast.outsider])
    save(shared, cast.author, authors=[cast.author])
    set_partners(shared, [], by=cast.author)
    assert partners_of(shared) == []


def test_a_guest_author_in_the_byline_holds_no_partner_back(shared, cast):
    save(shared, cast.author, authors=[cast.author, make_guest(shared, cast.author)])
    set_partners(shared, [], by=cast.author)
    assert partners_of(shared) == []


def test_partners_are_not_chosen_while_the_post_is_with_its_signatories(submission, cast):
    with pytest.raises(NotNow, match="Recall it first"):
        set_partners(submission.post, [cast.other_team], by=cast.author)
    assert partners_of(submission.post) == []


def test_they_are_chosen_again_once_it_is_recalled(submission, cast):
    recall(submission, by=cast.author)
    set_partners(submission.post, [cast.other_team], by=cast.author)
    assert partners_of(submission.post) == ["Safer Streets"]


def test_the_database_lets_no_partner_come_while_it_is_with_its_signatories(submission, cast):
    with refused("posts_postpartner_added_before_submission"):
        PostPartner.objects.create(post=submission.post, team=cast.other_team)


def test_the_database_lets_no_partner_go_while_it_is_with_its_signatories(shared, cast):
    submit_it(shared, cast.author)
    with refused("posts_postpartner_removed_before_submission"):
        shared.partnerships.all().delete()


def test_the_database_changes_no_partnership_into_another(shared, cast):
    with refused("posts_postpartner_no_update"):
        shared.partnerships.update(team=cast.sister_team)


# What partners may do


@pytest.mark.parametrize("action", [Action.SEE_POSTS, Action.WRITE_POSTS, Action.SUBMIT_POSTS])
def test_writers_of_a_partner_see_write_and_submit_the_post(draft, cast, action):
    assert not may(cast.outsider, action, draft)
    set_partners(draft, [cast.other_team], by=cast.author)
    assert may(cast.outsider, action, fresh(draft))
    assert draft in Post.objects.open_to(cast.outsider, action)


@pytest.mark.parametrize("action", [Action.WITHDRAW_POSTS, Action.SIGN_POSTS])
@pytest.mark.parametrize("who", ["outsider", "outside_officer"])
def test_people_of_a_partner_do_not_decide_on_it(shared, cast, action, who):
    assert not may(getattr(cast, who), action, shared)
    assert shared not in Post.objects.open_to(getattr(cast, who), action)


def test_the_press_office_of_a_partner_sees_it_and_does_not_write(shared, cast):
    assert may(cast.outside_officer, Action.SEE_POSTS, shared)
    assert not may(cast.outside_officer, Action.WRITE_POSTS, shared)


def test_they_may_do_nothing_more_once_their_team_has_left(shared, cast):
    set_partners(shared, [], by=cast.author)
    assert not may(cast.outsider, Action.SEE_POSTS, shared)
    with pytest.raises(NotAllowed):
        save(shared, cast.outsider, title="Mine")


def test_a_writer_of_a_partner_saves_and_is_a_contributor(shared, cast):
    save(shared, cast.outsider, title="Ours")
    assert fresh(shared).title == "Ours"
    assert shared.contributors.filter(person=cast.outsider).exists()


def test_a_writer_of_a_partner_can_be_in_the_byline(shared, cast):
    save(shared, cast.author, authors=[cast.author, cast.outsider])
    assert [line.person for line in fresh(shared).draft.byline.all()] == [cast.author, cast.outsider]


def test_a_writer_of_no_such_team_cannot(draft, cast):
    with pytest.raises(NotNow, match="Olu Outsider does not write for Flood Resilience"):
        save(draft, cast.author, authors=[cast.author, cast.outsider])


def test_a_post_does_not_begin_with_a_writer_of_another_team_in_its_byline(cast):
    with pytest.raises(NotNow):
        start_post(cast.team, wording(authors=[cast.outsider]), by=cast.author)
    assert not Post.objects.exists()


def test_a_writer_of_a_partner_recalls_what_was_submitted(shared, cast):
    recall(submit_it(shared, cast.author), by=cast.outsider)
    assert not fresh(shared).draft.locked


def test_a_writer_of_a_partner_decides_remarks_in_the_role_that_they_have(shared, cast):
    decline(make_remark(submit_it(shared, cast.author), cast.press_officer), by=cast.outsider)
    entry = Entry.objects.get(action="remark.declined")
    assert entry.details.actor_role == "Author, Safer Streets"


def test_an_editor_of_a_partner_does_not_withdraw_it(shared, cast):
    submission = submit_it(shared, cast.author)
    sign_it(submission, cast.press_officer)
    sign_it(submission, cast.outside_officer)
    with pytest.raises(NotAllowed):
        withdraw(fresh(shared), by=cast.outsider, reason=Withdrawal.Reason.ERROR, why="A mistake.")
    assert fresh(shared).is_live


def test_an_embargo_closes_the_draft_to_a_partner_whom_it_does_not_name(shared, cast):
    embargoed(shared, cast.author)
    with pytest.raises(NotAllowed, match="embargo"):
        save(shared, cast.outsider, title="Mine")


def test_the_page_of_partners_saves_what_was_chosen(sign_in, draft, cast):
    page = f"/desk/posts/{draft.pk}/teams/"
    answer = sign_in(cast.author).post(page, {"partners": [cast.other_team.pk]})
    assert (answer.status_code, partners_of(draft)) == (302, ["Safer Streets"])


def test_the_page_of_partners_is_not_there_for_other_teams(sign_in, draft, cast):
    answer = sign_in(cast.outsider).post(f"/desk/posts/{draft.pk}/teams/", {"partners": [cast.other_team.pk]})
    assert (answer.status_code, partners_of(draft)) == (404, [])


# What is sealed and read


def test_partners_are_sealed_with_the_revision(shared, cast):
    revision = submit_it(shared, cast.author).revision
    assert revision.partners == ["Safer Streets"]
    assert sealed_with(revision) == ["Safer Streets"]


def test_a_post_of_one_team_is_sealed_without_any(submission):
    assert (submission.revision.partners, sealed_with(submission.revision)) == ([], [])


def test_partners_are_sealed_by_name_whatever_the_order_of_choice(draft, cast):
    set_partners(draft, [cast.sister_team, cast.other_team], by=cast.author)
    assert submit_it(draft, cast.author).revision.partners == ["Safer Streets", "Water Quality"]


def test_other_partners_give_another_fingerprint(submission, cast):
    recall(submission, by=cast.author)
    set_partners(submission.post, [cast.sister_team], by=cast.author)
    again = submit_it(submission.post, cast.author).revision
    assert again.fingerprint != submission.revision.fingerprint


def test_a_revision_keeps_its_partners_when_those_of_the_post_change(shared, cast):
    submission = submit_it(shared, cast.author)
    recall(submission, by=cast.author)
    set_partners(shared, [cast.sister_team], by=cast.author)
    assert sealed_with(submission.revision) == ["Safer Streets"]


def test_the_database_changes_no_sealed_partner(shared, cast):
    revision = submit_it(shared, cast.author).revision
    with refused():
        RevisionPartner.objects.filter(revision=revision).update(team=cast.sister_team)
    with refused():
        run("DELETE FROM posts_revisionpartner WHERE revision_id = %s", revision.pk)
    assert sealed_with(revision) == ["Safer Streets"]


def test_the_database_seals_no_partner_that_the_post_does_not_have(submission, cast):
    with refused("posts_revisionpartner_is_the_posts"):
        RevisionPartner.objects.create(revision=submission.revision, team=cast.other_team)


def test_readers_see_with_which_teams_a_post_was_written(client, draft, cast):
    set_partners(draft, [cast.sister_team], by=cast.author)
    page = client.get(release_it(draft, cast).get_absolute_url())
    assert "With Water Quality" in words(page)


def test_readers_of_a_post_of_one_team_see_no_other(client, live):
    assert "With Water Quality" not in words(client.get(live.get_absolute_url()))


def test_readers_see_new_partners_with_the_text_that_names_them(client, cast):
    post = make_live(cast)
    set_partners(post, [cast.sister_team], by=cast.author)
    assert "With Water Quality" not in words(client.get(post.get_absolute_url()))
    save(post, cast.author)
    release_it(post, cast)
    assert "With Water Quality" in words(client.get(post.get_absolute_url()))


def test_new_partners_of_a_live_post_are_submitted_with_a_note(cast):
    post = make_live(cast)
    set_partners(post, [cast.sister_team], by=cast.author)
    with pytest.raises(NotNow, match="say for its readers what changed"):
        submit_it(post, cast.author)


def test_a_post_shows_in_the_blog_of_its_own_team(client, draft, cast):
    set_partners(draft, [cast.sister_team], by=cast.author)
    post = release_it(draft, cast)
    assert post.get_absolute_url().startswith("/floods/")
    assert post.draft.title in words(client.get("/floods/"))


def test_a_partner_in_the_byline_attests_before_anybody_signs(shared, cast):
    save(shared, cast.author, authors=[cast.author, cast.outsider])
    submission = submit_it(shared, cast.author)
    with pytest.raises(NotNow):
        sign_it(submission, cast.press_officer)
    attest(submission.revision, STATEMENT, by=cast.outsider)
    sign_it(submission, cast.press_officer)
    sign_it(submission, cast.outside_officer)
    assert fresh(shared).is_live
