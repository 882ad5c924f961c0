"""What authors stated that a signatory must look at."""

from moderation.checks import stated
from moderation.models import Attestation


def attested(**said):
    return Attestation(**{"ai_use": "none", "new_policy": False, "unreleased_statistics": False, **said})


def test_nothing_to_look_at_is_nothing_said():
    assert stated([attested(), attested()]) == []


def test_what_one_author_stated_is_said():
    for said, words in [("new_policy", "new policy"), ("unreleased_statistics", "unreleased statistics")]:
        (text,) = stated([attested(), attested(**{said: True})])
        assert words in text
