from __future__ import annotations

from typing import Any

import pytest

from modelpact import compare
from modelpact.compat.report import Report
from modelpact.documents.sets import Document, DocumentSet
from modelpact.errors import ModelpactError
from support.contracts import ADDRESS, USER, edited

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def documents(roles: dict[str, str] | None = None, **schemas: Any) -> DocumentSet:
    found = {}
    for name, schema in schemas.items():
        file = f"{name.removesuffix('Input')}.input" if name.endswith("Input") else name
        role = (roles or {}).get(name)
        facts = {"x-modelpact": {"role": role}} if role else {}
        found[f"{file}.schema.json"] = Document(name, f"{file}.schema.json", {**schema, **facts})
    return DocumentSet("shop", found)


def rules(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings]


def test_a_schema_compared_with_itself_has_no_findings() -> None:
    report = compare(USER, USER)
    assert report.verdict == "compatible"
    assert report.findings == ()


def test_a_missing_required_property_is_breaking() -> None:
    report = compare(USER, edited(USER, "required", to=["id", "name", "age"]))
    assert report.verdict == "breaking"
    (finding,) = report.findings
    assert (finding.rule, finding.direction) == ("required", "backward")
    assert finding.message == "`age` became required"
    assert str(finding.new) == "#/required"
    assert finding.witness == {
        "id": "123e4567-e89b-42d3-a456-426614174000",
        "name": "Ada Lovelace",
    }


def test_a_required_property_that_is_gone_is_told_from_one_that_may_be_absent() -> None:
    roles = {"Seen": "view"}
    old = documents(roles, Seen=edited(ADDRESS, "required", to=["city", "zip"]))
    absent, gone = edited(ADDRESS, "required", to=["city"]), dict(ADDRESS["properties"])
    del gone["zip"]
    (finding,) = compare(old, documents(roles, Seen=absent)).findings
    assert finding.message == "`zip` is no longer required"
    new = edited(absent, "properties", to=gone)
    (finding,) = compare(old, documents(roles, Seen=new)).findings
    assert finding.message == "`zip` is gone, and was required"


def test_every_break_is_found_once_and_the_list_is_proved_complete() -> None:
    new = edited(USER, "required", to=["id", "name", "age"])
    new = edited(new, "properties", "age", "minimum", to=18)
    new = edited(new, "properties", "status", "enum", to=["active"])
    new = edited(new, "$defs", "Address", "required", to=["city", "zip"])
    new = edited(new, "properties", "work", to={"$ref": "#/$defs/Address"})
    new = edited(new, "properties", "name", "maxLength", to=20)
    report = compare(USER, new, mode="backward")
    assert report.complete
    assert sorted(rules(report)) == [
        "bounds",
        "enum",
        "enum",
        "length",
        "nullability",
        "required",
        "required",
    ]


def test_a_new_optional_property_is_safe_in_tolerant_content_only() -> None:
    new = edited(USER, "properties", "phone", to={"type": "string"})
    assert compare(USER, new).verdict == "compatible"
    strict = compare(USER, new, content="strict", mode="backward")
    assert rules(strict) == ["type"]
    assert strict.findings[0].refused == ("phone",)


def test_a_change_inside_a_definition_names_who_embeds_it() -> None:
    old = documents(User={"properties": {"home": {"$ref": "Address.schema.json"}}}, Address=ADDRESS)
    new = documents(
        User={"properties": {"home": {"$ref": "Address.schema.json"}}},
        Address=edited(ADDRESS, "required", to=["city", "zip"]),
    )
    report = compare(old, new)
    assert rules(report) == ["required"]
    assert str(report.findings[0].new) == "Address.schema.json#/required"
    assert report.findings[0].embedders == ("User.schema.json",)


@pytest.mark.parametrize(
    ("role", "tightened", "loosened"),
    [
        ("command", "breaking", "compatible"),
        ("view", "compatible", "breaking"),
        ("event", "compatible", "breaking"),
        ("entity", "breaking", "breaking"),
    ],
)
def test_roles_decide_the_direction(role: str, tightened: str, loosened: str) -> None:
    wide = {"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"]}
    narrow = edited(wide, "properties", "n", "minimum", to=3)
    roles = {"Thing": role}
    assert (
        compare(documents(roles, Thing=wide), documents(roles, Thing=narrow)).verdict == tightened
    )
    assert compare(documents(roles, Thing=narrow), documents(roles, Thing=wide)).verdict == loosened


def test_a_value_is_asked_about_as_its_users_are() -> None:
    place = {"$ref": "Place.schema.json"}
    view = {"type": "object", "properties": {"at": place}, "required": ["at"]}
    old = documents({"Seen": "view"}, Seen=view, Place=ADDRESS)
    new = documents(
        {"Seen": "view"}, Seen=view, Place=edited(ADDRESS, "required", to=["city", "zip"])
    )
    assert compare(old, new).verdict == "compatible"
    assert rules(compare(new, old)) == ["required"]


def test_a_mode_overrides_roles() -> None:
    old = documents({"Seen": "view"}, Seen=ADDRESS)
    new = documents({"Seen": "view"}, Seen=edited(ADDRESS, "required", to=["city", "zip"]))
    assert compare(old, new).verdict == "compatible"
    assert compare(old, new, mode="backward").verdict == "breaking"


def test_an_input_half_is_compared_with_the_old_single_document() -> None:
    roles = {"User": "entity", "UserInput": "entity"}
    old = documents(roles, User=ADDRESS)
    half = edited(ADDRESS, "required", to=["city", "zip"])
    report = compare(old, documents(roles, User=ADDRESS, UserInput=half))
    assert rules(report) == ["required"]
    assert str(report.findings[0].new) == "User.input.schema.json#/required"


def test_a_removed_document_accepts_nothing() -> None:
    roles = {"User": "command", "Team": "command"}
    old = documents(roles, User=ADDRESS, Team=ADDRESS)
    report = compare(old, documents(roles, User=ADDRESS))
    assert rules(report) == ["document-removed"]
    assert report.findings[0].witness == {"city": "Paris"}
    assert compare(documents(roles, User=ADDRESS), old).verdict == "compatible"


def directed(direction: str | None, role: str = "entity") -> DocumentSet:
    facts = {"role": role} | ({"direction": direction} if direction else {})
    schema = {**ADDRESS, "x-modelpact": facts}
    return DocumentSet("shop", {"A.schema.json": Document("A", "A.schema.json", schema)})


def test_a_document_that_is_only_emitted_now_accepts_nothing() -> None:
    report = compare(directed(None), directed("output"))
    assert rules(report) == ["document-removed"]
    assert report.findings[0].message == (
        "The document A.schema.json is for what is emitted alone now, and accepts nothing"
    )
    assert str(report.findings[0].new) == "A.schema.json#"
    assert compare(directed("output"), directed(None)).verdict == "compatible"


def test_nobody_reads_what_never_was_read() -> None:
    narrow = directed("output")
    facts = {"x-modelpact": {"role": "entity", "direction": "output"}}
    schema = edited({**ADDRESS, **facts}, "required", to=["city", "zip"])
    new = DocumentSet("shop", {"A.schema.json": Document("A", "A.schema.json", schema)})
    assert compare(narrow, new).verdict == "compatible"
    assert rules(compare(new, narrow)) == ["required"]


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        (directed(None), directed("output", "view"), "breaking"),
        (directed("output", "view"), directed(None), "compatible"),
        (directed(None), directed("input", "command"), "compatible"),
        (directed("input", "command"), directed("output", "view"), "breaking"),
    ],
)
def test_a_role_that_changes_takes_a_half_away_or_adds_one(
    before: DocumentSet, after: DocumentSet, verdict: str
) -> None:
    assert compare(before, after).verdict == verdict


def called(name: str, *before: str, schema: Any = ADDRESS) -> DocumentSet:
    facts = {"role": "command"} | ({"renamedFrom": list(before)} if before else {})
    file = f"{name}.schema.json"
    schemas = {
        file: Document(name, file, {**schema, "x-modelpact": facts}),
        "Other.schema.json": Document("Other", "Other.schema.json", {"x-modelpact": facts}),
    }
    return DocumentSet("shop", schemas)


def test_a_document_that_says_what_it_was_called_is_compared_with_that() -> None:
    narrow = edited(ADDRESS, "required", to=["city", "zip"])
    assert compare(called("User"), called("Person", "Human", "User")).verdict == "compatible"
    report = compare(called("User"), called("Person", "User", schema=narrow))
    assert rules(report) == ["required"]
    assert str(report.findings[0].old) == "User.schema.json#/required"
    assert str(report.findings[0].new) == "Person.schema.json#/required"


def test_a_name_that_is_still_in_use_is_nobodys_old_one() -> None:
    old, both = called("User"), {**called("User").documents, **called("Person", "User").documents}
    narrow = edited(ADDRESS, "required", to=["city", "zip"])
    changed = called("User", schema=narrow).documents["User.schema.json"]
    report = compare(old, DocumentSet("shop", {**both, "User.schema.json": changed}))
    assert rules(report) == ["required"]
    assert rules(compare(called("User"), called("Person"))) == ["document-removed"]


def test_two_files_with_different_names_are_compared_with_each_other() -> None:
    old = DocumentSet("a", {"a.json": Document("a", "a.json", {"type": "string"})})
    new = DocumentSet("b", {"b.json": Document("b", "b.json", {"type": "integer"})})
    assert rules(compare(old, new, mode="backward")) == ["type"]


def test_what_cannot_be_decided_is_unknown_and_says_why() -> None:
    old = {"type": "string", "pattern": r"^(a)\1$"}
    report = compare(old, {"type": "string", "pattern": r"^(b)\1$"})
    assert report.verdict == "unknown"
    assert {finding.rule for finding in report.findings} == {"undecided"}
    assert "regex" in report.findings[0].message


def _union(*types: str) -> Any:
    return {"anyOf": [{"type": name} for name in types]}


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (_union("integer", "null"), _union("string", "null"), "type"),
        ({"type": "integer"}, _union("string", "null"), "type"),
        (_union("integer", "null"), {"type": "string"}, "type"),
        (_union("integer", "string", "null"), _union("string", "null"), "union-member"),
        (_union("integer", "null"), _union("string", "boolean", "null"), "union-member"),
    ],
)
def test_a_type_that_may_be_null_is_no_union_that_lost_a_member(
    old: Any, new: Any, rule: str
) -> None:
    report = compare(old, new, mode="backward")
    assert rule in rules(report)
    assert report.complete
    assert set(rules(report)) <= {rule, "nullability"}


def test_a_break_that_no_rule_recognises_keeps_its_verdict() -> None:
    from modelpact.compat.changes import Change
    from modelpact.compat.rules import Case, judge
    from modelpact.documents.pointers import ROOT
    from modelpact.graph.nodes import Location

    place = Location("a.json", ROOT)
    change = Change("x-unheard-of", "a", "", 1, 2, place, place)
    identifier, message = judge(Case(change, "backward", 3))
    assert identifier == "unclassified"
    assert message == "`a` is refused by `x-unheard-of` now"


def test_something_that_is_no_schema_is_an_error() -> None:
    with pytest.raises(ModelpactError):
        compare({"type": "object"}, {"type": "strin"})


def test_older_drafts_are_closed_too_where_content_is_tolerant() -> None:
    draft7 = {**ADDRESS, "$schema": "http://json-schema.org/draft-07/schema#"}
    old = {**draft7, "allOf": [{"properties": {"note": {"type": "string"}}}]}
    new = edited(old, "properties", "street", to={"type": "string"})
    assert compare(old, new).verdict == "compatible"
    report = compare(old, edited(new, "required", to=["city", "street"]), mode="backward")
    assert rules(report) == ["required"]
    assert report.findings[0].witness == {"city": "Paris"}


def test_a_finding_has_the_same_fingerprint_whatever_else_changed() -> None:
    one = edited(USER, "required", to=["id", "name", "age"])
    two = edited(one, "properties", "tags", "maxItems", to=2)
    first = compare(USER, one, mode="backward").findings
    second = compare(USER, two, mode="backward").findings
    assert {f.fingerprint for f in first} < {f.fingerprint for f in second}
    assert len({f.fingerprint for f in second}) == len(second)


def test_the_report_is_json() -> None:
    import json

    report = compare(USER, edited(USER, "properties", "age", to={"type": "string"}))
    shown = json.loads(json.dumps(report.to_json()))
    assert shown["verdict"] == "breaking"
    assert shown["policy"] == {"mode": "by role", "content": "tolerant", "formats": "assert"}
    directions = {f["direction"]: f["message"] for f in shown["findings"]}
    assert directions == {
        "backward": "`age` no longer accepts an integer",
        "forward": "`age` is a string now, and was an integer",
    }


def test_formats_that_only_annotate_break_nothing() -> None:
    new = edited(
        USER, "properties", "name", to={"type": "string", "maxLength": 40, "format": "email"}
    )
    assert compare(USER, new, mode="backward", formats="annotate").verdict == "compatible"
    assert rules(compare(USER, new, mode="backward")) == ["format"]


def test_a_recursive_schema_is_compared() -> None:
    tree: dict[str, Any] = {
        "type": "object",
        "properties": {"label": {"type": "string"}, "next": {"$ref": "#"}},
        "required": ["label"],
    }
    report = compare(tree, edited(tree, "properties", "label", "maxLength", to=5), mode="backward")
    assert rules(report) == ["length"]
    assert report.complete


def test_names_with_spaces_and_letters_of_all_kinds_are_files_like_others() -> None:
    def version(longest: int) -> DocumentSet:
        schemas: dict[str, Any] = {
            "Größe mit Raum.json": {"properties": {"a": {"$ref": "Other%20Thing.json"}}},
            "Other Thing.json": {"type": "string", "maxLength": longest},
        }
        return DocumentSet("v", {file: Document(file, file, s) for file, s in schemas.items()})

    report = compare(version(5), version(3), mode="backward")
    (finding,) = report.findings
    assert (finding.rule, finding.document) == ("length", "Other Thing.json")
    assert finding.embedders == ("Größe mit Raum.json",)


def test_a_member_that_left_a_union_is_called_by_its_name() -> None:
    cat, dog = {"$ref": "Cat.json"}, {"$ref": "Dog.json"}
    animal = {"type": "object", "required": ["kind"]}

    def version(*members: Any) -> DocumentSet:
        schemas: dict[str, Any] = {
            "Pet.json": {"oneOf": list(members), "x-modelpact": {"role": "entity"}},
            **{
                f"{kind}.json": {**animal, "properties": {"kind": {"const": kind}}}
                for kind in ("Cat", "Dog", "Cow")
            },
        }
        return DocumentSet("v", {file: Document(file, file, s) for file, s in schemas.items()})

    cow = {"$ref": "Cow.json"}
    report = compare(version(cat, dog, cow), version(cat, dog))
    assert [f.message for f in report.findings if f.direction == "backward"] == [
        'The value no longer accepts Cow, such as {"kind": "Cow"}'
    ]
    report = compare(version(cat, dog), version(cat, dog, cow))
    assert [f.message for f in report.findings if f.direction == "forward"] == [
        'The value can newly be Cow, such as {"kind": "Cow"}'
    ]
