"""Null as a value."""

from __future__ import annotations

from modelpact.compat.rules.model import Case, Example, Rule

__all__ = ["RULE"]


_KEYWORDS = frozenset({"type", "$ref", "anyOf", "oneOf", "enum", "const"})


def _message(case: Case) -> str | None:
    if case.refused is not None or case.change.keyword not in _KEYWORDS:
        return None
    return case.say(f"{case.subject} can no longer be null", f"{case.subject} can newly be null")


RULE = Rule(
    id="nullability",
    category="data",
    meaning="A value that could be null may not be null now, or the other way round.",
    breaks="Writers of the one version send null; readers of the other refuse it.",
    advice=(
        "Keep accepting null and treat it like an absent property; refuse it in the next major "
        "version."
    ),
    forward_advice="Write no null until the next major version; let readers accept it first.",
    example=Example(
        old={"type": "object", "properties": {"nick": {"type": ["string", "null"]}}},
        new={"type": "object", "properties": {"nick": {"type": "string"}}},
        witness={"nick": None},
    ),
    message=_message,
)
