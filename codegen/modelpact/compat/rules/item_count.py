"""The number of items in an array."""

from __future__ import annotations

from collections.abc import Mapping

from modelpact.compat.rules.model import Case, Example, Rule

__all__ = ["RULE"]


_KEYWORDS = frozenset({"minItems", "maxItems", "items", "additionalItems", "unevaluatedItems"})


def _message(case: Case) -> str | None:
    if case.change.keyword not in _KEYWORDS:
        return None
    array = case.whole("the array")
    if isinstance(case.read, Mapping):
        return case.say(
            f"{array} no longer accepts every further item: {case.changed()}",
            f"{array} can newly hold other further items: {case.changed()}",
        )
    return case.say(
        f"{array} no longer accepts every number of items: {case.changed()}",
        f"{array} can newly hold other numbers of items: {case.changed()}",
    )


RULE = Rule(
    id="item-count",
    category="data",
    meaning="How many items an array may have, or what may follow those that are told, changed.",
    breaks=(
        "Writers of the one version send arrays that are too short or too long for readers of the"
        " other."
    ),
    advice=(
        "Keep accepting the old bounds until the next major version; have those who send stay "
        "within the new ones first."
    ),
    forward_advice=(
        "Write within the old bounds until the next major version; let readers accept the wider "
        "ones first."
    ),
    example=Example(
        old={
            "type": "object",
            "properties": {"tags": {"type": "array", "items": {"type": "string"}}},
        },
        new={
            "type": "object",
            "properties": {"tags": {"type": "array", "items": {"type": "string"}, "minItems": 1}},
        },
        witness={"tags": []},
    ),
    message=_message,
)
