"""Reading JSON text: as fast as it can be read, or with every digit and every key minded."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final, TypeAlias

import orjson

__all__ = ["Reader", "UnreadableError", "flaw_of", "read_exactly", "read_fast"]

Reader: TypeAlias = "Callable[[bytes | bytearray | memoryview | str], Any]"
"""Makes a value of JSON text; raises :class:`UnreadableError`."""

_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"


class UnreadableError(ValueError):
    """A text that is not JSON. Its text says why and never repeats the input."""


def read_fast(text: bytes | bytearray | memoryview | str) -> Any:
    """Read with orjson.

    Of a key that an object has twice the last value counts; integers beyond 64 bits become floats.

    Raises:
        UnreadableError: Not JSON, not UTF-8, nested deeper than 1024 levels, or a number that no
            float can hold.

    """
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        content = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else bytes(text)
        if content.startswith(_BYTE_ORDER_MARK):
            return read_fast(content[len(_BYTE_ORDER_MARK) :])
        raise UnreadableError(str(error).rpartition(" (char")[0] or str(error)) from error


def read_exactly(text: bytes | bytearray | memoryview | str) -> Any:
    """Read without losing a digit, and refuse objects that have a key twice; slower.

    Raises:
        UnreadableError: As :func:`read_fast`; or a key is there twice, or the text is nested
            deeper than 300 levels.

    """
    from modelpact.documents.loading import LoadError, parse_json

    try:
        return parse_json(text if isinstance(text, str) else bytes(text))
    except LoadError as error:
        fault = error.faults[0]
        place = f" ({fault.where})" if fault.where else ""
        raise UnreadableError(fault.what.removeprefix("is not JSON: ") + place) from error


def flaw_of(value: Any) -> str:
    """Why a value must not be shown to the validator; empty where it may.

    The validator walks values recursively, and a program's stack ends where it ends: some tens of
    thousands of levels end the process. Text is limited when it is read; values are not.

    Returns:
        ``depth``, or what JSON has no word for.

    """
    try:
        # Nothing walks a value faster. It gives up at some 250 levels.
        orjson.dumps(value, option=_STRICTLY)
    except TypeError:
        return _flaw_within(value)
    return ""


_STRICTLY: Final = orjson.OPT_PASSTHROUGH_DATACLASS | orjson.OPT_PASSTHROUGH_DATETIME


def _flaw_within(value: Any) -> str:
    """Level by level: deep values, numbers beyond 64 bits and decimals are fine."""
    from modelpact.documents.wordings import DEPTH, DEPTH_RULE

    level = [value]
    for _ in range(DEPTH + 1):
        below: dict[int, Any] = {}
        for item in level:
            flaw = _flaw(item)
            if flaw:
                return flaw
            if isinstance(item, dict):
                # What stands in a value at several places is looked at once on each level.
                below |= {id(inner): inner for inner in item.values()}
            elif isinstance(item, list | tuple):
                below |= {id(inner): inner for inner in item}
        if not below:
            return ""
        level = list(below.values())
    return DEPTH_RULE


def _flaw(item: Any) -> str:
    if isinstance(item, dict):
        names = item.keys()
        wrong = next((name for name in names if not isinstance(name, str)), None)
        if wrong is not None:
            return f"a key is of the type {type(wrong).__name__}"
        return _UNENCODABLE if any(map(_is_unencodable, names)) else ""
    if isinstance(item, str):
        return _UNENCODABLE if _is_unencodable(item) else ""
    if item is None or isinstance(item, bool | int | float | Decimal | list | tuple):
        return ""
    return f"it holds a value of the type {type(item).__name__}"


_UNENCODABLE: Final = "a string is not Unicode"


def _is_unencodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
