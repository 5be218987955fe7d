"""Schemas and values rewritten so that jsonschema (in Python) computes exactly.

See :mod:`.validators` for why. The rewriting keeps the shape of a document: references and pointers
into it mean what they meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, TypeAlias

from modelpact.documents.dialects import Dialect, Shape
from modelpact.documents.values import Json, exact

__all__ = ["has_patterns", "prepare", "strings_of", "with_fractions"]

_Match: TypeAlias = Callable[[str, str], bool]

_DATA: Final = frozenset({"const", "enum", "default", "examples"})


def has_patterns(document: Json) -> bool:
    """Whether a document may hold a pattern anywhere; a property of that name counts too."""
    pending: list[Any] = [document]
    while pending:
        value = pending.pop()
        if isinstance(value, Mapping):
            if "pattern" in value or "patternProperties" in value:
                return True
            pending.extend(value.values())
        elif isinstance(value, list | tuple):
            pending.extend(value)
    return False


def strings_of(value: Json) -> tuple[str, ...]:
    """Every string in a value, the names of its members included, each once."""
    found: dict[str, None] = {}
    pending: list[Any] = [value]
    while pending:
        item = pending.pop()
        if isinstance(item, str):
            found[item] = None
        elif isinstance(item, Mapping):
            found.update(dict.fromkeys(item))
            pending.extend(item.values())
        elif isinstance(item, list | tuple):
            pending.extend(item)
    return tuple(found)


def with_fractions(value: Json, dialect: Dialect) -> Any:
    """A value whose numbers are ``int`` where integers in the dialect, else ``Fraction``."""
    if isinstance(value, float | Decimal):
        number = exact(value)
        integral = number.denominator == 1 and dialect.fractions_are_integers
        return number.numerator if integral else number
    if isinstance(value, Mapping):
        return {name: with_fractions(inner, dialect) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [with_fractions(inner, dialect) for inner in value]
    return value


def prepare(schema: Json, dialect: Dialect, strings: tuple[str, ...], matches: _Match) -> Any:
    """A schema with exact numbers, and with patterns that Python's ``re`` understands.

    Args:
        schema: The schema, or a whole document.
        dialect: Its draft.
        strings: The strings that patterns will meet: all those of one value.
        matches: Whether a pattern, as it stands in the schema, matches a string.

    """
    return _Preparation(dialect, strings, matches).schema(schema)


class _Preparation:
    def __init__(self, dialect: Dialect, strings: tuple[str, ...], matches: _Match) -> None:
        self._dialect = dialect
        self._strings = strings
        self._matches = matches

    def schema(self, schema: Any) -> Any:
        if isinstance(schema, list | tuple):
            return [self.schema(inner) for inner in schema]
        if not isinstance(schema, Mapping):
            return _exact_number(schema)
        return {keyword: self._keyword(keyword, value) for keyword, value in schema.items()}

    def _keyword(self, keyword: str, value: Any) -> Any:
        if keyword == "pattern" and isinstance(value, str):
            return self._pattern(value)
        if keyword == "patternProperties" and isinstance(value, Mapping):
            return {
                f"(?#{index}){self._pattern(pattern)}": self.schema(inner)
                for index, (pattern, inner) in enumerate(value.items())
            }
        if keyword in _DATA:
            return with_fractions(value, self._dialect)
        shape = self._dialect.applicators.get(keyword)
        if shape in {Shape.MAP, Shape.MAP_OR_NAMES} and isinstance(value, Mapping):
            return {name: self.schema(inner) for name, inner in value.items()}
        # What is no keyword may still be a place that a reference points into.
        return self.schema(value)

    def _pattern(self, pattern: str) -> str:
        """A pattern that matches those of our strings that the given one matches."""
        words = [re.escape(text) for text in self._strings if self._matches(pattern, text)]
        return rf"\A(?:{'|'.join(words)})\Z" if words else "(?!)"


def _exact_number(value: Any) -> Any:
    if isinstance(value, float | Decimal):
        number: Fraction = exact(value)
        return number.numerator if number.denominator == 1 else number
    return value
