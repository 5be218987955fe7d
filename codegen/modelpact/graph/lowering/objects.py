"""Records and maps."""

from __future__ import annotations

import re
from typing import Final, Literal, cast

from modelpact.documents.values import Json, JsonObject
from modelpact.graph.lowering.keys import key_type
from modelpact.graph.lowering.reading import read_count, read_map, read_names
from modelpact.graph.lowering.scope import Scope, Tokens
from modelpact.graph.lowering.words import default_of, facts_of, texts, words_of
from modelpact.graph.nodes import (
    AnyType,
    MapType,
    NeverType,
    PatternMembers,
    Property,
    Record,
    StringType,
    Type,
    Unexpressed,
)

__all__ = ["is_record", "object_shape", "pattern_finds"]

_MEMBER_KEYWORDS: Final = frozenset(
    {"additionalProperties", "unevaluatedProperties", "patternProperties", "propertyNames"}
)
_UNSTATED: Final = ("dependentRequired", "dependentSchemas", "dependencies")


def is_record(schema: JsonObject) -> bool:
    """Whether an object schema is a record: it names members, or its values have no members at all.

    ``{"type": "object"}`` says of objects nothing but that they are: that is a map of anything,
    unless it has a role, for then it is a model that has no members.
    """
    if schema.get("properties") is not None or schema.get("required"):
        return True
    if "patternProperties" in schema:
        return not _is_pattern_map(schema)
    if "additionalProperties" in schema:
        return schema["additionalProperties"] is False
    return schema.get("unevaluatedProperties") is False or "role" in facts_of(schema)


def _is_pattern_map(schema: JsonObject) -> bool:
    """One pattern and nothing else: the pattern tells what keys there are."""
    patterns = schema.get("patternProperties")
    rest = schema.get("additionalProperties", schema.get("unevaluatedProperties", True))
    return isinstance(patterns, dict) and len(patterns) == 1 and rest is False


def object_shape(
    schema: JsonObject, tokens: Tokens, scope: Scope, *, part: bool = False
) -> Record | MapType:
    """What a schema says of objects. A ``part`` silent of members leaves that to others."""
    for keyword in _UNSTATED:
        if keyword in schema:
            scope.demand(keyword, tokens)
    if is_record(schema) or (part and _MEMBER_KEYWORDS.isdisjoint(schema)):
        return _record(schema, tokens, scope)
    return _map(schema, tokens, scope)


def _map(schema: JsonObject, tokens: Tokens, scope: Scope) -> MapType:
    patterns = read_map(schema, "patternProperties", tokens, scope)
    values: Type = AnyType()
    keys: Type = StringType()
    if patterns:
        pattern, inner = next(iter(patterns.items()))
        values = scope.child(inner, (*tokens, "patternProperties", pattern))
        keys = StringType(patterns=(pattern,))
    else:
        for keyword in ("additionalProperties", "unevaluatedProperties"):
            if keyword in schema:
                values = scope.child(schema[keyword], (*tokens, keyword))
                break
    kind = facts_of(schema).get("keys")
    known: Literal["string", "integer", "boolean"] = "string"
    if kind in ("integer", "boolean"):
        known = cast("Literal['integer', 'boolean']", kind)
    return MapType(
        values=values,
        keys=key_type(keys, schema, tokens, scope),
        key_kind=known,
        min_properties=read_count(schema, "minProperties", tokens, scope) or 0,
        max_properties=read_count(schema, "maxProperties", tokens, scope),
    )


def _record(schema: JsonObject, tokens: Tokens, scope: Scope) -> Record:
    if "propertyNames" in schema:
        scope.demand("propertyNames", tokens)
    patterns = tuple(
        PatternMembers(pattern, scope.child(inner, (*tokens, "patternProperties", pattern)))
        for pattern, inner in read_map(schema, "patternProperties", tokens, scope).items()
    )
    extra, extras = _extras(schema, tokens, scope)
    required = read_names(schema, "required", tokens, scope)
    stated = read_map(schema, "properties", tokens, scope)
    always = frozenset(required)
    properties = [
        _property(name, inner, (*tokens, "properties", name), name in always, scope)
        for name, inner in stated.items()
    ]
    for name in dict.fromkeys(required):
        if name not in stated:
            kind = _undeclared(name, Record((), extras, extra, patterns), tokens, scope)
            location = scope.location((*tokens, "required"))
            properties.append(Property(name, kind, required=True, location=location))
    if patterns:
        _check_patterns(properties, patterns, tokens, scope)
    return Record(
        properties=tuple(properties),
        extras=extras,
        extra=extra,
        patterns=patterns,
        min_properties=read_count(schema, "minProperties", tokens, scope) or 0,
        max_properties=read_count(schema, "maxProperties", tokens, scope),
    )


def _property(name: str, schema: Json, tokens: Tokens, required: bool, scope: Scope) -> Property:
    demands = scope.demands
    known = len(demands)
    kind = scope.child(schema, tokens)
    own: tuple[Unexpressed, ...] = ()
    if len(demands) > known:
        own = tuple(demands[known:])
        del demands[known:]
    if not isinstance(schema, dict):
        return Property(name, kind, required, unexpressed=own, location=scope.location(tokens))
    return Property(
        name=name,
        type=kind,
        required=required,
        words=words_of(schema, name),
        default=default_of(schema),
        read_only=schema.get("readOnly") is True,
        write_only=schema.get("writeOnly") is True,
        renamed_from=texts(facts_of(schema).get("renamedFrom")),
        unexpressed=own,
        location=scope.location(tokens),
    )


def _extras(
    schema: JsonObject, tokens: Tokens, scope: Scope
) -> tuple[Type | None, Literal["closed", "unsaid", "open"]]:
    """What other members there may be. ``unevaluatedProperties`` of compositions comes later."""
    keyword = "additionalProperties"
    if keyword not in schema:
        keyword = "unevaluatedProperties"  # the same, where there is no composition
    if keyword not in schema:
        return None, "unsaid"
    kind = scope.child(schema[keyword], (*tokens, keyword))
    return (None, "closed") if isinstance(kind, NeverType) else (kind, "open")


def _undeclared(name: str, rest: Record, tokens: Tokens, scope: Scope) -> Type:
    """The type of a member that is required and has no schema of its own."""
    matching = [members for members in rest.patterns if pattern_finds(members.pattern, name)]
    if len(matching) == 1:
        return matching[0].type
    if matching:
        scope.demand("patternProperties", tokens)
        return matching[0].type
    if rest.extras == "closed":
        return NeverType()
    return rest.extra if rest.extra is not None else AnyType()


def _check_patterns(
    properties: list[Property],
    patterns: tuple[PatternMembers, ...],
    tokens: Tokens,
    scope: Scope,
) -> None:
    """Say so where a declared member has to match a pattern's schema too."""
    for members in patterns:
        if any(
            pattern_finds(members.pattern, known.name) is not False and known.type != members.type
            for known in properties
        ):
            scope.demand("patternProperties", tokens)
            return


def pattern_finds(pattern: str, name: str) -> bool | None:
    """Whether a pattern is found in a name; ``None`` where that cannot be told here."""
    try:
        return re.search(pattern, name) is not None
    except (re.error, RecursionError, OverflowError):
        return None
