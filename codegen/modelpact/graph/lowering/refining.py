"""Keywords that restrict the values of one JSON type and leave all others alone."""

from __future__ import annotations

from typing import Final

from modelpact.documents.values import JsonObject
from modelpact.graph.lowering.admitting import kind_of
from modelpact.graph.lowering.keywords import ANNOTATIONS, ARRAY, NUMBER, OBJECT, STRING
from modelpact.graph.lowering.merging import intersect, named
from modelpact.graph.lowering.scope import Scope, Shape, Tokens
from modelpact.graph.lowering.unions import union_of
from modelpact.graph.nodes import Reference, UnionType

__all__ = ["refine"]

_WORDS: Final = {"string": STRING, "number": NUMBER, "array": ARRAY, "object": OBJECT}


def refine(shape: Shape, schema: JsonObject, tokens: Tokens, scope: Scope) -> Shape:
    """A shape under keywords that name no type. What cannot be told is demanded."""
    pair = (shape.name if isinstance(shape, Reference) else id(shape), id(schema))
    if pair in scope.session.active:
        return shape  # a circle in place, which is refused in the end
    scope.session.active.add(pair)
    try:
        return _refine(shape, schema, tokens, scope)
    finally:
        scope.session.active.discard(pair)


def _refine(shape: Shape, schema: JsonObject, tokens: Tokens, scope: Scope) -> Shape:
    found = shape
    seen: set[str] = set()
    while isinstance(found, Reference) and found.name not in seen:
        seen.add(found.name)
        found = scope.session.body(found.name).shape
    if isinstance(found, UnionType):
        places = [(*tokens, "anyOf", index) for index in range(len(found.members))]
        members = [
            named(refine(member, schema, place, scope), place, scope)
            for member, place in zip(found.members, places, strict=True)
        ]
        same = all(new is old for new, old in zip(members, found.members, strict=True))
        return shape if same else union_of(members, exclusive=found.exclusive)
    words = schema.keys() - ANNOTATIONS
    kind = kind_of(found)
    if kind == "other":
        for keyword in sorted(words):
            scope.demand(keyword, tokens)
        return shape
    spoken = words & _WORDS.get(kind, frozenset())
    if "not" in words:
        scope.demand("not", tokens)
    if not spoken:
        return shape
    bare = {word: schema[word] for word in schema if word in spoken or word == "x-modelpact"}
    return intersect(shape, scope.session.family(kind, bare, tokens, scope), tokens, scope)
