"""Schemas as OpenAPI components: the documents' own, with references between components.

OpenAPI 3.1's Schema Object is JSON Schema 2020-12, so nothing is translated and nothing is lost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, cast

from modelpact.documents.dialects import DRAFT202012, Shape
from modelpact.documents.resources import join_uri
from modelpact.documents.sets import KEYWORD
from modelpact.documents.values import Json, JsonObject
from modelpact.emit.target import Diagnostic
from modelpact.errors import ModelpactError
from modelpact.graph.nodes import Definition, Graph, schema_of
from modelpact.targets.openapi.discriminators import Discriminators
from modelpact.targets.openapi.enums import with_member_names
from modelpact.targets.openapi.names import COMPONENTS, component_names
from modelpact.targets.openapi.upgrade import upgraded

__all__ = ["SchemaWriter"]

_REFERENCES: Final = frozenset({"$ref", "$dynamicRef", "$recursiveRef"})
_DROPPED: Final = frozenset(
    {"$schema", "$id", "$anchor", "$dynamicAnchor", "$recursiveAnchor", "$vocabulary"}
    | {"$defs", "definitions", "additionalItems", "dependencies"}
)
"""Identity and definitions: every definition is a component, and an ``$id`` would make
``#/components/...`` mean a place inside the schema. The rest means nothing in 2020-12."""
_APPLICATORS: Final = {k: s for k, s in DRAFT202012.applicators.items() if k not in _DROPPED}
_ANNOTATIONS: Final[dict[str, type | tuple[type, ...]]] = {
    "title": str,
    "description": str,
    "$comment": str,
    "deprecated": bool,
    "readOnly": bool,
    "writeOnly": bool,
    "examples": (list, tuple),
    "required": (list, tuple),
}
"""And `required` of draft 3, a boolean, which lowering lets pass where it means nothing."""
_TOUCHED: Final = (
    _REFERENCES
    | _DROPPED
    | frozenset(_APPLICATORS)
    | {"discriminator", KEYWORD}
    | _ANNOTATIONS.keys() - {"title", "description", "examples"}
)


class SchemaWriter:
    """Rewrites the schemas of one graph.

    Attributes:
        diagnostics: What was dropped on the way.

    """

    def __init__(self, graph: Graph) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._graph = graph
        self._names = component_names(graph.definitions)
        self._discriminators = Discriminators(graph, self._names)
        self._wanted: dict[str, None] = {}
        self._now: Definition | None = None
        self._dialect = DRAFT202012
        self._base = ""

    def components(self) -> dict[str, Json]:
        """Every published definition, and those others that references lead to, in order."""
        published = (d.name for d in self._graph.definitions.values() if d.published)
        self._wanted = dict.fromkeys(published)
        written: dict[str, Json] = {}
        while len(written) < len(self._wanted):
            for name in [name for name in self._wanted if name not in written]:
                written[name] = self._component(self._graph.definitions[name])
        return {self._names[name]: written[name] for name in self._wanted}

    def _component(self, definition: Definition) -> Json:
        self._now = definition
        self._dialect = definition.dialect
        self._base = definition.base_uri
        schema: Json = schema_of(definition)
        if definition.dialect is not DRAFT202012:
            schema = upgraded(schema, definition.dialect)
        return with_member_names(self._rewritten_here(schema))

    def _rewritten(self, schema: Any) -> Any:
        if not isinstance(schema, Mapping):
            return schema
        if schema.keys().isdisjoint(_TOUCHED) and type(schema.get("examples", [])) is list:
            return schema
        if isinstance(schema.get("$id"), str):
            return self._embedded(schema)
        return self._rewritten_here(schema)

    def _embedded(self, schema: JsonObject) -> Any:
        """A schema that is a resource of its own: references in it are relative to its ``$id``."""
        outer = self._base
        self._base = join_uri(outer, cast("str", schema["$id"]).partition("#")[0])
        try:
            return self._rewritten_here(schema)
        finally:
            self._base = outer

    def _rewritten_here(self, schema: Any) -> Any:
        result: dict[str, Any] = {}
        for keyword, value in schema.items():
            if keyword in _APPLICATORS:
                result[keyword] = self._applied(value, _APPLICATORS[keyword])
            elif keyword in _REFERENCES:
                if self._dialect.knows(keyword):
                    result["$ref"] = self._reference(keyword, value)
            elif keyword == KEYWORD:
                result[keyword] = self._facts(value)
            elif keyword in _ANNOTATIONS and not isinstance(value, _ANNOTATIONS[keyword]):
                self._mend(keyword, value, result)
            elif keyword not in _DROPPED and keyword != "discriminator":
                result[keyword] = value
        self._discriminate(schema, result)
        return result

    def _mend(self, keyword: str, value: Any, result: dict[str, Any]) -> None:
        """An annotation of the wrong kind makes the whole document invalid."""
        if keyword == "deprecated" and isinstance(value, str):
            result[keyword] = True
        message = f"`{keyword}` is not what JSON Schema says it must be, and is left out"
        location = cast("Definition", self._now).location
        self.diagnostics.append(Diagnostic("dropped-annotation", message, location))

    def _applied(self, value: Any, shape: Shape) -> Any:
        if shape in {Shape.MAP, Shape.MAP_OR_NAMES} and isinstance(value, Mapping):
            rewritten = self._rewritten
            return {name: rewritten(inner) for name, inner in value.items()}
        if isinstance(value, list | tuple):
            return [self._rewritten(inner) for inner in value]
        return self._rewritten(value)

    def _reference(self, keyword: str, text: Any) -> str:
        definition = cast("Definition", self._now)
        name = self._graph.references.get((definition.location.file, self._base, text))
        if name is None:
            raise ModelpactError(
                f"the reference {text!r} ({keyword}) leads to nothing that can be a component",
                where=str(definition.location),
                advice="Refer to a document, or to a definition in one.",
                rule="broken-reference",
            )
        self._wanted.setdefault(name)
        return COMPONENTS + self._names[name]

    def _facts(self, facts: Any) -> Any:
        """``x-modelpact``, whose generic arguments are schemas."""
        generic = facts.get("generic") if isinstance(facts, Mapping) else None
        if not isinstance(generic, Mapping) or "arguments" not in generic:
            return facts
        arguments = [self._rewritten(argument) for argument in generic["arguments"]]
        return {**facts, "generic": {**generic, "arguments": arguments}}

    def _discriminate(self, schema: JsonObject, result: dict[str, Any]) -> None:
        for keyword in ("oneOf", "anyOf"):
            if keyword in schema and self._discriminated(keyword, schema, result):
                return
        if "discriminator" in schema:
            definition = cast("Definition", self._now)
            message = (
                "the discriminator is left out: OpenAPI allows one only over a union of references"
                " whose members all require the same string property, each with values of its own"
            )
            self.diagnostics.append(
                Diagnostic("dropped-discriminator", message, definition.location)
            )

    def _discriminated(self, keyword: str, schema: JsonObject, result: dict[str, Any]) -> bool:
        """Add the discriminator of a union; one that may be null becomes a union in a union."""
        members = cast("Sequence[Json]", schema[keyword])
        file = cast("Definition", self._now).location.file
        names = [
            self._graph.references.get((file, self._base, cast("str", member["$ref"])), "")
            for member in members
            if isinstance(member, Mapping) and member.keys() == {"$ref"}
        ]
        nulls = [member for member in members if member in _NULLS]
        if len(names) < _FEWEST or len(names) + len(nulls) != len(members):
            return False
        found = self._discriminators.of(names)
        if found is None:
            return False
        if not nulls:
            result["discriminator"] = found
            return True
        references = [member for member in result[keyword] if member not in _NULLS]
        result[keyword] = [{keyword: references, "discriminator": found}, {"type": "null"}]
        return True


_FEWEST: Final = 2
_NULLS: Final[tuple[JsonObject, ...]] = ({"type": "null"}, {"const": None}, {"enum": [None]})
