"""The handlers of keywords that a dialect knows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from modelpact.compat.compiling import applicators, arrays, numbers, objects, strings, unevaluated
from modelpact.compat.compiling.context import Handler
from modelpact.compat.records import RECORD_KEYWORDS
from modelpact.documents.dialects import Dialect

__all__ = ["handlers_of", "tells_records"]

_HANDLERS: Final[Mapping[str, Handler]] = {
    **applicators.HANDLERS,
    **numbers.HANDLERS,
    **strings.HANDLERS,
    **arrays.HANDLERS,
    **objects.HANDLERS,
    **unevaluated.HANDLERS,
}
_KNOWN: Final[dict[str, Mapping[str, Handler]]] = {}


def handlers_of(dialect: Dialect) -> Mapping[str, Handler]:
    """By keyword."""
    handlers = _KNOWN.get(dialect.name)
    if handlers is None:
        handlers = {k: h for k, h in _HANDLERS.items() if dialect.knows(k)}
        _KNOWN[dialect.name] = handlers
    return handlers


@cache
def tells_records(dialect: Dialect) -> bool:
    """Whether a dialect has all keywords of records: it may have left out a vocabulary."""
    return all(map(dialect.knows, RECORD_KEYWORDS))
