"""Payloads as text: exact, or for people, with the refused part marked and long texts cut."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

from modelpact.compat.report import Finding
from modelpact.documents.values import Json

__all__ = ["compact_json", "json_lines", "missing_member", "payload_lines"]


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


def json_lines(value: Json) -> Iterator[str]:
    """JSON indented by two, line by line, in ASCII; every digit of every number is kept."""
    for line, _ in _lines(value, (), ""):
        yield line


def missing_member(finding: Finding) -> str:
    """The property that the refused part of a finding's payload lacks, where it lacks one."""
    change = finding.change
    return change.name if change is not None and change.keyword == "required" else ""


def payload_lines(
    value: Json, refused: tuple[str | int, ...], missing: str = ""
) -> Iterator[tuple[str, bool]]:
    """A value as indented JSON, line by line, and whether a line belongs to the refused part.

    Texts that are too long to be read are cut, and say how long they are.

    Args:
        value: The payload.
        refused: The path of the refused part; its first line ends in an arrow.
        missing: The property that the refused part lacks; its absence gets a line of its own.

    """
    lines = list(_lines(value, (), "", write=_short_json))
    first = next(index for index, (_, path) in enumerate(lines) if path == refused)
    last = max(index for index, (_, path) in enumerate(lines) if path == refused)
    for index, (line, path) in enumerate(lines):
        inside = path[: len(refused)] == refused
        if not missing:
            yield (f"{line}   <-- refused" if index == first else line), inside
            continue
        if index == last:
            indent = line[: len(line) - len(line.lstrip())]
            if first == last:  # an empty object has no line of its own to stand on
                yield f"{line}   <-- no {json.dumps(missing)}", True
                continue
            yield f"{indent}  <-- no {json.dumps(missing)}", True
        yield line, False


_LONGEST: Final = 200
_KEPT: Final = 60


def _short_json(value: Json) -> str:
    if not isinstance(value, str) or len(value) <= _LONGEST:
        return compact_json(value)
    return f'{json.dumps(value[:_KEPT])[:-1]}..." ({len(value):,} characters)'


def _lines(  # noqa: PLR0913, PLR0917 - where a value stands, and how it is written
    value: Json,
    path: tuple[str | int, ...],
    indent: str,
    label: str = "",
    end: str = "",
    write: Callable[[Json], str] = compact_json,
) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """The lines of a value, each with the path of what begins or ends there."""
    if not isinstance(value, Mapping | list | tuple) or not value:
        yield f"{indent}{label}{write(value)}{end}", path
        return
    opening, closing = ("{", "}") if isinstance(value, Mapping) else ("[", "]")
    yield f"{indent}{label}{opening}", path
    members: list[tuple[str | int, Json]] = (
        list(value.items()) if isinstance(value, Mapping) else list(enumerate(value))
    )
    for position, (token, inner) in enumerate(members):
        name = f"{json.dumps(token)}: " if isinstance(token, str) else ""
        comma = "," if position < len(members) - 1 else ""
        yield from _lines(inner, (*path, token), f"{indent}  ", name, comma, write)
    yield f"{indent}{closing}{end}", path
