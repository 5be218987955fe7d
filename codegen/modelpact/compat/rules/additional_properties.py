"""Properties that an object does not declare."""

from __future__ import annotations

from collections.abc import Mapping

from modelpact.compat.rules.model import Case, Example, Rule

__all__ = ["RULE"]


def _message(case: Case) -> str | None:
    if case.change.keyword not in {"additionalProperties", "unevaluatedProperties"}:
        return None
    whole = case.whole("the object")
    if isinstance(case.read, Mapping):
        return case.say(
            f"{whole} no longer allows every value in other properties, such as"
            f" `{case.change.name}`: {case.changed()}",
            f"{whole} newly allows other values in other properties, such as"
            f" `{case.change.name}`: {case.changed()}",
        )
    return case.say(
        f"{whole} no longer allows other properties, such as `{case.change.name}`",
        f"{whole} newly allows other properties, such as `{case.change.name}`",
    )


RULE = Rule(
    id="additional-properties",
    category="data",
    meaning=(
        "An object that allowed properties which it does not declare forbids or restricts them "
        "now, or the other way round."
    ),
    breaks=(
        "Writers of the one version send properties of their own; readers of the other refuse them."
    ),
    advice="Keep the object open, or close it in the next major version.",
    forward_advice=(
        "Let readers ignore other properties first; write them from the next major version on."
    ),
    example=Example(
        old={"type": "object", "additionalProperties": {"type": "string"}},
        new={"type": "object", "additionalProperties": False},
        witness={"name": "text"},
    ),
    message=_message,
)
