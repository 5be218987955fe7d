"""What a comparison says: findings, the questions asked, the policy that applied."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Literal, TypeAlias

from modelpact.compat.anchors import mark_of
from modelpact.compat.changes import ABSENT, Absent, Change, Direction, Presence
from modelpact.compat.policy import ContentPolicy, FormatPolicy
from modelpact.compat.rules.model import Category
from modelpact.compat.subjects import Token
from modelpact.documents.canonical import digest
from modelpact.documents.pointers import Pointer
from modelpact.graph.nodes import Location

__all__ = ["Asked", "Finding", "Mode", "Report", "Settings", "Snippet", "Verdict"]

Verdict: TypeAlias = Literal["compatible", "breaking", "unknown"]
Mode: TypeAlias = Literal["backward", "forward", "full"]


@dataclass(frozen=True, slots=True)
class Settings:
    """The policy that applied.

    Attributes:
        mode: Which questions were asked of every document; ``None`` where roles chose them.
        content: ``tolerant``: writers send declared properties only. ``strict``: to the letter.
        formats: Whether ``format`` restricts values.

    """

    mode: Mode | None = None
    content: ContentPolicy = "tolerant"
    formats: FormatPolicy = "assert"


@dataclass(frozen=True, slots=True)
class Snippet:
    """Code of a consumer that compiles against the old version's SDK and not against the new one's.

    Attributes:
        language: The target whose SDK it uses: ``typescript``, ``python``.
        code: The code, a whole module.

    """

    language: str
    code: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One change that breaks, or that could not be decided.

    Attributes:
        rule: The id of the rule that explains it; ``unclassified`` and ``undecided`` are none.
        category: Whether data or code that uses an SDK breaks, or a removal was announced.
        verdict: ``breaking`` or ``unknown``; ``compatible`` of what is only told.
        direction: ``backward`` where the new version refuses what the old one wrote.
        message: One sentence.
        advice: How to make the change safely; empty where there is nothing to say.
        change: The fact; ``None`` where nothing could be located.
        old: The keyword, or the schema around it, in the old version.
        new: The same in the new version.
        document: The document whose payload the witness is.
        witness: The payload that is written and refused.
        refused: The path of its refused part.
        embedders: Documents and definitions that hold the place, and so break with it.
        evidence: In the category ``sdk``, the code that breaks.
        anchor: The place that the fingerprint is made of; see :mod:`.anchors`. By default that of
            the reader's keyword.
        others: What else of the witness is refused, as paths for people.

    """

    rule: str
    category: Category
    verdict: Verdict
    direction: Direction
    message: str
    advice: str
    change: Change | None
    old: Location | None
    new: Location | None
    document: str
    witness: Presence
    refused: tuple[Token, ...] = ()
    embedders: tuple[str, ...] = ()
    evidence: Snippet | None = None
    anchor: str = ""
    others: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """Where in a value, for people: ``address.zip``; empty for the whole."""
        return self.change.subject if self.change else ""

    @property
    def place(self) -> Location | None:
        """The keyword at fault: in the new version, where it has one."""
        return self.new or self.old

    @property
    def fingerprint(self) -> str:
        """What tells this finding from others, from run to run: 16 hexadecimal digits.

        Words, samples, and positions in lists of findings or in unions do not count; rule,
        direction, place and, of one value out of several, the value do.
        """
        place = self.new if self.direction == "backward" else self.old
        name = self.change.name if self.change else ""
        parts = (self.rule, self.direction, self.anchor or str(place), name, self._refused_mark())
        return blake2b("\0".join(parts).encode(), digest_size=8).hexdigest()

    def _refused_mark(self) -> str:
        """Which value is refused, where the finding is about one of several; else nothing."""
        if self.rule not in {"enum", "const", "union-member", "type"}:
            return ""
        if isinstance(self.witness, Absent):
            return ""
        try:
            value = Pointer(self.refused).of(self.witness)
        except LookupError:
            return ""
        written = self._written()
        if isinstance(written, list) and self.rule == "enum":
            return digest([value])
        return mark_of(value)

    def _written(self) -> Presence:
        if self.change is None:
            return ABSENT
        return self.change.before if self.direction == "backward" else self.change.after

    def to_json(self) -> dict[str, Any]:
        """The finding as a JSON object; absent parts are left out."""
        shown: dict[str, Any] = {
            "fingerprint": self.fingerprint,
            "rule": self.rule,
            "category": self.category,
            "verdict": self.verdict,
            "direction": self.direction,
            "document": self.document,
            "path": self.path,
            "message": self.message,
        }
        if self.advice:
            shown["advice"] = self.advice
        for side, location in (("old", self.old), ("new", self.new)):
            if location is not None:
                shown[side] = {"file": location.file, "pointer": str(location.pointer)}
        if self.change is not None:
            shown["change"] = _change_json(self.change)
        if not isinstance(self.witness, Absent):
            shown["witness"] = {"value": self.witness, "refused": str(Pointer(self.refused))}
        if self.embedders:
            shown["embedders"] = list(self.embedders)
        if self.evidence is not None:
            shown["evidence"] = {"language": self.evidence.language, "code": self.evidence.code}
        return shown


def _change_json(change: Change) -> dict[str, Any]:
    shown: dict[str, Any] = {"keyword": change.keyword}
    if change.name:
        shown["name"] = change.name
    if not isinstance(change.before, Absent):
        shown["before"] = change.before
    if not isinstance(change.after, Absent):
        shown["after"] = change.after
    return shown


@dataclass(frozen=True, slots=True)
class Asked:
    """One question and what came of it.

    Attributes:
        document: The document that the payloads are of.
        direction: Which way.
        verdict: What came of it.
        complete: Whether the breaks found are proved to be all.
        reason: Why not, or why it is unknown.

    """

    document: str
    direction: Direction
    verdict: Verdict
    complete: bool = True
    reason: str = ""

    def to_json(self) -> dict[str, Any]:
        """The question as a JSON object."""
        shown: dict[str, Any] = {
            "document": self.document,
            "direction": self.direction,
            "verdict": self.verdict,
            "complete": self.complete,
        }
        return {**shown, "reason": self.reason} if self.reason else shown


@dataclass(frozen=True, slots=True)
class Report:
    """What differs between two versions, and whether it matters.

    Attributes:
        old: What the old version is called.
        new: What the new version is called.
        verdict: ``breaking`` if anything breaks, else ``unknown`` if anything is, else
            ``compatible``.
        findings: In the order of the documents and of the places in them.
        asked: Every question that was asked.
        settings: The policy that applied.

    """

    old: str
    new: str
    verdict: Verdict
    findings: tuple[Finding, ...]
    asked: tuple[Asked, ...]
    settings: Settings

    @property
    def complete(self) -> bool:
        """Whether the findings are proved to be all there are."""
        return all(question.complete for question in self.asked)

    def to_json(self) -> dict[str, Any]:
        """The report as a JSON object."""
        return {
            "old": self.old,
            "new": self.new,
            "verdict": self.verdict,
            "complete": self.complete,
            "policy": {
                "mode": self.settings.mode or "by role",
                "content": self.settings.content,
                "formats": self.settings.formats,
            },
            "findings": [finding.to_json() for finding in self.findings],
            "questions": [question.to_json() for question in self.asked],
        }
