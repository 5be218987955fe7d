"""``anyOf`` and ``oneOf``, alone or beside what holds for every branch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from modelpact.documents.values import Json, JsonObject
from modelpact.graph.lowering.keywords import ANNOTATIONS, OBJECT
from modelpact.graph.lowering.merging import intersect, named
from modelpact.graph.lowering.reading import read_list
from modelpact.graph.lowering.refining import refine
from modelpact.graph.lowering.scope import Scope, Shape, Tokens
from modelpact.graph.lowering.sealing import Seal
from modelpact.graph.lowering.unions import union_of
from modelpact.graph.nodes import AnyType

__all__ = ["Base", "alternatives"]

_MOST_BRANCHES: Final = 64
"""More branches beside a base are not multiplied out."""


@dataclass(frozen=True, slots=True)
class Base:
    """What holds for every branch: what stands beside them, and what closes each."""

    shape: Shape
    seal: Seal | None = None


def alternatives(
    schema: JsonObject, keyword: str, base: Base, tokens: Tokens, scope: Scope
) -> Shape:
    """The union of the branches, each together with what stands beside them."""
    branches = read_list(schema, keyword, tokens, scope)
    if not branches:
        if isinstance(schema[keyword], list | tuple):
            scope.fault(
                f"`{keyword}` must have at least one branch",
                (*tokens, keyword),
                advice="Remove it, or say `false` where no value is meant.",
                rule="invalid-keyword",
            )
        return base.shape
    if all(map(_only_limits, branches)):
        scope.demand(keyword, tokens)
        return base.shape
    exclusive = keyword == "oneOf" and len(branches) > 1
    alone = isinstance(base.shape, AnyType) and base.seal is None
    if alone or len(branches) > _MOST_BRANCHES:
        plain = [scope.type_of(b, (*tokens, keyword, i)) for i, b in enumerate(branches)]
        union = union_of(plain, exclusive=exclusive)
        if base.seal is not None:
            scope.demand("unevaluatedProperties", tokens)
        return intersect(base.shape, union, tokens, scope)
    places = [(*tokens, keyword, index) for index in range(len(branches))]
    members = [
        named(_under(branch, base, place, scope), place, scope)
        for branch, place in zip(branches, places, strict=True)
    ]
    if base.seal is not None and keyword == "anyOf":
        scope.note(
            "narrowed-type",
            "a value of several branches of `anyOf` may have the members of all of them;"
            " here each branch is closed",
            tokens,
        )
    return union_of(members, exclusive=exclusive)


def _only_limits(branch: Json) -> bool:
    """Whether a branch only restricts an object that is described elsewhere."""
    if not isinstance(branch, dict):
        return False
    words = branch.keys() - ANNOTATIONS
    return bool(words) and words <= _LIMITS


_LIMITS: Final = (OBJECT - {"properties", "patternProperties", "additionalProperties"}) | {"not"}


def _under(branch: Json, base: Base, tokens: Tokens, scope: Scope) -> Shape:
    """A branch together with its base."""
    if isinstance(branch, dict) and not isinstance(base.shape, AnyType) and _untyped(branch):
        shape = refine(base.shape, branch, tokens, scope)
    else:
        own = scope.session.shape_of(branch, tokens, scope, part=True)
        shape = intersect(base.shape, own, tokens, scope)
    return shape if base.seal is None else base.seal(shape)


def _untyped(branch: JsonObject) -> bool:
    words = branch.keys() - ANNOTATIONS
    return words.isdisjoint(
        {"type", "enum", "const", "$ref", "$dynamicRef", "$recursiveRef", "allOf", "anyOf", "oneOf"}
    )
