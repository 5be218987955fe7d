"""The code that finds the scalars of a value that have codecs: the same in both directions."""

from __future__ import annotations

from collections.abc import Mapping

from modelpact.documents.values import Json
from modelpact.graph.nodes import (
    Alias,
    ArrayType,
    Definition,
    IntersectionType,
    MapType,
    NullType,
    Record,
    Reference,
    TupleType,
    Type,
    UnionType,
)
from modelpact.targets.typescript.codecs.leaves import CodedTypes, codec_of, plain_member
from modelpact.targets.typescript.text import literal, string_literal

__all__ = ["WalkWriter"]


class WalkWriter:
    """Writes ``walk(v, c, w)`` of one type: ``c`` are the codecs, ``w`` the way.

    Attributes:
        used: The names of definitions whose own functions are called.

    Args:
        coded: What holds scalars with codecs.
        types: Identifiers by definition name.

    """

    def __init__(self, coded: CodedTypes, types: Mapping[str, str]) -> None:
        self._coded = coded
        self._types = types
        self._own = ""
        self.used: dict[str, None] = {}

    def body(self, definition: Definition) -> str:
        """The statements of the function."""
        self._own = definition.name
        match definition.body:
            case Record() as record:
                return self._record(record)
            case Alias(type=type_):
                return f"return {self.value('v', type_)};"
            case _:
                return "return v;"

    def _record(self, record: Record) -> str:
        lines = ["const o = { ...v };"]
        for prop in record.properties:
            if self._coded.holds(prop.type):
                key = string_literal(prop.name)
                made = self.value(f"v[{key}]", prop.type)
                lines.append(f"if (Object.hasOwn(v, {key}) && v[{key}] !== undefined)")
                lines.append(f"  put(o, {key}, {made});")
        if record.extra is not None and not record.patterns and self._coded.holds(record.extra):
            known = ", ".join(string_literal(prop.name) for prop in record.properties)
            made = self.value("v[k]", record.extra)
            lines.append(f"const known = new Set([{known}]);")
            lines.append(f"for (const k of Object.keys(v)) if (!known.has(k)) put(o, k, {made});")
        return "\n  ".join((*lines, "return o;"))

    def value(self, at: str, type_: Type) -> str:  # noqa: C901, PLR0911 - a table
        """The expression of what stands at a place, in the other form."""
        if not self._coded.holds(type_):
            return at
        codec = codec_of(type_)
        if codec:
            return f"c[{string_literal(codec)}][w]({at})"
        match type_:
            case Reference(name=name):
                if name == self._own:
                    return f"walk({at}, c, w)"
                self.used[name] = None
                return f"walk{self._types[name]}({at}, c, w)"
            case ArrayType(items=items):
                return f"{at}.map((x) => {self.value('x', items)})"
            case MapType(values=values):
                return f"each({at}, (x) => {self.value('x', values)})"
            case TupleType():
                return self._tuple(at, type_)
            case UnionType():
                return self._union(at, type_)
            case IntersectionType(parts=parts):
                made = at
                for part in parts:
                    made = self.value(made, part)
                return made
        return at

    def _tuple(self, at: str, type_: TupleType) -> str:
        ways = ", ".join(f"(x) => {self.value('x', item.type)}" for item in type_.items)
        rest = "(x) => x" if type_.rest is None else f"(x) => {self.value('x', type_.rest)}"
        return f"positions({at}, [{ways}], {rest})"

    def _union(self, at: str, type_: UnionType) -> str:
        single = plain_member(type_)
        if single is not None:
            return f"({at} === null ? null : {self.value(at, single)})"
        assert type_.discriminator is not None  # noqa: S101 - else nothing would be held
        members = [m for m in type_.members if not isinstance(m, NullType)]
        key = string_literal(type_.discriminator.property)
        cases = []
        for member, tags in zip(members, type_.discriminator.tags, strict=False):
            if self._coded.holds(member) and tags:
                cases.append(f"[{_listed(tags)}, (x) => {self.value('x', member)}]")
        return f"tagged({at}, {key}, [{', '.join(cases)}])"


def _listed(tags: tuple[Json, ...]) -> str:
    return f"[{', '.join(literal(tag, '') for tag in tags)}]"
