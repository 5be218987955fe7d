"""A property that must not be there."""

from __future__ import annotations

from modelpact.compat.rules.model import Case, Example, Rule

__all__ = ["RULE"]


def _message(case: Case) -> str | None:
    if case.change.keyword != "false":
        return None
    return case.say(f"{case.subject} is forbidden now", f"{case.subject} is no longer forbidden")


RULE = Rule(
    id="property-forbidden",
    category="data",
    meaning="A property is forbidden now (its schema is `false`), or was.",
    breaks="Writers of the one version send the property; readers of the other refuse it.",
    advice="Ignore the property on reading; forbid it in the next major version.",
    forward_advice=(
        "Let readers ignore the property first; write it from the next major version on."
    ),
    example=Example(
        old={"type": "object", "properties": {"fax": {"type": "string"}}},
        new={"type": "object", "properties": {"fax": False}},
        witness={"fax": "text"},
    ),
    message=_message,
)
