"""What of a schema is shown of a change: the lines of its JSON that have to do with it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Final

from modelpact.compat.changes import Change
from modelpact.documents.sets import KEYWORD
from modelpact.documents.values import Json
from modelpact.reporters.payloads import json_lines

__all__ = ["OMITTED", "focused_lines"]

OMITTED: Final = "..."
"""Stands for lines that are left out."""

_WORDS: Final = frozenset({"$schema", "$id", "$comment", "title", "description", "examples"})
_ALWAYS: Final = frozenset({"type", "$ref", "format", "const"})
_MEMBERS: Final = frozenset({"properties", "patternProperties", "$defs", "definitions"})
_COMBINING: Final = frozenset({"allOf", "anyOf", "oneOf", "prefixItems"})
_INNER: Final = frozenset({"items", "additionalProperties", "contains", "not", "propertyNames"})
_CLOSING: Final = frozenset({"additionalProperties", "unevaluatedProperties", "patternProperties"})
_LARGE: Final = 8
"""A keyword of more lines in either version is shown where it is the one that changed; what differs
of data is."""


def focused_lines(schema: Json, other: Json, change: Change, *, facts: bool) -> list[str]:
    """The lines of a schema, without the keywords that have nothing to do with a change.

    Args:
        schema: The schema.
        other: The same schema in the other version.
        change: The change.
        facts: Whether ``x-modelpact`` has to do with it, as it has with what SDKs look like.

    """
    if not isinstance(schema, Mapping):
        return list(json_lines(schema))
    beside = other if isinstance(other, Mapping) else {}
    words = _WORDS if facts else {*_WORDS, KEYWORD}
    return _object(
        (word, None if word in words else _shown(word, value, beside, change))
        for word, value in schema.items()
    )


def _shown(
    keyword: str, value: Json, other: Mapping[str, Json], change: Change
) -> list[str] | None:
    """The lines of a keyword's value; ``None`` where it is left out."""
    if keyword in _MEMBERS and isinstance(value, Mapping) and change.name:
        if change.name not in value and keyword != change.keyword:
            return None
        return _object(
            (name, _plain_lines(schema) if name == change.name else None)
            for name, schema in value.items()
        )
    lines = _keyword_lines(keyword, value)
    closing = keyword in _CLOSING and change.keyword in {*_CLOSING, "properties"}
    if keyword == change.keyword or keyword in _ALWAYS or closing:
        return lines
    if keyword in other and other[keyword] == value:
        return None
    return _changed(keyword, value, other.get(keyword))


def _changed(keyword: str, value: Json, other: Json) -> list[str] | None:
    """The lines of a keyword that is another one in the other version."""
    lines = _keyword_lines(keyword, value)
    longest = max(len(lines), len(_keyword_lines(keyword, other)))
    if longest <= _LARGE or keyword in _COMBINING:
        return lines
    return None if keyword in _MEMBERS | _INNER else _differing_lines(value, other)


def _differing_lines(value: Json, other: Json) -> list[str]:
    """The lines of large data, without the members that the other version has, too."""
    if not isinstance(value, Mapping) or not isinstance(other, Mapping):
        return list(json_lines(value))
    return _object(
        (
            name,
            None
            if name in other and other[name] == inner
            else _differing_lines(inner, other.get(name)),
        )
        for name, inner in value.items()
    )


def _plain_lines(schema: Json) -> list[str]:
    """The lines of a schema inside another, without what only people read."""
    if not isinstance(schema, Mapping):
        return list(json_lines(schema))
    return _object(
        (word, None if word in {*_WORDS, KEYWORD} else _keyword_lines(word, value))
        for word, value in schema.items()
    )


def _keyword_lines(keyword: str, value: Json) -> list[str]:
    if keyword in _COMBINING and isinstance(value, list) and value:
        parts = [_indented(*_plain_lines(schema)) for schema in value]
        lines = [line for part in parts for line in [*part[:-1], f"{part[-1]},"]]
        return ["[", *lines[:-1], lines[-1].removesuffix(","), "]"]
    if keyword in _MEMBERS and isinstance(value, Mapping) and value:
        return _object((name, _plain_lines(schema)) for name, schema in value.items())
    return _plain_lines(value) if keyword in _INNER else list(json_lines(value))


def _object(members: Iterable[tuple[str, list[str] | None]]) -> list[str]:
    """The lines of an object; members without lines are left out."""
    lines = ["{"]
    for name, value in members:
        if value is not None:
            lines += _indented(f"{json.dumps(name)}: {value[0]}", *value[1:])
            lines[-1] += ","
        elif lines[-1] != f"  {OMITTED}":
            lines.append(f"  {OMITTED}")
    if len(lines) == 1:
        return ["{}"]
    return [*lines[:-1], lines[-1].removesuffix(","), "}"]


def _indented(*lines: str) -> list[str]:
    return [f"  {line}" for line in lines]
