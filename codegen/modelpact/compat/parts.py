"""Which schemas are no more than the sum of their parts, and what the parts refer to.

A part is a schema that stands in a place of its own and speaks of a smaller value. See
:mod:`.composing` for what follows from that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, Final, TypeAlias, TypeGuard

from modelpact.compat.reasons import UndecidableError
from modelpact.compat.records import RECORD_KEYWORDS
from modelpact.compat.texts import exact_bytes
from modelpact.documents.values import Json

__all__ = [
    "holds_parts",
    "is_plain_record",
    "is_union",
    "record_without",
    "references_in",
    "refers",
    "say_the_same",
]

_WORDS: Final = frozenset(
    {"$schema", "$id", "$comment", "title", "description", "default", "examples", "deprecated",
     "readOnly", "writeOnly", "x-modelpact"}
)  # fmt: skip
_REFERRING: Final = _WORDS | {"$ref"}
_CHOOSING: Final = frozenset({"anyOf", "oneOf"})
_HOLDING: Final = _WORDS | frozenset(
    {"type", "properties", "required", "additionalProperties", "minProperties", "maxProperties",
     "propertyNames", "items", "prefixItems", "minItems", "maxItems", "uniqueItems"}
)  # fmt: skip
_NO_OBJECT: Final = frozenset({"null", "boolean", "integer", "number", "string", "array"})
_RECORD: Final = _WORDS | RECORD_KEYWORDS
_Exclude: TypeAlias = Callable[[Sequence[Json]], bool]
"""Whether branches exclude each other."""


def holds_parts(schema: Any, exclude: _Exclude) -> bool:
    """Whether a schema is made of parts that stand for smaller values, each in its own place.

    Args:
        schema: The schema.
        exclude: Whether the branches of a union exclude each other.

    """
    if not isinstance(schema, dict):
        return isinstance(schema, bool)
    keys = schema.keys()
    if keys <= _REFERRING and "$ref" in keys:
        return _is_whole(schema["$ref"])
    if is_union(schema):
        return _holds_branches(schema, exclude)
    if keys <= _HOLDING:
        return _holds_members(schema, exclude)
    return not refers(schema)


def is_union(schema: Any) -> bool:
    """Whether a schema says nothing but that one of some branches holds."""
    if not isinstance(schema, dict):
        return False
    said = schema.keys() - _WORDS
    return len(said) == 1 and said <= _CHOOSING


def _holds_branches(schema: Mapping[str, Any], exclude: _Exclude) -> bool:
    (keyword,) = schema.keys() - _WORDS
    branches = schema[keyword]
    if not isinstance(branches, list) or not all(holds_parts(b, exclude) for b in branches):
        return False
    objects = sum(not _is_no_object(branch) for branch in branches)
    return (keyword == "anyOf" and objects <= 1) or exclude(branches)


def _holds_members(schema: Mapping[str, Any], exclude: _Exclude) -> bool:
    properties, positions = schema.get("properties", {}), schema.get("prefixItems", [])
    if not isinstance(properties, dict) or not isinstance(positions, list):
        return False
    others = ("items", "additionalProperties", "propertyNames")
    rest = (schema[key] for key in others if key in schema)
    return all(holds_parts(part, exclude) for part in (*properties.values(), *positions, *rest))


def _is_no_object(schema: Any) -> bool:
    kind = schema.get("type") if isinstance(schema, dict) else None
    return isinstance(kind, str) and kind in _NO_OBJECT


def is_plain_record(schema: Any) -> TypeGuard[dict[str, Any]]:
    """Whether a schema says of its members what they are and which must be there, and no more."""
    return (
        isinstance(schema, dict)
        and schema.keys() <= _RECORD
        and schema.get("type") == "object"
        and isinstance(schema.get("properties"), dict)
        and isinstance(required := schema.get("required", []), list)
        and all(isinstance(name, str) for name in required)
    )


def say_the_same(schema: Json, other: Json) -> bool:
    """Whether two schemas are the same but for what restricts nothing."""
    try:
        return schema is other or exact_bytes(_said(schema)) == exact_bytes(_said(other))
    except UndecidableError:
        return False


def _said(schema: Json) -> Json:
    if not isinstance(schema, dict) or _WORDS.isdisjoint(schema):
        return schema
    return {keyword: value for keyword, value in schema.items() if keyword not in _WORDS}


def record_without(schema: Mapping[str, Any], names: AbstractSet[str]) -> dict[str, Any]:
    """A record without some members: as closed as before."""
    properties = {n: inner for n, inner in schema["properties"].items() if n not in names}
    required = [name for name in schema.get("required", ()) if name not in names]
    return {**schema, "properties": properties, "required": required}


def references_in(value: Any) -> Iterator[str]:
    """The text of every ``$ref`` in a schema."""
    if isinstance(value, dict):
        if isinstance(reference := value.get("$ref"), str):
            yield reference
        for inner in value.values():
            yield from references_in(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from references_in(inner)


def _is_whole(reference: Any) -> bool:
    return isinstance(reference, str) and "#" not in reference


def refers(value: Any) -> bool:
    """Whether anything in a schema may be a reference."""
    if isinstance(value, dict):
        return any(key.endswith("Ref") or key == "$ref" or refers(v) for key, v in value.items())
    return isinstance(value, list | tuple) and any(map(refers, value))
