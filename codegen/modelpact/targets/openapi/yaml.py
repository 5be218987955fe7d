"""JSON values as YAML 1.2 in block style.

Every key and string is in JSON's double quotes unless it is a plain word, and so means the same to
YAML 1.1 readers: no ``no`` that is false, no date, no number that was a text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Final

from modelpact.documents.values import Json
from modelpact.emit.characters import HAZARDS
from modelpact.emit.json_text import json_text

__all__ = ["has_lone_surrogate", "yaml_bytes"]

_PLAIN: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*(?: [A-Za-z_][A-Za-z0-9_.,-]*)*")
_RESERVED: Final = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_HAZARD: Final = re.compile(f"[{HAZARDS}]")


def yaml_bytes(value: Json) -> bytes:
    """A document, UTF-8, with a newline at the end.

    Raises:
        UnicodeEncodeError: A text holds half a surrogate pair.

    """
    return ("\n".join(_lines(value, "")) + "\n").encode()


def _lines(value: Json, indent: str) -> Iterator[str]:
    """The lines of a value that stands on lines of its own."""
    if isinstance(value, Mapping) and value:
        for key, inner in value.items():
            yield from _entry(f"{indent}{_text(key)}:", inner, indent + "  ")
    elif isinstance(value, list | tuple) and value:
        for inner in value:
            first, *others = _lines(inner, indent + "  ")
            yield f"{indent}- {first[len(indent) + 2 :]}"
            yield from others
    else:
        yield indent + _scalar(value)


def _entry(head: str, value: Json, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping | list | tuple) and value:
        yield head
        yield from _lines(value, indent)
    else:
        yield f"{head} {_scalar(value)}"


def _scalar(value: Json) -> str:
    return _text(value) if isinstance(value, str) else json_text(value)


def _text(text: str) -> str:
    if _PLAIN.fullmatch(text) and text.lower() not in _RESERVED:
        return text
    if not text.isascii():
        text.encode()
    return _HAZARD.sub(_escaped, json.dumps(text, ensure_ascii=False))


def _escaped(match: re.Match[str]) -> str:
    number = ord(match[0])
    return f"\\u{number:04X}" if number <= 0xFFFF else f"\\U{number:08X}"  # noqa: PLR2004


def has_lone_surrogate(value: Json) -> bool:
    """Whether a text somewhere in a value has no UTF-8."""
    if isinstance(value, str):
        return _SURROGATE.search(value) is not None
    if isinstance(value, Mapping):
        return any(has_lone_surrogate(k) or has_lone_surrogate(v) for k, v in value.items())
    return isinstance(value, list | tuple) and any(map(has_lone_surrogate, value))


_SURROGATE: Final = re.compile("[\ud800-\udfff]")
