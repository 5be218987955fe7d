"""The step of a number."""

from __future__ import annotations

from modelpact.compat.changes import show
from modelpact.compat.rules.model import Case, Example, Rule

__all__ = ["RULE"]


def _message(case: Case) -> str | None:
    if case.change.keyword != "multipleOf":
        return None
    return case.say(
        f"{case.subject} no longer accepts {show(case.refused)}: {case.changed()}",
        f"{case.subject} can newly be {show(case.refused)}: {case.changed()}",
    )


RULE = Rule(
    id="multiple-of",
    category="data",
    meaning="The step that a number must be a multiple of changed.",
    breaks="Writers of the one version send numbers between the steps of the other.",
    advice=(
        "Keep accepting the old step until the next major version; have those who send use the "
        "new one first."
    ),
    forward_advice=(
        "Write in the old step until the next major version; let readers accept the finer one "
        "first."
    ),
    example=Example(
        old={"type": "object", "properties": {"price": {"type": "number", "multipleOf": 0.01}}},
        new={"type": "object", "properties": {"price": {"type": "number", "multipleOf": 0.05}}},
        witness={"price": 0.01},
    ),
    message=_message,
)
