"""JSON as text, by which it is told whether two values are the same."""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final

import orjson

from modelpact.compat.reasons import Reason, UndecidableError
from modelpact.documents.dialects import Dialect
from modelpact.documents.values import Json

__all__ = ["Texts", "addresses_in", "are_turned", "exact_bytes", "is_turned"]


class Texts:
    """The texts of documents, each written once; documents are told apart by identity."""

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[int, tuple[Json, bytes]] = {}

    def of(self, document: Json) -> bytes:
        """The text of a document, as :func:`exact_bytes` writes it.

        Raises:
            UndecidableError: It is nested too deeply.

        """
        known = self._known.get(id(document))
        if known is None:
            if len(self._known) > _MEMORY:
                self._known.clear()
            # The document is kept too: an id is unique only while its object lives.
            known = self._known[id(document)] = (document, exact_bytes(document))
        return known[1]

    def clear(self) -> None:
        """Forget everything."""
        self._known.clear()


_MEMORY: Final = 10_000


def exact_bytes(value: Json) -> bytes:
    """One spelling for equal JSON and different ones for different JSON; quick, for one machine."""
    try:
        return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
    except TypeError:
        return _slow_bytes(value)


def addresses_in(text: bytes, dialect: Dialect) -> int:
    """How many schemas in a text may have an address of their own.

    What references in one are relative to is that, and not the document.

    Args:
        text: As :func:`exact_bytes` writes it.
        dialect: The dialect of what is written there.

    """
    return text.count(b'"%b":' % dialect.id_keyword.encode())


def is_turned(text: bytes | None) -> bool:
    """Whether a schema may look at fewer others where a schema inside it is looser.

    Where an ``if`` holds, its ``else`` says nothing; what a branch evaluates is not unevaluated.

    Args:
        text: As :func:`exact_bytes` writes it; ``None`` for what is nested too deeply.

    """
    return text is None or any(keyword in text for keyword in _TURNING)


def are_turned(documents: Iterable[Json]) -> bool:
    """Whether :func:`is_turned` holds of any of some documents."""
    try:
        return any(is_turned(exact_bytes(document)) for document in documents)
    except UndecidableError:
        return True


_TURNING: Final = (b'"if":', b'"unevaluated')


def _slow_bytes(value: Json) -> bytes:
    try:
        return json.dumps(value, sort_keys=True, default=_spell).encode("utf-8", "surrogatepass")
    except RecursionError as error:
        raise UndecidableError(Reason.DEPTH, "deeply nested JSON") from error


def _spell(value: Any) -> Any:
    if isinstance(value, Decimal):
        return {"\0decimal": str(value)}
    raise TypeError(f"{type(value).__name__} is not JSON")
