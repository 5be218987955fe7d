"""Every break, each with a witness of its own: loosen what refused, and ask again.

The list is complete when the loosened schema is proved to accept all that the writer writes, and
nothing was loosened by more than what was found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final, TypeAlias

from modelpact.compat.containment import Containment
from modelpact.compat.policy import ContentPolicy, FormatPolicy
from modelpact.compat.subjects import Place, Side, Subject, absolute
from modelpact.compat.texts import are_turned
from modelpact.compat.witness.breaks import Break
from modelpact.compat.witness.confirm import Validators
from modelpact.compat.witness.counterparts import Counterpart, attributed, counterpart
from modelpact.compat.witness.edits import part
from modelpact.compat.witness.locate import Violation, violations
from modelpact.compat.witness.mending import NoMore, mended, other_refusals
from modelpact.compat.witness.polish import polish
from modelpact.compat.witness.relax import relaxed
from modelpact.compat.writing import WrittenDocuments
from modelpact.documents.resources import as_uri
from modelpact.documents.values import Json
from modelpact.graph.nodes import Location

__all__ = ["Enumeration", "Found", "Prover", "Writer", "enumerate_breaks"]

Prover: TypeAlias = Callable[[Subject, Subject], Containment]
"""Whether the first schema accepts all that the second accepts."""

_MAX_BREAKS: Final = 200
_NEWLINE: Final = "\n"
_PART: Final = "part-of-the-reader"
_WHOLE: Final = "whole-reader"
"""Names of documents that no set has."""


class Writer:
    """Who makes the payloads.

    Args:
        side: The schema as published.
        content: ``tolerant`` where a writer sends declared properties only.
        documents: All documents as they are written, where that is known already.

    """

    def __init__(
        self, side: Side, content: ContentPolicy, documents: WrittenDocuments | None = None
    ) -> None:
        self.side = side
        self._content = content
        self._documents = documents

    @cached_property
    def written(self) -> Subject:
        """The schema, closed as the policy says; the schema itself where nothing is closed."""
        subject = self.side.subject
        if self._content == "strict":
            return subject
        return (self._documents or WrittenDocuments(subject)).subject(subject)

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """What a payload must satisfy."""
        subject = self.side.subject
        return (subject,) if self.written is subject else (subject, self.written)


@dataclass(frozen=True, slots=True)
class Found:
    """One break.

    Attributes:
        violation: What the reader refuses and where, in its original schema.
        writer: The counterpart on the writer's side.
        witness: The payload, polished and confirmed.
        refused: The part of it that is refused.
        others: What else the reader as published refuses of it.

    """

    violation: Violation
    writer: Counterpart
    witness: Json
    refused: Json
    others: tuple[Violation, ...] = ()


@dataclass(frozen=True, slots=True)
class Enumeration:
    """All breaks of one question.

    Attributes:
        found: In the order in which they were found.
        complete: Whether it is proved that there are no others.
        reason: Why it is not; empty where it is.
        relaxed: The reader without the refusals found.

    """

    found: tuple[Found, ...]
    complete: bool
    reason: str
    relaxed: Subject


@dataclass(slots=True)
class _Search:
    original: Subject
    reader: Subject
    writer: Writer
    prove: Prover
    validators: Validators
    formats: FormatPolicy
    found: list[Found] = field(default_factory=list)
    hides: bool = False

    def run(self, limit: int) -> Enumeration:
        current = self.reader
        while len(self.found) < limit:
            answer = self.prove(current, self.writer.side.subject)
            if answer.answer == "yes":
                reason = "what was loosened may hide others" if self.hides else ""
                return Enumeration(tuple(self.found), not self.hides, reason, current)
            if not answer.has_witness:
                return self._stopped(_why(answer), current)
            try:
                following = self._take(current, answer.witness)
            except ValueError as error:  # jsonschema-rs refuses the schema
                following = f"validator: {str(error).partition(_NEWLINE)[0]}"
            except LookupError:  # what it told of a refusal is not there
                following = "validator: the refusal is told at a place that is not there"
            if isinstance(following, str):
                unproved = answer.answer == "unknown"
                return self._stopped(_why(answer) if unproved else following, current)
            current = following
        return self._stopped(f"there are more than {limit}", current)

    def _stopped(self, reason: str, current: Subject) -> Enumeration:
        return Enumeration(tuple(self.found), False, reason, current)

    def _take(self, current: Subject, raw: Json) -> Subject | str:
        """Record the break that a witness shows; the loosened reader, or why there is none."""
        side = Side(current)
        broken = Break(side, self.writer.subjects, self.validators, self.formats)
        if not broken.holds(raw):
            # The engine may leave open what the closed schema closes, in unions of odd members.
            broken = Break(side, self.writer.subjects[:1], self.validators, self.formats)
        if not broken.holds(raw):
            return "validator: jsonschema-rs does not confirm the payload"
        if self._is_artefact(raw):
            # Loosened inside a `oneOf`, a member may have come to accept what another accepts.
            self.hides = True
            refusal = broken.refusals(raw)[0]
            theirs = counterpart(self.writer.side, refusal)
            return relaxed(side, refusal, part(raw, refusal.path), theirs, whole=True).subject
        witness, problem = self._convincing(raw, broken)
        if problem:
            return f"validator: {problem}"
        refusal = broken.refusals(witness)[0]
        theirs = counterpart(self.writer.side, refusal)
        violation = attributed(refusal, theirs)
        if violation is not refusal:
            theirs = replace(theirs, place=theirs.places[0])
        refused = part(witness, violation.path)
        others = other_refusals(witness, refusal, self._published)
        self.found.append(Found(self._as_published(violation), theirs, witness, refused, others))
        for whole in (False, True):
            step = relaxed(side, violation, refused, theirs, whole=whole)
            if self._progressed(step.subject, witness, refusal):
                self.hides = self.hides or step.hides or self._is_looked_at(violation)
                return step.subject
        return f"{violation.location} cannot be loosened alone"

    def _is_looked_at(self, violation: Violation) -> bool:
        """Whether what was loosened may decide which others of its schemas are looked at."""
        location = violation.schema_location
        tokens = location.pointer.tokens
        elsewhere = location.file != self.reader.uri or tokens[:1] in {("$defs",), ("definitions",)}
        return (elsewhere or "if" in tokens) and are_turned(self.reader.documents().values())

    def _as_published(self, violation: Violation) -> Violation:
        """A refusal by the original schema: a constant that was loosened has become a list."""
        if violation.keyword != "enum":
            return violation
        schema = Side(self.original).value_at(violation.schema_location)
        if not isinstance(schema, Mapping) or "enum" in schema or "const" not in schema:
            return violation
        location = violation.schema_location
        stated = Location(location.file, location.pointer / "const")
        return replace(violation, keyword="const", location=stated)

    def _is_artefact(self, value: Json) -> bool:
        """Whether only the loosened reader refuses a value."""
        return self.validators.rust(self.original, self.formats).accepts(value)

    def _convincing(self, raw: Json, broken: Break) -> tuple[Json, str]:
        """The polished witness, or the raw one where only that is confirmed; or why neither is.

        What the content policy makes of the writer has been asked while polishing; here both
        validators are asked about the schemas as published.
        """
        problem = ""
        small = polish(raw, broken, self.writer.side)
        for candidate in (self._for_one_reason(small, broken), small, raw):
            answer = self.validators.confirm(
                self.original, self.writer.side.subject, candidate, self.formats
            )
            if answer:
                return candidate, ""
            problem = answer.reason
        return raw, problem

    def _for_one_reason(self, value: Json, broken: Break) -> Json:
        """A witness without what the reader as published refuses for other reasons."""
        side = Side(self.original)
        other = mended(value, broken, self._published, side, self._models_of)
        if other is value:
            return value
        return polish(other, NoMore(broken, self._published, other), self.writer.side)

    @property
    def _published(self) -> Break:
        """The reader as published, where the one that is asked may be loosened."""
        side = Side(self.original)
        return Break(side, self.writer.subjects, self.validators, self.formats)

    def _models_of(self, place: Place) -> Iterator[Json]:
        """A value that a place of the reader accepts."""
        documents = self.original.documents()
        file = place.location.file or _WHOLE
        documents.setdefault(file, documents[place.location.file])
        address = Side(self.original).uri_of(place.location.file)
        # Without an address of its own a document is a file beside the one that refers to it.
        base = as_uri(file) if address == absolute(place.location.file) else address
        documents[_PART] = {"$ref": f"{base}{place.location.pointer.fragment}"}
        nothing: dict[str, Json] = {_PART: False}
        found = self.prove(
            Subject(False, _PART, nothing), Subject(documents[_PART], _PART, documents)
        )
        if found.has_witness:
            yield found.witness

    def _progressed(self, following: Subject, witness: Json, violation: Violation) -> bool:
        """Whether the refusal is gone, so that the search ends."""
        if self.prove(following, self.writer.side.subject).answer == "yes":
            return True  # with all others: no validator has to be compiled
        validator = self.validators.rust(following, self.formats)
        side = Side(following)
        left = violations(side, validator.errors(witness), witness)
        return not any(_same_refusal(violation, other) for other in left)


def _same_refusal(one: Violation, other: Violation) -> bool:
    """Whether another refusal is the same, or one inside it."""
    tokens = one.location.pointer.tokens
    return (
        one.path == other.path
        and one.location.file == other.location.file
        and tokens == other.location.pointer.tokens[: len(tokens)]
        and (one.names == other.names or not one.names)
    )


def _why(answer: Containment) -> str:
    return ": ".join(filter(None, (answer.reason or "unknown", answer.detail)))


def enumerate_breaks(  # noqa: PLR0913 - one question and what it is asked with
    reader: Subject,
    writer: Writer,
    prove: Prover,
    *,
    validators: Validators,
    original: Subject | None = None,
    formats: FormatPolicy = "assert",
    limit: int = _MAX_BREAKS,
) -> Enumeration:
    """List every break between a writer and a reader.

    Args:
        reader: The schema that ought to accept all that the writer writes.
        writer: The schema that payloads are made by.
        prove: The engine; it closes what the writer writes by itself, as the content policy says.
        validators: Compiled validators, shared between questions.
        original: The reader as published, where ``reader`` is loosened already.
        formats: Whether ``format`` restricts values.
        limit: The most breaks to look for.

    """
    return _Search(original or reader, reader, writer, prove, validators, formats).run(limit)
