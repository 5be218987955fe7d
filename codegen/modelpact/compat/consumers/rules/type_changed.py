"""A type of another kind."""

from __future__ import annotations

from modelpact.compat.consumers.facts import Difference, TypeChanged
from modelpact.compat.consumers.model import Consequence, SdkExample, SdkRule, shown
from modelpact.compat.consumers.programs import imports, module
from modelpact.compat.consumers.spelling import fits, names_in, spelled, text
from modelpact.emit.naming import type_name
from modelpact.graph.nodes import Alias, Definition, Enumeration, Record, Type

__all__ = ["RULE"]


def _judge(difference: Difference) -> Consequence | None:
    if not isinstance(difference, TypeChanged):
        return None
    before, after = difference.before, difference.after
    if isinstance(before.body, Alias) and isinstance(after.body, Alias):
        code = _of_aliases(before, before.body.type, after.body.type)
    else:
        code = _of_shapes(before)
    return Consequence(f"{shown(before)} is another type in the SDK", code) if code else None


def _of_aliases(before: Definition, old: Type, new: Type) -> str:
    """A program that takes the name for what it stood for, one way or the other."""
    known, now = spelled(old), spelled(new)
    if not known or not now or (fits(known, now) and fits(now, known)):
        return ""
    name, meant = type_name(before.name), " | ".join(known)
    given, wanted = (meant, name) if fits(now, known) else (name, meant)
    body = f"export const same = (value: {given}): {wanted} => value;"
    return module(imports([name, *names_in(old)]), body)


def _of_shapes(before: Definition) -> str:
    """A program that knows the shape of what is something else now."""
    name = type_name(before.name)
    match before.body:
        case Record(properties=properties) if properties:
            names = ", ".join(text(prop.name) for prop in properties)
            body = f"export const names: readonly (keyof {name})[] = [{names}];"
            return module(imports([name]), body)
        case Enumeration():
            body = f"export const all: readonly {name}[] = Object.values({name});"
            return module(imports([name], values=True), body)
        case _:
            return ""


RULE = SdkRule(
    id="sdk-type-changed",
    meaning="What a type's name stands for is of another kind: record, enumeration, scalar.",
    breaks="Programs that use it as what it was cannot compile.",
    advice=(
        "Give the new type a name of its own and keep the old one, deprecated, until the next "
        "major version."
    ),
    example=SdkExample(
        old={
            "$defs": {
                "Code": {"type": "string"},
                "User": {"type": "object", "properties": {"code": {"$ref": "#/$defs/Code"}}},
            }
        },
        new={
            "$defs": {
                "Code": {"type": "integer"},
                "User": {"type": "object", "properties": {"code": {"$ref": "#/$defs/Code"}}},
            }
        },
    ),
    judge=_judge,
)
