"""Sessions: many questions over one set of caches."""

from __future__ import annotations

import sys
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal, Protocol, TypeAlias

from modelpact.compat.cache import AnswerCache, NoCache, question_key
from modelpact.compat.compiling.compiled import Compiled
from modelpact.compat.compiling.compiler import Compiler
from modelpact.compat.compiling.library import Library
from modelpact.compat.compiling.places import place_of_pattern
from modelpact.compat.counting import may_count
from modelpact.compat.nodes import NodeTable
from modelpact.compat.outcomes import EMPTY, FOUND, NONE, NOTHING, Outcome
from modelpact.compat.policy import (
    LETTER,
    WRITTEN,
    ContentPolicy,
    FormatPolicy,
    Mode,
    Policy,
    RegexDialect,
)
from modelpact.compat.reasons import Budget, InvalidSchemaError, Reason, UndecidableError
from modelpact.compat.records import Solve, compare_records
from modelpact.compat.sharing import may_share_members, shared_members
from modelpact.compat.solving.solver import Solver
from modelpact.compat.strings import StringSets
from modelpact.compat.subjects import Side, Subject
from modelpact.compat.texts import Texts, exact_bytes
from modelpact.compat.values import plain
from modelpact.documents.dialects import DRAFT202012, Dialect
from modelpact.documents.values import Json

if TYPE_CHECKING:
    from modelpact.compat.witness.confirm import Validators

__all__ = ["Answer", "Containment", "Engine", "Reviewer", "contains"]

Answer: TypeAlias = Literal["yes", "no", "unknown"]


@dataclass(frozen=True, slots=True)
class Containment:
    """The answer: does OUTER accept every value that INNER accepts?

    Attributes:
        answer: ``yes`` is a proof; ``no`` has a witness that two validators confirmed.
        witness: A value that INNER accepts and OUTER refuses; of ``unknown`` perhaps a candidate.
        has_witness: Whether there is one: the witness may be ``null``.
        reason: Why the answer is unknown; empty otherwise.
        detail: More about the reason, in words.

    """

    answer: Answer
    witness: Json = None
    has_witness: bool = False
    reason: str = ""
    detail: str = ""


class Reviewer(Protocol):
    """Somebody who sees every answer; see :mod:`.second_prover`."""

    def review(
        self,
        outer: Subject,
        inner: Subject,
        policy: Policy,
        content: ContentPolicy,
        answer: Containment,
    ) -> None:
        """Raise a ``ModelpactError`` to object."""


_YES: Final = Containment("yes")
_MAX_NODES: Final = 500_000
_MAX_COMPILERS: Final = 16
_DEFAULT: Final = Policy()


class Engine:
    """A session for many questions; what it learns from one it uses for the next.

    Documents are told apart by identity: one changed in place must be given as a new object.
    Not to be used by two threads at a time.

    Args:
        cache: Answers from earlier sessions, where somebody keeps them.
        default_dialect: Of schemas without ``$schema``.
        reviewer: Sees every answer that was worked out, and may object.

    Attributes:
        texts: What is known of documents' texts.

    """

    def __init__(
        self,
        cache: AnswerCache | None = None,
        default_dialect: Dialect = DRAFT202012,
        reviewer: Reviewer | None = None,
    ) -> None:
        self._cache = cache if cache is not None else NoCache()
        self._default_dialect = default_dialect
        self._validators: Validators | None = None
        self.texts = Texts()
        self._reviewer = reviewer
        self.clear()

    def clear(self) -> None:
        """Forget everything that was learned. Long sessions do so by themselves."""
        self._table = NodeTable()
        self._strings = StringSets()
        self._solver = Solver(self._table, self._strings)
        self._compiled = Compiled()
        self.texts.clear()
        self._compilers: OrderedDict[tuple[int, Policy, Mode], tuple[object, Compiler]] = (
            OrderedDict()
        )
        self._libraries: OrderedDict[int, tuple[object, Library]] = OrderedDict()
        self._sharing: dict[int, tuple[Json, bool]] = {}
        self._counting: OrderedDict[int, tuple[object, bool]] = OrderedDict()
        if self._validators is not None:
            self._validators.clear()

    def contains(  # noqa: PLR0913 - one question; all but two have defaults
        self,
        outer: Json | Subject,
        inner: Json | Subject,
        *,
        formats: FormatPolicy = "assert",
        content: ContentPolicy = "strict",
        regex: RegexDialect = "ecma",
        resources: Mapping[str, Json] | None = None,
        budget: Budget | None = None,
    ) -> Containment:
        """Whether OUTER accepts every value that INNER accepts.

        Args:
            outer: The schema that ought to accept more. A ``Subject`` brings resources of its own.
            inner: The schema that ought to accept less; the writer's, where content is tolerant.
            formats: Whether ``format`` restricts values, as far as validators know the format.
            content: ``strict`` reads both to the letter; ``tolerant`` closes what INNER writes.
            regex: The dialect of patterns.
            resources: What the references of plain schemas may lead to, by URI or relative name.
            budget: How much work the question may cost.

        Raises:
            InvalidSchemaError: One of them is no schema of its dialect.
            UnknownDialectError: Its ``$schema`` is none that we know.
            UnresolvableReferenceError: A reference into a known document leads nowhere.
            DuplicateIdentifierError: A reference names what two schemas claim.

        """
        if _are_one(outer, inner):
            return _YES
        policy = Policy(formats, regex)
        reader = outer if isinstance(outer, Subject) else Subject(outer, resources=resources)
        writer = inner if isinstance(inner, Subject) else Subject(inner, resources=resources)
        with _DeepRecursion():
            return self._remembered(_Question(reader, writer, policy, content), budget or Budget())

    def search(  # noqa: PLR0913 - one question; all but two have defaults
        self,
        outer: Json | Subject,
        inner: Json | Subject,
        *,
        policy: Policy = _DEFAULT,
        content: ContentPolicy = "strict",
        resources: Mapping[str, Json] | None = None,
        inner_resources: Mapping[str, Json] | None = None,
        uri: str = "",
        budget: Budget | None = None,
    ) -> Containment:
        """Like :meth:`contains`, but no validator is asked.

        A ``no`` carries the model that was found. For those who relax OUTER and ask again, and
        confirm what they show. Of plain schemas, ``uri`` is the name among their resources.
        """
        if inner_resources is None and _are_one(outer, inner):
            return _YES
        theirs = resources if inner_resources is None else inner_resources
        reader = outer if isinstance(outer, Subject) else Subject(outer, uri, resources)
        writer = inner if isinstance(inner, Subject) else Subject(inner, uri, theirs)
        question = _Question(reader, writer, policy, content)
        with _DeepRecursion():
            return self._reviewed(question, budget or Budget())

    def _remembered(self, question: _Question, budget: Budget) -> Containment:
        if isinstance(self._cache, NoCache):
            return self._answer(question, budget)
        key = question_key(question.texts(), question.policy, question.content)
        known = self._cache.get(key)
        if known is not None:
            return Containment(**known)
        answer = self._answer(question, budget)
        if answer.answer != "unknown":
            self._cache.put(key, answer)
        return answer

    def _answer(self, question: _Question, budget: Budget) -> Containment:
        raw = self._reviewed(question, budget)
        if raw.answer == "yes" or not raw.has_witness:
            return raw
        confirmation = self._second_opinion().confirm(
            question.outer, question.inner, raw.witness, question.policy.formats
        )
        if confirmation:
            return Containment("no", raw.witness, has_witness=True)
        if raw.answer == "no":
            reason = str(Reason.VALIDATOR)
            return replace(raw, answer="unknown", reason=reason, detail=confirmation.reason)
        return raw

    def _second_opinion(self) -> Validators:
        if self._validators is None:
            from modelpact.compat.witness.confirm import Validators

            self._validators = Validators()
        return self._validators

    def _reviewed(self, question: _Question, budget: Budget) -> Containment:
        answer = _as_answer(self._outcome(question, budget))
        if self._reviewer is not None:
            self._reviewer.review(
                question.outer, question.inner, question.policy, question.content, answer
            )
        return answer

    def _outcome(self, question: _Question, budget: Budget) -> Outcome | UndecidableError:
        if len(self._table) > _MAX_NODES:
            self.clear()
        try:
            policy, mode = question.policy, LETTER if question.content == "strict" else WRITTEN
            writer = self._compiler(question.inner, policy, mode)
            reader = self._compiler(question.outer, policy, LETTER)
            counts = mode == WRITTEN and self._counts(question.inner)
            if not counts:
                outcome = self._by_names(question, writer, reader, mode, budget)
                if outcome is not None:
                    return outcome
            inside = writer.compile(question.inner.uri, mode)
            if counts:
                letter = self._compiler(question.inner, policy, LETTER)
                inside = self._table.all_of((inside, letter.compile(question.inner.uri)))
            outside = reader.compile(question.outer.uri)
            if inside == outside:
                return EMPTY
            goal = frozenset((inside, self._table.negate(outside)))
            return self._solver.ask(goal, budget)
        except UndecidableError as error:
            return error
        except RecursionError:
            return UndecidableError(Reason.DEPTH, "nesting")
        except InvalidSchemaError as error:
            if error.pattern is None:
                raise
            documents = {**question.inner.documents(), **question.outer.documents()}
            raise error.at(place_of_pattern(documents, error.pattern)) from error

    def _by_names(
        self, question: _Question, writer: Compiler, reader: Compiler, mode: Mode, budget: Budget
    ) -> Outcome | None:
        """The outcome of two records; ``None`` where the general method is needed."""
        inner = writer.record(question.inner.uri, mode)
        outer = None if inner is None else reader.record(question.outer.uri)
        if inner is None or outer is None:
            return None
        unchanged: frozenset[str] = frozenset()
        if mode == WRITTEN:  # to the letter, what is the same is the same literal
            unchanged = writer.unchanged(question.inner.uri, reader, question.outer.uri)

        def compare(solve: Solve) -> Outcome | None:
            return compare_records(outer, inner, self._table, solve, unchanged)

        return self._solver.ask_several(compare, budget)

    def _counts(self, subject: Subject) -> bool:
        """Whether closing a subject's documents may change how many branches hold."""
        resources = subject.resources
        if resources is None or resources.get(subject.uri) is not subject.schema:
            return may_count(subject, self.texts)
        known = self._counting.get(id(resources))
        if known is None:
            known = self._counting[id(resources)] = (resources, may_count(subject, self.texts))
            if len(self._counting) > _MAX_COMPILERS:
                self._counting.popitem(last=False)
        self._counting.move_to_end(id(resources))
        return known[1]

    def _compiler(self, subject: Subject, policy: Policy, mode: Mode) -> Compiler:
        resources = subject.resources
        if resources is None or resources.get(subject.uri) is not subject.schema:
            return self._new_compiler(subject, policy, mode)
        # A set of documents of its own keeps its compiler, and with it all that was compiled. It is
        # kept with its documents: an id is unique only while its object lives.
        key = (id(resources), policy, mode)
        known = self._compilers.get(key)
        if known is None:
            known = (resources, self._new_compiler(subject, policy, mode))
            self._compilers[key] = known
            if len(self._compilers) > _MAX_COMPILERS:
                self._compilers.popitem(last=False)
        self._compilers.move_to_end(key)
        return known[1]

    def may_share_members(self, documents: Iterable[Json]) -> bool:
        """Whether two parts of a composition may speak of one member: each looked into once."""
        found = False
        for document in documents:
            known = self._sharing.get(id(document))
            if known is None:  # kept with its document: an id is unique only while it lives
                known = self._sharing[id(document)] = (document, may_share_members([document]))
            found = found or known[1]
        return found

    def _new_compiler(self, subject: Subject, policy: Policy, mode: Mode) -> Compiler:
        library = self._library(subject)
        sharing = mode == WRITTEN and self.may_share_members(library.documents.values())
        left_open = shared_members(Side(subject)) if sharing else ()
        return Compiler(self._table, self._strings, library, policy, self._compiled, left_open)

    def _library(self, subject: Subject) -> Library:
        resources = subject.resources
        if resources is None or resources.get(subject.uri) is not subject.schema:
            return Library(subject.documents(), self._default_dialect, self.texts)
        known = self._libraries.get(id(resources))
        if known is None:
            known = self._libraries[id(resources)] = (
                resources,
                Library(subject.documents(), self._default_dialect, self.texts),
            )
            if len(self._libraries) > _MAX_COMPILERS:
                self._libraries.popitem(last=False)
        self._libraries.move_to_end(id(resources))
        return known[1]


def _are_one(outer: Json | Subject, inner: Json | Subject) -> bool:
    """Whether both are the same schema, seen at a glance; then nothing is looked into."""
    if isinstance(outer, Subject) and isinstance(inner, Subject):
        if outer.uri != inner.uri or outer.resources is not inner.resources:
            return False
        outer, inner = outer.schema, inner.schema
    if not isinstance(outer, dict) or not isinstance(inner, dict):
        return False
    try:
        # Python's equality is wider (True == 1) and stops at the first difference.
        return outer is inner or (outer == inner and exact_bytes(outer) == exact_bytes(inner))
    except (UndecidableError, RecursionError):
        return False


@dataclass(frozen=True, slots=True)
class _Question:
    outer: Subject
    inner: Subject
    policy: Policy
    content: ContentPolicy

    def texts(self) -> Iterator[bytes]:
        """What the answer depends on, apart from policy."""
        for subject in (self.outer, self.inner):
            for name, document in sorted(subject.documents().items()):
                yield name.encode()
                yield exact_bytes(document)
            yield subject.uri.encode()


def _as_answer(outcome: Outcome | UndecidableError) -> Containment:
    if isinstance(outcome, UndecidableError):
        return Containment("unknown", reason=str(outcome.reason), detail=outcome.detail)
    status, value, reason = outcome
    if status == NONE:
        return _YES
    if value is NOTHING:
        return Containment("unknown", reason=str(reason))
    answer: Answer = "no" if status == FOUND else "unknown"
    why = "" if reason is None else str(reason)
    return Containment(answer, plain(value), has_witness=True, reason=why)


def contains(  # noqa: PLR0913 - as the method has
    outer: Json | Subject,
    inner: Json | Subject,
    *,
    formats: FormatPolicy = "assert",
    content: ContentPolicy = "strict",
    regex: RegexDialect = "ecma",
    resources: Mapping[str, Json] | None = None,
    budget: Budget | None = None,
) -> Containment:
    """Whether OUTER accepts every value that INNER accepts; see :meth:`Engine.contains`."""
    return Engine().contains(
        outer,
        inner,
        formats=formats,
        content=content,
        regex=regex,
        resources=resources,
        budget=budget,
    )


class _DeepRecursion:
    """Room for as many nested goals as the solver allows; its own caps bound them."""

    __slots__ = ("_before",)

    def __enter__(self) -> None:
        self._before = sys.getrecursionlimit()
        if self._before < _RECURSION:
            sys.setrecursionlimit(_RECURSION)

    def __exit__(self, *_: object) -> None:
        if self._before < _RECURSION:
            sys.setrecursionlimit(self._before)


_RECURSION: Final = 6_000
