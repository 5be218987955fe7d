"""The regular languages package as the engine uses it: its errors become reasons."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from modelpact.compat.policy import RegexDialect
from modelpact.compat.reasons import Budget, InvalidSchemaError, Reason, UndecidableError
from modelpact.compat.regex import (
    ECMA,
    RUST,
    Dialect,
    InvalidPattern,
    Language,
    Patterns,
    RegexBudget,
    RegexBudgetExceeded,
    UnsupportedPattern,
)

__all__ = ["Languages"]

_DIALECTS: Final[dict[str, Dialect]] = {"ecma": ECMA, "rust": RUST}


class Languages:
    """Compiled patterns of a session."""

    __slots__ = ("_compiled", "_patterns")

    def __init__(self) -> None:
        self._patterns = Patterns()
        self._compiled: dict[tuple[str, str], Language | None] = {}

    def compile(self, source: str, dialect: RegexDialect) -> Language | None:
        """The strings that a pattern matches somewhere; ``None`` where that cannot be decided.

        Raises:
            InvalidSchemaError: It is no regular expression.

        """
        key = (source, dialect)
        if key not in self._compiled:
            if len(self._compiled) > _MEMORY:
                self._compiled.clear()
            try:
                self._compiled[key] = self._patterns.compile(source, _DIALECTS[dialect])
            except UnsupportedPattern:
                self._compiled[key] = None
            except InvalidPattern as error:
                refused = InvalidSchemaError(
                    f"`pattern` {source!r} is no regular expression: {error}",
                    advice="Correct the pattern.",
                    rule="invalid-pattern",
                )
                refused.pattern = source
                raise refused from error
        return self._compiled[key]

    def complement(self, language: Language) -> Language:
        """The strings that are not in a language."""
        return self._patterns.complement(language)

    def matches(self, language: Language, text: str) -> bool:
        """Whether a string is in a language.

        Raises:
            UndecidableError: It takes too much work.

        """
        try:
            return self._patterns.matches(language, text)
        except RegexBudgetExceeded as error:
            raise UndecidableError(Reason.REGEX, "too many states") from error

    def find(
        self,
        languages: Iterable[Language],
        excluded: Iterable[str],
        low: int,
        high: int | None,
        budget: Budget,
    ) -> str | None:
        """A string in all languages that is not excluded; ``None`` is a proof that there is none.

        Raises:
            UndecidableError: It takes too much work.

        """
        patterns = self._patterns
        parts = list(languages)
        words = frozenset(excluded)
        if words:
            parts.append(patterns.complement(patterns.words(words)))
        work = RegexBudget(_WORK, expired=budget.is_over)
        try:
            return patterns.find(patterns.intersection(*parts), low, high, budget=work)
        except RegexBudgetExceeded as error:
            raise UndecidableError(Reason.REGEX, "too many states") from error
        finally:
            budget.spend((_WORK - work.work) // _WORK_A_STEP)


_MEMORY: Final = 10_000
_WORK: Final = 200_000
_WORK_A_STEP: Final = 50
