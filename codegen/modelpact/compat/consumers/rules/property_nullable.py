"""Null, where it was not, or was."""

from __future__ import annotations

from modelpact.compat.consumers.facts import Difference, PropertyChanged
from modelpact.compat.consumers.model import Consequence, SdkExample, SdkRule, shown, uses_of
from modelpact.compat.consumers.programs import gives, takes_as
from modelpact.compat.consumers.spelling import fits, names_in, spelled

__all__ = ["RULE"]


def _judge(difference: Difference) -> Consequence | None:
    if not isinstance(difference, PropertyChanged) or difference.old is None:
        return None
    old, new = spelled(difference.old.type), spelled(difference.new.type)
    if not old or {*old} ^ {*new} != {"null"} or not fits(old, (*new, "null")):
        return None
    prop, uses = difference.old, uses_of(difference.before)
    name = f"`{prop.name}` of {shown(difference.before)}"
    names = names_in(difference.old.type)
    if "null" in new and "reads" in uses:
        code = takes_as(difference.before, prop, " | ".join((*old, "undefined")), names)
        return Consequence(f"{name} may be null now", code)
    if "null" in old and "writes" in uses:
        code = gives(difference.before, prop, "null", ())
        return Consequence(f"{name} may be null no more", code)
    return None


RULE = SdkRule(
    id="sdk-property-nullable",
    meaning="A property may be null now, or may be null no more.",
    breaks="Programs that read it without looking for null, or that write null, cannot compile.",
    advice=(
        "Absent and null are two things: choose one when the property is new, and keep it until "
        "the next major version."
    ),
    example=SdkExample(
        old={
            "$defs": {
                "User": {
                    "type": "object",
                    "properties": {"name": {"type": "string"}},
                    "required": ["name"],
                    "x-modelpact": {"role": "view"},
                }
            }
        },
        new={
            "$defs": {
                "User": {
                    "type": "object",
                    "properties": {"name": {"anyOf": [{"type": "string"}, {"type": "null"}]}},
                    "required": ["name"],
                    "x-modelpact": {"role": "view"},
                }
            }
        },
    ),
    judge=_judge,
)
