"""Sessions: many questions over one set of caches."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from modelpact.compat.cache import AnswerCache, NoCache, question_key
from modelpact.compat.compiling.compiler import Compiled, Compiler
from modelpact.compat.compiling.fingerprints import exact_bytes
from modelpact.compat.nodes import Literal as NodeLiteral
from modelpact.compat.nodes import NodeTable
from modelpact.compat.outcomes import FOUND, NONE, NOTHING, Outcome
from modelpact.compat.policy import LETTER, WRITER, FormatPolicy, Policy, RegexDialect
from modelpact.compat.reasons import Budget, Reason, UndecidableError
from modelpact.compat.solving.solver import Solver
from modelpact.compat.strings import StringSets
from modelpact.compat.values import plain
from modelpact.compat.witness.confirm import Subject, Validators
from modelpact.documents.dialects import DRAFT202012, Dialect
from modelpact.documents.references import Registry
from modelpact.documents.values import Json

__all__ = ["Containment", "ContentPolicy", "Engine", "contains"]

Answer: TypeAlias = Literal["yes", "no", "unknown"]
ContentPolicy: TypeAlias = Literal["tolerant", "strict"]


@dataclass(frozen=True, slots=True)
class Containment:
    """The answer to *does OUTER accept every value that INNER accepts?*

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


_YES: Final = Containment("yes")
_MAX_NODES: Final = 500_000
_ROOT: Final = ""


class Engine:
    """A session for many questions; what it learns from one it uses for the next.

    Args:
        cache: Answers from earlier sessions, where somebody keeps them.
        default_dialect: Of schemas without ``$schema``.

    """

    def __init__(
        self, cache: AnswerCache | None = None, default_dialect: Dialect = DRAFT202012
    ) -> None:
        self._cache = cache if cache is not None else NoCache()
        self._default_dialect = default_dialect
        self._validators = Validators()
        self.clear()

    def clear(self) -> None:
        """Forget everything that was learned. Long sessions do so by themselves."""
        self._table = NodeTable()
        self._strings = StringSets()
        self._solver = Solver(self._table, self._strings)
        self._compiled = Compiled()
        self._validators.clear()

    def contains(
        self,
        outer: Json,
        inner: Json,
        *,
        formats: FormatPolicy = "assert",
        content: ContentPolicy = "strict",
        regex: RegexDialect = "ecma",
        resources: Mapping[str, Json] | None = None,
        inner_resources: Mapping[str, Json] | None = None,
        uri: str = _ROOT,
        budget: Budget | None = None,
    ) -> Containment:
        """Whether OUTER accepts every value that INNER accepts.

        Args:
            outer: The schema that ought to accept more.
            inner: The schema that ought to accept less; the writer's, where content is tolerant.
            formats: Whether ``format`` restricts values, as far as validators know the format.
            content: ``strict`` reads both to the letter; ``tolerant`` closes what INNER writes.
            regex: The dialect of patterns.
            resources: What references may lead to, by URI or relative name.
            inner_resources: The same for INNER, where it differs.
            uri: The name of both schemas among the resources; references are relative to it.
            budget: How much work the question may cost.

        Raises:
            InvalidSchemaError: One of them is no schema of its dialect.
            UnknownDialectError: Its ``$schema`` is none that we know.
            UnresolvableReferenceError: A reference into a known document leads nowhere.
            DuplicateIdentifierError: A reference names what two schemas claim.

        """
        theirs = resources if inner_resources is None else inner_resources
        policy = Policy(formats, regex)
        question = _Question(
            Subject(outer, uri, resources), Subject(inner, uri, theirs), policy, content
        )
        with _deep_recursion():
            return self._answer(question, budget or Budget())

    def search(
        self,
        outer: Json,
        inner: Json,
        *,
        policy: Policy,
        content: ContentPolicy = "strict",
        resources: Mapping[str, Json] | None = None,
        inner_resources: Mapping[str, Json] | None = None,
        uri: str = _ROOT,
        budget: Budget | None = None,
    ) -> Containment:
        """Like :meth:`contains`, but no validator is asked: a ``no`` carries the raw model.

        For those who relax OUTER and ask again; they confirm what they show.
        """
        theirs = resources if inner_resources is None else inner_resources
        question = _Question(
            Subject(outer, uri, resources), Subject(inner, uri, theirs), policy, content
        )
        with _deep_recursion():
            return _as_answer(self._outcome(question, budget or Budget()))

    def _answer(self, question: _Question, budget: Budget) -> Containment:
        key = question_key(question.texts(), question.policy, question.content)
        known = self._cache.get(key)
        if known is not None:
            return Containment(**known)
        raw = _as_answer(self._outcome(question, budget))
        answer = self._confirmed(question, raw)
        if answer.answer != "unknown":
            self._cache.put(key, answer)
        return answer

    def _outcome(self, question: _Question, budget: Budget) -> Outcome | UndecidableError:
        if len(self._table) > _MAX_NODES:
            self.clear()
        try:
            inside = self._compile(question, question.inner, outer=False)
            outside = self._compile(question, question.outer, outer=True)
            if inside == outside:
                return _NO_MEMBER
            goal = frozenset((inside, self._table.negate(outside)))
            return self._solver.ask(goal, budget)
        except UndecidableError as error:
            return error
        except RecursionError:
            return UndecidableError(Reason.DEPTH, "nesting")

    def _compile(self, question: _Question, subject: Subject, *, outer: bool) -> NodeLiteral:
        documents = {**(subject.resources or {}), subject.uri: subject.schema}
        registry = Registry(documents, self._default_dialect)
        compiler = Compiler(self._table, self._strings, registry, question.policy, self._compiled)
        writes = question.content == "tolerant" and not outer
        return compiler.compile(subject.uri, WRITER if writes else LETTER)

    def _confirmed(self, question: _Question, raw: Containment) -> Containment:
        if raw.answer == "yes" or not raw.has_witness:
            return raw
        confirmation = self._validators.confirm(
            question.outer, question.inner, raw.witness, question.policy.formats
        )
        if confirmation:
            return Containment("no", raw.witness, True)
        if raw.answer == "no":
            return Containment(
                "unknown", raw.witness, True, str(Reason.VALIDATOR), confirmation.reason
            )
        return raw


_NO_MEMBER: Final[Outcome] = (NONE, NOTHING, None)


@dataclass(frozen=True, slots=True)
class _Question:
    outer: Subject
    inner: Subject
    policy: Policy
    content: ContentPolicy

    def texts(self) -> Iterator[bytes]:
        """What the answer depends on, apart from policy."""
        for subject in (self.outer, self.inner):
            yield exact_bytes(subject.schema)
            for name, document in sorted((subject.resources or {}).items()):
                yield name.encode()
                yield exact_bytes(document)


def _as_answer(outcome: Outcome | UndecidableError) -> Containment:
    if isinstance(outcome, UndecidableError):
        return Containment("unknown", reason=str(outcome.reason), detail=outcome.detail)
    status, value, reason = outcome
    if status == NONE:
        return _YES
    if value is NOTHING:
        return Containment("unknown", reason=str(reason))
    answer: Answer = "no" if status == FOUND else "unknown"
    return Containment(answer, plain(value), True, "" if reason is None else str(reason))


def contains(
    outer: Json,
    inner: Json,
    *,
    formats: FormatPolicy = "assert",
    content: ContentPolicy = "strict",
    regex: RegexDialect = "ecma",
    resources: Mapping[str, Json] | None = None,
    inner_resources: Mapping[str, Json] | None = None,
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
        inner_resources=inner_resources,
        budget=budget,
    )


@contextmanager
def _deep_recursion() -> Iterator[None]:
    """Room for as many nested goals as the solver allows; its own caps bound them."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, _RECURSION))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


_RECURSION: Final = 6_000
