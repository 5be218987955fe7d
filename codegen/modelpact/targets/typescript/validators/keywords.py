"""The values of single keywords, read strictly: what is not as it should be is a fault."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from modelpact.documents.patterns import (
    ECMA,
    ECMA_STRICT,
    InvalidPattern,
    PatternError,
    parse,
    rewrite,
)
from modelpact.documents.pointers import Pointer
from modelpact.documents.values import Json, JsonObject, exact, is_number
from modelpact.errors import Fault
from modelpact.graph.nodes import Location
from modelpact.targets.typescript.validators.demands import Number, Tokens

__all__ = ["Faults", "Keywords", "number_of"]

_ADVICE = "Mend the schema, or generate without validators (option `validators`)."


@dataclass(slots=True)
class Faults:
    """What is wrong, each thing once."""

    found: dict[tuple[str, str], Fault] = field(default_factory=dict)
    _patterns: dict[str, str] = field(default_factory=dict)

    def add(
        self, what: str, document: str, tokens: Tokens, rule: str, advice: str = _ADVICE
    ) -> None:
        """Remember a fault of a place."""
        where = str(Location(document, Pointer(tokens)))
        self.found.setdefault((where, what), Fault(what, where, advice, rule))

    def pattern(self, source: str) -> str:
        """The pattern as ECMA-262 with the u flag has it.

        Raises:
            PatternError: There is no such pattern.

        """
        known = self._patterns.get(source)
        if known is None:
            known = self._patterns[source] = _javascript(source)
        return known


def _javascript(source: str) -> str:
    try:
        parse(source, ECMA_STRICT)
    except InvalidPattern:
        # Other validators accept more, and agree on what it means.
        parse(source, ECMA)
        return rewrite(source, source_dialect="ecma")
    return source


@dataclass(frozen=True, slots=True)
class Keywords:
    """The keywords of one schema."""

    schema: JsonObject
    document: str
    tokens: Tokens
    faults: Faults
    knows: Callable[[str], bool]

    def get(self, keyword: str) -> Json:
        """A keyword's value, where the dialect knows it and it is stated."""
        return self.schema.get(keyword) if self.knows(keyword) else None

    def has(self, keyword: str) -> bool:
        """Whether a keyword is stated and means something."""
        return keyword in self.schema and self.knows(keyword)

    def refuse(self, what: str, keyword: str, rule: str = "invalid-keyword") -> None:
        """Remember that a keyword cannot be used."""
        self.faults.add(what, self.document, (*self.tokens, keyword), rule)

    def count(self, keyword: str) -> int | None:
        """A length: a whole number that is not negative."""
        value = self.get(keyword)
        if not self.has(keyword):
            return None
        if is_number(value):
            number = exact(value)  # type: ignore[arg-type]
            if number.denominator == 1 and number >= 0:
                return min(int(number), 2**53)
        self.refuse(f"`{keyword}` must be a whole number of 0 or more", keyword)
        return None

    def number(self, keyword: str) -> Number | None:
        """A bound, as JavaScript reads it."""
        value = self.get(keyword)
        if not self.has(keyword):
            return None
        if is_number(value):
            return number_of(value)  # type: ignore[arg-type]
        self.refuse(f"`{keyword}` must be a number", keyword)
        return None

    def flag(self, keyword: str) -> bool:
        """Whether a keyword is ``true``."""
        return self.get(keyword) is True

    def texts(self, keyword: str) -> tuple[str, ...]:
        """A list of strings, each once; a draft 3 style boolean counts as none."""
        return self.names(self.get(keyword), keyword)

    def names(self, value: Json, keyword: str) -> tuple[str, ...]:
        """A value that has to be a list of strings."""
        if value is None:
            return ()
        if isinstance(value, list | tuple) and all(isinstance(name, str) for name in value):
            return tuple(dict.fromkeys(str(name) for name in value))
        self.refuse(f"`{keyword}` must be a list of strings", keyword)
        return ()

    def pattern(self, source: Json, keyword: str) -> str | None:
        """A pattern for JavaScript; ``None`` (and a fault) where there is none."""
        if not isinstance(source, str):
            self.refuse(f"`{keyword}` must be a string", keyword)
            return None
        try:
            return self.faults.pattern(source)
        except PatternError as error:
            rule = error.faults[0].rule
            self.refuse(
                f"the pattern {source!r} has no exact form in JavaScript: {error.reason}",
                keyword,
                rule,
            )
            return None


def number_of(value: float | Decimal) -> Number:
    """The number that ``JSON.parse`` makes of a number's text."""
    if isinstance(value, int) and abs(value) <= 2**53:
        return value
    try:
        return float(value)
    except OverflowError:
        return math.inf if value > 0 else -math.inf
