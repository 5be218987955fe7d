"""How much a finding weighs: by rule, and by place, as the project has settled it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, TypeAlias

from modelpact.gate.report import Found, Severity

__all__ = ["Severities", "SeverityAt", "Weight", "matches"]

Weight: TypeAlias = Severity | Literal["off"]
"""``off``: not even said."""


@dataclass(frozen=True, slots=True)
class SeverityAt:
    """What findings weigh at some places.

    Attributes:
        document: A glob pattern over documents' files.
        path: A glob pattern over paths in values: ``address.*``.
        rule: A glob pattern over rules.
        weight: Their weight.

    """

    weight: Weight
    document: str = "*"
    path: str = "*"
    rule: str = "*"

    def applies(self, finding: Found) -> bool:
        """Whether a finding is at one of the places."""
        return (
            matches(self.document, finding.document)
            and matches(self.path, finding.path)
            and matches(self.rule, finding.rule)
        )


def matches(glob: str, text: str) -> bool:
    """Whether a text is of a pattern: ``*`` stands for any characters, ``?`` for one.

    Nothing else is special: paths of lists have brackets.
    """
    return _pattern(glob).fullmatch(text) is not None


@lru_cache(maxsize=512)
def _pattern(glob: str) -> re.Pattern[str]:
    parts = {"*": ".*", "?": "."}
    return re.compile("".join(parts.get(c) or re.escape(c) for c in glob), re.DOTALL)


@dataclass(frozen=True, slots=True)
class Severities:
    """A project's settlement.

    Attributes:
        by_rule: By the rule's id.
        by_place: The last that applies wins, and any of them over ``by_rule``.

    """

    by_rule: Mapping[str, Weight] = field(default_factory=dict)
    by_place: tuple[SeverityAt, ...] = ()

    def of(self, finding: Found, default: Weight) -> Weight:
        """What a finding weighs.

        Args:
            finding: The finding.
            default: What it weighs where nothing is settled.

        """
        for place in reversed(self.by_place):
            if place.applies(finding):
                return place.weight
        return self.by_rule.get(finding.rule, default)
