"""Schemas made of schemas: references, ``allOf``, alternatives, and keywords beside them."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Final

from modelpact.documents.values import Json, JsonObject
from modelpact.graph.lowering.alternatives import Base, alternatives
from modelpact.graph.lowering.extensible import extensible_choice
from modelpact.graph.lowering.keywords import ANNOTATIONS, ARRAY, IN_PLACE, OBJECT, REFERENCES
from modelpact.graph.lowering.merging import intersect
from modelpact.graph.lowering.reading import read_list
from modelpact.graph.lowering.refining import refine
from modelpact.graph.lowering.scope import Scope, Shape, Tokens
from modelpact.graph.lowering.sealing import sealer
from modelpact.graph.nodes import AnyType, MapType, NeverType, Record

__all__ = ["compose"]

_TYPED: Final = frozenset({"type", "enum", "const"})
_ANYTHING: Final = Base(AnyType())
_NEUTRAL: Final = Record(())


def compose(
    schema: JsonObject,
    keys: AbstractSet[str],
    tokens: Tokens,
    scope: Scope,
    *,
    part: bool,
) -> Shape:
    """The shape of a schema with references or branches.

    Keywords that name no type (``minLength`` beside ``anyOf: [string, null]``) speak of the values
    of their own type alone: they wait until the types are known.
    """
    if "x-modelpact" in schema:
        open_choice = extensible_choice(schema, tokens, scope)
        if open_choice is not None:
            return open_choice
    if len(keys) == 1:
        if "$ref" in keys:
            return _references(schema, keys, tokens, scope)
        if "anyOf" in keys:
            return alternatives(schema, "anyOf", _ANYTHING, tokens, scope)
    waiting: list[tuple[JsonObject, Tokens]] = []
    shape = _references(schema, keys, tokens, scope)
    shape = _all_of(schema, shape, waiting, tokens, scope)
    own = keys - IN_PLACE - {"unevaluatedProperties"}
    bare = {word: value for word, value in schema.items() if word in own or word == "x-modelpact"}
    if own & _TYPED:
        shape = intersect(shape, scope.session.own_shape(bare, own, tokens, scope), tokens, scope)
    elif own:
        waiting.append((bare, tokens))
    shape = _structure(shape, waiting, scope)
    shape = _branches(schema, keys, shape, tokens, scope)
    for refinement, place in waiting:
        shape = refine(shape, refinement, place, scope)
    shape = _negations(schema, keys, shape, tokens, scope)
    return MapType(AnyType()) if shape == _NEUTRAL and not part else shape


def _references(schema: JsonObject, keys: AbstractSet[str], tokens: Tokens, scope: Scope) -> Shape:
    shape: Shape = AnyType()
    for keyword in REFERENCES:
        if keyword in keys:
            target = scope.session.reference(schema[keyword], keyword, tokens, scope)
            if target is not None:
                shape = intersect(shape, target, tokens, scope)
    return shape


def _all_of(
    schema: JsonObject,
    shape: Shape,
    waiting: list[tuple[JsonObject, Tokens]],
    tokens: Tokens,
    scope: Scope,
) -> Shape:
    for index, inner in enumerate(read_list(schema, "allOf", tokens, scope)):
        place = (*tokens, "allOf", index)
        if isinstance(inner, dict) and _names_no_type(inner):
            waiting.append((inner, place))
            continue
        other = scope.session.shape_of(inner, place, scope, part=True)
        shape = intersect(shape, other, tokens, scope)
    return shape


def _names_no_type(schema: JsonObject) -> bool:
    words = schema.keys() - ANNOTATIONS
    return bool(words) and words.isdisjoint(_TYPED | IN_PLACE)


def _structure(
    shape: Shape,
    waiting: list[tuple[JsonObject, Tokens]],
    scope: Scope,
) -> Shape:
    """Let members and items be known before alternatives are: they are what alternatives add to."""
    for entry in tuple(waiting):
        schema, place = entry
        keys = schema.keys() - ANNOTATIONS
        if keys.isdisjoint(OBJECT | ARRAY):
            continue
        if isinstance(shape, AnyType) and not (keys <= OBJECT or keys <= ARRAY):
            continue
        waiting.remove(entry)
        if isinstance(shape, AnyType):
            shape = scope.session.own_shape(schema, keys, place, scope)
        else:
            shape = refine(shape, schema, place, scope)
    return shape


def _branches(
    schema: JsonObject, keys: AbstractSet[str], shape: Shape, tokens: Tokens, scope: Scope
) -> Shape:
    """The shape with each branch added to it; members that no part evaluates are sealed off."""
    found = [keyword for keyword in ("anyOf", "oneOf") if keyword in keys]
    seal = sealer(schema, tokens, scope) if "unevaluatedProperties" in keys else None
    if seal is not None and len(found) > 1:
        scope.demand("unevaluatedProperties", tokens)
        seal = None
    for keyword in found:
        shape = alternatives(schema, keyword, Base(shape, seal), tokens, scope)
    return seal(shape) if seal is not None and not found else shape


def _negations(
    schema: JsonObject, keys: AbstractSet[str], shape: Shape, tokens: Tokens, scope: Scope
) -> Shape:
    """``not`` and ``if`` have no words, but for ``not`` everything."""
    if "not" in keys:
        inner: Json = schema["not"]
        if inner is True or (isinstance(inner, dict) and not inner.keys() - ANNOTATIONS):
            return NeverType()
        if inner is not False:
            scope.demand("not", tokens)
    if "if" in keys and keys & {"then", "else"}:
        scope.demand("if", tokens)
    elif keys & {"if", "then", "else"}:  # they restrict nothing without each other
        scope.session.leave(scope)
    return shape
