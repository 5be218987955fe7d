from __future__ import annotations

import enum
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from modelpact.runtime import Contract, Issue, ValidationError, Validator


@pytest.fixture
def make(tmp_path: Path) -> Any:
    def of(schema: Any, *, exact: bool = False) -> Validator:
        (tmp_path / "S.schema.json").write_text(json.dumps(schema))
        return Contract.from_schemas(tmp_path, exact=exact)["S"]

    return of


@pytest.mark.parametrize(
    ("schema", "value", "issues"),
    [
        ({"type": ["null", "string"]}, 1, ["type at : must be a string or null"]),
        ({"enum": ["a", 2]}, 1, ['enum at : must be one of "a", 2']),
        ({"const": "a"}, 1, ['const at : must be "a"']),
        ({"minLength": 2}, "a", ["minLength at : must have at least 2 characters"]),
        ({"maxLength": 1}, "ab", ["maxLength at : must have at most 1 character"]),
        ({"pattern": "^a"}, "b", ["pattern at : must match the pattern ^a"]),
        ({"format": "email"}, "b", ["format at : must be an e-mail address"]),
        ({"format": "uuid4"}, "b", ["format at : must be a UUID of version 4"]),
        ({"minimum": 2}, 1, ["minimum at : must be at least 2"]),
        ({"exclusiveMaximum": 1.5}, 2, ["exclusiveMaximum at : must be less than 1.5"]),
        ({"multipleOf": 0.01}, 1.001, ["multipleOf at : must be a multiple of 0.01"]),
        ({"items": {"type": "null"}}, [1, None], ["type at /0: must be null"]),
        ({"uniqueItems": True}, [1, 1], ["uniqueItems at : must not hold an item twice"]),
        (
            {"properties": {"a/b": {"required": ["~"]}}},
            {"a/b": {}},
            ["required at /a~1b/~0: is required"],
        ),
        (
            {"properties": {"a": {}}, "additionalProperties": False},
            {"a": 1, "b": 2, "c": 3},
            [
                "additionalProperties at /b: is not expected here",
                "additionalProperties at /c: is not expected here",
            ],
        ),
        (
            {"additionalProperties": False},
            {"b": 2},
            ["additionalProperties at /b: is not expected here"],
        ),
        (
            {"unevaluatedProperties": False},
            {"b": 2},
            ["unevaluatedProperties at /b: is not expected here"],
        ),
        (
            {"prefixItems": [True], "unevaluatedItems": False},
            [1, 2],
            ["unevaluatedItems at /1: is not expected here"],
        ),
        ({"prefixItems": [True], "items": False}, [1, 2], ["falseSchema at /1: is not allowed"]),
        (
            {"$schema": "http://json-schema.org/draft-07/schema#", "items": [True]}
            | {"additionalItems": False},
            [1, 2],
            ["additionalItems at /1: is not expected here"],
        ),
        (
            {"propertyNames": {"maxLength": 1, "pattern": "^a"}},
            {"bc": 1, "a": 2},
            ["propertyNames at /bc: is no name that is allowed here"],
        ),
        (
            {"propertyNames": False},
            {"a": 1},
            ["propertyNames at /a: is no name that is allowed here"],
        ),
        (
            {"dependentRequired": {"a": ["b"]}},
            {"a": 1},
            ['dependentRequired at /b: is required beside "a"'],
        ),
        (
            {"contains": {"type": "null"}},
            [1],
            ["contains at : must hold at least 1 item of the kind asked for"],
        ),
        (
            {"contains": {"type": "null"}, "minContains": 2},
            [None],
            ["contains at : must hold at least 2 items of the kind asked for"],
        ),
        (
            {"contains": {"type": "null"}, "maxContains": 1},
            [None, None],
            ["maxContains at : must hold at most 1 item of the kind asked for"],
        ),
        ({"not": {}}, 1, ["not at : is of a form that is excluded"]),
        (
            {"oneOf": [{"minimum": 1}, {"minimum": 2}]},
            3,
            ["oneOf at : has several of the forms of which one is allowed"],
        ),
        ({"$ref": "#/$defs/a", "$defs": {"a": {"type": "null"}}}, 1, ["type at : must be null"]),
    ],
)
def test_each_keyword_says_where_and_what(
    make: Any, schema: Any, value: Any, issues: list[str]
) -> None:
    found = make(schema).issues(value, parsed=True)
    assert [f"{i.rule} at {i.pointer}: {i.message}" for i in found] == issues


_CARD = {
    "type": "object",
    "properties": {"kind": {"const": "card"}, "last4": {"type": "string", "pattern": "^[0-9]{4}$"}},
    "required": ["kind", "last4"],
}
_INVOICE = {"type": "object", "properties": {"kind": {"const": "invoice"}}, "required": ["kind"]}
_PAYMENT = {"anyOf": [{"oneOf": [_CARD, _INVOICE]}, {"type": "null"}]}


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ({"kind": "card", "last4": "12x4"}, [("/last4", "pattern")]),
        ({"kind": "card"}, [("/last4", "required")]),
        ({"kind": "coin"}, [("/kind", "enum")]),
        ({}, [("/kind", "required")]),
        (5, [("", "type")]),
        (None, []),
    ],
)
def test_of_a_union_the_member_that_is_meant_is_heard(
    make: Any, value: Any, found: list[tuple[str, str]]
) -> None:
    issues = make(_PAYMENT).issues(value)
    assert [(issue.pointer, issue.rule) for issue in issues] == found


def test_members_that_no_tag_tells_apart_are_told_by_what_they_say(make: Any) -> None:
    number = {"properties": {"v": {"const": 1}, "x": {"type": "null"}}}
    other = {"properties": {"v": {"const": 2}}}
    issues = make({"anyOf": [number, other]}).issues({"v": 1, "x": 1})
    assert [(issue.pointer, issue.rule) for issue in issues] == [("/x", "type")]


@pytest.mark.parametrize("text", ['{"a": 1}', b'{"a": 1}', bytearray(b'{"a": 1}')])
def test_text_is_read_and_the_value_returned(make: Any, text: Any) -> None:
    validator = make({"type": "object"})
    assert validator.validate(text) == {"a": 1}
    assert validator.validate(memoryview(b'{"a": 1}')) == {"a": 1}
    assert validator.is_valid(text)
    assert validator.issues(text) == ()


def test_a_string_is_text_unless_it_is_said_to_be_a_value(make: Any) -> None:
    validator = make({"type": "string"})
    assert validator.validate('"a"') == "a"
    assert validator.validate("a", parsed=True) == "a"
    assert not validator.is_valid("a")
    assert [i.rule for i in validator.issues("a")] == ["json"]


_WRONG = [
    (b"", "is not JSON: .*empty"),
    (b"[NaN]", "is not JSON"),
    (b"[1] 2", "is not JSON: unexpected content"),
    (b'"\xff"', "is not JSON: .*UTF-8"),
    (b'"\\ud800"', "is not JSON: .*surrogate"),
    (b"[" * 100_000, "is not JSON: depth limit"),
    (b"[" * 100_000 + b"]" * 100_000, "is not JSON: depth limit"),
    (b"1e400", "is not JSON: number is infinity"),
    (b"1" * 5000, "is not JSON: number is infinity"),
    ('"\ud800"', "is not JSON"),
    (b"{'a': 1}", "is not JSON"),
    (b"\x00", "is not JSON"),
]


@pytest.mark.parametrize(("text", "message"), _WRONG)
def test_what_is_not_json_is_an_issue_of_the_whole(make: Any, text: Any, message: str) -> None:
    validator = make({})
    assert not validator.is_valid(text)
    (issue,) = validator.issues(text)
    assert (issue.path, issue.rule) == ((), "json")
    with pytest.raises(ValidationError, match=message):
        validator.validate(text)


@pytest.mark.parametrize("exact", [False, True])
def test_a_byte_order_mark_is_passed_over(make: Any, exact: bool) -> None:
    assert make({}, exact=exact).validate(b"\xef\xbb\xbf[1]") == [1]


def test_of_a_key_that_is_there_twice_the_last_counts_unless_reading_is_exact(make: Any) -> None:
    assert make({}).validate(b'{"a": 1, "a": 2}') == {"a": 2}
    (issue,) = make({}, exact=True).issues(b'{"a": 1, "a": 2}')
    assert issue == Issue((), "json", "is not JSON: has the key 'a' twice in one object")


def test_exact_reading_keeps_every_digit(make: Any) -> None:
    validator = make({"maximum": 18446744073709551616}, exact=True)
    assert validator.validate(b"18446744073709551616") == 18446744073709551616
    assert not validator.is_valid(b"18446744073709551617")
    assert make({}, exact=True).validate(b"0.1000000000000000000001") == Decimal(
        "0.1000000000000000000001"
    )


@pytest.mark.parametrize("text", [t for t, _ in _WRONG if t not in {"1e400", b"1" * 5000}])
def test_exact_reading_refuses_the_same(make: Any, text: Any) -> None:
    validator = make({}, exact=True)
    if text in {b"1e400", b'"\\ud800"', '"\ud800"'}:
        validator.issues(text)
    else:
        assert [issue.rule for issue in validator.issues(text)] == ["json"]


def _nested(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value]
    return value


def test_values_nested_too_deeply_are_an_issue_and_end_no_process(make: Any) -> None:
    validator = make({"items": {"$ref": "#"}})
    assert validator.is_valid(_nested(1000))
    circle: list[Any] = []
    circle.append({"a": circle})
    for value in (_nested(100_000), circle, [Decimal(1), _nested(1500)]):
        assert not validator.is_valid(value)
        assert validator.issues(value) == (Issue((), "depth", "is nested deeper than 1024 levels"),)
        with pytest.raises(ValidationError, match="is nested deeper"):
            validator.validate(value)


class _Colour(enum.StrEnum):
    RED = "red"


@pytest.mark.parametrize(
    "value", ["\ud800", {1: 2}, object(), {"a": {1, 2}}, [b"bytes"], {"a": "\udfff"}]
)
def test_what_json_has_no_word_for_is_an_issue(make: Any, value: Any) -> None:
    everywhere = {"$ref": "#"}
    schema = {"type": ["string", "object", "array"], "minLength": 1, "items": everywhere}
    validator = make(schema | {"additionalProperties": everywhere})
    assert not validator.is_valid(value, parsed=True)
    (issue,) = validator.issues(value, parsed=True)
    assert issue.rule == "json"
    with pytest.raises(ValidationError):
        validator.validate(value, parsed=True)


def test_values_as_python_writes_them_are_judged(make: Any) -> None:
    validator = make({"properties": {"a": {"enum": ["red"]}, "b": {"maximum": 2}}})
    assert validator.is_valid({"a": _Colour.RED, "b": Decimal("1.5")})
    assert validator.is_valid({"a": "red", "b": 10**400}) is False


def test_no_more_issues_are_told_than_asked_for(make: Any) -> None:
    validator = make({"items": {"type": "null"}})
    assert len(validator.issues([1] * 1000)) == 100
    assert len(validator.issues([1] * 1000, limit=3)) == 3
    with pytest.raises(ValidationError, match=r"and 97 more$"):
        validator.validate([1] * 1000)


def test_messages_never_repeat_the_value(make: Any) -> None:
    schema = {"properties": {"a": {"const": 1}, "b": {"format": "email"}, "c": {"type": "null"}}}
    found = make(schema).issues(dict.fromkeys("abc", "hunter2"))
    assert len(found) == 3
    assert not [issue for issue in found if "hunter2" in str(issue)]
