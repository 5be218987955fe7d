"""A property that may be absent now."""

from __future__ import annotations

from modelpact.compat.consumers.facts import Difference, PropertyChanged
from modelpact.compat.consumers.model import Consequence, SdkExample, SdkRule, shown, uses_of
from modelpact.compat.consumers.programs import takes_as
from modelpact.compat.consumers.spelling import text
from modelpact.emit.naming import type_name

__all__ = ["RULE"]


def _judge(difference: Difference) -> Consequence | None:
    if not isinstance(difference, PropertyChanged) or difference.old is None:
        return None
    if not difference.old.required or difference.new.required:
        return None
    if "reads" not in uses_of(difference.before):
        return None
    prop = difference.old
    own = f"{type_name(difference.before.name)}[{text(prop.name)}]"
    message = f"`{prop.name}` of {shown(difference.before)} may be absent now"
    return Consequence(message, takes_as(difference.before, prop, f"Exclude<{own}, undefined>", ()))


RULE = SdkRule(
    id="sdk-property-optional",
    meaning="A property that was always there may be absent now.",
    breaks="Programs that read it without looking whether it is there cannot compile.",
    advice=(
        "Keep sending it, with a default where there is nothing to say; make it optional in the "
        "next major version."
    ),
    example=SdkExample(
        old={
            "$defs": {
                "User": {
                    "type": "object",
                    "properties": {"id": {"type": "integer"}, "name": {"type": "string"}},
                    "required": ["id", "name"],
                    "x-modelpact": {"role": "view"},
                }
            }
        },
        new={
            "$defs": {
                "User": {
                    "type": "object",
                    "properties": {"id": {"type": "integer"}, "name": {"type": "string"}},
                    "required": ["id"],
                    "x-modelpact": {"role": "view"},
                }
            }
        },
    ),
    judge=_judge,
)
