"""Two versions compared: every break, each with its proof, and one verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import Final

from modelpact.compat.changes import ABSENT, Direction
from modelpact.compat.composing import Consequences
from modelpact.compat.embedding import Embedding
from modelpact.compat.engine import Containment, Engine
from modelpact.compat.findings import document_finding, finding_of, undecided
from modelpact.compat.policy import ContentPolicy, FormatPolicy, Policy
from modelpact.compat.questions import Question, models_with_role, questions
from modelpact.compat.reach import Reach
from modelpact.compat.report import Asked, Finding, Mode, Report, Settings, Verdict
from modelpact.compat.subjects import Side, Subject
from modelpact.compat.witness.breaks import Break
from modelpact.compat.witness.confirm import Validators
from modelpact.compat.witness.enumerate import Enumeration, Writer, enumerate_breaks
from modelpact.compat.witness.polish import polish
from modelpact.compat.writing import WrittenDocuments
from modelpact.documents.sets import Document, DocumentSet
from modelpact.documents.values import Json
from modelpact.errors import ErrorGroup, ModelpactError

__all__ = ["Comparison", "compare"]


def compare(  # noqa: PLR0913 - two versions and the policy, all of it with defaults
    old: Json | DocumentSet,
    new: Json | DocumentSet,
    *,
    mode: Mode | None = None,
    content: ContentPolicy = "tolerant",
    formats: FormatPolicy = "assert",
    engine: Engine | None = None,
) -> Report:
    """Find everything that breaks between two versions.

    Args:
        old: One schema, or a set of documents.
        new: The same of the later version.
        mode: ``backward``: new readers accept what old writers write. ``forward``: old readers
            accept what new writers write. ``full``: both. ``None``: what the documents' roles ask
            for, and both of documents without a role.
        content: ``tolerant``: writers send declared properties only, readers ignore others.
            ``strict``: JSON Schema to the letter.
        formats: Whether ``format`` restricts values.
        engine: A session to ask; a new one by default.

    Raises:
        modelpact.errors.ModelpactError: A document is no schema of its dialect, or refers to what
        is
            not there.

    """
    settings = Settings(mode, content, formats)
    return Comparison(_as_set(old, "old"), _as_set(new, "new"), settings, engine).report()


def _as_set(given: Json | DocumentSet, name: str) -> DocumentSet:
    if isinstance(given, DocumentSet):
        return given
    return DocumentSet(name, {_ALONE: Document(name, _ALONE, given)})


_ALONE: Final = ""
"""The file name of a document that has no need of one."""


class Comparison:
    """Two versions and what is known about them.

    A reader is loosened by what was found in it, so that what many documents share is found once;
    see :mod:`.witness.enumerate`.
    """

    def __init__(
        self, old: DocumentSet, new: DocumentSet, settings: Settings, engine: Engine | None = None
    ) -> None:
        self._old = _Version(old)
        self._new = _Version(new, self._old)
        self._settings = settings
        self._engine = engine or Engine()
        self._validators = Validators()
        self._loosened: dict[Direction, dict[str, Json]] = {"backward": {}, "forward": {}}

    def report(self) -> Report:
        """Ask every question."""
        questions_in_order = self._questions()
        findings: list[Finding] = []
        answers: dict[Question, Asked] = {}
        for question in sorted(questions_in_order, key=self._rank):
            try:
                answers[question], found = self._answer(question)
            except ModelpactError as error:
                raise self._blamed(error, question) from error
            findings.extend(found)
        asked = tuple(answers[question] for question in questions_in_order)
        return Report(
            old=self._old.documents.name,
            new=self._new.documents.name,
            verdict=_worst(tuple(answer.verdict for answer in asked)),
            findings=tuple(sorted(findings, key=self._place)),
            asked=asked,
            settings=self._settings,
        )

    def _questions(self) -> tuple[Question, ...]:
        embedded: set[str] = set()
        if self._settings.mode is None:
            for version in (self._old, self._new):
                with_role = models_with_role(version.documents)
                embedded |= version.embedding.documents_from(with_role)
        return questions(
            self._old.documents, self._new.documents, self._settings.mode, frozenset(embedded)
        )

    def _rank(self, question: Question) -> int:
        """Those who are embedded are asked first: a break is found where it is."""
        if question.reader is None or self._is_untouched(question):
            return -1
        reads = self._new if question.direction == "backward" else self._old
        return reads.reach.ranks[question.reader]

    def _answer(self, question: Question) -> tuple[Asked, list[Finding]]:
        backward = question.direction == "backward"
        writes, reads = (self._old, self._new) if backward else (self._new, self._old)
        if question.reader is None:
            return self._missing(question, writes, reads)
        if self._is_untouched(question):
            return Asked(question.writer, question.direction, "compatible"), []
        if self._follows(question, writes, reads):
            return Asked(question.writer, question.direction, "compatible"), []
        enumeration = self._enumerate(question, writes, reads)
        if question.writer == question.reader:
            holds = enumeration.complete
            self._consequences.note(question.direction, question.writer, holds=holds)
        findings = [
            finding_of(
                found,
                question.direction,
                reads.side,
                question.writer,
                reads.embedding.embedders_of(found.violation.location),
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

    def _is_untouched(self, question: Question) -> bool:
        """Whether writer and reader are the same text, and so is all that they lead to."""
        return question.writer == question.reader and question.writer not in self._touched

    @cached_property
    def _touched(self) -> frozenset[str]:
        """The documents that differ, and those that lead to them in either version."""
        if not self._differing:
            return frozenset()
        touched = (v.reach.documents_leading_to(self._differing) for v in (self._old, self._new))
        return frozenset().union(*touched)

    @cached_property
    def _differing(self) -> frozenset[str]:
        """The documents that are not the same text in both versions."""
        files = dict.fromkeys((*self._old.documents.documents, *self._new.documents.documents))
        return frozenset(file for file in files if self._differs(file))

    @cached_property
    def _consequences(self) -> Consequences:
        old, new = self._old, self._new
        return Consequences(
            old.reach,
            new.reach,
            (old.schemas, new.schemas),
            self._touched,
            self._differing,
            self._engine.may_share_members,
        )

    def _follows(self, question: Question, writes: _Version, reads: _Version) -> bool:
        """Whether the answer follows from others: the document is the sum of its parts."""
        if question.writer != question.reader:
            return False
        direction, file = question.direction, question.writer
        loosened = self._loosened[direction]

        def prove(file: str) -> bool:
            answer = self._prove(reads.subject(file, loosened), writes.subject(file))
            return answer.answer == "yes"

        if file not in self._differing:
            return self._consequences.follows(direction, file, prove)
        reader = reads.subject(file, loosened).schema
        rest = self._consequences.rest(direction, file, writes.schemas[file], reader, prove)
        if rest is None:
            return False
        written, read = (Subject(schema, file, {file: schema}) for schema in rest)
        holds = self._prove(read, written).answer == "yes"
        if holds:
            self._consequences.note(direction, file, holds=True)
        return holds

    def _differs(self, file: str) -> bool:
        old, new = (v.documents.documents.get(file) for v in (self._old, self._new))
        if old is None or new is None:
            return True
        if old.schema is new.schema:
            return False
        text = self._old.reach.text(file)
        return text is None or text != self._new.reach.text(file)

    def _enumerate(self, question: Question, writes: _Version, reads: _Version) -> Enumeration:
        assert question.reader is not None  # noqa: S101 - the caller has looked
        writer = writes.subject(question.writer)
        loosened = self._loosened[question.direction]
        reader = reads.subject(question.reader, loosened)
        answer = self._prove(reader, writer)
        if answer.answer == "yes":
            return Enumeration((), True, "", reader)
        # What follows costs by the document: only those that can matter take part.
        original = reads.narrowed(question.reader)
        start = _replaced(original, loosened)
        enumeration = enumerate_breaks(
            start,
            writes.writer(question.writer, self._settings.content),
            lambda current, _: answer if current is start else self._prove(current, writer),
            validators=self._validators,
            original=original,
            formats=self._settings.formats,
        )
        if enumeration.found:
            relaxed = enumeration.relaxed.documents()
            before = original.documents()
            changed = {name: s for name, s in relaxed.items() if s is not before[name]}
            self._loosened[question.direction] = {**loosened, **changed}
        return enumeration

    def _prove(self, reader: Subject, writer: Subject) -> Containment:
        return self._engine.search(
            reader,
            writer,
            policy=Policy(self._settings.formats),
            content=self._settings.content,
        )

    def _blamed(self, error: ModelpactError, question: Question) -> ModelpactError:
        """The error with the name of the version that it is about, where that can be told."""
        files = (question.writer, question.reader)
        old, new = files if question.direction == "backward" else files[::-1]
        for version, file in ((self._old, old), (self._new, new)):
            if file is None:
                continue
            try:
                self._engine.search(Subject(True), version.subject(file))
            except ModelpactError:
                name = version.documents.origin or version.documents.name
                faults = (replace(f, where=f"{name}: {f.where}") for f in error.faults)
                return ErrorGroup(faults)
        return error

    def _missing(
        self, question: Question, writes: _Version, reads: _Version
    ) -> tuple[Asked, list[Finding]]:
        """A document without a reader: everything that it writes is refused."""
        subject = writes.subject(question.writer)
        nothing = Subject(False, subject.uri, {subject.uri: False})
        writer = writes.writer(question.writer, self._settings.content)
        answer = self._prove(nothing, subject)
        asked = Asked(question.writer, question.direction, "breaking")
        if answer.answer == "yes":
            return Asked(question.writer, question.direction, "compatible"), []
        place = writes.side.document(question.writer)
        witness = answer.witness if answer.has_witness else None
        confirmed = answer.has_witness and self._validators.confirm(
            nothing, writes.narrowed(question.writer), witness, self._settings.formats
        )
        if not confirmed:
            reason = answer.reason or "validator"
            unknown = Asked(question.writer, question.direction, "unknown", False, reason)
            return unknown, [undecided(question.writer, question.direction, reason)]
        broken = Break(Side(nothing), writer.subjects, self._validators, self._settings.formats)
        small = polish(witness, broken, writer.side) if broken.holds(witness) else witness
        left = reads.schemas.get(question.writer, ABSENT)
        return asked, [document_finding(place, question.direction, small, left)]

    @cached_property
    def _ranks(self) -> dict[str, int]:
        files = dict.fromkeys((*self._old.documents.documents, *self._new.documents.documents))
        return {file: rank for rank, file in enumerate(files)}

    def _place(self, finding: Finding) -> tuple[object, ...]:
        """Where a finding stands in the order of documents and places."""
        location = finding.new if finding.direction == "backward" else finding.old
        location = location or finding.old or finding.new
        file = location.file if location else finding.document
        pointer = str(location.pointer) if location else ""
        rank = self._ranks.get(file, len(self._ranks))
        return (rank, pointer, finding.direction, finding.message)


class _Version:
    """One version, with what is computed about it once."""

    def __init__(self, documents: DocumentSet, like: _Version | None = None) -> None:
        self.documents = documents
        self._like = like
        self._narrowed: dict[str, Subject] = {}
        self._loosened: tuple[Mapping[str, Json], dict[str, Json]] | None = None

    @cached_property
    def schemas(self) -> Mapping[str, Json]:
        """The schemas by file."""
        return {file: document.schema for file, document in self.documents.documents.items()}

    @cached_property
    def side(self) -> Side:
        """All documents together."""
        return Side(self.subject(next(iter(self.schemas))))

    @cached_property
    def reach(self) -> Reach:
        """Which documents can matter to which."""
        return Reach(self.side, self._like.reach if self._like else None)

    @cached_property
    def embedding(self) -> Embedding:
        """Who refers to whom."""
        return Embedding(self.side, self.reach, self._like.embedding if self._like else None)

    @cached_property
    def written(self) -> WrittenDocuments:
        """All documents as they are written under the tolerant policy."""
        return WrittenDocuments(self.side.subject)

    def writer(self, file: str, content: ContentPolicy) -> Writer:
        """Who writes payloads of a document."""
        return Writer(Side(self.narrowed(file)), content, self.written)

    def subject(self, file: str, loosened: Mapping[str, Json] | None = None) -> Subject:
        """A document among all others; some of them in another form, where that can matter."""
        whole = Subject(self.schemas[file], file, self.schemas)
        if not loosened or loosened.keys().isdisjoint(self.reach.documents_from(file)):
            return whole
        if self._loosened is None or self._loosened[0] is not loosened:
            self._loosened = (loosened, {**self.schemas, **loosened})
        resources = self._loosened[1]
        return Subject(resources[file], file, resources)

    def narrowed(self, file: str) -> Subject:
        """A document among those only that its meaning may depend on."""
        found = self._narrowed.get(file)
        if found is None:
            names = self.reach.documents_from(file)
            found = Subject(self.schemas[file], file, {name: self.schemas[name] for name in names})
            self._narrowed[file] = found
        return found


def _replaced(subject: Subject, by: Mapping[str, Json]) -> Subject:
    """A subject with some of its documents exchanged; itself where it has none of them."""
    resources = subject.resources or {}
    if by.keys().isdisjoint(resources):
        return subject
    documents = {name: by.get(name, schema) for name, schema in resources.items()}
    return Subject(documents[subject.uri], subject.uri, documents)


def _worst(verdicts: tuple[Verdict, ...]) -> Verdict:
    for verdict in ("breaking", "unknown"):
        if verdict in verdicts:
            return verdict
    return "compatible"
