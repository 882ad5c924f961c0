"""What changed between two revisions: field by field, the text by paragraphs and their words."""

from posts.differences import Change, compare_fields
from posts.models import Kind, Revision


def compare(before: Revision, after: Revision) -> list[Change]:
    """Return every field that differs between the revisions."""
    return compare_fields(_fields(before), _fields(after))


def _fields(revision: Revision) -> dict[str, str]:
    return {
        "Title": revision.title,
        "Summary": revision.summary,
        "Kind": Kind(revision.kind).label,
        "What changed, for readers": revision.note,
        "Written with": ", ".join(revision.partners),
        "Tags": ", ".join(revision.tags),
        "Byline": "; ".join(f"{line['name']}, {line['role']}" for line in revision.byline),
        "Links": "\n".join(revision.links),
        "Pictures": "\n".join(f"{image['alt']} ({image['digest'][:8]})" for image in revision.images),
        "Text": revision.source,
    }
