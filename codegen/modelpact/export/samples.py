"""Leaving internal members out of defaults and examples, wherever they are embedded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

__all__ = ["Pruner"]


class Pruner:
    """Walks a value and the schema that it is a sample of side by side.

    Where a union leaves open which branch a value belongs to, a member that any branch which it may
    belong to calls internal is left out: better an example that lacks something than a secret told.
    """

    def __init__(
        self, definitions: Mapping[str, Mapping[str, Any]], internal: Mapping[str, frozenset[str]]
    ) -> None:
        self._definitions = definitions
        self._internal = internal

    def __call__(self, value: Any, schema: Mapping[str, Any]) -> Any:
        """The value without internal members."""
        if not self._internal or not isinstance(value, dict | list):
            return value
        return self._pruned(value, schema, frozenset())

    def definition(self, value: Any, key: str) -> Any:
        """The value of a whole definition without internal members."""
        return self({"$": value}, {"properties": {"$": {"$ref": key}}})["$"]

    def _pruned(self, value: Any, schema: Any, seen: frozenset[str]) -> Any:
        if not isinstance(schema, Mapping) or not isinstance(value, dict | list):
            return value
        key = schema.get("$ref")
        if key is not None and key not in seen:
            hidden = self._internal.get(key, ())
            if isinstance(value, dict):
                value = {name: inner for name, inner in value.items() if name not in hidden}
            value = self._pruned(value, self._definitions.get(key, {}), seen | {key})
        for word in ("anyOf", "oneOf", "allOf"):
            for branch in schema.get(word, ()):
                if self._may_be(value, branch):
                    value = self._pruned(value, branch, seen)
        return (
            self._object(value, schema) if isinstance(value, dict) else self._array(value, schema)
        )

    def _object(self, value: dict[str, Any], schema: Mapping[str, Any]) -> dict[str, Any]:
        properties = schema.get("properties", {})
        others = schema.get("additionalProperties", {})
        return {
            name: self._pruned(inner, properties.get(name, others), frozenset())
            for name, inner in value.items()
        }

    def _array(self, value: list[Any], schema: Mapping[str, Any]) -> list[Any]:
        positions = schema.get("prefixItems", ())
        rest = schema.get("items", {})
        return [
            self._pruned(item, positions[i] if i < len(positions) else rest, frozenset())
            for i, item in enumerate(value)
        ]

    def _may_be(self, value: Any, branch: Any) -> bool:
        """Whether the constants of an object's properties speak against it."""
        meant = self._definitions.get(branch.get("$ref", ""), branch)
        if not isinstance(value, dict):
            return True
        return all(
            name not in value or "const" not in inner or inner["const"] == value[name]
            for name, inner in meant.get("properties", {}).items()
        )
