"""One text as what another must lose and gain to become it: where they begin and end alike is not kept.

A splice is JSON, `[start, end, words]`: of the other text, what stands between `start` and `end` gives way to
`words`. Both are numbers of characters, the second counted from the end.
"""

import json


def splice(text: str, other: str) -> str:
    """Return what makes `text` out of `other`."""
    start = _alike(text, other)
    end = _alike(text[start:][::-1], other[start:][::-1])
    return json.dumps([start, end, text[start : len(text) - end]], ensure_ascii=False)


def spliced(kept: str, other: str) -> str:
    """Return the text that `splice` was made of, out of the same other text."""
    start, end, words = json.loads(kept)
    return f"{other[:start]}{words}{other[len(other) - end :]}"


def _alike(text: str, other: str) -> int:
    """The number of characters with which both texts begin. Halving is faster than looking at each."""
    low, high = 0, min(len(text), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if text[low:middle] == other[low:middle] else (low, middle - 1)
    return low
