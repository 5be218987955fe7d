"""The format of a string."""

from __future__ import annotations

from modelpact.compat.changes import show
from modelpact.compat.rules.model import Case, Example, Rule

__all__ = ["RULE"]


def _message(case: Case) -> str | None:
    if case.change.keyword != "format":
        return None
    return case.say(
        f"{case.subject} no longer accepts {show(case.refused)}: {case.changed()}",
        f"{case.subject} can newly be {show(case.refused)}: {case.changed()}",
    )


RULE = Rule(
    id="format",
    category="data",
    meaning="The format that a string must have changed.",
    breaks=(
        "Writers of the one version send strings that are not of the format of the other. Where "
        "formats only describe, nothing breaks."
    ),
    advice="Accept both formats for a while, or add a property of the new format.",
    forward_advice="Keep writing the old format, or add a property of the new one beside it.",
    example=Example(
        old={"type": "object", "properties": {"at": {"type": "string"}}},
        new={"type": "object", "properties": {"at": {"type": "string", "format": "date"}}},
        witness={"at": "a"},
    ),
    message=_message,
)
