"""Where findings come from: the field of a model, or the line of a schema that people wrote."""

from __future__ import annotations

from pathlib import Path

from modelpact.compat.report import Finding
from modelpact.documents.lines import line_of
from modelpact.documents.sets import DocumentSet
from modelpact.gate.report import Found, Source
from modelpact.graph.nodes import Location

__all__ = ["source_of"]


def source_of(finding: Found, documents: DocumentSet, root: Path) -> Source | None:
    """The line that a finding goes back to.

    Of documents that models were made into it is the line of the field, or of the class. Of
    documents that were loaded it is the line in their file.

    Args:
        finding: The finding.
        documents: The judged version.
        root: The project's folder: files in it are named relative to it.

    Returns:
        ``None`` where it cannot be told.

    """
    place = finding.place
    if place is None or place.file not in documents.documents:
        return None
    if documents.made_of:
        return _in_models(finding, place, documents, root)
    return _in_file(place, documents, root) if documents.origin else None


def _in_models(
    finding: Found, place: Location, documents: DocumentSet, root: Path
) -> Source | None:
    from modelpact.export import tracing

    change = finding.change if isinstance(finding, Finding) else None
    made_of = documents.made_of.get(place.file)
    if made_of is None:
        return None
    found = tracing.source_of(made_of, place.pointer, change.name if change else "")
    return Source(_shown(found.file, root), found.line) if found else None


def _in_file(place: Location, documents: DocumentSet, root: Path) -> Source | None:
    origin = Path(documents.origin)
    file = (origin.parent if origin.is_file() else origin) / place.file
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    return Source(_shown(file, root), line_of(text, place.pointer))


def _shown(file: Path, root: Path) -> str:
    absolute = file.resolve()
    if absolute.is_relative_to(root.resolve()):
        return absolute.relative_to(root.resolve()).as_posix()
    return absolute.as_posix()
