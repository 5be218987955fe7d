"""A property of another type."""

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
    if not old or not new or {*old} == {*new}:
        return None
    prop, uses = difference.old, uses_of(difference.before)
    given, names = " | ".join(old), names_in(difference.old.type)
    message = f"`{prop.name}` of {shown(difference.before)} was {given} and is {' | '.join(new)}"
    if "reads" in uses and not fits(new, old):
        wanted = f"{given} | undefined"
        return Consequence(message, takes_as(difference.before, prop, wanted, names))
    if "writes" in uses and not fits(old, new):
        return Consequence(message, gives(difference.before, prop, given, names))
    return None


RULE = SdkRule(
    id="sdk-property-type",
    meaning="A property has another type.",
    breaks="Programs that read it as what it was, or write what it was, cannot compile.",
    advice=(
        "Add a property of the new type and keep the old one, deprecated, until the next major "
        "version."
    ),
    example=SdkExample(
        old={
            "$defs": {
                "User": {
                    "type": "object",
                    "properties": {"age": {"type": "integer"}},
                    "required": ["age"],
                }
            }
        },
        new={
            "$defs": {
                "User": {
                    "type": "object",
                    "properties": {"age": {"type": "string"}},
                    "required": ["age"],
                }
            }
        },
    ),
    judge=_judge,
)
