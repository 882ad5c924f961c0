"""What an answer says, read as a browser reads it."""

from html import unescape

from tinyhtml5.parser import HTMLParser

CHOSEN = {"radio": "checked", "checkbox": "checked"}


def tree(response):
    """The elements of a page, by names without a namespace."""
    return HTMLParser(namespace_html_elements=False).parse(response.content.decode())


def text_of(node):
    return " ".join("".join(node.itertext()).split())


def title(response):
    return text_of(tree(response).find(".//title"))


def heading(response):
    return text_of(tree(response).find(".//h1"))


def words(response):
    """All that can be read in the main part of a page, white space collapsed."""
    return text_of(tree(response).find(".//main"))


def errors(response):
    """The messages in the summary of errors."""
    summary = tree(response).find(".//div[@class='govuk-error-summary']")
    return [] if summary is None else [text_of(item) for item in summary.iter("li")]


def typed(response):
    """What stands in the fields of a page: the text, or the chosen values, by name."""
    page, found = tree(response), {}
    for node in page.iter():
        kind = node.get("type", "text")
        is_field = node.tag in ("input", "textarea", "select") and node.get("name")
        if not is_field or (kind in CHOSEN and CHOSEN[kind] not in node.attrib):
            continue
        found[node.get("name")] = _value(node)
    return found


def _value(node):
    if node.tag == "textarea":
        return "".join(node.itertext())
    if node.tag == "select":
        return next(
            (option.get("value") for option in node.iter("option") if "selected" in option.attrib), ""
        )
    return node.get("value", "on" if node.get("type") in CHOSEN else "")


def kept(response):
    """What a refusal gives back of what was typed, by label."""
    page = tree(response)
    labels = {node.get("for"): text_of(node) for node in page.iter("label")}
    return {labels[node.get("id")]: "".join(node.itertext()) for node in page.iter("textarea")}


def tags(response):
    """What the coloured tags of a page say."""
    found = [node for node in tree(response).iter() if "govuk-tag" in (node.get("class") or "").split()]
    return [text_of(node) for node in found]


def links(response):
    return [node.get("href") for node in tree(response).iter("a")]


def plain(response):
    """The page as text with its entities resolved, to look for words that must not be there."""
    return unescape(response.content.decode())


def pages_of(post):
    """The public addresses at which a live post of the first team shows, by what they are."""
    return {
        "directory": "/",
        "feed": "/feed/",
        "blog": "/floods/",
        "first page": "/floods/?page=1",
        "blog feed": "/floods/feed/",
        "month": f"/floods/{post.released_on:%Y/%m}/",
        "tag": "/floods/tag/sensors/",
        "post": post.get_absolute_url(),
        "sign-off": f"{post.get_absolute_url()}sign-off/",
        "sign-off as JSON": f"{post.get_absolute_url()}sign-off.json",
        "department": "/departments/department-for-rivers/",
    }
