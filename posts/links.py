"""Which links readers may be led to. Needs no Django: the process that lays out texts reads it."""

import re
import unicodedata

_LINK = re.compile(r"https?://[^/?#@]+([/?#].*)?|mailto:[^@/?#]+@[^@/?#]+(\?.*)?|/(?!/).*|#.+", re.IGNORECASE)


def is_allowed_link(url: str) -> bool:
    r"""Whether readers may be led there: http, https, mailto, a path of this site, a place on the page.

    Browsers read a backslash as a slash and drop tabs and line ends, so `/\evil.example` and `/<tab>/evil`
    lead away: neither they nor invisible characters may stand in a link, nor a name before the host.
    """
    hidden = any(unicodedata.category(char)[0] in "CZ" or char == "\\" for char in url)
    return not hidden and _LINK.fullmatch(url) is not None
