"""Running the tools of other ecosystems.

They are installed by ``make test`` from ``tests/toolchain/package-lock.json``. Where one is missing
a test is skipped, and says so; in CI it fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

__all__ = ["MODULES", "TYPESCRIPT", "node", "node_module", "run"]

MODULES = Path(__file__).parents[1] / "toolchain" / "node_modules"

TYPESCRIPT = {"typescript 5": "typescript5/bin/tsc", "typescript 7": "typescript/bin/tsc"}
"""The compilers that generated types are for, by a name for tests."""


@cache
def node() -> str:
    """The path of Node."""
    found = shutil.which("node")
    return found if found is not None else _missing("Node is not installed")


@cache
def node_module(path: str) -> str:
    """The path of an installed script: ``typescript/bin/tsc``, ``.bin/attw``."""
    script = MODULES / path
    return str(script) if script.exists() else _missing(f"{script.name} is not installed")


def run(command: Sequence[str], folder: Path, seconds: int = 300) -> tuple[int, str]:
    """Run a command in a folder: its exit code and all that it printed."""
    done = subprocess.run(
        command,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=seconds,
        check=False,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    return done.returncode, done.stdout


def _missing(what: str) -> str:
    message = f"{what}: `make test` installs it in tests/toolchain"
    if os.environ.get("CI"):
        pytest.fail(message, pytrace=False)
    pytest.skip(message)
