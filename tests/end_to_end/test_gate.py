"""The gate from outside: a project, its releases, git, and what was decided."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import jsonschema_rs
import pytest
from typer.testing import CliRunner

from modelpact.cli.app import application
from modelpact.errors import ModelpactError

ORDER: Final[dict[str, Any]] = {
    "type": "object",
    "properties": {"id": {"type": "integer"}, "note": {"type": "string", "maxLength": 200}},
    "required": ["id"],
    "x-modelpact": {"role": "command"},
}
SETTINGS: Final = '[contracts.shop]\nfolder = "models"\n'
RULE: Final = "length"

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A contract of one document, released as 1.0.0."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")  # 2026-01-01
    (tmp_path / "modelpact.toml").write_text(SETTINGS)
    write(ORDER)
    release()
    return tmp_path


def write(schema: Any, name: str = "Order") -> None:
    Path("models").mkdir(exist_ok=True)
    Path(f"models/{name}.schema.json").write_text(json.dumps(schema))


def run(*arguments: str) -> tuple[int, str]:
    """The exit code of a command, and what it printed or complained of."""
    done = CliRunner().invoke(application(), list(arguments))
    if isinstance(done.exception, ModelpactError):
        return 2, str(done.exception)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def release() -> None:
    """Release what is written, in the version that its change asks for."""
    for command in ("build", "release"):
        code, said = run(command)
        assert code == 0, said


def checked(*arguments: str) -> dict[str, Any]:
    """The report on the one contract."""
    _, text = run("check", "--format", "json", *arguments)
    report: dict[str, Any] = json.loads(text)["contracts"][0]
    return report


def shorter(length: int) -> dict[str, Any]:
    return {**ORDER, "properties": {**ORDER["properties"], "note": text(length)}}


def text(length: int) -> dict[str, Any]:
    return {"type": "string", "maxLength": length}


def git(*arguments: str, folder: str | Path = ".") -> str:
    identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com"]
    command = ["git", "-C", str(folder), *identity, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout.strip()


# --- against releases -----------------------------------------------------------------------------


@pytest.mark.usefixtures("project")
def test_a_change_that_breaks_nobody_passes() -> None:
    write(shorter(300))
    report = checked()
    assert (report["verdict"], report["bump"], report["against"]) == (
        "compatible", "minor", ["1.0.0"],
    )  # fmt: skip
    assert run("check")[0] == 0
    assert "policy: mode by role (what a document is for" in run("check")[1]


@pytest.mark.usefixtures("project")
def test_a_change_that_breaks_fails_with_its_payload() -> None:
    write(shorter(100))
    code, said = run("check")
    assert code == 1
    assert "`maxLength` changed from 200 to 100" in said
    assert checked()["bump"] == "major"


def test_before_the_first_release_nothing_can_break(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "modelpact.toml").write_text(SETTINGS)
    write(ORDER)
    code, said = run("check")
    assert code == 0
    assert "`modelpact release` makes the first" in said
    assert run("check", "--against", "latest")[0] == 2


def test_waivers_that_are_nested_without_end_are_an_error(project: Path) -> None:
    (project / "schemas" / "shop" / "waivers.toml").write_text("a = " + "[" * 100_000)
    code, said = run("check")
    assert code == 2
    assert "waivers.toml: is nested too deeply" in said


@pytest.mark.usefixtures("project")
def test_where_every_release_was_yanked_nothing_is_held_against_and_that_is_said() -> None:
    assert run("yank", "shop", "1.0.0", "--reason", "It was a mistake.")[0] == 0
    write({"type": "string"})
    code, said = run("check")
    assert code == 0
    assert "passed: every release was yanked, so there is none to break" in said
    for command in (["check", "--against", "latest"], ["diff"]):
        code, said = run(*command)
        assert code == 2
        assert "every release of the contract shop was yanked" in said
    assert run("build")[0] == 0
    code, said = run("release")
    assert code == 0
    assert said.startswith("released shop 1.0.1 after 1.0.0 (every release before was yanked)")


def test_a_release_says_what_the_baseline_accepted(project: Path) -> None:
    write(shorter(100))
    assert run("build")[0] == run("check", "--write-baseline")[0] == 0
    known = json.loads((project / "schemas/shop/baseline.json").read_text())["findings"]
    code, said = run("release")
    assert code == 0
    assert said.startswith("released shop 1.1.0 after 1.0.0 (minor)")
    assert "### Breaking, and accepted by the baseline" in said
    assert "`maxLength` changed from 200 to 100" in said
    folder = project / "schemas" / "shop"
    assert "### Breaking, and accepted by the baseline" in (folder / "CHANGELOG.md").read_text()
    manifest = json.loads((folder / "1.1.0" / "manifest.json").read_text())
    assert manifest["reasons"]["baselined"] == known
    schema = json.loads(files("modelpact.releases").joinpath("manifest.schema.json").read_text())
    assert list(jsonschema_rs.validator_for(schema).iter_errors(manifest)) == []


@pytest.mark.usefixtures("project")
def test_releases_before_the_latest_are_not_forgotten() -> None:
    """A phone that was a number, went away, and comes back as text."""
    rule = "sdk-property-removed"
    Path("modelpact.toml").write_text(f'{SETTINGS}gate.severity = {{ {rule} = "note" }}\n')
    phone = {"phone": {"type": "integer"}}
    with_phone = {**ORDER, "properties": {**ORDER["properties"], **phone}}
    write(with_phone)
    release()
    write(ORDER)
    release()
    write({**ORDER, "properties": {**ORDER["properties"], "phone": {"type": "string"}}})
    report = checked()
    assert report["against"] == ["1.2.0", "1.1.0", "1.0.0"]
    (finding,) = [f for f in report["findings"] if f["category"] == "data"]
    assert finding["against"] == ["1.1.0"]
    assert checked("--against", "latest")["fails"] is False


@pytest.mark.usefixtures("project")
def test_a_break_with_several_releases_is_told_once() -> None:
    write({**shorter(200), "description": "An order."})
    release()
    write(shorter(100))
    (finding,) = checked()["findings"]
    assert finding["against"] == ["1.0.1", "1.0.0"]


@pytest.mark.usefixtures("project")
def test_a_yanked_release_is_no_baseline() -> None:
    write(shorter(300))
    release()
    code, said = run("yank", "shop", "1.1.0", "--reason", "Too long.")
    assert code == 0, said
    write(ORDER)
    assert checked()["against"] == ["1.0.0"]
    assert run("check")[0] == 0


@pytest.mark.usefixtures("project")
def test_only_the_latest_release_counts_where_the_settings_say_so() -> None:
    write({**ORDER, "description": "An order."})
    release()
    Path("modelpact.toml").write_text(f"{SETTINGS}gate = {{ transitive = false }}\n")
    assert checked()["against"] == ["1.0.1"]


@pytest.mark.parametrize("version", ["2.0.0", "git:main", "nowhere", "models/nothing"])
@pytest.mark.usefixtures("project")
def test_a_version_that_is_not_there_is_an_error(version: str) -> None:
    code, said = run("check", "--against", version)
    assert code == 2
    assert said


@pytest.mark.usefixtures("project")
def test_a_folder_is_a_version() -> None:
    write(shorter(100))
    assert run("check", "--against", "schemas/shop/1.0.0")[0] == 1
    shutil.copytree("models", "copy")
    assert run("check", "--against", "copy")[0] == 0


def test_a_release_that_was_touched_is_an_error(project: Path) -> None:
    file = project / "schemas/shop/1.0.0/Order.schema.json"
    file.write_text(file.read_text().replace("200", "300"))
    code, said = run("check")
    assert code == 2
    assert "was changed after the release" in said


@pytest.mark.usefixtures("project")
def test_policy_of_the_command_line_stands_before_the_settings() -> None:
    Path("modelpact.toml").write_text(f'{SETTINGS}gate = {{ mode = "forward" }}\n')
    write(shorter(100))
    assert run("check")[0] == 0
    assert run("check", "--mode", "role")[0] == 1
    assert checked("--content", "strict")["policy"]["content"] == "strict"


# --- git ------------------------------------------------------------------------------------------


@pytest.fixture
def repository(project: Path) -> Path:
    """The project, committed on main."""
    git("init", "--quiet", "--initial-branch=main")
    git("add", ".")
    git("commit", "--quiet", "--message=One")
    return project


@pytest.mark.usefixtures("repository")
def test_next_of_a_commit_is_a_version() -> None:
    write(shorter(100))
    run("build")
    git("commit", "--quiet", "--all", "--message=Two")
    write(shorter(150))
    assert checked("--against", "git:main")["verdict"] == "compatible"
    assert checked("--against", "git:main~1")["verdict"] == "breaking"
    assert checked("--against", "git:main~1")["against"] == ["git:main~1"]


@pytest.mark.usefixtures("repository")
def test_a_hook_of_git_may_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", "elsewhere/.git")
    monkeypatch.setenv("GIT_INDEX_FILE", "elsewhere/index")
    assert run("check", "--against", "git:main")[0] == 0


@pytest.mark.usefixtures("repository")
def test_nothing_is_checked_out() -> None:
    git("switch", "--quiet", "--create", "other")
    write(shorter(100))
    before = git("status", "--porcelain=v2", "--branch")
    assert run("check", "--against", "git:main")[0] == 1
    assert git("status", "--porcelain=v2", "--branch") == before


@pytest.mark.usefixtures("repository")
def test_a_folder_of_a_commit_is_a_version() -> None:
    write(shorter(100))
    assert run("check", "--against", "git:main:schemas/shop/1.0.0")[0] == 1
    assert run("check", "--against", "git:main:models")[0] == 1
    assert run("check", "--against", "git:main:models/Order.schema.json")[0] == 1


def test_a_project_below_the_root_of_its_repository_is_found(repository: Path) -> None:
    inner = repository / "packages" / "shop"
    inner.mkdir(parents=True)
    for name in ("models", "schemas", "modelpact.toml"):
        shutil.move(name, inner)
    git("add", ".")
    git("commit", "--quiet", "--message=Moved")
    os.chdir(inner)
    write(shorter(100))
    assert run("check", "--against", "git:HEAD")[0] == 1


@pytest.mark.parametrize(
    ("version", "said"),
    [
        ("git:nowhere", "there is no git commit 'nowhere'"),
        ("git:", "there is no git commit ''"),
        ("git:--help", "there is no git commit '--help'"),
        ("git:main:nowhere", "there is no nowhere in the commit main"),
        ("git:main:../models", "there is no ../models in the commit main"),
    ],
)
@pytest.mark.usefixtures("repository")
def test_what_git_does_not_have_is_an_error(version: str, said: str) -> None:
    code, complaint = run("check", "--against", version)
    assert code == 2
    assert said in complaint


def test_a_shallow_clone_says_that_it_is_one(repository: Path, tmp_path_factory: Any) -> None:
    write({**ORDER, "title": "Two"})
    git("commit", "--quiet", "--all", "--message=Two")
    clone = tmp_path_factory.mktemp("clone") / "shallow"
    git("clone", "--quiet", "--depth=1", f"file://{repository}", str(clone))
    os.chdir(clone)
    code, said = run("check", "--against", "git:HEAD~1")
    assert code == 2
    assert "git fetch --unshallow" in said


def test_a_repository_that_lacks_objects_is_an_error(repository: Path) -> None:
    name = git("rev-parse", "HEAD:schemas/shop/next/Order.schema.json")
    (repository / ".git/objects" / name[:2] / name[2:]).unlink()
    write(shorter(100))
    code, said = run("check", "--against", "git:main")
    assert code == 2
    assert "are not here" in said


def test_without_git_a_release_can_be_held_against(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(repository))
    assert run("check")[0] == 0
    code, said = run("check", "--against", "git:main")
    assert code == 2
    assert "git is not installed" in said


# --- what was decided -----------------------------------------------------------------------------


def fingerprint() -> str:
    found = [f["fingerprint"] for f in checked()["findings"] if f["fails"]]
    return str(found[0])


def waive(expires: str = "2026-01-31", **options: str) -> tuple[int, str]:
    given = {"reason": "Nobody sends such.", "approver": "ada", **options}
    said = [part for key, value in given.items() for part in (f"--{key}", value)]
    return run("waive", given.pop("of", "") or fingerprint(), *said, "--expires", expires)


def test_a_waived_finding_passes_until_its_day_is_over(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(shorter(100))
    file = project / "schemas/shop/waivers.toml"
    file.write_text("# Decided in the weekly meeting.\n")
    assert waive()[0] == 0
    assert file.read_text().startswith("# Decided in the weekly meeting.\n\n# Order.schema")
    assert run("check")[0] == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1769904000")  # 2026-02-01
    report = checked()
    assert {f["rule"]: f["fails"] for f in report["findings"]} == {
        RULE: True,
        "waiver-expired": True,
    }
    assert run("check")[0] == 1


@pytest.mark.usefixtures("project")
def test_a_waiver_that_matches_nothing_is_a_finding_with_its_line() -> None:
    write(shorter(100))
    waive()
    write(ORDER)
    (finding,) = checked()["findings"]
    assert (finding["rule"], finding["severity"]) == ("waiver-unused", "warning")
    assert finding["source"] == {"file": "schemas/shop/waivers.toml", "line": 3}


@pytest.mark.parametrize("rule", ["enum", "no-such-rule", "name-case"])
def test_a_waiver_of_another_rule_than_its_finding_is_told(project: Path, rule: str) -> None:
    write(shorter(100))
    waive()
    file = project / "schemas/shop/waivers.toml"
    file.write_text(file.read_text().replace(f'"{RULE}"', f'"{rule}"'))
    told = [f for f in checked()["findings"] if f["category"] == "waiver"]
    assert [(f["rule"], f["severity"]) for f in told] == [("waiver-rule", "warning")]
    assert f"`{rule}`" in told[0]["message"]


def test_a_waiver_of_no_rule_that_matches_nothing_is_told(project: Path) -> None:
    write(shorter(100))
    waive()
    file = project / "schemas/shop/waivers.toml"
    file.write_text(file.read_text().replace(f'"{RULE}"', '"no-such-rule"'))
    write(ORDER)
    assert [f["rule"] for f in checked()["findings"]] == ["waiver-unused"]


def test_a_waiver_that_a_release_used_holds_for_good(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(shorter(100))
    waive()
    release()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1893456000")  # 2030-01-01
    (project / "schemas/shop/waivers.toml").unlink()
    report = checked()
    assert report["against"] == ["1.1.0", "1.0.0"]
    (finding,) = report["findings"]
    assert finding["against"] == ["1.0.0"]
    assert finding["waiver"]["reason"] == "Nobody sends such."
    assert run("check")[0] == 0
    write(shorter(50))
    assert run("check")[0] == 1


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"reason": " "}, "says no reason"),
        ({"approver": ""}, "says no approver"),
        ({"expires": "2020-01-01"}, "2020-01-01 has passed"),
    ],
)
def test_a_waiver_that_says_too_little_is_none(
    project: Path, given: dict[str, str], said: str
) -> None:
    write(shorter(100))
    code, complaint = waive(**given)
    assert code == 2
    assert said in complaint
    assert not (project / "schemas/shop/waivers.toml").exists()


@pytest.mark.usefixtures("project")
def test_only_findings_that_are_there_are_waived() -> None:
    write(shorter(100))
    wrong = fingerprint()[:-1] + "x"
    code, said = run("waive", wrong, "--reason=r", "--approver=a", "--expires=2026-02-01")
    assert code == 2
    assert f"Did you mean {fingerprint()}?" in said


@pytest.mark.usefixtures("project")
def test_what_lint_finds_is_waived_in_the_same_way() -> None:
    def found() -> list[dict[str, Any]]:
        (contract,) = json.loads(run("lint", "--format", "json")[1])["contracts"]
        findings: list[dict[str, Any]] = contract["findings"]
        return findings

    first = found()[0]["fingerprint"]
    options = ("--reason=r", "--approver=a", "--expires=2026-02-01")
    code, said = run("waive", first, *options)
    assert code == 0, said
    assert [f["waiver"]["reason"] for f in found() if f["fingerprint"] == first] == ["r"]
    assert checked()["findings"] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x", "is not TOML"),
        ("[[waivers]]", "has 'waivers'"),
        ('[[waiver]]\nfingerprint = "a"', "says no `rule`"),
        ('waiver = "a"', "no list of tables"),
    ],
)
def test_a_file_of_waivers_that_says_something_else_is_an_error(
    project: Path, text: str, said: str
) -> None:
    (project / "schemas/shop/waivers.toml").write_text(text)
    code, complaint = run("check")
    assert code == 2
    assert said in complaint


@pytest.mark.usefixtures("project")
def test_a_baseline_lets_pass_what_was_there() -> None:
    write(shorter(100))
    code, said = run("check", "--write-baseline")
    assert code == 0, said
    assert "wrote schemas/shop/baseline.json" in said
    assert run("check")[0] == 0
    assert checked()["findings"][0]["baselined"] is True
    write({**shorter(100), "required": ["id", "note"]})
    assert {f["rule"] for f in checked()["findings"] if f["fails"]} == {"required"}
    assert run("check")[0] == 1


def test_a_baseline_forgets_what_is_gone(project: Path) -> None:
    write(shorter(100))
    run("check", "--write-baseline")
    write(ORDER)
    assert run("check", "--write-baseline")[0] == 0
    assert not (project / "schemas/shop/baseline.json").exists()


@pytest.mark.parametrize("content", ["", "[", "[]", "{}", '{"format": 1, "findings": 2}'])
def test_a_damaged_baseline_is_an_error(project: Path, content: str) -> None:
    file = project / "schemas/shop/baseline.json"
    file.write_text(content)
    code, said = run("check")
    assert code == 2
    assert "--write-baseline" in said
    write(shorter(100))
    assert run("check", "--write-baseline")[0] == 0
    assert run("check")[0] == 0


def test_a_baseline_of_a_newer_tool_is_not_replaced(project: Path) -> None:
    file = project / "schemas/shop/baseline.json"
    file.write_text('{"format": 2, "findings": []}')
    for command in (("check",), ("check", "--write-baseline")):
        code, said = run(*command)
        assert (code, "Upgrade" in said) == (2, True)
    assert '"format": 2' in file.read_text()


def test_a_baseline_of_another_contract_and_what_is_gone_are_told(project: Path) -> None:
    write(shorter(100))
    run("check", "--write-baseline")
    file = project / "schemas/shop/baseline.json"
    file.write_text(file.read_text().replace('"shop"', '"shopping"'))
    found = {f["rule"]: f for f in checked()["findings"] if f["category"] == "waiver"}
    assert found.keys() == {"baseline-contract"}
    assert found["baseline-contract"]["fails"]
    assert run("check", "--write-baseline")[0] == 0
    write(ORDER)
    (finding,) = checked()["findings"]
    assert (finding["rule"], finding["severity"]) == ("baseline-stale", "warning")
    assert finding["source"] == {"file": "schemas/shop/baseline.json", "line": 1}
    assert run("check")[0] == 0
    assert checked("--against", "1.0.0")["findings"] == []


@pytest.mark.parametrize(
    ("gate", "code", "severity"),
    [
        (f'severity = {{ {RULE} = "warning" }}', 0, "warning"),
        (f'severity = {{ {RULE} = "off" }}', 0, None),
        ('paths = [{ document = "Ord*", path = "no*", severity = "note" }]', 0, "note"),
        ('paths = [{ path = "id", severity = "note" }]', 1, "error"),
    ],
)
@pytest.mark.usefixtures("project")
def test_a_severity_is_of_a_rule_or_a_place(gate: str, code: int, severity: str | None) -> None:
    Path("modelpact.toml").write_text(f"[gate]\n{gate}\n{SETTINGS}")
    write(shorter(100))
    assert [f["severity"] for f in checked()["findings"]] == ([severity] if severity else [])
    assert run("check")[0] == code


@pytest.mark.usefixtures("project")
def test_a_severity_of_no_rule_is_an_error_with_a_hint() -> None:
    Path("modelpact.toml").write_text(f'{SETTINGS}gate.severity = {{ lenght = "off" }}\n')
    code, said = run("check")
    assert code == 2
    assert "there is no rule 'lenght'" in said
    assert "Did you mean 'length'?" in said


# --- diff -----------------------------------------------------------------------------------------


@pytest.mark.usefixtures("project")
def test_a_diff_says_everything_that_changed() -> None:
    write({**shorter(100), "description": "An order."})
    code, said = run("diff")
    assert code == 0
    assert "~ The" not in said.splitlines()[0]
    assert "`maxLength` of `note` changed from 200 to 100  BREAKING" in said
    assert "`Order` has a description now" in said
    assert "2 changed; 1 breaking" in said


@pytest.mark.usefixtures("project")
def test_a_diff_is_markdown_or_json_too() -> None:
    write(shorter(300))
    assert (
        "- Order: `maxLength` of `note` changed from 200 to 300."
        in (run("diff", "--format", "markdown")[1])
    )
    (contract,) = json.loads(run("diff", "1.0.0", "next", "--format", "json")[1])["contracts"]
    assert [change["path"] for change in contract["changes"]] == ["note"]


@pytest.mark.usefixtures("repository")
def test_two_releases_and_two_commits_are_told_apart() -> None:
    write(shorter(300))
    release()
    git("add", ".")
    git("commit", "--quiet", "--message=Two")
    for versions in (("1.0.0", "1.1.0"), ("git:HEAD~1", "git:HEAD"), ("1.0.0", "latest")):
        code, said = run("diff", *versions)
        assert code == 0
        assert "from 200 to 300" in said
    assert "from 300 to 200" in run("diff", "next", "1.0.0")[1]
    assert "nothing changed" in run("diff", "next", "next")[1]


@pytest.mark.usefixtures("project")
def test_a_diff_says_which_version_the_latest_is() -> None:
    assert run("diff")[1].startswith("shop: 1.0.0 -> next")
    assert run("diff", "next", "latest")[1].startswith("shop: next -> 1.0.0")


@pytest.mark.usefixtures("project")
def test_what_was_waived_is_told_once_in_the_changelog_and_without_advice() -> None:
    write(shorter(100))
    assert waive()[0] == 0
    release()
    told = Path("schemas/shop/CHANGELOG.md").read_text().partition("## 1.0.0")[0]
    assert told.count("`note`") == 1
    assert "Breaking, and waived" in told
    assert "Keep accepting the old bounds" not in told


def test_a_fingerprint_is_no_rule_to_be_explained() -> None:
    code, said = run("explain", "0123456789abcdef")
    assert (code, "modelpact waive" in said) == (2, True)


@pytest.mark.usefixtures("project")
def test_a_day_that_is_none_is_refused_with_an_example() -> None:
    code, said = run("waive", "x", "--reason=r", "--approver=a", "--expires=YYYY-MM-DD")
    assert code == 2
    assert "'YYYY-MM-DD' is no day" in said
    assert "2030-12-31" in said


@pytest.mark.usefixtures("project")
def test_a_version_that_is_too_low_is_told_with_the_one_that_is_needed() -> None:
    write(shorter(100))
    assert run("build")[0] == 0
    assert "0.9.0 is not later than 1.0.0" in run("release", "--version", "0.9.0")[1]
    assert "2.0.0 at least" in run("release", "--version", "1.0.1")[1]


@pytest.mark.parametrize(
    ("targets", "breaks"),
    [
        ("targets.typescript = {}", "the TypeScript SDK"),
        ("targets = { openapi = {}, typescript = {} }", "the TypeScript and OpenAPI SDKs"),
        ("", "types that others generate from the documents"),
    ],
)
@pytest.mark.usefixtures("project")
def test_what_breaks_programs_names_the_sdks_that_there_are(targets: str, breaks: str) -> None:
    Path("modelpact.toml").write_text(f"{SETTINGS}{targets}\n")
    write({**ORDER, "properties": {"id": {"type": "integer"}}})
    said = run("check")[1]
    assert f"code that uses {breaks}: it stops compiling" in said
    assert "(gone)" in said


@pytest.mark.parametrize("name", ["", " "])
@pytest.mark.parametrize("command", [("check", "--against"), ("diff",), ("diff", "latest")])
@pytest.mark.usefixtures("project")
def test_an_empty_name_is_no_version(command: tuple[str, ...], name: str) -> None:
    code, said = run(*command, name)
    assert code == 2
    assert "empty text" in said


@pytest.mark.parametrize("folder", ["schemas", "schemas/shop"])
@pytest.mark.usefixtures("project")
def test_a_folder_of_several_versions_is_refused_with_their_names(folder: str) -> None:
    for command in (("check", "--against", folder), ("diff", folder, "models")):
        code, said = run(*command)
        assert code == 2
        assert "schemas/shop/1.0.0, schemas/shop/next" in said


@pytest.mark.usefixtures("project")
def test_two_folders_need_no_project() -> None:
    shutil.copytree("models", "later")
    Path("later/Order.schema.json").write_text(json.dumps(shorter(300)))
    Path("modelpact.toml").unlink()
    assert "from 200 to 300" in run("diff", "models", "later")[1]
    assert (
        "from 200 to 300" in run("diff", "models/Order.schema.json", "later/Order.schema.json")[1]
    )
