"""The public record of a sign-off, as a page and as JSON: who, when, how much changed, which fingerprint."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from moderation import changing
from moderation.changing import changed_between
from moderation.models import Group, RouteStep
from moderation.submitting import attest, recall
from posts.drafting import start_post
from posts.fingerprint import canonical
from teams.models import RoleHeld
from teams.roles import Role
from tests.conftest import STATEMENT, submit_it
from tests.making import fresh, make_live, release_again, return_it, save, sign_it, take_down, wording
from tests.pages import heading, links, text_of, tree, words

PROJECT = Path(__file__).resolve().parents[2]
FIRST = "We put out **forty sensors**.\n\nAll of them work.\n\n- batteries"
SIGNED = "We put out **forty sensors**.\n\nMost of them still work.\n\n- batteries"


def at(post):
    return f"{post.get_absolute_url()}sign-off/"


def json_at(post):
    return f"{post.get_absolute_url()}sign-off.json"


def facts(client, post):
    return client.get(json_at(post)).json()


@pytest.fixture
def reworded(draft, cast):
    """A live post that was returned once, and changed before it was signed."""
    save(draft, cast.author, source=FIRST)
    return_it(submit_it(draft, cast.author), cast.press_officer)
    save(draft, cast.author, source=SIGNED)
    sign_it(submit_it(draft, cast.author), cast.press_officer)
    return fresh(draft)


def allow(department, **settings):
    """Change the settings of a department as its administration does."""
    for name, value in settings.items():
        setattr(department, name, value)
    department.save()


def test_a_post_leads_to_its_sign_off(client, live):
    assert at(live) in links(client.get(live.get_absolute_url()))


def test_the_sign_off_says_who_wrote_and_who_signed_what(client, live):
    page = words(client.get(at(live)))
    for part in [
        "Ada Author",
        "I wrote this post. No generative AI was used.",
        "Press officer, Department for Rivers",
        live.live_text.fingerprint,
        "revision 1",
    ]:
        assert part in page


def test_signatories_are_named_by_role_only(client, live):
    assert "Pat Press" not in client.get(at(live)).content.decode()


def test_every_step_is_listed(client, draft, cast):
    group = Group.objects.create(department=cast.department, kind=Group.Kind.CLEARERS, name="Analysts")
    group.members.add(cast.clearer)
    RouteStep.objects.create(team=cast.team, position=1, group=group)
    submission = submit_it(draft, cast.author)
    sign_it(submission, cast.clearer)
    sign_it(submission, cast.press_officer)
    page = words(client.get(at(fresh(draft))))
    assert page.index("Analysts, Department for Rivers") < page.index("Press officer, Department for Rivers")


def test_every_author_is_listed(client, cast):
    post = start_post(cast.team, wording(authors=[cast.co_author, cast.author]), by=cast.author)
    submission = submit_it(post, cast.author)
    attest(submission.revision, STATEMENT, by=cast.co_author)
    sign_it(submission, cast.press_officer)
    page = words(client.get(at(fresh(post))))
    assert "Ada Author" in page
    assert "Cy Coauthor" in page


def test_the_rounds_before_the_release_are_counted(client, submission, cast):
    for _ in range(2):
        return_it(submission, cast.press_officer, reasons="Secret reasons.")
        submission = submit_it(submission.post, cast.author)
    sign_it(submission, cast.press_officer)
    page = words(client.get(at(fresh(submission.post))))
    assert "3 times" in page
    assert "Secret reasons" not in page


def test_the_sign_off_is_of_the_text_that_is_live(client, live, cast):
    first = live.live_text.fingerprint
    again = release_again(live, cast, title="Quite another")
    page = client.get(at(live))
    assert "Quite another" in heading(page)
    assert again.live_text.fingerprint in words(page)
    assert first not in words(page)


def test_a_text_under_submission_does_not_show(client, live, cast):
    before = client.get(at(live)).content
    save(live, cast.author, title="Not yet")
    submit_it(live, cast.author)
    assert client.get(at(live)).content == before


def test_the_sign_off_of_a_withdrawn_post_is_gone(client, live, cast):
    take_down(live, cast)
    assert client.get(at(live)).status_code == 410


def test_the_sign_off_is_only_read(client, live):
    for method in ["post", "put", "delete"]:
        assert getattr(client, method)(at(live)).status_code == 405


def test_a_draft_has_no_sign_off(client, submission):
    assert client.get("/floods/2026/03/02/what-we-learned-on-the-river/sign-off/").status_code == 404


# How much changed


def test_a_text_that_was_signed_at_once_did_not_change(client, live):
    assert "Nothing: it was signed as it was first submitted." in words(client.get(at(live)))
    assert facts(client, live)["changed"] == {
        "words_added": 0, "words_removed": 0, "per_cent": 0.0, "fields": [],
    }  # fmt: skip


def test_the_words_added_and_removed_since_the_first_submission_are_counted(client, reworded):
    page = words(client.get(at(reworded)))
    assert "It was submitted 2 times" in page
    assert "2 words were added and 1 removed: 6.1 per cent of the words of both texts." in page
    changed = facts(client, reworded)["changed"]
    assert changed == {"words_added": 2, "words_removed": 1, "per_cent": 6.1, "fields": ["Text"]}


def test_a_round_begins_after_the_text_that_was_signed_before(client, reworded, cast):
    """What was changed before an earlier signature is not counted again."""
    live = release_again(reworded, cast, source="Another text.")
    assert facts(client, live)["rounds"] == 1
    assert facts(client, live)["changed"]["words_added"] == 0


def test_recalled_submissions_are_rounds_too(client, draft, cast):
    recall(submit_it(draft, cast.author), by=cast.author)
    save(draft, cast.author, title="What we learned by the river")
    sign_it(submit_it(draft, cast.author), cast.press_officer)
    found = facts(client, fresh(draft))
    assert (found["rounds"], found["changed"]["fields"]) == (2, ["Title"])


def test_signs_of_markdown_are_no_words(reworded, cast):
    first, signed = reworded.revisions.all()
    first.source, first.fingerprint = SIGNED.replace("- batteries", "## batteries"), "other"
    found = changed_between(first, signed)
    assert (found.added, found.removed) == (0, 0)


def test_two_texts_are_compared_once(reworded, monkeypatch):
    first, signed = reworded.revisions.all()
    assert changed_between(first, signed).added == 2
    monkeypatch.setattr(changing, "compare", lambda *revisions: pytest.fail("compared again"))
    assert changed_between(first, signed).added == 2


def test_only_so_many_comparisons_are_kept(monkeypatch, reworded):
    first, signed = reworded.revisions.all()
    monkeypatch.setattr(changing, "KEPT", 2)
    for number in range(5):
        first.fingerprint = f"first {number}"
        changed_between(first, signed)
    assert len(changing._kept) <= 2


# What the department decides


@pytest.mark.parametrize("publishes", [True, False])
def test_the_differences_show_only_where_the_department_publishes_them(publishes, client, reworded, cast):
    allow(cast.department, publishes_differences=publishes)
    page, found = client.get(at(reworded)), facts(client, reworded)
    marks = [(node.tag, text_of(node)) for node in tree(page).iter() if node.tag in ("ins", "del")]
    assert (marks == [("del", "All"), ("ins", "Most"), ("ins", "still")]) is publishes
    assert (found["differences"] is not None) is publishes
    assert ("All of them" in page.content.decode() + json.dumps(found)) is False


def test_the_differences_in_the_json_are_lines_of_pieces(client, reworded, cast):
    allow(cast.department, publishes_differences=True)
    (text,) = facts(client, reworded)["differences"]
    assert text["field"] == "Text"
    assert text["lines"][1][:2] == [{"op": "removed", "text": "All"}, {"op": "added", "text": "Most"}]


def test_signatories_are_named_where_the_department_says_so(client, live, cast):
    allow(cast.department, names_signatories=True)
    assert "Signed by Pat Press on" in words(client.get(at(live)))
    (signature,) = facts(client, live)["signatures"]
    assert (signature["name"], signature["role"]) == ("Pat Press", "Press officer, Department for Rivers")


def test_signatories_stay_unnamed_in_the_json_too(client, live):
    assert facts(client, live)["signatures"][0]["name"] is None
    assert "Pat Press" not in client.get(json_at(live)).content.decode()


def test_a_signatory_has_the_name_that_they_signed_under(client, live, cast):
    allow(cast.department, names_signatories=True)
    cast.press_officer.name = "Pat Another"
    cast.press_officer.save()
    assert facts(client, live)["signatures"][0]["name"] == "Pat Press"


def test_a_signatory_of_a_department_that_names_nobody_is_not_named(client, draft, cast):
    allow(cast.department, names_signatories=True)
    group = Group.objects.create(department=cast.other_department, kind=Group.Kind.CLEARERS, name="Analysts")
    RoleHeld.objects.create(person=cast.outsider, role=Role.CLEARER, department=cast.other_department)
    group.members.add(cast.outsider)
    RouteStep.objects.create(team=cast.team, position=1, group=group)
    submission = submit_it(draft, cast.author)
    sign_it(submission, cast.outsider)
    sign_it(submission, cast.press_officer)
    assert [signed["name"] for signed in facts(client, fresh(draft))["signatures"]] == [None, "Pat Press"]


@pytest.mark.parametrize("setting", ["names_signatories", "publishes_differences"])
def test_another_setting_is_another_version_of_the_record(setting, client, live, cast):
    before = client.get(at(live))["ETag"], client.get(json_at(live))["ETag"]
    allow(cast.department, **{setting: True})
    after = client.get(at(live))["ETag"], client.get(json_at(live))["ETag"]
    assert before[0] != after[0]
    assert before[1] != after[1]


# As JSON


def test_the_page_leads_to_the_json_and_to_the_program(client, live):
    found = links(client.get(at(live)))
    assert json_at(live) in found
    assert "/assets/verify.py" in found


def test_the_json_holds_what_the_document_says(client, live):
    answer = client.get(json_at(live))
    assert answer["Content-Type"] == "application/json"
    found = answer.json()
    document = (PROJECT / "docs" / "sign-off-record.md").read_text()
    assert set(found) == set(re.findall(r"^\| `(\w+)` ", document, re.MULTILINE))
    assert (found["version"], found["revision"], found["rounds"]) == (1, 1, 1)
    assert found["post"] == f"http://testserver{live.get_absolute_url()}"
    assert (found["blog"], found["department"]) == ("Flood Resilience", "Department for Rivers")
    assert found["authors"][0]["name"] == "Ada Author"
    assert found["authors"][0]["ai_use"] == "No generative AI was used"


def test_the_canonical_text_gives_the_fingerprint(client, reworded):
    found = facts(client, reworded)
    assert found["canonical"] == canonical(reworded.live_text.as_words())
    assert hashlib.sha256(found["canonical"].encode()).hexdigest() == found["fingerprint"]
    assert found["fingerprint"] == reworded.live_text.fingerprint
    assert found["format"] == json.loads(found["canonical"])["format"]


def test_the_page_shows_the_canonical_text_to_the_letter(client, cast):
    live = make_live(cast, title="R&D <b>–</b> “é”")
    shown = next(node for node in tree(client.get(at(live))).iter("pre") if node.get("class") == "canonical")
    assert "".join(shown.itertext()) == facts(client, live)["canonical"]


def test_letters_of_other_scripts_can_be_read_in_the_json(client, cast):
    live = make_live(cast, title="Llŷn – “Môn”")
    assert "Llŷn – “Môn”".encode() in client.get(json_at(live)).content.replace(b'\\"', b'"')


def test_the_json_is_answered_again_only_when_it_changed(client, live):
    etag = client.get(json_at(live))["ETag"]
    assert client.get(json_at(live), headers={"if-none-match": etag}).status_code == 304


def test_the_json_of_a_withdrawn_post_is_gone(client, live, cast):
    take_down(live, cast)
    assert client.get(json_at(live)).status_code == 410


def test_a_draft_has_no_json(client, submission):
    address = f"/floods/{submission.submitted_at:%Y/%m/%d}/{submission.revision.slug}/sign-off.json"
    assert client.get(address).status_code == 404


def test_a_text_under_submission_changes_no_json(client, live, cast):
    before = client.get(json_at(live)).content
    save(live, cast.author, title="Not yet")
    return_it(submit_it(live, cast.author), cast.press_officer)
    assert client.get(json_at(live)).content == before
