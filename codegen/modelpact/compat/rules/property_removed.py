"""A property that a closed object no longer has."""

from __future__ import annotations

from modelpact.compat.rules.model import Case, Example, Rule

__all__ = ["RULE"]


def _message(case: Case) -> str | None:
    if case.change.keyword != "properties":
        return None
    return case.say(
        f"{case.subject} was removed, and the object allows no other properties",
        f"{case.subject} was added, and the old object allows no other properties",
    )


RULE = Rule(
    id="property-removed",
    category="data",
    meaning=(
        "A closed object no longer declares a property, or newly declares one that readers of the"
        " old version do not know."
    ),
    breaks=(
        "Writers of the one version send the property; readers of the other allow no properties "
        "that they do not declare."
    ),
    advice=(
        "Deprecate the property first and remove it in the next major version, or stop forbidding"
        " other properties."
    ),
    forward_advice=(
        "Let readers ignore properties that they do not know first; write the new one from the "
        "next major version on."
    ),
    example=Example(
        old={
            "type": "object",
            "properties": {"id": {"type": "string"}, "fax": {"type": "string"}},
            "additionalProperties": False,
        },
        new={
            "type": "object",
            "properties": {"id": {"type": "string"}},
            "additionalProperties": False,
        },
        witness={"fax": "text"},
    ),
    message=_message,
)
