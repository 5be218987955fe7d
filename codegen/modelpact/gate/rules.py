"""The ids of all rules whose findings a project may decide about."""

from __future__ import annotations

from typing import Final

from modelpact.errors import ErrorGroup, Fault
from modelpact.gate.severities import Severities, matches

__all__ = ["check_rules", "comparing_rules", "known_rules", "linting_rules"]


def comparing_rules() -> frozenset[str]:
    """The rules that a comparison of two versions asks."""
    # All rules are many files: they are read where somebody asks for them.
    from modelpact.compat.consumers.rules import sdk_rules
    from modelpact.compat.findings import UNDECIDED
    from modelpact.compat.lives import life_rules
    from modelpact.compat.rules import UNCLASSIFIED, all_rules

    data = {rule.id for rule in all_rules()}
    sdk = {rule.id for rule in sdk_rules()}
    lives = {rule.id for rule in life_rules()}
    return frozenset(data | sdk | lives | {UNCLASSIFIED, UNDECIDED})


def linting_rules() -> frozenset[str]:
    """The rules that look at one version by itself."""
    from modelpact.lint.rules import lint_rules

    return frozenset(rule.id for rule in lint_rules())


def known_rules() -> frozenset[str]:
    """All rules of all kinds."""
    from modelpact.gate.catalogue import catalogue

    return frozenset(catalogue())


def check_rules(severities: Severities, where: str) -> None:
    """See that severities are of rules that there are.

    Args:
        severities: As a project has settled them.
        where: The place of the settings, for messages.

    Raises:
        ErrorGroup: Every rule that there is not.

    """
    named = [("severity", rule) for rule in severities.by_rule]
    named += [("paths", place.rule) for place in severities.by_place if place.rule != "*"]
    if not named:
        return
    known = known_rules()
    unknown = [(key, rule) for key, rule in named if not any(matches(rule, k) for k in known)]
    if unknown:
        raise ErrorGroup(
            Fault(f"there is no rule {rule!r}", f"{where}.{key}", _advice(rule), _BAD)
            for key, rule in unknown
        )


_BAD: Final = "bad-setting"
_ALL: Final = "`modelpact explain --list` has them all."


def _advice(name: str) -> str:
    from modelpact.gate.catalogue import near

    close = near(name)
    return f"Did you mean {close!r}?" if close else _ALL
