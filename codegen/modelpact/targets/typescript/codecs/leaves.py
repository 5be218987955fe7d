"""Which scalars are other values in a program than in JSON."""

from __future__ import annotations

from typing import Final

from modelpact.graph.nodes import (
    Alias,
    ArrayType,
    Definition,
    Graph,
    IntersectionType,
    MapType,
    NullType,
    NumberType,
    Record,
    Reference,
    StringType,
    TupleType,
    Type,
    UnionType,
)

__all__ = ["CodedTypes", "codec_of", "plain_member"]

_SAFE: Final = 2**53 - 1
_STRINGS: Final = {
    "date-time": "date-time",
    "date": "date",
    "time": "time",
    "duration": "duration",
    "decimal": "decimal",
    "int64": "int64",
    "uint64": "int64",
}


def codec_of(type_: Type) -> str:
    """The name of the codec that a scalar has; empty where it has none.

    Whole numbers that may be beyond 2^53 have one too, ``integer``: JSON holds them, and a number
    of JavaScript does not.
    """
    match type_:
        case StringType(brand=""):
            return _STRINGS.get(type_.format or type_.temporal, "")
        case NumberType(integer=True, brand=""):
            return "integer" if _is_wide(type_) else ""
        case _:
            return ""


def _is_wide(type_: NumberType) -> bool:
    low, high = type_.minimum, type_.maximum
    if type_.format in {"int64", "uint64"}:
        return low is None or high is None or low < -_SAFE or high > _SAFE
    return any(bound is not None and abs(bound) > _SAFE for bound in (low, high))


def plain_member(type_: UnionType) -> Type | None:
    """The one member of a union that is not null; ``None`` where there are several."""
    members = [member for member in type_.members if not isinstance(member, NullType)]
    return members[0] if len(members) == 1 else None


class CodedTypes:
    """Which definitions hold scalars that have codecs, directly or through others."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._names: frozenset[str] = frozenset()
        while True:
            found = frozenset(n for n, d in graph.definitions.items() if self._body(d))
            if found == self._names:
                break
            self._names = found

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def _body(self, definition: Definition) -> bool:
        match definition.body:
            case Record(properties=properties, extra=extra, patterns=patterns):
                types = [prop.type for prop in properties]
                types += [extra] if extra is not None and not patterns else []
                return any(map(self.holds, types))
            case Alias(type=type_):
                return self.holds(type_)
            case _:
                return False

    def holds(self, type_: Type) -> bool:  # noqa: PLR0911 - a table
        """Whether a value of a type may hold such a scalar where its place can be told.

        Of a union it can be told by its tag, or where all but one member is null.
        """
        match type_:
            case Reference(name=name):
                return name in self._names
            case ArrayType(items=items):
                return self.holds(items)
            case MapType(values=values):
                return self.holds(values)
            case TupleType(items=items, rest=rest):
                parts = [item.type for item in items] + ([] if rest is None else [rest])
                return any(map(self.holds, parts))
            case UnionType(members=members, discriminator=discriminator):
                single = plain_member(type_)
                if single is not None:
                    return self.holds(single)
                return discriminator is not None and any(map(self.holds, members))
            case IntersectionType(parts=parts):
                return any(map(self.holds, parts))
            case _:
                return codec_of(type_) != ""
