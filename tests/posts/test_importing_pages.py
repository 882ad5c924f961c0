"""Documents and pasted words at the desk: what becomes of them, their pictures, and what each refuses."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from posts.importing.bringing import bring_in, describe, undescribed
from posts.importing.converting import Imported, from_document
from posts.models import Image, Post
from posts.rendering import MAX_LENGTH
from teams.refusals import NotAllowed, NotNow
from tests.conftest import WORDS
from tests.making import fresh, picture_file
from tests.pages import errors, title, typed, words
from tests.posts.documents import FLOODS, STORIES, docx, odt, word_html

NEW = "/desk/posts/new/"


@pytest.fixture
def desk(sign_in, cast):
    return sign_in(cast.author)


def at(post, page):
    return f"/desk/posts/{post.pk}/{page}"


def upload(data, name="stores.docx"):
    return SimpleUploadedFile(name, data)


def test_a_document_becomes_a_draft(desk, cast):
    page = desk.post(NEW, {"team": cast.team.pk, "title": "", "document": upload(docx(FLOODS))})
    post = Post.objects.get()
    assert (page.status_code, page["Location"]) == (302, at(post, "edit/"))
    assert post.title == "What 40 flood stores taught us"
    assert "## How we chose them" in post.draft.source
    assert [line.person for line in post.draft.byline.all()] == [cast.author]


def test_a_title_that_is_typed_is_taken_before_that_of_the_document(desk, cast):
    desk.post(NEW, {"team": cast.team.pk, "title": "Mine", "document": upload(odt(FLOODS), "a.odt")})
    assert Post.objects.get().title == "Mine"


def test_a_post_needs_a_title_or_a_document(desk, cast):
    page = desk.post(NEW, {"team": cast.team.pk, "title": ""})
    assert (page.status_code, errors(page)) == (422, ["Enter title, or choose a document"])


@pytest.mark.parametrize("data", [b"Hello", b"\xd0\xcf\x11\xe0" + b"\0" * 100, odt([])])
def test_a_document_that_cannot_be_read_starts_nothing(desk, cast, data):
    page = desk.post(NEW, {"team": cast.team.pk, "title": "Kept", "document": upload(data)})
    assert (page.status_code, typed(page)["title"]) == (422, "Kept")
    assert title(page).startswith("Error:")
    assert not Post.objects.exists()


def test_pictures_come_along_and_ask_what_they_show(desk, cast):
    silent = [(kind, "" if kind == "picture" else what) for kind, what in STORIES["pictured"]]
    page = desk.post(NEW, {"team": cast.team.pk, "title": "Seen", "document": upload(docx(silent))})
    post, picture = Post.objects.get(), Image.objects.get()
    assert page["Location"] == at(post, "describe/")
    assert f"![](image:{picture.key})" in post.draft.source
    asked = desk.get(page["Location"])
    assert "What does picture 1 show?" in words(asked)
    assert desk.post(page["Location"], {f"alt-{picture.pk}": ""}).status_code == 422
    desk.post(page["Location"], {f"alt-{picture.pk}": "A gauge in flood"})
    assert f"![A gauge in flood](image:{picture.key})" in fresh(post.draft).source
    assert desk.get(page["Location"])["Location"] == at(post, "edit/")


def test_pictures_that_the_document_describes_ask_nothing(desk, cast):
    page = desk.post(NEW, {"team": cast.team.pk, "title": "", "document": upload(docx(STORIES["pictured"]))})
    assert page["Location"] == at(Post.objects.get(), "edit/")
    assert Image.objects.get().alt == "A gauge on a bridge"


def test_what_is_left_out_is_told(desk, cast, draft):
    imported = Imported("T", "![a](picture:0) words", ["comments"], {"0": b"GIF89a no picture"})
    _, left_out = bring_in(draft, imported, by=cast.author)
    assert left_out[0] == "comments"
    assert left_out[1].startswith("a picture: this is not a JPEG")
    assert "picture:" not in fresh(draft.draft).source


def test_a_document_goes_to_the_end_of_a_draft(desk, draft):
    page = desk.post(at(draft, "document/"), {"document": upload(odt(STORIES["plain"]))}, follow=True)
    assert fresh(draft.draft).source == f"{WORDS.source}\n\nOnly one paragraph."
    assert "Your document is in the draft." in page.content.decode()


def test_the_script_puts_a_document_in_itself(desk, draft):
    answer = desk.post(at(draft, "document/"), {"document": upload(docx(FLOODS)), "beside": "on"}).json()
    assert answer["source"].startswith("We opened the doors")
    assert fresh(draft.draft).version == 1
    assert desk.post(at(draft, "document/"), {"beside": "on"}).status_code == 422
    refused = desk.post(at(draft, "document/"), {"document": upload(b"x"), "beside": "on"})
    assert (refused.status_code, refused.json()["why"][-1]) == (422, ".")


def test_a_text_does_not_grow_beyond_its_limit(draft, cast):
    for length in (MAX_LENGTH - 10, MAX_LENGTH + 10):
        with pytest.raises(NotNow):
            bring_in(draft, Imported("", "x" * length), by=cast.author)
    assert fresh(draft.draft).version == 1


def test_only_writers_bring_documents_in_and_describe(draft, cast, sign_in):
    for person in (cast.press_officer, cast.outsider, cast.nobody):
        with pytest.raises(NotAllowed):
            bring_in(draft, Imported("", "Words."), by=person)
        with pytest.raises(NotAllowed):
            describe(draft, {}, by=person)
    assert sign_in(cast.press_officer).post("/desk/paste/", {}).status_code == 403


def test_nothing_comes_in_while_the_draft_is_with_its_signatories(submission, cast):
    with pytest.raises(NotNow, match="Recall it first"):
        bring_in(submission.post, from_document(docx(STORIES["plain"])), by=cast.author)


def test_what_is_pasted_comes_back_as_markdown(desk):
    html = SimpleUploadedFile("pasted.html", word_html(STORIES["deep"]).encode(), "text/html")
    answer = desk.post("/desk/paste/", {"html": html})
    assert answer.json()["source"].startswith("## Plan\n\nThree levels")
    assert answer.json()["said"] == "Left out: tracked deletions."


@pytest.mark.parametrize("sent", [{}, {"html": "words"}, {"html": SimpleUploadedFile("a", b"x" * 3_000_001)}])
def test_a_paste_that_is_none_is_refused(desk, sent):
    assert desk.post("/desk/paste/", sent).status_code == 422


def test_a_dropped_picture_says_by_what_right_and_comes_back_as_markdown(desk, draft):
    sent = {"picture": picture_file(), "alt": "A gauge", "licence": "open", "credit": "Ada", "beside": "on"}
    answer = desk.post(at(draft, "images/"), sent).json()
    picture = Image.objects.get()
    assert answer["markdown"] == f"![A gauge](image:{picture.key})"
    assert (picture.licence, picture.credit) == ("open", "Ada")
    refused = desk.post(at(draft, "images/"), {**sent, "picture": picture_file(), "alt": ""})
    assert (refused.status_code, refused.json()["why"]) == (422, "Describe what the picture shows.")
    assert undescribed(draft) == []
