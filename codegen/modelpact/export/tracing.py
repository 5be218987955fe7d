"""From a place in a document back to the line of code that it was made of.

Nothing is kept for this while documents are made but the names of classes: a class, its fields and
the source are looked up when a place is asked for, which only findings are.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from modelpact.documents.pointers import Pointer
from modelpact.export.naming import Subject
from modelpact.export.source_index import index_of_file

__all__ = ["SourceLine", "qualified_name", "source_of"]


_WITH_FIELDS: Final = frozenset({"model-fields", "dataclass-args", "typed-dict"})
"""The kinds of Pydantic's core schemas that list fields."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of a file; lines are counted from 1."""

    file: Path
    line: int


def qualified_name(subject: Subject) -> str:
    """What a document is made of: ``module:Outer.Model``; of an instance, the generic model."""
    cls: Any = subject.cls
    if cls is None:
        *scope, name = (*subject.scope, subject.plain)
        return f"{'.'.join(scope)}:{name}"
    metadata: Any = getattr(cls, "__pydantic_generic_metadata__", None) or {}
    origin = metadata.get("origin") or cls
    return f"{origin.__module__}:{origin.__qualname__}"


def source_of(made_of: str, pointer: Pointer, name: str = "") -> SourceLine | None:
    """The line of the field, or of the class or alias, that a place was made of.

    A field that is inherited leads to the class that declares it.

    Args:
        made_of: What the document was made of, as :func:`qualified_name` says it.
        pointer: The place in the document.
        name: The property that is meant, where the place is not below one: ``/required``.

    Returns:
        ``None`` where it cannot be told: a class that no file's text declares.

    """
    module_name, _, qualname = made_of.partition(":")
    found: Any = sys.modules.get(module_name)
    for part in qualname.split("."):
        found = getattr(found, part, None)
    if not isinstance(found, type):
        return _line(module_name, qualname)
    wire = _property(pointer) or name
    field = _field_named(found, wire) if wire else _position(found, pointer)
    for cls in _lineage(found) if field else ():
        line = _line(cls.__module__, cls.__qualname__, field)
        if line is not None:
            return line
    return _line(found.__module__, found.__qualname__)


def _property(pointer: Pointer) -> str:
    """The property that a place is below of, by its name on the wire."""
    tokens = tuple(map(str, pointer.tokens))
    while tokens[:1] in {("allOf",), ("anyOf",), ("oneOf",)} and len(tokens) > 1:
        tokens = tokens[2:]
    return tokens[1] if tokens[:1] == ("properties",) and len(tokens) > 1 else ""


def _position(cls: type, pointer: Pointer) -> str:
    """The field of a named tuple that a place is below of."""
    names: tuple[str, ...] = getattr(cls, "_fields", ())
    tokens = tuple(map(str, pointer.tokens))
    if tokens[:1] != ("prefixItems",) or len(tokens) == 1 or not tokens[1].isdigit():
        return ""
    return names[int(tokens[1])] if int(tokens[1]) < len(names) else ""


def _field_named(cls: type, wire: str) -> str:
    """A field's name in Python, by a name that it has on the wire."""
    for name, field in _core_fields(cls):
        if wire in _wire_names(name, field):
            return name
    return wire


def _wire_names(name: str, field: Mapping[str, Any]) -> set[str]:
    names = {name}
    for key in ("alias", "serialization_alias", "validation_alias"):
        alias = field.get(key)
        if isinstance(alias, str):
            names.add(alias)
        elif isinstance(alias, list):
            paths = alias if alias and isinstance(alias[0], list) else [alias]
            names.update(path[0] for path in paths if len(path) == 1)
    return names


def _core_fields(cls: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The fields of a class as Pydantic's core knows them, by their names in Python."""
    holder = _holder(getattr(cls, "__pydantic_core_schema__", None), cls)
    fields = holder.get("fields", {})
    if isinstance(fields, Mapping):
        yield from fields.items()
    else:
        yield from ((field["name"], field) for field in fields)
    for computed in holder.get("computed_fields", ()):
        yield computed["property_name"], computed


def _holder(core: Any, cls: type) -> Mapping[str, Any]:
    """The part of a class's core schema that holds its fields, under validators around it."""
    pending = [core]
    inside = False
    while pending:
        node = pending.pop()
        if not isinstance(node, Mapping):
            continue
        inside = inside or node.get("cls") is cls
        if inside and node.get("type") in _WITH_FIELDS:
            return node
        pending += node.get("definitions", ())
        pending.append(node.get("schema"))
    return {}


def _lineage(cls: type) -> Iterator[type]:
    """A class and those that it inherits from; also of a TypedDict, whose class forgets them."""
    for base in cls.__mro__:
        yield base
        for written in base.__dict__.get("__orig_bases__", ()):
            origin = getattr(written, "__origin__", written)
            if isinstance(origin, type) and origin not in cls.__mro__:
                yield from _lineage(origin)


def _line(module_name: str, qualname: str, field: str = "") -> SourceLine | None:
    file = getattr(sys.modules.get(module_name), "__file__", None)
    lines = index_of_file(file) if file else {}
    line = lines.get(f"{qualname}.{field}" if field else qualname)
    return SourceLine(Path(file), line) if file and line else None
