"""A brand that is another."""

from __future__ import annotations

from modelpact.compat.consumers.facts import Difference, PropertyChanged
from modelpact.compat.consumers.model import Consequence, SdkExample, SdkRule, shown, uses_of
from modelpact.compat.consumers.programs import gives, takes_as
from modelpact.compat.consumers.spelling import names_in
from modelpact.emit.naming import type_name
from modelpact.graph.nodes import NumberType, StringType

__all__ = ["RULE"]


def _judge(difference: Difference) -> Consequence | None:
    if not isinstance(difference, PropertyChanged) or difference.old is None:
        return None
    old, new = difference.old.type, difference.new.type
    if not isinstance(old, StringType | NumberType) or type(old) is not type(new):
        return None
    assert isinstance(new, StringType | NumberType)  # noqa: S101 - it is of the same class
    if not old.brand or old.brand == new.brand:
        return None
    prop, name = difference.old, type_name(old.brand)
    now = f"`{type_name(new.brand)}`" if new.brand else "no type of its own"
    message = f"`{prop.name}` of {shown(difference.before)} was `{name}` and is {now}"
    if "reads" in uses_of(difference.before):
        code = takes_as(difference.before, prop, f"{name} | undefined", names_in(old))
    else:
        code = gives(difference.before, prop, name, names_in(old))
    return Consequence(message, code)


RULE = SdkRule(
    id="sdk-brand-changed",
    meaning="What makes a scalar a type of its own has another name, or is gone.",
    breaks=(
        "Programs that pass the value on as the type it was, or that import the type, cannot "
        "compile."
    ),
    advice="Keep the brand; it costs nothing on the wire.",
    example=SdkExample(
        old={
            "$defs": {
                "User": {
                    "type": "object",
                    "properties": {
                        "id": {"type": "string", "x-modelpact": {"brand": "UserId"}},
                        "team": {"type": "string", "x-modelpact": {"brand": "TeamId"}},
                    },
                    "required": ["id", "team"],
                }
            }
        },
        new={
            "$defs": {
                "User": {
                    "type": "object",
                    "properties": {
                        "id": {"type": "string", "x-modelpact": {"brand": "UserId"}},
                        "team": {"type": "string", "x-modelpact": {"brand": "GroupId"}},
                    },
                    "required": ["id", "team"],
                }
            }
        },
    ),
    judge=_judge,
)
