"""Where a finding is, for tools that show it beside a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from modelpact.gate.report import ContractReport, Judged

__all__ = ["FilePlace", "file_place", "prefix_of", "schema_places"]


@dataclass(frozen=True, slots=True)
class FilePlace:
    """A file, relative to the repository with ``/``, and a line of it where it is known."""

    file: str
    line: int | None


def file_place(judged: Judged, contract: ContractReport, prefix: str) -> FilePlace:
    """The line of code, else the schema's file.

    Args:
        judged: The finding.
        contract: Whose it is.
        prefix: See :func:`prefix_of`.

    """
    if judged.source is not None:
        return FilePlace(_joined(prefix, judged.source.file), judged.source.line)
    place = judged.finding.place
    file = (place.file if place else "") or judged.finding.document
    return FilePlace(_joined(prefix, contract.folder, file), None)


def _joined(*parts: str) -> str:
    joined = ""
    for part in parts:
        joined = (
            part if part.startswith("/") or not joined else f"{joined}/{part}" if part else joined
        )
    return joined


def prefix_of(root: Path) -> str:
    """The path of a project's folder in its repository, with ``/``; empty where it is the root.

    Tools that show findings in code name files from the root of the repository.
    """
    root = root.resolve()
    for folder in (root, *root.parents):
        if (folder / ".git").exists():
            relative = root.relative_to(folder).as_posix()
            return "" if relative == "." else relative
    return ""


def schema_places(judged: Judged) -> tuple[tuple[str, str], ...]:
    """Where the schemas are that differ: by side, as ``file#pointer``; one where both are alike."""
    finding = judged.finding
    if finding.category == "waiver":
        return ()  # it is about a file of decisions, and no schema
    old = getattr(finding, "old", None)
    new = getattr(finding, "new", None)
    if old is None and new is None:
        return (("schema", str(finding.place)),) if finding.place else ()
    if old == new:
        return (("schema", str(new)),)
    sides = (("old", old), ("new", new))
    return tuple((side, str(location)) for side, location in sides if location is not None)
