"""Repeated items."""

from __future__ import annotations

from modelpact.compat.rules.model import Case, Example, Rule

__all__ = ["RULE"]


def _message(case: Case) -> str | None:
    if case.change.keyword != "uniqueItems":
        return None
    return case.say(
        f"{case.subject} no longer accepts repeated items",
        f"{case.subject} can newly hold repeated items",
    )


RULE = Rule(
    id="unique-items",
    category="data",
    meaning="An array that could hold an item twice may not now, or the other way round.",
    breaks="Writers of the one version repeat items; readers of the other refuse the array.",
    advice="Drop repeated items on reading instead of refusing them.",
    forward_advice=(
        "Write every item once until the next major version; let readers accept repeated ones "
        "first."
    ),
    example=Example(
        old={
            "type": "object",
            "properties": {"tags": {"type": "array", "items": {"type": "string"}}},
        },
        new={
            "type": "object",
            "properties": {
                "tags": {"type": "array", "items": {"type": "string"}, "uniqueItems": True}
            },
        },
        witness={"tags": ["text", "text"]},
    ),
    message=_message,
)
