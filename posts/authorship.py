"""Whose words a text holds: words that are kept stay their writer's, new words are the saver's.

Beside a text stand runs of writers, `[[person, number of words], ...]` over its words in order. A word is
what stands between spaces, without the punctuation and marks around it and in small letters: whoever makes
a word bold, or begins a sentence with it, has not written it.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby, repeat

Runs = list[list[int]]

EFFORT = (
    400_000  # steps of the word matcher that one comparison may take at worst: some hundredths of a second
)
_WORD = re.compile(r"[^\W_](?:\S*[^\W_])?")
_PARAGRAPH = re.compile(r"\n\s*\n")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")


def whole(title: str, summary: str, source: str) -> str:
    """The text whose words count: title and summary too."""
    return "\n\n".join((title, summary, source))


def words_of(text: str) -> list[str]:
    """The words of a text. A link is its words and, as one more, its address."""
    return _WORD.findall(text.casefold().replace("](", " "))


def rewritten(before: str, runs: Runs, after: str, *, by: int) -> Runs:
    """Return the runs of `after`, which `by` made of `before`.

    Whole paragraphs are looked for first, then whole sentences, wherever they went, then words in the order
    in which they stood. The effort is bounded, so in long texts that differ much a kept word may count as
    new. Never where words were only removed, or only added: then everything else is kept.
    """
    writers = _spread(runs, len(words_of(before)), otherwise=by)
    return _gathered(by if origin is None else writers[origin] for origin in _origins(before, after))


def counted(runs: Runs) -> dict[int, int]:
    """How many words each person wrote, the most first."""
    counts: Counter[int] = Counter()
    for person, number in runs:
        counts[person] += number
    return dict(counts.most_common())


def in_per_cent(counts: dict[int, int]) -> dict[int, int]:
    """The counts as whole per cents that sum to 100; what rounding leaves goes where most was cut off."""
    total = sum(counts.values())
    if not total:
        return {}
    shares = {person: number * 100 // total for person, number in counts.items()}
    cut_off = sorted(counts, key=lambda person: -(counts[person] * 100 % total))
    for person in cut_off[: 100 - sum(shares.values())]:
        shares[person] += 1
    return shares


def _spread(runs: Runs, number: int, *, otherwise: int) -> list[int]:
    """The writer of each word. Runs that do not fit the text are cut, or go on with the last writer."""
    writers = [person for person, length in runs for _ in range(length)]
    last = writers[-1] if writers else otherwise
    return [*writers, *repeat(last, number - len(writers))][:number]


def _gathered(writers: Iterable[int]) -> Runs:
    return [[person, sum(1 for _ in run)] for person, run in groupby(writers)]


Origins = list[int | None]


@dataclass(frozen=True)
class _Part:
    """A paragraph or a sentence: its words, and the place of the first in the whole text."""

    text: str
    first: int
    words: tuple[str, ...]

    @property
    def places(self) -> range:
        return range(self.first, self.first + len(self.words))


def _origins(before: str, after: str) -> Origins:
    """For each word of the new text, the place in the old one that it was kept from, or None."""
    old, new = _cut(before, _PARAGRAPH), _cut(after, _PARAGRAPH)
    origins: Origins = [None] * sum(len(part.words) for part in new)
    old, new = _take_whole(old, new, origins)
    old, new = _take_whole(_sentences(old), _sentences(new), origins)
    old_places, new_places = _places(old), _places(new)
    for i, j in _aligned(_words(old), _words(new)):
        origins[new_places[j]] = old_places[i]
    return _only_added_or_removed(words_of(before), words_of(after), origins)


def _cut(text: str, ends: re.Pattern[str], first: int = 0) -> list[_Part]:
    parts = []
    for piece in ends.split(text):
        words = tuple(words_of(piece))
        if words:
            parts.append(_Part(piece, first, words))
            first += len(words)
    return parts


def _sentences(paragraphs: Iterable[_Part]) -> list[_Part]:
    return [part for paragraph in paragraphs for part in _cut(paragraph.text, _SENTENCE, paragraph.first)]


def _words(parts: Iterable[_Part]) -> list[str]:
    return [word for part in parts for word in part.words]


def _places(parts: Iterable[_Part]) -> list[int]:
    return [place for part in parts for place in part.places]


def _take_whole(old: list[_Part], new: list[_Part], origins: Origins) -> tuple[list[_Part], list[_Part]]:
    """Note the origin of every new part that is an old one, wherever it stood; return the others."""
    waiting: defaultdict[tuple[str, ...], deque[_Part]] = defaultdict(deque)
    for part in old:
        waiting[part.words].append(part)
    changed = []
    for part in new:
        if same := waiting[part.words]:
            origins[part.first : part.places.stop] = same.popleft().places
        else:
            changed.append(part)
    left = {part.first for parts in waiting.values() for part in parts}
    return [part for part in old if part.first in left], changed


def _aligned(old: list[str], new: list[str]) -> Iterator[tuple[int, int]]:
    """Pairs of places, in order, of words that were kept: those that occur once, then what is between."""
    i, j, left = 0, 0, EFFORT
    for anchor_i, anchor_j in [*_anchors(old, new), (len(old), len(new))]:
        pairs, spent = _between(old[i:anchor_i], new[j:anchor_j], left)
        left -= spent
        yield from ((i + a, j + b) for a, b in pairs)
        if anchor_i < len(old):
            yield anchor_i, anchor_j
        i, j = anchor_i + 1, anchor_j + 1


def _anchors(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Places of words that occur once in each text: the longest series in which both orders agree."""
    times_old, times_new = Counter(old), Counter(new)
    place = {word: j for j, word in enumerate(new) if times_new[word] == times_old[word] == 1}
    pairs = [(i, place[word]) for i, word in enumerate(old) if word in place]
    ends: list[int] = []  # of the best series of each length so far, where it ends in the new text,
    at: list[int] = []  # and which pair that is
    before: list[int] = []
    for number, (_, j) in enumerate(pairs):
        length = bisect_left(ends, j)
        ends[length : length + 1], at[length : length + 1] = [j], [number]
        before.append(at[length - 1] if length else -1)
    series, number = [], at[-1] if at else -1
    while number >= 0:
        series.append(pairs[number])
        number = before[number]
    return series[::-1]


def _between(old: list[str], new: list[str], effort: int) -> tuple[list[tuple[int, int]], int]:
    """Pairs of places between two anchors, and the effort spent. Beyond its ends, nothing without effort."""
    shortest = min(len(old), len(new))
    start = next((n for n in range(shortest) if old[n] != new[n]), shortest)
    rest = shortest - start
    end = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    pairs = [(n, n) for n in range(start)]
    pairs += [(len(old) - n, len(new) - n) for n in range(end, 0, -1)]
    old, new = old[start : len(old) - end], new[start : len(new) - end]
    cost = _cost(old, new)
    if not cost or cost > effort:
        return pairs, 0
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    inner = [(start + a + n, start + b + n) for a, b, size in blocks for n in range(size)]
    return pairs + inner, cost


def _cost(old: Sequence[str], new: Sequence[str]) -> int:
    """Steps of the matcher at worst: every pair of equal words, looked at once for each block found."""
    times = Counter(new)
    return sum(times[word] for word in old) * min(len(old), len(new))


def _only_added_or_removed(old: list[str], new: list[str], origins: Origins) -> Origins:
    """Origins in which every word is kept, where the one text is the other with words left out."""
    kept = sum(origin is not None for origin in origins)
    if kept == min(len(old), len(new)):
        return origins
    if len(new) <= len(old):
        return _places_in(old, new) or origins
    found = _places_in(new, old)
    if not found:
        return origins
    kept_from: Origins = [None] * len(new)
    for origin, place in enumerate(found):
        kept_from[place] = origin  # type: ignore[index]  # all were found
    return kept_from


def _places_in(longer: list[str], shorter: list[str]) -> Origins:
    """Where the words of the shorter text stand, in order, in the longer one; nothing if one does not."""
    places: Origins = []
    words = enumerate(longer)
    for word in shorter:
        place = next((place for place, other in words if other == word), None)
        if place is None:
            return []
        places.append(place)
    return places
