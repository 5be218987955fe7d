"""Putting brands where they belong in a field's schema.

Pydantic forgets ``NewType`` and metadata it does not know, so a type and its schema are walked side
by side. Where their shapes do not match (a hook has changed the schema), no brand is placed there.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from typing import Any, Union

from modelpact.annotations import Brand, annotation_of
from modelpact.documents.sets import KEYWORD

__all__ = ["branded"]

_NULL = {"type": "null"}


def branded(annotation: Any, metadata: tuple[Any, ...], schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a type, with the brands of the type and of its parts."""
    if not metadata and _is_plain(annotation):
        return schema
    inner = _inside(annotation, schema)
    brand = annotation_of(metadata, Brand)
    return _with_brand(inner, brand.name) if brand else inner


def _is_plain(annotation: Any) -> bool:
    return isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias)


def _inside(annotation: Any, schema: dict[str, Any]) -> dict[str, Any]:
    if _is_plain(annotation):
        return schema
    if isinstance(annotation, typing.NewType):
        inner = _inside(annotation.__supertype__, schema)
        return _with_brand(inner, annotation.__name__ or "")
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return branded(annotation.__origin__, annotation.__metadata__, schema)
    if origin in {Union, types.UnionType}:
        return _union(arguments, schema)
    if origin is not None and "$ref" not in schema:
        return _container(arguments, schema)
    return schema


def _with_brand(schema: dict[str, Any], brand: str) -> dict[str, Any]:
    return {**schema, KEYWORD: {**schema.get(KEYWORD, {}), "brand": brand}}


def _union(arguments: tuple[Any, ...], schema: dict[str, Any]) -> dict[str, Any]:
    word = "anyOf" if "anyOf" in schema else "oneOf"
    types_ = [argument for argument in arguments if argument is not type(None)]
    branches = [branch for branch in schema.get(word, [schema]) if branch != _NULL]
    nullable = word in schema and len(branches) < len(schema[word])
    if len(types_) == 1 and word not in schema:
        return _inside(types_[0], schema)
    if len(types_) == 1 and len(branches) > 1:
        branches = [_inside(types_[0], {word: branches})]
    elif len(types_) == len(branches):
        branches = [_inside(t, branch) for t, branch in zip(types_, branches, strict=True)]
    else:
        return schema
    return {**schema, word: [*branches, _NULL] if nullable else branches}


def _container(arguments: tuple[Any, ...], schema: dict[str, Any]) -> dict[str, Any]:
    made = dict(schema)
    kind = schema.get("type")
    if kind == "object" and len(arguments) == 2:  # noqa: PLR2004 - keys and values
        _place(made, "propertyNames", arguments[0], create=True)
        _place(made, "additionalProperties", arguments[1])
    elif kind == "array" and "prefixItems" in schema:
        if len(arguments) == len(schema["prefixItems"]):
            pairs = zip(arguments, schema["prefixItems"], strict=True)
            made["prefixItems"] = [_inside(argument, item) for argument, item in pairs]
    elif kind == "array" and arguments:
        _place(made, "items", arguments[0])
    return made


def _place(schema: dict[str, Any], word: str, annotation: Any, *, create: bool = False) -> None:
    below = schema.get(word, {} if create else None)
    if isinstance(below, Mapping):
        found = _inside(annotation, dict(below))
        if found or not create:
            schema[word] = found
