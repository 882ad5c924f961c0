"""The style of GOV.UK for dates, times, numbers and capitals."""

import re
from collections.abc import Iterator
from datetime import date

from posts.checking.findings import GOVUK, Finding, Rule, by_pattern, found, like, starts_sentence
from posts.checking.parsing import Passage

MONTHS = "January February March April May June July August September October November December".split()
_SHORT_MONTHS = {month[:3].lower(): month for month in MONTHS} | {"sept": "September"}
_MONTH = "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"

_DATE = re.compile(
    rf"(?P<iso>\b(?P<iy>(?:19|20)\d\d)-(?P<im>\d\d)-(?P<id>\d\d)\b)"
    rf"|(?P<slashed>(?<![\d/.])(?P<sd>{_DAY})[/.](?P<sm>0?[1-9]|1[0-2])[/.](?P<sy>(?:19|20)?\d\d)(?![\d/]))"
    rf"|\b(?:the\s+)?(?P<dd>{_DAY})(?P<th>st|nd|rd|th)?(?P<of>\s+of)?\s+(?P<dm>{_MONTH})\b(?:\.(?=\s+(?:19|20)\d))?(?P<comma>,)?(?:\s+(?P<dy>(?:19|20)\d\d)\b)?"
    rf"|\b(?P<mm>{_MONTH})\.?\s+(?P<md>{_DAY})(?P<mth>st|nd|rd|th)?(?![\d:]|\s?[ap]m)(?:,?\s+(?P<my>(?:19|20)\d\d)\b)?"
    r"|(?P<span>\b(?P<y1>(?:19|20)\d\d)\s?[-–/]\s?(?P<y2>(?:19|20)?\d\d)(?![\d/-]))"
)


_DAY_FOLLOWS = re.compile(r"\b(?:on|by|from|until|since|before|after)\s+$")


def _say_date(match: re.Match[str]) -> tuple[str, str | None] | None:
    part = match.groupdict()
    if part["iso"]:
        return _said(part["id"], part["im"], part["iy"])
    if part["slashed"]:
        if "." in part["slashed"] and len(part["sy"]) == 2:
            return None  # a version, or a paragraph of a guide
        year = part["sy"] if len(part["sy"]) == 4 else f"20{part['sy']}"
        return _said(part["sd"], part["sm"], year)
    if part["span"]:
        first, second = int(part["y1"]), part["y2"]
        last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
        if not first < last <= first + 60:
            return None
        return "Write years from and to with “to”.", f"{first} to {last}"
    if part["dd"]:
        month = _SHORT_MONTHS[
            part["dm"].lower()[:4] if part["dm"].lower() == "sept" else part["dm"].lower()[:3]
        ]
        year = f" {part['dy']}" if part["dy"] else ""
        ending = part["comma"] if part["comma"] and not part["dy"] else ""
        right = f"{int(part['dd'])} {month}{year}{ending}"
        return None if match[0] == right else ("Write dates like 4 June 2027.", right)
    before = match.string[max(0, match.start() - 8) : match.start()].lower()
    if not (part["mth"] or part["my"] or _DAY_FOLLOWS.search(before)):
        return None  # "in May 20 gauges went quiet"
    month = _SHORT_MONTHS[part["mm"].lower()[:3]]
    year = f" {part['my']}" if part["my"] else ""
    return "Write the day before the month, like 4 June 2027.", f"{int(part['md'])} {month}{year}"


def _said(day: str, month: str, year: str) -> tuple[str, str | None] | None:
    try:
        when = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return (
        "Write dates like 4 June 2027: figures alone are read in two ways.",
        f"{when.day} {MONTHS[when.month - 1]} {when.year}",
    )


_TIME = re.compile(
    r"\b(?P<r1>\d{1,2}(?:[:.]\d\d)?)\s?[-–]\s?(?P<r2>\d{1,2}(?:[:.]\d\d)?)\s?(?P<rm>[ap])\.?m\b"
    r"|\b(?P<h>1[0-2]|0?[1-9])(?:[:.](?P<m>[0-5]\d))?(?P<gap>\s?)(?P<ap>[aApP])(?P<dot>\.?)[mM]\b(?P<dot2>\.(?=\s+[a-z]))?"
    r"|\b12\s?(?P<noon>noon|midday|midnight)\b"
    r"|(?<![\d:.,£$€])\b(?P<H>[01]\d|2[0-3]):(?P<M>[0-5]\d)(?!\d|:|\s?[ap]\.?m)\b(?P<hrs>\s?(?:hrs|hours))?"
    r"|\b(?P<H4>[01]\d|2[0-3])(?P<M4>[0-5]\d)\s?(?:hrs|hours)\b"
)


def _say_time(match: re.Match[str]) -> tuple[str, str | None] | None:
    part = match.groupdict()
    say = "Write times like 5:30pm, 9am, midday and midnight."
    if part["r1"]:
        first, second = (value.replace(".", ":") for value in (part["r1"], part["r2"]))
        return (
            "Write times from and to with “to”, each with am or pm.",
            f"{first}{part['rm']}m to {second}{part['rm']}m",
        )
    if part["noon"]:
        return say, "midnight" if part["noon"] == "midnight" else "midday"
    if part["H"] or part["H4"]:
        return say, _by_twelve(int(part["H"] or part["H4"]), part["M"] or part["M4"])
    hour, minutes, half = int(part["h"]), part["m"], part["ap"].lower()
    if hour == 12 and minutes in (None, "00"):
        return say, "midday" if half == "p" else "midnight"
    right = f"{hour}{'' if minutes in (None, '00') else ':' + minutes}{half}m"
    return None if match[0] == right else (say, right)


def _by_twelve(hour: int, minutes: str) -> str:
    if minutes == "00" and hour in (0, 12):
        return "midday" if hour else "midnight"
    return f"{(hour - 1) % 12 + 1}{'' if minutes == '00' else ':' + minutes}{'pm' if hour >= 12 else 'am'}"


_SMALL = dict(zip("two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
                  " seventeen eighteen nineteen".split(), range(2, 20), strict=True))  # fmt: skip
_TENS = dict(
    zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)
)
_ORDINALS = dict(zip(("1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th"),
                     "first second third fourth fifth sixth seventh eighth ninth".split(), strict=True))  # fmt: skip
_SPELLED = "|".join([*_TENS, *_SMALL])
_NUMBER = re.compile(
    rf"(?P<spelled>\b(?P<tens>{'|'.join(_TENS)})[- ](?P<ones>one|{'|'.join([*_SMALL][:8])})\b|\b(?P<word>{_SPELLED})\b(?![-’']))"
    r"|(?P<percent>(?<![\w.,])(?P<pc>\d[\d,]*(?:\.\d+)?)\s?(?:per cent|percent|pc)\b)"
    r"|(?P<money>£(?P<amount>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>m|mn|M|bn|k|K)\b)"
    r"|(?P<big>(?<![\w.,/:#-])(?<!\d )(?P<digits>[1-9]\d{3,8})(?![\w,/:-]|\.\d))"
    r"|(?P<range>(?<![\w.,/:£-])(?P<from>\d[\d,]*(?:\.\d+)?%?)\s?[–-]\s?(?P<to>\d[\d,]*(?:\.\d+)?)(?P<unit2>%?)(?![\w/:-]|[.,]\d))"
    r"|(?P<ordinal>\b[1-9](?:st|nd|rd|th)\b(?!\s+(?:of\s+)?(?-i:[A-Z])))",
    re.IGNORECASE,
)
_COMMON = re.compile(r"(?:\bone or|\bor|\btwo|\bthree)[\s-]+$", re.IGNORECASE)
_COMMON_AFTER = re.compile(
    r"^(?:\s+or\s+(?:three|four|more)\b|[\s-]+(?:thirds?|fifths?|quarters?|sides\b)|\s+by\s+(?:two|three)\b)",
    re.IGNORECASE,
)


def numbers(passages: list[Passage]) -> Iterator[Finding]:
    for passage in passages:
        for match in _NUMBER.finditer(passage.prose):
            if said := _say_number(passage.prose, match):
                yield found("numbers", passage, match, *said)


def _say_number(prose: str, match: re.Match[str]) -> tuple[str, str | None] | None:
    part = match.groupdict()
    before = prose[max(0, match.start() - 12) : match.start()]
    if part["spelled"]:
        common = _COMMON.search(before) or _COMMON_AFTER.match(prose[match.end() : match.end() + 16])
        if common or starts_sentence(prose, match.start()):
            return None
        value = _SMALL.get((part["word"] or "").lower()) or _TENS.get(
            (part["word"] or part["tens"]).lower(), 0
        )
        if part["ones"]:
            value += {"one": 1, **_SMALL}[part["ones"].lower()]
        return "Write numbers in figures, unless they start a sentence.", str(value)
    if part["percent"]:
        return "Write per cent as %.", f"{part['pc']}%"
    if part["money"]:
        unit = {"k": "thousand", "b": "billion"}.get(part["unit"][0].lower(), "million")
        if unit == "thousand" and part["amount"].isdecimal():
            return "Write thousands in full.", f"£{int(part['amount']) * 1000:,}"
        return "Write million and billion in full.", f"£{part['amount']} {unit}"
    if part["big"]:
        number = int(part["digits"])
        if 1000 <= number <= 2100 and len(part["digits"]) == 4 and not before.endswith("£"):
            return None  # most likely a year
        return "Write a comma in numbers of 1,000 and more.", f"{number:,}"
    if part["range"]:
        if part["from"] == part["to"] or _looks_like_a_code(prose, match):
            return None
        return "Write numbers from and to with “to”.", f"{part['from']} to {part['to']}{part['unit2']}"
    return "Spell out first to ninth.", _ORDINALS.get(part["ordinal"].lower())


def _looks_like_a_code(prose: str, match: re.Match[str]) -> bool:
    """Years have a rule of their own, and times; scores and numbers of a phone are no range."""
    part, after = match.groupdict(), prose[match.end() : match.end() + 4].lstrip().lower()
    years = len(part["from"]) == 4 and part["from"][:2] in ("19", "20") and len(part["to"]) in (2, 4)
    return (
        years
        or after.startswith(("am", "pm", "a.m", "p.m"))
        or (part["from"].startswith("0") and len(part["from"]) > 1)
    )


# Common nouns that get a capital too often. Each stands here as it should be written.

LOWER = {
    "Civil Service": "civil service", "Civil Servants": "civil servants", "Civil Servant": "civil servant",
    "Civil servants": "civil servants", "Government": "government", "Governments": "governments",
    "Local Authority": "local authority", "Local Authorities": "local authorities", "Council": "council",
    "Councils": "councils", "Local Government": "local government", "Central Government": "central government",
    "Ministers": "ministers", "White Paper": "white paper", "Green Paper": "green paper",
    "Chief Executive": "chief executive", "Policy": "policy", "Policies": "policies", "Internet": "internet",
    "Website": "website", "Email": "email", "Regulations": "regulations", "Guidance": "guidance",
    "Stakeholders": "stakeholders", "Consultation": "consultation", "Department": "department",
    "Departments": "departments", "Agencies": "agencies", "Devolved Administrations": "devolved administrations",
    "Trade Unions": "trade unions", "Taxpayers": "taxpayers", "Programme": "programme", "Strategy": "strategy",
    "Public Sector": "public sector", "Private Sector": "private sector", "Members": "members",
    "General Election": "general election", "Police": "police", "State": "state",
}  # fmt: skip
_CAPITALS = re.compile(
    r"(?<![\w’'-])(?:"
    + "|".join(sorted(map(re.escape, LOWER), key=len, reverse=True))
    + r")(?![\w’'-]|\s+\()"
)
_NAME_BEFORE = re.compile(r"([A-Z][\w’'-]*)\s+$|[A-Z]\w*\s+(?:of|and)\s+$")
_NO_NAMES = frozenset(
    "the a an each every our your their its this that these those no any some all most many new".split()
)
_NAME_AFTER = re.compile(r"^(?:\s+(?:for|of)(?:\s+the)?)?\s+[A-Z]")


def capitals(passages: list[Passage]) -> Iterator[Finding]:
    for passage in passages:
        for match in _CAPITALS.finditer(passage.prose):
            if not starts_sentence(passage.prose, match.start()) and not _is_a_name(passage.prose, match):
                message = f"Write “{LOWER[match[0]]}” with small letters, unless it is part of a name."
                yield found("capitals", passage, match, message, LOWER[match[0]])
        for block in passage.blocks:
            if passage.name == "title" or block.kind == "heading":
                yield from _title_case(passage, block.start, block.end)


def _is_a_name(prose: str, match: re.Match[str]) -> bool:
    before, after = prose[max(0, match.start() - 40) : match.start()], prose[match.end() : match.end() + 24]
    name = _NAME_BEFORE.search(before)
    return bool((name and (name[1] or "").lower() not in _NO_NAMES) or _NAME_AFTER.match(after))


_CAPITALISED = re.compile(r"^[A-Z][a-z’']+$")


def _title_case(passage: Passage, start: int, end: int) -> Iterator[Finding]:
    """A heading in which most of the longer words after the first have a capital."""
    line = passage.prose[start:end]
    words = [word for word in re.findall(r"[^\W\d_][\w’']*", line) if len(word) > 3]
    later = words[1:]
    raised = [word for word in later if _CAPITALISED.match(word)]
    if len(later) >= 3 and len(raised) > 0.75 * len(later):
        left = start + len(line) - len(line.lstrip())
        message = "Write titles and headings as a sentence: a capital for the first word and for names only."
        yield found("capitals", passage, (left, start + len(line.rstrip())), message)


_LATIN = {
    "e.g": "for example",
    "eg": "for example",
    "i.e": "that is",
    "ie": "that is",
    "etc": None,
    "&": "and",
}
_ABBREVIATED = re.compile(
    r"(?<![\w.-])(?P<latin>e\.g|i\.e|eg|ie|etc)\b(?P<dot>\.?)(?!\.\w)|(?<=[a-z] )(?P<and>&)(?= [a-z])"
)


def _say_latin(match: re.Match[str]) -> tuple[str, str | None]:
    short = (match["latin"] or "&").lower()
    plain = _LATIN[short]
    if plain is None:
        return "Leave “etc” out: start the list with “for example” or “such as” instead.", None
    return f"Write “{plain}”: readers and screen readers stumble over “{short}”.", like(match[0], plain)


RULES = [
    Rule("dates", "Dates", "4 June 2027, without th and commas; 2027 to 2028.", GOVUK, by_pattern("dates", _DATE, _say_date)),
    Rule("times", "Times", "5:30pm, 9am, midday, midnight; 9am to 5pm.", GOVUK, by_pattern("times", _TIME, _say_time)),
    Rule("numbers", "Numbers", "Figures from 2 on; 9,000; 10%; £5 million; 500 to 900.", GOVUK, numbers),
    Rule("capitals", "Capitals", "Capitals are for names. Headings are sentences.", GOVUK, capitals),
    Rule("latin", "Short forms of Latin", "eg, ie, etc and & are read in many ways, aloud above all.", GOVUK,
         by_pattern("latin", _ABBREVIATED, _say_latin)),
]  # fmt: skip
