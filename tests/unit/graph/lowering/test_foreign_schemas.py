"""What schemas from anywhere do that Pydantic's never do."""

from __future__ import annotations

from typing import Any

import pytest

from modelpact.documents.dialects import DRAFT4, DRAFT7, DRAFT201909, dialect_named
from modelpact.documents.values import Json
from modelpact.errors import ErrorGroup
from modelpact.graph.nodes import (
    Alias,
    ArrayType,
    Graph,
    IntersectionType,
    NullType,
    Reference,
    StringType,
    Type,
    UnionType,
)
from support.schemas import graph_of, objects, record_of

LATER: list[dict[str, Any]] = [
    {"not": {"$ref": "#/$defs/A/properties/inner"}},
    {"if": {"$ref": "#/$defs/A/properties/inner"}, "then": {"minProperties": 1}},
    {"if": {"$ref": "#/$defs/A/properties/inner"}},
    {"dependentSchemas": {"a": {"$ref": "#/$defs/A/properties/inner"}}},
]


def member(graph: Graph, name: str, owner: str = "Root") -> Type:
    return next(known.type for known in record_of(graph, owner).properties if known.name == name)


@pytest.mark.parametrize("words", LATER)
def test_references_under_keywords_without_words_lead_somewhere(words: dict[str, Any]) -> None:
    inner: Json = {"not": {"required": ["x"]}}
    graph = graph_of(
        {
            "type": "object",
            **words,
            "$defs": {"A": {"type": "object", "properties": {"inner": inner}}},
        }
    )

    leads = [name for (_, _, text), name in graph.references.items() if "inner" in text]
    assert leads == ["AInner"]
    assert graph[leads[0]].schema == inner


def test_a_broken_reference_under_not_is_refused() -> None:
    with pytest.raises(ErrorGroup) as caught:
        graph_of({"type": "object", "not": {"$ref": "#/$defs/Nobody"}})

    assert [fault.where for fault in caught.value.faults] == ["Root.schema.json#/not/$ref"]


def test_a_reference_of_a_content_schema_leads_somewhere() -> None:
    graph = graph_of(
        {
            "type": "string",
            "contentMediaType": "application/json",
            "contentSchema": {"$ref": "#/$defs/Held"},
            "$defs": {"Held": {"type": "integer"}},
        }
    )

    assert list(graph.references.values()) == ["Held"]


def test_a_definition_knows_its_draft_though_its_document_is_no_type() -> None:
    graph = graph_of(
        {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "definitions": {"A": {"type": "string"}},
        }
    )

    assert graph["A"].dialect is DRAFT7


def test_the_same_reference_in_two_embedded_resources_leads_to_two_definitions() -> None:
    def embedded(uri: str, kind: str) -> Json:
        return {
            "$id": uri,
            "type": "object",
            "properties": {"it": {"$ref": "#/$defs/it"}},
            "$defs": {"it": {"type": kind}},
        }

    graph = graph_of(
        {"$defs": {"A": embedded("http://x/a", "string"), "B": embedded("http://x/b", "integer")}}
    )

    found = {base: name for (_, base, text), name in graph.references.items()}
    assert graph[found["http://x/a"]].schema == {"type": "string"}
    assert graph[found["http://x/b"]].schema == {"type": "integer"}


def test_a_member_that_is_its_own_model_twice_over_is_said_side_by_side() -> None:
    graph = graph_of(
        {
            "allOf": [
                {"$ref": "#/$defs/Base"},
                objects({"child": {"$ref": "#"}}),
            ],
            "$defs": {"Base": objects({"child": {"$ref": "#/$defs/Base"}})},
        }
    )

    child = member(graph, "child")
    assert child == IntersectionType((Reference("Base"), Reference("Root")))


def test_what_merging_makes_is_not_named_after_branches_that_are_nowhere() -> None:
    graph = graph_of(
        {
            "allOf": [
                {"anyOf": [objects({"a": {"type": "string"}}), {"type": "boolean"}]},
                {"type": ["object", "boolean"], "properties": {"b": {"type": "string"}}},
            ]
        }
    )

    assert not [name for name in graph.definitions if "AnyOf" in name]


@pytest.mark.parametrize(
    ("uri", "dialect"),
    [
        ("http://json-schema.org/draft/2019-09/schema#", DRAFT201909),
        ("https://json-schema.org/draft-07/schema", DRAFT7),
        ("http://json-schema.org/draft-04/hyper-schema#", DRAFT4),
        ("https://json-schema.org/draft/2019-09/hyper-schema", DRAFT201909),
        ("http://json-schema.org/draft-03/schema#", None),
    ],
)
def test_common_slips_in_schema_name_the_draft_they_mean(uri: str, dialect: object) -> None:
    assert dialect_named(uri) is dialect


def test_a_schema_of_the_latest_draft_is_read() -> None:
    graph = graph_of({"$schema": "https://json-schema.org/schema", "type": "string"})

    assert "Root" in graph.definitions


def test_a_dynamic_reference_into_one_document_leads_to_its_outermost_anchor() -> None:
    tree: Json = {
        "$id": "tree",
        "$dynamicAnchor": "node",
        "type": "object",
        "properties": {"children": {"type": "array", "items": {"$dynamicRef": "#node"}}},
    }
    graph = graph_of(
        {
            "$id": "http://x/strict",
            "$dynamicAnchor": "node",
            "$ref": "tree",
            "unevaluatedProperties": False,
            "$defs": {"tree": tree},
        }
    )

    assert member(graph, "children") == ArrayType(Reference("Root"))
    assert [note.rule for note in graph.notes] == ["dynamic-reference"]


def test_the_metaschema_of_the_latest_draft_is_a_type_that_refers_to_itself() -> None:
    from jsonschema_specifications import REGISTRY  # type: ignore[import-untyped]

    schema = REGISTRY["https://json-schema.org/draft/2020-12/schema"].contents
    graph = graph_of(dict(schema))

    root = graph["Root"].body
    assert isinstance(root, Alias)
    assert isinstance(root.type, UnionType)
    record = root.type.members[0]
    assert isinstance(record, Reference)
    assert member(graph, "not", record.name) == Reference("Root")


def test_many_unions_at_once_are_not_multiplied_out() -> None:
    def choice(word: str) -> Json:
        return {"anyOf": [objects({f"{word}{n}": {"type": "string"}}) for n in range(8)]}

    graph = graph_of({"allOf": [choice(word) for word in "abcdef"]})

    assert len(graph.definitions) < 200


def test_nullable_types_in_nullable_types_are_read_once_each() -> None:
    schema: Any = {"type": "string"}
    for _ in range(40):
        schema = {"anyOf": [schema, {"type": "null"}]}

    body = graph_of(schema)["Root"].body
    assert isinstance(body, Alias)
    assert body.type == UnionType((StringType(), NullType()))


@pytest.mark.parametrize("words", [{"$id": "http://[x"}, {"$id": "http://[x", "$anchor": "a"}])
def test_an_identifier_that_is_no_uri_stands_for_itself(words: dict[str, Any]) -> None:
    assert "Root" in graph_of({**words, "type": "string"}).definitions


def test_a_reference_that_is_no_uri_is_refused() -> None:
    with pytest.raises(ErrorGroup, match=r"not among the documents"):
        graph_of({"$ref": "http://[::1"})


@pytest.mark.parametrize("keyword", ["not", "contains", "if", "propertyNames"])
def test_what_ought_to_be_a_schema_and_is_none_is_refused(keyword: str) -> None:
    schema: Any = {"type": "array" if keyword == "contains" else "object", keyword: 5}
    with pytest.raises(ErrorGroup) as caught:
        graph_of(objects({"a": {}}, **schema) | {"then": {"minProperties": 1}})

    assert {fault.rule for fault in caught.value.faults} == {"not-a-schema"}
