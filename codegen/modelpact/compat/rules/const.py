"""The one value."""

from __future__ import annotations

from modelpact.compat.changes import show
from modelpact.compat.rules.model import Case, Example, Rule

__all__ = ["RULE"]


def _message(case: Case) -> str | None:
    if case.change.keyword != "const":
        return None
    return case.say(
        f"{case.subject} must be {show(case.read)} now",
        f"{case.subject} had to be {show(case.read)} and may be {show(case.refused)} now",
    )


RULE = Rule(
    id="const",
    category="data",
    meaning="A value is pinned to one constant, or to another one than before.",
    breaks="Writers of the one version send another value; readers of the other refuse it.",
    advice="Accept the old value beside the new one until the next major version.",
    forward_advice=(
        "Write the old value until the next major version; let readers accept the new one "
        "beside it first."
    ),
    example=Example(
        old={"type": "object", "properties": {"kind": {"const": "a"}}},
        new={"type": "object", "properties": {"kind": {"const": "b"}}},
        witness={"kind": "a"},
    ),
    message=_message,
)
