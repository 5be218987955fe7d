from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from modelpact.cli.app import application
from modelpact.compat.second_prover import CoversProcess
from modelpact.errors import ModelpactError
from support.contracts import ADDRESS, USER, edited
from support.golden import GOLDEN, check_golden

RUNNER = CliRunner()
PARANOID = "--paranoid"


def run(folder: Path, *arguments: str) -> Result:
    import os

    before = Path.cwd()
    os.chdir(folder)
    try:
        return RUNNER.invoke(application(), ["compare", *arguments])
    finally:
        os.chdir(before)


def write(folder: Path, name: str, schema: Any) -> str:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(schema))
    return name


@pytest.fixture(autouse=True)
def plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")


def test_a_schema_compared_with_itself_ends_with_0(tmp_path: Path) -> None:
    name = write(tmp_path, "user.json", USER)
    result = run(tmp_path, name, name)
    assert result.exit_code == 0
    assert result.output.startswith("compatible: proved for every payload\n")


def test_a_breaking_change_ends_with_1_and_names_the_policy(tmp_path: Path) -> None:
    old = write(tmp_path, "old.json", USER)
    new = write(tmp_path, "new.json", edited(USER, "required", to=["id", "name", "age"]))
    result = run(tmp_path, old, new)
    assert result.exit_code == 1
    assert "breaking: `age` became required [required]" in result.output
    assert "policy: mode by role (what a document is for" in result.output


def test_content_and_formats_are_options(tmp_path: Path) -> None:
    old = write(tmp_path, "old.json", USER)
    changed = edited(USER, "properties", "phone", to={"type": "string"})
    changed = edited(changed, "properties", "name", "format", to="email")
    new = write(tmp_path, "new.json", changed)
    annotated = ("--mode", "backward", "--formats", "annotate")
    assert run(tmp_path, old, new, *annotated).exit_code == 0
    assert run(tmp_path, old, new, *annotated, "--content", "strict").exit_code == 1
    assert run(tmp_path, old, new, "--mode", "backward").exit_code == 1


def test_json_is_one_object_with_the_verdict(tmp_path: Path) -> None:
    old = write(tmp_path, "old.json", USER)
    new = write(tmp_path, "new.json", edited(USER, "properties", "status", "enum", to=["active"]))
    result = run(tmp_path, old, new, "--format", "json")
    (shown,) = json.loads(result.output)["contracts"]
    assert shown["verdict"] == "breaking"
    assert [f["rule"] for f in shown["findings"]] == ["enum", "enum"]


def test_folders_are_compared_file_by_file(tmp_path: Path) -> None:
    user = {"type": "object", "properties": {"home": {"$ref": "Address.schema.json"}}}
    for version in ("old", "new"):
        write(tmp_path, f"{version}/User.schema.json", user)
    write(tmp_path, "old/Address.schema.json", ADDRESS)
    tightened = edited(ADDRESS, "required", to=["city", "zip"])
    write(tmp_path, "new/Address.schema.json", tightened)
    result = run(tmp_path, "old", "new")
    assert result.exit_code == 1
    assert "also in User.schema.json" in result.output
    assert result.output.count("breaking: `zip` became required") == 1


def test_a_schema_that_is_none_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    old = write(tmp_path, "old.json", {"type": "object"})
    for name, schema in (("bad.json", {"type": "strin"}), ("list.json", [1])):
        result = run(tmp_path, old, write(tmp_path, name, schema))
        assert isinstance(result.exception, ModelpactError)
        assert name in str(result.exception)


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    old = write(tmp_path, "old.json", {})
    assert isinstance(run(tmp_path, old, "new.json").exception, ModelpactError)
    assert isinstance(run(tmp_path, "--pairs", "none.jsonl").exception, ModelpactError)


def test_half_of_what_is_needed_is_wrong_usage(tmp_path: Path) -> None:
    old = write(tmp_path, "old.json", {})
    assert run(tmp_path, old).exit_code == 2
    assert run(tmp_path).exit_code == 2
    assert run(tmp_path, old, old, "--pairs", old).exit_code == 2


def pairs(folder: Path, *lines: Any) -> Result:
    text = "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines)
    (folder / "pairs.jsonl").write_text(text)
    return run(folder, "--pairs", "pairs.jsonl")


def test_pairs_are_judged_in_order_one_line_each(tmp_path: Path) -> None:
    many = [
        {"id": n, "old": {"type": "integer"}, "new": {"type": ["integer", "number"][n % 2]}}
        for n in range(100)
    ]
    result = pairs(tmp_path, *many)
    shown = [json.loads(line) for line in result.stdout.splitlines()]
    assert [verdict["id"] for verdict in shown] == list(range(100))
    assert [v["verdict"] for v in shown] == ["compatible", "breaking"] * 50
    assert shown[1]["direction"] == "forward"
    assert result.exit_code == 1


def test_a_bad_line_costs_its_own_verdict_only(tmp_path: Path) -> None:
    result = pairs(
        tmp_path,
        "not json",
        {"id": "no pair"},
        {"id": 1, "old": [], "new": {}},
        {"id": 2, "old": {"type": "strin"}, "new": {}},
        {"id": 3, "old": {}, "new": {"$ref": "#/nowhere"}},
        '{"id": 4, "old": ' + "[" * 50_000,
        "",
        {"id": 5, "old": {}, "new": {}},
    )
    shown = [json.loads(line) for line in result.stdout.splitlines()]
    assert [verdict["verdict"] for verdict in shown] == ["error"] * 6 + ["compatible"]
    assert [verdict["line"] for verdict in shown] == [1, 2, 3, 4, 5, 6, 8]
    assert all(verdict["reason"] for verdict in shown[:6])
    assert result.exit_code == 2


def test_every_digit_of_a_witness_is_shown(tmp_path: Path) -> None:
    line = '{"id": 1, "old": {"minimum": 1e400, "type": "integer"}, "new": {"maximum": 5}}'
    result = pairs(tmp_path, line)
    shown = json.loads(result.stdout)
    assert shown["verdict"] == "breaking"
    assert shown["witness"] >= 10**400


def test_the_text_report_reads_as_reviewed(tmp_path: Path) -> None:
    new = edited(USER, "required", to=["id", "name", "age"])
    new = edited(new, "properties", "status", "enum", to=["active", "invited"])
    new = edited(new, "properties", "name", "maxLength", to=20)
    new = edited(new, "$defs", "Address", "required", to=["city", "zip"])
    new = edited(new, "properties", "work", to={"$ref": "#/$defs/Address"})
    new = edited(new, "properties", "scores", to={"type": "object", "maxProperties": 0})
    old_name = write(tmp_path, "old.json", USER)
    result = run(tmp_path, old_name, write(tmp_path, "new.json", new))
    unknown = run(
        tmp_path,
        write(tmp_path, "a.json", {"type": "string", "pattern": r"^(a)\1$"}),
        write(tmp_path, "b.json", {"type": "string", "pattern": r"^(b)\1$"}),
    )
    check_golden(
        GOLDEN / "comparison",
        {"user.txt": result.output.encode(), "undecided.txt": unknown.output.encode()},
    )


def test_what_two_files_refer_to_beside_them_is_read(tmp_path: Path) -> None:
    whole = {"properties": {"part": {"$ref": "part.json"}}}
    old = write(tmp_path, "old/old.json", whole)
    new = write(tmp_path, "new/new.json", whole)
    write(tmp_path, "old/part.json", {"type": "number"})
    write(tmp_path, "new/part.json", {"type": "integer"})

    result = run(tmp_path, old, new)

    assert result.exit_code == 1
    assert "[type]" in result.output
    assert '"part": ' in result.output


def test_a_second_prover_checks_the_answers_and_changes_none(tmp_path: Path) -> None:
    old = write(tmp_path, "old.json", USER)
    new = write(tmp_path, "new.json", edited(USER, "required", to=["id", "name", "age"]))
    for options in ((), ("--mode", "backward"), ("--content", "strict")):
        plain, checked = (
            run(tmp_path, old, new, *options),
            run(tmp_path, old, new, *options, PARANOID),
        )
        assert (checked.exit_code, checked.output) == (plain.exit_code, plain.output)
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text(json.dumps({"id": 1, "old": USER, "new": USER | {"minProperties": 9}}))
    plain, checked = (
        run(tmp_path, "--pairs", pairs.name),
        run(tmp_path, "--pairs", pairs.name, PARANOID),
    )
    assert (checked.exit_code, checked.output) == (plain.exit_code, plain.output)


def test_provers_that_contradict_each_other_are_an_internal_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def liar(*_: object, **__: object) -> str:
        return "no"

    monkeypatch.setattr(CoversProcess, "covers", liar)
    old = write(tmp_path, "old.json", {"type": "integer"})
    new = write(tmp_path, "new.json", {"type": "number"})
    result = run(tmp_path, old, new, "--mode", "backward", PARANOID)
    assert isinstance(result.exception, ModelpactError)
    message = str(result.exception)
    assert message.startswith("new.json: internal error: the engine proved"), message
    assert '{"type": "integer"}' in message
    assert '{"type": "number"}' in message
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text('{"id": 1, "old": {"type": "integer"}, "new": {"type": "number"}}')
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0})
    result = run(tmp_path, "--pairs", "pairs.jsonl", "--mode", "backward", PARANOID)
    assert result.exit_code == 2
    assert "internal error: the engine proved" in result.output
