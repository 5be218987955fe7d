"""Sessions: many questions over one set of caches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from modelpact.compat.cache import AnswerCache, NoCache, question_key
from modelpact.compat.containment import YES, Containment, Reviewer, answer_of
from modelpact.compat.nodes import NodeTable
from modelpact.compat.outcomes import EMPTY, Outcome
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
from modelpact.compat.shelf import Shelf
from modelpact.compat.solving.room import DeepRecursion
from modelpact.compat.solving.solver import Solver
from modelpact.compat.strings import StringSets
from modelpact.compat.subjects import Subject
from modelpact.compat.texts import Texts, exact_bytes
from modelpact.documents.dialects import DRAFT202012, Dialect
from modelpact.documents.values import Json

if TYPE_CHECKING:
    from modelpact.compat.witness.confirm import Validators

__all__ = ["Engine", "contains"]


_MAX_NODES: Final = 500_000
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
        self.texts.clear()
        self._shelf = Shelf(self._table, self._strings, self.texts, self._default_dialect)
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
            return YES
        policy = Policy(formats, regex)
        reader = outer if isinstance(outer, Subject) else Subject(outer, resources=resources)
        writer = inner if isinstance(inner, Subject) else Subject(inner, resources=resources)
        with DeepRecursion():
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
            return YES
        theirs = resources if inner_resources is None else inner_resources
        reader = outer if isinstance(outer, Subject) else Subject(outer, uri, resources)
        writer = inner if isinstance(inner, Subject) else Subject(inner, uri, theirs)
        question = _Question(reader, writer, policy, content)
        with DeepRecursion():
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
        answer = answer_of(self._outcome(question, budget))
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
            counts = mode == WRITTEN and self._shelf.counts(question.inner)
            if not counts:
                outcome = self._by_names(question, mode, budget)
                if outcome is not None:
                    return outcome
            inside = self._shelf.literal(question.inner, policy, mode)
            if counts:
                letter = self._shelf.literal(question.inner, policy, LETTER)
                inside = self._table.all_of((inside, letter))
            outside = self._shelf.literal(question.outer, policy, LETTER)
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
            from modelpact.compat.compiling.places import place_of_pattern

            documents = {**question.inner.documents(), **question.outer.documents()}
            raise error.at(place_of_pattern(documents, error.pattern)) from error

    def _by_names(self, question: _Question, mode: Mode, budget: Budget) -> Outcome | None:
        """The outcome of two records; ``None`` where the general method is needed."""
        inner = self._shelf.record(question.inner, question.policy, mode)
        outer = (
            None if inner is None else self._shelf.record(question.outer, question.policy, LETTER)
        )
        if inner is None or outer is None:
            return None
        unchanged: frozenset[str] = frozenset()
        if mode == WRITTEN:  # to the letter, what is the same is the same literal
            unchanged = self._shelf.unchanged(question.inner, question.outer)

        def compare(solve: Solve) -> Outcome | None:
            return compare_records(outer, inner, self._table, solve, unchanged)

        return self._solver.ask_several(compare, budget)

    def may_share_members(self, documents: Iterable[Json]) -> bool:
        """Whether two parts of a composition in some documents may speak of one member."""
        return self._shelf.may_share_members(documents)


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


class _Question(NamedTuple):
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
