"""OpenAPI documents under the tools that read them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from openapi_spec_validator import OpenAPIV31SpecValidator

from modelpact.documents.sets import DocumentSet
from modelpact.documents.values import Json
from modelpact.errors import ModelpactError
from modelpact.graph.lowering import lower
from modelpact.targets.openapi import TARGET
from support.golden import GOLDEN
from support.hostile import hostile_documents
from support.toolchain import node, node_module, run

PACKAGE = GOLDEN / "openapi" / "shop"


def errors_of(document: Any) -> list[str]:
    return [str(error.message) for error in OpenAPIV31SpecValidator(document).iter_errors()]


def test_the_reviewed_document_is_valid_in_both_formats() -> None:
    as_json = json.loads((PACKAGE / "openapi.json").read_bytes())
    as_yaml = yaml.safe_load((PACKAGE / "openapi.yaml").read_bytes())

    assert as_json == as_yaml
    assert errors_of(as_json) == []


@pytest.mark.toolchain
@pytest.mark.parametrize("file", ["openapi.json", "openapi.yaml"])
def test_redocly_finds_nothing_but_components_that_no_operation_uses(
    file: str, tmp_path: Path
) -> None:
    shutil.copy(PACKAGE / file, tmp_path)
    redocly = [node(), node_module("@redocly/cli/bin/cli.js"), "lint", "--format=json"]

    code, output = run([*redocly, "--extends=recommended", file], tmp_path)

    report, _ = json.JSONDecoder().raw_decode(output, output.index("{"))
    assert code == 0, output
    assert {problem["ruleId"] for problem in report["problems"]} <= {"no-unused-components"}


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(hostile_documents())
def test_hostile_text_stays_in_its_strings(documents: DocumentSet) -> None:
    try:
        files = TARGET.render(lower(documents), {"format": "both"}).files
    except ModelpactError as refused:
        if {fault.rule for fault in refused.faults} != {"lone-surrogate"}:
            raise
        return

    document = json.loads(files["openapi.json"])
    assert yaml.safe_load(files["openapi.yaml"]) == document
    assert errors_of(document) == []
    schemas: Json = documents.documents["bundle.schema.json"].schema
    assert isinstance(schemas, dict)
    assert len(document["components"]["schemas"]) >= len(schemas["$defs"])
    assert texts(document["components"]) >= texts(list(schemas["$defs"].values()))


def texts(value: Any) -> set[str]:
    """Every string that is a value, and not a reference."""
    if isinstance(value, str):
        return {value}
    if isinstance(value, dict):
        return {text for key, inner in value.items() if key != "$ref" for text in texts(inner)}
    return {text for inner in value for text in texts(inner)} if isinstance(value, list) else set()
