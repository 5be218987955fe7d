"""A brand that is another."""

from __future__ import annotations

from collections.abc import Iterator

from modelpact.compat.consumers.facts import Difference, PropertyChanged
from modelpact.compat.consumers.model import Consequence, SdkExample, SdkRule, shown, uses_of
from modelpact.compat.consumers.programs import gives, imports, module, takes_as
from modelpact.compat.consumers.spelling import fits, names_in, spelled
from modelpact.emit.naming import type_name
from modelpact.graph.nodes import NumberType, Property, StringType, Type
from modelpact.graph.walk import walk

__all__ = ["RULE"]


def _judge(difference: Difference) -> Consequence | None:
    if not isinstance(difference, PropertyChanged) or difference.old is None:
        return None
    old, new = difference.old.type, difference.new.type
    if isinstance(old, StringType | NumberType) and isinstance(new, type(old)):
        return _of_scalar(difference, difference.old, old, new)
    return _of_part(difference, difference.old)


def _of_scalar(
    difference: PropertyChanged,
    prop: Property,
    old: StringType | NumberType,
    new: StringType | NumberType,
) -> Consequence | None:
    if not old.brand or old.brand == new.brand:
        return None
    if not new.brand and old.brand in difference.brands:
        return None  # a plain value is one of any brand, and the brand's name is still there
    name = type_name(old.brand)
    now = f"`{type_name(new.brand)}`" if new.brand else "no type of its own"
    message = f"`{prop.name}` of {shown(difference.before)} was `{name}` and is {now}"
    if "reads" in uses_of(difference.before):
        code = takes_as(difference.before, prop, f"{name} | undefined", names_in(old))
    else:
        code = gives(difference.before, prop, name, names_in(old))
    return Consequence(message, code)


def _of_part(difference: PropertyChanged, prop: Property) -> Consequence | None:
    """A brand inside a list or a union, of which nothing is left."""
    known, now = spelled(prop.type), spelled(difference.new.type)
    if known and now and not (fits(known, now) and fits(now, known)):
        return None  # that is another type, which says more
    gone = [brand for brand in _brands(prop.type) if brand not in difference.brands]
    if not gone:
        return None
    name = type_name(gone[0])
    message = f"`{prop.name}` of {shown(difference.before)} had `{name}`, which is gone"
    return Consequence(message, module(imports([name]), f"export type Kept = {name};"))


def _brands(type_: Type) -> Iterator[str]:
    for part in walk(type_):
        if isinstance(part, StringType | NumberType) and part.brand:
            yield part.brand


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
