"""The number of properties of an object."""

from __future__ import annotations

from modelpact.compat.rules.model import Case, Example, Rule

__all__ = ["RULE"]


_KEYWORDS = frozenset({"minProperties", "maxProperties"})


def _message(case: Case) -> str | None:
    if case.change.keyword not in _KEYWORDS:
        return None
    return case.say(
        f"{case.subject} no longer accepts every number of properties: {case.changed()}",
        f"{case.subject} can newly have other numbers of properties: {case.changed()}",
    )


RULE = Rule(
    id="property-count",
    category="data",
    meaning="The least or greatest number of properties changed.",
    breaks=(
        "Writers of the one version send objects with too few or too many properties for readers "
        "of the other."
    ),
    advice=(
        "Keep accepting the old bounds until the next major version; have those who send stay "
        "within the new ones first."
    ),
    forward_advice=(
        "Write within the old bounds until the next major version; let readers accept the wider "
        "ones first."
    ),
    example=Example(
        old={"type": "object", "additionalProperties": {"type": "integer"}},
        new={"type": "object", "additionalProperties": {"type": "integer"}, "minProperties": 1},
        witness={},
    ),
    message=_message,
)
