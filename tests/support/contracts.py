"""Small contracts and pairs of schemas for tests of the gate."""

from __future__ import annotations

import copy
from typing import Any

__all__ = ["ADDRESS", "USER", "edited"]

ADDRESS: dict[str, Any] = {
    "type": "object",
    "properties": {
        "city": {"type": "string", "examples": ["Paris"]},
        "zip": {"type": "string"},
    },
    "required": ["city"],
}

USER: dict[str, Any] = {
    "type": "object",
    "properties": {
        "id": {"type": "string", "format": "uuid"},
        "name": {"type": "string", "maxLength": 40, "examples": ["Ada Lovelace"]},
        "age": {"type": "integer", "minimum": 0},
        "status": {"enum": ["active", "invited", "gone"]},
        "home": {"$ref": "#/$defs/Address"},
        "work": {"anyOf": [{"$ref": "#/$defs/Address"}, {"type": "null"}]},
        "tags": {"type": "array", "items": {"type": "string"}},
        "scores": {"type": "object", "additionalProperties": {"type": "number"}},
    },
    "required": ["id", "name"],
    "$defs": {"Address": ADDRESS},
}


def edited(schema: dict[str, Any], *path: str | int, to: Any = ...) -> dict[str, Any]:
    """A copy with another value at a path; without one where none is given."""
    changed = copy.deepcopy(schema)
    inner: Any = changed
    for step in path[:-1]:
        inner = inner[step]
    if to is ...:
        del inner[path[-1]]
    else:
        inner[path[-1]] = to
    return changed
