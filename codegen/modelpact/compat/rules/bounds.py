"""The range of a number."""

from __future__ import annotations

from modelpact.compat.changes import show
from modelpact.compat.rules.model import Case, Example, Rule

__all__ = ["RULE"]


_KEYWORDS = frozenset({"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"})


def _message(case: Case) -> str | None:
    if case.change.keyword not in _KEYWORDS:
        return None
    return case.say(
        f"{case.subject} no longer accepts {show(case.refused)}: {case.changed()}",
        f"{case.subject} can newly be {show(case.refused)}: {case.changed()}",
    )


RULE = Rule(
    id="bounds",
    category="data",
    meaning="The least or greatest value of a number changed.",
    breaks=(
        "Writers of the one version send numbers that are out of range for readers of the other."
    ),
    advice=(
        "Keep accepting the old range until the next major version; have those who send stay "
        "within the new one first."
    ),
    forward_advice=(
        "Write within the old range until the next major version; let readers accept the wider "
        "one first."
    ),
    example=Example(
        old={"type": "object", "properties": {"age": {"type": "integer", "minimum": 0}}},
        new={"type": "object", "properties": {"age": {"type": "integer", "minimum": 18}}},
        witness={"age": 0},
    ),
    message=_message,
)
