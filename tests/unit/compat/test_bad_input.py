"""Bad input ends in a clear error or in *unknown* with its reason: no crash, no hang, no guess."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from modelpact.compat.engine import Engine
from modelpact.compat.reasons import Budget, InvalidSchemaError
from modelpact.documents.dialects import UnknownDialectError
from modelpact.documents.resources import UnresolvableReferenceError


def nested(depth: int, keyword: str) -> Any:
    schema: Any = {}
    for _ in range(depth):
        schema = {keyword: schema}
    return schema


def reason_of(outer: Any, inner: Any, **options: Any) -> str:
    found = Engine().contains(outer, inner, **options)
    assert found.answer == "unknown"
    return found.reason


@pytest.mark.parametrize(
    ("schema", "keyword"),
    [
        ({"type": "any"}, "type"),
        ({"type": 3}, "type"),
        ({"required": True}, "required"),
        ({"required": [1]}, "required"),
        ({"exclusiveMinimum": True}, "exclusiveMinimum"),
        ({"minimum": "1"}, "minimum"),
        ({"minimum": float("nan")}, "minimum"),
        ({"multipleOf": 0}, "multipleOf"),
        ({"minLength": -1}, "minLength"),
        ({"maxItems": 1.5}, "maxItems"),
        ({"uniqueItems": 1}, "uniqueItems"),
        ({"enum": 1}, "enum"),
        ({"const": float("inf")}, "const"),
        ({"anyOf": []}, "anyOf"),
        ({"items": [{}]}, "items"),
        ({"properties": []}, "properties"),
        ({"pattern": 1}, "pattern"),
        ({"$ref": 1}, r"\$ref"),
    ],
)
def test_what_is_no_schema_is_refused_with_keyword_and_place(schema: Any, keyword: str) -> None:
    document = {"properties": {"x": schema}}
    with pytest.raises(InvalidSchemaError, match=keyword) as caught:
        Engine().contains({}, document, resources={"a.json": {}})
    assert caught.value.faults[0].where.endswith("#/properties/x")


@pytest.mark.parametrize("schema", [3, "x", None, [], {"not": 1}, {"properties": {"a": "b"}}])
def test_what_is_neither_an_object_nor_a_boolean_is_refused(schema: Any) -> None:
    with pytest.raises(InvalidSchemaError):
        Engine().contains({}, schema)


def test_an_unknown_dialect_is_refused() -> None:
    with pytest.raises(UnknownDialectError):
        Engine().contains({"$schema": "https://example.com/dialect"}, {})


def test_a_dangling_reference_is_refused() -> None:
    with pytest.raises(UnresolvableReferenceError):
        Engine().contains({"$ref": "#/$defs/missing"}, {})


def test_a_pattern_that_does_not_compile_is_refused() -> None:
    with pytest.raises(InvalidSchemaError, match="regular expression") as caught:
        Engine().contains({"properties": {"a": {"pattern": "("}}}, {"type": "object"})
    assert caught.value.faults[0].where == "#/properties/a"


def test_a_pattern_beyond_the_engine_is_unknown() -> None:
    assert reason_of({"pattern": r"^(a)\1$"}, {"pattern": "^aa$"}) == "regex"


def test_a_remote_reference_is_unknown_except_to_itself() -> None:
    remote = {"$ref": "https://example.com/other.json"}
    assert reason_of(remote, {"type": "string"}) == "remote-ref"
    assert Engine().contains(remote, {**remote, "type": "string"}).answer == "yes"


def test_one_relative_name_of_two_sides_may_be_two_documents() -> None:
    relative = {"$ref": "other.json"}
    assert reason_of({**relative, "title": "new"}, {**relative, "title": "old"}) == "remote-ref"


@pytest.mark.parametrize(
    "schema",
    [
        {"$ref": "#"},
        {"allOf": [{"$ref": "#"}]},
        {"anyOf": [{"$ref": "#"}, {"type": "null"}]},
        {"not": {"$ref": "#"}},
        {"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}},
        {"$ref": "#", "unevaluatedProperties": False},
    ],
)
def test_a_cycle_of_references_in_place_is_unknown(schema: Any) -> None:
    assert reason_of(schema, {}) == "cyclic-ref"
    assert reason_of({}, {"type": "object", **schema}) == "cyclic-ref"


@pytest.mark.parametrize("keyword", ["items", "not", "additionalProperties", "contains"])
@pytest.mark.parametrize("depth", [2_000, 100_000])
def test_deep_nesting_is_unknown(keyword: str, depth: int) -> None:
    assert reason_of(nested(depth, keyword), {"type": ["object", "array"]}) == "depth"


@pytest.mark.parametrize("keyword", ["items", "additionalProperties"])
def test_nesting_that_people_write_is_decided(keyword: str) -> None:
    shallow, deep = nested(40, keyword), nested(60, keyword)
    assert Engine().contains(shallow, deep).answer == "yes"


def test_a_deep_constant_is_unknown() -> None:
    value: Any = []
    for _ in range(100_000):
        value = [value]
    assert reason_of({"const": value}, {"type": "array"}) == "depth"


def test_a_number_that_would_take_for_ever_is_unknown() -> None:
    assert reason_of({"maximum": Decimal("1e4000000")}, {}) == "budget"


@pytest.mark.parametrize(
    "inner",
    [
        {"type": "array", "minItems": 10**9},
        {"type": "string", "minLength": 10**12},
        {"type": "object", "minProperties": 10**9},
    ],
)
def test_a_witness_too_large_to_hold_is_unknown(inner: Any) -> None:
    assert reason_of({"type": "null"}, inner) == "budget"


def test_much_of_everything_is_decided() -> None:
    many = {"allOf": [{"minLength": n} for n in range(5_000)]}
    assert Engine().contains({"minLength": 4_999}, {"type": "string", **many}).answer == "yes"
    large = {"enum": list(range(5_000))}
    assert Engine().contains({"enum": list(range(5_001))}, large).answer == "yes"
    assert Engine().contains(large, {"enum": list(range(5_001))}).witness == 5_000


def test_work_is_bounded_by_the_budget() -> None:
    names = [(f"a{n}", f"b{n}") for n in range(12)]
    pigeons = {
        "type": "object",
        "allOf": [{"anyOf": [{"required": [a]}, {"required": [b]}]} for a, b in names],
        "maxProperties": 11,
    }
    assert reason_of({"type": "string"}, pigeons, budget=Budget(2_000)) == "budget"


def test_after_a_failure_the_session_goes_on() -> None:
    engine = Engine()
    node: Any = {"type": "object", "properties": {"next": {"$ref": "#/$defs/node"}}}
    broken: Any = {**node, "required": 1}
    with pytest.raises(InvalidSchemaError):
        engine.contains({}, {"$ref": "#/$defs/node", "$defs": {"node": broken}})
    whole: Any = {"$ref": "#/$defs/node", "$defs": {"node": node}}
    assert engine.contains({"type": "object"}, whole).answer == "yes"
