"""Values that are meant to harm: validators neither crash, nor believe them, nor need long."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from modelpact.errors import ModelpactError
from support.javascript_validators import JavaScriptValidators

pytestmark = pytest.mark.toolchain

_LARGE = 10_000_000


@pytest.fixture(scope="module")
def validators(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JavaScriptValidators]:
    with JavaScriptValidators(tmp_path_factory.mktemp("hostile")) as running:
        yield running


def _rules(validators: JavaScriptValidators, schema: Any, *texts: str) -> list[list[str]]:
    [module] = validators.generate(schema)
    return [[issue["rule"] for issue in issues] for issues in validators.parse(module, *texts)]


TREE = {
    "type": "object",
    "properties": {"next": {"$ref": "#"}, "all": {"type": "array", "items": {"$ref": "#"}}},
    "additionalProperties": False,
}


def test_a_value_that_is_nested_too_deeply_is_an_issue(validators: JavaScriptValidators) -> None:
    texts = [
        '{"next":' * 1_000 + "{}" + "}" * 1_000,
        '{"next":' * 1_025 + "{}" + "}" * 1_025,
        '{"next":' * 100_000 + "{}" + "}" * 100_000,
        '{"all":[' * 50_000 + "1" + "]}" * 50_000,
    ]

    assert _rules(validators, TREE, *texts) == [[], ["depth"], ["depth"], ["depth"]]


def test_deep_values_are_not_compared_without_end(validators: JavaScriptValidators) -> None:
    deep = "[" * 100_000 + "]" * 100_000

    assert _rules(validators, {"uniqueItems": True}, f"[{deep},{deep}]") == [["depth"]]
    assert _rules(validators, {"const": [[1]]}, deep) == [["const"]]


ALTERNATIVES = {
    "$ref": "#/$defs/Node",
    "$defs": {
        "Node": {"anyOf": [{"$ref": f"#/$defs/{name}"} for name in "ABC"]},
        **{
            name: {
                "type": "object",
                "properties": {"next": {"$ref": "#/$defs/Node"}, name: {"const": 1}},
                "required": [name],
            }
            for name in "ABC"
        },
    },
}
PARTS = {
    "$ref": "#/$defs/Node",
    "$defs": {
        "Node": {"allOf": [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}]},
        "A": {"properties": {"next": {"$ref": "#/$defs/Node"}, "C": {"const": 1}}},
        "B": {"properties": {"next": {"$ref": "#/$defs/Node"}}},
    },
}
REST = {
    "$ref": "#/$defs/Node",
    "$defs": {
        "Node": {
            "anyOf": [
                {"properties": {"next": {"$ref": "#/$defs/Node"}}, "required": [name]}
                for name in "ABC"
            ],
            "properties": {"C": {"const": 1}},
            "unevaluatedProperties": False,
        }
    },
}


@pytest.mark.parametrize("schema", [ALTERNATIVES, PARTS, REST], ids=["any of", "all of", "rest"])
def test_schemas_that_come_back_in_several_ways_take_no_exponential_time(
    schema: Any, validators: JavaScriptValidators
) -> None:
    good = '{"C":1,"next":' * 400 + '{"C":1}' + "}" * 400
    bad = '{"C":1,"next":' * 400 + '{"C":2}' + "}" * 400

    found = _rules(validators, schema, good, bad)

    assert found[0] == []
    assert found[1]


def test_many_items_are_compared_in_linear_time(validators: JavaScriptValidators) -> None:
    items = [{"number": number, "list": [number]} for number in range(100_000)]
    twice = [*items, {"list": [5], "number": 5}]

    found = _rules(validators, {"uniqueItems": True}, json.dumps(items), json.dumps(twice))

    assert found == [[], ["uniqueItems"]]


def test_names_that_every_object_seems_to_have(validators: JavaScriptValidators) -> None:
    assert _rules(
        validators,
        {"required": ["toString", "__proto__"]},
        "{}",
        '{"toString": 1}',
        '{"__proto__": null, "toString": null}',
        '{"__proto__": {"toString": 1}}',
    ) == [["required", "required"], ["required"], [], ["required"]]
    named = {
        "type": "object",
        "properties": {"__proto__": {"type": "string"}, "constructor": {"type": "integer"}},
        "additionalProperties": False,
    }
    assert _rules(
        validators,
        named,
        "{}",
        '{"__proto__": "a", "constructor": 1}',
        '{"__proto__": 1}',
        '{"constructor": "a"}',
        '{"hasOwnProperty": 1}',
    ) == [[], [], ["type"], ["type"], ["additionalProperties"]]
    assert _rules(validators, {"const": {"__proto__": 1}}, '{"__proto__":1}', "{}") == [
        [],
        ["const"],
    ]
    assert _rules(validators, {"additionalProperties": {"type": "string"}}, '{"__proto__":1}') == [
        ["type"]
    ]


def test_lengths_are_code_points_and_lone_surrogates_count_as_one(
    validators: JavaScriptValidators,
) -> None:
    one = {"minLength": 1, "maxLength": 1}

    found = _rules(validators, one, '"\\ud83d\\ude00"', '"\\ud800"', '"\\udc00\\ud800"', '""')

    assert found == [[], [], ["maxLength"], ["minLength"]]


@pytest.mark.parametrize(
    "name",
    [
        "date-time", "duration", "email", "idn-email", "hostname", "idn-hostname", "ipv6", "uri",
        "iri", "uri-template", "uuid", "json-pointer", "decimal", "name-email", "ipvanynetwork",
    ],
)  # fmt: skip
def test_long_strings_take_no_long_time(name: str, validators: JavaScriptValidators) -> None:
    long = _LARGE // 20
    hostile = ["1", "a.", "a-", "/", "%41", "{a", "::", "<", ".", "~0", "é", '\\"']
    starts = ("", "a@", "http://", "P")
    texts = [f'"{start}{part * long}!"' for part in hostile for start in starts]

    found = _rules(validators, {"format": name}, *texts)

    assert len(found) == len(texts)


def test_a_string_of_ten_megabytes(validators: JavaScriptValidators) -> None:
    schema = {"minLength": _LARGE // 2, "maxLength": _LARGE, "pattern": "^a*$"}

    assert _rules(validators, schema, f'"{"a" * _LARGE}"', f'"{"a" * (_LARGE + 1)}"') == [
        [],
        ["maxLength"],
    ]


def test_of_a_member_that_is_there_twice_the_last_counts(validators: JavaScriptValidators) -> None:
    schema = {"properties": {"a": {"type": "string"}}}

    assert _rules(validators, schema, '{"a": 1, "a": ""}', '{"a": "", "a": 1}') == [[], ["type"]]


def test_a_text_that_is_no_json_is_an_issue(validators: JavaScriptValidators) -> None:
    assert _rules(validators, True, "{", "NaN", "", "1") == [["json"], ["json"], ["json"], []]


def test_numbers_are_what_their_decimals_say(validators: JavaScriptValidators) -> None:
    texts = ["19.99", "1.0000000000001", "0.07", "1e300", "123456789012345.67", "-0.0"]

    found = _rules(validators, {"multipleOf": 0.01}, *texts)

    assert found == [[], ["multipleOf"], [], [], [], []]
    assert _rules(validators, {"multipleOf": 3}, "1e23", "3e23", "9007199254740993") == [
        ["multipleOf"],
        [],
        ["multipleOf"],
    ]


HOSTILE = "*/ ` ${x} \\ \" ' \u2028 \u202e </script> \n]]>"


def test_text_of_a_schema_stays_in_its_string(validators: JavaScriptValidators) -> None:
    schema = {
        "type": "object",
        "properties": {HOSTILE: {"const": HOSTILE}, "kind": {"enum": [HOSTILE, "b"]}},
        "patternProperties": {"^\\*/ `[/]": {"type": "null"}},
        "required": [HOSTILE],
        "dependentRequired": {"kind": [HOSTILE]},
        "additionalProperties": False,
    }

    found = _rules(
        validators,
        schema,
        json.dumps({HOSTILE: HOSTILE, "kind": HOSTILE}),
        json.dumps({HOSTILE: "", "*/ `/": None}),
        json.dumps({"kind": ""}),
        json.dumps({HOSTILE: HOSTILE, "*/ `/": 1}),
    )

    assert found == [[], ["const"], ["required", "enum", "dependentRequired"], ["type"]]


@pytest.mark.parametrize(
    ("schema", "pointer", "rule"),
    [
        ({"items": {"pattern": "(a)\\1"}}, "#/items/pattern", "unsupported-pattern"),
        ({"not": {"pattern": "["}}, "#/not/pattern", "invalid-pattern"),
        ({"patternProperties": {"(": {}}}, "#/patternProperties", "invalid-pattern"),
        ({"items": {"minLength": -1}}, "#/items/minLength", "invalid-keyword"),
        ({"if": {"enum": 1}}, "#/if/enum", "invalid-keyword"),
    ],
)  # fmt: skip
def test_what_has_no_exact_meaning_is_refused_by_its_pointer(
    schema: Any, pointer: str, rule: str, validators: JavaScriptValidators
) -> None:
    with pytest.raises(ModelpactError) as raised:
        validators.generate(schema)

    [fault] = raised.value.faults
    assert fault.where == f"d0.json{pointer}"
    assert fault.rule == rule
    assert fault.advice
