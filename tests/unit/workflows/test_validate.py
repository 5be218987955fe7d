from __future__ import annotations

import json
from pathlib import Path

import pytest

from modelpact.documents.issues import Issue
from modelpact.errors import ModelpactError
from modelpact.workflows.validate import validate


def _write(folder: Path, **files: object) -> None:
    for name, content in files.items():
        (folder / f"{name}.json").write_text(json.dumps(content))


def test_data_is_checked_with_formats_and_references_to_files_beside(tmp_path: Path) -> None:
    user = {
        "$id": "https://example.invalid/a/user.json",
        "properties": {"age": {"$ref": "age.json"}, "email": {"format": "email"}},
    }
    _write(tmp_path, user=user, age={"minimum": 3}, good={"age": 3}, bad={"age": 1, "email": "x"})
    results = list(
        validate(tmp_path / "user.json", [str(tmp_path / "good.json"), str(tmp_path / "bad.json")])
    )
    assert results[0].issues == ()
    assert [(issue.pointer, issue.rule) for issue in results[1].issues] == [
        ("/age", "minimum"),
        ("/email", "format"),
    ]


def test_a_bundle_is_asked_by_definition(tmp_path: Path) -> None:
    _write(tmp_path, bundle={"$defs": {"A": {"type": "null"}}}, data=1)
    (result,) = validate(tmp_path / "bundle.json", [str(tmp_path / "data.json")], definition="A")
    assert result.issues == (Issue((), "type", "must be null"),)
    with pytest.raises(ModelpactError, match="has no definition 'B'"):
        list(validate(tmp_path / "bundle.json", [], definition="B"))


@pytest.mark.parametrize(
    ("schema", "reason"),
    [
        ({"type": "strin"}, "cannot be used as a schema"),
        ({"$ref": "https://example.com/other.json"}, "references are not fetched"),
        ({"$ref": "../secret.json"}, "references are not fetched"),
        ({"$ref": "#/$defs/absent"}, "cannot be used as a schema"),
        ([1], "is JSON, but not a JSON Schema"),
    ],
)
def test_a_schema_that_cannot_be_used_says_why(tmp_path: Path, schema: object, reason: str) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    _write(tmp_path, secret={})
    _write(inner, schema=schema)
    with pytest.raises(ModelpactError, match=reason):
        list(validate(inner / "schema.json", []))


def test_data_that_is_not_json_is_told_with_its_place(tmp_path: Path) -> None:
    _write(tmp_path, schema={})
    (tmp_path / "data.json").write_text("{")
    with pytest.raises(ModelpactError, match=r"data\.json:1:2: is not JSON"):
        list(validate(tmp_path / "schema.json", [str(tmp_path / "data.json")]))


def test_a_bundle_as_a_whole_checks_nothing_and_so_is_refused(tmp_path: Path) -> None:
    _write(tmp_path, bundle={"title": "All", "$defs": {"A": {"type": "null"}}}, data=1)
    with pytest.raises(ModelpactError) as caught:
        list(validate(tmp_path / "bundle.json", [str(tmp_path / "data.json")]))
    assert "--definition NAME (A)" in caught.value.faults[0].advice


def test_in_a_union_the_member_that_is_meant_says_what_is_wrong(tmp_path: Path) -> None:
    card = {"properties": {"kind": {"const": "card"}, "last4": {"pattern": "^[0-9]{4}$"}}}
    invoice = {"properties": {"kind": {"const": "invoice"}}}
    schema = {"properties": {"payment": {"anyOf": [{"oneOf": [card, invoice]}, {"type": "null"}]}}}
    _write(
        tmp_path,
        schema=schema,
        card={"payment": {"kind": "card", "last4": "12x4"}},
        coin={"payment": {"kind": "coin"}},
    )
    files = [str(tmp_path / "card.json"), str(tmp_path / "coin.json")]
    card_found, coin_found = validate(tmp_path / "schema.json", files)
    assert [(i.pointer, i.rule) for i in card_found.issues] == [("/payment/last4", "pattern")]
    assert [(i.pointer, i.rule) for i in coin_found.issues] == [("/payment", "oneOf")]
