"""Releasing freezes what is next, in the version that the change asks for, or changes nothing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from modelpact.emit.files import write_file
from modelpact.errors import ModelpactError
from modelpact.gate.report import Waiver
from modelpact.gate.waivers import waiver_text
from modelpact.releases.index import Listed, Mark
from modelpact.releases.store import Store
from modelpact.releases.versions import Version
from modelpact.settings import load_settings
from modelpact.workflows import journal as journal_module
from modelpact.workflows.build import build
from modelpact.workflows.release import ReleaseOutcome, ReleaseRequest, release
from modelpact.workflows.retiring import retire

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
TEXT = {"type": "string"}
ORDER = {"type": "object", "properties": {"id": {"type": "integer"}, "note": TEXT}}


def quiet(_doing: str) -> None:
    """Told what is being done."""


class Project:
    """A project whose contract is a folder of schemas."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "modelpact.toml").write_text('[contracts.shop]\nfolder = "models"\n')

    def models(self, **schemas: Mapping[str, Any]) -> Project:
        """Say what the models are from now on, and build."""
        folder = self.root / "models"
        folder.mkdir(exist_ok=True)
        for file in folder.iterdir():
            file.unlink()
        for name, schema in schemas.items():
            (folder / f"{name}.schema.json").write_text(json.dumps(schema))
        build(load_settings(self.root / "modelpact.toml"), (), quiet)
        return self

    def release(self, version: str = "", **request: Any) -> ReleaseOutcome:
        asked = Version.parse(version) if version else None
        settings = load_settings(self.root / "modelpact.toml")
        (outcome,) = release(settings, (), ReleaseRequest(NOW, asked, **request), quiet)
        return outcome

    @property
    def store(self) -> Store:
        return Store(self.root / "schemas" / "shop")

    def manifest(self, version: str) -> Any:
        return json.loads((self.store.folder / version / "manifest.json").read_text())


def content(folder: Path) -> dict[str, bytes]:
    """All files below a folder but the tool's own state."""
    files = (p for p in sorted(folder.rglob("*")) if p.is_file() and ".modelpact" not in p.parts)
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in files}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with one release."""
    made = Project(tmp_path).models(Order=ORDER)
    made.release()
    return made


def changed(project: Project, **changes: Any) -> Project:
    return project.models(Order={**ORDER, **changes})


def test_the_first_release_is_1_0_0(project: Project) -> None:
    assert project.store.versions == (Version(1, 0, 0),)
    project.store.verify()
    manifest = project.manifest("1.0.0")
    assert manifest["created"] == "2026-01-02T03:04:05Z"
    assert manifest["reasons"] == {"verdict": "first", "bump": "none"}
    assert "previous" not in manifest


def test_the_first_release_may_be_any_other_version(tmp_path: Path) -> None:
    outcome = Project(tmp_path).models(Order=ORDER).release("0.1.0")
    assert outcome.version == Version(0, 1, 0)


def test_where_nothing_changed_nothing_is_released(project: Project) -> None:
    before = content(project.root)
    assert project.release().version is None
    assert content(project.root) == before


def test_a_version_for_no_change_is_refused(project: Project) -> None:
    with pytest.raises(ModelpactError, match=r"nothing changed since 1\.0\.0"):
        project.release("1.1.0")


@pytest.mark.parametrize(
    ("changes", "version"),
    [
        ({"description": "What somebody bought."}, "1.0.1"),
        ({"properties": {**ORDER["properties"], "more": TEXT}}, "1.1.0"),  # type: ignore[dict-item]
        ({"required": ["id"]}, "2.0.0"),
        ({"properties": {"note": TEXT}}, "2.0.0"),
    ],
)
def test_the_change_decides_the_version(
    project: Project, changes: dict[str, Any], version: str
) -> None:
    outcome = changed(project, **changes).release()
    assert str(outcome.version) == version
    assert outcome.previous == Version(1, 0, 0)
    project.store.verify()
    assert project.manifest(version)["previous"]["version"] == "1.0.0"


def test_before_1_0_0_what_breaks_raises_the_second_number(tmp_path: Path) -> None:
    project = Project(tmp_path).models(Order=ORDER)
    project.release("0.1.0")
    assert str(changed(project, required=["id"]).release().version) == "0.2.0"


def test_a_version_that_promises_too_much_is_refused(project: Project) -> None:
    before = content(changed(project, required=["id"]).root)
    with pytest.raises(ModelpactError, match=r"which makes it 2\.0\.0 at least"):
        project.release("1.1.0")
    assert content(project.root) == before


def test_a_later_version_than_the_change_needs_may_be_asked_for(project: Project) -> None:
    outcome = changed(project, description="Words.").release("3.0.0")
    assert outcome.version == Version(3, 0, 0)
    assert project.manifest("3.0.0")["reasons"]["asked"] == "3.0.0"


def test_what_is_not_built_is_not_released(project: Project) -> None:
    (project.root / "models" / "Order.schema.json").write_text('{"type": "object"}')
    with pytest.raises(ModelpactError, match="not what the models say") as caught:
        project.release()
    assert "modelpact build" in str(caught.value)


def test_a_dry_run_says_it_and_writes_nothing(project: Project) -> None:
    before = content(changed(project, required=["id"]).root)
    outcome = project.release(dry_run=True)
    assert outcome.version == Version(2, 0, 0)
    assert "### Breaking" in outcome.changes
    assert content(project.root) == before


def test_the_changelog_has_the_latest_release_first(project: Project) -> None:
    changed(project, required=["id"]).release()
    lines = (project.store.folder / "CHANGELOG.md").read_text().splitlines()
    titles = [line for line in lines if line.startswith("#")]
    assert titles == [
        "# Changelog",
        "## 2.0.0 (2026-01-02)",
        "### Breaking",
        "## 1.0.0 (2026-01-02)",
    ]


def test_words_that_people_put_into_the_changelog_stay(project: Project) -> None:
    file = project.store.folder / "CHANGELOG.md"
    file.write_text(file.read_text().replace("# Changelog\n", "# Changelog\n\nOurs: `a` * b.\n"))
    changed(project, description="Words.").release()
    assert file.read_text().startswith("# Changelog\n\nOurs: `a` * b.\n\n## 1.0.1")


def test_a_touched_release_stops_releases_and_builds(project: Project) -> None:
    file = project.store.folder / "1.0.0" / "Order.schema.json"
    file.write_bytes(file.read_bytes() + b" ")
    with pytest.raises(ModelpactError, match="was changed after the release"):
        project.release()
    with pytest.raises(ModelpactError, match="was changed after the release"):
        build(load_settings(project.root / "modelpact.toml"), (), quiet)


def test_the_same_release_at_the_same_time_is_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        project = Project(tmp_path / name).models(Order=ORDER)
        project.release()
        changed(project, description="Words.").release()
        made.append(content(project.store.folder))
    assert made[0] == made[1]


def test_what_was_waived_is_archived_and_holds_from_then_on(project: Project) -> None:
    changed(project, required=["id"])
    outcome = project.release(dry_run=True)
    assert outcome.report is not None
    findings = [judged.finding for judged in outcome.report.findings]
    expires = date(2026, 12, 31)
    waivers = (
        Waiver(finding.fingerprint, "Nobody left it out.", "ada@example.com", expires, finding.rule)
        for finding in findings
    )
    file = project.store.folder / "waivers.toml"
    file.write_text("\n".join(map(waiver_text, waivers)))
    assert str(project.release().version) == "1.1.0"
    waived = project.manifest("1.1.0")["reasons"]["waived"]
    assert [one["fingerprint"] for one in waived] == [f.fingerprint for f in findings]
    file.unlink()
    later = project.models(Order={**ORDER, "required": ["id"], "description": "Words."}).release()
    assert str(later.version) == "1.1.1"


def test_a_yanked_release_binds_nobody_and_its_version_is_taken(project: Project) -> None:
    changed(project, required=["id"]).release()
    settings = load_settings(project.root / "modelpact.toml")
    retire(settings, "shop", Version(2, 0, 0), "yanked", Mark("It was a mistake."))
    outcome = project.models(Order={**ORDER, "description": "Words."}).release()
    assert str(outcome.version) == "2.0.1"
    assert outcome.report is not None
    assert outcome.report.against == ("1.0.0",)


def test_what_is_the_same_as_before_a_yanked_release_did_not_change_since_then(
    project: Project,
) -> None:
    project.models(Order={**ORDER, "title": "An order"}).release()
    settings = load_settings(project.root / "modelpact.toml")
    retire(settings, "shop", Version(1, 0, 1), "yanked", Mark("It was a mistake."))
    project.models(Order=ORDER)
    outcome = project.release()
    assert (outcome.version, outcome.previous) == (None, Version(1, 0, 0))
    with pytest.raises(ModelpactError, match=r"nothing changed since 1\.0\.0"):
        project.release("1.1.0")


def test_where_every_release_was_yanked_the_next_free_version_is_made(project: Project) -> None:
    settings = load_settings(project.root / "modelpact.toml")
    retire(settings, "shop", Version(1, 0, 0), "yanked", Mark("It was a mistake."))
    with pytest.raises(ModelpactError, match=r"1\.0\.0 is not later than 1\.0\.0"):
        project.release("1.0.0")
    outcome = project.release()
    assert (str(outcome.version), outcome.report) == ("1.0.1", None)
    assert "Every release before was yanked." in outcome.changes
    assert project.manifest("1.0.1")["previous"]["version"] == "1.0.0"
    project.store.verify()


def test_a_status_needs_a_reason_and_can_be_taken_back(project: Project) -> None:
    settings = load_settings(project.root / "modelpact.toml")
    first = Version(1, 0, 0)
    with pytest.raises(ModelpactError, match="needs a reason"):
        retire(settings, "shop", first, "deprecated", Mark(" "))
    until = date(2027, 1, 1)
    listed = retire(settings, "shop", first, "deprecated", Mark("Use 2.0.0.", until))
    assert (listed.status, listed.deprecated) == ("deprecated", Mark("Use 2.0.0.", until))
    assert project.store.baselines == (first,)
    assert retire(settings, "shop", first, "deprecated", None).status == "released"


def test_a_release_may_be_yanked_and_deprecated_and_either_is_taken_back_alone(
    project: Project,
) -> None:
    settings = load_settings(project.root / "modelpact.toml")
    first = Version(1, 0, 0)
    left = Mark("Use 2.0.0.", date(2027, 1, 1))
    mistaken = Mark("It lost the note.")
    retire(settings, "shop", first, "deprecated", left)
    both = retire(settings, "shop", first, "yanked", mistaken)
    assert (both.status, both.yanked, both.deprecated) == ("yanked", mistaken, left)
    assert project.store.index.of(first) == both
    assert project.store.latest is None
    assert retire(settings, "shop", first, "deprecated", left) == both
    assert retire(settings, "shop", first, "yanked", None).deprecated == left
    assert project.store.baselines == (first,)
    retire(settings, "shop", first, "yanked", mistaken)
    assert retire(settings, "shop", first, "deprecated", None).status == "yanked"
    assert project.store.index.of(first) == Listed(first, both.root, yanked=mistaken)


def test_a_yanked_release_that_is_deprecated_too_is_yanked_for_those_who_know_one_status(
    project: Project,
) -> None:
    settings = load_settings(project.root / "modelpact.toml")
    retire(settings, "shop", Version(1, 0, 0), "yanked", Mark("A mistake."))
    retire(settings, "shop", Version(1, 0, 0), "deprecated", Mark("Use 2.0.0."))
    entry = json.loads((project.store.folder / "index.json").read_text())["releases"][0]
    assert (entry["status"], entry["reason"]) == ("yanked", "A mistake.")
    assert entry["deprecated"] == {"reason": "Use 2.0.0."}


_KILLED = """
import os, signal, sys
from modelpact.workflows import journal, release
left = [int(sys.argv[2])]
def counted(original):
    def call(*arguments, **named):
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left[0] -= 1
        return original(*arguments, **named)
    return call
journal.write_file = counted(journal.write_file)
journal.os.replace = counted(os.replace)
from importlib.resources import files
from pathlib import Path
Path.replace = counted(Path.replace)
Path.unlink = counted(Path.unlink)
from datetime import UTC, datetime
from modelpact.settings import load_settings
settings = load_settings(Path(sys.argv[1]) / "modelpact.toml")
now = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
release.release(settings, (), release.ReleaseRequest(now), str)
"""


def test_a_release_killed_before_any_of_its_writes_is_finished_or_never_happened(
    tmp_path: Path,
) -> None:
    clean = tmp_path / "clean"
    clean.mkdir()
    expected = changed(_released(clean), required=["id"])
    expected.release()
    wanted = content(clean)
    for fatal in range(40):
        root = tmp_path / f"killed {fatal}"
        root.mkdir()
        project = changed(_released(root), required=["id"])
        before = content(root)
        command = [sys.executable, "-c", _KILLED, str(root), str(fatal)]
        if subprocess.run(command, check=False).returncode != -signal.SIGKILL:
            assert content(root) == wanted
            assert fatal > 5, "nothing was killed"
            return
        # The next command finishes it, or finds it untouched.
        build(load_settings(root / "modelpact.toml"), (), quiet)
        assert content(root) in (before, wanted), f"killed before write {fatal}"
        project.store.verify()
        project.release()
        assert content(root) == wanted
    pytest.fail("every run was killed")


def _released(root: Path) -> Project:
    made = Project(root).models(Order=ORDER)
    made.release()
    return made


def test_a_disk_that_refuses_leaves_everything_as_it_was(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content(changed(project, required=["id"]).root)
    original, left = write_file, [3]

    def refuse(path: str | os.PathLike[str], data: bytes) -> None:
        left[0] -= 1
        if left[0] == -1:
            raise OSError(28, "No space left on device")
        original(path, data)

    monkeypatch.setattr(journal_module, "write_file", refuse)
    with pytest.raises(ModelpactError, match="No space left"):
        project.release()
    monkeypatch.undo()
    assert content(project.root) == before
    project.store.verify()


@pytest.mark.parametrize("name", ["manifest", "index"])
def test_what_is_written_is_valid_by_its_published_schema(project: Project, name: str) -> None:
    changed(project, required=["id"]).release("3.0.0")
    settings = load_settings(project.root / "modelpact.toml")
    until = date(2027, 1, 1)
    first = Version(1, 0, 0)
    retire(settings, "shop", first, "deprecated", Mark("Use 3.0.0.", until))
    retire(settings, "shop", first, "yanked", Mark("It was a mistake."))
    schema = json.loads(files("modelpact.releases").joinpath(f"{name}.schema.json").read_text())
    validator = jsonschema_rs.validator_for(schema, validate_formats=True)
    written = sorted(project.store.folder.glob("[0-9]*/manifest.json"))
    for file in written if name == "manifest" else [project.store.folder / "index.json"]:
        assert [str(error) for error in validator.iter_errors(json.loads(file.read_text()))] == []
