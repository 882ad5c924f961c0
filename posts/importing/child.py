"""Reads one document and says what is in it: a process of its own, bounded in memory, which can be killed.

Standard input is the document, or HTML of a clipboard; the argument says which: `document` or `html`.
Standard output is JSON: `title`, `source`, `left_out`, and `pictures`, `{number: base64}`; or `refused`.
"""

import json
import resource
import sys
from base64 import b64encode
from io import BytesIO
from zipfile import BadZipFile, ZipFile

MEMORY = 256 * 1024 * 1024  # bytes of address space beyond what starting takes
MEMBERS, UNPACKED, RATIO = (
    2_000,
    80_000_000,
    200,
)  # files in a document, bytes in all, and times their packed size
SMALL = 1_000_000  # bytes: a file of so many may be packed as tightly as it likes

OLD = "This document is of an old kind, or has a password. Open it, and save it without one as .docx or .odt."
DAMAGED = "This document is damaged. Open it, save it again and choose the copy."
TOO_LARGE = "This document holds too much. Take large pictures out of it, or divide it."
NOT_ONE = "This is not a Word (.docx) or OpenDocument (.odt) text. Save it as one of these and choose that."


class Refused(ValueError):
    """The document cannot be read; the message tells its writer what to do."""


def main() -> None:
    limit()
    kind, data = sys.argv[-1], sys.stdin.buffer.read()
    try:
        answer = convert(kind, data)
    except Refused as refusal:
        answer = {"refused": str(refusal)}
    except MemoryError:
        answer = {"refused": TOO_LARGE}
    except RecursionError:
        answer = {"refused": DAMAGED}
    except Exception as error:  # a hostile file makes a reader raise whatever it likes
        answer = {"refused": DAMAGED, "fault": f"{type(error).__name__}: {error}"[:300]}
    sys.stdout.write(json.dumps(answer))


def limit() -> None:
    """Take no more than 256 MB beyond what this process has now. Not on Linux, only time bounds it."""
    try:
        with open("/proc/self/statm") as file:
            now = int(file.read().split()[0]) * resource.getpagesize()
    except OSError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (now + MEMORY, now + MEMORY))


def convert(kind: str, data: bytes) -> dict[str, object]:
    if kind == "html":
        from posts.importing.clipboard import from_html

        source, left_out = from_html(data.decode("utf-8", "replace"))
        return {"title": "", "source": source, "left_out": left_out, "pictures": {}}
    from posts.importing import docx, odt
    from posts.importing.reading import read_html
    from posts.importing.writing import write

    names = check_archive(data)
    if "word/document.xml" in names:
        html, pictures, left_out = docx.to_html(data)
    elif "content.xml" in names:
        html, pictures, left_out = odt.to_html(data)
    else:
        raise Refused(NOT_ONE)
    document = read_html(html)
    title, source = write(document)
    return {
        "title": title,
        "source": source,
        "left_out": sorted({*left_out, *document.left_out}),
        "pictures": {key: b64encode(content).decode() for key, content in pictures.items()},
    }


def check_archive(data: bytes) -> set[str]:
    """The names of a document's files, once none of them can be a bomb."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused(OLD)
    try:
        archive = ZipFile(BytesIO(data))
    except BadZipFile:
        raise Refused(DAMAGED if data.startswith(b"PK") else NOT_ONE) from None
    with archive:
        files = archive.infolist()
        if any(file.flag_bits & 1 for file in files):
            raise Refused(OLD)
        if len(files) > MEMBERS or sum(file.file_size for file in files) > UNPACKED:
            raise Refused(TOO_LARGE)
        for file in files:
            if file.file_size > SMALL and file.file_size > RATIO * max(file.compress_size, 1):
                raise Refused(TOO_LARGE)
            if file.filename.endswith((".xml", ".rels")):
                start = archive.read(file).replace(b"\0", b"")
                if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
                    raise Refused(DAMAGED)
        if "META-INF/manifest.xml" in archive.namelist() and b"encryption-data" in archive.read(
            "META-INF/manifest.xml"
        ):
            raise Refused(OLD)
        return set(archive.namelist())


if __name__ == "__main__":
    main()
