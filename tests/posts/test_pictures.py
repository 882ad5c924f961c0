"""Uploaded pictures: what is accepted, what is made of it, what is refused."""

import hashlib
import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image, PngImagePlugin

from posts.pictures import MAX_BYTES, PictureRefused, accept
from posts.rendering import widths


class Upload:
    """As much of Django's UploadedFile as is needed."""

    name = "photo.jpg"

    def __init__(self, data, size=None):
        self.size = len(data) if size is None else size
        self._file = BytesIO(data)

    def read(self, num_bytes=-1, /):
        return self._file.read(num_bytes)


def make_picture(width=900, height=600, file_format="JPEG", mode="RGB", **options):
    out = BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert(mode).save(out, file_format, **options)
    return out.getvalue()


def opened(picture, width=None):
    return Image.open(BytesIO(picture.files[width or max(picture.files)]))


def make_png_header(width, height):
    """A PNG that says how large it is, and little more."""
    out = b"\x89PNG\r\n\x1a\n"
    header = struct.pack("!IIBBBBB", width, height, 8, 0, 0, 0, 0)
    for kind, data in ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b"")):
        out += struct.pack("!I", len(data)) + kind + data + struct.pack("!I", zlib.crc32(kind + data))
    return out


def refusal(data, **options):
    with pytest.raises(PictureRefused) as refused:
        accept(Upload(data, **options))
    return str(refused.value)


@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_made_again_as_webp(file_format):
    picture = accept(Upload(make_picture(file_format=file_format)))
    assert {opened(picture, width).format for width in picture.files} == {"WEBP"}


def test_its_files_are_as_wide_as_they_say():
    picture = accept(Upload(make_picture(2000, 1000)))
    assert {width: opened(picture, width).size for width in picture.files} == {
        320: (320, 160),
        640: (640, 320),
        1280: (1280, 640),
    }


@pytest.mark.parametrize(
    ("width", "stored"),
    [
        (100, [100]),
        (320, [320]),
        (321, [320, 321]),
        (640, [320, 640]),
        (1279, [320, 640, 1279]),
        (1280, [320, 640, 1280]),
        (6000, [320, 640, 1280]),
    ],
)
def test_no_picture_is_enlarged(width, stored):
    assert widths(width) == stored


def test_it_is_known_by_the_digest_of_its_widest_file():
    picture = accept(Upload(make_picture()))
    assert picture.digest == hashlib.sha256(picture.files[900]).hexdigest()


def test_the_same_upload_has_the_same_digest():
    data = make_picture()
    assert accept(Upload(data)).digest == accept(Upload(data)).digest


def test_its_size_is_that_of_the_upload():
    picture = accept(Upload(make_picture(3000, 1500)))
    assert (picture.width, picture.height) == (3000, 1500)


def test_a_photograph_taken_sideways_is_turned_upright():
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    picture = accept(Upload(make_picture(900, 600, exif=exif)))
    assert (picture.width, picture.height) == opened(picture).size == (600, 900)


def test_a_large_photograph_keeps_its_shape_when_it_is_turned():
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 8
    picture = accept(Upload(make_picture(6000, 3000, exif=exif)))
    assert opened(picture).size == (1280, 2560)


def test_where_and_with_what_it_was_taken_is_dropped():
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Secret Camera"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (51.5, 0.0, 0.0)
    data = make_picture(exif=exif, icc_profile=b"profile", comment=b"Secret Comment", xmp=b"<x>Secret</x>")
    picture = accept(Upload(data))
    assert b"Secret" in data
    assert not any(mark in picture.files[900] for mark in (b"Secret", b"EXIF", b"ICCP", b"XMP "))


def test_text_in_a_png_is_dropped():
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "Secret")
    picture = accept(Upload(make_picture(file_format="PNG", pnginfo=info)))
    assert b"Secret" not in picture.files[900]


def test_a_script_behind_the_picture_is_dropped():
    picture = accept(Upload(make_picture() + b"<script>alert(1)</script>"))
    assert b"script" not in picture.files[900]


def test_transparency_is_kept():
    out = BytesIO()
    Image.new("RGBA", (100, 100), (255, 0, 0, 0)).save(out, "PNG")
    assert opened(accept(Upload(out.getvalue()))).getpixel((50, 50))[3] == 0


@pytest.mark.parametrize(
    ("file_format", "mode"), [("JPEG", "CMYK"), ("JPEG", "L"), ("PNG", "1"), ("PNG", "P"), ("PNG", "I;16")]
)
def test_unusual_colours_are_accepted(file_format, mode):
    assert opened(accept(Upload(make_picture(file_format=file_format, mode=mode)))).mode == "RGB"


def test_sixteen_bits_of_grey_keep_their_shade():
    out = BytesIO()
    Image.new("I;16", (50, 50), 0x8000).save(out, "PNG")
    red, _green, _blue = opened(accept(Upload(out.getvalue()))).getpixel((25, 25))
    assert abs(red - 0x80) < 4


@pytest.mark.parametrize("file_format", ["PNG", "WEBP"])
def test_of_a_moving_picture_the_first_frame_is_kept(file_format):
    out = BytesIO()
    frames = [Image.new("RGB", (100, 100), colour) for colour in ("red", "blue")]
    frames[0].save(out, file_format, save_all=True, append_images=frames[1:], duration=100)
    still = opened(accept(Upload(out.getvalue())))
    assert getattr(still, "n_frames", 1) == 1
    assert still.getpixel((50, 50))[0] > 200


@pytest.mark.parametrize(
    "data",
    [
        b"just some text",
        b"<!doctype html><script>alert(1)</script>",
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b"%PDF-1.7",
        make_picture(file_format="GIF", mode="P"),
        make_picture(file_format="BMP"),
        make_picture(file_format="TIFF"),
    ],
    ids=["text", "html", "svg", "pdf", "gif", "bmp", "tiff"],
)
def test_what_is_no_jpeg_png_or_webp_is_refused(data):
    assert "not a JPEG, PNG or WebP" in refusal(data)


@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP"])
def test_half_a_picture_is_refused(file_format):
    data = make_picture(file_format=file_format)
    assert "damaged" in refusal(data[: len(data) // 2])


def test_an_empty_file_is_refused():
    assert "empty" in refusal(b"")


def test_a_file_that_says_it_is_too_large_is_refused_unread():
    assert "10 MB" in refusal(b"x", size=MAX_BYTES + 1)


def test_a_file_that_is_larger_than_it_says_is_refused():
    assert "10 MB" in refusal(bytes(MAX_BYTES + 1), size=1)


@pytest.mark.parametrize("side", [7_100, 9_600, 20_000], ids=["own limit", "warned of", "bomb"])
def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(side):
    assert "50 million pixels" in refusal(make_png_header(side, side))


def test_a_tiny_picture_is_refused():
    assert "under 16 pixels" in refusal(make_picture(15, 200))


def test_a_picture_too_tall_for_webp_is_refused():
    assert "too tall" in refusal(make_picture(20, 16_500, "PNG"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), file_format=st.sampled_from(["JPEG", "PNG", "WEBP"]))
def test_a_spoiled_picture_is_accepted_or_refused_and_nothing_else(data, file_format):
    spoiled = bytearray(make_picture(64, 48, file_format))
    for _ in range(data.draw(st.integers(1, 8))):
        spoiled[data.draw(st.integers(0, len(spoiled) - 1))] = data.draw(st.integers(0, 255))
    try:
        assert accept(Upload(bytes(spoiled))).files
    except PictureRefused as refused:
        assert str(refused).endswith(".")  # noqa: PT017 -- either is right
