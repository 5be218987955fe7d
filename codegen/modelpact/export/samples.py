"""What defaults and examples must not hold, left out wherever it is embedded.

That is internal members and, in one half of a pair, those that only the other half has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from modelpact.export.generation import Generation
from modelpact.export.places import IN, OUT

__all__ = ["Pruner", "foreign_members"]


def foreign_members(
    generation: Generation, pairs: Iterable[str], internal: Mapping[str, frozenset[str]]
) -> Mapping[str, frozenset[str]]:
    """For each key of a definition the members that no sample of it may hold.

    Args:
        generation: What Pydantic says.
        pairs: The core references whose two halves are documents of their own.
        internal: The members that are left out of documents, by key.

    """
    hidden = dict(internal)
    for ref in pairs:
        for mark, other in ((IN, OUT), (OUT, IN)):
            own = _members(generation, f"{ref}{mark}")
            foreign = _members(generation, f"{ref}{other}") - own
            if own and foreign:
                key = f"{ref}{mark}"
                hidden[key] = hidden.get(key, frozenset()) | foreign
    return hidden


def _members(generation: Generation, key: str) -> frozenset[str]:
    return frozenset(generation.definitions[key].get("properties", ()))


class Pruner:
    """Walks a value and the schema that it is a sample of side by side.

    Where a union leaves open which branch a value belongs to, a member that any branch which it may
    belong to hides is left out: better an example that lacks something than a secret told.
    """

    def __init__(
        self, definitions: Mapping[str, Mapping[str, Any]], hidden: Mapping[str, frozenset[str]]
    ) -> None:
        self._definitions = definitions
        self._hidden = hidden

    def __call__(self, value: Any, schema: Mapping[str, Any]) -> Any:
        """The value without what is hidden."""
        if not self._hidden or not isinstance(value, dict | list):
            return value
        return self._pruned(value, schema, frozenset())

    def examples(self, values: Iterable[Any], key: str) -> Iterator[Any]:
        """The examples of a whole definition that still are some, without what is hidden."""
        required = self._definitions[key].get("required", ())
        needed = set(required) - self._hidden.get(key, frozenset())
        for value in values:
            pruned = self({"$": value}, {"properties": {"$": {"$ref": key}}})["$"]
            lost = isinstance(value, dict) and len(pruned) < len(value)
            if not lost or needed <= pruned.keys():
                yield pruned

    def _pruned(self, value: Any, schema: Any, seen: frozenset[str]) -> Any:
        if not isinstance(schema, Mapping) or not isinstance(value, dict | list):
            return value
        key = schema.get("$ref")
        if key is not None and key not in seen:
            hidden = self._hidden.get(key, ())
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
