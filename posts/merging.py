"""Two texts that grew from one, brought together by paragraphs; where both changed the same, they clash.

Each text is the first one with hunks: paragraphs `start` to `end` give way to others. Hunks of the two that
do not overlap are both taken; where both add at the same place, those that were saved come first.
Overlapping ones clash, unless they say the same.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import chain
from typing import TypeVar

T = TypeVar("T")

EFFORT = 4_000_000  # steps of the matcher that one comparison may take at worst: about a second
_GAP = re.compile(r"\n[^\S\n]*\n\s*")


class Choice(StrEnum):
    """What to do where two writers changed the same paragraphs."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


@dataclass(frozen=True)
class Clash:
    """The same paragraphs, or the same field, as two writers changed them."""

    mine: str
    theirs: str

    def settled(self, choice: Choice) -> str:
        """The text that the choice leaves."""
        texts = {Choice.MINE: self.mine, Choice.THEIRS: self.theirs}
        return texts.get(choice, "\n\n".join(filter(None, [self.theirs, self.mine])))


@dataclass(frozen=True)
class Merge:
    """A text as its parts in order: paragraphs that are settled, and clashes."""

    parts: list[str | Clash] = field(default_factory=list)

    @property
    def clashes(self) -> list[Clash]:
        return [part for part in self.parts if isinstance(part, Clash)]

    def text(self, choices: Sequence[Choice] = ()) -> str:
        """The text, with one choice for each clash in their order. Raises ValueError if there are too few."""
        if len(choices) < len(self.clashes):
            raise ValueError("a clash is not settled")
        settled = iter(choices)
        texts = (part.settled(next(settled)) if isinstance(part, Clash) else part for part in self.parts)
        return "\n\n".join(filter(None, texts))


@dataclass(frozen=True)
class _Hunk:
    start: int
    end: int
    lines: tuple[str, ...]

    def overlaps(self, start: int, end: int) -> bool:
        """Whether it changes what stands from `start` to `end`; to add before or behind that does not."""
        if self.start == self.end or start == end:
            return start < self.start < end or self.start < start < self.end
        return self.start < end and start < self.end


def merge(base: str | None, mine: str, theirs: str) -> Merge:
    """Bring together two texts that were made of `base`. Without it, texts that differ clash as wholes."""
    if mine in (theirs, base):
        return Merge([theirs])
    if theirs == base:
        return Merge([mine])
    if base is None:
        return Merge([Clash(mine, theirs)])
    first = _paragraphs(base)
    return Merge([*_merged(first, _hunks(first, _paragraphs(mine)), _hunks(first, _paragraphs(theirs)))])


def merge_value(base: T | None, mine: T, theirs: T) -> T | None:
    """The value of a field that two writers saved, or None where both changed it to something else."""
    if mine in (theirs, base):
        return theirs
    return mine if theirs == base else None


def splices(before: str, after: str) -> list[tuple[int, int, str]]:
    """How `after` comes of `before`, by lines: from which place to which there stand other words, and those.

    Places are in units of UTF-16, as scripts of a browser count them. They are in order and apart.
    """
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    ends = [0]
    for line in old:
        ends.append(ends[-1] + len(line.encode("utf-16-le")) // 2)
    return [(ends[hunk.start], ends[hunk.end], "".join(hunk.lines)) for hunk in _hunks(old, new)]


def _paragraphs(text: str) -> list[str]:
    return [part for part in _GAP.split(text.strip("\n")) if part.strip()]


def _merged(base: list[str], mine: list[_Hunk], theirs: list[_Hunk]) -> Iterator[str | Clash]:
    place = 0
    for start, end, ours, others in _regions(mine, theirs):
        yield from base[place:start]
        as_mine, as_theirs = _applied(base, start, end, ours), _applied(base, start, end, others)
        if not others or as_mine == as_theirs:
            yield from as_mine
        elif not ours:
            yield from as_theirs
        elif start == end:
            yield from [*as_theirs, *as_mine]
        else:
            yield Clash("\n\n".join(as_mine), "\n\n".join(as_theirs))
        place = end
    yield from base[place:]


def _regions(mine: list[_Hunk], theirs: list[_Hunk]) -> Iterator[tuple[int, int, list[_Hunk], list[_Hunk]]]:
    """Stretches of the first text with the hunks of each that change them, none of which reaches beyond."""
    waiting = sorted(
        chain(((hunk, True) for hunk in mine), ((hunk, False) for hunk in theirs)),
        key=lambda pair: (pair[0].start, pair[0].end, pair[1]),
    )
    while waiting:
        first, is_mine = waiting.pop(0)
        start, end, together = first.start, first.end, [(first, is_mine)]
        while waiting and _belongs(waiting[0][0], start, end, together):
            together.append(waiting.pop(0))
            end = max(end, together[-1][0].end)
        yield start, end, [h for h, own in together if own], [h for h, own in together if not own]


def _belongs(hunk: _Hunk, start: int, end: int, together: list[tuple[_Hunk, bool]]) -> bool:
    both_add_here = hunk.start == hunk.end == start == end
    return both_add_here or any(hunk.overlaps(other.start, other.end) for other, _ in together)


def _applied(base: list[str], start: int, end: int, hunks: list[_Hunk]) -> list[str]:
    lines, place = [], start
    for hunk in hunks:
        lines += [*base[place : hunk.start], *hunk.lines]
        place = hunk.end
    return [*lines, *base[place:end]]


def _hunks(old: list[str], new: list[str]) -> list[_Hunk]:
    shortest = min(len(old), len(new))
    start = next((n for n in range(shortest) if old[n] != new[n]), shortest)
    rest = shortest - start
    end = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    inner_old, inner_new = old[start : len(old) - end], new[start : len(new) - end]
    if not inner_old and not inner_new:
        return []
    if _cost(inner_old, inner_new) > EFFORT:
        return [_Hunk(start, start + len(inner_old), tuple(inner_new))]
    hunks = []
    for op, i1, i2, j1, j2 in SequenceMatcher(None, inner_old, inner_new, autojunk=False).get_opcodes():
        if op == "replace" and i2 - i1 == j2 - j1:  # as many for as many: each for its own
            hunks += [_Hunk(start + i, start + i + 1, (inner_new[j1 + i - i1],)) for i in range(i1, i2)]
        elif op != "equal":
            hunks.append(_Hunk(start + i1, start + i2, tuple(inner_new[j1:j2])))
    return hunks


def _cost(old: list[str], new: list[str]) -> int:
    """Steps of the matcher at worst: every pair of equal ones, looked at once for each block found."""
    times: Mapping[str, int] = Counter(new)
    return sum(times[line] for line in old) * min(len(old), len(new))
