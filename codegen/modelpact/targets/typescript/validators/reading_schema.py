"""From one schema object to its demands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from modelpact.documents.references import (
    Resolved,
    Resource,
    UnknownResourceError,
)
from modelpact.documents.values import Json, JsonObject
from modelpact.targets.typescript.validators.demands import (
    ANYTHING,
    ArrayDemands,
    Call,
    Condition,
    Demands,
    ObjectDemands,
    Subschema,
    Tokens,
    Union,
)
from modelpact.targets.typescript.validators.groups import ARRAY, NUMBER, OBJECT, STRING
from modelpact.targets.typescript.validators.keywords import Keywords
from modelpact.targets.typescript.validators.reading_scalars import (
    literals,
    numbers,
    strings,
    types,
)

if TYPE_CHECKING:
    from modelpact.targets.typescript.validators.reading import Reader

__all__ = ["SchemaReading"]


@dataclass(frozen=True, slots=True)
class SchemaReading:
    """The reading of one schema object: its keywords, and the schemas in it."""

    reader: Reader
    schema: JsonObject
    tokens: Tokens
    resource: Resource
    scope: tuple[Resource, ...]

    def subschema(self) -> Subschema:
        """What it demands; just a call where it is nothing but a reference."""
        dialect = self.resource.dialect
        if dialect.ref_hides_siblings and "$ref" in self.schema:
            return self._reference("$ref") or ANYTHING
        if len(self.schema) == 1 and "$ref" in self.schema:
            return self._reference("$ref") or ANYTHING
        words = Keywords(
            self.schema, self.resource.document, self.tokens, self.reader.faults, dialect.knows
        )
        stated = self.schema.keys()
        demands = Demands(
            types=types(words),
            literals=tuple(literals(words)),
            numbers=None if NUMBER.isdisjoint(stated) else numbers(words, dialect.name),
            strings=None if STRING.isdisjoint(stated) else strings(words, dialect.name),
            arrays=None if ARRAY.isdisjoint(stated) else self._arrays(words),
            objects=None if OBJECT.isdisjoint(stated) else self._objects(words),
            parts=tuple(self._parts(words)),
            unions=tuple(
                Union(rule, tuple(self._list(rule)))
                for rule in ("anyOf", "oneOf")
                if words.has(rule)
            ),
            negated=self._inner("not") if words.has("not") else None,
            condition=self._condition(words),
        )
        return _simplified(demands)

    # --- inner schemas ------------------------------------------------------------------------

    def _inner(self, *steps: str | int) -> Subschema:
        value: Json = self.schema
        for step in steps:
            value = value[step]  # type: ignore[index]
        return self.reader.schema(value, (*self.tokens, *steps), self.resource, self.scope)

    def _list(self, keyword: str) -> Iterator[Subschema]:
        value = self.schema[keyword]
        if isinstance(value, list | tuple):
            for index in range(len(value)):
                yield self._inner(keyword, index)
        else:
            self._refuse(keyword, "must be a list of schemas")

    def _map(self, keyword: str) -> Iterator[tuple[str, Subschema]]:
        value = self.schema[keyword]
        if isinstance(value, dict):
            for name in value:
                yield name, self._inner(keyword, name)
        else:
            self._refuse(keyword, "must be an object of schemas")

    def _refuse(self, keyword: str, what: str, rule: str = "invalid-keyword") -> None:
        place = (*self.tokens, keyword)
        self.reader.faults.add(f"`{keyword}` {what}", self.resource.document, place, rule)

    # --- references ---------------------------------------------------------------------------

    def _parts(self, words: Keywords) -> Iterator[Subschema]:
        for keyword in ("$ref", "$dynamicRef", "$recursiveRef"):
            if words.has(keyword) and (call := self._reference(keyword)) is not None:
                yield call
        if words.has("allOf"):
            yield from self._list("allOf")

    def _reference(self, keyword: str) -> Call | None:
        text = self.schema[keyword]
        if not isinstance(text, str):
            self._refuse(keyword, "must be a string")
            return None
        found = self._resolved(text)
        if keyword == "$dynamicRef" and "#/" not in text:
            found = self._dynamic(found)
        elif keyword == "$recursiveRef" and found.resource.is_recursive_anchor:
            outer = next((r for r in self.scope if r.is_recursive_anchor), found.resource)
            found = Resolved(outer.schema, outer, outer.pointer)
        return self.reader.call(found, self.scope)

    def _resolved(self, text: str) -> Resolved:
        registry = self.reader.registry
        try:
            return registry.resolve(self.resource, text)
        except UnknownResourceError:
            found = registry.beside(self.resource, text)
            if found is None:
                raise
            return found

    def _dynamic(self, found: Resolved) -> Resolved:
        """The outermost resource on the way here that has the anchor, where it is dynamic."""
        name = found.schema.get("$dynamicAnchor") if isinstance(found.schema, dict) else None
        if not isinstance(name, str):
            return found
        anchors = (self.reader.registry.dynamic_anchor(r, name) for r in self.scope)
        return next((anchor for anchor in anchors if anchor is not None), found)

    # --- other keywords in place --------------------------------------------------------------

    def _condition(self, words: Keywords) -> Condition | None:
        if not words.has("if"):
            return None
        then = self._inner("then") if words.has("then") else ANYTHING
        otherwise = self._inner("else") if words.has("else") else ANYTHING
        return Condition(self._inner("if"), then, otherwise)

    # --- arrays -------------------------------------------------------------------------------

    def _arrays(self, words: Keywords) -> ArrayDemands | None:
        prefix: tuple[Subschema, ...] = ()
        rest, rule = None, "items"
        if words.has("prefixItems"):
            prefix = tuple(self._list("prefixItems"))
        if words.has("items"):
            if isinstance(self.schema["items"], list | tuple) and words.knows("additionalItems"):
                prefix, rule = tuple(self._list("items")), "additionalItems"
                rest = self._inner("additionalItems") if words.has("additionalItems") else None
            else:
                rest = self._inner("items")
        found = ArrayDemands(
            prefix,
            rest,
            rule,
            self._contains(words),
            words.knows("prefixItems"),
            words.count("minItems") or 0,
            words.count("maxItems"),
            words.flag("uniqueItems"),
            self._inner("unevaluatedItems") if words.has("unevaluatedItems") else None,
        )
        nothing = ArrayDemands(contains_counts=found.contains_counts, rest_rule=rule)
        return None if found == nothing else found

    def _contains(self, words: Keywords) -> tuple[Subschema, int, int | None] | None:
        if not words.has("contains"):
            return None
        least = words.count("minContains")
        return (
            self._inner("contains"),
            1 if least is None else least,
            words.count("maxContains"),
        )

    # --- objects ------------------------------------------------------------------------------

    def _objects(self, words: Keywords) -> ObjectDemands | None:
        patterns = []
        for source, inner in (
            self._map("patternProperties") if words.has("patternProperties") else ()
        ):
            pattern = words.pattern(source, "patternProperties")
            if pattern is not None:
                patterns.append((pattern, inner))
        names = self._inner("propertyNames") if words.has("propertyNames") else None
        needs, dependent = self._dependencies(words)
        found = ObjectDemands(
            tuple(self._map("properties")) if words.has("properties") else (),
            tuple(patterns),
            self._inner("additionalProperties") if words.has("additionalProperties") else None,
            None if names == ANYTHING else names,
            words.texts("required"),
            words.count("minProperties") or 0,
            words.count("maxProperties"),
            needs,
            dependent,
            self._inner("unevaluatedProperties") if words.has("unevaluatedProperties") else None,
        )
        return None if found == ObjectDemands() else found

    def _dependencies(
        self, words: Keywords
    ) -> tuple[tuple[tuple[str, tuple[str, ...]], ...], tuple[tuple[str, Subschema], ...]]:
        needs: dict[str, tuple[str, ...]] = {}
        dependent: list[tuple[str, Subschema]] = []
        if words.has("dependentRequired"):
            for name, value in _members(self.schema["dependentRequired"]):
                needs[name] = words.names(value, "dependentRequired")
        if words.has("dependentSchemas"):
            dependent += self._map("dependentSchemas")
        if words.has("dependencies"):
            for name, value in _members(self.schema["dependencies"]):
                if isinstance(value, list | tuple):
                    needs[name] = words.names(value, "dependencies")
                else:
                    dependent.append((name, self._inner("dependencies", name)))
        return tuple((n, v) for n, v in needs.items() if v), tuple(dependent)


def _members(value: Json) -> Iterator[tuple[str, Json]]:
    if isinstance(value, Mapping):
        yield from value.items()


def _simplified(demands: Demands) -> Subschema:
    """A call alone is a call, and what never holds is nothing else."""
    if len(demands.parts) == 1 and demands == Demands(parts=demands.parts):
        return demands.parts[0]
    return demands
