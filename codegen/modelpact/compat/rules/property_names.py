"""The names of properties."""

from __future__ import annotations

from modelpact.compat.rules.model import Case, Example, Rule

__all__ = ["RULE"]


def _message(case: Case) -> str | None:
    if case.change.keyword != "propertyNames":
        return None
    return case.say(
        f"{case.subject} no longer accepts every name of a property",
        f"{case.subject} newly accepts other names of properties",
    )


RULE = Rule(
    id="property-names",
    category="data",
    meaning="The names that an object's properties may have changed.",
    breaks="Writers of the one version use names that readers of the other refuse.",
    advice="Keep the wider set of names for readers; narrow what writers send first.",
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
