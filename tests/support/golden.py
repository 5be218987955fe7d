"""Comparing generated files with reviewed ones.

``UPDATE_GOLDEN=1 pytest ...`` writes what is generated now; ``git diff`` is then the review.
"""

from __future__ import annotations

import difflib
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

__all__ = ["GOLDEN", "check_golden"]

GOLDEN = Path(__file__).parents[1] / "golden"
_MOST_LINES = 60


def check_golden(folder: Path, files: Mapping[str, bytes]) -> None:
    """Fail where the files differ from those of a folder, in content or in number.

    Args:
        folder: Holds the reviewed files and nothing else.
        files: What is generated, by relative path with ``/``.

    """
    if os.environ.get("UPDATE_GOLDEN") == "1":
        _write(folder, files)
    reviewed = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    differences = [
        line
        for path in sorted({*reviewed, *files})
        if reviewed.get(path) != files.get(path)
        for line in _difference(path, reviewed.get(path), files.get(path))
    ]
    if differences:
        shown = "\n".join(differences[:_MOST_LINES])
        pytest.fail(f"{shown}\n\nUPDATE_GOLDEN=1 writes what is generated now.", pytrace=False)


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _difference(path: str, reviewed: bytes | None, generated: bytes | None) -> list[str]:
    if reviewed is None:
        return [f"{path}: generated, not in the reviewed folder"]
    if generated is None:
        return [f"{path}: in the reviewed folder, not generated"]
    return list(
        difflib.unified_diff(
            reviewed.decode(errors="replace").splitlines(),
            generated.decode(errors="replace").splitlines(),
            f"reviewed/{path}",
            f"generated/{path}",
            lineterm="",
        )
    )
