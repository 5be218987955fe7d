"""Running the command line as a process, as a user does."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Ran", "modelpact"]


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run returned and printed."""

    code: int
    out: str
    err: str


def modelpact(
    *arguments: str | Path, folder: Path, python: str | Path = sys.executable, **environment: str
) -> Ran:
    """Run ``modelpact`` in a folder, without colours, with variables of the environment added."""
    done = subprocess.run(
        [str(python), "-m", "modelpact", *map(str, arguments)],
        cwd=folder,
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
        timeout=300,
        env={**os.environ, "NO_COLOR": "1", "PYTHONDONTWRITEBYTECODE": "1", **environment},
    )
    return Ran(done.returncode, done.stdout, done.stderr)
