"""A property that has to be there now."""

from __future__ import annotations

from modelpact.compat.consumers.facts import Difference, PropertyChanged
from modelpact.compat.consumers.model import Consequence, SdkExample, SdkRule, shown, uses_of
from modelpact.compat.consumers.programs import leaves_out

__all__ = ["RULE"]


def _judge(difference: Difference) -> Consequence | None:
    if not isinstance(difference, PropertyChanged) or not difference.new.required:
        return None
    if difference.old is not None and difference.old.required:
        return None
    if "writes" not in uses_of(difference.before):
        return None
    prop = difference.new
    what = "is new and has to be there" if difference.old is None else "has to be there now"
    message = f"`{prop.name}` of {shown(difference.before)} {what}"
    return Consequence(message, leaves_out(difference.before, prop))


RULE = SdkRule(
    id="sdk-property-required",
    meaning="A property that could be left out, or is new, has to be there now.",
    breaks="Programs that make values without it cannot compile.",
    advice=(
        "Keep it optional and let the reader fill in a default; require it in the next major "
        "version."
    ),
    example=SdkExample(
        old={
            "$defs": {
                "CreateUser": {
                    "type": "object",
                    "properties": {"id": {"type": "integer"}, "name": {"type": "string"}},
                    "required": ["id"],
                    "x-modelpact": {"role": "command"},
                }
            }
        },
        new={
            "$defs": {
                "CreateUser": {
                    "type": "object",
                    "properties": {"id": {"type": "integer"}, "name": {"type": "string"}},
                    "required": ["id", "name"],
                    "x-modelpact": {"role": "command"},
                }
            }
        },
    ),
    judge=_judge,
)
