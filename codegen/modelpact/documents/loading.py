"""Reading JSON text without losing anything: no digits, no duplicate keys, no surprises."""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, cast

from modelpact.documents.values import Json
from modelpact.errors import ModelpactError

__all__ = ["LoadError", "load_file", "parse_json"]

_MAX_DEPTH = 300
"""Deeper nesting than any real document has, and as deep as recursive code safely goes."""

_MAX_EXPONENT = 4_300
"""Numbers beyond 10**4300 are refused: exact arithmetic on them is a way to hang a tool."""


class LoadError(ModelpactError):
    """A text that is not one JSON value which we can hold exactly."""


def load_file(path: Path) -> Json:
    """Read a JSON file.

    Raises:
        LoadError: It cannot be read, is not UTF-8, or is not JSON.

    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise LoadError(
            f"cannot be read: {error.strerror or error}", where=str(path), rule="unreadable-file"
        ) from error
    return parse_json(data, where=str(path))


def parse_json(data: bytes | str, *, where: str = "") -> Json:
    """Parse one JSON value.

    Args:
        data: The text; bytes must be UTF-8, with or without a byte order mark.
        where: The name of the source, for messages.

    Raises:
        LoadError: Not JSON (NaN and Infinity are not), a key twice in one object, nesting deeper
            than 300 levels, or a number whose exponent is beyond any use.

    """
    try:
        text = data.decode("utf-8-sig") if isinstance(data, bytes) else data
    except UnicodeDecodeError as error:
        raise LoadError(
            f"is not UTF-8 (byte {error.start})", where=where, rule="not-utf8"
        ) from error
    try:
        value = cast("Json", _DECODER.decode(text))
    except json.JSONDecodeError as error:
        place = f"{where}:{error.lineno}:{error.colno}" if where else f"line {error.lineno}"
        raise LoadError(f"is not JSON: {error.msg}", where=place, rule="not-json") from error
    except _RefusedError as error:
        raise LoadError(str(error), where=where, rule="not-json") from error
    except RecursionError as error:
        raise LoadError(
            f"is nested deeper than {_MAX_DEPTH} levels", where=where, rule="too-deep"
        ) from error
    except ValueError as error:
        raise LoadError(f"cannot be held: {error}", where=where, rule="not-json") from error
    _refuse_depth(value, text, where)
    return value


class _RefusedError(Exception):
    pass


def _refuse_depth(value: Json, text: str, where: str) -> None:
    """Go down level by level; only a text with brackets enough to be too deep pays for it."""
    if text.count("[") + text.count("{") <= _MAX_DEPTH:
        return
    level: list[Any] = [value]
    for _ in range(_MAX_DEPTH + 1):
        below: list[Any] = []
        for item in level:
            if type(item) is dict:
                below += item.values()
            elif type(item) is list:
                below += item
        if not below:
            return
        level = below
    raise LoadError(f"is nested deeper than {_MAX_DEPTH} levels", where=where, rule="too-deep")


def _unique_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        message = f"has the key {twice!r} twice in one object"
        raise _RefusedError(message)
    return result


def _number(text: str) -> float | Decimal:
    try:
        stated = Decimal(text)
    except InvalidOperation as error:
        message = f"has a number out of all range: {text[:40]}"
        raise _RefusedError(message) from error
    if stated and abs(stated.adjusted()) > _MAX_EXPONENT:
        message = f"has a number out of all range: {text[:40]}"
        raise _RefusedError(message)
    nearest = float(text)
    return nearest if Decimal(repr(nearest)) == stated else stated


def _constant(name: str) -> None:
    message = f"is not JSON: {name} is not a JSON number"
    raise _RefusedError(message)


_DECODER = json.JSONDecoder(
    parse_float=_number, parse_constant=_constant, object_pairs_hook=_unique_object
)
