"""What a value must not be."""

from __future__ import annotations

from modelpact.compat.changes import show
from modelpact.compat.rules.model import Case, Example, Rule

__all__ = ["RULE"]


def _message(case: Case) -> str | None:
    if case.change.keyword != "not":
        return None
    return case.say(
        f"{case.subject} no longer accepts {show(case.refused)}, which is excluded now",
        f"{case.subject} can newly be {show(case.refused)}, which was excluded",
    )


RULE = Rule(
    id="exclusion",
    category="data",
    meaning="What a value must not be (`not`) changed.",
    breaks="Writers of the one version send values that readers of the other exclude.",
    advice=(
        "Keep accepting such values until the next major version; have those who send stop it "
        "first."
    ),
    forward_advice="Write no such value until the next major version; let readers accept it first.",
    example=Example(
        old={"type": "object", "properties": {"name": {"type": "string"}}},
        new={
            "type": "object",
            "properties": {"name": {"type": "string", "not": {"const": "root"}}},
        },
        witness={"name": "root"},
    ),
    message=_message,
)
