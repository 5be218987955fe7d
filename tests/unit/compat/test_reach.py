from __future__ import annotations

from typing import Any

import pytest

from modelpact.compat.reach import Reach
from modelpact.compat.subjects import Side, Subject
from modelpact.documents.dialects import DRAFT202012

DOCUMENTS: dict[str, Any] = {
    "User.json": {"properties": {"home": {"$ref": "Home.json"}, "self": {"$ref": "#"}}},
    "Team.json": {"items": {"$ref": "User.json"}},
    "Home.json": {"$ref": "#/$defs/Place", "$defs": {"Place": {"type": "object"}}},
    "Alone.json": {"type": "null"},
}


def reach(documents: dict[str, Any]) -> Reach:
    first = next(iter(documents))
    return Reach(Side(Subject(documents[first], first, documents)))


def test_what_a_change_can_touch_is_all_that_leads_to_it() -> None:
    touched = reach(DOCUMENTS).documents_leading_to(["Home.json"])
    assert touched == {"Home.json", "User.json", "Team.json"}
    assert reach(DOCUMENTS).documents_leading_to([]) == frozenset()


def test_a_document_comes_with_all_that_it_leads_to_in_the_order_of_the_set() -> None:
    found = reach(DOCUMENTS).documents_from("Team.json")
    assert found == ("Team.json", "User.json", "Home.json")


def test_a_reference_below_an_unknown_keyword_counts() -> None:
    documents = {
        "A.json": {"items": {"$ref": "#/parts/one"}, "parts": {"one": {"$ref": "B.json"}}},
        "B.json": {"type": "null"},
    }
    assert reach(documents).documents_leading_to(["B.json"]) == {"A.json", "B.json"}


def test_a_reference_into_a_document_counts_even_where_it_points_at_nothing() -> None:
    documents = {"A.json": {"$ref": "B.json#/nothing"}, "B.json": {"type": "null"}}
    assert reach(documents).documents_from("A.json") == ("A.json", "B.json")


def test_references_are_relative_to_the_identifiers_around_them() -> None:
    documents: dict[str, Any] = {
        "A.json": {
            "$id": "https://a.example/A.json",
            "items": {"$id": "parts/", "items": {"$id": "deep/", "items": {"$ref": "B.json"}}},
        },
        "B.json": {"$id": "https://a.example/parts/deep/B.json"},
        "C.json": {"$id": "https://a.example/B.json"},
    }
    assert "B.json" in reach(documents).documents_from("A.json")


def test_one_identifier_inside_a_document_without_its_own_is_one_of_them() -> None:
    documents: dict[str, Any] = {
        "A.json": {"items": {"$id": "parts/", "items": {"$ref": "B.json"}}},
        "parts/B.json": {"type": "null"},
    }
    found = reach(documents)
    assert found.documents_from("A.json") == ("A.json", "parts/B.json")
    assert not found.is_plain


@pytest.mark.parametrize(
    ("schema", "is_plain"),
    [
        ({"properties": {"id": {"type": "string"}}}, True),
        ({"$id": "https://a.example/A.json", "type": "object"}, True),
        ({"$defs": {"x": {"$id": "x.json"}}}, False),
        ({"$defs": {"x": {"$dynamicAnchor": "x"}}}, False),
        ({"$schema": "https://a.example/mine"}, False),
        ({"$schema": "http://json-schema.org/draft-04/schema#", "items": {"id": "x"}}, False),
    ],
)
def test_plain_documents_mean_the_same_whoever_leads_to_them(schema: Any, is_plain: bool) -> None:
    mine = {"$id": "https://a.example/mine", "$schema": DRAFT202012.uri}
    assert reach({"A.json": schema, "M.json": mine}).is_plain is is_plain


def test_where_a_metaschema_is_among_the_documents_all_belong_together() -> None:
    mine = "https://a.example/mine"
    documents = {
        "A.json": {"$schema": mine},
        "M.json": {"$id": mine, "$schema": "https://json-schema.org/draft/2020-12/schema"},
    }
    assert reach(documents).documents_from("A.json") == ("A.json", "M.json")


def test_what_is_referred_to_ranks_before_those_who_refer_to_it() -> None:
    ranks = reach(DOCUMENTS).ranks
    assert ranks["Home.json"] < ranks["User.json"] < ranks["Team.json"]
    cycle = {"A.json": {"$ref": "B.json"}, "B.json": {"$ref": "A.json"}}
    assert sorted(reach(cycle).ranks.values()) == [0, 1]
