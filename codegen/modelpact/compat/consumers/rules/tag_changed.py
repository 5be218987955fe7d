"""The tag of a union's member."""

from __future__ import annotations

from modelpact.compat.consumers.facts import Difference, PropertyChanged
from modelpact.compat.consumers.model import Consequence, SdkExample, SdkRule, shown
from modelpact.compat.consumers.programs import takes_as
from modelpact.compat.consumers.spelling import spelled
from modelpact.graph.nodes import Record

__all__ = ["RULE"]


def _judge(difference: Difference) -> Consequence | None:
    if not isinstance(difference, PropertyChanged) or difference.old is None:
        return None
    body, prop = difference.before.body, difference.old
    if not isinstance(body, Record) or body.tag != prop.name or prop.type == difference.new.type:
        return None
    old, new = spelled(prop.type), spelled(difference.new.type)
    if not old or {*new} <= {*old}:
        return None
    message = (
        f"The tag `{prop.name}` of {shown(difference.before)} was {' or '.join(old)} and is"
        f" {' or '.join(new) or 'another'}"
    )
    return Consequence(message, takes_as(difference.before, prop, " | ".join(old), ()))


RULE = SdkRule(
    id="sdk-tag-changed",
    meaning="The value that tells a union's member from the others is another one.",
    breaks=(
        "Programs that switch on the tag handle a case that does not exist, and not the one "
        "that does."
    ),
    advice="Add a member with the new tag and keep the old one, deprecated.",
    example=SdkExample(
        old={
            "$defs": {
                "Card": {
                    "type": "object",
                    "properties": {"kind": {"const": "card"}},
                    "required": ["kind"],
                },
                "Cash": {
                    "type": "object",
                    "properties": {"kind": {"const": "cash"}},
                    "required": ["kind"],
                },
                "Payment": {"oneOf": [{"$ref": "#/$defs/Card"}, {"$ref": "#/$defs/Cash"}]},
            }
        },
        new={
            "$defs": {
                "Card": {
                    "type": "object",
                    "properties": {"kind": {"const": "credit_card"}},
                    "required": ["kind"],
                },
                "Cash": {
                    "type": "object",
                    "properties": {"kind": {"const": "cash"}},
                    "required": ["kind"],
                },
                "Payment": {"oneOf": [{"$ref": "#/$defs/Card"}, {"$ref": "#/$defs/Cash"}]},
            }
        },
    ),
    judge=_judge,
)
