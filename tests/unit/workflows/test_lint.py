from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from typer.testing import CliRunner, Result

from modelpact.cli.app import application
from modelpact.errors import ModelpactError
from modelpact.settings import load_settings
from modelpact.workflows.lint import lint, lint_schemas

_SETTINGS = '[contracts.shop]\nfolder = "given"\n'
_TODAY = date(2026, 6, 1)
_SCHEMA: dict[str, Any] = {
    "description": "An order.",
    "properties": {
        "price": {"type": "number", "description": "In euros."},
        "code": {"type": "string", "pattern": "^(a+)+$", "description": "A code."},
    },
    "examples": [{}],
}


def _project(folder: Path, settings: str = "") -> Path:
    (folder / "given").mkdir()
    file = folder / "given" / "Order.schema.json"
    file.write_text(json.dumps(_SCHEMA, indent=2))
    (folder / "modelpact.toml").write_text(_SETTINGS + settings)
    return folder / "modelpact.toml"


def _rules(config: Path) -> list[tuple[str, str]]:
    report = lint(load_settings(config), (), _TODAY, lambda _: None)
    return [(j.finding.rule, j.severity) for c in report.contracts for j in c.findings]


def test_each_finding_weighs_what_its_rule_says_and_has_its_line(tmp_path: Path) -> None:
    config = _project(tmp_path)
    report = lint(load_settings(config), ["shop"], _TODAY, lambda _: None)
    assert report.fails
    assert _rules(config) == [("float-money", "warning"), ("exponential-pattern", "error")]
    sources = [judged.source for judged in report.contracts[0].findings]
    assert [(s.file, s.line) for s in sources if s] == [
        ("given/Order.schema.json", 4),
        ("given/Order.schema.json", 10),
    ]


def test_weights_are_settled_by_rule_and_by_place(tmp_path: Path) -> None:
    settings = (
        '[gate.severity]\nfloat-money = "off"\noptional-without-default = "note"\n'
        '[[gate.paths]]\nrule = "exponential-*"\npath = "code"\nseverity = "note"\n'
    )
    assert _rules(_project(tmp_path, settings)) == [
        ("optional-without-default", "note"),
        ("exponential-pattern", "note"),
        ("optional-without-default", "note"),
    ]


def test_a_waiver_lets_a_finding_pass_and_one_that_matches_nothing_is_told(tmp_path: Path) -> None:
    config = _project(tmp_path)
    report = lint(load_settings(config), (), _TODAY, lambda _: None)
    fingerprint = report.contracts[0].findings[1].finding.fingerprint
    folder = tmp_path / "schemas" / "shop"
    folder.mkdir(parents=True)
    waiver = 'rule = "{rule}"\nreason = "x"\napprover = "y"\nexpires = 2027-01-01\n'
    (folder / "waivers.toml").write_text(
        f'[[waiver]]\nfingerprint = "{fingerprint}"\n'
        + waiver.format(rule="exponential-pattern")
        + '[[waiver]]\nfingerprint = "0123456789abcdef"\n'
        + waiver.format(rule="float-money")
        + '[[waiver]]\nfingerprint = "0123456789abcdee"\n'
        + waiver.format(rule="required")
    )
    report = lint(load_settings(config), (), _TODAY, lambda _: None)
    assert not report.fails
    assert [j.finding.rule for j in report.contracts[0].findings] == [
        "float-money",
        "exponential-pattern",
        "waiver-unused",
    ]


def test_a_rule_that_there_is_not_cannot_be_settled(tmp_path: Path) -> None:
    config = _project(tmp_path, '[gate.severity]\nfloat-mony = "off"\n')
    with pytest.raises(ModelpactError, match="Did you mean 'float-money'"):
        lint(load_settings(config), (), _TODAY, lambda _: None)


def test_schemas_from_anywhere_are_looked_at_without_settings(tmp_path: Path) -> None:
    _project(tmp_path)
    for path in (tmp_path / "given", tmp_path / "given" / "Order.schema.json"):
        report = lint_schemas(path, _TODAY)
        assert [j.finding.rule for j in report.contracts[0].findings] == [
            "float-money",
            "exponential-pattern",
        ]
    with pytest.raises(ModelpactError, match="there is no such file or folder"):
        lint_schemas(tmp_path / "absent", _TODAY)


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(application(), ["lint", *arguments], env={"COLUMNS": "200"})


def test_the_command_fails_for_errors_and_prints_every_format(tmp_path: Path) -> None:
    config = _project(tmp_path)
    result = _run("--config", str(config))
    assert result.exit_code == 1
    assert "takes exponential time" in result.output
    assert "given/Order.schema.json:10" in result.output
    schema = Path(__file__).parents[3] / "codegen/modelpact/reporters/report.schema.json"
    printed = json.loads(_run("--config", str(config), "--format", "json").output)
    jsonschema_rs.validator_for(json.loads(schema.read_text())).validate(printed)
    for kind in ("github", "gitlab", "sarif", "junit", "markdown", "html"):
        output = _run("--config", str(config), "--format", kind).output
        assert "exponential-pattern" in output


def test_the_command_takes_contracts_or_schemas(tmp_path: Path) -> None:
    _project(tmp_path)
    assert _run("--schema", str(tmp_path / "given")).exit_code == 1
    both = _run("shop", "--schema", str(tmp_path / "given"))
    assert isinstance(both.exception, ModelpactError)
