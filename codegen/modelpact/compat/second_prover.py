"""A second prover that knows nothing of our engine: ``covers`` of jsonschema-rs.

It is asked what the engine was asked, with the writer's schema closed as the content policy says.
It decides less, so only a contradiction counts: one says that everything is accepted, and the other
has proved that something is refused. That is a fault in one of the two, and an error.

It runs in a process of its own, because some cycles of references overflow its stack or keep it
busy for ever: no answer in time is no objection.
"""

from __future__ import annotations

import json
import os
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any, Final, Protocol, Self, cast

from modelpact.compat.policy import ContentPolicy, Policy
from modelpact.compat.reach import Reach
from modelpact.compat.reasons import ConflictError
from modelpact.compat.subjects import Side, Subject, absolute
from modelpact.compat.upgrade import upgraded
from modelpact.compat.witness.confirm import Validators
from modelpact.compat.witness.enumerate import Writer
from modelpact.compat.witness.validators import dialect_of
from modelpact.compat.writing import WrittenDocuments
from modelpact.documents.dialects import DRAFT4, DRAFT201909
from modelpact.documents.values import Json

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from modelpact.compat.containment import Answer, Containment

__all__ = ["CoversProcess", "Prover", "SecondProver"]

SECONDS: Final = 5.0
"""How long the other prover may think about one question."""

_MAX_SETS: Final = 8
_WIDENED: Final = frozenset({DRAFT4, DRAFT201909})
"""Drafts that :mod:`.upgrade` cannot always say exactly."""


class Prover(Protocol):
    """Something that decides containment."""

    def covers(self, outer: Subject, inner: Sequence[Subject], *, formats: bool) -> Answer:
        """Whether one schema accepts all values that all of the others accept."""
        ...


class SecondProver:
    """Checks the engine's answers; see :class:`.engine.Engine`.

    Args:
        prover: Who is asked.

    """

    def __init__(self, prover: Prover) -> None:
        self._prover = prover
        self._validators = Validators()
        self._sets: OrderedDict[int, tuple[object, Reach, WrittenDocuments]] = OrderedDict()

    def review(
        self,
        outer: Subject,
        inner: Subject,
        policy: Policy,
        content: ContentPolicy,
        answer: Containment,
    ) -> None:
        """Object to an answer.

        Raises:
            ConflictError: The other prover contradicts it.

        """
        if answer.answer == "unknown" or policy.regex != "ecma":
            return
        reader, writer = self._asked(outer, inner, content)
        if reader is None:
            return
        theirs = self._prover.covers(reader, writer, formats=policy.formats == "assert")
        if {answer.answer, theirs} != {"yes", "no"}:
            return
        if theirs == "yes" and not self._is_refused(reader, writer, answer, policy):
            return
        raise _conflict(reader, writer, answer)

    def _asked(
        self, outer: Subject, inner: Subject, content: ContentPolicy
    ) -> tuple[Subject | None, tuple[Subject, ...]]:
        """The reader, ``None`` where it cannot be said, and what payloads must satisfy."""
        reader = self._parts(outer)[0]
        narrowed, documents = self._parts(inner)
        writer = Writer(Side(narrowed), content, documents).subjects
        if len(writer) == 1:
            return reader, writer
        # What is closed is in the words of 2020-12, and provers compare within one draft only.
        if any(_is_widened(subject) for subject in (reader, narrowed)):
            return None, writer
        return upgraded(reader), tuple(map(upgraded, writer))

    def _parts(self, subject: Subject) -> tuple[Subject, WrittenDocuments]:
        """A subject without documents that cannot matter, and all documents as written."""
        resources = subject.resources
        if resources is None or resources.get(subject.uri) is not subject.schema:
            return subject, WrittenDocuments(subject)
        known = self._sets.get(id(resources))
        if known is None:  # kept with its documents: an id is unique only while its object lives
            known = (resources, Reach(Side(subject)), WrittenDocuments(subject))
            self._sets[id(resources)] = known
            if len(self._sets) > _MAX_SETS:
                self._sets.popitem(last=False)
        names = known[1].documents_from(subject.uri)
        few = {name: resources[name] for name in names}
        return Subject(subject.schema, subject.uri, few), known[2]

    def _is_refused(
        self, reader: Subject, writer: Sequence[Subject], answer: Containment, policy: Policy
    ) -> bool:
        """Whether the engine's witness is a proof: two validators agree that it breaks."""
        confirm = self._validators.confirm
        return answer.has_witness and all(
            confirm(reader, subject, answer.witness, policy.formats) for subject in writer
        )


def _is_widened(subject: Subject) -> bool:
    documents = subject.documents()
    return any(dialect_of(schema, documents) in _WIDENED for schema in documents.values())


def _conflict(reader: Subject, writer: Sequence[Subject], answer: Containment) -> ConflictError:
    if answer.answer == "yes":
        claim = "the engine proved that everything is accepted, and jsonschema-rs that it is not"
    else:
        claim = "jsonschema-rs proved that everything is accepted, and two validators agree that"
        claim += f" {json.dumps(answer.witness, default=str)} is not"
    asked = {"reader": _shown(reader), "writer": [_shown(subject) for subject in writer]}
    return ConflictError(
        f"internal error: {claim}; {json.dumps(asked, default=str)}",
        where=reader.uri,
        advice="One of the two provers is wrong: please report this with the schemas above.",
        rule="conflicting-proofs",
    )


def _shown(subject: Subject) -> dict[str, Any]:
    return {"uri": subject.uri, "documents": subject.documents()}


@dataclass(frozen=True, slots=True)
class _Text:
    """A schema on its way to the other process."""

    schema: Json
    uri: str
    documents: Mapping[str, Json]

    @classmethod
    def of(cls, subject: Subject) -> Self:
        documents = {absolute(name): schema for name, schema in subject.documents().items()}
        return cls(subject.schema, absolute(subject.uri), documents)


class CoversProcess:
    """jsonschema-rs in a process that is replaced when it dies or takes too long.

    Use it as a context manager: leaving ends the process.

    Args:
        seconds: How long it may think about one question.

    """

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._context = get_context("spawn")
        self._running: tuple[Any, Connection] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        if self._running is not None:
            process, connection = self._running
            self._running = None
            connection.close()
            process.kill()
            process.join()

    def covers(self, outer: Subject, inner: Sequence[Subject], *, formats: bool) -> Answer:
        """Whether one schema accepts all values that all of the others accept."""
        question = (_Text.of(outer), tuple(map(_Text.of, inner)), formats)
        try:
            connection = self._connection()
            connection.send(question)
            if connection.poll(self._seconds):
                return cast("Answer", connection.recv())
        except (OSError, EOFError, RecursionError):  # it died, or the schema cannot be sent
            pass
        self.close()
        return "unknown"

    def _connection(self) -> Connection:
        if self._running is None:
            ours, theirs = self._context.Pipe()
            process = self._context.Process(target=_serve, args=(theirs,), daemon=True)
            process.start()
            theirs.close()
            self._running = (process, ours)
        return self._running[1]


def _serve(connection: Connection) -> None:
    """Answer until nobody asks any more. What the library prints when it dies is not shown."""
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    with suppress(EOFError, KeyboardInterrupt):
        while True:
            connection.send(_covers(*connection.recv()))


def _covers(outer: _Text, inner: Sequence[_Text], formats: bool) -> str:
    try:
        written = _canonical(inner[0], formats=formats)
        for other in inner[1:]:
            written = written.intersect(_canonical(other, formats=formats))
        return str(_canonical(outer, formats=formats).covers(written)).lower()
    except Exception:  # noqa: BLE001 - whatever foreign code raises
        return "unknown"


def _canonical(text: _Text, *, formats: bool) -> Any:
    import jsonschema_rs

    return jsonschema_rs.canonicalize(
        cast("Any", text.schema),
        base_uri=text.uri,
        registry=jsonschema_rs.Registry(cast("Any", list(text.documents.items()))),
        pattern_options=jsonschema_rs.RegexOptions(),
        validate_formats=formats,
        offline=True,
    )
