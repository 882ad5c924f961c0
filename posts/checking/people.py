"""People and politics: personal data, parties, ministers by name, figures and policy before their time."""

import re
from collections.abc import Iterator

from phonenumbers import Leniency, PhoneNumberMatcher

from posts.checking.findings import CODE, PRIVACY, STATISTICS, Finding, Rule, found
from posts.checking.parsing import Passage

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
# HMRC's National Insurance manual, NIM39110: letters that a number can and cannot have.
_NINO = re.compile(
    r"\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b",
    re.IGNORECASE,
)
# The forms of BS 7666: the letters of the second half are never C, I, K, M, O or V.
_POSTCODE = re.compile(r"\b(?:GIR\s?0AA|[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2})\b")
_DIGITS = re.compile(r"(?<![\w.,£$€])(?:\+|\(?0)[\d() .-]{8,22}\d(?!\w)")


def personal_data(passages: list[Passage]) -> Iterator[Finding]:
    for passage in passages:
        text = passage.text
        for match in _EMAIL.finditer(text):
            yield found(
                "personal_data", passage, match, "An email address. If it is a person’s, take it out."
            )
        for match in _NINO.finditer(text):
            yield found(
                "personal_data", passage, match, "This looks like a National Insurance number. Take it out."
            )
        hidden = [match.span() for match in _EMAIL.finditer(text)]
        hidden += [(link.end, link.end + len(link.address) + 3) for link in passage.links]
        for match in _POSTCODE.finditer(text):
            if not any(start <= match.start() < end for start, end in hidden):
                message = "A postcode can be one home. If people live there, name the area instead."
                yield found("personal_data", passage, match, message)
        for run in _DIGITS.finditer(text):
            if any(start <= run.start() < end for start, end in hidden):
                continue
            for number in PhoneNumberMatcher(run[0], "GB", leniency=Leniency.VALID, max_tries=10):
                place = (run.start() + number.start, run.start() + number.end)
                yield found(
                    "personal_data", passage, place, "A phone number. If it is a person’s, take it out."
                )


_PARTY = re.compile(
    r"\b(?:the\s+)?(?:Labour|Conservative|Liberal Democrats?|Green|Co-operative|Brexit|Scottish National|Reform UK"
    r"|Democratic Unionist|Ulster Unionist|Alliance|Social Democratic and Labour)\s+[Pp]art(?:y|ies)\b"
    r"|\b(?:Tory|Tories|Lib\s?Dems?|Liberal Democrats?|SNP|UKIP|DUP|SDLP|UUP|Reform UK|Plaid Cymru|Sinn F[ée]in)\b"
    r"|\bLabour(?:’s|'s)?\s+(?:government|administration|council(?:s|lors?)?|MPs?|minister|ministers|leader|manifesto"
    r"|policy|policies|plans?|voters?|peers?|opposition|years)\b"
    r"|\bConservatives?(?:’s?|'s?)?\s+(?:government|administration|council(?:s|lors?)?|MPs?|minister|ministers|leader"
    r"|manifesto|policy|policies|plans?|voters?|peers?|opposition|years)\b"
    r"|(?<=\bthe )Conservatives\b|(?<=\bunder )(?:Labour|the Conservatives)\b|(?<=\b[Vv]ote )(?:Labour|Conservative|Green)\b"
)
_PARTISAN = re.compile(
    r"\b(?:the\s+)?(?:previous|last|former|current|present|this|outgoing|opposition)\s+(?:government|administration|party|ministers)"
    r"(?:['’]s?)?\s+(?:fail(?:ed|ure|ures|ings?)|mess|chaos|mistakes?|neglect(?:ed)?|wast(?:e|ed)|incompeten\w+|legacy of|broken|let\s+\w+\s+down"
    r"|ignored|botched|squandered|disastrous|achievements?|success(?:es)?|record of)\b"
    r"|\b(?:years|decade|decades)\s+of\s+(?:failure|neglect|chaos|mismanagement|under-?investment|decline|waste|incompetence)\b"
    r"|\bthe\s+(?:mess|chaos|black hole)\s+(?:that\s+)?(?:we|they|was|were)?\s*(?:inherited|left)\b"
    r"|\b(?:election|manifesto|party)\s+(?:campaign|promises?|pledges?|commitments?|manifesto|conference|donors?|members(?:hip)?|activists?|lines?)\b"
    r"|\b(?:left|right)-wing\b|\bsocialist\b|\bthatcherite\b|\bwoke\b|\b(?:vote|voting|canvass(?:ing)?|campaign(?:ing)?)\s+for\s+(?:the\s+)?(?:party|us|change at the)\b"
    r"|\b(?:the\s+)?opposition(?:['’]s|\s+parties|\s+party|\s+benches)\b",
    re.IGNORECASE,
)


def party_political(passages: list[Passage]) -> Iterator[Finding]:
    for passage in passages:
        taken: list[tuple[int, int]] = []
        for pattern in (_PARTY, _PARTISAN):
            for match in pattern.finditer(passage.plain):
                if any(start < match.end() and match.start() < end for start, end in taken):
                    continue
                taken.append(match.span())
                message = "This takes a side between parties, or reads so. Say what was done and when, not whose it was."
                yield found("party_political", passage, match, message)


_NAME = r"(?:[A-Z][a-z]+|[A-Z]\.|Mc[A-Z][a-z]+|O['’][A-Z][a-z]+)(?:[-’'][A-Z][a-z]+)?"
_POST = (
    r"(?:Prime Minister|Deputy Prime Minister|Chancellor(?: of the Exchequer)?|(?:Home|Foreign|Health|Education|Defence|Business|Transport"
    r"|Environment|Justice|Housing|Culture|Energy|Work and Pensions|Levelling Up|Communities|Trade|Science|Northern Ireland|Scottish|Welsh)\s+Secretary"
    r"|Secretary of State(?: for [A-Z][\w,]*(?:(?: and| of| the)? [A-Z][\w,]*){0,8})?"
    r"|(?:[A-Z][a-z]+ )?(?:Minister|minister)(?: of State)?(?: for (?:the )?[A-Z][\w,]*(?:(?: and| of| the)? [A-Z][\w,]*){0,6})?"
    r"|Parliamentary Under-Secretary(?: of State)?|First Minister|Deputy First Minister|Chief Secretary(?: to the Treasury)?|Attorney General|Solicitor General)"
)
_MINISTER = re.compile(
    rf"\b{_POST},?\s+(?:the\s+)?(?:Rt\.?\s+Hon\.?\s+|Right\s+Honourable\s+)?(?:Sir\s+|Dame\s+|Lord\s+|Lady\s+|Baroness\s+|Dr\s+|Mr\s+|Mrs\s+|Ms\s+)?{_NAME}\s+{_NAME}\b"
    rf"|\b{_POST},?\s+(?:Lord|Lady|Baroness|Sir|Dame)\s+{_NAME}\b"
    rf"|\b{_NAME}\s+{_NAME},?\s+(?:MP|MSP|MS)\b|\b(?:Rt\.?\s+Hon\.?|Right\s+Honourable)\s+(?:Sir\s+|Dame\s+)?{_NAME}\s+{_NAME}\b"
    rf"|\b{_NAME}\s+{_NAME},\s+(?:the\s+)?(?:then\s+|former\s+)?{_POST}\b"
)
_NOT_A_NAME = re.compile(
    r"\b(?:The|And|For|Of|In|On|With|Department|Office|Government|Council|Act|Bill|Committee|Secretary)\b"
)


def ministers(passages: list[Passage]) -> Iterator[Finding]:
    for passage in passages:
        for match in _MINISTER.finditer(passage.plain):
            if not re.search(r"\n\s*\n", match[0]):
                message = "Name the office, not the person: posts outlive ministers, and praise of one is not for us."
                yield found("minister_named", passage, match, message)


_FIGURES = "(?:figures?|statistics|data|estimates?|results?|numbers|analys[ie]s|findings|returns)"
_UNRELEASED = re.compile(
    rf"\b(?:provisional|unpublished|preliminary|embargoed|unreleased|early|draft|confidential|forthcoming|upcoming|interim)\s+"
    rf"(?:\w+\s+){{0,2}}{_FIGURES}\b"
    rf"|\b{_FIGURES}\s+(?:\w+\s+){{0,3}}(?:(?:have|has|are|is|were)\s+)?(?:not\s+yet|yet\s+to)\s+(?:been\s+|be\s+)?(?:published|released|public)\b"
    rf"|\bnot\s+yet\s+(?:been\s+)?(?:published|released)\s+{_FIGURES}\b|\b(?:not[- ]yet[- ]published|as[- ]yet[- ]unpublished)\b"
    rf"|\b(?:ahead|in\s+advance)\s+of\s+(?:their|its|the|official)?\s*(?:\w+\s+){{0,2}}(?:publication|release)\b"
    rf"|\bbefore\s+(?:they|it|the\s+(?:\w+\s+){{0,2}}{_FIGURES})\s+(?:is|are|was|were)\s+(?:published|released)\b"
    rf"|\b(?:early\s+sight|pre-release\s+access|early\s+access)\s+(?:of|to)\b"
    rf"|\b{_FIGURES}\s+(?:\w+\s+){{0,3}}(?:will|to|due\s+to)\s+be\s+(?:published|released)\b"
    rf"|\b(?:we|i)\s+(?:have\s+)?(?:seen|saw)\s+(?:the\s+)?(?:new|next|latest|coming)\s+(?:\w+\s+){{0,2}}{_FIGURES}\s+(?:early|before)\b"
    rf"|\b(?:to|will)\s+be\s+(?:published|released)\s+(?:\w+\s+){{0,4}}(?:show|shows|suggest)\b",
    re.IGNORECASE,
)


def unreleased_statistics(passages: list[Passage]) -> Iterator[Finding]:
    for passage in passages:
        for match in _UNRELEASED.finditer(passage.prose):
            message = "Figures that are not published yet may not be hinted at. Wait for their release, 9:30am on the day."
            yield found("unreleased_statistics", passage, match, message)


_WE = r"(?:we|ministers|the\s+(?:UK\s+)?government|the\s+department|this\s+government|the\s+(?:minister|secretary\s+of\s+state|prime\s+minister))"
_DO = (
    r"(?:introduc|ban|legislat|abolish|invest|fund|launch|bring\s+forward|bring\s+in|extend|requir|scrap|outlaw|tax|subsidis|nationalis|privatis|mandat"
    r"|outlaw|prohibit|make\s+it\s+(?:illegal|compulsory|mandatory|law)|change\s+the\s+law|repeal|set\s+up\s+a\s+new|create\s+a\s+new|establish\s+a|phase\s+out"
    r"|double|halve|increase\s+(?:the\s+)?(?:tax|grant|funding|duty|fee|fine|budget|spending)|cut\s+(?:the\s+)?(?:tax|grant|funding|duty|fee|budget)"
    r"|raise\s+(?:the\s+)?(?:tax|duty|fee|fine|minimum|age)|give\s+every)"
)
_POLICY = re.compile(
    rf"\b{_WE}\s+(?:will|shall|are\s+going\s+to|is\s+going\s+to|intends?\s+to|plans?\s+to|has\s+decided\s+to|have\s+decided\s+to)\s+(?:now\s+|also\s+|soon\s+|therefore\s+)?{_DO}\w*"
    r"|\b(?:we|ministers|i)\s+(?:are|am|can|have|is)?\s*(?:today\s+|now\s+|also\s+)*(?:announc(?:e|ing|ed)|unveil(?:ing|ed)?)\b"
    r"|\b(?:today|this\s+week|yesterday)(?:['’]s)?\s+(?:we\s+|the\s+government\s+|ministers\s+)?announce(?:s|d|ment|ments)?\b"
    r"|\b(?:a|our|the)\s+new\s+(?:policy|law|legislation|tax|duty|levy|ban|offence|regulation|regulations|entitlement|right|grant\s+scheme|fund)\s+(?:that\s+)?(?:will|is\s+to|means|requires|comes)\b"
    r"|\bfrom\s+(?:next\s+(?:year|month|week|spring|summer|autumn|winter)|(?:\d{1,2}\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s+20\d\d)?|20\d\d),?\s+"
    r"(?:\w+\s+){1,4}will\s+(?:have\s+to|be\s+able\s+to|need\s+to|be\s+required|be\s+entitled|be\s+banned|get|pay|receive|no\s+longer)\b"
    r"|£\d[\d,.]*\s?(?:million|billion|m|bn)\b\s+(?:of\s+|in\s+)?(?:new|extra|additional|further)\s+(?:money|funding|investment|spending)\b"
    r"|\b(?:new|extra|additional|further)\s+(?:money|funding|investment)\s+(?:of|worth)\s+£\d"
    r"|\bwill\s+become\s+(?:law|illegal|compulsory|mandatory)\b|\bplans\s+to\s+(?:ban|legislate|abolish|scrap|outlaw|introduce\s+a)\b",
    re.IGNORECASE,
)


def new_policy(passages: list[Passage]) -> Iterator[Finding]:
    for passage in passages:
        for match in _POLICY.finditer(passage.prose):
            message = "This announces policy, or reads so. Parliament hears of new policy first: ask your private office."
            yield found("new_policy", passage, match, message)


RULES = [
    Rule("personal_data", "No personal data", "What is published once cannot be taken back.", PRIVACY, personal_data),
    Rule("party_political", "Not party-political", "Civil servants serve governments of any party.", CODE, party_political),
    Rule("minister_named", "Ministers by their office", "A blog of officials praises nobody.", CODE, ministers),
    Rule("unreleased_statistics", "No figures before their release", "Everybody gets official figures at the same moment.", STATISTICS, unreleased_statistics),
    Rule("new_policy", "No new policy", "A blog explains; it does not announce.", "Ministerial Code and the Speaker’s rulings", new_policy),
]  # fmt: skip
