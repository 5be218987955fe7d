"""`modelpact explain`."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner, Result

from modelpact.annotations import Annotation
from modelpact.cli.app import application
from modelpact.errors import ModelpactError
from modelpact.gate.annotating import ANNOTATIONS, PRELUDE
from modelpact.gate.catalogue import CATEGORIES, catalogue


def run(*arguments: str, width: int = 100) -> Result:
    return CliRunner().invoke(application(), ["explain", *arguments], env={"COLUMNS": str(width)})


def test_a_rule_is_told_with_its_meaning_whom_it_breaks_and_the_way_out() -> None:
    result = run("required")
    assert result.exit_code == 0
    rule = catalogue()["required"]
    shown = " ".join(result.output.split())
    for words in (rule.meaning, f"Breaks: {rule.breaks}", f"What now: {rule.advice}"):
        assert words in shown


def test_a_rule_about_data_shows_what_differs_and_the_payload_that_breaks() -> None:
    lines = run("nullability").output.splitlines()
    assert any(line.startswith("- ") and '"null"' in line for line in lines)
    assert '    "nick": null' in lines


def test_a_rule_about_sdks_shows_the_code_that_stops_compiling() -> None:
    output = run("sdk-property-removed").output
    assert 'import type { User } from "contract";' in output


@pytest.mark.parametrize(
    ("given", "meant"), [("requird", "required"), ("SDK_type_removed", "sdk-type-removed")]
)
def test_a_rule_that_there_is_not_is_an_error_that_names_the_nearest(
    given: str, meant: str
) -> None:
    error = run(given).exception
    assert isinstance(error, ModelpactError)
    assert str(error) == f"there is no rule {given!r}\n  Did you mean {meant!r}?"


def test_nothing_like_a_rule_is_sent_to_the_list() -> None:
    assert "--list" in str(run("zzzzzz").exception)
    assert "--list" in str(run().exception)


def test_the_list_has_every_rule_below_its_category() -> None:
    lines = run("--list", width=200).output.splitlines()
    listed = [line.split()[0] for line in lines if line.startswith("  ")]
    assert sorted(listed) == sorted(catalogue())
    assert [line.partition(":")[0] for line in lines if line[:1].strip()] == list(CATEGORIES)


def test_machines_read_one_object_a_line() -> None:
    lines = run("--list", "--format", "json").output.splitlines()
    rules = [json.loads(line) for line in lines]
    assert [rule["id"] for rule in rules] == list(catalogue())
    assert all(rule["meaning"] for rule in rules)
    (one,) = run("enum", "--format", "json").output.splitlines()
    assert json.loads(one)["witness"] == {"size": "l"}


def test_an_annotation_is_told_with_how_it_is_written() -> None:
    for name in ("Sunset", "sunset"):
        output = run(name).output
        assert "Sunset(" in output
        assert "last day" in output


def test_annotations_are_json_too_and_stand_beside_rules() -> None:
    said = run("Role", "--format", "json").output
    assert json.loads(said)["name"] == "Role"
    assert run("Role", "required").exit_code == 0


def test_every_annotation_is_explained_by_code_that_runs() -> None:
    assert set(ANNOTATIONS) == {kind.__name__ for kind in Annotation.__subclasses__()}
    for annotation in ANNOTATIONS.values():
        module = f"explained_{annotation.name.lower()}"
        exec(PRELUDE + annotation.code, {"__name__": module})
        assert f"{annotation.name}(" in annotation.code
