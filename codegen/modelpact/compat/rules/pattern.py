"""The pattern of a string."""

from __future__ import annotations

from modelpact.compat.changes import show
from modelpact.compat.rules.model import Case, Example, Rule

__all__ = ["RULE"]


def _message(case: Case) -> str | None:
    if case.change.keyword != "pattern":
        return None
    return case.say(
        f"{case.subject} no longer accepts {show(case.refused)}: {case.changed()}",
        f"{case.subject} can newly be {show(case.refused)}: {case.changed()}",
    )


RULE = Rule(
    id="pattern",
    category="data",
    meaning="The pattern that a string must match changed.",
    breaks="Writers of the one version send strings that do not match the pattern of the other.",
    advice=(
        "Keep accepting what the old pattern matches until the next major version; have those "
        "who send follow the new one first."
    ),
    forward_advice=(
        "Write what the old pattern matches until the next major version; let readers accept "
        "the rest first."
    ),
    example=Example(
        old={
            "type": "object",
            "properties": {"slug": {"type": "string", "pattern": "^[a-z0-9]{1,4}$"}},
        },
        new={
            "type": "object",
            "properties": {"slug": {"type": "string", "pattern": "^[a-z]{1,4}$"}},
        },
        witness={"slug": "0"},
    ),
    message=_message,
)
