"""What the rules of a report's findings mean, for formats that carry them along."""

from __future__ import annotations

from dataclasses import dataclass

from modelpact.gate.catalogue import catalogue
from modelpact.gate.report import Found

__all__ = ["RuleWords", "words_of"]


@dataclass(frozen=True, slots=True)
class RuleWords:
    """A rule for people.

    Attributes:
        meaning: One sentence: what changed.
        why: Why it matters, or whom it breaks; may be empty.
        advice: What to do; may be empty.

    """

    meaning: str
    why: str = ""
    advice: str = ""


def words_of(finding: Found) -> RuleWords:
    """What the rule of a finding means; of one that is in no catalogue, its id in words."""
    rule = catalogue().get(finding.rule)
    if rule is not None:
        return RuleWords(rule.meaning, rule.breaks, rule.advice)
    words = finding.rule.replace("-", " ")
    return RuleWords(f"{words[:1].upper()}{words[1:]}.", "", finding.advice)
