"""What the rules of a report's findings mean, for formats that carry them along."""

from __future__ import annotations

from modelpact.gate.catalogue import Explanation, catalogue
from modelpact.gate.report import Found

__all__ = ["explanation_of"]


def explanation_of(finding: Found) -> Explanation:
    """The rule of a finding; one that is in no catalogue is told by its id and what it advises."""
    known = catalogue().get(finding.rule)
    if known is not None:
        return known
    words = finding.rule.replace("-", " ")
    meaning = f"{words[:1].upper()}{words[1:]}."
    return Explanation(finding.rule, finding.category, meaning, advice=finding.advice)
