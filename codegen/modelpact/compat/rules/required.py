"""A property that must be there."""

from __future__ import annotations

from modelpact.compat.changes import Absent
from modelpact.compat.rules.model import Case, Example, Rule

__all__ = ["RULE"]


def _message(case: Case) -> str | None:
    if case.change.keyword != "required":
        return None
    if isinstance(case.written, Absent):
        return f"{case.subject} is gone, and was required"
    return case.say(f"{case.subject} became required", f"{case.subject} is no longer required")


RULE = Rule(
    id="required",
    category="data",
    meaning="A property that could be left out must be there now, or the other way round.",
    breaks=(
        "Writers of the one version leave the property out; readers of the other refuse the "
        "payload."
    ),
    advice=(
        "Keep the property optional and let readers fill in a default; make it required in the "
        "next major version."
    ),
    forward_advice=(
        "Keep writing the property until the next major version; let readers do without it first."
    ),
    example=Example(
        old={
            "type": "object",
            "properties": {"id": {"type": "string"}, "zip": {"type": "string"}},
        },
        new={
            "type": "object",
            "properties": {"id": {"type": "string"}, "zip": {"type": "string"}},
            "required": ["zip"],
        },
        witness={},
    ),
    message=_message,
)
