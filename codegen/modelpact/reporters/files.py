"""Files that a command wrote."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from modelpact.reporters.characters import visible
from modelpact.reporters.console import out, plain

if TYPE_CHECKING:
    from modelpact.gate.report import Found

__all__ = ["report_files", "report_waived", "shown"]


def report_files(verb: str, files: Iterable[Path]) -> None:
    """Print a line a file."""
    console = out()
    for file in files:
        console.print(plain(f"{verb} ", "green").append_text(plain(shown(file))))


class _Waived(Protocol):
    """A finding that was waived, and the file that says so."""

    @property
    def file(self) -> Path:
        """The file."""

    @property
    def finding(self) -> Found:
        """The finding."""


def report_waived(waived: Iterable[_Waived]) -> None:
    """Print what was waived, and the file that says so."""
    console = out()
    for one in waived:
        finding = one.finding
        said = visible(f"{finding.document}: {finding.message} [{finding.rule}]", "")
        console.print(plain("waived ", "green").append_text(plain(said)))
        report_files("wrote", [one.file])


def shown(path: Path) -> str:
    """A path as short as it can be said: relative to where the user stands."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
