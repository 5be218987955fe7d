"""Random schemas of two corners that free drawing seldom reaches: dense cycles, and large sizes."""

from __future__ import annotations

from random import Random
from typing import Any, Final

from support.random_schemas import DEFINITIONS, Schema

__all__ = ["closed_document", "cyclic_document", "extreme_schema"]

_ENDS: Final = ({"type": "null"}, {"const": 0.5}, {"const": 1}, {"type": "boolean"})
_KEYS: Final = ("x", "y")


def cyclic_document(random: Random) -> Schema:
    """Definitions like the rules of a tree automaton: ends, and objects or arrays of each other.

    Nearly every goal is met again on its own path, under both signs, with and without a way out.
    """
    root = random.choice(
        (
            _reference(random),
            {"allOf": [_reference(random), _reference(random)]},
            {"allOf": [_reference(random), {"not": _reference(random)}]},
            _record(random, 3),
            _list(random, 3),
        )
    )
    return {**root, "$defs": {name: _rule(random) for name in DEFINITIONS}}


def closed_document(random: Random) -> Schema:
    """Such rules that close here and there over what references and branches evaluate."""
    return _closed(cyclic_document(random), random)


def _closed(schema: Any, random: Random) -> Any:
    if isinstance(schema, list):
        return [_closed(part, random) for part in schema]
    if not isinstance(schema, dict):
        return schema
    found = {name: _closed(part, random) for name, part in schema.items()}
    if not found.keys().isdisjoint(("$ref", "anyOf", "type")) and random.random() < 0.3:
        keyword = "unevaluatedItems" if found.get("type") == "array" else "unevaluatedProperties"
        found[keyword] = random.choice((False, False, {"type": "null"}))
    return found


def _rule(random: Random) -> dict[str, Any]:
    ways = [_way(random) for _ in range(random.randrange(1, 4))]
    return {random.choice(("anyOf", "anyOf", "anyOf", "oneOf")): ways}


def _way(random: Random) -> dict[str, Any]:
    chance = random.random()
    if chance < 0.3:
        return dict(random.choice(_ENDS))
    found = _record(random, 2) if chance < 0.7 else _list(random, 2)
    if random.random() < 0.35:
        make = _record if found["type"] == "object" else _list
        clauses = [make(random, 1), {"not": make(random, 1)}, make(random, 1)]
        found["allOf"] = [
            {"anyOf": random.sample(clauses, 2)} for _ in range(random.randrange(1, 3))
        ]
    return found


def _reference(random: Random) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{random.choice(DEFINITIONS)}"}


def _held(random: Random) -> Schema:
    chance = random.random()
    if chance < 0.15:
        return {"not": _reference(random)}
    return dict(random.choice(_ENDS)) if chance < 0.3 else _reference(random)


def _record(random: Random, most: int) -> dict[str, Any]:
    found: dict[str, Any] = {"type": "object"}
    names = random.sample(_KEYS, min(random.randrange(1, most + 1), len(_KEYS)))
    found["properties"] = {name: _held(random) for name in names}
    if random.random() < 0.7:
        found["required"] = sorted(names)
    if random.random() < 0.3:
        found["additionalProperties"] = random.choice((False, _reference(random)))
    if random.random() < 0.1:
        found["minProperties"] = random.randrange(1, 3)
    return found


def _list(random: Random, most: int) -> dict[str, Any]:
    found: dict[str, Any] = {"type": "array"}
    chance = random.random()
    if chance < 0.6:
        found["prefixItems"] = [_held(random) for _ in range(random.randrange(1, most + 1))]
    if chance > 0.4:
        found["items"] = random.choice((False, _held(random)))
    if random.random() < 0.7:
        found["minItems"] = random.randrange(1, 3)
    if random.random() < 0.3:
        found["contains"] = _held(random)
        if random.random() < 0.5:
            found["maxContains"] = 1
    if random.random() < 0.15:
        found["uniqueItems"] = True
    return found


_LARGE: Final = (10, 63, 64, 65, 100, 255, 1000)
_FAR: Final = (2**31, 2**53, 2**53 + 1, 10**20, -(10**20), 1e-7, 123456.789, 0.3, 1e15)
_STEPS: Final = (7, 11, 1000, 0.01, 0.3, 2**20)
_WORDS: Final = ("é", "漢字", "😀", "a\u0000b", "\ud7ff", "A" * 70, "  ", '"quoted"', "\\")


def extreme_schema(random: Random) -> Schema:
    """Sizes, numbers and texts that are larger or odder than those of everyday schemas."""
    return random.choice((_far_number, _long_text, _long_array, _wide_object, _wide_union))(random)


def _far_number(random: Random) -> dict[str, Any]:
    found: dict[str, Any] = {"type": random.choice(("number", "integer"))}
    for keyword in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"):
        if random.random() < 0.35:
            found[keyword] = random.choice(_FAR)
    if random.random() < 0.5:
        found["multipleOf"] = random.choice(_STEPS)
    if random.random() < 0.2:
        found["not"] = {"multipleOf": random.choice(_STEPS)}
    return found


def _long_text(random: Random) -> dict[str, Any]:
    if random.random() < 0.2:
        return {"enum": random.sample(_WORDS, 3)}
    found: dict[str, Any] = {"type": "string"}
    if random.random() < 0.5:
        found["minLength"] = random.choice(_LARGE)
    if random.random() < 0.5:
        found["maxLength"] = random.choice(_LARGE)
    if random.random() < 0.5:
        most = random.choice((3, 40, 64))
        body = random.choice(("[a-z]", "[é-漢]", "\\d", "(?:ab)", "."))
        found["pattern"] = f"^{body}{{1,{most}}}$"
    return found


def _long_array(random: Random) -> dict[str, Any]:
    found: dict[str, Any] = {"type": "array"}
    if random.random() < 0.5:
        found["items"] = random.choice(
            ({"type": "integer"}, {"type": "boolean"}, _far_number(random))
        )
    if random.random() < 0.6:
        found["minItems"] = random.choice(_LARGE[:5])
    if random.random() < 0.6:
        found["maxItems"] = random.choice(_LARGE)
    if random.random() < 0.2:
        found["uniqueItems"] = True
    if random.random() < 0.2:
        found["contains"] = {"const": 1}
        found["minContains"] = random.choice((1, 5))
    return found


def _wide_object(random: Random) -> dict[str, Any]:
    count = random.choice((8, 12, 16))
    names = [f"field{number}" for number in range(count)]
    found: dict[str, Any] = {
        "type": "object",
        "properties": {name: {"type": random.choice(("string", "integer"))} for name in names},
    }
    if random.random() < 0.5:
        found["required"] = random.sample(names, count // 2)
    if random.random() < 0.4:
        found["minProperties"] = random.choice((4, count, 64))
    if random.random() < 0.4:
        found["maxProperties"] = random.choice((4, count, 64))
    if random.random() < 0.5:
        found["additionalProperties"] = random.choice((False, {"type": "boolean"}))
    if random.random() < 0.2:
        found["patternProperties"] = {"^field1": {"minLength": 2, "minimum": 3}}
    return found


def _wide_union(random: Random) -> dict[str, Any]:
    branches = []
    for number in random.sample(range(14), random.choice((4, 8, 12))):
        branch = {
            "type": "object",
            "properties": {"kind": {"const": f"k{number}"}, "v": _far_number(random)},
            "required": ["kind"],
        }
        branches.append(branch)
    return {random.choice(("oneOf", "anyOf")): branches}
