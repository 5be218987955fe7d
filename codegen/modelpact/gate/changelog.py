"""What changed between two versions, in plain words, whether it breaks anybody or not.

Changes are listed where they are: one in a shared document is said once, there, and not again for
each that embeds it. Documents and properties that say what they were called are renamed; others are
removed and added.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal, TypeAlias

from modelpact.compat.changes import ABSENT, DOCUMENT, Change
from modelpact.compat.report import Finding
from modelpact.compat.walk import changes_of_sets
from modelpact.documents.pointers import ROOT
from modelpact.documents.sets import KEYWORD, Document, DocumentSet, modelpact_facts
from modelpact.gate.attribution import Attribution
from modelpact.gate.report import Found
from modelpact.gate.saying import name_of, path_in, sentence
from modelpact.gate.saying_facts import is_about, is_only_membership
from modelpact.graph.nodes import Location

__all__ = ["Entry", "Kind", "changelog"]

Kind: TypeAlias = Literal["added", "changed", "removed"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a changelog.

    Attributes:
        kind: Whether something is new, other than it was, or gone.
        document: The document, by file: the new version's, where it has it.
        name: What people call it: ``Order``, and ``Order.Line`` for a definition inside it.
        path: Where in a value of it, for people: ``lines[].price``; may be empty.
        text: One sentence, begun with a capital or a backquote, without a full stop.
        breaking: Whether a finding that breaks is about this very change; see
            :mod:`.attribution`.

    """

    kind: Kind
    document: str
    name: str
    path: str
    text: str
    breaking: bool = False

    def to_json(self) -> dict[str, Any]:
        """The entry as a JSON object."""
        return {
            "kind": self.kind,
            "document": self.document,
            "name": self.name,
            "path": self.path,
            "text": self.text,
            "breaking": self.breaking,
        }


def changelog(
    old: DocumentSet, new: DocumentSet, findings: Iterable[Found] = ()
) -> tuple[Entry, ...]:
    """Everything that changed, in the order of the old documents, then of the new ones.

    Args:
        old: The earlier version.
        new: The later one.
        findings: What a comparison of the two has found: what breaks is marked. A break that is
            about none of the changes is an entry of its own.

    """
    renamed = dict(_renamed(old, new))
    changes = list(_told(changes_of_sets(_renaming(old, renamed), new), set(renamed.values())))
    breaking, lone = _attributed(findings, changes, renamed)
    entries = [_entry(change, new, breaking=change in breaking) for change in changes]
    renames = [
        _rename(was, file, old, new, breaking=file in breaking) for was, file in renamed.items()
    ]
    return (*renames, *entries, *(_of_finding(finding, new) for finding in lone))


def _attributed(
    findings: Iterable[Found], changes: Sequence[Change], renamed: Mapping[str, str]
) -> tuple[_Marked, list[Finding]]:
    """What breaks, and the findings that are about none of the changes, each once."""
    marked, attribution = _Marked(), Attribution(changes, renamed)
    lone: dict[str, Finding] = {}
    for finding in findings:
        if not isinstance(finding, Finding) or finding.verdict != "breaking":
            continue
        if _is_whole(finding) and finding.document in renamed:
            marked.files.add(renamed[finding.document])
        elif found := attribution.changes_of(finding):
            marked.changes.update(map(id, found))
        else:
            lone.setdefault(finding.message, finding)
    return marked, list(lone.values())


def _is_whole(finding: Finding) -> bool:
    """Whether a document is what is gone, at least under its name."""
    if finding.rule in {"sdk-type-removed", "sdk-type-renamed"}:
        return finding.old is not None and not finding.old.pointer.tokens
    return finding.change is not None and finding.change.keyword == DOCUMENT


@dataclass(slots=True)
class _Marked:
    """Changes, by identity, and files of renamed documents."""

    changes: set[int] = field(default_factory=set)
    files: set[str] = field(default_factory=set)

    def __contains__(self, one: Change | str) -> bool:
        return one in self.files if isinstance(one, str) else id(one) in self.changes


def _of_finding(finding: Finding, new: DocumentSet) -> Entry:
    """The entry of a break that no change is told of."""
    place = finding.place or Location(finding.document, ROOT)
    file = place.file if place.file in new.documents else finding.document
    return Entry("changed", file, name_of(place), finding.path, finding.message, breaking=True)


def _entry(change: Change, new: DocumentSet, *, breaking: bool) -> Entry:
    here = change.new if change.new.file in new.documents else change.old
    return Entry(
        kind=_kind(change),
        document=here.file,
        name=name_of(here),
        path=path_in(here.pointer, change.name if change.keyword in _NAMED else ""),
        text=sentence(change, here),
        breaking=breaking,
    )


def _kind(change: Change) -> Kind:
    if change.keyword not in _PARTS or ABSENT not in (change.before, change.after):
        return "changed"
    return "added" if change.before is ABSENT else "removed"


_NAMED: Final = frozenset({"properties", "required"})
_PARTS: Final = frozenset({DOCUMENT, "properties", "$defs", "definitions"})
"""What people think of as things that are there or not; all else is a change of one."""


def _told(changes: Iterable[Change], renamed: set[str]) -> Iterator[Change]:
    """The changes, without those that another one says already.

    That a property is required is no news where the property itself is new, or gone; what a
    document was called is said of it where it was renamed. Members of an enumeration that come and
    go are told by their values, deprecations with their messages.
    """
    listed = list(changes)
    whole = {
        (change.new, change.name)
        for change in listed
        if change.keyword == "properties" and ABSENT in (change.before, change.after)
    }
    valued = {change.new for change in listed if change.keyword == "enum"}
    explained = {c.new for c in listed if c.keyword == KEYWORD and is_about(c, "deprecated")}
    for change in listed:
        if change.keyword == KEYWORD and change.new in valued and is_only_membership(change):
            continue
        if change.keyword == "deprecated" and change.new in explained:
            continue
        if change.keyword == "required" and (change.new, change.name) in whole:
            continue
        if change.keyword == KEYWORD and change.new.file in renamed and _is_name(change):
            continue
        yield change


def _is_name(change: Change) -> bool:
    before, after = (value if isinstance(value, dict) else {} for value in _both(change))
    differing = {fact for fact in {*before, *after} if before.get(fact) != after.get(fact)}
    return not change.new.pointer.tokens and differing == {"renamedFrom"}


def _both(change: Change) -> tuple[Any, Any]:
    return change.before, change.after


def _stem(file: str) -> str:
    return file.removesuffix(".json").removesuffix(".schema")


# --- documents that were renamed ------------------------------------------------------------------


def _renamed(old: DocumentSet, new: DocumentSet) -> Iterator[tuple[str, str]]:
    """Old and new file of documents that say what they were called."""
    for document in new:
        if document.file in old.documents:
            continue
        suffix = document.file.removeprefix(_stem(document.file).partition(".")[0])
        names = modelpact_facts(document.schema).get("renamedFrom")
        for name in names if isinstance(names, list) else ():
            was = f"{name}{suffix}"
            if was in old.documents and was not in new.documents:
                yield was, document.file
                break


def _renaming(documents: DocumentSet, renamed: dict[str, str]) -> DocumentSet:
    """Documents under the names that they have later; references still lead to them."""
    if not renamed:
        return documents
    moved = {
        renamed.get(file, file): Document(
            document.name, renamed.get(file, file), _referring(document.schema, renamed)
        )
        for file, document in documents.documents.items()
    }
    return DocumentSet(documents.name, moved)


def _referring(value: Any, renamed: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {
            key: _to(inner, renamed) if key == "$ref" else _referring(inner, renamed)
            for key, inner in value.items()
        }
    return [_referring(inner, renamed) for inner in value] if isinstance(value, list) else value


def _to(reference: Any, renamed: dict[str, str]) -> Any:
    if not isinstance(reference, str):
        return reference
    file, hash_, fragment = reference.partition("#")
    return f"{renamed.get(file, file)}{hash_}{fragment}"


def _rename(was: str, file: str, old: DocumentSet, new: DocumentSet, *, breaking: bool) -> Entry:
    before, after = old.documents[was].name, new.documents[file].name
    text = f"`{before}` is called `{after}` now"
    return Entry("changed", file, _stem(file), "", text, breaking)
