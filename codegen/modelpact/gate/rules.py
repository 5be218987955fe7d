"""The ids of all rules whose findings a project may decide about."""

from __future__ import annotations

import difflib
from typing import Final

from modelpact.compat.consumers.rules import sdk_rules
from modelpact.compat.findings import UNDECIDED
from modelpact.compat.rules import UNCLASSIFIED, all_rules
from modelpact.errors import ErrorGroup, Fault
from modelpact.gate.severities import Severities, matches
from modelpact.gate.waivers import EXPIRED, UNUSED

__all__ = ["check_rules", "comparing_rules", "known_rules"]


def comparing_rules() -> frozenset[str]:
    """The rules that a comparison of two versions asks."""
    data = {rule.id for rule in all_rules()}
    sdk = {rule.id for rule in sdk_rules()}
    return frozenset(data | sdk | {UNCLASSIFIED, UNDECIDED})


def known_rules() -> frozenset[str]:
    """All rules of all kinds."""
    return comparing_rules() | {EXPIRED, UNUSED}


def check_rules(severities: Severities, where: str) -> None:
    """See that severities are of rules that there are.

    Args:
        severities: As a project has settled them.
        where: The place of the settings, for messages.

    Raises:
        ErrorGroup: Every rule that there is not.

    """
    known = sorted(known_rules())
    unknown = [("severity", rule) for rule in severities.by_rule if rule not in known]
    unknown += [
        ("paths", place.rule)
        for place in severities.by_place
        if not any(matches(place.rule, rule) for rule in known)
    ]
    if unknown:
        raise ErrorGroup(
            Fault(f"there is no rule {rule!r}", f"{where}.{key}", _advice(rule, known), _BAD)
            for key, rule in unknown
        )


_BAD: Final = "bad-setting"
_ALL: Final = "All rules are in the page of the rules."


def _advice(name: str, known: list[str]) -> str:
    close = difflib.get_close_matches(name, known, n=1)
    return f"Did you mean {close[0]!r}?" if close else _ALL
