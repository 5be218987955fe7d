"""Keywords on numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from modelpact.compat.compiling.context import Handler, Site
from modelpact.compat.nodes import kinds
from modelpact.compat.values import Number, number_of
from modelpact.documents.values import is_number

__all__ = ["HANDLERS"]


def _number(site: Site, keyword: str) -> Number:
    value = site.schema[keyword]
    if not is_number(value):
        raise site.invalid(keyword, "a number")
    try:
        return number_of(value)
    except ValueError as error:
        raise site.invalid(keyword, "a finite number") from error


def _is_flag(site: Site, keyword: str) -> bool:
    """Whether an exclusive bound is but a flag beside the bound, as in draft 4."""
    if site.dialect.knows("const"):
        return False
    if not isinstance(site.schema[keyword], bool):
        raise site.invalid(keyword, "true or false in draft 4")
    return True


def _minimum(site: Site, _value: Any) -> None:
    open_end = not site.dialect.knows("const") and site.schema.get("exclusiveMinimum") is True
    site.add(site.table.keyword(kinds.MINIMUM, _number(site, "minimum"), open_end))


def _maximum(site: Site, _value: Any) -> None:
    open_end = not site.dialect.knows("const") and site.schema.get("exclusiveMaximum") is True
    site.add(site.table.keyword(kinds.MAXIMUM, _number(site, "maximum"), open_end))


def _exclusive_minimum(site: Site, _value: Any) -> None:
    if not _is_flag(site, "exclusiveMinimum"):
        site.add(site.table.keyword(kinds.MINIMUM, _number(site, "exclusiveMinimum"), True))


def _exclusive_maximum(site: Site, _value: Any) -> None:
    if not _is_flag(site, "exclusiveMaximum"):
        site.add(site.table.keyword(kinds.MAXIMUM, _number(site, "exclusiveMaximum"), True))


def _multiple_of(site: Site, _value: Any) -> None:
    divisor = _number(site, "multipleOf")
    if divisor <= 0:
        raise site.invalid("multipleOf", "a number above zero")
    site.add(site.table.keyword(kinds.MULTIPLE_OF, divisor))


HANDLERS: Final[Mapping[str, Handler]] = {
    "minimum": _minimum,
    "maximum": _maximum,
    "exclusiveMinimum": _exclusive_minimum,
    "exclusiveMaximum": _exclusive_maximum,
    "multipleOf": _multiple_of,
}
