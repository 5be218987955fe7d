"""The part of a value that an error of jsonschema-rs speaks of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Any

from modelpact.compat.subjects import Token
from modelpact.compat.texts import exact_bytes
from modelpact.compat.witness.edits import part
from modelpact.documents.values import Json

__all__ = ["path_in", "path_told"]


def path_in(value: Json, error: Any) -> tuple[Token, ...]:
    """The path of what an error refuses, empty names at its end included."""
    path = path_told(value, error)
    current = part(value, path)
    while isinstance(current, Mapping) and "" in current and current != error.instance:
        path = (*path, "")
        current = current[""]
    if current == error.instance:
        return path
    return _path_to(value, error) or path  # a member's name was taken for one below an empty name


def path_told(value: Json, error: Any) -> tuple[Token, ...]:
    """The path that an error tells.

    jsonschema-rs leaves out names that are empty, tells names of digits as indexes and, among
    references that lead to each other, now and then tells a path that is not in the value: then
    the refused part itself is looked for.
    """
    path: list[Token] = []
    current: Any = value
    try:
        for told in error.instance_path:
            while isinstance(current, Mapping) and str(told) not in current and "" in current:
                path.append("")
                current = current[""]
            token = str(told) if isinstance(current, Mapping) else told
            path.append(token)
            current = part(current, (token,))
    except LookupError:
        return _path_to(value, error) or ()
    return tuple(path)


def _path_to(value: Json, error: Any) -> tuple[Token, ...] | None:
    """The path of a part that is what an error refuses, the likest to the one that it tells."""
    told = [str(told) for told in error.instance_path]
    wanted = exact_bytes(error.instance)
    best: tuple[Token, ...] | None = None
    likeness = -1
    pending: list[tuple[tuple[Token, ...], Any]] = [((), value)]
    while pending:
        path, current = pending.pop()
        if exact_bytes(current) == wanted:
            common = _common_end([str(token) for token in path], told)
            if common > likeness:
                best, likeness = path, common
        if isinstance(current, Mapping):
            pending += (((*path, name), inner) for name, inner in current.items())
        elif isinstance(current, list | tuple):
            pending += (((*path, index), inner) for index, inner in enumerate(current))
    return best


def _common_end(first: Sequence[str], second: Sequence[str]) -> int:
    """How many tokens two paths have in common at their ends."""
    pairs = zip(reversed(first), reversed(second), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
