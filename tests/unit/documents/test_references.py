from __future__ import annotations

from typing import Any

import pytest

from modelpact.documents.dialects import (
    DRAFT4,
    DRAFT7,
    DRAFT201909,
    DRAFT202012,
    UnknownDialectError,
    subschemas,
)
from modelpact.documents.references import Registry
from modelpact.documents.resources import (
    DuplicateIdentifierError,
    UnknownResourceError,
    UnresolvableReferenceError,
    join_uri,
)


def resolve(schema: Any, reference: str, **others: Any) -> Any:
    registry = Registry({"a.json": schema, **others})
    return registry.resolve(registry.root("a.json"), reference)


def test_a_pointer_is_followed_with_its_escapes() -> None:
    schema = {"$defs": {"a/b": {"x~y%": {"type": "null"}}}}
    assert resolve(schema, "#/$defs/a~1b/x~0y%25").schema == {"type": "null"}


def test_a_pointer_through_lists_ends_with_an_index() -> None:
    found = resolve({"anyOf": [{}, {"type": "null"}]}, "#/anyOf/1")
    assert found.schema == {"type": "null"}
    assert found.pointer.tokens == ("anyOf", 1)


@pytest.mark.parametrize("index", ["2", "-1", "01", "x", "\u00b2"])
def test_an_index_that_is_none_leads_nowhere(index: str) -> None:
    with pytest.raises(UnresolvableReferenceError):
        resolve({"anyOf": [{}, {}]}, f"#/anyOf/{index}")


def test_relative_references_lead_from_file_to_file() -> None:
    registry = Registry({"x/a.json": {}, "x/b.json": {"type": "null"}})
    assert registry.resolve(registry.root("x/a.json"), "b.json").schema == {"type": "null"}


def test_an_absolute_identifier_is_the_base_of_references() -> None:
    schema = {"$id": "https://example.com/1/a.json"}
    other = {"$id": "https://example.com/1/b.json", "type": "null"}
    assert resolve(schema, "b.json", other=other).document == "other"


def test_an_embedded_resource_is_found_by_its_uri_and_is_the_base_within() -> None:
    inner = {"$id": "https://example.com/inner", "$defs": {"x": {"type": "null"}}}
    found = resolve({"$defs": {"inner": inner}}, "https://example.com/inner#/$defs/x")
    assert found.schema == {"type": "null"}
    assert found.base_uri == "https://example.com/inner"
    assert str(found.pointer) == "/$defs/inner/$defs/x"


def test_a_pointer_that_crosses_an_identifier_changes_the_base() -> None:
    inner = {"$id": "nested/b.json", "properties": {"x": {"$ref": "c.json"}}}
    found = resolve({"$defs": {"inner": inner}}, "#/$defs/inner/properties/x")
    assert found.base_uri == "nested/b.json"


@pytest.mark.parametrize("keyword", ["const", "enum", "default", "examples", "x-unknown"])
def test_identifiers_and_anchors_in_data_are_data(keyword: str) -> None:
    data: Any = {"$id": "https://example.com/data", "$anchor": "data"}
    schema = {"properties": {"p": {keyword: [data] if keyword == "enum" else data}}}
    with pytest.raises(UnresolvableReferenceError):
        resolve(schema, "https://example.com/data")
    with pytest.raises(UnresolvableReferenceError):
        resolve(schema, "#data")


def test_a_property_called_id_is_no_identifier() -> None:
    schema = {"properties": {"$id": {"type": "string"}, "$anchor": {"type": "string"}}}
    assert resolve(schema, "#/properties/$id").base_uri == "a.json"


def test_anchors_belong_to_their_resource() -> None:
    inner = {"$id": "inner", "$anchor": "here", "type": "null"}
    schema = {"$defs": {"inner": inner, "other": {"$anchor": "there"}}}
    assert resolve(schema, "inner#here").schema is inner
    with pytest.raises(UnresolvableReferenceError):
        resolve(schema, "#here")


def test_draft_7_names_schemas_by_a_fragment_identifier() -> None:
    schema = {"$schema": DRAFT7.uri, "definitions": {"a": {"$id": "#name", "type": "null"}}}
    assert resolve(schema, "#name").schema["type"] == "null"


def test_draft_4_says_id_without_a_dollar() -> None:
    schema = {"$schema": DRAFT4.uri, "definitions": {"a": {"id": "inner", "type": "null"}}}
    assert resolve(schema, "inner").schema["type"] == "null"


def test_up_to_draft_7_an_identifier_beside_a_reference_is_ignored() -> None:
    inner = {"$id": "inner", "$ref": "#/definitions/b"}
    schema = {"$schema": DRAFT7.uri, "definitions": {"a": inner, "b": {}}}
    with pytest.raises(UnknownResourceError):
        resolve(schema, "inner")


def test_duplicate_identifiers_are_refused_when_something_refers_to_them() -> None:
    schema = {"$defs": {"a": {"$id": "same"}, "b": {"$id": "same", "type": "null"}}}
    with pytest.raises(DuplicateIdentifierError, match="same"):
        resolve(schema, "same")
    assert resolve(schema, "#/$defs/b").schema["type"] == "null"


def test_duplicate_anchors_are_refused_when_something_refers_to_them() -> None:
    schema = {"$defs": {"a": {"$anchor": "same"}, "b": {"$anchor": "same"}}}
    with pytest.raises(DuplicateIdentifierError):
        resolve(schema, "#same")


def test_what_is_not_here_is_not_fetched() -> None:
    with pytest.raises(UnknownResourceError) as caught:
        resolve({}, "https://example.com/other.json#/x")
    assert caught.value.uri == "https://example.com/other.json#/x"


def test_the_metaschemas_are_at_hand() -> None:
    assert resolve({}, "http://json-schema.org/draft-07/schema#").dialect is DRAFT7


def test_the_dialect_comes_from_the_document_and_its_embedded_resources() -> None:
    inner = {"$schema": DRAFT201909.uri, "$id": "inner"}
    assert resolve({"$defs": {"a": inner}}, "inner").dialect is DRAFT201909
    assert resolve({"$defs": {"a": {}}}, "#/$defs/a").dialect is DRAFT202012


def test_an_unknown_dialect_is_refused_by_name() -> None:
    with pytest.raises(UnknownDialectError, match=r"example\.com/dialect"):
        Registry({"a.json": {"$schema": "https://example.com/dialect"}})


def test_a_metaschema_among_the_documents_may_drop_a_vocabulary() -> None:
    core = "https://json-schema.org/draft/2020-12/vocab/core"
    applicator = "https://json-schema.org/draft/2020-12/vocab/applicator"
    uri = "https://example.com/meta"
    meta: Any = {
        "$id": uri,
        "$schema": DRAFT202012.uri,
        "$vocabulary": {core: True, applicator: True},
    }
    registry = Registry({"a.json": {"$schema": uri}, "meta": meta})
    dialect = registry.root("a.json").dialect
    assert dialect.knows("properties")
    assert not dialect.knows("minimum")


def test_schemas_inside_a_schema_are_listed_with_their_steps() -> None:
    schema: Any = {"properties": {"a": {}}, "allOf": [True], "not": {}, "const": {"not": {}}}
    assert [steps for steps, _ in subschemas(schema, DRAFT202012)] == [
        ("properties", "a"),
        ("allOf", 0),
        ("not",),
    ]


def test_a_dialect_does_not_walk_into_keywords_that_it_does_not_know() -> None:
    assert list(subschemas({"if": {}, "contains": {}}, DRAFT4)) == []


@pytest.mark.parametrize(
    ("base", "reference", "joined"),
    [
        ("https://example.com/a/b", "c", "https://example.com/a/c"),
        ("urn:example:a", "https://example.com/", "https://example.com/"),
        ("x-scheme://host/a/b", "../c", "x-scheme://host/c"),
        ("", "a.json", "a.json"),
        ("a/b.json", "c.json", "a/c.json"),
    ],
)
def test_references_are_joined_under_any_scheme(base: str, reference: str, joined: str) -> None:
    assert join_uri(base, reference) == joined
