from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from modelpact.compat.subjects import Subject
from modelpact.compat.witness.confirm import Validators, confirm

DRAFT4 = "http://json-schema.org/draft-04/schema#"
DRAFT7 = "http://json-schema.org/draft-07/schema#"


def test_a_value_that_only_the_inner_schema_accepts_is_confirmed() -> None:
    assert confirm({"type": "string"}, {"type": "integer"}, 3)


def test_a_value_that_both_accept_is_not_confirmed() -> None:
    result = confirm({}, {"type": "integer"}, 3)
    assert not result
    assert result.reason == "both validators accept it by the outer schema"


def test_a_value_that_the_inner_schema_refuses_is_not_confirmed() -> None:
    result = confirm({"type": "string"}, {"type": "integer"}, 3.5)
    assert result.reason == "both validators reject it by the inner schema"


@pytest.mark.parametrize(
    ("schema", "value", "accepted"),
    [
        ({"multipleOf": 0.1}, 0.3, True),
        ({"multipleOf": 0.01}, 19.99, True),
        ({"multipleOf": 0.01}, 19.995, False),
        ({"maximum": 10**30}, 10**30 + 1, False),
        ({"const": 10**30}, 10**30 + 1, False),
        ({"minimum": Decimal("1E+400")}, Decimal("1E+399"), False),
        (
            {"maximum": Decimal("0.12345678901234567890123")},
            Decimal("0.12345678901234567890124"),
            False,
        ),
        ({"type": "integer"}, 1.0, True),
        ({"type": "integer"}, Decimal("1E+30"), True),
        ({"$schema": DRAFT4, "type": "integer"}, 1.0, False),
        ({"const": 1}, True, False),
        ({"enum": [[1]]}, [True], False),
        ({"enum": [1]}, 1.0, True),
        ({"uniqueItems": True}, [1, True], True),
        ({"uniqueItems": True}, [1, 1.0], False),
        ({"minLength": 2.0}, "a", False),
    ],
)
def test_numbers_are_exact_in_both_validators(schema: Any, value: Any, accepted: bool) -> None:
    judgement = Validators().judge(Subject(schema), value, "assert")
    assert judgement.accepted is accepted, judgement.reason


@pytest.mark.parametrize(
    ("schema", "value", "accepted"),
    [
        ({"pattern": r"^\p{Nd}+$"}, "12", True),
        ({"pattern": r"^\p{Nd}+$"}, "1x", False),
        ({"pattern": r"^a$"}, "a\n", False),
        ({"pattern": r"^\d$"}, "\u0663", False),
        (
            {"patternProperties": {"^a": {"type": "integer"}, "^z": {"type": "null"}}},
            {"ab": 1, "b": "x"},
            True,
        ),
        ({"patternProperties": {"^a": {"type": "integer"}}}, {"ab": "x"}, False),
        (
            {"patternProperties": {"^a": {}, "^q": {}}, "additionalProperties": False},
            {"ab": 1},
            True,
        ),
        ({"patternProperties": {"^a": {}}, "additionalProperties": False}, {"b": 1}, False),
        (
            {
                "allOf": [{"patternProperties": {r"^\p{L}": {}}}],
                "unevaluatedProperties": False,
            },
            {"1": 1},
            False,
        ),
        (
            {"properties": {"patternProperties": {"pattern": "^x$"}}},
            {"patternProperties": "y"},
            False,
        ),
        ({"$ref": "#/components/A", "components": {"A": {"pattern": r"^\p{L}$"}}}, "1", False),
    ],
)
def test_patterns_mean_the_same_to_both_validators(schema: Any, value: Any, accepted: bool) -> None:
    judgement = Validators().judge(Subject(schema), value, "assert")
    assert judgement.accepted is accepted, judgement.reason


@pytest.mark.parametrize(
    "name", ["date", "date-time", "time", "uuid", "email", "ipv4", "ipv6", "uri", "duration"]
)
def test_formats_restrict_when_asserted_and_only_then(name: str) -> None:
    schema = {"format": name}
    assert confirm(schema, {"type": "string"}, "!!")
    assert not confirm(schema, {"type": "string"}, "!!", formats="annotate")


def test_a_format_that_a_draft_does_not_know_restricts_nothing() -> None:
    assert not confirm({"$schema": DRAFT7, "format": "uuid"}, {"type": "string"}, "!!")


def test_references_lead_to_the_resources_of_their_own_side() -> None:
    outer = {"$ref": "name.json"}
    inner = {"$ref": "name.json#/$defs/short"}
    result = confirm(
        outer,
        inner,
        "ab",
        resources={"name.json": {"minLength": 3}},
        inner_resources={"name.json": {"$defs": {"short": {"maxLength": 3, "type": "string"}}}},
    )
    assert result.confirmed, result.reason


def test_a_document_with_an_id_resolves_its_references_by_it() -> None:
    team = {"$id": "https://example.com/1.0.0/Team.json", "type": "object"}
    user = {"$id": "https://example.com/1.0.0/User.json", "$ref": "Team.json"}
    assert confirm(user, {}, 3, resources={"Team.json": team, "User.json": user})


def test_a_reference_that_would_have_to_be_fetched_confirms_nothing() -> None:
    result = confirm({"$ref": "https://example.com/a.json"}, {}, 1)
    assert not result.confirmed
    assert result.reason.startswith("of the outer schema, jsonschema-rs failed:")


def test_a_schema_that_is_none_confirms_nothing() -> None:
    assert not confirm({"type": "strin"}, {}, 1)
    assert not confirm({"pattern": "("}, {}, "a")


def test_a_lone_surrogate_confirms_nothing_and_raises_nothing() -> None:
    assert not confirm({"type": "integer"}, {"type": "string"}, "\ud800")


def test_a_value_too_deep_for_a_validator_confirms_nothing_and_raises_nothing() -> None:
    deep: Any = 1
    for _ in range(1_500):
        deep = [deep]
    nested = {"$defs": {"n": {"anyOf": [{"items": {"$ref": "#/$defs/n"}, "type": "array"}, {}]}}}
    schema: Any = {**nested, "$ref": "#/$defs/n"}
    assert confirm({"type": "string"}, schema, deep).confirmed in {True, False}


def test_draft_7_ignores_what_stands_beside_a_reference() -> None:
    schema: Any = {
        "$schema": DRAFT7,
        "properties": {"a": {"$ref": "#/definitions/a", "type": "string"}},
        "definitions": {"a": {"type": "integer"}},
    }
    judgement = Validators().judge(Subject(schema), {"a": 1}, "assert")
    assert judgement.accepted is True


def test_the_cache_is_bounded() -> None:
    validators = Validators(capacity=4)
    for bound in range(20):
        validators.judge(Subject({"minimum": bound}), 3, "assert")
    assert len(validators._known) <= 4
