"""A property that has another name."""

from __future__ import annotations

from modelpact.compat.consumers.facts import Difference, PropertyGone
from modelpact.compat.consumers.model import Consequence, SdkExample, SdkRule, left_behind, shown
from modelpact.compat.consumers.programs import reads

__all__ = ["RULE"]


def _judge(difference: Difference) -> Consequence | None:
    if not isinstance(difference, PropertyGone) or difference.renamed is None:
        return None
    before, now = difference.property.name, difference.renamed.name
    said = f"looks renamed to `{now}` (guessed)" if difference.guessed else f"is called `{now}` now"
    message = f"`{before}` of {shown(difference.before)} {said}{left_behind(difference.after)}"
    return Consequence(message, reads(difference.before, difference.property))


RULE = SdkRule(
    id="sdk-property-renamed",
    meaning="A property that programs use has another name in the type.",
    breaks="Whoever uses it by its old name cannot compile.",
    advice="Add the new property and keep the old one, deprecated, until the next major version.",
    example=SdkExample(
        old={
            "$defs": {
                "User": {
                    "type": "object",
                    "properties": {"id": {"type": "integer"}, "mail": {"type": "string"}},
                    "required": ["id", "mail"],
                }
            }
        },
        new={
            "$defs": {
                "User": {
                    "type": "object",
                    "properties": {
                        "id": {"type": "integer"},
                        "email": {"type": "string", "x-modelpact": {"renamedFrom": ["mail"]}},
                    },
                    "required": ["id", "email"],
                }
            }
        },
    ),
    judge=_judge,
)
