from __future__ import annotations

from typing import Any

import pytest

from modelpact.compat.comparison import compare
from modelpact.compat.containment import Containment
from modelpact.compat.engine import Engine
from modelpact.compat.policy import ContentPolicy
from modelpact.compat.subjects import Side, Subject
from modelpact.compat.witness.confirm import Validators, confirm
from modelpact.compat.witness.enumerate import Enumeration, Writer, enumerate_breaks
from support.contracts import USER, edited

ENGINE = Engine()


def breaks(old: Any, new: Any, content: ContentPolicy = "tolerant", limit: int = 50) -> Enumeration:
    def prove(reader: Subject, writer: Subject) -> Containment:
        return ENGINE.search(reader, writer, content=content)

    return enumerate_breaks(
        Subject(new),
        Writer(Side(Subject(old)), content),
        prove,
        validators=Validators(),
        limit=limit,
    )


def places(enumeration: Enumeration) -> list[str]:
    return sorted(str(found.violation.location.pointer) for found in enumeration.found)


def test_no_breaks_are_a_complete_list() -> None:
    result = breaks(USER, USER)
    assert (result.found, result.complete) == ((), True)


def test_each_keyword_that_refuses_is_one_break() -> None:
    new = edited(USER, "properties", "age", to={"type": "integer", "minimum": 1, "maximum": 9})
    result = breaks(USER, new)
    assert result.complete
    assert places(result) == ["/properties/age/maximum", "/properties/age/minimum"]


def test_each_value_taken_from_a_list_is_one_break() -> None:
    result = breaks(USER, edited(USER, "properties", "status", "enum", to=["active"]))
    assert result.complete
    assert sorted(str(found.refused) for found in result.found) == ["gone", "invited"]


def test_a_list_where_there_was_none_is_one_break() -> None:
    result = breaks({"type": "string"}, {"enum": ["a", "b"]})
    assert result.complete
    assert places(result) == ["/enum"]


def test_each_type_that_is_gone_is_one_break() -> None:
    result = breaks({"type": ["string", "integer", "null"]}, {"type": "string"})
    assert result.complete
    assert {repr(found.refused) for found in result.found} == {"0", "None"}


def test_a_type_where_anything_went_is_one_break() -> None:
    result = breaks({}, {"type": "string"}, "strict")
    assert (len(result.found), result.complete) == (1, True)


def test_a_shared_definition_breaks_once() -> None:
    result = breaks(USER, edited(USER, "$defs", "Address", "properties", "city", "maxLength", to=9))
    assert places(result) == ["/$defs/Address/properties/city/maxLength"]
    assert result.complete


def test_a_null_that_is_gone_is_located_where_the_reference_is() -> None:
    result = breaks(USER, edited(USER, "properties", "work", to={"$ref": "#/$defs/Address"}))
    assert places(result) == ["/properties/work/$ref"]
    assert result.complete


@pytest.mark.parametrize("keyword", ["anyOf", "oneOf"])
def test_members_that_left_a_union_are_found_one_by_one(keyword: str) -> None:
    old = {keyword: [{"type": t} for t in ("string", "integer", "boolean", "null")]}
    new = {keyword: [{"type": t} for t in ("string", "null")]}
    result = breaks(old, new)
    assert result.complete
    assert places(result) == [f"/{keyword}", f"/{keyword}"]


def test_a_tagged_member_that_left_a_union_is_told_by_its_tag() -> None:
    def member(tag: str) -> dict[str, Any]:
        return {
            "type": "object",
            "properties": {"kind": {"const": tag}, "n": {"type": "integer"}},
            "required": ["kind"],
        }

    old = {"oneOf": [member("a"), member("b"), member("c")]}
    new = {"oneOf": [member("a"), edited(member("b"), "properties", "n", "minimum", to=5)]}
    result = breaks(old, new)
    assert result.complete
    assert sorted(places(result)) == ["/oneOf", "/oneOf/1/properties/n/minimum"]
    assert {"kind": "c"} in [found.witness for found in result.found]


def test_every_witness_is_confirmed_on_the_original_schemas() -> None:
    new = edited(USER, "required", to=["id", "name", "age", "home"])
    new = edited(new, "$defs", "Address", "required", to=["city", "zip"])
    new = edited(new, "properties", "tags", "uniqueItems", to=True)
    result = breaks(USER, new)
    assert len(result.found) == 4
    assert all(confirm(new, USER, found.witness) for found in result.found)


def test_a_limit_makes_the_list_incomplete_and_says_so() -> None:
    new = edited(USER, "required", to=["id", "name", "age", "home", "tags"])
    result = breaks(USER, new, limit=2)
    assert (len(result.found), result.complete) == (2, False)
    assert result.reason == "there are more than 2"


def test_a_break_inside_a_negation_is_found_and_loosened() -> None:
    new = {"type": "string", "not": {"anyOf": [{"const": "root"}, {"const": "admin"}]}}
    result = breaks({"type": "string"}, new)
    assert places(result) == ["/not"]
    assert result.complete


def test_what_the_engine_cannot_decide_ends_the_search() -> None:
    result = breaks({"pattern": r"(a)\1"}, {"pattern": r"(b)\1"})
    assert not result.complete
    assert result.reason.startswith("regex")


def test_a_loosened_member_of_a_one_of_is_no_break_of_its_own() -> None:
    new: Any = {"oneOf": [{"allOf": [{"type": "string"}]}, {"const": 1}]}
    result = breaks({"type": ["string", "integer"]}, new)
    assert result.found
    assert all(confirm(new, {}, found.witness) for found in result.found)
    assert result.complete or result.reason == "what was loosened may hide others"


def test_a_list_that_only_a_condition_gives_is_not_gone_through_value_by_value() -> None:
    old = {"if": {"type": "array"}, "then": {"enum": [[], [1]]}}
    new = {"allOf": [{"type": "integer"}], "then": {"enum": ["", 1]}, "if": {"type": "string"}}
    result = breaks(old, new)
    assert len(result.found) < 10
    assert result.complete


def test_a_refusal_that_is_told_where_nothing_is_ends_the_search(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def nothing_there(*_: object, **__: object) -> None:
        raise LookupError("properties")

    monkeypatch.setattr("modelpact.compat.witness.enumerate.relaxed", nothing_there)
    report = compare({"type": "string"}, {"type": "null"}, mode="backward")
    assert report.verdict == "breaking"
    assert not report.complete
