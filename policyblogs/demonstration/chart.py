"""The pictures of the demonstration: bar charts, drawn here so that no file needs to be kept."""

from io import BytesIO
from textwrap import fill

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

Bars = tuple[tuple[str, int], ...]
"""Labels and values, from left to right."""

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
SENSORS: Bars = tuple(zip(MONTHS, (41, 38, 25, 17, 14, 29, 31, 18, 13, 16, 24, 40), strict=True))
WIDTH, HEIGHT, BASE, TALLEST, MARGIN = 1280, 640, 550, 470, 80
FONT_SIZE, LETTER = 28, 15


def upload(bars: Bars) -> SimpleUploadedFile:
    """Return the chart as a person would upload it: the values above the bars, the labels below."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), "white")
    draw = ImageDraw.Draw(picture)
    step = (WIDTH - 2 * MARGIN) // len(bars)
    scale = TALLEST / max(value for _, value in bars)
    for number, (label, value) in enumerate(bars):
        middle, top = MARGIN + step * number + step // 2, BASE - round(value * scale)
        draw.rectangle([middle - step // 3, top, middle + step // 3, BASE], fill=(0, 82, 92))
        _write(draw, middle, top - 40, str(value))
        _write(draw, middle, BASE + 12, fill(label, step // LETTER))
    draw.line([MARGIN - 20, BASE, WIDTH - MARGIN + 20, BASE], fill="black", width=3)
    content = BytesIO()
    picture.save(content, "PNG")
    return SimpleUploadedFile("chart.png", content.getvalue(), "image/png")


def _write(draw: ImageDraw.ImageDraw, middle: int, top: int, text: str) -> None:
    draw.multiline_text((middle, top), text, fill="black", font_size=FONT_SIZE, anchor="ma", align="center")
