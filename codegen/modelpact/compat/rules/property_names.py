"""The names of properties."""

from __future__ import annotations

from modelpact.compat.rules.model import Case, Example, Rule

__all__ = ["RULE"]


def _message(case: Case) -> str | None:
    if case.change.keyword != "propertyNames":
        return None
    return case.say(
        f"{case.subject} no longer accepts every name of a property",
        f"{case.subject} can newly have properties of other names",
    )


RULE = Rule(
    id="property-names",
    category="data",
    meaning="The names that an object's properties may have changed.",
    breaks="Writers of the one version use names that readers of the other refuse.",
    advice=(
        "Keep accepting the old names until the next major version; have those who send use the "
        "new ones first."
    ),
    forward_advice=(
        "Write the old names only until the next major version; let readers accept others first."
    ),
    example=Example(
        old={"type": "object", "additionalProperties": {"type": "integer"}},
        new={
            "type": "object",
            "additionalProperties": {"type": "integer"},
            "propertyNames": {"maxLength": 2},
        },
        witness={"name": 0},
    ),
    message=_message,
)
