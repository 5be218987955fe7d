from __future__ import annotations

import json
from typing import Any

import jsonschema_rs
import pytest

from modelpact.documents.sets import Document, DocumentSet
from modelpact.documents.values import Json
from modelpact.emit.target import Rendering
from modelpact.errors import ErrorGroup
from modelpact.graph.lowering import lower
from modelpact.targets.openapi import TARGET
from support.schemas import document_set


def render(**schemas: Json) -> Rendering:
    return TARGET.render(lower(document_set(**schemas)), {})


def components(**schemas: Json) -> dict[str, Any]:
    document = json.loads(render(**schemas).files["openapi.json"])
    found: dict[str, Any] = document["components"]["schemas"]
    return found


def tagged(value: Json, *, required: bool = True) -> Json:
    kind: Json = {"const": value}
    listed: Json = ["kind"] if required else []
    return {"type": "object", "properties": {"kind": kind}, "required": listed}


def union(*names: str, null: bool = False) -> Json:
    references: list[Json] = [{"$ref": f"{name}.schema.json"} for name in names]
    return {"anyOf": [*references, *([{"type": "null"}] if null else [])]}


MAPPING = {"a": "#/components/schemas/A", "b": "#/components/schemas/B"}


def test_a_union_of_tagged_components_has_a_discriminator() -> None:
    found = components(A=tagged("a"), B=tagged("b"), Both=union("A", "B"))

    assert found["Both"]["discriminator"] == {"propertyName": "kind", "mapping": MAPPING}
    assert [member["$ref"] for member in found["Both"]["anyOf"]] == list(MAPPING.values())


def test_a_union_that_may_be_null_is_a_union_beside_null() -> None:
    holder: Json = {"type": "object", "properties": {"it": union("A", "B", null=True)}}
    found = components(A=tagged("a"), B=tagged("b"), Holder=holder)

    inner, null = found["Holder"]["properties"]["it"]["anyOf"]
    assert inner["discriminator"]["mapping"] == MAPPING
    assert null == {"type": "null"}


def test_a_union_in_a_map_and_in_a_list_has_a_discriminator() -> None:
    values: Json = {"type": "array", "items": union("A", "B")}
    found = components(A=tagged("a"), B=tagged("b"), All={"additionalProperties": values})

    assert "discriminator" in found["All"]["additionalProperties"]["items"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (tagged(1), tagged(2)),
        (tagged(True), tagged(False)),
        ({"type": "object"}, {"type": "object"}),
    ],
    ids=["numbers", "booleans", "no tag"],
)
def test_a_union_that_openapi_cannot_discriminate_has_no_discriminator(
    one: Json, other: Json
) -> None:
    found = components(A=one, B=other, Both=union("A", "B"))

    assert "discriminator" not in found["Both"]


def test_a_stated_discriminator_that_openapi_does_not_allow_is_left_out_and_reported() -> None:
    both: Json = {"oneOf": [{"type": "object"}], "discriminator": {"propertyName": "kind"}}
    rendering = render(Both=both)

    assert [d.rule for d in rendering.diagnostics] == ["dropped-discriminator"]
    assert b"discriminator" not in rendering.files["openapi.json"]


def test_references_lead_to_components_and_identity_is_left_out() -> None:
    holder: Json = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://example.com/Holder.schema.json",
        "type": "object",
        "properties": {"$ref": {"$ref": "#/$defs/Part"}, "$id": {"$anchor": "x", "type": "null"}},
        "$defs": {"Part": {"type": "integer"}},
    }
    found = components(Holder=holder)

    assert found["Holder"] == {
        "type": "object",
        "properties": {"$ref": {"$ref": "#/components/schemas/Part"}, "$id": {"type": "null"}},
    }
    assert found["Part"] == {"type": "integer"}


def test_what_looks_like_a_reference_in_data_stays_as_it_is() -> None:
    data: Json = {"$ref": "nowhere", "$id": "x"}
    schema: Json = {"const": data, "examples": [data], "default": data}

    assert components(Data=schema)["Data"] == schema


def test_the_references_of_generic_arguments_lead_to_components_too() -> None:
    arguments: Json = [{"$ref": "Item.schema.json"}]
    page: Json = {
        "type": "object",
        "x-modelpact": {"generic": {"origin": "Page", "arguments": arguments}},
    }
    try:
        found = components(Item={"type": "integer"}, Page=page)
    except ErrorGroup:
        pytest.fail("a schema of ours was refused")

    generic = found["Page"]["x-modelpact"]["generic"]
    assert generic["arguments"] == [{"$ref": "#/components/schemas/Item"}]


def test_the_names_of_an_enum_are_there_for_generators() -> None:
    members: Json = [
        {"name": "RED", "value": "r", "description": "Warm."},
        {"name": "BLUE", "value": "b"},
    ]
    values: Json = ["r", "b"]
    facts: Json = {"members": members}
    grows: Json = {"members": members, "extensible": True}
    found = components(
        Closed={"enum": values, "x-modelpact": facts},
        Open={"anyOf": [{"enum": values}, {"type": "string"}], "x-modelpact": grows},
    )

    for schema in (found["Closed"], found["Open"]["anyOf"][0]):
        assert schema["x-enum-varnames"] == ["RED", "BLUE"]
        assert schema["x-enum-descriptions"] == ["Warm.", ""]


def test_names_that_openapi_does_not_allow_are_spelled_out() -> None:
    definitions: Json = {"Page[User]": {}, "日本": {}, "A.b-c_1": {}, "PageUser": {"type": "null"}}
    found = components(Root={"$defs": definitions, "type": "null"})

    assert {"PageUser2", "u65E5u672C", "A.b-c_1", "PageUser"} <= found.keys()
    assert found["PageUser"] == {"type": "null"}


DRAFT4: dict[str, Json] = {
    "$schema": "http://json-schema.org/draft-04/schema#",
    "id": "http://example.com/root",
    "type": "object",
    "properties": {
        "n": {"type": "number", "minimum": 0, "exclusiveMinimum": True, "maximum": 9},
        "pair": {"items": [{"type": "string"}, {"type": "integer"}], "additionalItems": False},
        "part": {"$ref": "#/definitions/part", "description": "ignored beside a reference"},
    },
    "dependencies": {"n": ["pair"], "part": {"required": ["n"]}},
    "definitions": {"part": {"type": "boolean"}},
}


@pytest.mark.parametrize(
    ("payload", "valid"),
    [
        ({}, True),
        ({"n": 0, "pair": []}, False),
        ({"n": 1, "pair": ["a", 1]}, True),
        ({"n": 1, "pair": ["a", 1, 2]}, False),
        ({"n": 1}, False),
        ({"part": True}, False),
        ({"part": 1, "n": 1, "pair": []}, False),
        ({"part": True, "n": 1, "pair": []}, True),
    ],
)
def test_a_schema_of_an_old_draft_means_the_same_in_2020_12(payload: Json, valid: bool) -> None:
    documents = DocumentSet("old", {"old.json": Document("old", "old.json", DRAFT4)})
    files = TARGET.render(lower(documents), {}).files
    parts = json.loads(files["openapi.json"])["components"]
    whole = {"$ref": "#/components/schemas/old", "components": parts}

    assert jsonschema_rs.Draft4Validator(DRAFT4).is_valid(payload) is valid
    assert jsonschema_rs.Draft202012Validator(whole).is_valid(payload) is valid


def test_what_an_older_draft_ignores_does_not_begin_to_restrict() -> None:
    found = components(
        A={
            "$schema": "http://json-schema.org/draft-07/schema#",
            "definitions": {
                "B": {
                    "type": "object",
                    "dependentSchemas": {"x": {"$ref": "#/definitions/Nobody"}},
                    "items": [{"type": "string"}],
                }
            },
        }
    )

    assert found["B"] == {"type": "object", "prefixItems": [{"type": "string"}]}


def test_references_under_keywords_without_words_are_components() -> None:
    inner: Json = {"type": "object", "properties": {"x": {"not": {"const": 1}}}}
    found = components(
        A={
            "type": "object",
            "properties": {"held": inner},
            "not": {"$ref": "#/properties/held/properties/x"},
        }
    )

    target = found["A"]["not"]["$ref"].rsplit("/", 1)[1]
    assert found[target] == {"not": {"const": 1}}


def test_a_reference_is_relative_to_the_resource_it_stands_in() -> None:
    def embedded(uri: str, kind: str) -> Json:
        it: Json = {"$ref": "#/$defs/it"}
        held: Json = {"it": {"type": kind}}
        return {"$id": uri, "type": "object", "properties": {"it": it}, "$defs": held}

    found = components(
        A={
            "type": "object",
            "properties": {"a": embedded("http://x/a", "string"), "b": embedded("b", "integer")},
        }
    )

    kinds = [
        found[found["A"]["properties"][name]["properties"]["it"]["$ref"].rsplit("/", 1)[1]]
        for name in ("a", "b")
    ]
    assert kinds == [{"type": "string"}, {"type": "integer"}]


def test_annotations_of_the_wrong_kind_do_not_make_the_document_invalid() -> None:
    rendering = render(A={"type": "string", "deprecated": "Use B.", "examples": "one"})
    found = json.loads(rendering.files["openapi.json"])["components"]["schemas"]["A"]

    assert found == {"type": "string", "deprecated": True}
    assert [d.rule for d in rendering.diagnostics] == ["dropped-annotation"] * 2


def test_required_as_draft_3_says_it_is_left_out_with_a_note() -> None:
    properties: Json = {"a": {"type": "string", "required": True}}
    rendering = render(A={"type": "object", "properties": properties})
    found = json.loads(rendering.files["openapi.json"])["components"]["schemas"]["A"]

    assert found["properties"] == {"a": {"type": "string"}}
    assert [d.rule for d in rendering.diagnostics] == ["dropped-annotation"]
