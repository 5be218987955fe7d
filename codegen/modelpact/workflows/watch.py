"""Building again whenever something that a build reads changes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from modelpact.errors import ModelpactError
from modelpact.settings import FolderSource, Settings

__all__ = ["watch"]


def watch(settings: Settings, names: Sequence[str]) -> int:
    """Build, then again after each change, until interrupted.

    Each build is a process of its own: a package that was imported once cannot be imported anew.

    Returns:
        The exit code of the last build.

    Raises:
        ModelpactError: The extra is not installed.

    """
    try:
        from watchfiles import PythonFilter
        from watchfiles import watch as changes
    except ModuleNotFoundError as error:
        raise ModelpactError(
            "watching needs the package watchfiles",
            advice="Install it with `pip install 'modelpact[watch]'`.",
            rule="missing-extra",
        ) from error
    ignored = [settings.generated, settings.schemas]
    python = PythonFilter(ignore_paths=ignored, extra_extensions=(".json", ".toml"))
    command = [sys.executable, "-m", "modelpact", "build", *names, "--config", str(settings.file)]
    code = subprocess.call(command)  # noqa: S603 - ourselves
    for _ in changes(*_watched(settings), watch_filter=python, raise_interrupt=False):
        code = subprocess.call(command)  # noqa: S603 - ourselves
    return code


def _watched(settings: Settings) -> list[Path]:
    """The settings, and what each contract is made of."""
    paths = {settings.file}
    for contract in settings.contracts:
        if isinstance(contract.source, FolderSource):
            paths.add(contract.source.folder)
        else:
            top = contract.source.path / contract.source.package.partition(".")[0]
            paths.add(top if top.is_dir() else contract.source.path)
    return sorted(paths)
