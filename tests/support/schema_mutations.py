"""Small edits of a schema, as one version differs from the next."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any, Final

__all__ = ["mutated"]

_MEMBERS: Final = ("properties", "patternProperties", "$defs", "definitions", "dependentSchemas")
_BRANCHES: Final = ("anyOf", "oneOf", "allOf", "prefixItems")
_ONE: Final = (
    "items",
    "contains",
    "not",
    "if",
    "then",
    "else",
    "additionalProperties",
    "propertyNames",
    "unevaluatedProperties",
    "unevaluatedItems",
)
_KEPT: Final = ("$schema", "$defs", "definitions", "$ref", "$id")
_NARROW: Final[tuple[dict[str, Any], ...]] = (
    {"type": "string"},
    {"type": "integer"},
    {"minimum": 1},
    {"maxLength": 2},
    {"not": {}},
)


def mutated(schema: Any, random: Random) -> Any:
    """A copy with one to three edits somewhere in it."""
    found = copied(schema)
    if not isinstance(found, dict):
        return found
    for _ in range(random.randrange(1, 4)):
        _edit(random.choice(list(_places(found))), random)
    return found


def copied(value: Any) -> Any:
    """A deep copy of JSON."""
    if isinstance(value, dict):
        return {name: copied(item) for name, item in value.items()}
    if isinstance(value, list):
        return [copied(item) for item in value]
    return value


def _places(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every schema in a schema that is an object."""
    yield schema
    for keyword, value in schema.items():
        inner: list[Any] = []
        if keyword in _MEMBERS:
            inner = list(value.values())
        elif keyword in _BRANCHES:
            inner = value
        elif keyword in _ONE:
            inner = value if isinstance(value, list) else [value]
        for part in inner:
            if isinstance(part, dict):
                yield from _places(part)


def _edit(place: dict[str, Any], random: Random) -> None:
    keywords = [keyword for keyword in place if keyword not in _KEPT]
    if not keywords or random.random() < 0.15:
        _narrow(place, random)
        return
    keyword = random.choice(keywords)
    value = place[keyword]
    if random.random() < 0.25:
        del place[keyword]
    elif isinstance(value, bool):
        place[keyword] = not value
    elif isinstance(value, int | float):
        _renumber(place, keyword, value, random)
    elif isinstance(value, list):
        _relist(place, keyword, value, random)
    elif keyword in {"properties", "patternProperties", "dependentSchemas"}:
        _remember(value, random)
    elif keyword == "type":
        place[keyword] = (
            random.choice(("string", "number", "object", [value, "null"]))
            if value != "null"
            else "string"
        )
    elif keyword in _ONE:
        place[keyword] = random.choice(
            ({}, {"anyOf": [value, {"type": "null"}]}, {"not": {"not": value}})
        )


def _narrow(place: dict[str, Any], random: Random) -> None:
    """Say one thing more."""
    if random.random() < 0.5 and "allOf" not in place:
        place["allOf"] = [copied(random.choice(_NARROW))]
    else:
        place.setdefault("required", ["a"])


def _renumber(place: dict[str, Any], keyword: str, value: float, random: Random) -> None:
    changed = value + random.choice((-1, 1))
    if keyword == "multipleOf":
        changed = value * random.choice((2, 3, 0.5))
    elif keyword not in {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "const"}:
        changed = max(changed, 0)
    place[keyword] = changed


def _relist(place: dict[str, Any], keyword: str, value: list[Any], random: Random) -> None:
    """One part fewer, another order, one more, or another way to put them together."""
    chance = random.random()
    other = {"anyOf": "oneOf", "oneOf": "anyOf"}.get(keyword)
    if other is not None and other not in place and chance > 0.85:
        place[other] = place.pop(keyword)
        return
    if chance < 0.4 and len(value) > 1:
        place[keyword] = [*value]
        del place[keyword][random.randrange(len(value))]
    elif chance < 0.6:
        random.shuffle(value)
    elif keyword in {"anyOf", "oneOf", "allOf"}:
        value.append(random.choice(({"type": "null"}, {"type": "object"}, {"const": 1})))
    elif keyword == "required" and "b" not in value:
        value.append("b")
    elif keyword == "enum" and "new" not in value:
        value.append("new")


def _remember(value: dict[str, Any], random: Random) -> None:
    """One property fewer, one more, or another schema for one."""
    chance = random.random()
    name = random.choice(list(value)) if value else None
    if name is not None and chance < 0.3:
        del value[name]
    elif name is not None and chance < 0.7:
        value[name] = random.choice(
            ({}, {"anyOf": [value[name], {"type": "null"}]}, {"type": "string"})
        )
    else:
        value["new"] = random.choice(({}, {"type": "string"}, {"type": "integer"}))
