"""From a located break to a finding: the fact, the rule that recognises it, the words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from modelpact.compat.anchors import anchor_of
from modelpact.compat.changes import (
    ABSENT,
    DOCUMENT,
    Absent,
    Change,
    Direction,
    Presence,
    path_text,
)
from modelpact.compat.report import Finding
from modelpact.compat.rules import Case, judge, rule_named
from modelpact.compat.subjects import Place, Side, Token
from modelpact.compat.witness.enumerate import Found
from modelpact.compat.witness.locate import FALSE_SCHEMA, REFERENCE, Violation
from modelpact.documents.pointers import ROOT
from modelpact.documents.values import Json
from modelpact.graph.nodes import Location

__all__ = ["document_finding", "finding_of", "undecided"]

UNDECIDED: Final = "undecided"


def finding_of(
    found: Found, direction: Direction, reader: Side, document: str, embedders: tuple[str, ...]
) -> Finding:
    """The finding that a break is.

    Args:
        found: The break.
        direction: ``backward`` where the reader is the new side.
        reader: The reader's side, as published.
        document: The document whose payload the witness is.
        embedders: Who holds the place.

    """
    change = _change(found, direction, reader)
    case = Case(change, direction, found.refused)
    identifier, message = judge(case)
    rule = rule_named(identifier)
    reads, writes = found.violation.location, _writes(found)
    old, new = (writes, reads) if direction == "backward" else (reads, writes)
    return Finding(
        rule=identifier,
        category="data",
        verdict="breaking",
        direction=direction,
        message=message,
        advice=rule.advice_for(direction) if rule else "",
        change=change,
        old=old,
        new=new,
        document=document,
        witness=found.witness,
        refused=_refused(found),
        embedders=embedders,
        anchor=anchor_of(reader, reads),
        others=tuple(dict.fromkeys(map(_subject, found.others))),
    )


def _subject(refusal: Violation) -> str:
    """What a refusal is about: ``address.zip``; empty for the whole value."""
    name = refusal.names[:1] if refusal.keyword == "required" else ()
    return path_text((*refusal.path, *name))


def _refused(found: Found) -> tuple[Token, ...]:
    """The refused part: of an object with a member that may not be there, that member."""
    path, names = found.violation.path, found.violation.names
    if names and isinstance(found.refused, Mapping) and names[0] in found.refused:
        return (*path, names[0])
    return path


def _writes(found: Found) -> Location:
    place = found.writer.place
    if found.writer.exact and place.has(found.violation.keyword):
        return Location(place.location.file, place.location.pointer / found.violation.keyword)
    return place.location


def _change(found: Found, direction: Direction, reader: Side) -> Change:
    violation = found.violation
    keyword, name, written, read = _difference(found, reader)
    if keyword == "required" and direction == "forward" and _is_gone(found, name):
        written = ABSENT
    before, after = (written, read) if direction == "backward" else (read, written)
    ours, theirs = violation.schema_location, found.writer.place.location
    old, new = (theirs, ours) if direction == "backward" else (ours, theirs)
    return Change(keyword, path_text(violation.path), name, before, after, old, new)


def _difference(found: Found, reader: Side) -> tuple[str, str, Presence, Presence]:
    """The keyword, the property concerned, and what writer and reader say."""
    violation, place = found.violation, found.writer.place
    keyword = violation.keyword
    name = violation.names[0] if violation.names else ""
    if keyword == "required":
        listed = place.get("required")
        return keyword, name, name in listed if isinstance(listed, list) else False, True
    if keyword in {"additionalProperties", "unevaluatedProperties"} and name:
        declared = _declared(found, name)
        if declared is not ABSENT:
            return "properties", name, declared, ABSENT
    if keyword in {FALSE_SCHEMA, REFERENCE}:
        return keyword, "", place.schema, _at(reader, violation.schema_location)
    written = place.get(keyword) if place.has(keyword) and found.writer.exact else ABSENT
    return keyword, name, written, _at(reader, violation.location)


def _is_gone(found: Found, name: str) -> bool:
    """Whether the writer knows no property of a name any more."""
    return found.writer.exact and _declared(found, name) is ABSENT


def _declared(found: Found, name: str) -> Presence:
    for place in found.writer.places:
        properties = place.get("properties")
        if isinstance(properties, Mapping) and name in properties:
            schema: Json = properties[name]
            return schema
    return ABSENT


def _at(reader: Side, location: Location) -> Presence:
    try:
        return reader.value_at(location)
    except LookupError:
        return ABSENT


def document_finding(
    place: Place, direction: Direction, witness: Presence, left: Presence
) -> Finding:
    """The finding that one version lacks a document that the other writes.

    Args:
        place: The document.
        direction: ``backward`` where the new version lacks it.
        witness: A payload.
        left: What is left of the document, where it is not there to be read.

    """
    file = place.location.file
    gone = Location(file, ROOT)
    change = Change(DOCUMENT, "", file, place.schema, left, gone, gone)
    identifier, message = judge(Case(change, direction, witness))
    rule = rule_named(identifier)
    return Finding(
        rule=identifier,
        category="data",
        verdict="breaking",
        direction=direction,
        message=message,
        advice=rule.advice_for(direction) if rule else "",
        change=change,
        old=gone,
        new=None if isinstance(left, Absent) else gone,
        document=file,
        witness=witness,
    )


def undecided(document: str, direction: Direction, reason: str) -> Finding:
    """The finding that a question has no answer."""
    versions = ("new", "old") if direction == "backward" else ("old", "new")
    what = f" of {document}" if document else ""
    return Finding(
        rule=UNDECIDED,
        category="data",
        verdict="unknown",
        direction=direction,
        message=(
            f"It could not be decided whether the {versions[0]} version accepts every payload"
            f"{what} that the {versions[1]} one does ({reason})"
        ),
        advice="Simplify what the reason names, or decide by hand and say so in a waiver.",
        change=None,
        old=None,
        new=None,
        document=document,
        witness=ABSENT,
    )
