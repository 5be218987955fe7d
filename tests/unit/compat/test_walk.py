from __future__ import annotations

from typing import Any

from hypothesis import given

from modelpact.compat.changes import ABSENT, Change, same_said
from modelpact.compat.subjects import Side, Subject
from modelpact.compat.walk import changes_between, changes_of_sets
from support.contracts import USER, edited
from support.schemas import document_set, documents


def changes(old: Any, new: Any) -> tuple[Change, ...]:
    return changes_between(Side(Subject(old)), Side(Subject(new)))


def facts(old: Any, new: Any) -> list[tuple[str, str, Any, Any]]:
    return [(c.keyword, c.subject, c.before, c.after) for c in changes(old, new)]


def test_a_schema_does_not_differ_from_itself() -> None:
    assert changes(USER, USER) == ()


def test_a_keyword_that_differs_is_a_fact() -> None:
    new = edited(USER, "properties", "age", "minimum", to=18)
    assert facts(USER, new) == [("minimum", "age", 0, 18)]


def test_words_are_facts_too() -> None:
    new = edited(USER, "properties", "age", "description", to="In years")
    assert facts(USER, new) == [("description", "age", ABSENT, "In years")]


def test_a_property_is_required_or_not_by_name() -> None:
    new = edited(USER, "required", to=["name", "age"])
    assert facts(USER, new) == [("required", "id", True, False), ("required", "age", False, True)]


def test_added_and_removed_properties_are_one_fact_each() -> None:
    new = edited(edited(USER, "properties", "phone", to={"type": "string"}), "properties", "tags")
    assert [(c.keyword, c.name, c.before is ABSENT) for c in changes(USER, new)] == [
        ("properties", "tags", False),
        ("properties", "phone", True),
    ]


def test_a_shared_definition_differs_once() -> None:
    new = edited(USER, "$defs", "Address", "properties", "zip", "maxLength", to=5)
    (change,) = changes(USER, new)
    assert str(change.new) == "#/$defs/Address/properties/zip"


def test_a_definition_written_out_in_place_is_no_difference() -> None:
    new = edited(USER, "properties", "home", to=USER["$defs"]["Address"])
    assert changes(USER, new) == ()


def test_another_reference_is_a_fact() -> None:
    both = edited(USER, "$defs", "Place", to={"type": "object", "title": "Place"})
    new = edited(both, "properties", "home", to={"$ref": "#/$defs/Place"})
    kinds = [change.keyword for change in changes(both, new)]
    assert kinds[0] == "$ref"


def test_members_of_a_union_are_paired_by_what_they_are() -> None:
    null, text = {"type": "null"}, {"type": "string"}
    old = {"anyOf": [text, null, {"$ref": "#/$defs/A"}], "$defs": {"A": {"type": "object"}}}
    new = {"anyOf": [{"$ref": "#/$defs/A"}, {**text, "maxLength": 3}], "$defs": old["$defs"]}
    assert facts(old, new) == [("maxLength", "", ABSENT, 3), ("anyOf", "null", null, ABSENT)]


def test_tagged_members_are_paired_by_their_tags() -> None:
    def member(tag: str, **more: Any) -> Any:
        return {"type": "object", "properties": {"kind": {"const": tag}, **more}}

    old = {"oneOf": [member("a"), member("b")]}
    new = {"oneOf": [member("b", n={"type": "integer"}), member("a")]}
    assert [(c.keyword, c.name) for c in changes(old, new)] == [("properties", "n")]


def test_items_maps_and_positions_have_paths() -> None:
    old = {
        "properties": {
            "list": {"items": {"type": "string"}},
            "map": {"additionalProperties": {"type": "string"}},
            "pair": {"prefixItems": [{"type": "string"}, {"type": "string"}]},
        }
    }
    new = {
        "properties": {
            "list": {"items": {"type": "null"}},
            "map": {"additionalProperties": {"type": "null"}},
            "pair": {"prefixItems": [{"type": "string"}, {"type": "null"}]},
        }
    }
    assert [c.path for c in changes(old, new)] == ["list[]", "map{}", "pair[1]"]


def test_true_is_not_1_and_the_order_of_members_is_nothing() -> None:
    assert len(changes({"const": True}, {"const": 1})) == 1
    assert changes({"const": {"a": 1, "b": 2}}, {"const": {"b": 2, "a": 1}}) == ()


def test_references_that_lead_to_nothing_but_each_other_come_to_an_end() -> None:
    old = {
        "$ref": "#/$defs/A",
        "$defs": {"A": {"$ref": "#/$defs/B"}, "B": {"$ref": "#/$defs/A", "title": "B"}},
    }
    assert facts(old, edited(old, "$defs", "B", "title", to="b")) == [("title", "", "B", "b")]


def test_boolean_schemas_differ_from_others() -> None:
    assert facts({"properties": {"a": False}}, {"properties": {"a": {}}}) == [
        ("schema", "a", False, {})
    ]


def test_documents_come_and_go() -> None:
    old = document_set(User=USER, Gone={"type": "null"})
    new = document_set(User=edited(USER, "title", to="User"), Come={"type": "null"})
    assert [(c.keyword, c.name) for c in changes_of_sets(old, new)] == [
        ("title", ""),
        ("document", "Gone.schema.json"),
        ("document", "Come.schema.json"),
    ]


@given(documents(), documents())
def test_walking_ends_and_every_fact_is_a_difference(old: Any, new: Any) -> None:
    assert changes(old, old) == ()
    for change in changes(old, new):
        assert not same_said(change.before, change.after)
