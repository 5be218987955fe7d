"""The kinds of random schemas, and families: some related schemas to compare with each other."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any, Final, TypeAlias

from support.random_clauses import clauses, tagged_union
from support.random_corners import closed_document, cyclic_document, extreme_schema
from support.random_drafts import draft4_schema, draft7_schema, draft2019_schema
from support.random_models import model_document
from support.random_schemas import NAMES, Schema, SchemaGenerator
from support.schema_mutations import mutated

__all__ = ["KINDS", "Family", "draw_family"]

Family: TypeAlias = tuple[Schema, ...]
Kind: TypeAlias = Callable[[Random], Schema]

_G = SchemaGenerator


def _numbers(random: Random) -> Schema:
    draw = _G(random)
    found = draw.number()
    if draw.often(0.3):
        found["not"] = draw.pick((draw.number, draw.constants))()
    if draw.often(0.3):
        found[draw.pick(("anyOf", "allOf", "oneOf"))] = [draw.number(), draw.number()]
    return found


def _strings(random: Random) -> Schema:
    draw = _G(random)
    found = draw.string()
    if draw.often(0.3):
        found["not"] = draw.pick((draw.string, draw.constants))()
    if draw.often(0.25):
        found[draw.pick(("anyOf", "allOf", "oneOf"))] = [draw.string(), draw.string()]
    return found


def _formats(random: Random) -> Schema:
    draw = _G(random, formats=True)
    found = draw.string()
    if draw.often(0.2):
        found["not"] = draw.string()
    if draw.often(0.3):
        return draw.object(1)
    return found


def _plain(method: Callable[[SchemaGenerator, int], Schema], depth: int) -> Kind:
    return lambda random: method(_G(random), depth)


def _constants(random: Random) -> Schema:
    draw = _G(random)
    found: dict[str, Any] = {}
    if draw.often(0.8):
        found.update(draw.deep_constants())
    if draw.often(0.3):
        found["not"] = draw.deep_constants()
    if draw.often(0.4):
        found.update(draw.pick((draw.array, draw.object))(1))
    if draw.often(0.3):
        found["anyOf"] = [draw.deep_constants(), draw.leaf()]
    return found


def _anything(random: Random) -> Schema:
    return _G(random).schema(3)


def _recursion(random: Random) -> Schema:
    return _G(random, definitions=random.randrange(1, 4)).document(2)


def _deep_recursion(random: Random) -> Schema:
    return _G(random, definitions=3).document(3)


def _records(random: Random) -> Schema:
    """Plain properties, whose schemas may refer to definitions."""
    draw = _G(random, definitions=2)
    found: dict[str, Any] = {
        "type": "object",
        "properties": draw.members(2, 4),
        "required": draw.some(NAMES, 3),
        "$defs": draw.document(1)["$defs"],
    }
    if draw.often(0.4):
        found["additionalProperties"] = draw.pick((False, True, draw.child(1)))
    return found


def _rooted_records(random: Random) -> Schema:
    """The same, whose schemas may refer to each other and to the whole."""
    draw = _G(random)
    found: dict[str, Any] = _records(random)
    target = draw.pick(("#", "#/properties/a", "#/properties/b"))
    found["properties"] |= {
        "a": draw.child(1),
        "b": draw.child(1),
        "kind": {"anyOf": [{"type": "null"}, {"$ref": target}]},
    }
    return found


KINDS: Final[dict[str, Kind]] = {
    "numbers": _numbers,
    "strings": _strings,
    "formats": _formats,
    "arrays": _plain(_G.array, 2),
    "contains": _plain(_G.containing, 2),
    "unique": _plain(_G.distinct, 1),
    "objects": _plain(_G.object, 2),
    "maps": _plain(_G.map, 2),
    "unions": _plain(_G.union, 2),
    "negations": _plain(_G.negation, 2),
    "dependent": _plain(_G.dependent, 2),
    "unevaluated": _plain(_G.unevaluated, 2),
    "constants": _constants,
    "recursion": _recursion,
    "deep recursion": _deep_recursion,
    "clauses": clauses,
    "tagged unions": tagged_union,
    "cycles": cyclic_document,
    "closed cycles": closed_document,
    "extremes": extreme_schema,
    "anything": _anything,
    "models": model_document,
    "records": _records,
    "rooted records": _rooted_records,
    "draft 2019-09": draft2019_schema,
    "draft 7": draft7_schema,
    "draft 4": draft4_schema,
}
"""By name: one schema of the kind."""


def draw_family(kind: str, seed: int) -> Family:
    """Four schemas of a kind: one, two that changed a little from it, and an unrelated one."""
    random = Random(f"{kind} {seed}")
    make = KINDS[kind]
    first, other = make(random), make(random)
    second = mutated(first, random)
    return first, second, mutated(second, random), other
