"""What people type, made safe to keep: one spelling of each character, and none that hides or misleads."""

import re
import unicodedata

# UAX #15, "Stream-Safe Text Format". Normalising a longer run takes time that grows with its square.
LONGEST_RUN_OF_MARKS = 30

_LINE_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_FORBIDDEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, but for tab and newline
    "\u202a-\u202e\u2066-\u2069"  # bidirectional overrides and isolates: text that reads otherwise than it is
    "\u00ad\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"  # characters that nobody sees
    "\ud800-\udfff"  # halves of a pair, which no encoding can carry
    "\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}-{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
# Invisible letters spell the region in the flags of England, Scotland and Wales, and hide messages elsewhere.
_FLAG_LETTERS = re.compile("(\U0001f3f4[\U000e0061-\U000e007a]{3,6}\U000e007f)|[\U000e0000-\U000e007f]")
_JOINERS = re.compile("[\u200c\u200d]")
_BLANK_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_INVISIBLE_CATEGORIES = frozenset({"Cc", "Cf", "Mn", "Me", "Zl", "Zp", "Zs"})


def clean_text(text: str) -> str:
    """Many lines: newline and tab are kept, and all line breaks become newlines."""
    text = _FORBIDDEN.sub("", _LINE_BREAKS.sub("\n", text))
    text = _FLAG_LETTERS.sub(lambda found: found[1] or "", text)
    text = _JOINERS.sub(lambda found: found[0] if _can_follow_joiner(found) else "", text)
    text = _cut_runs_of_marks(unicodedata.normalize("NFC", _cut_runs_of_marks(text)))
    text = _JOINERS.sub(lambda found: found[0] if _can_precede_joiner(found) else "", text)
    return text.strip() if any(map(_is_visible, text)) else ""


def clean_line(text: str) -> str:
    """One line: each run of white space becomes a single space."""
    return " ".join(clean_text(text).split())


def _can_follow_joiner(joiner: re.Match[str]) -> bool:
    after = joiner.string[joiner.end() : joiner.end() + 2]
    return _is_letter_or_emoji(after[:1]) or after == "\u2194\ufe0f"  # this arrow as an emoji


def _can_precede_joiner(joiner: re.Match[str]) -> bool:
    """Joiners follow vowel signs in Indian scripts, and skin tones and variation selectors in emoji."""
    before = joiner.string[joiner.start() - 1 : joiner.start()]
    return _is_letter_or_emoji(before) or (before != "" and unicodedata.category(before)[0] == "M")


def _is_letter_or_emoji(character: str) -> bool:
    """Emoji newer than this Python's tables have no category yet, so they are known by their block."""
    if character == "" or "\U0001f000" <= character <= "\U0001faff":
        return character != ""
    category = unicodedata.category(character)
    return category[0] == "L" or category == "So"


def _cut_runs_of_marks(text: str) -> str:
    if text.isascii():
        return text
    kept, run = [], 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) else 0
        if run <= LONGEST_RUN_OF_MARKS:
            kept.append(character)
    return "".join(kept)


def _is_visible(character: str) -> bool:
    return character not in _BLANK_LETTERS and unicodedata.category(character) not in _INVISIBLE_CATEGORIES
