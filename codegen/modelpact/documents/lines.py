"""On which line of a JSON text a place stands."""

from __future__ import annotations

import re
from json import JSONDecoder
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Final

from modelpact.documents.pointers import Pointer

__all__ = ["line_of"]

_SPACE: Final = re.compile(r"[ \t\r\n]*")
_DECODER: Final = JSONDecoder(parse_int=str, parse_float=str)


def line_of(text: str, pointer: Pointer) -> int:
    """The line, counted from 1, of a place or of the nearest place around it that is there.

    A member of an object stands where its name does.

    Args:
        text: Valid JSON, with or without a byte order mark.
        pointer: The place.

    """
    offset = _skip(text, 1 if text.startswith("\ufeff") else 0)
    told = offset
    for token in pointer.tokens:
        found = _member(text, offset, str(token))
        if found is None:
            break
        told, offset = found
    return text.count("\n", 0, told) + 1


def _member(text: str, offset: int, token: str) -> tuple[int, int] | None:
    """Where a member begins (with its name), and where its value does."""
    opening = text[offset : offset + 1]
    if opening not in {"{", "["}:
        return None
    offset = _skip(text, offset + 1)
    index = 0
    while text[offset] not in "}]":
        start, name = offset, str(index)
        if opening == "{":
            name, offset = scanstring(text, offset + 1, True)
            offset = _skip(text, _skip(text, offset) + 1)
        if name == token:
            return start, offset
        offset = _skip(text, _DECODER.raw_decode(text, offset)[1])
        if text[offset] == ",":
            offset = _skip(text, offset + 1)
        index += 1
    return None


def _skip(text: str, offset: int) -> int:
    """The offset of what follows white space."""
    found = _SPACE.match(text, offset)
    return found.end() if found else offset
