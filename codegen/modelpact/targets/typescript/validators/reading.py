"""From schemas to demands, keyword by keyword, in every dialect.

Sources: JSON Schema 2020-12 Core sections 8 to 11 and Validation section 6; the older drafts where
they differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from modelpact.documents.references import (
    Registry,
    Resolved,
    Resource,
    UnknownResourceError,
)
from modelpact.documents.values import Json, JsonObject, exact, is_number
from modelpact.targets.typescript.validators.demands import (
    ANYTHING,
    ArrayDemands,
    Call,
    Condition,
    Demands,
    Key,
    Literals,
    NumberDemands,
    ObjectDemands,
    StringDemands,
    Subschema,
    Tokens,
    Union,
)
from modelpact.targets.typescript.validators.formats import is_checked
from modelpact.targets.typescript.validators.keywords import Faults, Keywords

__all__ = ["Reader"]

_TYPES: Final = frozenset({"null", "boolean", "integer", "number", "string", "array", "object"})
_NEVER: Final = Demands(never=True)


@dataclass(slots=True)
class Reader:
    """Reads the schemas of one registry. Nothing is read twice.

    Attributes:
        registry: What references lead to.
        faults: What cannot be decided exactly, and what is no schema.

    """

    registry: Registry
    faults: Faults = field(default_factory=Faults)
    _read: dict[Key, Subschema] = field(default_factory=dict)
    _found: dict[Key, tuple[Json, Resource]] = field(default_factory=dict)
    _dynamic: bool | None = None

    def entry(self, document: str, tokens: Tokens) -> Key:
        """Where reading begins with the schema at a place of a document."""
        schema: Json = self.registry.root(document).schema
        resource = self.registry.root(document)
        for token in tokens:
            schema = schema[token]  # type: ignore[index]
            resource = self.registry.enter(schema, resource)
        scope = (resource,) if self._is_dynamic() else ()
        key = Key(document, tokens, scope)
        self._found.setdefault(key, (schema, resource))
        return key

    def at(self, key: Key) -> Subschema:
        """What the schema at a place demands."""
        known = self._read.get(key)
        if known is None:
            schema, resource = self._found[key]
            known = self._read[key] = self.schema(schema, key.tokens, resource, key.scope)
        return known

    def _is_dynamic(self) -> bool:
        """Whether the way of reading may decide what a reference means, anywhere."""
        if self._dynamic is None:
            self._dynamic = any(
                self.registry.has_dynamic_anchors(resource) or resource.is_recursive_anchor
                for resource in self.registry.resources()
            )
        return self._dynamic

    def schema(
        self, schema: Json, tokens: Tokens, outer: Resource, scope: tuple[Resource, ...]
    ) -> Subschema:
        """What a schema demands that stands in a resource."""
        if isinstance(schema, bool):
            return ANYTHING if schema else _NEVER
        if not isinstance(schema, dict):
            self.faults.add(
                "a schema is an object or a boolean", outer.document, tokens, "not-a-schema"
            )
            return ANYTHING
        resource = self.registry.enter(schema, outer)
        if resource is not outer and scope and resource not in scope:
            scope = (*scope, resource)
        return _Reading(self, schema, tokens, resource, scope).subschema()

    # --- references ---------------------------------------------------------------------------

    def call(self, found: Resolved, scope: tuple[Resource, ...]) -> Call:
        """The demands of what a reference leads to."""
        if not scope and self._is_dynamic():
            scope = (found.resource,)
        if scope and found.resource not in scope:
            scope = (*scope, found.resource)
        key = Key(found.document, found.pointer.tokens, scope)
        self._found.setdefault(key, (found.schema, found.resource))
        return Call(key)


@dataclass(frozen=True, slots=True)
class _Reading:
    """The reading of one schema object."""

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
        words = Keywords(
            self.schema, self.resource.document, self.tokens, self.reader.faults, dialect.knows
        )
        demands = Demands(
            types=self._types(words),
            literals=tuple(self._literals(words)),
            numbers=self._numbers(words),
            strings=self._strings(words),
            arrays=self._arrays(words),
            objects=self._objects(words),
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

    # --- keywords for all types ---------------------------------------------------------------

    def _types(self, words: Keywords) -> frozenset[str] | None:
        value = words.get("type")
        if value is None:
            return None
        names = value if isinstance(value, list | tuple) else [value]
        if not all(isinstance(name, str) and name in _TYPES for name in names):
            words.refuse("`type` must name JSON types", "type")
            return None
        found = frozenset(str(name) for name in names)
        return found - {"integer"} if "number" in found else found

    def _literals(self, words: Keywords) -> Iterator[Literals]:
        if words.has("const"):
            yield Literals("const", (self.schema["const"],))
        if words.has("enum"):
            values = self.schema["enum"]
            if isinstance(values, list | tuple):
                yield Literals("enum", tuple(values))
            else:
                words.refuse("`enum` must be a list", "enum")

    def _condition(self, words: Keywords) -> Condition | None:
        if not words.has("if"):
            return None
        then = self._inner("then") if words.has("then") else ANYTHING
        otherwise = self._inner("else") if words.has("else") else ANYTHING
        return Condition(self._inner("if"), then, otherwise)

    # --- scalars ------------------------------------------------------------------------------

    def _numbers(self, words: Keywords) -> NumberDemands | None:
        low, high = words.number("minimum"), words.number("maximum")
        if self.resource.dialect.name == "draft4":
            above = low if words.flag("exclusiveMinimum") else None
            below = high if words.flag("exclusiveMaximum") else None
            low, high = (low if above is None else None), (high if below is None else None)
        else:
            above, below = words.number("exclusiveMinimum"), words.number("exclusiveMaximum")
        found = NumberDemands(low, high, above, below, self._multiple(words))
        return None if found == NumberDemands() else found

    def _multiple(self, words: Keywords) -> tuple[int, int] | None:
        value = words.get("multipleOf")
        if value is None:
            return None
        if not is_number(value) or value <= 0:  # type: ignore[operator]
            words.refuse("`multipleOf` must be a number above 0", "multipleOf")
            return None
        number = exact(value)  # type: ignore[arg-type]
        places = 0
        while number.denominator != 1:
            number *= 10
            places += 1
        return number.numerator, places

    def _strings(self, words: Keywords) -> StringDemands | None:
        pattern = words.pattern(self.schema["pattern"], "pattern") if words.has("pattern") else None
        stated = words.get("format")
        checked = isinstance(stated, str) and is_checked(stated, self.resource.dialect.name)
        found = StringDemands(
            words.count("minLength") or 0,
            words.count("maxLength"),
            pattern,
            str(stated) if checked else "",
        )
        return None if found == StringDemands() else found

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
