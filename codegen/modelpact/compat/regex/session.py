"""Questions about patterns, with everything remembered in one place that can be emptied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from modelpact.compat.regex.algebra import Algebra
from modelpact.compat.regex.automaton import explore
from modelpact.compat.regex.budget import RegexBudget, RegexBudgetExceeded
from modelpact.compat.regex.derivative import Derivatives
from modelpact.compat.regex.nodes import Language
from modelpact.compat.regex.order import is_seen_within
from modelpact.compat.regex.search import find
from modelpact.compat.regex.translate import translate
from modelpact.documents.patterns import ECMA, Dialect, PatternError, parse

__all__ = ["Patterns"]

MOST_TERMS = 200_000
"""Terms after which all is forgotten: some hundred megabytes."""


class Patterns:
    """Compiles patterns and answers questions about the languages they stand for.

    It remembers, so keep one; it forgets all by itself when it holds too much, and when told. A
    language stays good after that. Not to be used by two threads at a time.
    """

    def __init__(self, *, most_terms: int = MOST_TERMS) -> None:
        self._algebra = Algebra()
        self._derivatives = Derivatives(self._algebra)
        self._compiled: dict[tuple[str, Dialect], Language | PatternError] = {}
        self._most_terms = most_terms

    def clear(self) -> None:
        """Forget everything."""
        self._compiled.clear()
        self._algebra.forget()
        self._derivatives.classes.forget()

    def compile(self, source: str, dialect: Dialect = ECMA) -> Language:
        """Return the texts that match a pattern anywhere, as JSON Schema's `pattern` has it.

        Raises:
            InvalidPattern: It is no pattern of the dialect.
            UnsupportedPattern: It has a construct that cannot be decided, which the error names.

        """
        self._keep_within_bounds()
        known = self._compiled.get((source, dialect))
        if known is None:
            try:
                known = translate(parse(source, dialect), self._algebra)
            except PatternError as error:
                known = error
            self._compiled[source, dialect] = known
        if isinstance(known, PatternError):
            raise known.with_traceback(None)
        return known

    def words(self, texts: Iterable[str]) -> Language:
        """Return a finite set of texts."""
        return self._algebra.words(texts)

    def union(self, *languages: Language) -> Language:
        """Return the texts that are in any of the languages; none, of no languages."""
        return self._algebra.union(languages)

    def intersection(self, *languages: Language) -> Language:
        """Return the texts that are in all of the languages; all, of no languages."""
        return self._algebra.intersection(languages)

    def complement(self, language: Language) -> Language:
        """Return the texts that are not in the language."""
        return self._algebra.complement(language)

    def matches(self, language: Language, text: str, *, budget: RegexBudget | None = None) -> bool:
        """Tell whether a text is in the language.

        Raises:
            RegexBudgetExceeded: The work that was allowed was not enough to know. Only patterns
                with large counts within each other or a crowd of branches need more than a little.

        """
        try:
            return self._derivatives.matches(language, text, budget or RegexBudget())
        except RecursionError:
            raise RegexBudgetExceeded("the pattern is nested too deeply") from None

    def find(
        self,
        language: Language,
        low: int = 0,
        high: int | None = None,
        *,
        budget: RegexBudget | None = None,
    ) -> str | None:
        """Return a short, readable text with `low` to `high` characters; None if there is none.

        Lengths count code points. None is a proof.

        Raises:
            RegexBudgetExceeded: The work that was allowed was not enough to know.

        """
        self._keep_within_bounds()
        return find(self._derivatives, language, low, high, budget=budget or RegexBudget())

    def is_subset(
        self,
        inner: Language,
        outer: Language,
        low: int = 0,
        high: int | None = None,
        *,
        budget: RegexBudget | None = None,
    ) -> str | None:
        """Return a text of `inner`, within the lengths, that is not in `outer`; None if all are.

        Raises:
            RegexBudgetExceeded: The work that was allowed was not enough to know.

        """
        if is_seen_within(inner, outer):
            return None
        difference = self.intersection(inner, self.complement(outer))
        return self.find(difference, low, high, budget=budget)

    def texts(
        self,
        language: Language,
        low: int = 0,
        high: int | None = None,
        *,
        budget: RegexBudget | None = None,
    ) -> Iterator[str]:
        """Yield the texts with `low` to `high` characters, each once, the shortest first.

        Raises:
            RegexBudgetExceeded: The work that was allowed is used up.

        """
        budget = budget or RegexBudget()
        automaton = explore(self._derivatives, language, budget=budget)
        return automaton.texts(low, high, budget=budget)

    def has_at_least(
        self,
        number: int,
        language: Language,
        low: int = 0,
        high: int | None = None,
        *,
        budget: RegexBudget | None = None,
    ) -> bool:
        """Tell whether there are that many different texts with `low` to `high` characters.

        Raises:
            RegexBudgetExceeded: The work that was allowed was not enough to know.

        """
        budget = budget or RegexBudget()
        automaton = explore(self._derivatives, language, budget=budget)
        return automaton.count(low, high, number, budget=budget) >= number

    def _keep_within_bounds(self) -> None:
        if len(self._algebra) > self._most_terms:
            self.clear()
