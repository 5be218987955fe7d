"""Schemas of enumerations and literals."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Sequence
from enum import Enum, FlagBoundary
from typing import Any

from pydantic_core import to_jsonable_python

from modelpact.annotations import Extensible, annotation_of
from modelpact.documents.sets import KEYWORD
from modelpact.export.lives import member_facts
from modelpact.export.member_docs import member_docs

__all__ = ["enum_schema", "flag_schema", "literal_schema", "typed_values"]

_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}


def enum_schema(cls: type[Enum], members: Sequence[Enum]) -> dict[str, Any] | None:
    """An ``enum``, of one member too; ``None`` where a value is an array or an object.

    An extensible one accepts any other value of the members' type.
    """
    values = [to_jsonable_python(member.value) for member in members]
    if any(isinstance(value, list | dict) for value in values):
        return None
    listed = typed_values(values)
    facts: dict[str, Any] = {}
    schema: dict[str, Any] = listed
    if annotation_of(cls, Extensible, inherited=True):
        kinds = sorted({_TYPES[type(value)] for value in values} or {"string"})
        others = [{"type": kind} for kind in kinds]
        schema = {"anyOf": [listed, *others]}
        facts["extensible"] = True
    docs, lives = member_docs(cls), member_facts(cls)
    facts["members"] = [
        {"name": member.name, "value": value}
        | ({"description": docs[member.name]} if member.name in docs else {})
        | lives.get(member.name, {})
        for member, value in zip(members, values, strict=True)
    ]
    description = _description(cls)
    words = {"description": description} if description else {}
    return {**words, **schema, KEYWORD: facts}


def flag_schema(cls: Any, members: Sequence[Enum]) -> dict[str, Any]:
    """Flags are the sum of any of them, and zero where there is none: an integer, and no ``enum``.

    Those whose boundary is ``KEEP``, as that of ``IntFlag`` is, have further bits as well.
    """
    schema: dict[str, Any] = {"type": "integer", "minimum": 0}
    if cls._boundary_ is not FlagBoundary.KEEP:
        schema["maximum"] = cls._flag_mask_
    lives = member_facts(cls)
    facts = [
        {"name": member.name, "value": member.value} | lives.get(member.name, {})
        for member in members
    ]
    return {**schema, KEYWORD: {"members": facts}}


def _description(cls: type[Enum]) -> str:
    doc = cls.__doc__
    return inspect.cleandoc(doc) if doc and doc != "An enumeration." else ""


def literal_schema(expected: Iterable[Any]) -> dict[str, Any]:
    """A ``const`` for one value, an ``enum`` for several; null is a branch of its own, the last."""
    given = [to_jsonable_python(v.value if isinstance(v, Enum) else v) for v in expected]
    values = [value for value in given if value is not None]
    if not values:
        return {"type": "null"}
    if len(values) == 1:
        listed: dict[str, Any] = {**_type_of(values), "const": values[0]}
    else:
        listed = typed_values(values)
    return listed if len(values) == len(given) else {"anyOf": [listed, {"type": "null"}]}


def typed_values(values: Sequence[Any]) -> dict[str, Any]:
    """An ``enum`` with the ``type`` that its values have in common, if they have."""
    return {**_type_of(values), "enum": list(values)}


def _type_of(values: Sequence[Any]) -> dict[str, Any]:
    kinds = {_TYPES.get(type(value)) for value in values}
    kind = kinds.pop() if len(kinds) == 1 else None
    return {"type": kind} if kind else {}
