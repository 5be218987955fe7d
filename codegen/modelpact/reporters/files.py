"""Files that a command wrote."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from modelpact.reporters.console import out, plain

__all__ = ["report_files", "shown"]


def report_files(verb: str, files: Iterable[Path]) -> None:
    """Print a line a file."""
    console = out()
    for file in files:
        console.print(plain(f"{verb} ", "green").append_text(plain(shown(file))))


def shown(path: Path) -> str:
    """A path as short as it can be said: relative to where the user stands."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
