"""Older drafts said in the words of 2020-12, exactly.

Two things cannot be said and stay wider: that ``1.0`` is no integer in draft 4, and
``$recursiveRef`` where it leads elsewhere than ``#``. A document's pointers change only below
``items`` lists.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from modelpact.compat.subjects import Subject
from modelpact.documents.dialects import (
    DRAFT4,
    DRAFT201909,
    DRAFT202012,
    Dialect,
    Shape,
    dialect_named,
)
from modelpact.documents.values import Json

__all__ = ["upgraded"]

_OLD_FORMATS: Final = frozenset(
    {
        "date", "date-time", "email", "hostname", "idn-email", "idn-hostname", "ipv4", "ipv6",
        "iri", "iri-reference", "json-pointer", "regex", "relative-json-pointer", "time", "uri",
        "uri-reference", "uri-template",
    }
)  # fmt: skip
"""What draft 7 and before may assert; ``uuid`` and ``duration`` are later."""

_ALWAYS: Final = frozenset(
    {
        "$schema", "$id", "$ref", "$comment", "title", "description", "default", "examples",
        "deprecated", "$anchor", "$dynamicAnchor", "$defs", "format",
    }
)  # fmt: skip


def upgraded(subject: Subject) -> Subject:
    """A subject whose documents are all 2020-12; the subject itself where they are already."""
    documents = subject.documents()
    dialects = {name: _dialect(schema) for name, schema in documents.items()}
    if all(dialect is DRAFT202012 for dialect in dialects.values()):
        return subject
    changed = {name: _document(schema, dialects[name]) for name, schema in documents.items()}
    root = changed[subject.uri]
    if subject.resources is None:
        return Subject(root, subject.uri)
    resources = {name: changed[name] for name in subject.resources if name != subject.uri}
    return Subject(root, subject.uri, resources)


def _dialect(schema: Json) -> Dialect:
    uri = schema.get("$schema") if isinstance(schema, Mapping) else None
    found = dialect_named(uri) if isinstance(uri, str) else None
    return found or DRAFT202012


def _document(schema: Json, dialect: Dialect) -> Json:
    if dialect is DRAFT202012 or not isinstance(schema, Mapping):
        return schema
    changed = _schema(schema, dialect)
    return {**changed, "$schema": DRAFT202012.uri} if isinstance(changed, dict) else changed


def _schema(schema: Any, dialect: Dialect) -> Any:
    if not isinstance(schema, Mapping):
        return schema
    if dialect.ref_hides_siblings and "$ref" in schema:
        kept = {"$ref": schema["$ref"]}
        for keyword in ("definitions", "$defs"):  # no keyword there, yet a place to point into
            if keyword in schema:
                kept[keyword] = _holding(schema[keyword], dialect, Shape.MAP)
        return kept
    result: dict[str, Any] = {}
    for keyword, value in schema.items():
        result |= _keyword(keyword, value, schema, dialect)
    return result


def _keyword(
    keyword: str, value: Any, schema: Mapping[str, Any], dialect: Dialect
) -> dict[str, Any]:
    """What one keyword becomes: often itself, sometimes another, sometimes nothing."""
    special = _SPECIAL.get(keyword)
    if special is not None:
        replacement: dict[str, Any] | None = special(value, schema, dialect)
        if replacement is not None:
            return replacement
    shape = dialect.applicators.get(keyword)
    if shape is not None:
        return {keyword: _holding(value, dialect, shape)}
    if keyword in _RESERVED and not dialect.knows(keyword):
        return {}
    return {keyword: value}


_RESERVED: Final = (
    frozenset(DRAFT202012.applicators) | DRAFT202012.assertions | {"prefixItems"}
) - _ALWAYS
"""What an older draft does not know must not start to mean something."""


def _holding(value: Any, dialect: Dialect, shape: Shape) -> Any:
    if isinstance(value, Mapping) and shape in {Shape.MAP, Shape.MAP_OR_NAMES}:
        return {name: _schema(inner, dialect) for name, inner in value.items()}
    if isinstance(value, list | tuple) and shape in {Shape.LIST, Shape.SCHEMA_OR_LIST}:
        return [_schema(inner, dialect) for inner in value]
    return _schema(value, dialect)


def _items(value: Any, schema: Mapping[str, Any], dialect: Dialect) -> dict[str, Any] | None:
    if not isinstance(value, list | tuple):
        return None
    rest = schema.get("additionalItems")
    positions = {"prefixItems": [_schema(inner, dialect) for inner in value]}
    return positions if rest is None else {**positions, "items": _schema(rest, dialect)}


def _nothing(_value: Any, _schema: Mapping[str, Any], _dialect: Dialect) -> dict[str, Any]:
    return {}


def _dependencies(
    value: Any, _siblings: Mapping[str, Any], dialect: Dialect
) -> dict[str, Any] | None:
    if not isinstance(value, Mapping):
        return None
    names = {k: [v] if isinstance(v, str) else v for k, v in value.items() if _is_names(v)}
    schemas = {k: _schema(v, dialect) for k, v in value.items() if not _is_names(v)}
    result: dict[str, Any] = {}
    if names:
        result["dependentRequired"] = names
    if schemas:
        result["dependentSchemas"] = schemas
    return result


def _is_names(value: Any) -> bool:
    return isinstance(value, list | tuple | str)


def _exclusive(
    bound: str, value: Any, schema: Mapping[str, Any], dialect: Dialect
) -> dict[str, Any] | None:
    """Draft 4 says ``exclusiveMinimum: true`` beside ``minimum``."""
    if dialect is not DRAFT4:
        return None
    keyword = f"exclusive{bound.capitalize()}"
    return {keyword: schema[bound]} if value is True and bound in schema else {}


def _bound(
    bound: str, _value: Any, schema: Mapping[str, Any], dialect: Dialect
) -> dict[str, Any] | None:
    keyword = f"exclusive{bound.capitalize()}"
    return {} if dialect is DRAFT4 and schema.get(keyword) is True else None


def _identifier(
    value: Any, _siblings: Mapping[str, Any], dialect: Dialect
) -> dict[str, Any] | None:
    """A bare ``#name`` is an anchor since 2019-09."""
    if not isinstance(value, str):
        return {}
    uri, _, fragment = value.partition("#")
    if dialect is DRAFT201909:
        return None
    result = {"$id": uri} if uri else {}
    return {**result, "$anchor": fragment} if fragment and fragment[0] != "/" else result


def _draft4_identifier(
    value: Any, schema: Mapping[str, Any], dialect: Dialect
) -> dict[str, Any] | None:
    return _identifier(value, schema, dialect) if dialect is DRAFT4 else None


def _format(value: Any, _siblings: Mapping[str, Any], dialect: Dialect) -> dict[str, Any] | None:
    return None if value in _OLD_FORMATS or dialect is DRAFT201909 else {}


def _recursive(value: Any, _siblings: Mapping[str, Any], _dialect: Dialect) -> dict[str, Any]:
    return {"$ref": value}


_SPECIAL: Final[Mapping[str, Any]] = {
    "items": _items,
    "additionalItems": _nothing,
    "dependencies": _dependencies,
    "minimum": lambda *given: _bound("minimum", *given),
    "maximum": lambda *given: _bound("maximum", *given),
    "exclusiveMinimum": lambda *given: _exclusive("minimum", *given),
    "exclusiveMaximum": lambda *given: _exclusive("maximum", *given),
    "$id": _identifier,
    "id": _draft4_identifier,
    "format": _format,
    "$recursiveRef": _recursive,
    "$recursiveAnchor": _nothing,
}
