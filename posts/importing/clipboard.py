"""What was copied in Word, Outlook, Google Docs or a web page, as Markdown."""

import re

from posts.importing.reading import read_html
from posts.importing.writing import write

MAX_LENGTH = 3_000_000  # characters: Word writes a hundred for each that is read
_FRAGMENT = re.compile(r"<!--\s*StartFragment\s*-->(.*?)<!--\s*EndFragment\s*-->", re.DOTALL)


def from_html(html: str) -> tuple[str, list[str]]:
    """Return the Markdown of what a clipboard holds as HTML, and what was left out.

    Where the clipboard marks what was copied, it is that part of the page; footnotes stand behind it.
    """
    fragment = _FRAGMENT.search(html)
    if fragment and "mso-element:footnote" not in html and "_ftn" not in html:
        html = fragment[1]
    document = read_html(html)
    title, source = write(document)
    heading = f"## {title}\n\n" if title else ""  # pasted into a text that has a title of its own
    return f"{heading}{source}".strip(), document.left_out
