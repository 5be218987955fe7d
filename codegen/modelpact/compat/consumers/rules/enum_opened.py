"""An enumeration that is open now."""

from __future__ import annotations

from modelpact.compat.consumers.facts import Difference, EnumerationChanged
from modelpact.compat.consumers.model import Consequence, SdkExample, SdkRule, shown, uses_of
from modelpact.compat.consumers.programs import imports, module
from modelpact.compat.consumers.spelling import spelled
from modelpact.emit.naming import type_name
from modelpact.graph.nodes import Enumeration, LiteralType

__all__ = ["RULE"]


def _judge(difference: Difference) -> Consequence | None:
    if not isinstance(difference, EnumerationChanged):
        return None
    name, uses = type_name(difference.before.name), uses_of(difference.before)
    body = difference.before.body
    if not isinstance(body, Enumeration):
        return None
    known = spelled(LiteralType(tuple(member.value for member in body.members)))
    if difference.opened and "reads" in uses and all(known):
        line = f"export const known = (value: {name}): {' | '.join(known)} => value;"
        message = f"{shown(difference.before)} may hold values that are not listed now"
        return Consequence(message, module(imports([name]), line))
    if not difference.opened and "writes" in uses:
        line = f"export const write = (value: string): {name} => value;"
        message = f"{shown(difference.before)} may hold no values but those that are listed now"
        return Consequence(message, module(imports([name]), line))
    return None


RULE = SdkRule(
    id="sdk-enum-opened",
    meaning=(
        "An enumeration that was closed is open for values it does not list, or the other way "
        "round."
    ),
    breaks="Programs that handle the listed values only, or that write others, cannot compile.",
    advice="Decide when the enumeration is new: one that will grow is Extensible from the start.",
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
                "Plan": {
                    "anyOf": [{"enum": ["free", "pro"]}, {"type": "string"}],
                    "x-modelpact": {"extensible": True},
                },
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
