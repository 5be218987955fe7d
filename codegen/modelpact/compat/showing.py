"""What breaks, shown: a payload for every break, and the finding that it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass

from modelpact.compat.changes import ABSENT
from modelpact.compat.compared import ComparedVersion
from modelpact.compat.containment import Containment
from modelpact.compat.findings import document_finding, finding_of, undecided
from modelpact.compat.questions import Question
from modelpact.compat.report import Asked, Finding, Settings, Verdict
from modelpact.compat.subjects import Side, Subject
from modelpact.compat.witness.breaks import Break
from modelpact.compat.witness.confirm import Validators
from modelpact.compat.witness.enumerate import Enumeration, Writer, enumerate_breaks
from modelpact.compat.witness.polish import polish
from modelpact.documents.values import Json

__all__ = ["Showing"]


@dataclass(frozen=True, slots=True)
class Showing:
    """What can be shown of questions whose answer is not yes.

    Attributes:
        writes: The version whose payloads are asked about.
        reads: The version that ought to accept them.
        settings: The policy.
        validators: Those that confirm what is shown.

    """

    writes: ComparedVersion
    reads: ComparedVersion
    settings: Settings
    validators: Validators

    def breaks(
        self,
        question: Question,
        answer: Containment,
        loosened: Mapping[str, Json],
        prove: Callable[[Subject, Subject], Containment],
    ) -> tuple[Enumeration, dict[str, Json]]:
        """Every break of a document, each with its payload.

        Args:
            question: What was asked; it has a reader.
            answer: What came of it; not yes.
            loosened: The reader's documents that were loosened by what has been found.
            prove: Asks again.

        Returns:
            The breaks, and the reader's documents as this has loosened them.

        """
        assert question.reader is not None  # noqa: S101 - said above
        writer = self.writes.subject(question.writer)
        # What follows costs by the document: only those that can matter take part.
        original = self.reads.narrowed(question.reader)
        start = _replaced(original, loosened)
        narrow = self._writer(question.writer)

        def ask(reader: Subject, other: Subject) -> Containment:
            if reader is start:
                return answer
            return prove(reader, writer if other is narrow.side.subject else other)

        enumeration = enumerate_breaks(
            start,
            narrow,
            ask,
            validators=self.validators,
            original=original,
            formats=self.settings.formats,
        )
        if not enumeration.found:
            return enumeration, {}
        before, after = original.documents(), enumeration.relaxed.documents()
        return enumeration, {name: s for name, s in after.items() if s is not before[name]}

    def told(self, question: Question, enumeration: Enumeration) -> tuple[Asked, list[Finding]]:
        """The breaks of a document as findings, and what came of the question."""
        findings = [
            finding_of(
                found,
                question.direction,
                self.reads.side,
                question.writer,
                self.reads.embedding.embedders_of(found.violation.location),
            )
            for found in enumeration.found
        ]
        verdict: Verdict = "breaking" if findings else "compatible"
        if not findings and not enumeration.complete:
            verdict = "unknown"
            findings = [undecided(question.writer, question.direction, enumeration.reason)]
        asked = Asked(
            question.writer, question.direction, verdict, enumeration.complete, enumeration.reason
        )
        return asked, findings

    def unread(self, question: Question, answer: Containment) -> tuple[Asked, list[Finding]]:
        """A document without a reader: everything that it writes is refused.

        Args:
            question: What was asked; it has no reader.
            answer: Whether nothing at all is written; not yes.

        """
        file, direction = question.writer, question.direction
        nothing = Subject(False, file, {file: False})
        writer = self._writer(file)
        confirmed = answer.has_witness and self.validators.confirm(
            nothing, self.writes.narrowed(file), answer.witness, self.settings.formats
        )
        if not confirmed:
            reason = answer.reason or "validator"
            unknown = Asked(file, direction, "unknown", False, reason)
            return unknown, [undecided(file, direction, reason)]
        small = answer.witness
        with suppress(ValueError):  # jsonschema-rs refuses what the writer's schema was made into
            broken = Break(Side(nothing), writer.subjects, self.validators, self.settings.formats)
            small = polish(small, broken, writer.side) if broken.holds(small) else small
        place = self.writes.side.document(file)
        left = self.reads.schemas.get(file, ABSENT)
        asked = Asked(file, direction, "breaking")
        return asked, [document_finding(place, direction, small, left)]

    def _writer(self, file: str) -> Writer:
        """Who writes payloads of a document."""
        side = Side(self.writes.narrowed(file))
        return Writer(side, self.settings.content, self.writes.written)


def _replaced(subject: Subject, by: Mapping[str, Json]) -> Subject:
    """A subject with some of its documents exchanged; itself where it has none of them."""
    resources = subject.resources or {}
    if by.keys().isdisjoint(resources):
        return subject
    documents = {name: by.get(name, schema) for name, schema in resources.items()}
    return Subject(documents[subject.uri], subject.uri, documents)
