"""Runs that are killed or interrupted while they write, and what people do before the next one."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from support.command_line import Ran, modelpact

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs signals")

ORDER: Final = {"type": "object", "properties": {"id": {"type": "integer"}}}
LATER: Final = {**ORDER, "required": ["id"]}

_STOPPED: Final = """
import os, signal, sys
from modelpact.workflows import journal
left = int(sys.argv.pop(1))
stop = getattr(signal, sys.argv.pop(1))
write = journal.write_file
def stopped(path, content):
    global left
    if left == 0:
        os.kill(os.getpid(), stop)
    left -= 1
    write(path, content)
journal.write_file = stopped
sys.argv[0] = "modelpact"
from modelpact.cli import main
main()
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A contract in git with a release, and models that ask for another one."""
    (tmp_path / "modelpact.toml").write_text('[contracts.shop]\nfolder = "models"\n')
    write(tmp_path, ORDER)
    for command in ("build", "release"):
        assert modelpact(command, folder=tmp_path).code == 0
    write(tmp_path, LATER)
    assert modelpact("build", folder=tmp_path).code == 0
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-qm", "Start")
    return tmp_path


def write(root: Path, schema: object) -> None:
    (root / "models").mkdir(exist_ok=True)
    (root / "models" / "Order.schema.json").write_text(json.dumps(schema))


def git(root: Path, *arguments: str) -> str:
    command = ["git", *arguments]
    return subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout


def stopped(root: Path, after: int, how: signal.Signals, *arguments: str) -> Ran:
    """Run a command, and send a signal when it has written some files."""
    command = [sys.executable, "-c", _STOPPED, str(after), how.name, *arguments]
    done = subprocess.run(command, cwd=root, capture_output=True, check=False, text=True)
    return Ran(done.returncode, done.stdout, done.stderr)


def test_a_release_that_was_killed_and_taken_back_does_not_return(project: Path) -> None:
    assert stopped(project, 2, signal.SIGKILL, "release").code == -signal.SIGKILL
    git(project, "checkout", ".")
    git(project, "clean", "-fdq")
    changelog = project / "schemas" / "shop" / "CHANGELOG.md"
    changelog.write_text("Written by hand.\n")
    index = (project / "schemas" / "shop" / "index.json").read_bytes()
    ran = modelpact("build", folder=project)
    assert ran.code == 0
    assert ran.err.startswith("dropped the release of shop 2.0.0: it was interrupted")
    assert changelog.read_text() == "Written by hand.\n"
    assert (project / "schemas" / "shop" / "index.json").read_bytes() == index
    assert not (project / "schemas" / "shop" / "2.0.0").exists()
    assert modelpact("build", folder=project).err == ""


def test_a_file_that_was_edited_since_is_kept_and_the_interrupted_run_set_aside(
    project: Path,
) -> None:
    assert stopped(project, 2, signal.SIGKILL, "release").code == -signal.SIGKILL
    changelog = project / "schemas" / "shop" / "CHANGELOG.md"
    changelog.write_text("Written by hand.\n")
    state = git(project, "status", "--porcelain", "-uall")
    ran = modelpact("build", folder=project)
    assert ran.code == 2
    assert "the release of shop 2.0.0 was interrupted" in ran.err
    assert str(Path("schemas", "shop", "CHANGELOG.md")) in ran.err
    assert git(project, "status", "--porcelain", "-uall") == state
    assert changelog.read_text() == "Written by hand.\n"
    assert (project / ".modelpact" / "interrupted").is_file()
    git(project, "clean", "-fdq")
    assert modelpact("build", folder=project).code == 0
    assert changelog.read_text() == "Written by hand.\n"


def test_a_release_that_was_killed_half_way_is_told_by_readers_and_finished_by_writers(
    project: Path,
) -> None:
    assert stopped(project, 2, signal.SIGKILL, "release").code == -signal.SIGKILL
    before = git(project, "status", "--porcelain", "-uall")
    report = ["lint", "--output", "report.txt"]
    for command in (report, ["check"], ["diff"], ["build", "--check"], ["release", "--dry-run"]):
        said = modelpact(*command, folder=project).err
        assert said.startswith("the release of shop 2.0.0 was interrupted"), command
        assert "the next `modelpact build` or `release` finishes" in said
        assert "finished" not in said
    (project / "report.txt").unlink()
    assert git(project, "status", "--porcelain", "-uall") == before
    ran = modelpact("release", folder=project)
    assert ran.code == 0
    assert ran.err == "finished the release of shop 2.0.0, which was interrupted\n"
    assert ran.out == "shop: nothing changed since 2.0.0\n"
    assert modelpact("check", folder=project).err == ""


def test_ctrl_c_puts_everything_back_and_says_what_was_interrupted(project: Path) -> None:
    ran = stopped(project, 2, signal.SIGINT, "release")
    assert (ran.code, ran.out) == (130, "")
    assert ran.err == "interrupted: the release of shop 2.0.0; nothing was changed\n"
    assert git(project, "status", "--porcelain") == ""
    assert modelpact("release", folder=project).out.startswith("released shop 2.0.0")


def test_ctrl_c_while_the_tool_is_loaded_is_no_traceback(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "class Impatient:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'modelpact.cli.app':\n"
        "            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Impatient())\n"
        "from modelpact.cli import main\n"
        "main()\n"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, text=True)
    assert (done.returncode, done.stderr) == (130, "interrupted\n")
