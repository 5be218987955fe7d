"""Two versions compared: every break, each with its proof, and one verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from modelpact.compat.changes import Direction
from modelpact.compat.compared import ComparedVersion
from modelpact.compat.composing import Consequences, Prove
from modelpact.compat.containment import Containment
from modelpact.compat.counting import exclude_each_other
from modelpact.compat.engine import Engine
from modelpact.compat.policy import ContentPolicy, FormatPolicy, Policy
from modelpact.compat.questions import Question, questions
from modelpact.compat.reasons import ConflictError
from modelpact.compat.report import Asked, Finding, Mode, Report, Settings, Verdict
from modelpact.compat.subjects import Subject
from modelpact.documents.sets import Document, DocumentSet
from modelpact.documents.values import Json
from modelpact.errors import ErrorGroup, ModelpactError

if TYPE_CHECKING:
    from modelpact.compat.showing import Showing
    from modelpact.compat.witness.confirm import Validators

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
        self._engine = engine or Engine()
        self._old = ComparedVersion(old, self._engine.texts)
        self._new = ComparedVersion(new, self._engine.texts, self._old)
        self._settings = settings
        self._validators: Validators | None = None
        self._loosened: dict[Direction, dict[str, Json]] = {"backward": {}, "forward": {}}

    def report(self) -> Report:
        """Ask every question."""
        questions_in_order = self._questions()
        findings: list[Finding] = []
        answers: dict[Question, Asked] = {}
        for question in sorted(questions_in_order, key=self._rank):
            try:
                answers[question], found = self._answer(question)
            except ConflictError:
                raise  # no version is to blame
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
        return questions(
            self._old.documents, self._new.documents, self._settings.mode, self._embedded
        )

    def _embedded(self, asked: Sequence[Question]) -> frozenset[str]:
        """The files that the documents of some questions lead to, in either version."""
        old, new = set[str | None](), set[str | None]()
        for question in asked:
            files = (question.writer, question.reader)
            before, after = files if question.direction == "backward" else files[::-1]
            old.add(before)
            new.add(after)
        known = ((self._old, old), (self._new, new))
        return frozenset().union(*(v.embedding.documents_from(f for f in s if f) for v, s in known))

    def _rank(self, question: Question) -> int:
        """Those who are embedded are asked first: a break is found where it is."""
        if question.reader is None or self._is_untouched(question):
            return -1
        reads = self._new if question.direction == "backward" else self._old
        return reads.reach.ranks[question.reader]

    def _answer(self, question: Question) -> tuple[Asked, list[Finding]]:
        backward = question.direction == "backward"
        writes, reads = (self._old, self._new) if backward else (self._new, self._old)
        compatible = Asked(question.writer, question.direction, "compatible")
        if question.reader is None:
            nothing = Subject(False, question.writer, {question.writer: False})
            answer = self._prove(nothing, writes.subject(question.writer))
            if answer.answer == "yes":
                return compatible, []
            return self._shown(writes, reads).unread(question, answer)
        if self._is_untouched(question) or self._follows(question, writes, reads):
            return compatible, []
        return self._whole(question, question.reader, writes, reads)

    def _whole(
        self, question: Question, file: str, writes: ComparedVersion, reads: ComparedVersion
    ) -> tuple[Asked, list[Finding]]:
        """Ask about whole documents: nothing about their parts is enough."""
        known = self._loosened[question.direction]
        loosened = known if reads.may_loosen(file, known) else {}
        reader = reads.subject(file, loosened)
        answer = self._prove(reader, writes.subject(question.writer))
        if answer.answer == "yes":
            self._note(question, holds=True)
            return Asked(question.writer, question.direction, "compatible"), []
        shown = self._shown(writes, reads)
        enumeration, relaxed = shown.breaks(question, answer, loosened, self._prove)
        if relaxed:
            self._loosened[question.direction] = {**known, **relaxed}
        self._note(question, holds=enumeration.complete)
        return shown.told(question, enumeration)

    def _note(self, question: Question, *, holds: bool) -> None:
        if question.writer == question.reader:
            self._consequences.note(question.direction, question.writer, holds=holds)

    def _shown(self, writes: ComparedVersion, reads: ComparedVersion) -> Showing:
        # Most runs have nothing to show, and need nothing of what shows it.
        from modelpact.compat.showing import Showing

        if self._validators is None:
            from modelpact.compat.witness.confirm import Validators

            self._validators = Validators()
        return Showing(writes, reads, self._settings, self._validators)

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
        return frozenset(file for file in files if not self._old.says_the_same(self._new, file))

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
            self._exclude,
        )

    def _exclude(self, file: str, branches: Sequence[Json]) -> bool:
        """Whether the branches of a union in a document exclude each other in both versions."""
        return all(
            exclude_each_other(version.side, [replace(root, schema=one) for one in branches])
            for version in (self._old, self._new)
            for root in (version.side.document(file),)
        )

    def _follows(self, question: Question, writes: ComparedVersion, reads: ComparedVersion) -> bool:
        """Whether the answer follows from others: the document is the sum of its parts."""
        direction, file = question.direction, question.writer

        def prove(file: str) -> bool:
            if by_members(file):
                return True
            reader = reads.subject(file, self._loosened[direction])
            return self._prove(reader, writes.subject(file)).answer == "yes"

        def by_members(file: str) -> bool:
            members = partial(self._holds_by_members, question, writes, reads, (file, file), prove)
            return file in self._differing and self._consequences.assuming(direction, file, members)

        if question.reader is not None and question.reader != file:
            files = (file, question.reader)
            return self._holds_by_members(question, writes, reads, files, prove)
        if file in self._differing:
            return by_members(file)
        return self._consequences.follows(direction, file, prove)

    def _holds_by_members(
        self,
        question: Question,
        writes: ComparedVersion,
        reads: ComparedVersion,
        files: tuple[str, str],
        prove: Prove,
    ) -> bool:
        """Whether two records are compatible by those of their members that differ."""
        direction, (writer, reader) = question.direction, files
        read = reads.subject(reader, self._loosened[direction]).schema
        rest = self._consequences.rest(direction, files, writes.schemas[writer], read, prove)
        if rest is None:
            return False
        ours, theirs = (Subject(s, name, {name: s}) for s, name in zip(rest, files, strict=True))
        return self._prove(theirs, ours).answer == "yes"

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

    @cached_property
    def _ranks(self) -> dict[str, int]:
        files = dict.fromkeys((*self._old.documents.documents, *self._new.documents.documents))
        return {file: rank for rank, file in enumerate(files)}

    def _place(self, finding: Finding) -> tuple[object, ...]:
        """Where a finding stands: by the document that breaks, then by the place at fault."""
        location = finding.new if finding.direction == "backward" else finding.old
        location = location or finding.old or finding.new
        file = location.file if location else finding.document
        pointer = str(location.pointer) if location else ""
        ranks = [self._ranks.get(name, len(self._ranks)) for name in (finding.document, file)]
        return (*ranks, pointer, finding.direction, finding.message)


def _worst(verdicts: tuple[Verdict, ...]) -> Verdict:
    for verdict in ("breaking", "unknown"):
        if verdict in verdicts:
            return verdict
    return "compatible"
