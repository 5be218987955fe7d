"""Small schemas, and a strategy of many."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from modelpact.documents.sets import Document, DocumentSet
from modelpact.graph.lowering import lower
from modelpact.graph.nodes import Definition, Graph, Property, Record

Schema = dict[str, Any]

NAMES = ("a", "b", "kind", "value")
DEFINITIONS = ("Alpha", "Beta", "Gamma")


def document_set(**schemas: Any) -> DocumentSet:
    """Documents by name: ``User`` is in ``User.schema.json``."""
    documents = {
        f"{name}.schema.json": Document(name, f"{name}.schema.json", schema)
        for name, schema in schemas.items()
    }
    return DocumentSet("test", documents)


def graph_of(schema: Any, name: str = "Root", **others: Any) -> Graph:
    """The graph of a document, among others."""
    return lower(document_set(**{name: schema}, **others))


def definition_of(schema: Any) -> Definition:
    """The definition that a document is."""
    return graph_of(schema)["Root"]


def record_of(graph: Graph, name: str = "Root") -> Record:
    """The body of a definition that is a record."""
    body = graph[name].body
    assert isinstance(body, Record), body
    return body


def property_of(schema: Any, **definitions: Any) -> Property:
    """The property that a schema makes of a member ``p``."""
    root = {"type": "object", "properties": {"p": schema}}
    if definitions:
        root["$defs"] = definitions
    return record_of(graph_of(root)).properties[0]


def objects(properties: Schema | None = None, **keywords: Any) -> Schema:
    """An object schema."""
    found: Schema = {"type": "object"}
    if properties is not None:
        found["properties"] = properties
    return found | keywords


_SMALL = st.integers(0, 3)
_SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-2, 3), st.sampled_from(["", "x", "yy", "zebra"])
)

_STRINGS = st.fixed_dictionaries(
    {"type": st.just("string")},
    optional={"minLength": _SMALL, "maxLength": _SMALL, "pattern": st.sampled_from(["^x", "y"])},
)
_NUMBERS = st.fixed_dictionaries(
    {"type": st.sampled_from(["integer", "number"])},
    optional={
        "minimum": st.integers(-2, 2),
        "exclusiveMaximum": st.integers(0, 4),
        "multipleOf": st.sampled_from([1, 2, 0.5]),
    },
)
_CHOICES = st.one_of(
    st.builds(lambda value: {"const": value}, _SCALARS),
    st.builds(lambda values: {"enum": values}, st.lists(_SCALARS, min_size=1, max_size=3)),
)
_LEAVES = st.one_of(
    st.booleans(),
    st.just({}),
    st.sampled_from([{"type": t} for t in ("null", "boolean", "object", "array")]),
    st.just({"type": ["string", "null"]}),
    _STRINGS,
    _NUMBERS,
    _CHOICES,
    st.sampled_from([{"$ref": f"#/$defs/{name}"} for name in DEFINITIONS]),
)
_LIMITS = st.fixed_dictionaries(
    {},
    optional={
        "required": st.lists(st.sampled_from(NAMES), max_size=2, unique=True),
        "minProperties": _SMALL,
        "maxLength": _SMALL,
        "minimum": _SMALL,
        "minItems": _SMALL,
    },
)


def _compound(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    members = st.dictionaries(st.sampled_from(NAMES), inner, max_size=3)
    few = st.lists(inner, min_size=1, max_size=3)
    objects_ = st.fixed_dictionaries(
        {"type": st.just("object")},
        optional={
            "properties": members,
            "additionalProperties": inner,
            "patternProperties": st.dictionaries(st.sampled_from(["^a", "l"]), inner, max_size=1),
            "required": st.lists(st.sampled_from(NAMES), max_size=2, unique=True),
            "maxProperties": _SMALL,
            "propertyNames": st.sampled_from([{"enum": ["a", "b"]}, {"pattern": "a"}, True]),
        },
    )
    arrays = st.fixed_dictionaries(
        {"type": st.just("array")},
        optional={
            "items": inner,
            "prefixItems": st.lists(inner, min_size=1, max_size=2),
            "minItems": _SMALL,
            "maxItems": _SMALL,
            "uniqueItems": st.booleans(),
        },
    )
    composed = st.fixed_dictionaries(
        {},
        optional={
            "anyOf": few,
            "oneOf": few,
            "allOf": few,
            "$ref": st.sampled_from([f"#/$defs/{name}" for name in DEFINITIONS]),
            "type": st.sampled_from(["object", "string", "integer", "array"]),
            "properties": members,
            "unevaluatedProperties": st.booleans(),
            "required": st.lists(st.sampled_from(NAMES), max_size=2, unique=True),
            "minLength": _SMALL,
            "not": inner,
            "if": inner,
            "then": inner,
        },
    )
    beside = st.builds(lambda limits, found: {**limits, "anyOf": found}, _LIMITS, few)
    return st.one_of(objects_, arrays, composed, beside)


def schemas() -> st.SearchStrategy[Any]:
    """Schemas of every kind of keyword, with references to ``DEFINITIONS``."""
    return st.recursive(_LEAVES, _compound, max_leaves=8)


def documents() -> st.SearchStrategy[Schema]:
    """A root schema with all of ``DEFINITIONS`` under ``$defs``."""
    defs = st.fixed_dictionaries({name: schemas() for name in DEFINITIONS})

    def join(root: Any, found: Schema) -> Schema:
        body = root if isinstance(root, dict) else ({} if root else {"not": {}})
        return {**(body or {"allOf": [True]}), "$defs": found}

    return st.builds(join, schemas(), defs)


def values() -> st.SearchStrategy[Any]:
    """JSON values that such schemas speak of."""
    return st.recursive(
        _SCALARS | st.sampled_from([0.5, 1.5]),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from((*NAMES, "other")), inner, max_size=3)
        ),
        max_leaves=6,
    )
