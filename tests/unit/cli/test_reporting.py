"""The options of commands that report findings."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from modelpact.cli.app import application
from modelpact.cli.reporting import ReportFormat
from modelpact.reporters.gate.formats import FORMATS
from support.command_line import modelpact
from support.contracts import USER, edited


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    project = tmp_path / "services" / "shop"
    project.mkdir(parents=True)
    new = edited(USER, "properties", "status", "enum", to=["active"])
    for name, schema in (("old", USER), ("new", new)):
        (project / f"{name}.json").write_text(json.dumps(schema, indent=2))
    return project


def compare(folder: Path, *options: str, **environment: str) -> Result:
    before = Path.cwd()
    os.chdir(folder)
    try:
        return CliRunner().invoke(
            application(), ["compare", "old.json", "new.json", *options], env=environment
        )
    finally:
        os.chdir(before)


def test_a_terminal_that_has_few_letters_is_no_obstacle(folder: Path) -> None:
    arguments = ("compare", "old.json", "new.json", "--format", "markdown")
    ran = modelpact(*arguments, folder=folder, PYTHONIOENCODING="ascii")
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.startswith("<!-- modelpact-report -->")


def test_every_format_is_an_option() -> None:
    assert [str(name) for name in ReportFormat] == list(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_printed_and_keeps_the_exit_code(folder: Path, name: str) -> None:
    ran = compare(folder, "--format", name)
    assert (ran.exit_code, ran.stderr) == (1, "")
    assert "gone" in ran.stdout


def test_one_run_writes_several_reports(folder: Path) -> None:
    ran = compare(folder, "--report", "sarif:out/a.sarif", "--report", "junit:out/a.xml")
    assert ran.exit_code == 1
    assert "breaking: `status` no longer accepts" in ran.stdout
    log = json.loads((folder / "out/a.sarif").read_text())
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "services/shop/new.json"
    line = (folder / "new.json").read_text().splitlines()[place["region"]["startLine"] - 1]
    assert '"enum": [' in line
    assert (folder / "out/a.xml").read_text().startswith("<?xml")


def test_a_report_may_go_to_a_file_instead_of_the_terminal(folder: Path) -> None:
    ran = compare(folder, "--format", "json", "--output", "report.json")
    assert (ran.exit_code, ran.stdout) == (1, "")
    assert json.loads((folder / "report.json").read_text())["fails"] is True


def test_a_summary_of_the_job_is_written_for_github_alone(folder: Path) -> None:
    summary = folder / "summary.md"
    compare(folder, GITHUB_STEP_SUMMARY=str(summary))
    assert not summary.exists()
    ran = compare(folder, "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert ran.stdout.startswith("::error file=services/shop/new.json,line=")
    assert "### Modelpact compare: failed" in summary.read_text(encoding="utf-8")


@pytest.mark.parametrize("told", ["sarif", "sarif:", "pdf:a.pdf", ":a"])
def test_a_report_without_a_format_or_a_file_is_wrong_usage(folder: Path, told: str) -> None:
    ran = compare(folder, "--report", told)
    assert ran.exit_code == 2
    assert "is not FORMAT:FILE" in " ".join(ran.stderr.replace("│", "").split())


@pytest.mark.parametrize(
    "options",
    [
        ("-o", "x.json", "--report", "json:./x.json"),
        ("--report", "json:x", "--report", "sarif:x"),
    ],
)
def test_two_reports_to_one_file_are_refused(folder: Path, options: tuple[str, ...]) -> None:
    ran = compare(folder, *options)
    assert ran.exit_code == 2
    assert "two reports" in ran.stderr
    assert not (folder / "x.json").exists()
