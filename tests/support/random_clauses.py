"""Random choices among single keywords of one type: what a solver of clauses has to get right.

A schema is an ``allOf`` of ``anyOf``; each part is one keyword of the same type, or its negation.
So nothing is settled by type, and every choice matters.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any, Final, TypeAlias

from support.random_schemas import Schema

__all__ = ["clauses", "tagged_union"]

Atoms: TypeAlias = Callable[[Random], dict[str, Any]]

_TAGS: Final = ("a", "b", "c", "d", 1)
_SMALL: Final[tuple[dict[str, Any], ...]] = (
    {"type": "string"},
    {"type": "integer"},
    {"const": 1},
    {"const": "a"},
    {"enum": [1, 2]},
    {"minimum": 2},
    {"not": {"const": 1}},
    {"type": ["object", "null"]},
)


def clauses(random: Random) -> Schema:
    """A schema of one type in two to four clauses."""
    kind, atoms = random.choice(_TYPES)
    parts = []
    for _ in range(random.randrange(2, 5)):
        ways = [_signed(atoms(random), random) for _ in range(random.randrange(1, 4))]
        keyword = "oneOf" if random.random() < 0.2 else "anyOf"
        parts.append({keyword: ways})
    return {"type": kind, "allOf": parts}


def tagged_union(random: Random) -> Schema:
    """Objects told apart by a tag, or nearly: tags may overlap, or be optional in a branch."""
    branches = []
    for _ in range(random.randrange(2, 5)):
        tags = random.sample(_TAGS, 1 if random.random() < 0.8 else 2)
        tag = {"const": tags[0]} if len(tags) == 1 else {"enum": tags}
        branch: dict[str, Any] = {
            "type": "object",
            "properties": {"kind": tag, "v": _value(random)},
        }
        if random.random() < 0.9:
            branch["required"] = ["kind"]
        if random.random() < 0.3:
            branch["additionalProperties"] = False
        branches.append(branch)
    found: dict[str, Any] = {"oneOf" if random.random() < 0.7 else "anyOf": branches}
    if random.random() < 0.2:
        found["properties"] = {"v": _value(random)}
    return found


def _signed(atom: dict[str, Any], random: Random) -> dict[str, Any]:
    return {"not": atom} if random.random() < 0.35 else atom


def _value(random: Random) -> dict[str, Any]:
    return dict(random.choice(_SMALL))


def _of_objects(random: Random) -> dict[str, Any]:
    name = random.choice(("a", "b"))
    return random.choice(
        (
            lambda: {"required": [name]},
            lambda: {"properties": {name: _value(random)}},
            lambda: {"properties": {name: _value(random)}},
            lambda: {"additionalProperties": _value(random)},
            lambda: {"patternProperties": {random.choice(("^a", "b$", "c")): _value(random)}},
            lambda: {"propertyNames": {"pattern": random.choice(("^a", "b$", "^[abc]$"))}},
            lambda: {"minProperties": random.randrange(1, 4)},
            lambda: {"maxProperties": random.randrange(3)},
            lambda: {"properties": {name: True}, "additionalProperties": False},
            lambda: {"const": random.choice(({}, {"a": 1}, {"a": 1, "b": "a"}))},
        )
    )()


def _of_arrays(random: Random) -> dict[str, Any]:
    return random.choice(
        (
            lambda: {"items": _value(random)},
            lambda: {"prefixItems": [_value(random)]},
            lambda: {"prefixItems": [True, _value(random)]},
            lambda: {"prefixItems": [True], "items": _value(random)},
            lambda: {"contains": _value(random)},
            lambda: {"contains": _value(random), "minContains": 2},
            lambda: {"contains": _value(random), "minContains": 0, "maxContains": 1},
            lambda: {"minItems": random.randrange(1, 4)},
            lambda: {"maxItems": random.randrange(4)},
            lambda: {"uniqueItems": True},
            lambda: {"const": random.choice(([], [1], ["a", 1]))},
        )
    )()


def _of_strings(random: Random) -> dict[str, Any]:
    return random.choice(
        (
            lambda: {"minLength": random.randrange(1, 4)},
            lambda: {"maxLength": random.randrange(4)},
            lambda: {"pattern": random.choice(("a", "^a", "b$", "^[ab]*$", "aa", "^.b?$", "\\d"))},
            lambda: {"const": random.choice(("", "a", "ab", "b"))},
            lambda: {"enum": random.sample(("", "a", "ab", "b", "1"), 2)},
        )
    )()


def _of_numbers(random: Random) -> dict[str, Any]:
    return random.choice(
        (
            lambda: {"minimum": random.randrange(-2, 6)},
            lambda: {"maximum": random.randrange(-2, 6)},
            lambda: {"exclusiveMinimum": random.choice((0, 1.5, 3))},
            lambda: {"exclusiveMaximum": random.choice((0, 2.5, 4))},
            lambda: {"multipleOf": random.choice((1, 2, 3, 0.5, 1.5, 0.75))},
            lambda: {"type": "integer"},
            lambda: {"const": random.choice((0, 1, 2, 3, 0.5, 1.5))},
            lambda: {"enum": random.sample((0, 1, 2, 3, 4, 0.5), 2)},
        )
    )()


_TYPES: Final[tuple[tuple[str, Atoms], ...]] = (
    ("object", _of_objects),
    ("array", _of_arrays),
    ("string", _of_strings),
    ("number", _of_numbers),
)
