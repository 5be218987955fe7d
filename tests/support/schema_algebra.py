"""Schemas made of schemas, with definitions renamed: references still lead where they led."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from support.random_schemas import Schema

__all__ = ["combined", "rewritten", "shuffled"]


def combined(make: Callable[..., Schema], *schemas: Schema) -> Schema:
    """A schema that ``make`` builds of others, each given without its definitions."""
    definitions: dict[str, Schema] = {}
    bodies = []
    for number, schema in enumerate(schemas):
        body = _renamed(schema, f"{number}")
        if isinstance(body, dict):
            definitions.update(
                {f"{number}{name}": part for name, part in body.pop("$defs", {}).items()}
            )
        bodies.append(body)
    made = make(*bodies)
    if isinstance(made, bool):
        made = {"allOf": [made]}
    return {**made, "$defs": definitions} if definitions else made


def _renamed(value: Any, prefix: str) -> Any:
    if isinstance(value, list):
        return [_renamed(item, prefix) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        name: item.replace("#/$defs/", f"#/$defs/{prefix}")
        if name == "$ref" and isinstance(item, str)
        else _renamed(item, prefix)
        for name, item in value.items()
    }


def shuffled(value: Any, random: Random) -> Any:
    """The same schema with keywords, properties, branches and members of enums in another order."""
    if isinstance(value, list):
        return [shuffled(item, random) for item in value]
    if not isinstance(value, dict):
        return value
    names = list(value)
    random.shuffle(names)
    found = {name: shuffled(value[name], random) for name in names}
    for keyword in ("anyOf", "oneOf", "allOf", "enum", "required", "type"):
        if isinstance(found.get(keyword), list):
            random.shuffle(found[keyword])
    return found


def rewritten(schema: Schema, random: Random) -> Schema:
    """The same set in other words: double negation, unions with nothing, a detour by reference."""
    for _ in range(random.randrange(1, 4)):
        schema = combined(random.choice(_REWRITES), schema)
        if random.random() < 0.3:
            schema = _by_reference(schema)
    return shuffled(schema, random)


def _by_reference(schema: Schema) -> Schema:
    if isinstance(schema, bool):
        return schema
    definitions = dict(schema.get("$defs", {}))
    name = f"detour{len(definitions)}"
    definitions[name] = {k: value for k, value in schema.items() if k != "$defs"}
    return {"$ref": f"#/$defs/{name}", "$defs": definitions}


def _by_cases(schema: Schema) -> Schema:
    return {"if": {"type": "object"}, "then": schema, "else": schema}


def _by_types(schema: Schema) -> Schema:
    names = ("null", "boolean", "number", "string", "array", "object")
    return {"anyOf": [{"type": name, "allOf": [schema]} for name in names]}


_REWRITES: tuple[Callable[[Schema], Schema], ...] = (
    lambda schema: {"allOf": [schema]},
    lambda schema: {"allOf": [schema, True, schema]},
    lambda schema: {"anyOf": [schema, {"not": {}}]},
    lambda schema: {"oneOf": [{"not": {}}, schema]},
    lambda schema: {"not": {"not": schema}},
    lambda schema: {"not": {"anyOf": [{"not": schema}, False]}},
    _by_cases,
    _by_types,
)
