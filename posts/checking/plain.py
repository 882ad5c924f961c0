"""Plain English: long sentences and paragraphs, words to avoid, the passive, abbreviations, reading age."""

import re
from collections.abc import Iterator
from functools import cache

import pyphen

from posts.checking.findings import GOVUK, PLAIN, Finding, Rule, found, like
from posts.checking.parsing import WORD, Passage, words_in

SENTENCE, PARAGRAPH = 25, 5  # words and sentences at most, as the GOV.UK content guidance has them
# Years at most that a text should ask for, words from which on an age says something, the oldest that is said.
READING_AGE, ENOUGH_WORDS, OLDEST = 15, 50, 22


def long_sentences(passages: list[Passage]) -> Iterator[Finding]:
    for passage in passages:
        if passage.name == "title":
            continue
        for span in passage.sentences:
            number = words_in(passage.prose[span.start : span.end])
            if number > SENTENCE:
                message = f"This sentence has {number} words. Split it: {SENTENCE} is as many as most people follow."
                yield found("long_sentence", passage, (span.start, span.end), message)


def long_paragraphs(passages: list[Passage]) -> Iterator[Finding]:
    for passage in passages:
        for block, inside in passage.sentences_of_blocks:
            if block.kind != "note" and len(inside) > PARAGRAPH:
                message = f"This paragraph has {len(inside)} sentences. Break it up: {PARAGRAPH} are enough."
                yield found("long_paragraph", passage, (inside[0].start, inside[-1].end), message)


# Words, and what to write instead. A word with "..." has endings; what stands beside it has the same ones.

PLAINER = {
    "additional": "more",
    "amongst": "among",
    "approximately": "about",
    "at this moment in time": "now",
    "at this point in time": "now",
    "attempt to": "try to",
    "commence": "start",
    "commenced": "started",
    "commences": "starts",
    "commencing": "starting",
    "disincentivise": "discourage",
    "due to the fact that": "because",
    "endeavour to": "try to",
    "facilitate": "help",
    "facilitated": "helped",
    "facilitates": "helps",
    "facilitating": "helping",
    "for the purpose of": "to",
    "foster": "encourage",
    "fostering": "encouraging",
    "going forward": "from now on",
    "incentivise": "encourage",
    "incentivised": "encouraged",
    "incentivising": "encouraging",
    "in order to": "to",
    "in relation to": "about",
    "in the event of": "if there is",
    "in the event that": "if",
    "initiate": "start",
    "initiated": "started",
    "leverage": "use",
    "leveraged": "used",
    "leveraging": "using",
    "liaise with": "talk to",
    "liaised with": "talked to",
    "liaising with": "talking to",
    "moving forward": "from now on",
    "notwithstanding": "despite",
    "numerous": "many",
    "prior to": "before",
    "purchase": "buy",
    "purchased": "bought",
    "purchasing": "buying",
    "subsequent to": "after",
    "sufficient": "enough",
    "terminate": "end",
    "terminated": "ended",
    "upon": "on",
    "utilisation": "use",
    "utilise": "use",
    "utilised": "used",
    "utilises": "uses",
    "utilising": "using",
    "whilst": "while",
    "with reference to": "about",
    "with regard to": "about",
    "with regards to": "about",
    "with respect to": "about",
}
VAGUE = {
    "best practice": "Say what was done and why it is good.",
    "blue-sky thinking": "Say what the idea is.",
    "cascade": "Say who told whom.",
    "collaborate": "Say that you work with them.",
    "collaborated": "Say that you worked with them.",
    "collaborating": "Say that you work with them.",
    "combat": "Say what you do about it.",
    "combatting": "Say what you do about it.",
    "countering": "Say how you will stop it.",
    "cutting-edge": "Say what is new about it.",
    "deep dive": "Say that you looked closely, and at what.",
    "deliverables": "Say what will be made.",
    "deploy": "Only troops and software are deployed. Say what you use.",
    "deploying": "Only troops and software are deployed. Say what you use.",
    "dialogue": "Say who spoke with whom.",
    "empower": "Say what people will be able to do.",
    "empowered": "Say what people are able to do.",
    "empowering": "Say what people will be able to do.",
    "holistic": "Say what is looked at together.",
    "level playing field": "Say what is fair to whom.",
    "low-hanging fruit": "Say what is easy to do.",
    "one-stop shop": "Say what can be done there.",
    "overarching": "Leave it out.",
    "paradigm": "Say what is different.",
    "pledge": "Say what you will do.",
    "pledged": "Say what you will do.",
    "pledging": "Say what you will do.",
    "ring-fence": "Say what the money is kept for.",
    "ring-fenced": "Say what the money is kept for.",
    "ring-fencing": "Say what the money is kept for.",
    "robust": "Say what makes it good.",
    "slimming down": "Say what becomes smaller.",
    "step change": "Say what is different.",
    "streamline": "Say what becomes simpler.",
    "streamlined": "Say what is simpler.",
    "streamlining": "Say what becomes simpler.",
    "strengthening": "Say what is better, unless it is a bridge.",
    "synergies": "Say what is shared.",
    "synergy": "Say what is shared.",
    "tackle": "Only footballers tackle. Say what you do about it.",
    "tackled": "Only footballers tackle. Say what you did about it.",
    "tackling": "Only footballers tackle. Say what you do about it.",
    "touch base": "Say that you will talk.",
    "transformative": "Say what is different.",
    "transforming": "Say what is different.",
    "unprecedented": "Say what is new about it.",
    "world-class": "Say how good it is, with a figure.",
    "world-leading": "Say how good it is, with a figure.",
}
ABSTRACT = "change|improvements?|outcomes?|priorities|services?|growth|value|benefits?|results|policy|policies|reform"
_PHRASES = [
    (rf"deliver(?:s|ed|ing)? (?:better |real |new |our |the |on )*(?:{ABSTRACT})", "Pizza is delivered. Say what you do."),
    (r"driv(?:e|es|ing) (?:forward|up|change|growth|improvements?|innovation|progress)", "Say what you do."),
    (r"impact(?:s|ed|ing)? (?:on|upon) ", "Say what changes, and for whom."),
    (r"(?:will|can|could|may|might|to) impact ", "Say what changes, and for whom."),
    (r"key (?:part|role|issues?|themes?|priority|priorities|challenges?|findings?|messages?|stakeholders?|questions?"
     r"|areas?|points?|factors?|aims?|drivers?|learnings?)", "“Key” says little. Leave it out, or say “most important”."),
]  # fmt: skip
_WORDS = sorted({**PLAINER, **VAGUE}, key=len, reverse=True)
_AVOID = re.compile(
    r"(?<![\w-])(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s") for word in _WORDS) + r")(?![\w-])",
    re.IGNORECASE,
)
_PHRASE = [(re.compile(rf"(?<![\w-]){pattern}", re.IGNORECASE), say) for pattern, say in _PHRASES]


def words_to_avoid(passages: list[Passage]) -> Iterator[Finding]:
    for passage in passages:
        for match in _AVOID.finditer(passage.prose):
            word = " ".join(match[0].lower().split())
            if plainer := PLAINER.get(word):
                fix = like(match[0], plainer)
                yield found("words_to_avoid", passage, match, f"Write “{plainer}” for “{word}”.", fix)
            else:
                yield found("words_to_avoid", passage, match, f"“{word}” says little. {VAGUE[word]}")
        for pattern, say in _PHRASE:
            for match in pattern.finditer(passage.prose):
                place = (match.start(), match.start() + len(match[0].rstrip()))
                yield found("words_to_avoid", passage, place, say)


IRREGULAR = (
    "begun borne bought broken brought built caught chosen cut dealt done drawn driven drunk dug eaten fed fallen"
    " felt flown forbidden forgotten forgiven fought found frozen given gone grown heard held hidden hit hung hurt"
    " kept known laid led left lent let lit lost made meant met mistaken overseen overtaken paid proven put"
    " rebuilt redone rewritten ridden rung said seen sent set shaken shown shut slept sold sought spent split"
    " spoken spread stolen struck sung sunk sworn swept taken taught thought thrown told torn undertaken undone"
    " understood upheld withdrawn withheld won worn woken wound written"
).split()
# What ends in -ed, or looks like a participle, and says how something is, or is no verb at all.
STATES = frozenset(
    "accustomed advanced aged ashamed bored called complicated concerned confused convinced crowded dedicated"
    " delighted detailed determined disappointed embarrassed embed excited experienced exhausted frightened hundred"
    " indeed interested involved learned limited located married mixed named naked need pleased prepared proceed"
    " qualified red related relaxed relieved retired sacred satisfied scared shed shocked skilled sloped speed"
    " supposed surprised thrilled tired troubled unchanged unexpected unlimited unrelated united untouched used"
    " varied wicked worried based seed weed feed bed exceed succeed born gone left".split()
)
_PASSIVE = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|get|gets|got)(?:n['’]t)?\s+"
    r"(?:being\s+|been\s+)?"
    r"(?:(?:not|also|already|now|still|often|never|only|always|just|all|both|soon|then|rarely|usually|\w{2,20}ly)\s+){0,2}"
    rf"(?:\w{{2,18}}ed|{'|'.join(IRREGULAR)})\b",
    re.IGNORECASE,
)


def passive_voice(passages: list[Passage]) -> Iterator[Finding]:
    say = "Say who does it: “we asked 40 people”, not “40 people were asked”."
    for passage in passages:
        if passage.name == "title":
            continue
        spans = passage.sentences
        for span in spans:
            for match in _PASSIVE.finditer(passage.prose, span.start, span.end):
                if match[0].split()[-1].lower() not in STATES:
                    yield found("passive_voice", passage, match, say)


# Abbreviations that need no words beside them: units, and those that more people know than the words.
KNOWN = frozenset(
    "AD AM AI BBC BC BSL CCTV CD COVID CV DNA DVD DVLA ECG EU FAQ FAQS GB GCSE GMT GOV GP GPS HIV HM HTML HTTP HTTPS"
    " ID ISBN IT IVF MOT MP MPS NATO NHS OK PA PC PDF PDFS PIN PM PR QR RAF RNLI TV UHT UK UN URL USA US USB VAT VIP"
    " WC XML YMCA LED LGBT CO ADHD OBE MBE CBE BST".split()
)
_ROMAN = re.compile(r"[IVXLC]+")
_ACRONYM = re.compile(r"(?<![\w.&/-])([A-Z]{2,6})(s?)(?![\w&-]|\.[A-Z])")


_BEHIND = re.compile(r"(?<=\w) \(\s*(?:the )?([A-Z]{2,6})s?\s*[),;]")
_BEFORE = re.compile(r"\b([A-Z]{2,6})s? \([^\W\d_][^()\n]{6,200}\)")


def acronyms(passages: list[Passage]) -> Iterator[Finding]:
    """The first use of each abbreviation that no words explain: `Environment Agency (EA)`, or `EA (the...)`."""
    known = set(KNOWN)
    for passage in passages:
        known |= {match[1] for how in (_BEHIND, _BEFORE) for match in how.finditer(passage.plain)}
    for passage in passages:
        for match in _ACRONYM.finditer(passage.prose):
            short = match[1]
            if short in known or _ROMAN.fullmatch(short) or _is_shouted(passage.prose, match):
                continue
            known.add(short)
            message = (
                f"Say in full what {short} means where you first use it, with {short} in brackets behind."
            )
            yield found("acronym", passage, match, message)


def _is_shouted(prose: str, match: re.Match[str]) -> bool:
    """Whether it stands among other words in capitals: that is a heading or a shout, not an abbreviation."""
    before, after = prose[max(0, match.start() - 60) : match.start()], prose[match.end() : match.end() + 60]
    around = before.rpartition("\n")[2] + after.partition("\n")[0]
    letters = [letter for letter in around if letter.isalpha()]
    return len(letters) > len(match[1]) and sum(map(str.isupper, letters)) > 0.7 * len(letters)


def reading_age(passages: list[Passage]) -> Iterator[Finding]:
    for passage in passages:
        if passage.name == "source" and (age := age_of(passage)) > READING_AGE:
            message = (
                f"This reads as for people of about {age}. Most readers of a blog give up above {READING_AGE}:"
                " shorter sentences and shorter words bring it down."
            )
            first = passage.sentences[0]
            yield found("reading_age", passage, (first.start, first.end), message)


def age_of(passage: Passage) -> int:
    """The age at which pupils read such a text with ease, in years; 0 of a text too short to say.

    The Flesch-Kincaid grade (Kincaid and others, 1975) plus 5, as its first grade is for children of 6.
    Syllables are counted as places to hyphenate, by Pyphen's dictionary of British English.
    """
    words = [
        word[0] for span in passage.sentences for word in WORD.finditer(passage.prose, span.start, span.end)
    ]
    if len(words) < ENOUGH_WORDS:
        return 0
    syllables = sum(map(_syllables, words))
    grade = 0.39 * len(words) / len(passage.sentences) + 11.8 * syllables / len(words) - 15.59
    return min(round(grade + 5), OLDEST)


@cache
def _hyphens() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_GB", left=1, right=1)


_syllables_of: dict[str, int] = {}


def _syllables(word: str) -> int:
    known = _syllables_of.get(word)
    if known is None:
        if len(_syllables_of) > 20_000:
            _syllables_of.clear()
        groups = len(
            re.findall(r"[aeiouy]+", re.sub(r"(?<=[^aeiouyl])e$|(?<=[^td])ed$", "", word[:40].lower()))
        )
        by_hyphens = len(_hyphens().positions(word)) + 1 if len(word) < 40 else 1
        known = _syllables_of[word] = max(1, by_hyphens, groups if len(word) < 5 else 1)
    return known


RULES = [
    Rule("long_sentence", f"Sentences of {SENTENCE} words or fewer",
         "People lose the thread of a long sentence. One thought each.", PLAIN, long_sentences),
    Rule("long_paragraph", f"Paragraphs of {PARAGRAPH} sentences or fewer",
         "Short paragraphs can be found again, and read on a phone.", PLAIN, long_paragraphs),
    Rule("words_to_avoid", "Plain words", "Long and fashionable words hide what happens. Say it as you would"
         " to a neighbour.", GOVUK, words_to_avoid),
    Rule("passive_voice", "Who does it", "The passive leaves out who acts, and that is what readers ask.",
         PLAIN, passive_voice),
    Rule("acronym", "Abbreviations in full", "Nobody outside the team knows its abbreviations.", GOVUK, acronyms),
    Rule("reading_age", f"A reading age of {READING_AGE} or less",
         "Specialists too read plain text faster, and thank you for it.", PLAIN, reading_age),
]  # fmt: skip
