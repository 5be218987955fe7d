"""What an array must contain."""

from __future__ import annotations

from modelpact.compat.rules.model import Case, Example, Rule

__all__ = ["RULE"]


def _message(case: Case) -> str | None:
    if case.change.keyword not in {"contains", "minContains", "maxContains"}:
        return None
    return case.say(
        f"{case.subject} must contain other items now",
        f"{case.subject} no longer has to contain the same items",
    )


RULE = Rule(
    id="contains",
    category="data",
    meaning="What an array must contain, or how often, changed.",
    breaks=("Writers of the one version send arrays without it; readers of the other refuse them."),
    advice="Let readers do without it; demand it in the next major version.",
    forward_advice=(
        "Keep writing such an item until the next major version; let readers do without it first."
    ),
    example=Example(
        old={
            "type": "object",
            "properties": {"tags": {"type": "array", "items": {"type": "string"}}},
        },
        new={
            "type": "object",
            "properties": {
                "tags": {
                    "type": "array",
                    "items": {"type": "string"},
                    "contains": {"const": "main"},
                }
            },
        },
        witness={"tags": []},
    ),
    message=_message,
)
