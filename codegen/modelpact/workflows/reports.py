"""Reports on disk."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from modelpact.errors import ModelpactError
from modelpact.workflows.journal import replace_file

__all__ = ["append_text", "write_reports"]


def write_reports(reports: Mapping[Path, str]) -> None:
    """Write reports, each whole or not at all; what was there is replaced.

    What is no ordinary file (``/dev/null``, a pipe) is written to as it is.

    Raises:
        ModelpactError: A place cannot be written to, or is a folder.

    """
    for path, text in reports.items():
        content = text.encode(errors="backslashreplace")
        if path.is_dir():
            raise ModelpactError(
                "is a folder", where=str(path), advice="Name a file.", rule="in-the-way"
            )
        if path.exists() and not path.is_file():
            _append(path, content)
            continue
        # Not through the journal of a project that may be around: a check only reads that.
        replace_file(path.resolve(), content)


def append_text(path: Path, text: str) -> None:
    """Add to a file that others write to as well, as jobs do to their summary.

    Raises:
        ModelpactError: It cannot be written to.

    """
    _append(path, text.encode(errors="backslashreplace"))


def _append(path: Path, content: bytes) -> None:
    try:
        with path.open("ab") as file:
            file.write(content)
    except OSError as error:
        raise ModelpactError(
            f"cannot be written: {error.strerror or error}", where=str(path), rule="unwritable"
        ) from error
