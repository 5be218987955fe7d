"""Clones in which git writes the line ends of Windows."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

from support.command_line import modelpact

ATTRIBUTES: Final = Path("schemas", ".gitattributes")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A contract with a release."""
    root = tmp_path / "project"
    (root / "models").mkdir(parents=True)
    (root / "modelpact.toml").write_text('[contracts.shop]\nfolder = "models"\n')
    schema = {"type": "object", "description": "An order."}
    (root / "models" / "Order.schema.json").write_text(json.dumps(schema))
    for command in ("build", "release"):
        assert modelpact(command, folder=root).code == 0
    return root


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True)


def cloned(project: Path) -> Path:
    """A clone as Git for Windows makes it."""
    git(project, "init", "-q")
    git(project, "add", "-A")
    git(project, "-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-qm", "Start")
    clone = project.parent / "clone"
    git(project.parent, "clone", "-q", "-c", "core.autocrlf=true", str(project), str(clone))
    assert b"\r\n" in (clone / "modelpact.toml").read_bytes()
    return clone


def test_a_release_survives_a_clone_that_converts_line_ends(project: Path) -> None:
    clone = cloned(project)
    assert modelpact("check", folder=clone).code == 0
    assert modelpact("build", "--check", folder=clone).code == 0


def test_what_a_clone_converted_is_said_with_a_remedy_that_works(project: Path) -> None:
    (project / ATTRIBUTES).unlink()
    clone = cloned(project)
    ran = modelpact("check", folder=clone)
    assert ran.code == 2
    assert "the ends of lines are CRLF in 2 of 2 files, and nothing else differs" in ran.err
    assert "Add the line `* -text`" in ran.err
    (clone / ATTRIBUTES).write_text("* -text\n")
    release = Path("schemas", "shop", "1.0.0")
    shutil.rmtree(clone / release)
    git(clone, "checkout", "--", release.as_posix())
    assert modelpact("check", folder=clone).code == 0


def test_attributes_of_the_users_own_are_kept(project: Path) -> None:
    (project / ATTRIBUTES).write_text("*.json -text\n")
    schema = {"type": "object", "description": "An order of things."}
    (project / "models" / "Order.schema.json").write_text(json.dumps(schema))
    for command in ("build", "release"):
        assert modelpact(command, folder=project).code == 0
    assert (project / ATTRIBUTES).read_text() == "*.json -text\n"


def test_init_writes_them_too(tmp_path: Path) -> None:
    ran = modelpact("init", "--example", "shop", folder=tmp_path)
    assert ran.code == 0
    assert "* -text" in (tmp_path / "shop" / ATTRIBUTES).read_text()
