"""Checks of a text, shown to its writer beside it and to its signatories. They advise; none of them refuses.

`check` looks at the words alone. `posts.checking.platform` adds what only the database knows, and
`posts.checking.dismissing` what people have said is right as it is.
"""

from posts.checking import links, people, plain, structure, style
from posts.checking.findings import FIELDS, Finding, Rule, Text

__all__ = ["RULES", "Finding", "Rule", "Text", "check"]

RULES: dict[str, Rule] = {
    rule.key: rule for rule in [*structure.RULES, *people.RULES, *links.RULES, *plain.RULES, *style.RULES]
}
"""Every rule by its key, in the order in which findings are shown."""

AT_MOST = 100  # findings of one rule: nobody reads more


def check(text: Text) -> list[Finding]:
    """Return what there is to look at, rule by rule and within each from the title to the end of the text."""
    passages = text.passages()
    found: list[Finding] = []
    for rule in RULES.values():
        of_rule = []
        for finding in rule.check(passages):
            of_rule.append(finding)
            if len(of_rule) == AT_MOST:
                break
        found += sorted(of_rule, key=lambda finding: (FIELDS.index(finding.field), finding.start))
    return found
