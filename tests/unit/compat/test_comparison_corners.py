"""A comparison of sets is never kinder than the engine asked about whole documents."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest

from modelpact.compat.comparison import compare
from modelpact.compat.policy import ContentPolicy
from modelpact.compat.report import Mode
from modelpact.documents.sets import Document, DocumentSet
from modelpact.errors import ModelpactError

DRAFT4 = "http://json-schema.org/draft-04/schema#"
DRAFT2020 = "https://json-schema.org/draft/2020-12/schema"
BASE = "https://x.test/"


def documents(schemas: dict[str, Any]) -> DocumentSet:
    return DocumentSet("v", {file: Document(file, file, s) for file, s in schemas.items()})


def verdict(
    old: dict[str, Any],
    new: dict[str, Any],
    mode: Mode | None = "full",
    content: ContentPolicy = "tolerant",
) -> str:
    return compare(documents(old), documents(new), mode=mode, content=content).verdict


def record(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


@pytest.mark.parametrize("content", ["tolerant", "strict"])
def test_a_keyword_that_another_draft_does_not_know_is_another_keyword(
    content: ContentPolicy,
) -> None:
    inner = record(x={"const": 1})
    old, new = ({"a.json": {"$schema": draft, **inner}} for draft in (DRAFT4, DRAFT2020))
    assert verdict(old, new, content=content) == "breaking"
    holder = {**record(a={"$ref": "a.json"}), "x-modelpact": {"role": "command"}}
    assert verdict({**old, "b.json": holder}, {**new, "b.json": holder}, None) == "breaking"


@pytest.mark.parametrize("more", [{}, {"n": {"type": "string"}}])
def test_a_reference_to_a_schema_inside_another_document_is_not_one_to_the_document(
    more: Any,
) -> None:
    def version(type_: str, **more: Any) -> dict[str, Any]:
        inner = {"$defs": {"x": {"$id": "inner.json", "type": type_}}}
        return {"a.json": record(x={"$ref": "inner.json"}, **more), "b.json": {**record(), **inner}}

    assert verdict(version("string"), version("null", **more)) == "breaking"


def test_what_a_dynamic_reference_means_depends_on_who_leads_there() -> None:
    def version(type_: Any, **more: Any) -> dict[str, Any]:
        anchored = {"$defs": {"T": {"$dynamicAnchor": "T", "type": "integer"}}}
        return {
            "a.json": record(x={"$dynamicAnchor": "T", "type": type_}, b={"$ref": "b.json"}),
            "b.json": {**record(v={"not": {"$dynamicRef": "#T"}}), **anchored},
            "c.json": {**record(v={"$dynamicRef": "#T", **more}), **anchored},
            "d.json": record(x={"$dynamicAnchor": "T", "type": "string"}, c={"$ref": "c.json"}),
        }

    assert verdict(version("string"), version(["string", "null"]), "backward") == "breaking"
    assert verdict(version("string"), version("string", maxLength=1), "backward") == "breaking"


def test_a_metaschema_of_the_sets_own_says_what_keywords_mean() -> None:
    def version(*names: str) -> dict[str, Any]:
        vocabulary = {f"https://json-schema.org/draft/2020-12/vocab/{name}": True for name in names}
        mine = {"$schema": DRAFT2020, "$id": f"{BASE}meta", "$vocabulary": vocabulary}
        return {
            "a.json": {"$schema": f"{BASE}meta", "type": "string", "maxLength": 3},
            "m.json": mine,
        }

    changed = verdict(version("core"), version("core", "validation"))
    assert changed == "unknown"  # jsonschema does not look at vocabularies


def test_addresses_inside_a_document_may_be_another_drafts() -> None:
    def version(type_: str) -> dict[str, Any]:
        deep = {"id": "sub/deep.json", "properties": {"y": {"$ref": "leaf.json"}}}
        inner = {"$id": "in.json", "$schema": DRAFT4, "properties": {"x": deep}}
        holder = {"$schema": DRAFT2020, "$id": f"{BASE}a.json", "properties": {"k": inner}}
        return {
            "a.json": {**holder, "x-modelpact": {"role": "command"}},
            "sub/leaf.json": {"$id": f"{BASE}sub/leaf.json", "type": type_},
        }

    assert verdict(version("string"), version("null"), None) == "breaking"


def test_which_reference_leads_where_counts_not_where_they_lead_together() -> None:
    names = {"p1": "x.json", "p2": "y.json", "p3": "z.json"}
    holder = record(**{name: {"$ref": file} for name, file in names.items()})
    last = {"$id": "x.json", "type": "null"}
    old, new = (
        {"a.json": holder, "y.json": {"type": "string", **address}, "z.json": last}
        for address in ({}, {"$id": "z.json"})
    )
    assert verdict(old, new) != "compatible"


def test_documents_that_exchange_addresses_are_noticed_by_who_did_not_change() -> None:
    holder = {"$schema": DRAFT4, **record(x={"$ref": "y.json"})}

    def named(address: str, type_: str) -> dict[str, Any]:
        return {"$schema": DRAFT4, "id": address, "type": type_}

    old = {"a.json": holder, "b.json": named("y.json", "string"), "c.json": named("w.json", "null")}
    new = {"a.json": holder, "b.json": named("w.json", "string"), "c.json": named("y.json", "null")}
    assert verdict(old, new) == "breaking"


def test_a_schema_that_moves_into_another_document_is_noticed_by_who_did_not_change() -> None:
    holder, inner = record(x={"$ref": "y.json"}), {"$id": "y.json"}

    def version(in_b: Any, in_c: Any) -> dict[str, Any]:
        return {"a.json": holder, "b.json": {"$defs": in_b}, "c.json": {"$defs": in_c}}

    old = version({"y": {**inner, "type": "string"}}, {})
    assert verdict(old, version({}, {"y": {**inner, "type": "null"}})) == "breaking"


def test_a_document_of_which_a_definition_alone_is_embedded_is_asked_itself() -> None:
    command = {**record(x={"$ref": "b.json#/$defs/X"}), "x-modelpact": {"role": "command"}}

    def version(type_: str) -> dict[str, Any]:
        return {"a.json": command, "b.json": {"type": type_, "$defs": {"X": {"type": "string"}}}}

    assert verdict(version("string"), version("null"), None) == "breaking"


def test_who_is_asked_nothing_hides_no_break_of_what_it_embeds() -> None:
    view = {**record(x={"$ref": "b.json"}), "x-modelpact": {"role": "view"}}
    old, new = {"b.json": {"type": "string"}}, {"b.json": {"type": "null"}, "a.json": view}
    assert verdict(old, new, None) == "breaking"
    assert verdict({**old, "a.json": view}, new, None) == "breaking"


def test_an_empty_set_is_a_set() -> None:
    assert verdict({}, {"a.json": {}}, None) == "compatible"
    assert verdict({"a.json": {}}, {}, None) == "breaking"
    assert verdict({}, {}, None) == "compatible"


@pytest.mark.parametrize("role", [["view"], {"view": 1}, 5, "unheard"])
def test_a_role_that_is_none_is_no_role(role: Any) -> None:
    old, new = ({"a.json": {"type": t, "x-modelpact": {"role": role}}} for t in ("string", "null"))
    assert verdict(old, new, None) == "breaking"


@pytest.mark.parametrize(
    "schema",
    [
        {**record(), "required": [[]]},
        {"$ref": 5},
        record(x={"$ref": 5}),
        record(x={"$ref": ["a.json"]}, y={"unevaluatedProperties": False, "$ref": {}}),
    ],
)
def test_what_is_no_schema_is_an_error_that_says_where(schema: Any) -> None:
    for other in ({}, {**record(), "required": [{}]}):
        with pytest.raises(ModelpactError, match=r"a\.json"):
            verdict({"a.json": schema}, {"a.json": other})


def test_a_reference_that_is_no_unicode_leads_nowhere() -> None:
    old = {"a.json": record(x={"$ref": "\ud800.json"})}
    assert verdict(old, {"a.json": {"type": "object"}}) in {"breaking", "unknown"}


def places(old: dict[str, Any], new: dict[str, Any]) -> tuple[set[str], bool]:
    """Where breaks were found, and whether these are said to be all."""
    report = compare(documents(old), documents(new), mode="backward")
    found = {str(finding.new) for finding in report.findings}
    return found, report.complete


def test_a_half_that_nobody_embeds_is_asked_though_the_other_is_embedded() -> None:
    view = {**record(x={"$ref": "X.schema.json"}), "x-modelpact": {"role": "view"}}

    def version(type_: str) -> dict[str, Any]:
        return {
            "X.schema.json": record(a={"type": "string"}),
            "X.input.schema.json": record(a={"type": type_}),
            "V.schema.json": view,
        }

    assert verdict(version("string"), version("integer"), None) == "breaking"


def test_what_stands_where_it_means_nothing_embeds_nothing() -> None:
    idle = record(y={"then": {"$ref": "b.json"}})
    command = {"a.json": {**idle, "x-modelpact": {"role": "command"}}}
    old, new = ({**command, "b.json": {"type": type_}} for type_ in ("string", "null"))
    assert verdict(old, new, None) == "breaking"


@pytest.mark.parametrize(
    ("value", "place"),
    [
        (
            lambda pattern: {
                "type": "string",
                "if": {"$ref": "s.json"},
                "else": {"pattern": pattern},
            },
            "t.json#/properties/v/else/pattern",
        ),
        (
            lambda pattern: {
                "contains": {"$ref": "s.json"},
                "unevaluatedItems": {"pattern": pattern},
            },
            "t.json#/properties/v/unevaluatedItems/pattern",
        ),
    ],
)
def test_a_break_behind_a_schema_that_broke_elsewhere_is_found_or_said_to_be_missing(
    value: Any, place: str
) -> None:
    def version(length: int, pattern: str) -> dict[str, Any]:
        short = {"type": "string", "maxLength": length}
        return {"s.json": short, "t.json": record(v=value(pattern))}

    found, complete = places(version(9, "^."), version(3, "^a"))
    assert "s.json#/maxLength" in found
    assert place in found or not complete


def test_what_may_hide_others_is_said_not_to_be_all() -> None:
    def one_document(length: int, pattern: str) -> dict[str, Any]:
        short = {"$ref": "#/$defs/S"}
        value = {"type": "string", "if": short, "else": {"pattern": pattern}}
        definitions = {"S": {"type": "string", "maxLength": length}}
        return {"t.json": {**record(u=short, v=value), "$defs": definitions}}

    assert not places(one_document(9, "^."), one_document(3, "^a"))[1]

    def union(type_: str) -> dict[str, Any]:
        closed = {"required": ["a", "b"], "additionalProperties": False}
        branches = [
            {**record(a={"type": "string"}, b={"type": type_}), **closed},
            {**record(a={"type": "integer"}, b={"type": type_}), **closed},
        ]
        return {"t.json": {"anyOf": branches}}

    assert not places(union("string"), union("integer"))[1]


@pytest.mark.parametrize("name", ["c d.json", "cé.json", "c.json"])
def test_files_are_told_apart_by_names_that_no_uri_may_hold(name: str) -> None:
    holder = record(y={"not": {"$ref": quote(name)}}, x={"type": "string"})
    inner = {name: record(z={"type": "string"})}
    assert verdict({"a.json": holder, **inner}, inner) == "breaking"
    changed = {**holder, "properties": {**holder["properties"], "x": {"type": "integer"}}}
    assert verdict({"a.json": holder, **inner}, {"a.json": changed, **inner}) == "breaking"


def test_a_file_with_another_address_may_be_referred_to_by_its_name() -> None:
    named = {"$id": "f.json", **record(x={"type": "string"})}
    old = {"a.json": named, "c.json": record(y={"$ref": "a.json"}, z={"type": "string"})}
    new = {"a.json": named, "c.json": record(y={"$ref": "a.json"}, z={"type": "null"})}
    assert verdict(old, new) == "breaking"
    assert verdict(old, {"a.json": named}) == "breaking"
