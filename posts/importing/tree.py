"""What a document holds, whatever it came from: blocks of words with their marks."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Run:
    """Words with the same marks. `note` is the key of a footnote marked here, `picture` that of a picture."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""
    note: str = ""
    picture: str = ""


@dataclass
class Paragraph:
    runs: list[Run] = field(default_factory=list)


@dataclass
class Heading:
    level: int  # as the document has it: 0 for its title
    runs: list[Run] = field(default_factory=list)


@dataclass
class Item:
    blocks: "list[Block]" = field(default_factory=list)


@dataclass
class Listing:
    ordered: bool
    start: int = 1
    items: list[Item] = field(default_factory=list)


@dataclass
class Table:
    rows: list[list[list[Run]]] = field(default_factory=list)


@dataclass
class Quote:
    blocks: "list[Block]" = field(default_factory=list)


@dataclass
class Code:
    text: str


Block = Paragraph | Heading | Listing | Table | Quote | Code


@dataclass
class Document:
    """Blocks, the footnotes by their keys, and what was left out, in words for the writer."""

    blocks: list[Block] = field(default_factory=list)
    notes: dict[str, list[Block]] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)

    def leave_out(self, what: str) -> None:
        if what not in self.left_out:
            self.left_out.append(what)


def text_of(runs: list[Run]) -> str:
    """The words of runs, white space collapsed."""
    return " ".join("".join(run.text for run in runs).split())
