"""The golden package as npm and its consumers see it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from support.golden import GOLDEN
from support.toolchain import node, node_module, run

pytestmark = pytest.mark.toolchain

PACKAGE = GOLDEN / "typescript" / "workspace"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PACKAGE, tmp_path / "workspace"))


def test_types_are_found_in_every_way_of_resolving_modules(package: Path) -> None:
    attw = node_module(".bin/attw")

    code, output = run([attw, "--pack", "--profile", "esm-only", "--no-color", "."], package)

    assert code == 0, output


def test_npm_packs_every_file(package: Path) -> None:
    code, output = run(["npm", "pack", "--json", "--dry-run", "--ignore-scripts"], package)

    assert code == 0, output
    packed = {entry["path"] for entry in json.loads(output[output.index("[") :])[0]["files"]}
    assert packed == {p.relative_to(package).as_posix() for p in package.rglob("*.*")}


def test_constants_are_there_at_run_time_and_frozen(tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "node_modules" / "workspace")
    (tmp_path / "use.mjs").write_text(
        'import * as all from "workspace";\n'
        'import { UserRole } from "workspace/UserRole";\n'
        "process.stdout.write(JSON.stringify([all, Object.isFrozen(UserRole)]));\n"
    )

    code, output = run([node(), "use.mjs"], tmp_path)

    assert code == 0, output
    assert json.loads(output) == [
        {
            "Platform": {"Facebook": "facebook", "X": "x"},
            "Priority": {"Low": 0, "Normal": 1, "High": 2},
            "UserRole": {"Owner": "owner", "Admin": "admin", "PastDue": "past_due"},
        },
        True,
    ]
