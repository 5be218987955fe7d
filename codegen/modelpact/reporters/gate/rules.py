"""What the rules of a report's findings mean, for formats that carry them along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from modelpact.gate.report import Found

if TYPE_CHECKING:
    from modelpact.compat.consumers.model import SdkRule
    from modelpact.compat.rules import Rule

__all__ = ["RuleWords", "words_of"]

_OTHERS: Final = {
    "unclassified": "A payload is refused by a change that no rule has a name for.",
    "undecided": "It could neither be proved that a change is safe nor that it breaks.",
}


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
    """What the rule of a finding means; of one that has no file of its own, its id in words."""
    rule = _catalogue().get(finding.rule)
    if rule is not None:
        return RuleWords(rule.meaning, rule.breaks, rule.advice)
    words = finding.rule.replace("-", " ")
    meaning = _OTHERS.get(finding.rule, f"{words[:1].upper()}{words[1:]}.")
    return RuleWords(meaning, "", finding.advice)


@cache
def _catalogue() -> Mapping[str, Rule | SdkRule]:
    from modelpact.compat.consumers.rules import sdk_rules
    from modelpact.compat.rules import all_rules

    catalogue: dict[str, Rule | SdkRule] = {rule.id: rule for rule in all_rules()}
    return catalogue | {rule.id: rule for rule in sdk_rules()}
