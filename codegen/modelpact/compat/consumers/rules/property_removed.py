"""A property that is gone."""

from __future__ import annotations

from modelpact.compat.consumers.facts import Difference, PropertyGone
from modelpact.compat.consumers.model import Consequence, SdkExample, SdkRule, left_behind, shown
from modelpact.compat.consumers.programs import reads

__all__ = ["RULE"]


def _judge(difference: Difference) -> Consequence | None:
    if not isinstance(difference, PropertyGone) or difference.renamed is not None:
        return None
    message = f"{shown(difference.before)} has no property `{difference.property.name}` any more"
    message += left_behind(difference.after)
    return Consequence(message, reads(difference.before, difference.property))


RULE = SdkRule(
    id="sdk-property-removed",
    meaning="A property that programs use is not in the type any more.",
    breaks="Whoever reads or writes it cannot compile.",
    advice="Keep the property and mark it deprecated; remove it in the next major version.",
    example=SdkExample(
        old={
            "$defs": {
                "User": {
                    "type": "object",
                    "properties": {"id": {"type": "integer"}, "nickname": {"type": "string"}},
                    "required": ["id"],
                }
            }
        },
        new={
            "$defs": {
                "User": {
                    "type": "object",
                    "properties": {"id": {"type": "integer"}},
                    "required": ["id"],
                }
            }
        },
    ),
    judge=_judge,
)
