"""Reports of real runs, and the files for continuous integration that ask for them."""

from __future__ import annotations

import json
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml

from support.command_line import Ran, modelpact
from support.reports import report_schema

PAGES = Path(__file__).parents[2] / "docs" / "ci"


def scripts(value: Any) -> Iterator[str]:
    """Every line of shell in a file, wherever it stands."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "run":
                yield from inner.splitlines()
            elif key == "script":
                yield from inner
            else:
                yield from scripts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from scripts(inner)


def commands(name: str) -> list[list[str]]:
    """The arguments of every run of Modelpact in a file."""
    lines = map(shlex.split, scripts(yaml.safe_load((PAGES / name).read_text("utf-8"))))
    return [line[1:] for line in lines if line[0] == "modelpact"]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("checked")
    assert modelpact("init", "--example", "shop", folder=folder).code == 0
    assert modelpact("build", folder=folder / "shop").code == 0
    return folder / "shop"


def run(name: str, project: Path, **environment: str) -> Ran:
    (arguments,) = commands(name)
    return modelpact(*arguments, folder=project, **environment)


def test_the_workflow_for_github_writes_what_its_later_steps_take(project: Path) -> None:
    summary = project / "summary.md"
    ran = run("github.yml", project, GITHUB_STEP_SUMMARY=str(summary), GITHUB_ACTIONS="true")
    assert (ran.code, ran.err) == (0, "")
    assert json.loads((project / "modelpact.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert (project / "modelpact.html").read_text("utf-8").startswith("<!doctype html>")
    assert "### Modelpact check: passed" in summary.read_text("utf-8")
    steps = yaml.safe_load((PAGES / "github.yml").read_text("utf-8"))["jobs"]["check"]["steps"]
    taken = [step["with"].get("sarif_file", step["with"].get("path")) for step in steps[-2:]]
    assert taken == ["modelpact.sarif", "modelpact.html"]


def test_the_job_for_gitlab_writes_the_reports_that_it_names(project: Path) -> None:
    ran = run("gitlab.yml", project)
    assert (ran.code, ran.err) == (0, "")
    job = yaml.safe_load((PAGES / "gitlab.yml").read_text("utf-8"))["contract"]
    for file in job["artifacts"]["reports"].values():
        assert (project / file).is_file()


@pytest.fixture(scope="module")
def broken(project: Path) -> Path:
    """The project in a repository, and a change of its models that is not committed."""
    for command in ("init -q", "add -A", "-c user.name=a -c user.email=a@b.c commit -qm first"):
        subprocess.run(["git", *command.split()], cwd=project, check=True)
    file = project / "shop" / "customers.py"
    text = file.read_text("utf-8")
    assert "max_length=200" in text
    file.write_text(text.replace("max_length=200", "max_length=20"), "utf-8")
    return project


def test_what_check_prints_as_json_satisfies_the_schema_and_names_the_field(broken: Path) -> None:
    ran = modelpact("check", "--against", "git:HEAD", "--format", "json", folder=broken)
    assert (ran.code, ran.err) == (1, "")
    shown = json.loads(ran.out)
    assert list(jsonschema_rs.iter_errors(report_schema(closed=True), shown)) == []
    finding = shown["contracts"][0]["findings"][0]
    assert finding["rule"] == "length"
    text = (broken / finding["source"]["file"]).read_text("utf-8").splitlines()
    assert "max_length=20," in text[finding["source"]["line"] - 1]


def test_an_annotation_of_check_is_at_the_line_of_the_field(broken: Path) -> None:
    ran = modelpact("check", "--against", "git:HEAD", "--format", "github", folder=broken)
    assert ran.code == 1
    assert ran.out.startswith("::error file=shop/customers.py,line=")
    assert "modelpact: failed" in ran.out.splitlines()[-1]
