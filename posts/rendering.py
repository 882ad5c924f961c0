"""Markdown to the HTML readers see, and what can be seen in it.

The work is done in a child process (`render_child.py`), because no bound on length makes a Markdown
library safe: some texts take it for ever. A child can be killed. This module needs neither Django nor the
Markdown library, so `visible` can check stored HTML anywhere.
"""

import atexit
import json
import logging
import os
import re
import select
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from html.parser import HTMLParser
from io import FileIO
from pathlib import Path
from typing import Any, cast

log = logging.getLogger(__name__)

RULES = 2
"""Version of the rules that make the HTML: stored HTML with another number is made again."""

MAX_LENGTH = 100_000
MAX_HTML = 1_000_000
MAX_QUOTES = 16
"""Characters of source, characters of HTML, and quotes within quotes."""

LIMIT = 4.0
TURN = 5.0
START = 10.0
"""Seconds a text may take, with waiting for its turn, and that a new child may take to be ready."""

STORED_WIDTHS = (320, 640, 1280)

INTRICATE = "This text is too intricate to lay out. Look for long runs of brackets, quotes or asterisks."
BUSY = "Other texts are being laid out just now. Wait a moment and try again."
BROKEN = "This text could not be laid out. Take out what you added last and try again."

_BOOT = "import sys; sys.path.append(sys.argv[1]); from posts.render_child import main; main()"
_DEEP_QUOTE = re.compile(rf"^(?:[ \t]*>){{{MAX_QUOTES + 1}}}", re.MULTILINE)


class RenderingRefused(ValueError):
    """The text cannot be laid out; the message tells its author what to do."""


class RenderingBusy(RenderingRefused):
    """Nothing is wrong with the text; there was no time for it."""


@dataclass(frozen=True)
class ImageFacts:
    """An uploaded image as `pictures.accept` found it: SHA-256 of its largest file, and its own size."""

    digest: str
    width: int
    height: int


@dataclass(frozen=True)
class Article:
    """Rendered HTML and what `visible` reads in it. `words` counts those of the blocks."""

    html: str
    blocks: list[str]
    links: list[str]
    images: list[dict[str, str]]
    words: int


def widths(width: int) -> list[int]:
    """The widths at which an image is stored: never wider than it is."""
    return sorted({known for known in STORED_WIDTHS if known < width} | {min(width, STORED_WIDTHS[-1])})


def render(source: str, images: Mapping[str, ImageFacts]) -> Article:
    """Lay out `source`, whose pictures (`![description](image:KEY)`) are those of `images`.

    Answers or raises `RenderingRefused` within about `TURN` seconds, whatever the text.
    """
    _check(source)
    facts = {key: asdict(image) for key, image in images.items()}
    answer = _renderer.ask({"source": source, "images": facts})
    if "refused" in answer:
        if "fault" in answer:
            log.warning("rendering failed in the child: %s", answer["fault"])
        raise RenderingRefused(answer["refused"])
    return Article(**answer)


def _check(source: str) -> None:
    if len(source) > MAX_LENGTH:
        raise RenderingRefused(
            f"This text has {len(source):,} characters. A post may have {MAX_LENGTH:,}. Shorten or divide it."
        )
    if deep := _DEEP_QUOTE.search(source):
        line = source.count("\n", 0, deep.start()) + 1
        raise RenderingRefused(f"Line {line} is a quote in more than {MAX_QUOTES} quotes. Use fewer > signs.")
    try:
        source.encode()
    except UnicodeEncodeError as error:
        line = source.count("\n", 0, error.start) + 1
        raise RenderingRefused(f"Line {line} has half a character in it. Type that line again.") from None


# What readers can see


def visible(html: str) -> tuple[list[str], list[str], list[dict[str, str]]]:
    """The blocks of text, link targets and images of rendered HTML, each in the order of the page.

    A block is `kind: text`, white space collapsed: `p`, `h2`, `li`, `li 3` in a numbered list, `note 1` in
    the footnotes, `quote`, `pre`, `figcaption`, `th`, `td` (empty cells too, or a figure could change its
    column unseen), `inset`, `update`, `details`, `summary`, and in a chart `td bar 40 from 10`, with length
    and start of the bar, so that what is drawn is signed too. Kinds nest: `quote li: text`. An image is its
    digest and description. The links between a footnote and its mark are left out: they are markup.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.flush()
    return reader.blocks, reader.links, reader.images


class _Reader(HTMLParser):
    NAMED = ("h2", "h3", "h4", "li", "th", "td", "pre", "figcaption", "details", "summary")
    NAMELESS = ("p", "figure", "div", "section", "table", "tr", "ul", "ol")
    KINDS = dict(zip(NAMED, NAMED, strict=True)) | dict.fromkeys(NAMELESS, "") | {"blockquote": "quote"}
    IMAGE = re.compile(r"/images/([0-9a-f]+)-")

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self.links: list[str] = []
        self.images: list[dict[str, str]] = []
        self._text: list[str] = []
        self._kinds: list[str] = []
        self._counters: list[int | None] = []
        self._notes = False
        self._silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag in self.KINDS:
            self.flush()
            self._kinds.append(self._kind(tag, attributes))
        elif tag == "a":
            self._link(attributes)
        elif tag == "img":
            self._image(attributes)
        elif tag == "br":
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.KINDS:
            self.flush(empty=tag in ("th", "td"))
            del self._kinds[-1:]  # also of nothing: stored HTML that was tampered with is only different
        if tag in ("ul", "ol"):
            del self._counters[-1:]
        elif tag == "section":
            self._notes = False
        elif tag == "a":
            self._silent = False

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._text.append(data)

    def flush(self, *, empty: bool = False) -> None:
        """End the block that is being read; an empty one counts only when `empty` says so."""
        text = " ".join("".join(self._text).split())
        self._text.clear()
        if text or empty:
            kind = " ".join(kind for kind in self._kinds if kind) or "p"
            self.blocks.append(f"{kind}: {text}")

    def _kind(self, tag: str, attributes: dict[str, str]) -> str:
        if tag in ("ul", "ol"):
            start = attributes.get("start", "")
            self._counters.append((int(start) if start.isdecimal() else 1) if tag == "ol" else None)
        elif tag == "section":
            self._notes = True
        elif tag == "li" and self._counters and (number := self._counters[-1]) is not None:
            self._counters[-1] = number + 1
            return f"note {number}" if self._notes and len(self._counters) == 1 else f"li {number}"
        marks = attributes.get("class", "")
        if (tag == "div" and marks in ("inset", "update")) or (tag == "td" and marks.startswith("bar-")):
            return f"{self.KINDS[tag]} {marks.replace('-', ' ')}".strip()
        return self.KINDS[tag]

    def _link(self, attributes: dict[str, str]) -> None:
        if "class" not in attributes:
            self.links.append(attributes.get("href", ""))
        self._silent = attributes.get("class") == "footnote-backref"

    def _image(self, attributes: dict[str, str]) -> None:
        found = self.IMAGE.match(attributes.get("src", ""))
        self.images.append({"digest": found[1] if found else "", "alt": attributes.get("alt", "")})


# The child


class _Died(Exception):
    """The child is gone, without an answer."""


class _Child:
    """A running `render_child`, spoken to in frames: four bytes of length, then so much JSON."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(  # noqa: S603 -- our own interpreter and module
            [sys.executable, "-I", "-c", _BOOT, str(Path(__file__).resolve().parent.parent)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            cwd="/",
            env={},
        )
        self._in, self._out = cast(FileIO, self.process.stdin), cast(FileIO, self.process.stdout)
        os.set_blocking(self._in.fileno(), False)

    def ask(self, request: bytes, deadline: float) -> dict[str, Any]:
        """Send a request and wait for its answer. Raises `_Died`, or `TimeoutError` at the deadline."""
        rest = memoryview(struct.pack("!I", len(request)) + request)
        while rest:
            self._wait(self._in.fileno(), select.POLLOUT, deadline)
            rest = rest[self._write(rest) :]
        return self.answer(deadline)

    def answer(self, deadline: float) -> dict[str, Any]:
        (length,) = struct.unpack("!I", self._read(4, deadline))
        answer: dict[str, Any] = json.loads(self._read(length, deadline))
        return answer

    def is_alive(self) -> bool:
        return self.process.poll() is None

    def kill(self) -> None:
        """End the child and leave no zombie."""
        self._close()
        self.process.kill()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(timeout=1)

    def disown(self) -> None:
        """Forget a child of the process this one was forked from."""
        self._close()
        self.process.returncode = 0  # not ours to wait for

    def _close(self) -> None:
        self._in.close()
        self._out.close()

    def _write(self, data: memoryview) -> int:
        try:
            return os.write(self._in.fileno(), data)
        except BlockingIOError:
            return 0
        except BrokenPipeError:
            raise _Died from None

    def _read(self, length: int, deadline: float) -> bytes:
        data = bytearray()
        while len(data) < length:
            self._wait(self._out.fileno(), select.POLLIN, deadline)
            part = os.read(self._out.fileno(), length - len(data))
            if not part:
                raise _Died
            data += part
        return bytes(data)

    @staticmethod
    def _wait(pipe: int, event: int, deadline: float) -> None:
        poll = select.poll()
        poll.register(pipe, event)
        left = deadline - time.monotonic()
        if left <= 0 or not poll.poll(left * 1000):
            raise TimeoutError


class _Renderer:
    """The one child of this process, and the turns at it."""

    def __init__(self) -> None:
        self._turns = threading.Lock()
        self._child: _Child | None = None

    def ask(self, request: dict[str, Any]) -> dict[str, Any]:
        asked_at = time.monotonic()
        if not self._turns.acquire(timeout=LIMIT):
            raise RenderingBusy(BUSY)
        try:
            return self._ask(json.dumps(request).encode(), asked_at + TURN)
        finally:
            self._turns.release()

    def _ask(self, request: bytes, latest: float) -> dict[str, Any]:
        """A child that died is replaced and asked once more: it may have been ended from outside."""
        for _attempt in range(2):
            with suppress(_Died):
                return self._answer(self._take(), request, latest=latest)
        raise RenderingRefused(BROKEN)

    def _answer(self, child: _Child, request: bytes, *, latest: float) -> dict[str, Any]:
        """The child is put back only after a whole answer, so no text can get the answer of another."""
        full = time.monotonic() + LIMIT
        try:
            answer = child.ask(request, min(full, latest))
        except TimeoutError:
            child.kill()
            raise (RenderingRefused(INTRICATE) if full <= latest else RenderingBusy(BUSY)) from None
        except BaseException:
            child.kill()
            raise
        self._child = child
        return answer

    def _take(self) -> _Child:
        """A living child, taken out of its place."""
        child, self._child = self._child, None
        if child and child.is_alive():
            return child
        if child:
            child.kill()
        return self._start()

    def _start(self) -> _Child:
        """A new child that is ready: its start is not held against the text."""
        child = _Child()
        try:
            child.answer(time.monotonic() + START)
        except (_Died, TimeoutError):
            child.kill()
            log.error("the rendering child does not start")
            raise RenderingBusy(BUSY) from None
        except BaseException:
            child.kill()
            raise
        return child

    def stop(self) -> None:
        child, self._child = self._child, None
        if child:
            child.kill()

    def after_fork(self) -> None:
        """In a forked process: the child is the parent's, and whoever held the turn is not here."""
        self._turns = threading.Lock()
        child, self._child = self._child, None
        if child:
            child.disown()


_renderer = _Renderer()
atexit.register(_renderer.stop)
os.register_at_fork(after_in_child=_renderer.after_fork)
