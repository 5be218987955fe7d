"""``anyOf`` and ``oneOf``, alone or beside what holds for every branch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from modelpact.documents.values import Json, JsonArray, JsonObject
from modelpact.graph.lowering.keywords import ANNOTATIONS, OBJECT
from modelpact.graph.lowering.merging import intersect, named
from modelpact.graph.lowering.reading import read_list
from modelpact.graph.lowering.refining import refine
from modelpact.graph.lowering.scope import Scope, Shape, Tokens
from modelpact.graph.lowering.sealing import Seal
from modelpact.graph.lowering.unions import union_of
from modelpact.graph.nodes import AnyType, Type

__all__ = ["alternatives"]

_MOST_BRANCHES: Final = 64
"""More branches beside a base are not multiplied out."""


def alternatives(
    schema: JsonObject,
    keyword: str,
    base: Shape,
    seal: Seal | None,
    tokens: Tokens,
    scope: Scope,
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
        return base
    if all(map(_only_limits, branches)):
        scope.demand(keyword, tokens)
        return base
    exclusive = keyword == "oneOf" and len(branches) > 1
    if isinstance(base, AnyType) and seal is None:
        plain = [scope.type_of(b, (*tokens, keyword, i)) for i, b in enumerate(branches)]
        return union_of(plain, exclusive=exclusive)
    if len(branches) > _MOST_BRANCHES and not isinstance(base, AnyType):
        plain = [scope.type_of(b, (*tokens, keyword, i)) for i, b in enumerate(branches)]
        return intersect(base, union_of(plain, exclusive=exclusive), tokens, scope)
    members = _under_base(branches, keyword, base, seal, tokens, scope)
    if seal is not None and keyword == "anyOf":
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


def _under_base(
    branches: JsonArray | Sequence[Json],
    keyword: str,
    base: Shape,
    seal: Seal | None,
    tokens: Tokens,
    scope: Scope,
) -> list[Type]:
    members: list[Type] = []
    for index, branch in enumerate(branches):
        place = (*tokens, keyword, index)
        if isinstance(branch, dict) and not isinstance(base, AnyType) and _untyped(branch):
            shape = refine(base, branch, place, scope)
        else:
            own = scope.session.shape_of(branch, place, scope, part=True)
            shape = intersect(base, own, place, scope)
        shape = shape if seal is None else seal(shape)
        members.append(named(shape, place, scope))
    return members


def _untyped(branch: JsonObject) -> bool:
    words = branch.keys() - ANNOTATIONS
    return words.isdisjoint(
        {"type", "enum", "const", "$ref", "$dynamicRef", "$recursiveRef", "allOf", "anyOf", "oneOf"}
    )
