"""Properties that need each other."""

from __future__ import annotations

from modelpact.compat.rules.model import Case, Example, Rule

__all__ = ["RULE"]


def _message(case: Case) -> str | None:
    if case.change.keyword not in {"dependentRequired", "dependencies", "dependentSchemas"}:
        return None
    whole = f"`{case.change.path}`" if case.change.path else "the object"
    return case.say(
        f"{whole} demands more properties beside those that it has",
        f"{whole} no longer demands other properties beside those that it has",
    )


RULE = Rule(
    id="dependency",
    category="data",
    meaning="A property that stands alone in one version needs others in the other version.",
    breaks="Writers of the one version send it alone; readers of the other refuse the payload.",
    advice="Let readers do without the other properties; demand them in the next major version.",
    forward_advice=(
        "Keep writing the other properties until the next major version; let readers do without "
        "them first."
    ),
    example=Example(
        old={
            "type": "object",
            "properties": {"card": {"type": "string"}, "name": {"type": "string"}},
        },
        new={
            "type": "object",
            "properties": {"card": {"type": "string"}, "name": {"type": "string"}},
            "dependentRequired": {"card": ["name"]},
        },
        witness={"card": "text"},
    ),
    message=_message,
)
