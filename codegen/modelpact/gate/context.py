"""What a report shows around a finding: the schemas that changed, and what the document is for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, cast, get_args

from modelpact.compat.changes import DOCUMENT
from modelpact.compat.report import Finding
from modelpact.documents.pointers import Pointer
from modelpact.documents.sets import DocumentSet, modelpact_facts
from modelpact.gate.report import Excerpt, Judged
from modelpact.graph.nodes import Location, RoleName

__all__ = ["in_context"]

_BRANCHES: Final = frozenset({"allOf", "anyOf", "oneOf"})
_ROLES: Final = frozenset(get_args(RoleName))


def in_context(judged: Judged, old: DocumentSet | None, new: DocumentSet) -> Judged:
    """A finding with the schemas that it is about.

    Args:
        judged: The finding; what it says already of its context is replaced.
        old: The latest version that it breaks with; ``None`` where nothing was compared.
        new: The judged version.

    """
    finding = judged.finding
    role = _role(finding.document, new) or (old and _role(finding.document, old)) or None
    if isinstance(finding, Finding):
        held = dict.fromkeys(_role(file, new) for file in finding.embedders)
        judged = replace(judged, also=tuple(r for r in held if r is not None and r != role))
    change = finding.change if isinstance(finding, Finding) else None
    if change is None:
        place = finding.place
        shown = _excerpt(place, new) if place else None
        return replace(judged, role=role, old=None, new=shown)
    was, now = change.old, change.new
    if was.pointer != now.pointer:  # one of them is a branch of what the other is as a whole
        was, now = _out_of_branches(was), _out_of_branches(now)
    before = _excerpt(was, old) if old else None
    gone = change.keyword == DOCUMENT and isinstance(finding, Finding) and finding.new is None
    gone = gone or _is_gone(was, now, change.name)
    after = None if gone else _excerpt(now, new)
    return replace(judged, role=role, old=before, new=after)


def _role(file: str, documents: DocumentSet) -> RoleName | None:
    document = documents.documents.get(file)
    role = modelpact_facts(document.schema).get("role") if document else None
    return cast("RoleName", role) if role in _ROLES else None


def _is_gone(was: Location, now: Location, name: str) -> bool:
    """Whether the old place is a property's, and the new one is what it was a property of."""
    tokens = was.pointer.tokens
    return bool(name) and tokens[-2:] == ("properties", name) and now.pointer.tokens == tokens[:-2]


def _out_of_branches(location: Location) -> Location:
    """The schema that a branch of a combination belongs to."""
    tokens = location.pointer.tokens
    while len(tokens) > 1 and tokens[-2] in _BRANCHES:
        tokens = tokens[:-2]
    return Location(location.file, Pointer(tokens))


def _excerpt(location: Location, documents: DocumentSet) -> Excerpt | None:
    """The schema at a place, or the one that holds the keyword there."""
    document = documents.documents.get(location.file)
    if document is None:
        return None
    pointer = location.pointer
    while True:
        try:
            value = pointer.of(document.schema)
        except (LookupError, ValueError):
            return None
        if isinstance(value, Mapping | bool) or not pointer.tokens:
            return Excerpt(Location(location.file, pointer), value)
        pointer = pointer.parent
