"""Pictures on the writing desk: what is taken, what is refused with the description kept, who sees them."""

import struct
import zlib
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from tests.making import make_picture, picture_file
from tests.pages import errors, title, tree, typed


@pytest.fixture
def desk(sign_in, cast):
    """The browser of an author."""
    return sign_in(cast.author)


def at(post):
    return f"/desk/posts/{post.pk}/images/"


def bomb():
    """A small file that says it is a picture of 400 million pixels."""
    out = b"\x89PNG\r\n\x1a\n"
    header = struct.pack("!IIBBBBB", 20_000, 20_000, 8, 0, 0, 0, 0)
    for kind, data in ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b"")):
        out += struct.pack("!I", len(data)) + kind + data + struct.pack("!I", zlib.crc32(kind + data))
    return out


def gif():
    file = BytesIO()
    Image.new("P", (64, 64)).save(file, "GIF")
    return file.getvalue()


BAD_FILES = {
    "oversized": (b"\xff\xd8\xff" + b"\0" * 10_000_000, "larger than 10 MB"),
    "SVG": (
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        "not a JPEG, PNG or WebP",
    ),
    "GIF": (gif(), "not a JPEG, PNG or WebP"),
    "bomb": (bomb(), "more than 50 million pixels"),
    "truncated": (picture_file(400, 400, "JPEG").read()[:600], "damaged"),
    "text": (b"Dear sir or madam", "not a JPEG, PNG or WebP"),
    "empty": (b"", "empty"),
    "tiny": (picture_file(4, 4).read(), "under 16 pixels"),
}


def upload(desk, post, content, alt="A gauge on a bridge", name="picture.png"):
    file = SimpleUploadedFile(name, content, "image/png")
    return desk.post(at(post), {"picture": file, "alt": alt})


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_is_added_and_its_line_shown(desk, draft, kind):
    response = upload(desk, draft, picture_file(kind=kind).read())
    assert response.status_code == 302
    image = draft.images.get()
    page = desk.get(response["Location"])
    assert image.markdown in [node.get("value") for node in tree(page).iter("input")]


@pytest.mark.parametrize("what", BAD_FILES)
def test_a_bad_file_is_refused_and_the_description_kept(desk, draft, what):
    content, why = BAD_FILES[what]
    response = upload(desk, draft, content)
    assert response.status_code == 422
    assert [why in message for message in errors(response)] == [True]
    assert title(response).startswith("Error: ")
    assert typed(response)["alt"] == "A gauge on a bridge"
    assert not draft.images.exists()


def test_a_picture_needs_a_description(desk, draft):
    response = upload(desk, draft, picture_file().read(), alt=" ")
    assert (response.status_code, errors(response)) == (422, ["Describe what the picture shows."])


def test_a_description_that_is_too_long_is_kept(desk, draft):
    response = upload(desk, draft, picture_file().read(), alt="x" * 301)
    assert (response.status_code, typed(response)["alt"]) == (422, "x" * 301)


def test_a_picture_must_be_chosen(desk, draft):
    response = desk.post(at(draft), {"alt": "A gauge"})
    assert errors(response) == ["Choose a picture."]
    assert typed(response)["alt"] == "A gauge"


def test_words_where_a_picture_should_be_are_refused(desk, draft):
    response = desk.post(at(draft), {"picture": "picture.png", "alt": "A gauge"})
    assert (response.status_code, typed(response)["alt"]) == (422, "A gauge")


@pytest.mark.parametrize("name", ["../../../etc/passwd", "a" * 500 + ".png", "é\u202e.png", "<b>.png"])
def test_the_name_of_a_file_does_not_matter(desk, draft, name):
    assert upload(desk, draft, picture_file().read(), name=name).status_code in (302, 422)


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("co_author", 200),
        ("press_officer", 200),
        ("outsider", 404),
        ("auditor", 403),
        ("nobody", 403),
    ],
)
def test_a_picture_of_a_draft_is_for_those_who_see_the_draft(sign_in, cast, draft, who, status):
    image = make_picture(draft, cast.author)
    response = sign_in(getattr(cast, who)).get(f"/desk/images/{image.digest}-64.webp")
    assert response.status_code == status
    if status == 200:
        assert (response["Content-Type"], response["Cache-Control"]) == ("image/webp", "private, no-store")
    response.getvalue()  # to its end: the file is closed


def test_a_picture_of_another_width_is_not_found(desk, draft, cast):
    image = make_picture(draft, cast.author)
    for width in ["0", "65", "9" * 300, "9" * 5000]:
        assert desk.get(f"/desk/images/{image.digest}-{width}.webp").status_code == 404
