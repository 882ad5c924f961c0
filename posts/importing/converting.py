"""Documents and clipboards as Markdown, read in a process that is ended after five seconds."""

import json
import logging
import subprocess
import sys
from base64 import b64decode
from dataclasses import dataclass, field
from pathlib import Path

logger = logging.getLogger(__name__)

SECONDS = 5.0
MAX_BYTES = 30_000_000
TREE = Path(__file__).resolve().parents[2]
SLOW = "This document is too intricate to read. Divide it, or paste its text."
LARGE = (
    f"This document is larger than {MAX_BYTES // 1_000_000} MB. Take large pictures out of it, or divide it."
)
EMPTY = "There are no words in this document."


class DocumentRefused(ValueError):
    """The document cannot be read; the message tells its writer what to do."""


@dataclass(frozen=True)
class Imported:
    """What a document holds. `source` has pictures as `![words](picture:KEY)`, by the keys of `pictures`."""

    title: str
    source: str
    left_out: list[str] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)


def from_document(data: bytes) -> Imported:
    """Read a .docx or .odt, whatever its name says. Raises DocumentRefused, within about five seconds."""
    if len(data) > MAX_BYTES:
        raise DocumentRefused(LARGE)
    imported = _convert("document", data)
    if not imported.source.strip() and not imported.title:
        raise DocumentRefused(EMPTY)
    return imported


def from_clipboard(html: str) -> Imported:
    """Read what was copied. Raises DocumentRefused."""
    return _convert("html", html.encode("utf-8", "replace"))


def _convert(kind: str, data: bytes) -> Imported:
    command = [sys.executable, "-m", "posts.importing.child", kind]
    try:
        done = subprocess.run(  # noqa: S603
            command, input=data, capture_output=True, timeout=SECONDS, cwd=TREE, check=False
        )
        answer = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        raise DocumentRefused(SLOW) from None
    except ValueError:  # it was ended by the system, or by its own limit, before it could say why
        raise DocumentRefused(SLOW) from None
    if "refused" in answer:
        if "fault" in answer:
            logger.warning("A document could not be read: %s", answer["fault"])
        raise DocumentRefused(answer["refused"])
    pictures = {key: b64decode(content) for key, content in answer["pictures"].items()}
    return Imported(answer["title"], answer["source"], answer["left_out"], pictures)
