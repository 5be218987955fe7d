"""Payloads to try a few schemas with: near what they speak of, and often what they accept."""

from __future__ import annotations

from random import Random
from typing import Any, Final

from support.random_schemas import NAMES, Schema
from support.schema_mutations import copied

__all__ = ["PayloadSource", "changed"]

_SCALARS: Final = (None, True, False, 0, 1, -1, 2, 0.5, 1.5, "", "a", "b", "ab", "1", "xyz")
_TEXTS: Final = ("", "a", "b", "ab", "ba", "aab", "abab", "1", "a1", "xyz", "aaaaa", "kind")
_BOUNDS: Final = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
_COUNTS: Final = ("minLength", "maxLength")


class PayloadSource:
    """Payloads for the schemas of one family.

    Args:
        random: Where chance comes from.
        schemas: The family, to take constants, bounds and names from.

    """

    def __init__(self, random: Random, schemas: tuple[Schema, ...]) -> None:
        self._random = random
        self._scalars: list[Any] = list(_SCALARS)
        self._names: dict[str, None] = dict.fromkeys(NAMES)
        for schema in schemas:
            self._collect(schema)
        self._all_names = list(self._names)

    def _collect(self, schema: Any) -> None:
        if isinstance(schema, list):
            for part in schema:
                self._collect(part)
        elif isinstance(schema, dict):
            for keyword, value in schema.items():
                self._scalars += _near(keyword, value)
                if keyword in {"properties", "dependentSchemas", "dependencies"}:
                    self._names.update(dict.fromkeys(value))
                if keyword not in {"const", "enum"}:
                    self._collect(list(value.values()) if keyword in _MAPS else value)

    def draw(self, schemas: tuple[Schema, ...], count: int) -> list[Any]:
        """So many payloads: some wild, most along one of the schemas."""
        found = []
        for number in range(count):
            if number % 4 == 0:
                found.append(self.wild(2))
            else:
                schema = schemas[number % len(schemas)]
                found.append(self.along(schema, schema, 4))
        return found

    def _pick(self, options: Any) -> Any:
        return options[int(self._random.random() * len(options))]

    def wild(self, depth: int) -> Any:
        """Any payload made of what the schemas mention."""
        chance = self._random.random()
        if depth == 0 or chance < 0.3:
            return self._pick(self._scalars)
        if chance < 0.6:
            return [self.wild(depth - 1) for _ in range(int(self._random.random() * 4))]
        names = self._random.sample(self._all_names, min(3, int(self._random.random() * 4)))
        return {name: self.wild(depth - 1) for name in names}

    def along(self, schema: Schema, root: Schema, depth: int) -> Any:
        """A payload that a schema might accept: it looks at most keywords and none closely."""
        if isinstance(schema, bool) or depth <= 0:
            return self.wild(min(max(depth, 0), 1))
        schema = self._chosen(schema, root)
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return self._pick(schema["enum"])
        kind = schema.get("type") or self._implied(schema)
        if isinstance(kind, list):
            kind = self._pick(kind) if kind else None
        if kind == "array":
            return self._array(schema, root, depth)
        if kind == "object":
            return self._object(schema, root, depth)
        return self._scalar(schema, kind)

    def _chosen(self, schema: dict[str, Any], root: Schema) -> dict[str, Any]:
        """One schema of a schema and those in place in it, later ones overriding."""
        found = dict(schema)
        for _ in range(6):
            reference = found.pop("$ref", None)
            inner = root.get("$defs", {}).get(reference[8:]) if reference else None
            parts = [] if inner is None else [inner]
            parts += found.pop("allOf", ())
            for keyword in ("anyOf", "oneOf"):
                if found.get(keyword):
                    parts.append(self._pick(found.pop(keyword)))
            branch = self._pick(("then", "else"))
            if "if" in found and branch in found:
                parts.append(found.pop(branch))
            if not parts:
                break
            for part in parts:
                if isinstance(part, dict):
                    found.update(part)
        return found

    def _implied(self, schema: dict[str, Any]) -> str | None:
        for kind, keywords in _IMPLIED:
            if any(keyword in schema for keyword in keywords):
                return kind
        return None

    def _array(self, schema: dict[str, Any], root: Schema, depth: int) -> list[Any]:
        low = max(schema.get("minItems", 0), schema.get("minContains", 0))
        length = min(low + int(self._random.random() * 3), 5)
        first = schema.get("prefixItems", ())
        rest = schema.get("items", schema.get("contains", True))
        if isinstance(rest, list):
            first, rest = rest, schema.get("additionalItems", True)
        if "contains" in schema and self._random.random() < 0.5:
            rest = schema["contains"]
        return [
            self.along(first[i] if i < len(first) else rest, root, depth - 1) for i in range(length)
        ]

    def _object(self, schema: dict[str, Any], root: Schema, depth: int) -> dict[str, Any]:
        properties = schema.get("properties", {})
        names = dict.fromkeys(schema.get("required", ()))
        names.update((name, None) for name in properties if self._random.random() < 0.5)
        if not names or self._random.random() < 0.25:
            names[self._pick(self._all_names)] = None
        other = schema.get("additionalProperties", True)
        for part in schema.get("patternProperties", {}).values():
            other = part if self._random.random() < 0.5 else other
        return {name: self.along(properties.get(name, other), root, depth - 1) for name in names}

    def _scalar(self, schema: dict[str, Any], kind: str | None) -> Any:
        if kind == "string":
            low = schema.get("minLength", 0)
            return self._pick(_TEXTS) if self._random.random() < 0.7 else "a" * min(low, 9)
        if kind in {"integer", "number"}:
            value = schema.get(self._pick(_BOUNDS), self._pick((0, 1, 2, 1.5)))
            if isinstance(value, bool):
                value = 1
            value = value + self._pick((0, 0, 1, -1))
            return int(value) if kind == "integer" else value
        if kind == "boolean":
            return self._random.random() < 0.5
        return None if kind == "null" else self._pick(self._scalars)


def changed(value: Any, random: Random) -> Any:
    """A copy of a payload with one small change somewhere."""
    box = [copied(value)]
    holder: Any = box
    key: Any = 0
    while isinstance(holder[key], dict | list) and holder[key] and random.random() < 0.7:
        holder = holder[key]
        key = random.choice(list(holder)) if isinstance(holder, dict) else _index(holder, random)
    inner = holder[key]
    if isinstance(inner, list) and random.random() < 0.6:
        inner.append(random.choice(_SCALARS))
    elif isinstance(inner, dict) and random.random() < 0.6:
        inner[random.choice(NAMES)] = random.choice(_SCALARS)
    elif isinstance(holder, dict) and random.random() < 0.4:
        del holder[key]
    else:
        holder[key] = random.choice(_SCALARS)
    return box[0]


def _near(keyword: str, value: Any) -> list[Any]:
    """Values at the edge of what one keyword says."""
    if keyword == "const":
        return [value]
    if keyword == "enum":
        return list(value)
    if keyword in _BOUNDS and not isinstance(value, bool):
        return [value, value + 1, value - 1, value + 0.5]
    return ["a" * value, "b" * (value + 1)] if keyword in _COUNTS else []


def _index(items: list[Any], random: Random) -> int:
    return int(random.random() * len(items))


_MAPS: Final = (
    "properties",
    "patternProperties",
    "$defs",
    "definitions",
    "dependentSchemas",
    "dependencies",
)
_IMPLIED: Final = (
    ("object", ("properties", "required", "patternProperties", "additionalProperties")),
    ("object", ("minProperties", "maxProperties", "propertyNames", "unevaluatedProperties")),
    ("array", ("items", "prefixItems", "contains", "minItems", "maxItems", "uniqueItems")),
    ("array", ("unevaluatedItems",)),
    ("string", ("pattern", "minLength", "maxLength")),
    ("number", _BOUNDS),
)
