"""Uploaded pictures: checked, and made again as WebP in the sizes we serve, with nothing else in them."""

import hashlib
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Protocol

from PIL import ExifTags, Image, ImageOps, UnidentifiedImageError

from posts.rendering import STORED_WIDTHS, widths

MAX_BYTES = 10_000_000
MAX_PIXELS = 50_000_000
MIN_SIDE = 16
MAX_HEIGHT = 16_000
"""Pixels. WebP itself ends at 16,383."""

FORMATS = ("JPEG", "PNG", "WEBP")
QUALITY = 82

# Pillow only warns up to twice its limit. For the whole process, because in threads a filter set for a
# moment is everybody's.
warnings.filterwarnings("error", category=Image.DecompressionBombWarning)


class PictureRefused(ValueError):
    """The upload is no picture that we can serve; the message tells its writer what to do."""


class Upload(Protocol):
    """What is needed of Django's `UploadedFile`."""

    @property
    def size(self) -> int | None: ...

    def read(self, num_bytes: int = ..., /) -> bytes: ...


@dataclass(frozen=True)
class Picture:
    """A picture as it will be served: `files` by width. `digest` is the SHA-256 of the widest.

    `width` and `height` are those of the upload, the right way up.
    """

    digest: str
    width: int
    height: int
    files: dict[int, bytes]


def accept(upload: Upload) -> Picture:
    """Check an upload and make it again. Raises PictureRefused, and nothing else, for what cannot be used."""
    data = _read(upload)
    with _refusals():
        image = Image.open(BytesIO(data), formats=FORMATS)
        width, height = _size(image)
        plain = _plain(image)
        files = {
            wanted: _webp(plain, wanted, height=round(height * wanted / width)) for wanted in widths(width)
        }
    digest = hashlib.sha256(files[max(files)]).hexdigest()
    return Picture(digest, width, height, files)


def _read(upload: Upload) -> bytes:
    if (upload.size or 0) <= MAX_BYTES and len(data := upload.read(MAX_BYTES + 1)) <= MAX_BYTES:
        if not data:
            raise PictureRefused("This file is empty. Choose the picture again.")
        return data
    raise PictureRefused(
        f"This picture is larger than {MAX_BYTES // 1_000_000} MB. Save a smaller copy of it."
    )


@contextmanager
def _refusals() -> Iterator[None]:
    """A decoder of hostile files raises whatever it likes, so everything is a refusal."""
    try:
        yield
    except PictureRefused:
        raise
    except UnidentifiedImageError:
        raise PictureRefused(
            "This is not a JPEG, PNG or WebP picture, or it is damaged. Save it as one of these."
        ) from None
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise PictureRefused(_too_many_pixels()) from None
    except Exception as error:
        raise PictureRefused(
            "This picture is damaged. Open it, save it again and upload the copy."
        ) from error


def _too_many_pixels() -> str:
    return f"This picture has more than {MAX_PIXELS // 1_000_000} million pixels. Save a smaller copy of it."


def _size(image: Image.Image) -> tuple[int, int]:
    """The size of the picture the right way up, checked before anything is decoded."""
    width, height = image.size
    if width * height > MAX_PIXELS:
        raise PictureRefused(_too_many_pixels())
    if image.getexif().get(ExifTags.Base.Orientation, 1) in (5, 6, 7, 8):
        width, height = height, width
    if min(width, height) < MIN_SIDE:
        raise PictureRefused(f"This picture is under {MIN_SIDE} pixels wide or high. Use a larger one.")
    if height * max(widths(width)) > MAX_HEIGHT * width:
        raise PictureRefused("This picture is too tall for a page. Cut it into several pictures.")
    return width, height


def _plain(image: Image.Image) -> Image.Image:
    """The first frame, upright, as red, green, blue and perhaps transparency, and nothing else with it."""
    widest = 2 * STORED_WIDTHS[-1]
    image.draft(None, (widest, widest))  # a large JPEG need not be decoded in full; others take no notice
    image = ImageOps.exif_transpose(image)
    if image.mode.startswith("I"):  # 16 bits of grey
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    plain = image.convert("RGBA" if image.has_transparency_data else "RGB")
    plain.info.clear()
    return plain


def _webp(image: Image.Image, width: int, *, height: int) -> bytes:
    smaller = image.resize((width, max(1, height)), Image.Resampling.LANCZOS, reducing_gap=3.0)
    out = BytesIO()
    smaller.save(out, "WEBP", quality=QUALITY, method=4, exif=b"", icc_profile=b"", xmp=b"")
    return out.getvalue()
