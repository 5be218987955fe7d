"""Types as a consumer's program spells them, in TypeScript.

Only as exact as telling two types apart takes: what SDKs narrow further (lengths, patterns) is no
other type to a compiler.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from modelpact.emit.naming import type_name
from modelpact.graph.nodes import (
    AnyType,
    ArrayType,
    BooleanType,
    LiteralType,
    MapType,
    NeverType,
    NullType,
    NumberType,
    Reference,
    StringType,
    TupleType,
    Type,
    UnionType,
)

__all__ = ["MODULE", "access", "fits", "names_in", "spelled", "text"]

MODULE: Final = "contract"
"""What a consumer's program imports the SDK as; the reader knows its own package's name."""

_IDENTIFIER: Final = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*")


def access(name: str) -> str:
    """How a member is reached: ``.name``, or ``["the name"]``."""
    return f".{name}" if _IDENTIFIER.fullmatch(name) else f"[{text(name)}]"


def text(value: str) -> str:
    """A string literal; nothing in it ends it."""
    return json.dumps(value, ensure_ascii=True)


class _Spelled(str):
    """A type in one line, and the same with brands replaced by what they are made of.

    A value of a brand is one of its base, and a plain value is one of any brand; only another
    brand's is not.
    """

    __slots__ = ("plain",)
    plain: str


def _spelled(written: str, plain: str) -> str:
    if written == plain:
        return written
    made = _Spelled(written)
    made.plain = plain
    return made


def _plain(member: str) -> str:
    return member.plain if isinstance(member, _Spelled) else member


def spelled(type_: Type) -> tuple[str, ...]:
    """The members of the union that a type is, one for all that is no union; null last.

    Nothing where no program can spell it in one line.
    """
    match type_:
        case UnionType():
            members = [spelled(member) for member in type_.members]
            if not all(members):
                return ()
            return tuple(dict.fromkeys(one for member in members for one in member))
        case LiteralType():
            return tuple(_literal(value) for value in type_.values)
        case BooleanType():
            return ("false", "true")
        case _:
            single = _single(type_)
            return (single,) if single else ()


def _literal(value: object) -> str:
    if value is None:
        return "null"
    return json.dumps(value, ensure_ascii=True) if isinstance(value, str | bool | int) else ""


def _single(type_: Type) -> str:  # noqa: PLR0911 - a table
    match type_:
        case StringType():
            text_ = _TEXTS.get(type_.format, "string")
            return _spelled(type_name(type_.brand) if type_.brand else text_, "string")
        case NumberType():
            return _spelled(type_name(type_.brand) if type_.brand else "number", "number")
        case NullType():
            return "null"
        case AnyType():
            return "unknown"
        case NeverType():
            return "never"
        case Reference():
            return type_name(type_.name)
        case ArrayType():
            return _around(type_.items, "readonly ({})[]")
        case MapType():
            return _around(type_.values, "{{ readonly [key: string]: {} }}")
        case TupleType():
            return _tuple(type_)
        case _:
            return ""


_TEXTS: Final = {"decimal": "DecimalString", "int64": "Int64String", "uint64": "Int64String"}
"""Numbers that travel as strings have types of their own in the SDK."""


def _around(inner: Type, shape: str) -> str:
    members = spelled(inner)
    if not members:
        return ""
    plain = shape.format(" | ".join(map(_plain, members)))
    return _spelled(shape.format(" | ".join(members)), plain)


def _tuple(type_: TupleType) -> str:
    if type_.rest is not None:
        return ""
    parts = [spelled(item.type) for item in type_.items]
    if not all(parts):
        return ""
    return _spelled(
        _positions(parts, type_.required),
        _positions([tuple(map(_plain, part)) for part in parts], type_.required),
    )


def _positions(parts: Sequence[tuple[str, ...]], required: int) -> str:
    written = (
        f"({' | '.join(members)}){'?' if index >= required else ''}"
        for index, members in enumerate(parts)
    )
    return f"readonly [{', '.join(written)}]"


def fits(members: Iterable[str], others: Iterable[str]) -> bool:
    """Whether a value of one union may be given where another is wanted, as far as text tells."""
    wanted = set(others)
    branded = {_plain(other) for other in wanted}
    return "unknown" in wanted or all(_may_be(member, wanted, branded) for member in members)


def _may_be(member: str, wanted: Collection[str], branded: Collection[str]) -> bool:
    if member in wanted or member == "never":
        return True
    plain = _plain(member)
    bases = {plain, _base(member)}
    return not bases.isdisjoint(wanted) or (plain == member and not bases.isdisjoint(branded))


def _base(member: str) -> str:
    if member.startswith('"'):
        return "string"
    return "number" if re.fullmatch(r"-?[0-9]+", member) else ""


def names_in(*types: Type) -> tuple[str, ...]:
    """The names that a program has to import to spell types; sorted."""
    found: set[str] = set()
    pending = list(types)
    while pending:
        type_ = pending.pop()
        match type_:
            case Reference():
                found.add(type_name(type_.name))
            case StringType(brand=brand) | NumberType(brand=brand) if brand:
                found.add(type_name(brand))
            case StringType(format=form) if form in _TEXTS:
                found.add(_TEXTS[form])
            case UnionType():
                pending += type_.members
            case ArrayType():
                pending.append(type_.items)
            case MapType():
                pending.append(type_.values)
            case TupleType():
                pending += (item.type for item in type_.items)
            case _:
                pass
    return tuple(sorted(found))
