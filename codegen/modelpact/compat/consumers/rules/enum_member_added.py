"""A member that exhaustive programs do not know."""

from __future__ import annotations

from modelpact.compat.consumers.facts import Difference, MemberNew
from modelpact.compat.consumers.model import Consequence, SdkExample, SdkRule, shown, uses_of
from modelpact.compat.consumers.programs import imports, module
from modelpact.compat.consumers.spelling import spelled
from modelpact.emit.naming import type_name
from modelpact.graph.nodes import Enumeration, LiteralType

__all__ = ["RULE"]


def _judge(difference: Difference) -> Consequence | None:
    if not isinstance(difference, MemberNew) or "reads" not in uses_of(difference.before):
        return None
    before = difference.before.body
    if not isinstance(before, Enumeration) or before.extensible:
        return None
    name = type_name(difference.before.name)
    known = spelled(LiteralType(tuple(member.value for member in before.members)))
    if not all(known):
        return None
    code = module(
        imports([name]), f"export const known = (value: {name}): {' | '.join(known)} => value;"
    )
    shown_member = spelled(LiteralType((difference.member.value,)))[0]
    return Consequence(f"{shown(difference.before)} has a new member, {shown_member}", code)


RULE = SdkRule(
    id="sdk-enum-member-added",
    meaning="A closed enumeration has a member that it had not.",
    breaks=(
        "Programs that handle every member there was, as exhaustive switches do, cannot compile."
    ),
    advice="Mark an enumeration that will grow as Extensible from the start.",
    example=SdkExample(
        old={
            "$defs": {
                "Plan": {"enum": ["free", "pro"]},
                "User": {
                    "type": "object",
                    "properties": {"plan": {"$ref": "#/$defs/Plan"}},
                    "required": ["plan"],
                },
            }
        },
        new={
            "$defs": {
                "Plan": {"enum": ["free", "pro", "team"]},
                "User": {
                    "type": "object",
                    "properties": {"plan": {"$ref": "#/$defs/Plan"}},
                    "required": ["plan"],
                },
            }
        },
    ),
    judge=_judge,
)
