"""Values with one part changed; the original is never touched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from modelpact.compat.subjects import Token
from modelpact.documents.values import Json

__all__ = ["part", "parts_of", "renamed", "replaced", "without"]


def parts_of(value: Json) -> Iterator[tuple[Token, ...]]:
    """The paths of a value and of everything in it: outermost first, items from the last.

    So a part that is taken away leaves the paths of those that follow as they were, unless they
    were inside it.
    """
    pending: list[tuple[tuple[Token, ...], Json]] = [((), value)]
    while pending:
        following: list[tuple[tuple[Token, ...], Json]] = []
        for path, inner in pending:
            yield path
            if isinstance(inner, Mapping):
                following.extend(((*path, name), member) for name, member in inner.items())
            elif isinstance(inner, list | tuple):
                following.extend(
                    ((*path, index), inner[index]) for index in reversed(range(len(inner)))
                )
        pending = following


def part(value: Json, path: tuple[Token, ...]) -> Any:
    """The part of a value at a path.

    Raises:
        LookupError: There is none.

    """
    current: Any = value
    for token in path:
        wanted: Any = Mapping if isinstance(token, str) else (list, tuple)
        if not isinstance(current, wanted):
            raise LookupError(token)  # noqa: TRY004 - a path that does not fit is no path
        current = current[token]
    return current


def replaced(value: Any, path: tuple[Token, ...], by: Json) -> Any:
    """The value with another part at a path.

    Raises:
        LookupError: There is no such part.

    """
    if not path:
        return by
    part(value, path[:1])
    changed: Any = dict(value) if isinstance(value, Mapping) else list(value)
    changed[path[0]] = replaced(value[path[0]], path[1:], by)
    return changed


def without(value: Any, path: tuple[Token, ...]) -> Any:
    """The value without the part at a path, which is not the root.

    Raises:
        LookupError: There is no such part.

    """
    container = part(value, path[:-1])
    part(container, path[-1:])
    if isinstance(container, Mapping):
        left: Any = {name: inner for name, inner in container.items() if name != path[-1]}
    else:
        left = [inner for index, inner in enumerate(container) if index != path[-1]]
    return replaced(value, path[:-1], left)


def renamed(value: Any, path: tuple[Token, ...], name: str) -> Any:
    """The value with the property at a path under another name, in the same position.

    Raises:
        LookupError: There is no such property, or the name is taken.

    """
    container = part(value, path[:-1])
    if name in container:
        raise LookupError(name)
    left = {name if old == path[-1] else old: inner for old, inner in container.items()}
    return replaced(value, path[:-1], left)
