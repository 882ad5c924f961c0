"""Checks of a draft on its pages: what is left, mended and dismissed, and that signatories see the same."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from moderation.checks import checks
from moderation.submitting import recall
from posts.checking import Text
from posts.checking.dismissing import dismiss, fix, take_back
from posts.checking.looking import look, of_draft
from posts.drafting import SaveConflict
from posts.models import Image
from teams.refusals import NotAllowed, NotNow
from tests.conftest import submit_it
from tests.making import fresh, make_live, make_picture, save
from tests.pages import words

SOURCE = "We will utilise forty pumps.\n\nPrior to that, we asked."


@pytest.fixture
def checked(draft, cast):
    save(draft, cast.author, source=SOURCE)
    return fresh(draft)


def left(post, text=None):
    looked = look(post, text or of_draft(post))
    return [(seen.finding.rule, seen.finding.words) for of_rule in looked.left for seen in of_rule.left]


def digest(post, words):
    looked = look(post, of_draft(post))
    return next(s.digest for r in looked.left for s in r.left if s.finding.words == words)


def dismissed(post, by, words, reason="It is what they call it."):
    return dismiss(post, look(post, of_draft(post)), digest(post, words), reason, by=by)


# Dismissing


def test_what_is_dismissed_is_not_shown_again(checked, cast):
    dismissed(checked, cast.author, "utilise")
    assert left(checked) == [("words_to_avoid", "Prior to"), ("numbers", "forty")]


def test_a_dismissal_survives_edits_elsewhere(checked, cast):
    dismissed(checked, cast.author, "utilise")
    save(checked, cast.author, source=f"Something new before.\n\n{SOURCE}\n\nAnd behind.")
    assert ("words_to_avoid", "utilise") not in left(fresh(checked))


@pytest.mark.parametrize("source", ["They utilise forty pumps.", "We will utilise nothing here now."])
def test_a_dismissal_lapses_when_the_words_around_change(checked, cast, source):
    dismissed(checked, cast.author, "utilise")
    save(checked, cast.author, source=source)
    assert ("words_to_avoid", "utilise") in left(fresh(checked))


def test_a_dismissal_of_one_place_leaves_the_others(checked, cast):
    save(checked, cast.author, source=f"{SOURCE}\n\nOthers too utilise a boat.")
    dismissed(fresh(checked), cast.author, "utilise")
    assert left(fresh(checked)).count(("words_to_avoid", "utilise")) == 1


def test_a_dismissal_can_be_taken_back(checked, cast):
    take_back(checked, dismissed(checked, cast.author, "utilise").pk, by=cast.co_author)
    assert ("words_to_avoid", "utilise") in left(checked)


def test_a_dismissal_needs_a_reason_and_a_finding(checked, cast):
    with pytest.raises(NotNow, match="Say why"):
        dismissed(checked, cast.author, "utilise", reason="  ")
    with pytest.raises(NotNow, match="have changed"):
        dismiss(checked, look(checked, of_draft(checked)), "0" * 64, "Because.", by=cast.author)


def test_only_writers_dismiss_and_fix(checked, cast):
    for person in (cast.press_officer, cast.outsider, cast.nobody):
        with pytest.raises(NotAllowed):
            dismissed(checked, person, "utilise")
        with pytest.raises(NotAllowed):
            fix(checked, digest(checked, "utilise"), by=person, version=2)


def test_nothing_is_dismissed_while_the_draft_is_with_its_signatories(checked, cast):
    submission = submit_it(checked, cast.author)
    with pytest.raises(NotNow, match="Recall it first"):
        dismissed(fresh(checked), cast.author, "utilise")
    recall(submission, by=cast.author)
    dismissed(fresh(checked), cast.author, "utilise")


# Fixing


def test_a_fix_is_put_into_the_saved_draft(checked, cast):
    fix(checked, digest(checked, "forty"), by=cast.author, version=2)
    assert fresh(checked.draft).source == SOURCE.replace("forty", "40")


def test_a_fix_of_an_older_version_is_refused(checked, cast):
    with pytest.raises(SaveConflict):
        fix(checked, digest(checked, "forty"), by=cast.author, version=1)


def test_what_has_no_fix_is_not_mended(checked, cast):
    save(checked, cast.author, source="We are tackling rot.")
    with pytest.raises(NotNow, match="Change them yourself"):
        fix(fresh(checked), digest(fresh(checked), "tackling"), by=cast.author, version=3)


# Inside the platform


def test_links_inside_the_platform_must_lead_to_something(draft, cast, settings):
    live = make_live(cast, title="A live post")
    good = [live.get_absolute_url(), cast.team.get_absolute_url(), f"{settings.SITE_URL}/", "/feed/"]
    bad = ["/nowhere/at/all/", "/no-blog/", live.get_absolute_url().replace("a-live", "no-live"), "/desk/"]
    source = " ".join(f"[words {n}]({address})" for n, address in enumerate(good + bad))
    found = [words for rule, words in left(draft, Text("T", "", source)) if rule == "broken_link"]
    assert found == [f"words {n}" for n in range(len(good), len(good + bad))]


def test_pictures_that_are_too_small_or_large_are_named(draft, cast):
    picture = make_picture(draft, cast.author)
    for width, found in [(999, ["picture_width"]), (1000, []), (3999, []), (4000, ["picture_width"])]:
        Image.objects.filter(pk=picture.pk).update(width=width)
        assert [rule for rule, _ in left(fresh(draft), Text("T", "", picture.markdown))] == found


# Pages


def at(post, page=""):
    return f"/desk/posts/{post.pk}/checks/{page}"


def test_the_page_lists_what_is_left_with_its_rule(sign_in, checked, cast):
    page = sign_in(cast.author).get(at(checked))
    assert "3 things to look at in the saved draft" in words(page)
    for part in ("Plain words", "Write “use” for “utilise”.", "GOV.UK style guide", "Write “40”"):
        assert part in words(page)


def test_buttons_of_the_page_mend_and_dismiss(sign_in, checked, cast):
    desk = sign_in(cast.author)
    desk.post(at(checked, "fix/"), {"onto": 2, "digest": digest(checked, "forty")})
    assert "40 pumps" in fresh(checked.draft).source
    sent = {"digest": digest(fresh(checked), "Prior to"), "reason": "They say so."}
    assert desk.post(at(checked, "dismiss/"), sent).status_code == 302
    assert "They say so." in words(desk.get(at(checked)))
    key = checked.dismissals.get().pk
    desk.post(at(checked, f"{key}/again/"))
    assert not checked.dismissals.exists()


def test_a_fix_over_what_others_saved_says_so(sign_in, checked, cast):
    desk = sign_in(cast.author)
    sent = {"onto": 1, "digest": digest(checked, "forty")}
    assert "saved this draft after you opened it" in words(desk.post(at(checked, "fix/"), sent, follow=True))


@pytest.mark.parametrize("sent", [{}, {"digest": "x"}, {"digest": "0" * 64, "reason": "Because."}])
def test_a_finding_that_is_none_is_refused(sign_in, checked, cast, sent):
    desk = sign_in(cast.author)
    for page in ("fix/", "dismiss/"):
        assert desk.post(at(checked, page), sent).status_code == 409


def test_the_list_beside_the_text_is_of_what_is_typed(sign_in, checked, cast):
    desk = sign_in(cast.author)
    sent = {"title": "Title", "summary": "", "source": "Typed: we leverage it.\r\n\r\nSo."}
    page = desk.post(at(checked), sent).content.decode()
    assert 'data-number="1"' in page
    assert 'data-fix="use"' in page
    assert "utilise" not in page


def test_others_see_no_checks_of_a_draft(sign_in, checked, cast):
    for person, status in [(cast.press_officer, 403), (cast.outsider, 404)]:
        assert sign_in(person).get(at(checked)).status_code == status
        assert sign_in(person).post(at(checked), {"source": "x"}).status_code == status


def test_the_author_and_the_signatory_see_the_same_list(sign_in, checked, cast):
    dismissed(checked, cast.author, "utilise")
    author = words(sign_in(cast.author).get(f"/desk/posts/{checked.pk}/submit/"))
    submission = submit_it(checked, cast.author)
    officer = words(sign_in(cast.press_officer).get(submission.get_absolute_url()))
    for part in ("Write “before” for “prior to”.", "Write numbers in figures", "It is what they call it."):
        assert part in author
        assert part in officer


def test_the_list_of_a_sealed_text_takes_a_few_queries_however_many_findings(submission, cast):
    revision = submission.revision
    numbers = []
    for times in (1, 30):
        revision.source = "We utilise [words](/nowhere/) and [more](/a/2026/01/01/b/).\n\n" * times
        with CaptureQueriesContext(
            connection,
        ) as asked:
            checks(revision)
        numbers.append(len(asked))
    assert numbers[0] == numbers[1] <= 5
