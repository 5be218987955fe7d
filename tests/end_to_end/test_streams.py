"""Where output goes is the user's affair: exit codes stay what they mean."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a shell")

MODELPACT: Final = f"'{sys.executable}' -m modelpact"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A contract with a finding of lint that is an error."""
    root = tmp_path_factory.mktemp("streams")
    (root / "modelpact.toml").write_text(
        '[contracts.shop]\nfolder = "models"\n[gate.severity]\nmissing-description = "error"\n'
    )
    (root / "models").mkdir()
    (root / "models" / "Order.schema.json").write_text('{"type": "object"}')
    return root


def shell(project: Path, line: str, **environment: str) -> tuple[int, str, str]:
    """The exit code of a line whose command is ``modelpact``, its output and its errors."""
    script = f'modelpact() {{ {MODELPACT} "$@"; }}\n{line}'
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=project,
        env={**os.environ, "NO_COLOR": "1", "PYTHONUNBUFFERED": "", **environment},
        capture_output=True,
        check=False,
        text=True,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("command", ["check", "check --format html", "build", "--help"])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk_below_the_output_is_an_error_of_one_line_and_its_advice(
    project: Path, command: str, unbuffered: str
) -> None:
    line = f"modelpact {command} >/dev/full"
    code, _, err = shell(project, line, PYTHONUNBUFFERED=unbuffered)
    assert code == 2
    assert err.startswith("error: standard output cannot be written to: No space left on device\n")
    assert len(err.splitlines()) == 2


def test_a_closed_output_is_an_error(project: Path) -> None:
    code, _, err = shell(project, "modelpact check >&-")
    assert (code, err.splitlines()[0]) == (2, "error: standard output is closed")


def test_a_closed_input_is_an_empty_one(project: Path) -> None:
    code, _, err = shell(project, "modelpact validate models/Order.schema.json - <&-")
    assert code == 2
    assert err.startswith("error: standard input")


@pytest.mark.parametrize("where", ["2>&-", "2>/dev/full"])
def test_an_error_that_nobody_can_be_told_is_still_one(project: Path, where: str) -> None:
    assert shell(project, f"modelpact check nothing {where}")[0] == 2


@pytest.mark.parametrize(
    ("command", "wanted"), [("explain --list", 0), ("check", 0), ("lint", 1), ("--help", 0)]
)
def test_a_reader_that_stops_reading_changes_no_exit_code(
    project: Path, command: str, wanted: int
) -> None:
    line = f'modelpact {command} | true; exit "${{PIPESTATUS[0]}}"'
    assert shell(project, line) == (wanted, "", "")


def test_force_color_0_forces_no_colour(project: Path) -> None:
    _, out, _ = shell(project, "modelpact check", FORCE_COLOR="0", NO_COLOR="")
    assert "\x1b" not in out
    _, out, _ = shell(project, "modelpact check", FORCE_COLOR="1", NO_COLOR="")
    assert "\x1b" in out
