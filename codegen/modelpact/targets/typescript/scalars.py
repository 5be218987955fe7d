"""Strings, numbers and single values as type expressions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from modelpact.documents.values import Json
from modelpact.graph.nodes import NumberType, StringType
from modelpact.targets.typescript import layout
from modelpact.targets.typescript.layout import Expression, Text
from modelpact.targets.typescript.module_scope import ModuleScope
from modelpact.targets.typescript.names import BrandedType
from modelpact.targets.typescript.text import is_representable, literal, string_literal

__all__ = ["branded", "literals", "number", "string", "union_of"]

_SAFE: Final = 2**53 - 1
_WIDE_FORMATS: Final = frozenset({"int64", "uint64"})
_STRING: Final = Text("string")
_NUMBER: Final = Text("number")


def string(type_: StringType, scope: ModuleScope) -> Expression:
    """``string``, a brand's type, or the helper for numbers that travel as strings."""
    if type_.brand:
        return _brand(type_, scope)
    if type_.format == "decimal":
        return scope.helper("DecimalString")
    if type_.format in _WIDE_FORMATS:
        return scope.helper("Int64String")
    return _STRING


def number(type_: NumberType, scope: ModuleScope) -> Expression:
    """``number``, or a brand's type."""
    if type_.integer and _is_wide(type_):
        scope.lose(
            "imprecise-number",
            "Integers beyond 2^53 lose digits in JSON.parse; the type says number",
        )
    return _brand(type_, scope) if type_.brand else _NUMBER


def branded(type_: BrandedType, scope: ModuleScope) -> Expression:
    """The declaration of a brand: ``Brand<string, "UserId">``."""
    base = "string" if isinstance(type_, StringType) else "number"
    return Text(f"{scope.helper('Brand').text}<{base}, {string_literal(type_.brand)}>")


def literals(values: Iterable[Json], scope: ModuleScope, modifier: str) -> Expression:
    """The union of some JSON values."""
    written = []
    for value in values:
        if _holds_wide_number(value):
            scope.lose(
                "imprecise-number",
                "One of the values is a number that JavaScript cannot hold; the type says number",
            )
        written.append(Text(literal(value, modifier)))
    return union_of(written)


def union_of(members: Iterable[Expression]) -> Expression:
    """Members flattened, each once; one alone is itself, none are ``never``."""
    flattened: list[Expression] = []
    for member in members:
        flattened.extend(member.members if isinstance(member, layout.Union) else [member])
    unique = tuple(dict.fromkeys(flattened))
    if not unique:
        return Text("never")
    return unique[0] if len(unique) == 1 else layout.Union(unique)


def _brand(type_: BrandedType, scope: ModuleScope) -> Expression:
    """The brand's own type where it has one for this kind of value, else the brand spelled out."""
    declared = scope.names.brand_types.get(type_.brand)
    if declared is None or type(declared) is not type(type_):
        return branded(type_, scope)
    return scope.use(scope.names.brands[type_.brand])


def _is_wide(type_: NumberType) -> bool:
    """Whether it says that it holds integers that a double does not."""
    low, high = type_.minimum, type_.maximum
    if type_.format in _WIDE_FORMATS:
        return low is None or high is None or low < -_SAFE or high > _SAFE
    return any(bound is not None and abs(bound) > _SAFE for bound in (low, high))


def _holds_wide_number(value: Any) -> bool:
    match value:
        case bool() | None | str():
            return False
        case list() | tuple():
            return any(map(_holds_wide_number, value))
        case dict():
            return any(map(_holds_wide_number, value.values()))
        case _:
            return not is_representable(value)
