"""Autosave, versions and clashes in a browser: what is answered, what a page says, and what each refuses."""

import pytest

from posts.models import Post
from posts.rendering import MAX_LENGTH
from posts.saving import asides_of
from tests.conftest import WORDS
from tests.making import fresh, save
from tests.pages import heading, typed, words
from tests.posts.test_desk_views import at, desk, sent

__all__ = ["desk"]
TAB = "0123456789abcdef" * 2


def autosave(client, post, tab=TAB, **changes):
    return client.post(at(post, "autosave/"), {**sent(post, **changes), "tab": tab})


def test_what_is_typed_is_saved_and_counted(desk, draft):
    answer = autosave(desk, draft, source="Two words.").json()
    assert fresh(draft.draft).source == "Two words."
    assert (answer["version"], answer["words"], answer["reading"]) == (2, 16, "1 minute to read")
    assert (answer["changes"], answer["fields"], answer["others"]) == ([], {}, [])


def test_a_draft_may_be_unfinished_while_it_is_typed(desk, draft, cast):
    data = sent(draft, title="", summary="", source="Only text.")
    del data["authors"]
    assert desk.post(at(draft, "autosave/"), {**data, "tab": TAB}).status_code == 200
    saved = fresh(draft.draft)
    assert (saved.title, saved.source) == ("", "Only text.")
    assert [line.person for line in saved.byline.all()] == [cast.author]


def test_a_space_at_the_end_is_no_change_for_the_page(desk, draft):
    assert autosave(desk, draft, source="I am still typing \r\n").json()["changes"] == []


def test_what_others_changed_comes_back_as_changes_of_the_page(desk, draft, cast):
    before = sent(draft, source=f"{WORDS.source}\n\nMine 😀 ")
    text = WORDS.source.replace("**forty sensors**", "fifty 😀")
    theirs = {"source": text, "tags": ["Theirs"], "authors": [cast.author]}
    save(draft, cast.co_author, **theirs)
    answer = desk.post(at(draft, "autosave/"), {**before, "tab": TAB}).json()
    units = before["source"].encode("utf-16-le")
    for start, end, new in reversed(answer["changes"]):
        units = units[: 2 * start] + new.encode("utf-16-le") + units[2 * end :]
    assert units.decode("utf-16-le") == fresh(draft.draft).source + " "
    assert "fifty 😀" in fresh(draft.draft).source
    assert "Mine 😀" in fresh(draft.draft).source
    assert answer["fields"] == {"tags": "Theirs"}


def test_a_clash_keeps_the_words_aside_and_says_who(desk, draft, cast):
    mine = sent(draft, source="Mine.")
    save(draft, cast.co_author, source="Theirs.")
    answer = desk.post(at(draft, "autosave/"), {**mine, "tab": TAB})
    assert (answer.status_code, answer.json()["clash"]) == (409, True)
    assert answer.json()["why"] == "Cy Coauthor changed the same words as you."
    assert asides_of(draft, cast.author)[0].typed["source"] == ["Mine."]


def test_words_for_a_draft_that_was_submitted_meanwhile_are_kept_aside(desk, submission, cast):
    answer = autosave(desk, submission.post, source="Late words.")
    assert answer.status_code == 409
    assert "Recall it first" in answer.json()["why"]
    kept = asides_of(submission.post, cast.author)[0]
    page = desk.get(at(submission.post, f"aside/{kept.pk}/"))
    assert "Late words." in words(page)


def test_a_field_that_is_too_long_is_kept_aside_and_named(desk, draft, cast):
    answer = autosave(desk, draft, title="x" * 201)
    assert answer.status_code == 422
    assert "Title must be 200 characters or fewer" in answer.json()["why"]
    kept = asides_of(draft, cast.author)[0]
    page = desk.get(at(draft, f"aside/{kept.pk}/"))
    assert (page.status_code, typed(page)["title"]) == (200, "x" * 201)


def test_a_text_that_is_too_long_is_kept_aside(desk, draft, cast):
    assert autosave(desk, draft, source="x" * (MAX_LENGTH + 1)).status_code == 422
    assert len(asides_of(draft, cast.author)[0].typed["source"][0]) == MAX_LENGTH + 1


def test_words_are_no_longer_aside_when_they_could_be_saved(desk, draft, cast):
    autosave(desk, draft, title="x" * 201)
    autosave(desk, draft, title="Shorter")
    assert asides_of(draft, cast.author) == []


@pytest.mark.parametrize("change", [{"tab": ""}, {"tab": "x" * 32}, {"version": ""}, {"version": "9" * 30}])
def test_a_page_that_does_not_say_which_it_is_saves_nothing(desk, draft, change):
    for page in ("autosave/", "here/"):
        assert desk.post(at(draft, page), {**sent(draft), "tab": TAB, **change}).status_code == 422
    assert fresh(draft.draft).version == 1


def test_strangers_save_nothing(client, sign_in, draft, cast):
    assert autosave(client, draft).status_code == 403
    assert autosave(sign_in(cast.outsider), draft).status_code == 404
    assert autosave(sign_in(cast.press_officer), draft).status_code == 403


# Who is here


def here(client, post, version, tab=TAB, **more):
    return client.post(at(post, "here/"), {"tab": tab, "version": version, **more}).json()


def test_an_open_page_hears_who_else_is_there(desk, draft, cast, sign_in):
    here(desk, draft, 1)
    other = sign_in(cast.co_author)
    assert here(other, draft, 1, tab="f" * 32)["others"] == ["Ada Author"]
    assert "Also open here: Ada Author" in words(other.get(at(draft)))


def test_an_open_page_hears_what_is_new(desk, draft, cast):
    save(draft, cast.co_author, source="Theirs.", tags=["A", "B"])
    answer = here(desk, draft, 1)
    assert (answer["version"], answer["by"]) == (2, "Cy Coauthor")
    assert (answer["fields"]["source"], answer["fields"]["tags"]) == ("Theirs.", "A, B")
    assert "fields" not in here(desk, draft, 2)


def test_a_page_that_closes_is_gone(desk, draft, cast):
    here(desk, draft, 1)
    assert here(desk, draft, 1, gone="on") == {}
    assert "Also open here" not in words(desk.get(at(draft)))


def test_a_page_can_ask_for_a_new_token(desk, draft):
    assert desk.get(at(draft, "here/")).json()["token"]


# Saving by the button


def test_the_button_brings_both_together(desk, draft, cast):
    mine = sent(draft, summary="My summary.")
    save(draft, cast.co_author, title="Their title")
    page = desk.post(at(draft), mine, follow=True)
    assert "Draft saved, with what others changed." in page.content.decode()
    assert (fresh(draft.draft).title, fresh(draft.draft).summary) == ("Their title", "My summary.")


@pytest.fixture
def clash(desk, draft, cast):
    """The page of two people who changed the same."""
    mine = sent(draft, title="Mine", source="My text.", tags="Mine")
    save(draft, cast.co_author, title="Theirs", source="Their text.", tags=["Theirs too"])
    return desk.post(at(draft), mine)


def test_a_clash_shows_both_and_saves_nothing(clash, draft):
    assert (clash.status_code, heading(clash)) == (409, "Nothing is lost: there are two versions")
    for part in ["Mine", "My text.", "Theirs", "Their text.", "Theirs too", "Cy Coauthor"]:
        assert part in words(clash)
    assert fresh(draft.draft).version == 2


def test_choosing_on_that_page_saves(clash, desk, draft):
    made = {"choice-title": "mine", "choice-tags": "theirs", "choice-source-0": "both"}
    assert desk.post(at(draft), {**typed(clash), **made, "then": "edit"}).status_code == 302
    saved = fresh(draft.draft)
    assert (saved.title, saved.tags, saved.source) == ("Mine", ["Theirs too"], "Their text.\n\nMy text.")


def test_a_choice_that_is_missing_is_asked_for_again(clash, desk, draft):
    page = desk.post(at(draft), {**typed(clash), "choice-title": "mine"})
    assert page.status_code == 409
    assert "Some are not answered yet" in words(page)
    assert typed(page)["choice-title"] == "mine"


def test_a_third_save_in_between_is_shown_again(clash, desk, draft, cast):
    save(draft, cast.editor, title="The editor's", source="The editor's text.")
    made = {"choice-title": "mine", "choice-tags": "theirs", "choice-source-0": "mine"}
    page = desk.post(at(draft), {**typed(clash), **made})
    assert page.status_code == 409
    assert "The editor's text." in words(page)
    assert fresh(draft.draft).title == "The editor's"


def test_words_aside_are_put_in_from_their_page_and_forgotten(desk, draft, cast):
    mine = sent(draft, source="Mine.")
    save(draft, cast.co_author, source="Theirs.")
    desk.post(at(draft, "autosave/"), {**mine, "tab": TAB})
    kept = asides_of(draft, cast.author)[0]
    assert "See them and choose" in words(desk.get(at(draft)))
    page = desk.get(at(draft, f"aside/{kept.pk}/"))
    assert desk.post(at(draft), {**typed(page), "choice-source-0": "mine"}).status_code == 302
    assert fresh(draft.draft).source == "Mine."
    assert asides_of(draft, cast.author) == []


def test_words_aside_can_be_thrown_away_by_their_writer_alone(desk, draft, cast, client, sign_in):
    autosave(desk, draft, title="x" * 201)
    kept = asides_of(draft, cast.author)[0]
    assert sign_in(cast.co_author).post(at(draft, f"aside/{kept.pk}/drop/")).status_code == 404
    sign_in(cast.author).post(at(draft, f"aside/{kept.pk}/drop/"))
    assert asides_of(draft, cast.author) == []


# Versions


def test_versions_are_listed_and_opened(desk, draft, cast):
    save(draft, cast.author, source="Second text.")
    page = desk.get(at(draft, "versions/"))
    assert "Ada Author" in words(page)
    assert "Version 1" in words(desk.get(at(draft, "versions/?sitting=2")))
    page = desk.get(at(draft, "versions/1/"))
    assert heading(page) == "Version 1 of: What we learned on the river"
    assert "Second" in words(page)  # what has changed since
    assert "forty sensors" in words(page)


@pytest.mark.parametrize("sitting", ["", "x", "-1", "9" * 20, "1"])
def test_a_sitting_that_is_none_lists_nothing_more(desk, draft, cast, sitting):
    save(draft, cast.author, source="Second text.")
    assert "Each save" not in words(desk.get(at(draft, f"versions/?sitting={sitting}")))


def test_a_version_that_is_not_kept_is_not_found(desk, draft):
    for page in ("versions/9/", "versions/9.json", f"versions/{'9' * 25}/"):
        assert desk.get(at(draft, page)).status_code == 404


def test_a_version_is_brought_back_by_its_button(desk, draft, cast):
    save(draft, cast.author, source="Second text.")
    page = desk.get(at(draft, "versions/1/"))
    desk.post(at(draft, "versions/1/bring-back/"), typed(page))
    assert fresh(draft.draft).source == WORDS.source


def test_a_version_does_not_come_back_over_what_was_not_seen(desk, draft, cast):
    page = desk.get(at(draft, "versions/1/"))
    save(draft, cast.co_author, source="Second text.")
    answer = desk.post(at(draft, "versions/1/bring-back/"), typed(page), follow=True)
    assert "Cy Coauthor saved this draft after you opened it." in answer.content.decode()
    assert fresh(draft.draft).source == "Second text."


def test_versions_are_for_writers_of_the_post(sign_in, draft, cast):
    for person, status in [(cast.press_officer, 403), (cast.outsider, 404)]:
        for page in ("versions/", "versions/1/", "versions/1.json"):
            assert sign_in(person).get(at(draft, page)).status_code == status


def test_a_version_as_json_holds_its_text(desk, draft, cast):
    save(draft, cast.author, source="Second text.")
    assert desk.get(at(draft, "versions/1.json")).json() == {"version": 1, "source": WORDS.source}
    assert Post.objects.get().draft.version == 2


# Beside the text


def test_the_page_beside_the_text_shows_what_is_typed_and_saves_nothing(desk, draft):
    page = desk.post(at(draft, "preview/"), sent(draft, title="Typed", source="Some **bold** words."))
    assert page.status_code == 200
    assert "Typed" in page.content.decode()
    assert "<strong>bold</strong>" in page.content.decode()
    assert fresh(draft.draft).version == 1


def test_the_page_beside_the_text_says_why_it_cannot_be_laid_out(desk, draft):
    for change in ({"source": ">" * 20 + " deep"}, {"source": "x" * (MAX_LENGTH + 1)}):
        assert desk.post(at(draft, "preview/"), sent(draft, **change)).status_code == 422


def test_only_writers_see_typed_words_laid_out(sign_in, draft, cast):
    for person, status in [(cast.press_officer, 403), (cast.outsider, 404), (cast.author, 200)]:
        assert sign_in(person).post(at(draft, "preview/"), sent(draft)).status_code == status
