"""What `init` found, and what comes next."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from modelpact.reporters.console import out, plain

if TYPE_CHECKING:

    class Package(Protocol):
        """A package with models in it."""

        @property
        def name(self) -> str: ...
        @property
        def models(self) -> int: ...


__all__ = ["report_next_step", "report_packages"]


def report_packages(packages: Iterable[Package]) -> None:
    """Print a line a package."""
    for package in packages:
        models = "1 model" if package.models == 1 else f"{package.models} models"
        out().print(plain("found ", "green").append_text(plain(f"{package.name} ({models})")))


def report_next_step(folder: Path) -> None:
    """Print the command to type now."""
    there = "" if folder == Path() else f"cd {folder} && "
    out().print(plain(f"Next: {there}modelpact build"))
