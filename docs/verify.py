"""Is a saved page what was signed?    python3 verify.py saved-page.html sign-off.json    (Python 3.8+)

Reads the page's article as the platform reads a text before it is sealed, and compares it with what was
signed. Ends with 0 if they are the same, 1 with the first difference if not, 2 if a file is of no use.
"""

import hashlib
import json
import re
import sys
from html import unescape
from itertools import zip_longest

MARKED = "kind title summary byline partners note tags".split()
KINDS = {**dict.fromkeys("article h1 p figure div table tr".split(), ""), "blockquote": "quote"}
KINDS.update((tag, tag) for tag in "section ul ol li h2 h3 h4 th td pre figcaption details summary".split())
TAGS = "|".join([*KINDS, *"a br code em hr img strong sup tbody thead time".split()])
NAMES = (
    "alt|aria-label|class|data-signed|datetime|height|href|id|loading|open|role|scope|sizes|src|srcset|start"
)
TOKEN = re.compile(rf'<(/?)({TAGS})((?: (?:{NAMES}|tabindex|width)="[^"]*")*)>|([^<]+)')
AI_USE = r"Generative AI (wrote a first draft, which the author then rewrote|helped with research, [a-z ]+)\."
UNSIGNED = re.compile(rf"((Published |, changed )\d+ [A-Z][a-z]+ \d{{4}}|Tags|{AI_USE})*")  # may stand there


def read(article, address):
    """What the article shows, by field: an element with `data-signed` holds one, that of `text` the body."""
    found = {field: [] for field in [*MARKED, "blocks", "links", "images", "unsigned"]}
    found["unsigned"] += ["markup that no post has"] if TOKEN.sub("", article) else []
    path, text, silent = [], "", False
    for end, tag, attributes, words in TOKEN.findall(article):
        has = {name: unescape(value) for name, value in re.findall(r'([\w-]+)="([^"]*)"', attributes)[::-1]}
        if tag in KINDS:  # a block begins or ends
            said = " ".join(text.split())
            kinds = [kind for kind in path if isinstance(kind, str) and kind not in ("", "section")]
            if kinds[:1] == ["@text"] and (said or (end and tag in ("th", "td"))):
                found["blocks"].append(f"{' '.join(kinds[1:]) or 'p'}: {said}".strip())
            elif said:
                found[kinds[0][1:] if kinds and kinds[0][1:] in MARKED else "unsigned"].append(said)
            path, text = path[:-1] if end else [*path, kind_of(tag, has, path)], ""
        elif tag == "a" and not end:
            url, blog = whole(has.get("href", ""), address), "/".join(address.split("/")[:4])
            own = blog + "/tag/" if path[-1:] == ["@tags"] else address + "#fn"  # nobody signs these
            found["links"] += [] if url.startswith(own) else [url]
        elif tag == "img":
            found["images"].append(image(has, address))
        silent = has.get("class") == "footnote-backref" if tag else silent
        text += " " if tag == "br" else "" if silent and not re.search(r"\w", words) else unescape(words)
    return found


def kind_of(tag, has, path):
    """What words in this element are. A list is a list: of its next number, if it has numbers."""
    lists = [kind for kind in path if isinstance(kind, list)]
    if "data-signed" in has:
        return "@" + has["data-signed"]
    if tag in ("ul", "ol"):
        return [int(has["start"]) if has.get("start", "").isdecimal() else 1] if tag == "ol" else []
    marks = has.get("class", "")
    if (tag, marks) in (("div", "inset"), ("div", "update")) or (tag == "td" and marks[:4] == "bar-"):
        return f"{KINDS[tag]} {marks.replace('-', ' ')}".strip()
    if tag != "li" or not lists or not lists[-1]:
        return KINDS[tag]
    lists[-1][0] += 1
    return f"{'note' if 'section' in path and len(lists) == 1 else 'li'} {lists[-1][0] - 1}"


def image(has, address):
    """A picture: the digest that each of its addresses must name, and its description."""
    urls = [
        has.get("src", ""),
        *(part.split()[0] for part in has.get("srcset", "").split(",") if part.strip()),
    ]
    stored = re.escape(whole("/images/", address)) + r"([0-9a-f]{64})-\d+\.webp"
    digests = {re.sub(stored, r"\1", whole(url, address)) for url in urls}
    return {"digest": " and ".join(sorted(digests)), "alt": has.get("alt", "")}


def whole(url, address):
    return {"/": "/".join(address.split("/")[:3]), "#": address}.get(url[:1], "") + url


def as_shown(words, address):
    """What was signed, by field, in the form in which the page shows it."""
    links = [whole(url, address) for url in words["links"]]
    partners, byline = words.get("partners"), [(line["name"], line["role"]) for line in words["byline"]]
    return {
        **words,
        "kind": "Question" if words.get("kind") == "question" else "",
        "byline": [", ".join(filter(None, line)) for line in byline],
        "partners": ["With " + " and ".join(partners)] if partners else [],
        "links": [url for url in links if not url.startswith(address + "#fn")],
    }


def difference(html, record):
    """The first difference between the page and what was signed, or nothing."""
    articles, address = re.findall(r"<article>.*?</article>", html, re.DOTALL), record["post"]
    if len(articles) != 1:
        raise ValueError("the page does not hold one post")
    if hashlib.sha256(record["canonical"].encode()).hexdigest() != record["fingerprint"]:
        return "the fingerprint is not that of the canonical text"
    signed, shown = as_shown(json.loads(record["canonical"]), address), read(articles[0], address)
    shown["unsigned"] = [words for words in shown["unsigned"] if not UNSIGNED.fullmatch(words)]
    shown["slug"] = [address.split("/")[-2]]
    for field in shown:
        parts = signed.get(field, [])
        parts = [parts] * bool(parts) if isinstance(parts, str) else parts
        parts = [" ".join(part.split()) if isinstance(part, str) else part for part in parts]
        for place, (was, now) in enumerate(zip_longest(parts, shown[field]), 1):
            if was != now:
                return f"{field} {place}: signed is {was!r}, the page has {now!r}"
    return ""


if __name__ == "__main__":
    try:
        with open(sys.argv[1], encoding="utf-8") as page, open(sys.argv[2], encoding="utf-8") as record:
            facts = json.load(record)
            wrong, about = difference(page.read(), facts), f"{facts['fingerprint']}, {facts['post']}"
    except Exception as error:  # whatever these files are, they are not a page and its sign-off record
        print(f"verify.py needs a saved page and its sign-off.json: {error!r}", file=sys.stderr)
        sys.exit(2)
    print(f"NOT what was signed. First difference: {wrong}" if wrong else f"This is what was signed: {about}")
    sys.exit(1 if wrong else 0)
