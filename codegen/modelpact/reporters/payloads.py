"""Payloads as text: exact, and with the refused part marked."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from modelpact.documents.values import Json

__all__ = ["compact_json", "payload_lines"]


def compact_json(value: Json) -> str:
    """JSON on one line, in ASCII; every digit of every number is kept."""
    if isinstance(value, Mapping):
        members = (f"{json.dumps(name)}:{compact_json(inner)}" for name, inner in value.items())
        return "{" + ",".join(members) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(map(compact_json, value)) + "]"
    return _scalar(value)


def _scalar(value: Any) -> str:
    return str(value) if isinstance(value, Decimal) else json.dumps(value)


def payload_lines(value: Json, refused: tuple[str | int, ...]) -> Iterator[tuple[str, bool]]:
    """A value as indented JSON, line by line, and whether a line belongs to the refused part.

    The first line of the refused part ends in an arrow.
    """
    for line, path in _lines(value, (), "", ""):
        inside = path[: len(refused)] == refused
        marked = (
            inside and bool(line) and path == refused and not line.lstrip().startswith(("}", "]"))
        )
        yield (f"{line}   <-- refused" if marked else line), inside


def _lines(
    value: Json, path: tuple[str | int, ...], indent: str, label: str, end: str = ""
) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    if not isinstance(value, Mapping | list | tuple) or not value:
        text = (
            "{}"
            if isinstance(value, Mapping)
            else "[]"
            if isinstance(value, list | tuple)
            else _scalar(value)
        )
        yield f"{indent}{label}{text}{end}", path
        return
    opening, closing = ("{", "}") if isinstance(value, Mapping) else ("[", "]")
    yield f"{indent}{label}{opening}", path
    members: list[tuple[str | int, Json]] = (
        list(value.items()) if isinstance(value, Mapping) else list(enumerate(value))
    )
    for position, (token, inner) in enumerate(members):
        name = f"{json.dumps(token)}: " if isinstance(token, str) else ""
        comma = "," if position < len(members) - 1 else ""
        yield from _lines(inner, (*path, token), f"{indent}  ", name, comma)
    yield f"{indent}{closing}{end}", path
