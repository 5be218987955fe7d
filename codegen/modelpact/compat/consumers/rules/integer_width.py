"""Whole numbers that JavaScript cannot hold."""

from __future__ import annotations

from modelpact.compat.consumers.facts import Difference, PropertyChanged
from modelpact.compat.consumers.model import Consequence, SdkExample, SdkRule, shown
from modelpact.graph.nodes import NumberType, Type

__all__ = ["RULE"]


def _judge(difference: Difference) -> Consequence | None:
    if not isinstance(difference, PropertyChanged) or difference.old is None:
        return None
    if _is_wide(difference.old.type) or not _is_wide(difference.new.type):
        return None
    return Consequence(
        f"`{difference.old.name}` of {shown(difference.before)} may hold whole numbers beyond 2^53"
        " now, which lose digits in JavaScript"
    )


_SAFE = 2**53 - 1


def _is_wide(type_: Type) -> bool:
    """Whether a whole number says that it may be beyond what a double holds."""
    if not isinstance(type_, NumberType) or not type_.integer:
        return False
    if type_.format in {"int64", "uint64"}:
        return type_.maximum is None or type_.maximum > _SAFE
    return any(abs(bound) > _SAFE for bound in (type_.minimum, type_.maximum) if bound is not None)


RULE = SdkRule(
    id="sdk-integer-width",
    meaning="A whole number may be beyond 2^53 now.",
    breaks=(
        "Nobody stops compiling; programs in JavaScript lose digits of such numbers without a word."
    ),
    advice="Send such numbers as strings, in a property of their own.",
    example=SdkExample(
        old={
            "$defs": {
                "User": {
                    "type": "object",
                    "properties": {"id": {"type": "integer", "maximum": 1000}},
                    "required": ["id"],
                }
            }
        },
        new={
            "$defs": {
                "User": {
                    "type": "object",
                    "properties": {"id": {"type": "integer", "maximum": 1152921504606846976}},
                    "required": ["id"],
                }
            }
        },
    ),
    judge=_judge,
    is_break=False,
)
