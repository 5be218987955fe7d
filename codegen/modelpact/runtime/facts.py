"""What can be said of the values that a schema accepts: their types, and their members' texts.

Facts are never too narrow: a schema may accept less than its facts say, and never more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from modelpact.documents.values import Json
from modelpact.runtime.resources import Place, Retrieve, follow

__all__ = ["ANYTHING", "TYPES", "FactFinder", "Facts", "types_of"]

TYPES: Final = ("null", "boolean", "number", "string", "array", "object")
"""The types of JSON; an integer is a number here."""

_DEEP: Final = 24
"""As many references and combinations are followed; what lies deeper could be anything. Only a
schema that refers to itself in place, and so means nothing, is that deep."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What holds for every value that a schema accepts.

    Attributes:
        types: It is of one of these.
        members: If it is an object and has the member, the member is one of these strings.
        required: If it is an object, it has these members.

    """

    types: frozenset[str] = frozenset(TYPES)
    members: Mapping[str, frozenset[str]] = field(default_factory=dict)
    required: frozenset[str] = frozenset()

    def both(self, other: Facts) -> Facts:
        """What holds for a value for which both hold."""
        members = dict(self.members)
        for name, texts in other.members.items():
            members[name] = members[name] & texts if name in members else texts
        return Facts(self.types & other.types, members, self.required | other.required)


ANYTHING: Final = Facts()
_NOTHING: Final = Facts(frozenset())


def _either(alternatives: Iterable[Facts]) -> Facts:
    """What holds for a value for which one of several holds."""
    facts = [f for f in alternatives if f.types]
    if not facts:
        return _NOTHING
    types = frozenset[str]().union(*(f.types for f in facts))
    objects = [f for f in facts if "object" in f.types]
    if not objects:
        return Facts(types)
    names = frozenset.intersection(*(frozenset(f.members) for f in objects))
    members = {
        name: frozenset[str]().union(*(f.members[name] for f in objects)) for name in sorted(names)
    }
    return Facts(types, members, frozenset.intersection(*(f.required for f in objects)))


class FactFinder:
    """Finds facts, following references.

    Args:
        retrieve: Finds documents.

    """

    def __init__(self, retrieve: Retrieve) -> None:
        self._retrieve = retrieve
        self._known: dict[int, tuple[Json, Facts]] = {}

    def facts(self, place: Place) -> Facts:
        """The facts of a schema."""
        return self._facts(place, _DEEP)

    def _facts(self, place: Place, deep: int) -> Facts:
        schema = place.schema
        if isinstance(schema, bool):
            return ANYTHING if schema else _NOTHING
        if not isinstance(schema, Mapping) or deep == 0 or _is_hidden(place):
            return ANYTHING
        known = self._known.get(id(schema))
        if known is None:
            # Kept with its schema, whose identity would otherwise be given to another.
            known = self._known[id(schema)] = (schema, self._stated(schema, place, deep - 1))
        return known[1]

    def _stated(self, schema: Mapping[str, Any], place: Place, deep: int) -> Facts:
        facts = Facts(types_of(schema), self._members(schema, place), _required(schema))
        for part in self._parts(schema, place):
            facts = facts.both(self._facts(part, deep))
        for keyword in ("anyOf", "oneOf"):
            members = schema.get(keyword)
            if isinstance(members, list):
                facts = facts.both(_either(self._facts(place.inner(m), deep) for m in members))
        return facts

    def _parts(self, schema: Mapping[str, Any], place: Place) -> Iterator[Place]:
        """What the same value must satisfy as well."""
        reference = schema.get("$ref")
        if isinstance(reference, str):
            target = follow(place, reference, self._retrieve)
            if target is not None:
                yield target
        parts = schema.get("allOf")
        if isinstance(parts, list):
            yield from map(place.inner, parts)

    def _members(self, schema: Mapping[str, Any], place: Place) -> dict[str, frozenset[str]]:
        properties = schema.get("properties")
        if not isinstance(properties, Mapping):
            return {}
        found = {n: self._texts(place.inner(inner), _DEEP) for n, inner in properties.items()}
        return {name: texts for name, texts in found.items() if texts is not None}

    def _texts(self, place: Place, deep: int) -> frozenset[str] | None:
        """The strings that a value is one of; ``None`` where it could be something else."""
        schema = place.schema
        if not isinstance(schema, Mapping) or deep == 0 or _is_hidden(place):
            return None
        texts = _own_texts(schema)
        for part in self._parts(schema, place):
            more = self._texts(part, deep - 1)
            if more is not None:
                texts = more if texts is None else texts & more
        return texts


def _is_hidden(place: Place) -> bool:
    """Whether a schema has an ``$id`` of its own, which changes what references in it mean."""
    return "$id" in place.schema and place.schema is not place.root  # type: ignore[operator]


def types_of(schema: Mapping[str, Any]) -> frozenset[str]:
    """The types that a schema's own words allow."""
    types = frozenset(TYPES)
    stated = schema.get("type")
    names = [stated] if isinstance(stated, str) else stated
    if isinstance(names, list):
        types &= {"number" if name == "integer" else str(name) for name in names}
    values = _values(schema)
    return types if values is None else types & {_type_of(value) for value in values}


def _values(schema: Mapping[str, Any]) -> list[Any] | None:
    """The values of ``const``, or else of ``enum``."""
    if "const" in schema:
        return [schema["const"]]
    values = schema.get("enum")
    return values if isinstance(values, list) else None


def _own_texts(schema: Mapping[str, Any]) -> frozenset[str] | None:
    values = _values(schema)
    if values is None or not all(isinstance(value, str) for value in values):
        return None
    return frozenset(values)


def _required(schema: Mapping[str, Any]) -> frozenset[str]:
    stated = schema.get("required")
    names = stated if isinstance(stated, list) else []
    return frozenset(name for name in names if isinstance(name, str))


def _type_of(value: Json) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float | Decimal):
        return "number"
    if isinstance(value, str):
        return "string"
    return "object" if isinstance(value, Mapping) else "array"
