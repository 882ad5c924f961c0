"""Thirty documents of the shapes that Word, LibreOffice, Google Docs and Outlook write, and what each must keep."""

from dataclasses import dataclass, field
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from tests.making import picture_file

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


@dataclass
class Kept:
    """What must come out: blocks as `posts.rendering.visible` names them, links, and how many pictures."""

    title: str = ""
    blocks: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    pictures: int = 0


# A document is a list of parts, each a pair of a kind and what it holds; words are strings or pairs of marks and words.
Words = "str | list[str | tuple[str, str]]"

FLOODS = [
    ("title", "What 40 flood stores taught us"),
    ("p", "We opened the doors of 40 stores. This is what we saw."),
    ("h1", "How we chose them"),
    ("p", ["We took every ", ("b", "22nd"), " store, and ", ("i", "no"), " other."]),
    ("h2", "By river"),
    ("ul", ["14 beside large rivers", ["a day of warning"], "17 beside streams"]),
    ("ol", ["Drive to the store", "Open it", "Count"]),
    ("table", [["Kind", "Stores", "Used"], ["Sandbags", "38", "6"], ["Pumps", "29", "23"]]),
    ("h1", "What we do next"),
    (
        "p",
        ["Read ", ("a", "the list"), " we began with.", ("note", "It is from 1998, and nobody had asked.")],
    ),
]
EDGES = [
    ("p", "A line with * and _under_ and [brackets] and `ticks` and # signs."),
    ("p", "1. is not a list here, and neither is"),
    ("p", "- this"),
    ("p", "# nor this a heading"),
    ("p", "> nor this a quotation"),
    ("p", "Fish & chips < £5 > £4; AT&amp;T is odd."),
    ("p", "Half a w\u00adord, non\u00a0breaking, caf\u00e9, \u201cquoted\u201d, an en \u2013 dash."),
    ("p", ["bold in", ("b", "side"), " a word, and ", ("bi", "both at once"), "."]),
    ("table", [["A | B", "C"], ["1 * 2", "_3_"], ["", "4"]]),
]
DEEP = [
    ("h1", "Plan"),
    ("p", "Three levels, and two lists that begin again."),
    ("ul", ["One", ["One a", ["One a i"], "One b"], "Two"]),
    ("p", "Between."),
    ("ol", ["First", "Second", ["Second a", "Second b"]]),
    ("p", "Between again."),
    ("ol", ["First again", "Second again"]),
    ("h3", "Far below"),
    ("p", "A heading that skips a level."),
]
NOTES = [
    ("p", ["One", ("note", "The first note."), " and two", ("note", "The second, with * in it."), "."]),
    ("h2", "With notes"),
    ("p", ["And three", ("note", "The third note, which is longer than the others."), "."]),
    ("ul", ["An item with a link", "Another"]),
    ("table", [["Head", "Note"], ["Cell", "Words"]]),
]
LINKS = [
    ("p", ["See ", ("a", "the list"), " and ", ("ab", "the bold list"), "."]),
    ("h1", "Links"),
    ("ul", ["Plain"]),
    ("table", [["Where", "What"], ["Here", "There"]]),
    ("p", [("a", "A link alone")]),
]
QUOTES = [
    ("h1", "What they said"),
    ("quote", "Nobody has asked us before."),
    ("p", "So said four of them."),
    ("quote", "Sand is heavy."),
]
PLAIN = [("p", "Only one paragraph.")]
LONG = [
    ("h1", f"Part {number}")
    if part == 0
    else ("p", f"Paragraph {part} of part {number}, with words enough to fill a line.")
    for number in range(1, 9)
    for part in range(4)
]
PICTURED = [
    ("h1", "Seen"),
    ("p", "A gauge on a bridge:"),
    ("picture", "A gauge on a bridge"),
    ("p", "So it was."),
]
TABLES = [
    ("h1", "Two tables"),
    ("table", [["Year", "Stores"], ["2024", "30"], ["2025", "35"], ["2026", "40"]]),
    ("p", "And a wider one."),
    ("table", [["a", "b", "c", "d", "e"], ["1", "2", "3", "4", "5"]]),
]
STORIES = {
    "floods": FLOODS, "edges": EDGES, "deep": DEEP, "notes": NOTES, "links": LINKS, "quotes": QUOTES,
    "plain": PLAIN, "long": LONG, "pictured": PICTURED, "tables": TABLES,
}  # fmt: skip
ADDRESS = "https://example.org/stores?a=1&b=2"


def kept(story):
    """What a story must come out as."""
    found = Kept()
    notes, levels = (
        [],
        sorted({int(kind[1]) for kind, _ in story if kind[:1] == "h" and kind[1:].isdecimal()}),
    )
    parts = list(story)
    if parts[0][0] == "title":
        found.title = parts.pop(0)[1]
    elif parts[0][0] == "h1" and sum(kind == "h1" for kind, _ in parts) == 1:
        found.title = parts.pop(0)[1]
        levels = sorted({int(kind[1]) for kind, _ in parts if kind[:1] == "h" and kind[1:].isdecimal()})
    before = 1
    for kind, what in parts:
        if kind[:1] == "h" and kind[1:].isdecimal():
            before = min(2 + levels.index(int(kind[1])), 4, before + 1)
            found.blocks.append(f"h{before}: {what}")
        elif kind == "p":
            found.blocks.append(f"p: {_said(what, notes, found.links)}")
        elif kind == "quote":
            found.blocks.append(f"quote: {what}")
        elif kind == "picture":
            found.pictures += 1
        elif kind == "table":
            found.blocks += [f"th: {cell}" for cell in what[0]]
            found.blocks += [f"td: {cell}".rstrip() if cell else "td: " for row in what[1:] for cell in row]
        else:
            found.blocks += _items(what, kind == "ol", "")
    found.blocks += [f"note {number}: {note}" for number, note in enumerate(notes, 1)]
    found.blocks = [block.replace("\u00ad", "").replace("\u00a0", " ") for block in found.blocks]
    return found


def _items(items, ordered, above):
    blocks, number = [], 0
    for item in items:
        if isinstance(item, list):
            blocks += _items(item, ordered, f"{above}{_name(ordered, number)} ")
        else:
            number += 1
            blocks.append(f"{above}{_name(ordered, number)}: {item}")
    return blocks


def _name(ordered, number):
    return f"li {number}" if ordered else "li"


def _said(what, notes, links):
    if isinstance(what, str):
        return what
    out = ""
    for part in what:
        if isinstance(part, str):
            out += part
        elif part[0] == "note":
            notes.append(part[1])
            out += f"[{len(notes)}]"
        else:
            links += [ADDRESS] if "a" in part[0] else []
            out += part[1]
    return " ".join(out.split())


# .docx


def docx(story, *, headings="Heading{}", split=False, tracked=False):
    """A Word document. `split` breaks words over runs; `tracked` adds deletions, insertions and a comment."""
    notes, body = [], []
    for kind, what in story:
        if kind == "title":
            body.append(_wp(_wruns(what, notes, split), "Title"))
        elif kind[:1] == "h" and kind[1:].isdecimal():
            body.append(_wp(_wruns(what, notes, split), headings.format(kind[1])))
        elif kind == "p":
            more = '<w:del w:id="9"><w:r><w:delText>Gone words.</w:delText></w:r></w:del>' if tracked else ""
            runs = _wruns(what, notes, split)
            body.append(
                _wp((f'<w:ins w:id="8">{runs}</w:ins>' if tracked and isinstance(what, str) else runs) + more)
            )
        elif kind == "quote":
            body.append(_wp(_wruns(what, notes, split), "Quote"))
        elif kind == "picture":
            body.append(_wp(_wpicture(what)))
        elif kind == "table":
            body.append(_wtable(what, split))
        else:
            body += _witems(what, 2 if kind == "ol" else 1, 0, split)
            if kind == "ol":
                body.append("RESTART")
    document, number = "".join(body), 2
    while "RESTART" in document:  # each numbered list has a number of its own, as Word gives it
        head, _, tail = document.partition("RESTART")
        document = head + tail.replace('w:numId w:val="2"', f'w:numId w:val="{number + 1}"')
        number += 1
    footnotes = "".join(
        f'<w:footnote w:id="{at}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {escape(note)}</w:t></w:r></w:p></w:footnote>'
        for at, note in enumerate(notes, 1)
    )
    files = {
        "word/document.xml": f"<w:document {W} {R}><w:body>{document}<w:sectPr/></w:body></w:document>",
        "word/styles.xml": _styles(headings),
        "word/numbering.xml": _numbering(number + 1),
        "word/footnotes.xml": f"<w:footnotes {W}>{footnotes}</w:footnotes>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{REL}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId2" Type="{REL}/numbering" Target="numbering.xml"/>'
        f'<Relationship Id="rId3" Type="{REL}/footnotes" Target="footnotes.xml"/>'
        f'<Relationship Id="rId4" Type="{REL}/hyperlink" Target="{escape(ADDRESS)}" TargetMode="External"/>'
        f'<Relationship Id="rId5" Type="{REL}/image" Target="media/image1.png"/></Relationships>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{REL}/officeDocument" Target="word/document.xml"/></Relationships>',
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/></Types>',
    }
    return packed(files, {"word/media/image1.png": png()})


def _wp(runs, style="", numbering=""):
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + numbering
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def _wruns(what, notes, split):
    if isinstance(what, str):
        return _wrun(what, "", split)
    out = ""
    for part in what:
        if isinstance(part, str):
            out += _wrun(part, "", split)
        elif part[0] == "note":
            notes.append(part[1])
            out += f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{len(notes)}"/></w:r>'
        elif "a" in part[0]:
            out += f'<w:hyperlink r:id="rId4">{_wrun(part[1], part[0], split)}</w:hyperlink>'
        else:
            out += _wrun(part[1], part[0], split)
    return out


def _wrun(text, marks, split):
    pieces = [text[: len(text) // 2], text[len(text) // 2 :]] if split else [text]
    looks = ("<w:b/>" if "b" in marks else "") + ("<w:i/>" if "i" in marks else "")
    tags = "<w:smartTag>{}</w:smartTag>" if split else "{}"
    return "".join(
        tags.format(
            f'<w:r><w:rPr>{looks}<w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">{escape(piece)}</w:t></w:r>'
        )
        for piece in pieces
    )


def _witems(items, number, level, split):
    out = []
    for item in items:
        if isinstance(item, list):
            out += _witems(item, number, level + 1, split)
        else:
            numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
            out.append(_wp(_wrun(item, "", split), "ListParagraph", numbering))
    return out


def _wtable(rows, split):
    cells = "".join(
        "<w:tr>" + "".join(f"<w:tc><w:tcPr/>{_wp(_wrun(cell, '', split))}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr/>{cells}</w:tbl>"


def _wpicture(alt):
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{drawing}/wordprocessingDrawing"><wp:docPr id="1" name="P" descr="{escape(alt)}"/>'
        f'<a:graphic xmlns:a="{drawing}/main"><a:graphicData><pic:pic xmlns:pic="{drawing}/picture"><pic:blipFill>'
        '<a:blip r:embed="rId5"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def _styles(headings):
    names = {headings.format(level): f"heading {level}" for level in range(1, 7)}
    names |= {"Title": "Title", "Quote": "Quote", "ListParagraph": "List Paragraph"}
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in names.items()
    )
    return f"<w:styles {W}>{styles}</w:styles>"


def _numbering(last):
    def levels(kind):
        return "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/></w:lvl>'
            for level in range(9)
        )

    kinds = f'<w:abstractNum w:abstractNumId="0">{levels("bullet")}</w:abstractNum>'
    kinds += f'<w:abstractNum w:abstractNumId="1">{levels("decimal")}</w:abstractNum>'
    numbers = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{0 if number == 1 else 1}"/></w:num>'
        for number in range(1, last + 1)
    )
    return f"<w:numbering {W}>{kinds}{numbers}</w:numbering>"


# .odt

ODF = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = (
    f'xmlns:office="{ODF}:office:1.0" xmlns:text="{ODF}:text:1.0" xmlns:table="{ODF}:table:1.0" xmlns:draw="{ODF}:drawing:1.0"'
    f' xmlns:style="{ODF}:style:1.0" xmlns:fo="{ODF}:xsl-fo-compatible:1.0" xmlns:svg="{ODF}:svg-compatible:1.0"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink"'
)


def odt(story, *, tracked=False):
    """An OpenDocument text, with automatic styles as LibreOffice writes them."""
    notes, body = [], []
    for kind, what in story:
        if kind == "title":
            body.append(f'<text:p text:style-name="P1">{_owords(what, notes)}</text:p>')
        elif kind[:1] == "h" and kind[1:].isdecimal():
            body.append(
                f'<text:h text:style-name="Heading_20_{kind[1]}" text:outline-level="{kind[1]}">{_owords(what, notes)}</text:h>'
            )
        elif kind == "p":
            change = '<text:change text:change-id="ct1"/>' if tracked else ""
            body.append(f'<text:p text:style-name="Text_20_body">{change}{_owords(what, notes)}</text:p>')
        elif kind == "quote":
            body.append(f'<text:p text:style-name="Quotations">{_owords(what, notes)}</text:p>')
        elif kind == "picture":
            body.append(
                '<text:p><draw:frame><draw:image xlink:href="Pictures/1.png"/>'
                f"<svg:desc>{escape(what)}</svg:desc></draw:frame></text:p>"
            )
        elif kind == "table":
            rows = "".join(
                "<table:table-row>"
                + "".join(
                    f"<table:table-cell><text:p>{_owords(cell, notes)}</text:p></table:table-cell>"
                    for cell in row
                )
                + "</table:table-row>"
                for row in what
            )
            body.append(f"<table:table><table:table-column/>{rows}</table:table>")
        else:
            body.append(_olist(what, "L2" if kind == "ol" else "L1", top=True))
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone words.</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        if tracked
        else ""
    )
    levels = range(1, 6)
    bullets = "".join(
        f'<text:list-level-style-bullet text:level="{n}" text:bullet-char="•"/>' for n in levels
    )
    numbers = "".join(
        f'<text:list-level-style-number text:level="{n}" style:num-format="1"/>' for n in levels
    )
    styles = (
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
        '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="T2" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>'
        '<style:style style:name="T3" style:family="text"><style:text-properties fo:font-style="italic" fo:font-weight="bold"/></style:style>'
        f'<text:list-style style:name="L1">{bullets}</text:list-style><text:list-style style:name="L2">{numbers}</text:list-style>'
    )
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{changes}{''.join(body)}</office:text></office:body></office:document-content>"
    )
    files = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    return packed(files, {"Pictures/1.png": png()})


def _owords(what, notes):
    if isinstance(what, str):
        return escape(what).replace("  ", "<text:s/>")
    out = ""
    for part in what:
        if isinstance(part, str):
            out += escape(part)
        elif part[0] == "note":
            notes.append(part[1])
            out += (
                f'<text:note text:note-class="footnote"><text:note-citation>{len(notes)}</text:note-citation>'
                f"<text:note-body><text:p>{escape(part[1])}</text:p></text:note-body></text:note>"
            )
        else:
            style = {"b": "T1", "i": "T2", "bi": "T3", "ab": "T1"}.get(part[0])
            inner = (
                f'<text:span text:style-name="{style}">{escape(part[1])}</text:span>'
                if style
                else escape(part[1])
            )
            is_link = "a" in part[0]
            out += (
                f'<text:a xlink:type="simple" xlink:href="{escape(ADDRESS)}">{inner}</text:a>'
                if is_link
                else inner
            )
    return out


def _olist(items, style, *, top=False):
    out, number = "", 0
    for item in items:
        if isinstance(item, list):
            out = out.removesuffix("</text:list-item>") + _olist(item, style) + "</text:list-item>"
        else:
            number += 1
            out += f"<text:list-item><text:p>{escape(item)}</text:p></text:list-item>"
    return f"<text:list{f' text:style-name={chr(34)}{style}{chr(34)}' if top else ''}>{out}</text:list>"


# Clipboards


def word_html(story):
    """What Word puts on the clipboard."""
    notes, body = [], []
    for kind, what in story:
        if kind == "title":
            body.append(f"<p class=MsoTitle>{_hwords(what, notes, 'word')}<o:p></o:p></p>")
        elif kind[:1] == "h" and kind[1:].isdecimal():
            body.append(f"<h{kind[1]}>{_hwords(what, notes, 'word')}<o:p></o:p></h{kind[1]}>")
        elif kind == "p":
            gone = '<del cite="mailto:A" datetime="2026">Gone words.</del>'
            body.append(f"<p class=MsoNormal>{gone}{_hwords(what, notes, 'word')}<o:p>&nbsp;</o:p></p>")
        elif kind == "quote":
            body.append(f"<blockquote><p class=MsoQuote>{_hwords(what, notes, 'word')}</p></blockquote>")
        elif kind == "table":
            body.append(
                _htable(
                    what,
                    "class=MsoTableGrid border=1 style='border-collapse:collapse'",
                    "<p class=MsoNormal>{}<o:p></o:p></p>",
                )
            )
        elif kind != "picture":
            body += _word_items(what, kind == "ol", 1)
    foot = "".join(
        f"<div style='mso-element:footnote' id=ftn{n}><p class=MsoFootnoteText><a style='mso-footnote-id:ftn{n}' href=\"#_ftnref{n}\""
        f' name="_ftn{n}" title=""><span class=MsoFootnoteReference><![if !supportFootnotes]>[{n}]<![endif]></span></a> {escape(note)}</p></div>'
        for n, note in enumerate(notes, 1)
    )
    foot = (
        f"<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width=\"33%\"><![endif]>{foot}</div>"
        if foot
        else ""
    )
    return (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head>'
        '<meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm;} --></style>'
        "<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head>"
        f"<body lang=EN-GB><!--StartFragment-->{''.join(body)}{foot}<!--EndFragment--></body></html>"
    )


def _word_items(items, ordered, level):
    out, number = [], 0
    for item in items:
        if isinstance(item, list):
            out += _word_items(item, ordered, level + 1)
            continue
        number += 1
        mark = f"{number}." if ordered else "\u00b7"
        out.append(
            f"<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level{level} lfo1'><![if !supportLists]>"
            f"<span style='font-family:Symbol'><span style='mso-list:Ignore'>{mark}<span style='font:7.0pt \"Times New Roman\"'>"
            f"&nbsp;&nbsp; </span></span></span><![endif]>{escape(item)}<o:p></o:p></p>"
        )
    return out


def google_html(story):
    """What Google Docs puts on the clipboard."""
    notes, body = [], []
    for kind, what in story:
        if kind[:1] == "h" and kind[1:].isdecimal():
            body.append(
                f'<h{kind[1]} dir="ltr"><span style="font-weight:400;font-size:20pt">{_hwords(what, notes, "google")}</span></h{kind[1]}>'
            )
        elif kind in ("p", "title"):
            body.append(f'<p dir="ltr">{_hwords(what, notes, "google")}</p>')
        elif kind == "quote":
            body.append(f'<blockquote><p dir="ltr">{_hwords(what, notes, "google")}</p></blockquote>')
        elif kind == "table":
            body.append(f'<div dir="ltr">{_htable(what, "", "<p dir=ltr><span>{}</span></p>")}</div>')
        elif kind != "picture":
            body.append(_google_items(what, "ol" if kind == "ol" else "ul", 1))
    return f'<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1234">{"".join(body)}</b>'


def _google_items(items, tag, level):
    out = ""
    for item in items:
        if isinstance(item, list):
            out += _google_items(item, tag, level + 1)  # beside the item, not in it
        else:
            out += f'<li dir="ltr" aria-level="{level}"><p dir="ltr" role="presentation"><span>{escape(item)}</span></p></li>'
    return f"<{tag}>{out}</{tag}>"


def outlook_html(story):
    """What Outlook on the web puts on the clipboard: divs, and a table for the page."""
    notes, body = [], []
    for kind, what in story:
        if kind[:1] == "h" and kind[1:].isdecimal():
            body.append(
                f'<h{kind[1]} style="color:black"><span>{_hwords(what, notes, "outlook")}</span></h{kind[1]}>'
            )
        elif kind in ("p", "title"):
            body.append(
                f'<div class="elementToProof" style="font-family:Aptos">{_hwords(what, notes, "outlook")}</div><div><br></div>'
            )
        elif kind == "quote":
            body.append(f'<blockquote itemscope=""><div>{_hwords(what, notes, "outlook")}</div></blockquote>')
        elif kind == "table":
            body.append(_htable(what, 'border="1"', "<div>{}</div>"))
        elif kind != "picture":
            body.append(_html_items(what, "ol" if kind == "ol" else "ul"))
    inside = "".join(body)
    if "<table" not in inside:
        inside = f'<table role="presentation"><tbody><tr><td>{inside}</td></tr></tbody></table>'
    return f'<html><body><div style="display:none">Preview words</div>{inside}</body></html>'


def _html_items(items, tag):
    out = ""
    for item in items:
        if isinstance(item, list):
            out = out.removesuffix("</li>") + _html_items(item, tag) + "</li>"
        else:
            out += f"<li><div>{escape(item)}</div></li>"
    return f"<{tag}>{out}</{tag}>"


def _htable(rows, attributes, cell):
    body = "".join(
        "<tr>" + "".join(f"<td>{cell.format(escape(c))}</td>" for c in row) + "</tr>" for row in rows
    )
    return f"<table {attributes}><tbody>{body}</tbody></table>"


def _hwords(what, notes, kind):
    if isinstance(what, str):
        return escape(what)
    out = ""
    for part in what:
        if isinstance(part, str):
            out += escape(part)
        elif part[0] == "note":
            notes.append(part[1])
            n = len(notes)
            out += (
                f'<a style=\'mso-footnote-id:ftn{n}\' href="#_ftn{n}" name="_ftnref{n}" title=""><span class=MsoFootnoteReference>'
                f"<![if !supportFootnotes]><span>[{n}]</span><![endif]></span></a>"
                if kind == "word"
                else ""
            )
        else:
            bold, italic = "b" in part[0], "i" in part[0]
            words = escape(part[1])
            if kind == "word":
                words = f"<b style='mso-bidi-font-weight:normal'>{words}</b>" if bold else words
                words = f"<i>{words}</i>" if italic else words
            else:
                words = f'<span style="font-weight:{700 if bold else 400};font-style:{"italic" if italic else "normal"}">{words}</span>'
            address = {
                "google": f"https://www.google.com/url?q={ADDRESS.replace('?', '%3F').replace('&', '%26').replace('=', '%3D')}&amp;sa=D",
                "outlook": "https://eur01.safelinks.protection.outlook.com/?url="
                + ADDRESS.replace(":", "%3A")
                .replace("/", "%2F")
                .replace("?", "%3F")
                .replace("&", "%26")
                .replace("=", "%3D")
                + "&amp;data=05",
            }.get(kind, escape(ADDRESS))
            out += f'<a href="{address}">{words}</a>' if "a" in part[0] else words
    return out


def packed(files, more=None):
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(
                name, content if name == "mimetype" else f'<?xml version="1.0" encoding="UTF-8"?>{content}'
            )
        for name, content in (more or {}).items():
            archive.writestr(name, content)
    return out.getvalue()


def png():
    return picture_file().read()
