"""Word documents, as the HTML that `reading` reads. Mammoth reads them; pictures are kept apart."""

from io import BytesIO
from typing import Any

import mammoth  # type: ignore[import-untyped]

STYLES = """
p[style-name='Title'] => p.title:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='Heading 7'] => h6:fresh
p[style-name='Heading 8'] => h6:fresh
p[style-name='Heading 9'] => h6:fresh
comment-reference =>
u =>
strike =>
"""


def to_html(data: bytes) -> tuple[str, dict[str, bytes], list[str]]:
    """Return the HTML, the pictures by their number, and what was left out."""
    pictures: dict[str, bytes] = {}

    def keep(image: Any) -> dict[str, str]:
        key = str(len(pictures))
        with image.open() as file:
            pictures[key] = file.read()
        return {"src": f"picture:{key}"}

    converted = mammoth.convert_to_html(
        BytesIO(data), style_map=STYLES, convert_image=mammoth.images.img_element(keep)
    )
    left_out = []
    if b"word/comments" in data:
        left_out.append("comments")
    return converted.value, pictures, left_out
