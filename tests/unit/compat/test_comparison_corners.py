"""A comparison of sets is never kinder than the engine asked about whole documents."""

from __future__ import annotations

from typing import Any

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
