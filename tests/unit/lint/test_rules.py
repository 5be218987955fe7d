from __future__ import annotations

from typing import Any

import pytest

from modelpact.documents.sets import Document, DocumentSet
from modelpact.lint import LintFinding, lint, lint_rules
from modelpact.lint.names import majority, style_fits, words


def findings(rule: str, *schemas: Any, is_public: bool = True) -> list[LintFinding]:
    """What one rule says of documents A, B, ..."""
    names = "ABCDEFG"[: len(schemas)]
    documents = {
        f"{n}.schema.json": Document(n, f"{n}.schema.json", s)
        for n, s in zip(names, schemas, strict=True)
    }
    asked = [known for known in lint_rules() if known.id == rule]
    return list(lint(DocumentSet("test", documents), asked, is_public=is_public))


def places(rule: str, *schemas: Any, is_public: bool = True) -> list[str]:
    found = findings(rule, *schemas, is_public=is_public)
    return [f"{f.document[0]}{f.location.pointer}" for f in found]


def described(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def test_a_description_may_stand_at_what_is_referred_to() -> None:
    schema = described(
        own={"description": "x"}, there={"$ref": "B.schema.json"}, none={"$ref": "C.schema.json"}
    )
    other: dict[str, Any] = {"description": "y"}
    found = places("missing-description", schema | {"description": "z"}, other, {"type": "null"})
    assert found == ["A/properties/none", "C"]


def test_definitions_are_types_and_paths_begin_anew_in_them() -> None:
    inner = described(a=described(b={"items": {"properties": {"c": {}}}}))
    schema = {"description": "x", "$defs": {"Inner": inner}}
    found = findings("missing-description", schema)
    assert [f.path for f in found] == ["", "a", "a.b", "a.b[].c"]
    assert found[0].message == "`Inner` has no description"
    assert found[3].message == "`a.b[].c` has no description"


@pytest.mark.parametrize(
    ("schema", "where"),
    [
        ({"type": "integer", "examples": [1, "x", 2]}, ["A/examples/1"]),
        ({"format": "date", "examples": ["2026-02-30"]}, ["A/examples/0"]),
        (
            described(a={"$ref": "B.schema.json", "examples": [1, "b"]}),
            ["A/properties/a/examples/0"],
        ),
        (
            {"$defs": {"x": {"$ref": "#/$defs/y", "examples": [1]}, "y": {"type": "null"}}},
            ["A/$defs/x/examples/0"],
        ),
        ({"examples": "no list"}, []),
    ],
)
def test_examples_are_checked_where_they_stand(schema: Any, where: list[str]) -> None:
    assert places("invalid-example", schema, {"type": "string"}) == where


def test_examples_are_checked_by_addresses_too() -> None:
    a = {"$id": "https://x.invalid/1/A", "properties": {"b": {"$ref": "B", "examples": [1]}}}
    b = {"$id": "https://x.invalid/1/B", "type": "string"}
    (finding,) = findings("invalid-example", a, b)
    assert finding.message == 'The example of `b` is not valid: 1 is not of type "string"'


def test_an_example_that_cannot_be_checked_says_why() -> None:
    (finding,) = findings("invalid-example", {"$ref": "absent.json", "examples": [1]})
    assert "absent.json" in finding.message


def test_a_default_of_null_needs_null() -> None:
    schema = described(a={"type": "string", "default": None}, b={"default": None})
    assert places("invalid-default", schema) == ["A/properties/a/default"]


@pytest.mark.parametrize(
    ("names", "wrong"),
    [
        (["first_name", "last_name", "birthDate"], ["birthDate"]),
        (["firstName", "lastName", "birth_date", "id", "ID"], ["birth_date", "ID"]),
        (["first-name", "last-name", "x"], []),
        (["FirstName", "LastName", "id"], ["id"]),
        (["@type", "$ref", "_links", "a_b"], []),
        (["a", "b"], []),
        (["\u00e4\u00f6"], ["\u00e4\u00f6"]),
    ],
)
def test_the_style_of_most_names_counts(names: list[str], wrong: list[str]) -> None:
    found = findings("property-name", described(**{name: {} for name in names}))
    assert [finding.path for finding in found] == wrong


def test_names_fall_into_words() -> None:
    assert words("apiKey") == words("api_key") == words("API-Key") == ("api", "key")
    assert words("HTTPServer2") == ("http", "server", "2")
    assert words("") == ()
    assert majority([]) == "snake_case"
    assert style_fits("OrderLine", "PascalCase")
    assert not style_fits("order_line", "PascalCase")


@pytest.mark.parametrize(
    ("schema", "fires"),
    [
        ({"type": "integer"}, False),
        ({"type": "integer", "format": "int32"}, False),
        ({"type": "integer", "format": "int64"}, True),
        ({"type": "integer", "format": "int64", "minimum": 0}, True),
        ({"type": "integer", "format": "int64", "minimum": 0, "maximum": 2**53 - 1}, False),
        ({"type": "integer", "format": "uint64", "maximum": 10}, False),
        ({"type": "integer", "exclusiveMaximum": 2**53 + 1}, True),
        ({"type": "integer", "minimum": -(2**60)}, True),
        ({"type": ["integer", "null"], "format": "int64"}, True),
        ({"type": "number", "maximum": 1e300}, False),
    ],
)
def test_integers_beyond_what_a_double_holds(schema: Any, fires: bool) -> None:
    assert bool(findings("unsafe-integer", schema)) == fires


def test_an_integer_that_may_be_a_string_is_safe() -> None:
    wide = {"type": "integer", "format": "int64"}
    assert places("unsafe-integer", described(a={"anyOf": [wide, {"type": "string"}]})) == []
    assert len(places("unsafe-integer", described(a={"anyOf": [wide, {"type": "null"}]}))) == 1


@pytest.mark.parametrize(
    ("name", "schema", "fires"),
    [
        ("price", {"type": "number"}, True),
        ("price", {"type": ["number", "null"]}, True),
        ("totalCost", {"$ref": "#/$defs/n"}, True),
        ("price", {"type": "integer"}, False),
        ("price", {"type": "string"}, False),
        ("price", {"anyOf": [{"type": "number"}, {"type": "string"}]}, False),
        ("price", {"type": "number", "multipleOf": 0.01}, False),
        ("tax_rate", {"type": "number"}, False),
        ("width", {"type": "number"}, False),
    ],
)
def test_money_is_known_by_its_name(name: str, schema: Any, fires: bool) -> None:
    found = findings(
        "float-money", described(**{name: schema}) | {"$defs": {"n": {"type": "number"}}}
    )
    assert bool(found) == fires


@pytest.mark.parametrize(
    ("name", "schema", "fires"),
    [
        ("password", {"type": "string"}, True),
        ("accessToken", {}, True),
        ("api_key", {"type": ["string", "null"]}, True),
        ("password_hash", {"type": "string"}, True),
        ("internal_notes", {"type": "integer"}, True),
        ("_private", {"type": "integer"}, True),
        ("has_password", {"type": "boolean"}, False),
        ("token", {"type": "integer"}, False),
        ("password_updated_at", {"type": "string"}, False),
        ("token_type", {"type": "string"}, False),
        ("key", {"type": "string"}, False),
    ],
)
def test_secrets_are_known_by_their_names(name: str, schema: Any, fires: bool) -> None:
    sent = described(**{name: schema})
    assert bool(findings("internal-name", sent)) == fires
    assert findings("internal-name", sent, is_public=False) == []
    command = sent | {"x-modelpact": {"role": "command"}}
    assert findings("internal-name", command) == []
    assert findings("internal-name", described(**{name: schema | {"writeOnly": True}})) == []
    openapi = {"openapi": "3.1.0", "components": {"schemas": {"C": command}}}
    assert findings("internal-name", openapi) == []


@pytest.mark.parametrize(
    ("name", "schema", "fires"),
    [
        ("seen_at", {"type": "string"}, True),
        ("seenAt", {"type": ["string", "null"]}, True),
        ("seen_at", {"type": "string", "format": "date-time"}, False),
        ("seen_at", {"type": "string", "pattern": "^[0-9]"}, False),
        ("seen_at", {"type": "integer"}, False),
        ("look_at_me", {"type": "string"}, False),
        ("x", {"x-modelpact": {"timezone": "naive", "temporal": "date-time"}}, True),
        ("x", {"x-modelpact": {"timezone": "naive", "temporal": "time"}}, False),
        ("x", {"format": "local-date-time"}, True),
    ],
)
def test_instants_say_their_offset(name: str, schema: Any, fires: bool) -> None:
    assert bool(findings("naive-timestamp", described(**{name: schema}))) == fires


def test_enumerations_that_are_only_accepted_may_be_closed() -> None:
    enum = {"enum": ["a", "b"]}
    assert places("closed-enum", enum) == ["A"]
    assert places("closed-enum", {"enum": ["a"]}, {"enum": [1, 2]}) == []
    assert places("closed-enum", enum | {"x-modelpact": {"direction": "input"}}) == []
    extensible = {"anyOf": [enum, {"type": "string"}], "x-modelpact": {"extensible": True}}
    assert places("closed-enum", extensible) == []


def test_what_is_only_sent_need_not_be_bounded() -> None:
    text, listed = {"type": "string"}, {"type": "array"}
    view = {"x-modelpact": {"role": "view"}}
    assert places("unbounded-string", text, text | {"maxLength": 3}, text | view) == ["A"]
    assert places("unbounded-list", listed, listed | {"maxItems": 3}, listed | view) == ["A"]
    bounded = [
        text | {"pattern": "^(a|b{2,3})?$"},
        text | {"pattern": "^a"},
        text | {"pattern": "("},
    ]
    assert places("unbounded-string", *bounded) == ["B", "C"]


def test_entities_tell_when_they_were_made_and_changed() -> None:
    entity = {"x-modelpact": {"role": "entity"}}
    (finding,) = findings("missing-audit-fields", described(createdAt={}) | entity)
    assert finding.message == "`A` does not tell when it was changed"
    assert places("missing-audit-fields", described(created={}, modified_on={}) | entity) == []
    assert places("missing-audit-fields", described(a={})) == []


def test_patterns_of_names_are_looked_at_too() -> None:
    schema = {"patternProperties": {"^(a+)+$": {}, "^\\d$": {}}, "pattern": "^[a-z]+$"}
    assert places("exponential-pattern", schema) == ["A/patternProperties/^(a+)+$"]
    (finding,) = findings("unportable-pattern", schema)
    assert finding.message == (
        "The pattern ^\\d$ of `A` is not read by all engines alike; this is: ^[0-9]$"
    )
    assert findings("exponential-pattern", {"pattern": "^(a+)+$"})[0].message == (
        'The pattern of `A` takes exponential time for "a" + "a" repeated + "0"'
    )


def test_short_texts_are_no_danger_to_a_quadratic_pattern() -> None:
    assert len(places("polynomial-pattern", {"pattern": "\\s+$"})) == 1
    assert places("polynomial-pattern", {"pattern": "\\s+$", "maxLength": 1000}) == []


def test_fingerprints_depend_on_rule_and_place_alone() -> None:
    one, other = described(a={"type": "string"}), described(a={"type": "integer"}, b={})
    rule = "missing-description"
    before, after = findings(rule, one), findings(rule, other)
    assert before[1].fingerprint == after[1].fingerprint
    assert len({finding.fingerprint for finding in after}) == len(after)
    assert before[1].to_json()["pointer"] == "/properties/a"


@pytest.mark.parametrize(
    "schema",
    [True, {}, {"properties": []}, {"$ref": "#/nowhere"}, {"type": 5, "enum": 3, "required": 1}],
)
def test_schemas_that_are_hardly_any_are_survived(schema: Any) -> None:
    documents = DocumentSet("test", {"a.json": Document("A", "a.json", schema)})
    lint(documents, lint_rules())


def test_older_drafts_are_walked_as_they_are() -> None:
    schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "definitions": {"Line": {"items": [{"pattern": "^(a+)+$"}]}},
    }
    assert places("exponential-pattern", schema) == ["A/definitions/Line/items/0/pattern"]


def test_of_an_openapi_document_the_components_are_looked_at() -> None:
    schemas = {
        "User": described(price={"$ref": "#/components/schemas/Price", "examples": ["x"]}),
        "Price": {"type": "number"},
    }
    document = {"openapi": "3.1.0", "info": {}, "components": {"schemas": schemas}}
    where = "A/components/schemas/User/properties/price"
    assert places("float-money", document) == [where]
    assert places("invalid-example", document) == [f"{where}/examples/0"]
    assert places("missing-example", document) == ["A/components/schemas/User"]
