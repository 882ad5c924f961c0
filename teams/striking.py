"""Striking out personal data in what leaves the record: names become numbered people, addresses go."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Any

STRUCK_OUT = "[struck out]"

# Written for text that people type, and rather too wide: a word struck out in vain can be asked for again.
_EMAIL = r"(?<![\w.+'%-])[\w.+'%-]+@[\w-]+(?:\.[\w-]+)+"
_NATIONAL_INSURANCE = r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?(?:\d\d[ -]?){3}[A-D]\b"
_POSTCODE = r"\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})\b"
# From the country code or a zero: eight to fourteen more digits, with the marks that people put between them.
_TELEPHONE = r"(?<![\w.])(?:\+\d|\(0(?=\d{1,5}\))|0)(?:[ ().-]{0,2}\d){8,14}(?!\w)"
_ADDRESSES = re.compile("|".join((_EMAIL, _NATIONAL_INSURANCE, _TELEPHONE, _POSTCODE)), re.IGNORECASE)
_WORD = re.compile(r"\w+")


class Pseudonyms:
    """Who is who in one bundle: "Person 1", "Person 2"... in the order in which they come.

    `names` are names that people have or had, with the number of the person; those `in_scope` keep theirs.
    """

    def __init__(self, names: Mapping[str, int], in_scope: Collection[int] = ()) -> None:
        self.in_scope = in_scope
        self.numbers: dict[int, int] = {}
        # By their first word, as a department has thousands of names: a text is read once, not once for each.
        self.patterns: dict[str, list[tuple[re.Pattern[str], int]]] = defaultdict(list)
        for name in sorted(names, key=len, reverse=True):
            if words := _WORD.findall(name):
                pattern = re.compile(r"\W+".join(words) + r"(?!\w)", re.IGNORECASE)
                self.patterns[words[0].casefold()].append((pattern, names[name]))

    def name(self, person: int, name: str) -> str:
        """What a person is called in the bundle."""
        if person in self.in_scope:
            return name
        return f"Person {self.numbers.setdefault(person, len(self.numbers) + 1)}"

    def strike(self, text: str) -> str:
        """A text without addresses, telephone and National Insurance numbers, and other people's names."""
        return "".join(self._renamed(_ADDRESSES.sub(STRUCK_OUT, text)))

    def strike_all(self, value: Any) -> Any:
        """As `strike`, for every text in a value of the record."""
        if isinstance(value, str):
            return self.strike(value)
        if isinstance(value, dict):
            return {name: self.strike_all(one) for name, one in value.items()}
        if isinstance(value, list):
            return [self.strike_all(one) for one in value]
        return value

    def _renamed(self, text: str) -> Iterator[str]:
        done = 0
        for word in _WORD.finditer(text):
            if word.start() < done:
                continue
            for pattern, person in self.patterns.get(word[0].casefold(), ()):
                if found := pattern.match(text, word.start()):
                    yield text[done : found.start()]
                    yield self.name(person, found[0])
                    done = found.end()
                    break
        yield text[done:]
