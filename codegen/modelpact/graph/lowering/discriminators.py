"""Which unions have a property that tells their members apart.

JSON Schema has no word for it, and Pydantic's ``discriminator`` is an annotation that nested and
nullable unions lose: tags are inferred from what the members say of themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final, TypeAlias, cast

from modelpact.documents.values import Json
from modelpact.graph.lowering.admitting import kind_of, values_of
from modelpact.graph.lowering.enums import distinct
from modelpact.graph.lowering.unions import union_of
from modelpact.graph.nodes import (
    Alias,
    BooleanType,
    Definition,
    Discriminator,
    Enumeration,
    LiteralType,
    NullType,
    NumberType,
    Property,
    Record,
    Reference,
    StringType,
    Type,
    UnionType,
)
from modelpact.graph.walk import map_type, types_of, walk

__all__ = ["Discriminating"]

Tags: TypeAlias = tuple[Json, ...]
_LEAVES: Final = (StringType, Reference, NumberType, BooleanType, LiteralType)


class Discriminating:
    """Finds discriminators in definitions, and remembers the tags it found."""

    def __init__(self, definitions: dict[str, Definition], preferred: frozenset[str]) -> None:
        self._definitions = definitions
        self._preferred = preferred
        self._tags: dict[str, str] = {}
        self._known: dict[str, dict[str, Tags]] = {}

    def apply(self) -> dict[str, Definition]:
        """All definitions, with discriminators in their unions and tags on their records."""
        changed = {name: self._unions_of(found) for name, found in self._definitions.items()}
        return {
            name: self._tagged(found, self._tags[name]) if name in self._tags else found
            for name, found in changed.items()
        }

    def _unions_of(self, found: Definition) -> Definition:
        if not any(map(_holds_choice, types_of(found))):
            return found
        body = found.body
        if isinstance(body, Alias):
            return replace(found, body=Alias(map_type(body.type, self._judge)))
        record = cast("Record", body)
        properties = tuple(self._property(known) for known in record.properties)
        patterns = tuple(
            replace(members, type=map_type(members.type, self._judge))
            for members in record.patterns
        )
        extra = None if record.extra is None else map_type(record.extra, self._judge)
        new = replace(record, properties=properties, patterns=patterns, extra=extra)
        return replace(found, body=new)

    def _property(self, known: Property) -> Property:
        if isinstance(known.type, _LEAVES):
            return known
        kind = map_type(known.type, self._judge)
        return known if kind is known.type else replace(known, type=kind)

    def _judge(self, kind: Type) -> Type:
        """A union with its discriminator; and not exclusive where its members cannot overlap."""
        if not isinstance(kind, UnionType):
            return kind
        members: list[Type] = [
            member for member in kind.members if not isinstance(member, NullType)
        ]
        if len(members) > 1:
            found = self._discriminator(members)
            if found is not None:
                self._remember(members, found.property)
                return replace(kind, discriminator=found, exclusive=False)
        if kind.exclusive and self._apart(kind.members):
            return union_of(kind.members, exclusive=False)
        return kind

    def _discriminator(self, members: list[Type]) -> Discriminator | None:
        if not all(isinstance(member, Reference) for member in members):
            return None
        choices = [self._tags_of(cast("Reference", member).name) for member in members]
        names = [name for name in choices[0] if all(name in other for other in choices)]
        for name in sorted(names, key=lambda known: known not in self._preferred):
            tags = tuple(other[name] for other in choices)
            if _disjoint(tags):
                return Discriminator(name, tags)
        return None

    def _tags_of(self, name: str) -> dict[str, Tags]:
        """By property: the values that a definition's tag may have."""
        known = self._known.get(name)
        if known is None:
            self._known[name] = {}  # a circle has no tags
            known = self._known[name] = self._find_tags(self._definitions[name])
        return known

    def _find_tags(self, found: Definition) -> dict[str, Tags]:
        body = found.body
        if isinstance(body, Record):
            tags = {known.name: self._values(known) for known in body.properties}
            return {name: values for name, values in tags.items() if values}
        if isinstance(body, Enumeration):
            return {}
        if isinstance(body.type, Reference):
            return self._tags_of(body.type.name)
        if not isinstance(body.type, UnionType) or body.type.nullable:
            return {}
        own = self._discriminator(list(body.type.members))
        if own is None:
            return {}
        return {own.property: distinct(value for values in own.tags for value in values)}

    def _values(self, known: Property) -> Tags:
        """The tags of a property: few scalars, always there (a tag with a default is)."""
        kind = known.type
        if isinstance(kind, Reference):
            body = self._definitions[kind.name].body
            if not isinstance(body, Enumeration) or body.extensible:
                return ()
            values = values_of(body)
        elif isinstance(kind, LiteralType):
            values = kind.values
        else:
            return ()
        scalars = all(isinstance(value, str | bool | int) for value in values)
        present = known.required or (known.default is not None and known.default.value in values)
        return values if scalars and present else ()

    def _remember(self, members: Iterable[Type], name: str) -> None:
        for member in members:
            found = self._definitions[cast("Reference", member).name].body
            if isinstance(found, Record):
                self._tags.setdefault(cast("Reference", member).name, name)
            elif isinstance(found, Alias) and isinstance(found.type, Reference):
                self._remember((found.type,), name)
            elif isinstance(found, Alias) and isinstance(found.type, UnionType):
                self._remember(found.type.members, name)

    def _tagged(self, found: Definition, tag: str) -> Definition:
        record = cast("Record", found.body)
        properties = tuple(
            replace(known, required=True) if known.name == tag and not known.required else known
            for known in record.properties
        )
        return replace(found, body=replace(record, properties=properties, tag=tag))

    def _apart(self, members: tuple[Type, ...]) -> bool:
        """Whether the members are of different JSON types, or different literals."""
        kinds: set[str] = set()
        literals: list[Json] = []
        for member in members:
            kind = self._kind(member)
            if isinstance(member, LiteralType):
                literals.extend(member.values)
                if kind != "other" and kind not in kinds:
                    kinds.add(f"literal {kind}")
                    continue
                return False
            if kind == "other" or kind in kinds or f"literal {kind}" in kinds:
                return False
            kinds.add(kind)
        return len(distinct(literals)) == len(literals)

    def _kind(self, member: Type) -> str:
        seen: set[str] = set()
        while isinstance(member, Reference) and member.name not in seen:
            seen.add(member.name)
            body = self._definitions[member.name].body
            if not isinstance(body, Alias):
                return kind_of(body)
            member = body.type
        return kind_of(member)


def _holds_choice(kind: Type) -> bool:
    """Whether a type holds a union of more than one type and null."""
    return not isinstance(kind, _LEAVES) and any(
        isinstance(part, UnionType) and len(part.members) - part.nullable > 1 for part in walk(kind)
    )


def _disjoint(tags: tuple[Tags, ...]) -> bool:
    values = [value for some in tags for value in some]
    return len(distinct(values)) == len(values)
