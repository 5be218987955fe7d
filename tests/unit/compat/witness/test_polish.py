from __future__ import annotations

from typing import Any

import pytest

from modelpact.compat.subjects import Side, Subject
from modelpact.compat.witness.breaks import Break
from modelpact.compat.witness.confirm import Validators
from modelpact.compat.witness.polish import is_minimal, polish

USER = {
    "type": "object",
    "properties": {
        "id": {"type": "string", "format": "uuid"},
        "name": {"type": "string", "examples": ["Ada Lovelace"]},
        "age": {"type": "integer"},
        "tags": {"type": "array", "items": {"type": "string"}},
        "role": {"enum": ["admin", "member"]},
    },
    "required": ["id", "name"],
}


def polished(old: Any, new: Any, raw: Any) -> Any:
    writer, reader = Side(Subject(old)), Side(Subject(new))
    broken = Break(reader, [writer.subject], Validators(), "assert")
    assert broken.holds(raw)
    result = polish(raw, broken, writer)
    assert broken.holds(result)
    assert is_minimal(result, broken.holds)
    return result


def with_property(name: str, schema: Any) -> Any:
    return {**USER, "properties": {**USER["properties"], name: schema}}  # type: ignore[dict-item]


RAW = {
    "role": "member",
    "tags": ["\x00\x01", "zq"],
    "age": 918273,
    "name": "\u0416\x07",
    "id": "00000000-0000-0000-0000-00000000000f",
}


def test_all_that_the_writer_need_not_write_is_taken_away() -> None:
    result = polished(
        USER,
        {**USER, "required": ["id", "name", "age"]},
        RAW | {"age": 1} and {k: v for k, v in RAW.items() if k != "age"},
    )
    assert list(result) == ["id", "name"]


def test_values_come_from_examples_and_formats_in_the_order_of_the_schema() -> None:
    result = polished(USER, with_property("age", {"type": "integer", "maximum": 100}), RAW)
    assert list(result.items())[:2] == [
        ("id", "123e4567-e89b-42d3-a456-426614174000"),
        ("name", "Ada Lovelace"),
    ]
    assert list(result) == ["id", "name", "age"]
    assert result["age"] > 100


def test_the_refused_value_itself_becomes_an_example_where_one_is_refused_too() -> None:
    result = polished(USER, with_property("name", {"type": "string", "maxLength": 1}), RAW)
    assert result["name"] == "Ada Lovelace"


def test_examples_of_the_whole_object_serve_its_parts() -> None:
    old = {**USER, "examples": [{"id": "x", "name": "Grace", "age": 7}]}
    old["properties"] = {"id": {"type": "string"}, "name": {"type": "string"}}
    result = polished(old, {**USER, "required": ["zip"]}, {"id": "q", "name": "\u00ff"})
    assert result == {"id": "x", "name": "Grace"}


def test_an_invented_name_is_never_empty() -> None:
    old = {"type": "object", "additionalProperties": {"type": "integer"}}
    result = polished(old, {"type": "object", "maxProperties": 0}, {"": 12345678})
    assert result == {"name": 0}


def test_names_that_the_schema_shows_are_preferred() -> None:
    old = {
        "type": "object",
        "propertyNames": {"pattern": "^[a-z]{2}$", "examples": ["de", "fr"]},
        "additionalProperties": {"type": "string", "examples": ["Haus"]},
    }
    new = {"type": "object", "additionalProperties": False}
    assert polished(old, new, {"zz": ""}) == {"de": "Haus"}


def test_names_that_refuse_are_kept() -> None:
    result = polished(
        {"type": "object"}, {"properties": {"phone": {"type": "string"}}}, {"phone": 9}
    )
    assert result == {"phone": 9}


def test_characters_that_cannot_be_printed_are_replaced() -> None:
    old, new = {"type": "string"}, {"type": "string", "maxLength": 2}
    assert polished(old, new, "\x00\ud7ff\u200b") == "text"


def test_a_value_that_must_look_odd_keeps_its_length() -> None:
    old = {"type": "string", "maxLength": 5, "minLength": 5}
    assert polished(old, {"type": "string", "maxLength": 4}, "\x01q\x02w\x03") == "aaaaa"


def test_long_arrays_are_halved_before_items_are_taken_one_by_one() -> None:
    old = {"type": "array", "items": {"type": "integer"}}
    new = {"type": "array", "items": {"type": "integer"}, "maxItems": 3}
    assert polished(old, new, list(range(2_000))) == [0, 1, 2, 3]


def test_an_integer_stays_one_and_the_reason_stays_the_same() -> None:
    old = {"type": "object", "properties": {"n": {"type": "number"}}, "required": ["n"]}
    new = {"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"]}
    assert polished(old, new, {"n": 17.123456}) == {"n": 0.5}


@pytest.mark.parametrize("value", [{"a": [1, {"b": 2}]}, [], {}, "x"])
def test_a_value_is_minimal_when_no_part_can_go(value: Any) -> None:
    assert is_minimal(value, lambda candidate: candidate == value)
    assert is_minimal(value, lambda _: True) is (value in ([], {}, "x"))
