"""Which version a change asks for.

What breaks asks for a major version. Anything else that changes what is valid, or a fact that SDKs
are generated from, asks for a minor one; words alone for a patch. What is only spelled otherwise
asks for nothing: the engine proves that the sets are equal.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, Literal, TypeAlias

from modelpact.compat.changes import DOCUMENT, Change
from modelpact.compat.engine import Engine
from modelpact.compat.policy import Policy
from modelpact.compat.subjects import Subject
from modelpact.compat.walk import changes_of_sets
from modelpact.documents.sets import KEYWORD, DocumentSet
from modelpact.gate.report import Judged
from modelpact.releases.versions import Bump

__all__ = ["Weightiest", "bump_of", "weightiest_change"]

Weightiest: TypeAlias = Literal["set", "words", "spelling", "nothing"]
"""What the weightiest change is about: what is valid or generated; what is written for people; how
the same set is spelled; nothing."""

_WORDS: Final = frozenset(
    {"title", "description", "examples", "$comment", "deprecated", "readOnly", "writeOnly"}
)
_WORDY_FACTS: Final = frozenset({"deprecated", "renamedFrom", "sunset", "since"})
_GENERATED: Final = frozenset({"default", KEYWORD, DOCUMENT})
"""No validator looks at them, and SDKs are made from them."""


def bump_of(findings: Iterable[Judged], weightiest: Weightiest) -> Bump:
    """The part of the version that a change asks for.

    Args:
        findings: What was found against the latest release.
        weightiest: What the weightiest change since then is about.

    """
    if any(_breaks(judged) for judged in findings):
        return "major"
    bumps: Mapping[Weightiest, Bump] = {"set": "minor", "words": "patch"}
    return bumps.get(weightiest, "none")


def _breaks(judged: Judged) -> bool:
    return judged.finding.category in {"data", "sdk"} and judged.fails


def weightiest_change(old: DocumentSet, new: DocumentSet, engine: Engine) -> Weightiest:
    """What the weightiest change between two versions is about."""
    changes = changes_of_sets(old, new)
    if not changes:
        return "nothing"
    if any(change.keyword in _GENERATED and not _is_wordy(change) for change in changes):
        return "set"
    suspects = [c for c in changes if c.keyword not in _GENERATED and not _is_wordy(c)]
    unequal = _unequal({c.new.file for c in suspects}, old, new, engine)
    if any(change.new.file in unequal for change in suspects):
        return "set"
    return "words" if any(_is_wordy(change) for change in changes) else "spelling"


def _is_wordy(change: Change) -> bool:
    if change.keyword == KEYWORD:
        before, after = (_facts(value) for value in (change.before, change.after))
        differing = {k for k in {*before, *after} if before.get(k) != after.get(k)}
        return differing <= _WORDY_FACTS
    return change.keyword in _WORDS


def _facts(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _unequal(files: set[str], old: DocumentSet, new: DocumentSet, engine: Engine) -> set[str]:
    """The documents that are not proved to accept the same values in both versions."""
    return {file for file in sorted(files) if not _are_equal(file, old, new, engine)}


def _are_equal(file: str, old: DocumentSet, new: DocumentSet, engine: Engine) -> bool:
    sides = [_subject(documents, file) for documents in (old, new)]
    before, after = sides
    if before is None or after is None:
        return False
    policy = Policy("assert")
    return all(
        engine.search(outer, inner, policy=policy).answer == "yes"
        for outer, inner in ((before, after), (after, before))
    )


def _subject(documents: DocumentSet, file: str) -> Subject | None:
    schemas = {name: document.schema for name, document in documents.documents.items()}
    return Subject(schemas[file], file, schemas) if file in schemas else None
