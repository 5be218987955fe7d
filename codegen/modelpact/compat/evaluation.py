"""Whether a value is in the set that a literal describes: true, false, or not known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any, Final

from modelpact.compat.nodes import Literal, NodeTable, kinds
from modelpact.compat.policy import RegexDialect
from modelpact.compat.strings import StringSets
from modelpact.compat.values import key_of, number_of, type_of

__all__ = ["Evaluator"]


class Evaluator:
    """Three-valued membership. ``None`` means that an opaque part decides.

    Args:
        table: The nodes that literals are numbers of.
        strings: Patterns and formats.

    """

    __slots__ = ("_recalled", "_strings", "_table")

    def __init__(self, table: NodeTable, strings: StringSets) -> None:
        self._table = table
        self._strings = strings
        self._recalled: dict[tuple[Literal, int], bool | None] | None = None
        """By reference and identity of an array or object, while the value around it is held."""

    def holds(self, literal: Literal, value: Any) -> bool | None:
        """Whether a value is a member."""
        if literal < 0:
            positive = self.holds(-literal, value)
            return None if positive is None else not positive
        bit = type_of(value)
        table = self._table
        if not table.may[literal] & bit:
            return False
        if table.must[literal] & bit:
            return True
        return _RULES[table.kind[literal]](self, value, *table.arguments[literal])

    def all_hold(self, literals: Iterable[Literal], value: Any) -> bool | None:
        """Whether a value is a member of every set."""
        return _every(self.holds(literal, value) for literal in literals)

    def any_holds(self, literals: Iterable[Literal], value: Any) -> bool | None:
        """Whether a value is a member of some set."""
        result: bool | None = False
        for literal in literals:
            answer = self.holds(literal, value)
            if answer:
                return True
            if answer is None:
                result = None
        return result

    def _values(self, value: Any, members: frozenset[Any]) -> bool:
        return key_of(value) in members

    def _all_of(self, value: Any, parts: tuple[Literal, ...]) -> bool | None:
        return self.all_hold(parts, value)

    def _one_of(self, value: Any, parts: tuple[Literal, ...]) -> bool | None:
        answers = [self.holds(part, value) for part in parts]
        certain = answers.count(True)
        if certain > 1:
            return False
        return None if None in answers else certain == 1

    def _reference(self, value: Any, identity: object) -> bool | None:
        """A definition is asked about each part of a value once, however many ways lead there."""
        reference = self._table.reference(identity)
        meaning = self._table.definitions[reference]
        if not isinstance(value, dict | list):
            return self.holds(meaning, value)
        if self._recalled is None:
            self._recalled = {}
            try:
                return self.holds(meaning, value)
            finally:
                self._recalled = None
        key = (reference, id(value))
        if key not in self._recalled:
            self._recalled[key] = self.holds(meaning, value)
        return self._recalled[key]

    def _opaque(self, _value: Any, _identity: str, _reason: str) -> None:
        return None

    def _minimum(self, value: Any, bound: Any, exclusive: bool) -> bool:
        number = number_of(value)
        return bool(number > bound if exclusive else number >= bound)

    def _maximum(self, value: Any, bound: Any, exclusive: bool) -> bool:
        number = number_of(value)
        return bool(number < bound if exclusive else number <= bound)

    def _multiple_of(self, value: Any, divisor: Any) -> bool:
        return bool((Fraction(number_of(value)) / divisor).denominator == 1)

    def _spelled_integer(self, value: Any) -> bool:
        return isinstance(value, int)

    def _at_least(self, value: Any, count: int) -> bool:
        return len(value) >= count

    def _at_most(self, value: Any, count: int) -> bool:
        return len(value) <= count

    def _pattern(self, value: str, source: str, dialect: RegexDialect) -> bool | None:
        return self._strings.matches(source, dialect, value)

    def _format(self, value: str, name: str) -> bool | None:
        return self._strings.has_format(name, value)

    def _item(self, value: list[Any], index: int, literal: Literal) -> bool | None:
        return len(value) <= index or self.holds(literal, value[index])

    def _items_from(self, value: list[Any], index: int, literal: Literal) -> bool | None:
        return _every(self.holds(literal, item) for item in value[index:])

    def _unique(self, value: list[Any]) -> bool:
        return len({key_of(item) for item in value}) == len(value)

    def _contains(
        self, value: list[Any], literal: Literal, least: int, most: int | None
    ) -> bool | None:
        answers = [self.holds(literal, item) for item in value]
        certain, unknown = answers.count(True), answers.count(None)
        if certain + unknown < least or (most is not None and certain > most):
            return False
        enough = certain >= least and (most is None or certain + unknown <= most)
        return True if enough else None

    def _required(self, value: dict[str, Any], name: str) -> bool:
        return name in value

    def _property(self, value: dict[str, Any], name: str, literal: Literal) -> bool | None:
        return name not in value or self.holds(literal, value[name])

    def _properties(self, value: dict[str, Any], names: Literal, literal: Literal) -> bool | None:
        return _every(
            _or(self.holds(-names, name), self.holds(literal, item)) for name, item in value.items()
        )


def _every(answers: Iterable[bool | None]) -> bool | None:
    result: bool | None = True
    for answer in answers:
        if answer is False:
            return False
        if answer is None:
            result = None
    return result


def _or(first: bool | None, second: bool | None) -> bool | None:
    if first or second:
        return True
    return None if first is None or second is None else False


_RULES: Final[dict[int, Callable[..., bool | None]]] = {
    kinds.VALUES: Evaluator._values,  # noqa: SLF001 - the class's own table of rules
    kinds.ALL_OF: Evaluator._all_of,  # noqa: SLF001
    kinds.ONE_OF: Evaluator._one_of,  # noqa: SLF001
    kinds.REFERENCE: Evaluator._reference,  # noqa: SLF001
    kinds.OPAQUE: Evaluator._opaque,  # noqa: SLF001
    kinds.MINIMUM: Evaluator._minimum,  # noqa: SLF001
    kinds.MAXIMUM: Evaluator._maximum,  # noqa: SLF001
    kinds.MULTIPLE_OF: Evaluator._multiple_of,  # noqa: SLF001
    kinds.SPELLED_INTEGER: Evaluator._spelled_integer,  # noqa: SLF001
    kinds.MIN_LENGTH: Evaluator._at_least,  # noqa: SLF001
    kinds.MAX_LENGTH: Evaluator._at_most,  # noqa: SLF001
    kinds.PATTERN: Evaluator._pattern,  # noqa: SLF001
    kinds.FORMAT: Evaluator._format,  # noqa: SLF001
    kinds.MIN_ITEMS: Evaluator._at_least,  # noqa: SLF001
    kinds.MAX_ITEMS: Evaluator._at_most,  # noqa: SLF001
    kinds.ITEM: Evaluator._item,  # noqa: SLF001
    kinds.ITEMS_FROM: Evaluator._items_from,  # noqa: SLF001
    kinds.UNIQUE: Evaluator._unique,  # noqa: SLF001
    kinds.CONTAINS: Evaluator._contains,  # noqa: SLF001
    kinds.REQUIRED: Evaluator._required,  # noqa: SLF001
    kinds.MIN_PROPERTIES: Evaluator._at_least,  # noqa: SLF001
    kinds.MAX_PROPERTIES: Evaluator._at_most,  # noqa: SLF001
    kinds.PROPERTY: Evaluator._property,  # noqa: SLF001
    kinds.PROPERTIES: Evaluator._properties,  # noqa: SLF001
}
