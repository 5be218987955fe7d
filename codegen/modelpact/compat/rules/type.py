"""The type of a value."""

from __future__ import annotations

from typing import Final

from modelpact.compat.changes import Absent, Presence
from modelpact.compat.rules.model import Case, Example, Rule
from modelpact.compat.witness.relax import type_name

__all__ = ["RULE"]


def _message(case: Case) -> str | None:
    keyword = case.change.keyword
    if keyword not in {"type", "$ref"} and not (keyword in _UNIONS and _is_one_type(case)):
        return None
    kind = type_name(case.refused) if not isinstance(case.refused, Absent) else "value"
    forward = f"{case.subject} can newly be {_article(kind)}"
    if isinstance(case.read, str) and isinstance(case.written, str):
        forward = f"{case.subject} is {_article(case.written)} now, and was {_article(case.read)}"
    return case.say(f"{case.subject} no longer accepts {_article(kind)}", forward)


_UNIONS: Final = frozenset({"anyOf", "oneOf"})


def _is_one_type(case: Case) -> bool:
    """Whether each side has one type, or null: then no union has lost a member."""
    return _members(case.read) == 1 and _members(case.written) <= 1


def _members(union: Presence) -> int:
    """How many members a union has besides null; none where it is no union."""
    return sum(member != {"type": "null"} for member in union) if isinstance(union, list) else 0


def _article(kind: str) -> str:
    if kind == "null":
        return "null"
    return f"an {kind}" if kind[0] in "aio" else f"a {kind}"


RULE = Rule(
    id="type",
    category="data",
    meaning="A value of a type that one version writes is of no type that the other reads.",
    breaks="Readers refuse the payload, and typed SDKs cannot hold the value.",
    advice=(
        "Add a property with the new type beside the old one, or accept both types for a while."
    ),
    forward_advice="Keep the type, and add a property of the new type beside it.",
    example=Example(
        old={"type": "object", "properties": {"age": {"type": "string"}}},
        new={"type": "object", "properties": {"age": {"type": "integer"}}},
        witness={"age": "text"},
    ),
    message=_message,
)
