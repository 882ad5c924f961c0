"""Links: words that say where they lead, and those that lead out of the platform."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from posts.checking.findings import CODE, WCAG, Finding, Rule, found
from posts.checking.parsing import Passage

_EMPTY = frozenset(
    "here|click here|click|this|this link|this page|link|the link|read more|more|more information|more info|read this"
    "|find out more|find out more here|see here|see more|details|more details|learn more|download|download here"
    "|page|the page|website|the website|this website|this site|site|continue|go|view|view here|read it here|read here"
    "|follow this link|at this link|available here|further information|further details|info|url|article|document"
    "|this document|this report|this article|this post|attachment|pdf".split("|")
)
_BARE = re.compile(r"^(?:https?://|www\.)\S+$|^[\w-]+(?:\.[\w-]+)+/\S*$", re.IGNORECASE)

# Sites of parties that stand in elections in the United Kingdom, and of papers for their members.
PARTIES = frozenset(
    "labour.org.uk labourlist.org scottishlabour.org.uk welshlabour.wales conservatives.com conservativehome.com"
    " scottishconservatives.com conservatives.wales libdems.org.uk libdemvoice.org scotlibdems.org.uk libdems.wales"
    " greenparty.org.uk greens.scot greenparty.wales reformparty.uk snp.org plaid.cymru partyof.wales mydup.com"
    " sinnfein.ie sdlp.ie allianceparty.org uup.org tuv.org.uk ukip.org albaparty.org workerspartybritain.org"
    " coop.party party.coop sdp.org.uk heritageparty.org".split()
)


def link_text(passages: list[Passage]) -> Iterator[Finding]:
    for passage in passages:
        for link in passage.links:
            words = " ".join(re.sub(r"[*_`]", "", link.words).lower().split()).strip(" .:!>→»")
            place = (link.start, link.end)
            if words in _EMPTY:
                message = f"“{link.words}” does not say where it leads. Write what people find there."
                yield found("link_text", passage, place, message)
            elif _BARE.match(words):
                message = "An address is hard to read, and worse to hear. Write what people find there."
                yield found("link_text", passage, place, message)


def party_links(passages: list[Passage]) -> Iterator[Finding]:
    for passage in passages:
        for link in passage.links:
            if _is_of(link.address, PARTIES):
                message = "This leads to the site of a political party. A post of civil servants may not."
                yield found("party_link", passage, (link.start, link.end), message)
        for match in _ADDRESS.finditer(passage.text):
            inside = any(
                link.start <= match.start() <= link.end + len(link.address) + 4 for link in passage.links
            )
            if not inside and _is_of(match[0], PARTIES):
                message = (
                    "This is the site of a political party. A post of civil servants may not lead there."
                )
                yield found("party_link", passage, match, message)


_ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s<>()\[\]]{1,500}")


def _is_of(address: str, hosts: frozenset[str]) -> bool:
    host = host_of(address)
    return any(host == known or host.endswith(f".{known}") for known in hosts)


def host_of(address: str) -> str:
    """The host of a web address, in small letters, or nothing."""
    try:
        return (urlsplit(address if "//" in address else f"//{address}").hostname or "").lower()
    except ValueError:
        return ""


def links_out(passages: list[Passage]) -> Iterator[Finding]:
    """Links to other sites: nobody but a person can say whether they are right."""
    seen = set()
    for passage in passages:
        for link in passage.links:
            host = host_of(link.address) if link.address.startswith(("http:", "https:")) else ""
            if host and link.address not in seen:
                seen.add(link.address)
                message = f"This leads to {host}. Open it, and see that it still says what you mean."
                yield found("link_out", passage, (link.start, link.end), message)


RULES = [
    Rule("link_text", "Links that say where they lead",
         "People who listen hear the links of a page one after another, without the words around.", WCAG, link_text),
    Rule("party_link", "No links to party sites", "A link reads as a recommendation.", CODE, party_links),
    Rule("link_out", "Links to other sites, for you to open",
         "Pages move and change. The signatory opens each one too.", WCAG, links_out),
]  # fmt: skip
