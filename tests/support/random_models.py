"""Random documents of the shape that Pydantic writes for models."""

from __future__ import annotations

from random import Random
from typing import Any, Final

from support.random_schemas import Schema

__all__ = ["model_document"]

_FIELDS: Final = ("id", "name", "email", "status", "tags", "owner", "items", "kind", "score")
_MODELS: Final = ("User", "Team", "Tag")
_MODES: Final = ("active", "paused", "deleted", "archived")


def model_document(random: Random) -> Schema:
    """A model with others in ``$defs``, some of them recursive, one tagged union perhaps."""
    definitions: dict[str, Any] = {name: _model(random, name) for name in _MODELS}
    definitions["Status"] = _enumeration(random)
    definitions["Cat"] = _tagged(random, "cat")
    definitions["Dog"] = _tagged(random, "dog")
    return {**_model(random, "Root"), "$defs": definitions}


def _model(random: Random, title: str) -> dict[str, Any]:
    fields = random.sample(_FIELDS, random.randrange(1, 5))
    found: dict[str, Any] = {
        "title": title,
        "type": "object",
        "properties": {name: _field(random, name) for name in fields},
    }
    required = [name for name in fields if random.random() < 0.6]
    if required:
        found["required"] = required
    if random.random() < 0.4:
        found["additionalProperties"] = False
    return found


def _tagged(random: Random, tag: str) -> dict[str, Any]:
    found = _model(random, tag.title())
    found["properties"]["kind"] = {"const": tag, "type": "string", "default": tag}
    found["required"] = sorted({*found.get("required", ()), "kind"})
    return found


def _enumeration(random: Random) -> dict[str, Any]:
    return {"type": "string", "enum": sorted(random.sample(_MODES, random.randrange(1, 4)))}


def _field(random: Random, name: str) -> dict[str, Any]:
    found = _type(random)
    if random.random() < 0.3:
        found = {"anyOf": [found, {"type": "null"}], "default": None}
    if random.random() < 0.5 and "$ref" not in found:
        found["title"] = name.title()
    return found


def _type(random: Random, depth: int = 2) -> dict[str, Any]:
    chance = random.random()
    if chance < 0.45:
        return _string(random) if chance < 0.25 else _number(random)
    if chance < 0.5:
        return {"type": "boolean"}
    if chance < 0.75 or depth == 0:
        return {"$ref": f"#/$defs/{random.choice((*_MODELS, 'Status', 'Status'))}"}
    if chance < 0.85:
        return _list(random, depth)
    return _map_or_union(random, depth)


def _map_or_union(random: Random, depth: int) -> dict[str, Any]:
    if random.random() < 0.5:
        return {"type": "object", "additionalProperties": _type(random, depth - 1)}
    return {
        "oneOf": [{"$ref": "#/$defs/Cat"}, {"$ref": "#/$defs/Dog"}],
        "discriminator": {"propertyName": "kind"},
    }


def _string(random: Random) -> dict[str, Any]:
    found: dict[str, Any] = {"type": "string"}
    chance = random.random()
    if chance < 0.3:
        found["maxLength"] = random.choice((1, 20, 50, 200))
    elif chance < 0.5:
        found["pattern"] = random.choice(("^[a-z]+$", "^[a-z0-9-]{1,20}$", "^[A-Z]{2}$", "@"))
    elif chance < 0.6:
        found["format"] = random.choice(("uuid", "date-time", "date", "email"))
    if random.random() < 0.3:
        found["minLength"] = random.choice((0, 1, 2))
    return found


def _number(random: Random) -> dict[str, Any]:
    found: dict[str, Any] = {"type": random.choice(("integer", "number"))}
    if random.random() < 0.5:
        found["minimum"] = random.choice((0, 1))
    if random.random() < 0.3:
        found["exclusiveMaximum"] = random.choice((10, 100))
    return found


def _list(random: Random, depth: int) -> dict[str, Any]:
    found: dict[str, Any] = {"type": "array", "items": _type(random, depth - 1)}
    if random.random() < 0.3:
        found["minItems"] = random.choice((0, 1, 2))
    if random.random() < 0.3:
        found["maxItems"] = random.choice((2, 5, 10))
    if random.random() < 0.2:
        found["uniqueItems"] = True
    return found
