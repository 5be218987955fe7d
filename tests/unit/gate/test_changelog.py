"""What changed, in sentences that people read."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

import modelpact
from modelpact.compat.changes import ABSENT, Change
from modelpact.compat.consumers import sdk_findings
from modelpact.compat.consumers.comparing import untold
from modelpact.compat.findings import undecided
from modelpact.documents.pointers import Pointer
from modelpact.gate.changelog import Entry, changelog
from modelpact.graph.nodes import Location
from support.contracts import ADDRESS, USER, edited
from support.releases import documents
from support.schemas import document_set, schemas


def said(old: Any, new: Any) -> list[str]:
    return [entry.text for entry in changelog(documents(Order=old), documents(Order=new))]


def of_property(old: Any, new: Any) -> list[str]:
    both = ({"type": "object", "properties": {"size": schema}} for schema in (old, new))
    return said(*both)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ({"type": "string"}, {"type": "integer"}, "`size` changed from string to integer"),
        (
            {"type": ["string", "null"]},
            {"type": "string"},
            "`size` may no longer be null",
        ),
        ({"maxLength": 5}, {"maxLength": 6}, "`maxLength` of `size` changed from 5 to 6"),
        ({}, {"maxLength": 6}, "`size` has the `maxLength` 6 now"),
        ({"maxLength": 6}, {}, "`size` has no `maxLength` any more; it was 6"),
        ({"enum": ["s"]}, {"enum": ["s", "m"]}, '`size` also allows "m"'),
        (
            {"enum": ["s", "m"]},
            {"enum": ["s", "l"]},
            '`size` also allows "l" and no longer allows "m"',
        ),
        ({"enum": [1, 2]}, {"enum": [2, 1]}, "The values of `size` are in another order"),
        ({"enum": [1]}, {"enum": [True]}, "`size` also allows true and no longer allows 1"),
        ({}, {"default": None}, "`size` is null by default now"),
        ({"default": 1}, {"default": 2}, "The default of `size` changed from 1 to 2"),
        ({"default": 1}, {}, "`size` has no default any more; it was 1"),
        ({}, {"description": "How big."}, "`size` has a description now"),
        ({"description": "a"}, {"description": "b"}, "The description of `size` was edited"),
        ({"examples": [1]}, {"examples": [2]}, "The examples of `size` were edited"),
        ({"title": "a"}, {}, "`size` has no title any more"),
        ({}, {"deprecated": True}, "`size` is deprecated"),
        ({"deprecated": True}, {}, "`size` is no longer deprecated"),
        (
            {},
            {"x-modelpact": {"deprecated": "Use length."}},
            "`size` is deprecated: Use length.",
        ),
        ({}, {"x-modelpact": {"brand": "Size"}}, "`size` is the type `Size` in SDKs now"),
        (
            {"x-modelpact": {"direction": "input"}},
            {},
            "`size` describes both what is emitted and what is accepted now",
        ),
        (
            {},
            {"x-modelpact": {"sunset": "2027-05-05"}},
            "`size` is going to be removed: its last day is 2027-05-05",
        ),
        (
            {"x-modelpact": {"role": "entity"}},
            {"x-modelpact": {"role": "view"}},
            "`size` is a view now, and was an entity",
        ),
        (
            {"x-modelpact": {"frozen": True}},
            {},
            "Instances of `size` are mutable now",
        ),
        ({}, {"x-modelpact": {"later": 1}}, "What SDKs know of `size` is something else now"),
        (
            {"deprecated": False},
            {"deprecated": True, "x-modelpact": {"deprecated": "Use length."}},
            "`size` is deprecated: Use length.",
        ),
        (
            {"type": "string", "format": "date-time", "description": "When."},
            {
                "anyOf": [{"type": "string", "format": "date-time"}, {"type": "null"}],
                "description": "When.",
            },
            "`size` may newly be null",
        ),
        (
            {"anyOf": [{"$ref": "#/$defs/A"}, {"type": "null"}], "default": None},
            {"$ref": "#/$defs/A", "default": None},
            "`size` may no longer be null",
        ),
        (
            {"type": "string"},
            {"anyOf": [{"type": "integer"}, {"type": "boolean"}]},
            "`size` is integer or boolean now, and was string",
        ),
        (
            {"anyOf": [{"type": "string"}]},
            {"anyOf": [{"type": "string"}, {"type": "null"}]},
            "`size` may newly be null",
        ),
        (
            {"anyOf": [{"type": "string"}, {"type": "null"}]},
            {"anyOf": [{"type": "string"}]},
            "`size` may no longer be null",
        ),
        (True, False, "`size` is nothing now, and was anything"),
        (
            {"additionalProperties": True},
            {"additionalProperties": False},
            "`size` has no further properties",
        ),
        (
            {"items": {"maximum": 2}},
            {"items": {"maximum": 3}},
            "`maximum` of `size[]` changed from 2 to 3",
        ),
    ],
)
def test_a_change_of_a_property_is_one_sentence(old: Any, new: Any, sentence: str) -> None:
    assert of_property(old, new) == [sentence]


def test_properties_that_come_and_go_are_described() -> None:
    old = {"properties": {"a": {"type": "array", "items": {"type": "integer"}}}, "required": ["a"]}
    new = {"properties": {"b": {"type": "string", "format": "date"}}, "required": ["b"]}
    assert said(old, new) == ["Removed `a`: list of integer", "Added `b`: date string"]


def test_what_is_required_is_said_of_properties_that_stay() -> None:
    schema = {"properties": {"a": {}, "b": {}}, "required": ["a"]}
    assert said(schema, {**schema, "required": ["b"]}) == [
        "`a` may be left out now",
        "`b` is required now",
    ]


def test_a_change_of_the_whole_names_the_document() -> None:
    assert said({"description": "a"}, {"description": "b"}) == [
        "The description of `Order` was edited"
    ]


def test_documents_that_come_and_go_are_told_with_what_they_are_for() -> None:
    role = {"role": "command"}
    old = documents(Old={"type": "string"})
    new = documents(New={"description": "Buys.\nMore.", "x-modelpact": role})
    assert [(e.kind, e.text) for e in changelog(old, new)] == [
        ("removed", "Removed `Old`"),
        ("added", "Added the command `New`: Buys"),
    ]


def test_a_shared_document_changes_once_where_it_is() -> None:
    user = edited(USER, "properties", "home", to={"$ref": "Address.schema.json"})
    old = documents(User=user, Address=ADDRESS)
    new = documents(User=user, Address=edited(ADDRESS, "properties", "zip", "maxLength", to=9))
    (entry,) = changelog(old, new)
    assert (entry.document, entry.name, entry.path) == ("Address.schema.json", "Address", "zip")


def test_a_definition_inside_a_document_has_a_name_of_its_own() -> None:
    new = edited(USER, "$defs", "Address", "properties", "zip", "maxLength", to=9)
    (entry,) = changelog(documents(User=USER), documents(User=new))
    assert (entry.name, entry.path) == ("User.Address", "zip")


def test_a_document_that_says_what_it_was_called_is_renamed() -> None:
    old = documents(Order={"properties": {"of": {"$ref": "Person.schema.json"}}}, Person={})
    renamed = {"x-modelpact": {"renamedFrom": ["Person"]}, "type": "object"}
    new = documents(Order={"properties": {"of": {"$ref": "User.schema.json"}}}, User=renamed)
    assert [entry.text for entry in changelog(old, new)] == [
        "`Person` is called `User` now",
        "`User` changed from anything to object",
    ]


def test_what_breaks_is_marked() -> None:
    properties = {"a": {"maxLength": 5}, "b": {"maxLength": 5}}
    old = documents(Order={"properties": properties})
    edited_ = {"a": {"maxLength": 4}, "b": {"description": "b", "maxLength": 5}}
    new = documents(Order={"properties": edited_})
    findings = modelpact.compare(old, new, mode="backward").findings
    marked = [(entry.path, entry.breaking) for entry in changelog(old, new, findings)]
    assert marked == [("a", True), ("b", False)]


def marked(old: Any, new: Any, mode: Any = "full") -> list[str]:
    """What is marked as breaking, of everything that changed."""
    before, after = documents(Order=old), documents(Order=new)
    data = modelpact.compare(before, after, mode=mode).findings
    findings = (*data, *untold(sdk_findings(before, after), data))
    assert any(finding.verdict == "breaking" for finding in findings)
    return [entry.text for entry in changelog(before, after, findings) if entry.breaking]


CASH = {"type": "object", "properties": {"kind": {"const": "cash"}}, "required": ["kind"]}
CARD = {"type": "object", "properties": {"kind": {"const": "card"}}, "required": ["kind"]}


def payment(*members: Any, **more: Any) -> Any:
    return {"type": "object", "properties": {"payment": {"oneOf": list(members), **more}}}


@pytest.mark.parametrize(
    ("old", "new", "texts"),
    [
        (payment(CASH, CARD), payment(CASH), ["`payment` may no longer be object"]),
        (payment(CASH), payment(CASH, CARD), ["`payment` may be object too"]),
        (
            {"type": "object", "properties": {"at": {"type": "string", "format": "date"}}},
            {
                "type": "object",
                "properties": {
                    "at": {"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]}
                },
            },
            ["`at` may newly be null"],
        ),
        (
            {"type": "object", "properties": {"a": {"type": "integer", "minimum": 1}}},
            {"type": "object", "properties": {"a": {"type": "integer", "exclusiveMinimum": 1}}},
            ["`a` has the `exclusiveMinimum` 1 now"],
        ),
        (
            {"type": "object", "properties": {"a": {}}},
            {"type": "object", "properties": {"a": {}, "b": {}}, "required": ["b"]},
            ["Added `b`: anything"],
        ),
        (
            {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}},
            {"type": "object", "properties": {"b": {"type": "string", "description": "b"}}},
            ["Removed `a`: string"],
        ),
    ],
)
def test_each_break_marks_the_change_that_it_is(old: Any, new: Any, texts: list[str]) -> None:
    both = marked(old, new)
    assert both == texts


def test_a_break_that_no_change_is_told_of_has_an_entry_of_its_own() -> None:
    before, after = documents(Order={}), documents(Order={"description": "Bought."})
    place = Location("Order.schema.json", Pointer(("properties", "gone")))
    change = Change("sdk", "", "gone", ABSENT, ABSENT, place, place)
    finding = replace(
        undecided("Order.schema.json", "backward", "no"), verdict="breaking", change=change
    )
    entries = changelog(before, after, [finding, finding])
    assert [(entry.text == finding.message, entry.breaking) for entry in entries] == [
        (False, False),
        (True, True),
    ]


def test_a_document_that_is_renamed_breaks_where_its_name_is_told() -> None:
    old = documents(Person={"type": "object"})
    renamed = {"x-modelpact": {"renamedFrom": ["Person"]}, "type": "object"}
    new = documents(User=renamed)
    assert [
        (entry.text, entry.breaking) for entry in changelog(old, new, sdk_findings(old, new))
    ] == [("`Person` is called `User` now", True)]


def test_a_member_that_is_going_is_told_with_its_day() -> None:
    member = {"name": "DEM", "value": "DEM"}
    euro = {"name": "EUR", "value": "EUR"}
    going = {**member, "deprecated": "Use EUR.", "sunset": "2027-05-05"}
    old, new = (
        {"enum": ["DEM", "EUR"], "x-modelpact": {"members": [one, euro]}} for one in (member, going)
    )
    (told,) = of_property(old, new)
    assert told.split("; ") == [
        "`DEM` of `size` is deprecated: Use EUR.",
        "`DEM` of `size` is going to be removed: its last day is 2027-05-05",
    ]


def test_what_only_holds_definitions_is_told_by_them() -> None:
    def holding(**definitions: Any) -> Any:
        return {"$defs": definitions}

    text, number = {"type": "string"}, {"type": "number"}
    assert said(holding(A=text, B=text), holding(A=number, C=number)) == [
        "`Order.A` changed from string to number",
        "Removed `B`: string",
        "Added `C`: number",
    ]
    held = {"$ref": "#/$defs/A", "$defs": {"A": text, "B": text}}
    assert said(held, {**held, "$defs": {"A": number}}) == [
        "`Order.A` changed from string to number"
    ]


def test_a_member_that_is_gone_is_told_once() -> None:
    members = [{"name": "DEM", "value": "DEM"}, {"name": "EUR", "value": "EUR"}]
    old = {"enum": ["DEM", "EUR"], "x-modelpact": {"members": members}}
    new = {"enum": ["EUR"], "x-modelpact": {"members": members[1:]}}
    assert of_property(old, new) == ['`size` no longer allows "DEM"']


@given(schemas())
def test_a_version_has_not_changed_from_itself(schema: dict[str, Any]) -> None:
    assert changelog(document_set(A=schema), document_set(A=deepcopy(schema))) == ()


def test_an_entry_is_json() -> None:
    (entry,) = changelog(documents(), documents(A={}))
    assert entry == Entry(**entry.to_json())
