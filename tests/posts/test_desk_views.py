"""The writing desk in a browser: starting, saving, previewing, pictures, and what each refuses."""

import re

import pytest

from posts.models import Post
from posts.rendering import MAX_LENGTH
from tests.conftest import WORDS
from tests.making import fresh, make_picture, release_it, save
from tests.pages import errors, heading, kept, title, typed, words

NEW = "/desk/posts/new/"
TAGS = "Sensors, Data"


@pytest.fixture
def desk(sign_in, cast):
    """The browser of an author."""
    return sign_in(cast.author)


def at(post, page="edit/"):
    return f"/desk/posts/{post.pk}/{page}"


def sent(post, **changes):
    """What the browser sends from the form of the draft."""
    draft = fresh(post.draft)
    whole = {
        "title": draft.title,
        "summary": draft.summary,
        "source": draft.source,
        "tags": ", ".join(draft.tags),
        "authors": [line.person_id for line in draft.byline.all()],
        "version": draft.version,
    }
    return {**whole, **changes}


# Starting


def test_a_new_post_opens_on_its_draft(desk, cast):
    response = desk.post(NEW, {"team": cast.team.pk, "title": "On gauges"})
    post = Post.objects.get()
    assert (response.status_code, response["Location"]) == (302, at(post))
    assert (post.title, post.team, post.started_by) == ("On gauges", cast.team, cast.author)


def test_the_only_team_of_an_author_is_chosen_already(desk, cast):
    assert typed(desk.get(NEW))["team"] == str(cast.team.pk)


def test_a_post_cannot_be_started_in_a_team_of_others(desk, cast):
    response = desk.post(NEW, {"team": cast.sister_team.pk, "title": "On gauges"})
    assert (response.status_code, typed(response)["title"]) == (422, "On gauges")
    assert not Post.objects.exists()


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"title": ""}, "Enter title, or choose a document"),
        ({"title": "\u200b"}, "Enter title, or choose a document"),
        ({"title": "x" * 201}, "Title must be 200 characters or fewer; it has 201"),
        ({"team": ""}, "Select blog"),
        ({"team": "9" * 30}, "Choose from the answers that are offered."),
        ({"team": "x"}, "Choose from the answers that are offered."),
    ],
)
def test_a_faulty_start_is_refused_and_the_title_kept(desk, cast, changed, message):
    response = desk.post(NEW, {"team": cast.team.pk, "title": "On gauges", **changed})
    assert (response.status_code, errors(response)) == (422, [message])
    assert title(response).startswith("Error: ")
    assert typed(response)["title"] == changed.get("title", "On gauges").strip("\u200b")


# Saving


def test_the_form_has_the_draft_as_it_stands(desk, draft):
    fields = typed(desk.get(at(draft)))
    assert (fields["title"], fields["summary"], fields["tags"]) == (
        WORDS.title,
        WORDS.summary,
        TAGS,
    )
    assert (fields["source"], fields["version"]) == (WORDS.source, "1")


def test_a_save_is_said_and_shown(desk, draft):
    response = desk.post(at(draft), sent(draft, title="Better", source="Line\r\n\r\nLine"), follow=True)
    assert "Draft saved." in words(response)
    assert typed(response)["source"] == "Line\n\nLine"
    assert fresh(draft.draft).title == "Better"


@pytest.mark.parametrize(
    ("then", "page"),
    [
        ("edit", "edit/"),
        ("preview", "preview/"),
        ("submit", "submit/"),
        ("https://evil.example", "edit/"),
        ("", "edit/"),
    ],
)
def test_after_a_save_the_chosen_page_follows(desk, draft, then, page):
    assert desk.post(at(draft), sent(draft, then=then))["Location"] == at(draft, page)


def test_a_draft_under_submission_is_not_opened_for_writing(desk, submission):
    response = desk.get(at(submission.post))
    assert response["Location"] == at(submission.post, "")


def test_a_save_of_a_draft_under_submission_is_refused_and_kept(desk, submission):
    response = desk.post(at(submission.post), sent(submission.post, title="Too late", source="Too late."))
    assert response.status_code == 409
    assert "Recall it first" in words(response)
    assert kept(response) == {
        "Title": "Too late",
        "Summary": WORDS.summary,
        "Text": "Too late.",
        "Tags": TAGS,
    }


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"title": ""}, "Enter title"),
        ({"title": "x" * 201}, "Title must be 200 characters or fewer; it has 201"),
        ({"summary": "x" * 401}, "Summary must be 400 characters or fewer; it has 401"),
        ({"source": "x" * 100_001}, "Text must be 100,000 characters or fewer; it has 100,001"),
        ({"tags": "a,b,c,d,e,f,g,h,i,j,k"}, "Use 10 tags or fewer; there are 11."),
        ({"tags": "x" * 51}, f"Make each tag 50 characters or fewer: {'x' * 20}…"),
        ({"tags": "河流"}, "Each tag needs a letter from A to Z or a digit: 河流"),
        ({"authors": []}, "Choose at least one person who wrote this post."),
        ({"authors": ["9" * 30]}, "Choose from the answers that are offered."),
    ],
)
def test_a_faulty_save_is_refused_and_keeps_what_was_typed(desk, draft, changed, message):
    response = desk.post(at(draft), sent(draft, **{"title": "New", "source": "New text.", **changed}))
    assert (response.status_code, errors(response)) == (422, [message])
    assert title(response).startswith("Error: ")
    fields = typed(response)
    for name, text in {"title": "New", "source": "New text.", **changed}.items():
        assert name == "authors" or fields[name] == text
    assert fresh(draft.draft).version == 1


def test_a_forged_version_is_refused_and_keeps_what_was_typed(desk, draft):
    for version in ["", "x", "-1", "9" * 30, "9" * 5000, "1.5", "\0"]:
        response = desk.post(at(draft), sent(draft, title="New", version=version))
        assert (response.status_code, typed(response)["title"]) == (422, "New")


def test_the_longest_text_can_be_saved(desk, draft):
    longest = ("é" * 99 + "\n") * (MAX_LENGTH // 100)
    assert desk.post(at(draft), sent(draft, source=longest)).status_code == 302


def test_more_than_three_authors_are_refused(desk, draft, cast):
    four = [cast.author, cast.co_author, cast.editor, cast.writing_press_officer]
    response = desk.post(at(draft), sent(draft, authors=[person.pk for person in four]))
    assert errors(response) == ["Name 3 authors at most."]


def test_only_people_of_the_team_are_offered_for_the_byline(desk, draft, cast):
    page = words(desk.get(at(draft)))
    assert "Ed Editor" in page
    for stranger in ["Olu Outsider", "Pat Press", "Nia Nobody"]:
        assert stranger not in page


def test_control_characters_do_not_reach_the_draft(desk, draft):
    desk.post(at(draft), sent(draft, title="A\0\u202eB\u200b", source="A\x07\r\nB\x00", tags="S\x1bea, sea"))
    saved = fresh(draft.draft)
    assert (saved.title, saved.source, saved.tags) == ("AB", "A\nB", ["Sea"])


@pytest.mark.parametrize("page", ["edit/", "preview/", "images/"])
@pytest.mark.parametrize("who", ["outsider", "auditor", "nobody", "superuser"])
def test_a_post_of_another_team_is_not_there(sign_in, cast, draft, page, who):
    expected = 404 if who == "outsider" else 403
    assert sign_in(getattr(cast, who)).get(at(draft, page)).status_code == expected


def test_a_press_officer_reads_and_does_not_write(sign_in, cast, draft):
    browser = sign_in(cast.press_officer)
    assert browser.get(at(draft, "preview/")).status_code == 200
    assert browser.post(at(draft), sent(draft)).status_code == 403


def test_an_unknown_post_is_not_found(desk):
    for pk in ["0", "999999999", "9" * 30, "9" * 5000]:
        assert desk.get(f"/desk/posts/{pk}/edit/").status_code == 404


# Previewing


def article(response):
    """The article of a page, without the links from its tags, which only readers' pages have."""
    (found,) = re.findall(r"<article>.*?</article>", response.content.decode(), re.DOTALL)
    return re.sub(r'(<li data-signed="tags">)<a href="[^"]*">([^<]*)</a>', r"\1\2", found)


def test_the_preview_is_the_published_article(desk, draft, cast):
    image = make_picture(draft, cast.author)
    source = (
        f"{WORDS.source}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n{image.markdown}\n\nA note.[^1]\n\n[^1]: Here."
    )
    save(draft, cast.author, title="T & <b>T</b>", source=source)
    before = article(desk.get(at(draft, "preview/")))
    live = release_it(draft, cast)
    published = article(desk.get(live.get_absolute_url()))
    after = article(desk.get(at(draft, "preview/")))
    assert after.replace("/desk/images/", "/images/") == published
    released = re.compile(r'<p class="meta">Published .*?</p>')
    assert released.sub("", published) == released.sub("", before.replace("/desk/images/", "/images/"))
    assert before.count("/desk/images/") == 2


def test_the_preview_is_private_and_for_no_search_engine(desk, draft):
    response = desk.get(at(draft, "preview/"))
    assert response["Cache-Control"] == "private, no-store"
    assert '<meta name="robots" content="noindex">' in response.content.decode()


def test_the_preview_shows_no_comments_and_no_sign_off(desk, live):
    page = words(desk.get(at(live, "preview/")))
    assert "Comment on this post" not in page
    assert "signed off" not in page


def test_a_draft_that_cannot_be_laid_out_says_why(desk, draft, cast):
    save(draft, cast.author, source="![A picture](image:0)")
    response = desk.get(at(draft, "preview/"))
    assert response.status_code == 422
    assert "not one of this post's" in words(response)


def test_markup_in_a_draft_is_shown_as_text(desk, draft, cast):
    save(draft, cast.author, title="<script>1</script>", source="<script>alert(1)</script>")
    assert "<script" not in desk.get(at(draft, "preview/")).content.decode()


# Signed out


def test_a_stranger_is_sent_to_sign_in(client, draft):
    for page in ["edit/", "preview/", "images/"]:
        assert client.get(at(draft, page))["Location"] == f"/sign-in/?next={at(draft, page)}"


def test_a_stranger_who_saves_keeps_the_words(client, draft):
    response = client.post(at(draft), sent(draft, title="Mine", source="My text."))
    assert (response.status_code, heading(response)) == (403, "You have been signed out")
    assert kept(response)["Text"] == "My text."
    assert fresh(draft.draft).version == 1


def test_head_is_answered(desk, draft):
    for page in ["edit/", "preview/", "images/"]:
        assert desk.head(at(draft, page)).status_code == 200


def test_other_methods_are_refused(desk, draft):
    for method in ["put", "delete", "patch"]:
        for page in ["edit/", "preview/", "images/"]:
            assert getattr(desk, method)(at(draft, page)).status_code == 405
