"""What a schema is: its own keywords, and what it composes."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from modelpact.documents.values import Json, JsonObject
from modelpact.graph.lowering.arrays import array_type
from modelpact.graph.lowering.choices import choice_shape
from modelpact.graph.lowering.composing import compose
from modelpact.graph.lowering.keywords import (
    ANNOTATIONS,
    ARRAY,
    IN_PLACE,
    KNOWN,
    OBJECT,
    REFUSED,
    TYPE_NAMES,
    foreign_keywords,
)
from modelpact.graph.lowering.merging import named
from modelpact.graph.lowering.objects import object_shape
from modelpact.graph.lowering.scalars import PLAIN, number_type, string_type
from modelpact.graph.lowering.scope import Scope, Shape, Tokens
from modelpact.graph.lowering.unions import union_of
from modelpact.graph.nodes import AnyType, NeverType

__all__ = ["family", "own_shape", "shape_of"]

_CHOICE: Final = frozenset({"enum", "const"})


def shape_of(schema: Json, tokens: Tokens, scope: Scope, *, part: bool = False) -> Shape:
    """The shape a schema states.

    Args:
        schema: Any JSON value; what is no schema is a fault.
        tokens: Where it stands.
        scope: What it is part of.
        part: Whether others are merged into it (it is a branch, or stands beside branches).

    """
    if not isinstance(schema, dict):
        return _boolean(schema, tokens, scope)
    keys = schema.keys() - ANNOTATIONS
    if not keys:
        return AnyType()
    foreign = keys & foreign_keywords(scope.resource.dialect)
    if foreign or not keys <= KNOWN:
        _judge_words(keys, foreign, tokens, scope)
        schema = {word: value for word, value in schema.items() if word not in foreign}
        keys = (keys & KNOWN) - foreign
    if "$ref" in keys and len(keys) > 1 and scope.resource.dialect.ref_hides_siblings:
        scope.note(
            "ignored-keyword",
            f"beside `$ref`, JSON Schema {scope.resource.dialect.name} ignores"
            f" {', '.join(sorted(keys - {'$ref'}))}",
            tokens,
        )
        keys = {"$ref"}
    if keys & IN_PLACE:
        return compose(schema, keys, tokens, scope, part=part)
    return own_shape(schema, keys, tokens, scope, part=part)


def _boolean(schema: Json, tokens: Tokens, scope: Scope) -> Shape:
    if schema is True:
        return AnyType()
    if schema is not False:
        scope.fault(
            "a schema must be an object or a boolean",
            tokens,
            advice="Put a JSON Schema here.",
            rule="not-a-schema",
        )
    return NeverType()


def _judge_words(
    keys: AbstractSet[str], foreign: AbstractSet[str], tokens: Tokens, scope: Scope
) -> None:
    """Unknown words are annotations; those of another draft were meant to be more."""
    draft = scope.resource.dialect.name
    for word in sorted(keys & REFUSED):
        scope.fault(
            f"`{word}` is a keyword of draft 3, which JSON Schema {draft} does not know",
            (*tokens, word),
            advice="Say it with `allOf`, `not` or `multipleOf`.",
            rule="unsupported-keyword",
        )
    for word in sorted(foreign):
        scope.note(
            "ignored-keyword",
            f"`{word}` means nothing in JSON Schema {draft} and is ignored; is `$schema` right?",
            (*tokens, word),
        )


def own_shape(
    schema: JsonObject, keys: AbstractSet[str], tokens: Tokens, scope: Scope, *, part: bool = False
) -> Shape:
    """What a schema says without its branches and references."""
    if not _CHOICE.isdisjoint(keys):
        return choice_shape(schema, keys, tokens, scope)
    stated = schema.get("type")
    if isinstance(stated, str) and stated in TYPE_NAMES:
        _judge_required(schema, (stated,), tokens, scope)
        return family(stated, schema, tokens, scope, part=part)
    if "type" not in keys:
        return _implied(schema, keys, tokens, scope)
    names = stated if isinstance(stated, list | tuple) else ()
    _judge_required(schema, names, tokens, scope)
    if not names or not all(isinstance(name, str) and name in TYPE_NAMES for name in names):
        scope.fault(
            f"`type` must be one or several of {', '.join(TYPE_NAMES)}",
            (*tokens, "type"),
            advice="Correct the name.",
            rule="invalid-keyword",
        )
        return AnyType()
    if len(names) == 1:
        return family(str(names[0]), schema, tokens, scope, part=part)
    return _several([str(name) for name in names], schema, tokens, scope)


def _judge_required(
    schema: JsonObject, names: Sequence[Json], tokens: Tokens, scope: Scope
) -> None:
    """``required: true``, which draft 3 says of a member, in the member's own schema."""
    if "required" not in schema or "object" in names:
        return
    if not isinstance(schema["required"], list | tuple):
        scope.note(
            "ignored-keyword",
            "`required` means nothing here: the object that has this member lists its name",
            (*tokens, "required"),
        )


def _several(names: list[str], schema: JsonObject, tokens: Tokens, scope: Scope) -> Shape:
    wanted = [name for name in names if name != "integer" or "number" not in names]
    if set(wanted) == set(TYPE_NAMES) - {"integer"} and len(schema.keys() - ANNOTATIONS) == 1:
        return AnyType()
    members = [
        named(family(name, schema, tokens, scope), tokens, scope) for name in dict.fromkeys(wanted)
    ]
    return union_of(members, exclusive=False)


def _implied(schema: JsonObject, keys: AbstractSet[str], tokens: Tokens, scope: Scope) -> Shape:
    """A schema that names no type and restricts values of one type.

    Strictly it accepts all values of other types; nobody who writes ``properties`` means that.
    """
    for name, words in (("object", OBJECT), ("array", ARRAY)):
        if keys & words and keys <= words:
            scope.note("implied-type", f"the schema names no type; it is taken for {name}", tokens)
            return family(name, schema, tokens, scope)
    for keyword in sorted(keys):
        scope.demand(keyword, tokens)
    return AnyType()


def family(
    name: str, schema: JsonObject, tokens: Tokens, scope: Scope, *, part: bool = False
) -> Shape:
    """What a schema says of the values of one JSON type."""
    if name == "string":
        return string_type(schema, tokens, scope)
    if name in {"integer", "number"}:
        return number_type(schema, tokens, scope, integer=name == "integer")
    if name == "object":
        return object_shape(schema, tokens, scope, part=part)
    if name == "array":
        return array_type(schema, tokens, scope)
    return PLAIN[name] if name in PLAIN else NeverType()
