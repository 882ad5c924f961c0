"""What sign-off adds to the page of a post."""

from django import template

from moderation.models import Attestation
from posts.models import Revision

register = template.Library()

# What an author declared, as readers are told it: the most that any of them did.
FOR_READERS = {
    Attestation.AIUse.DRAFT: "Generative AI wrote a first draft, which the author then rewrote.",
    Attestation.AIUse.HELP: "Generative AI helped with research, structure or wording.",
}


@register.simple_tag
def ai_use_of(revision: Revision | str) -> str:
    """What its authors declared of generative AI when they attested to a text, or nothing. One query."""
    if not isinstance(revision, Revision):  # a draft: nobody has attested to it yet
        return ""
    declared = set(Attestation.objects.filter(revision=revision).values_list("ai_use", flat=True))
    return next((told for use, told in FOR_READERS.items() if use in declared), "")
