"""Records that are one record: what ``allOf`` makes of objects."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal, TypeAlias

from modelpact.graph.lowering.objects import pattern_finds
from modelpact.graph.lowering.scope import Scope, Tokens
from modelpact.graph.nodes import (
    AnyType,
    MapType,
    NeverType,
    PatternMembers,
    Property,
    Record,
    StringType,
    Type,
    Words,
)

__all__ = ["close", "merge_records", "open_record"]

Meet: TypeAlias = Callable[[Type, Type, Tokens, Scope], Type]


def open_record(found: MapType) -> Record | None:
    """A map as a record without members of its own; ``None`` where its keys are restricted."""
    if found.keys != StringType():
        return None
    return Record((), "open", found.values, (), "", found.min_properties, found.max_properties)


def close(record: Record, extra: Type | None) -> Record:
    """A record whose composition says ``unevaluatedProperties``: other members are of that type.

    Where a part already speaks of all others (``open``, ``closed``) nothing is left unevaluated.
    """
    if record.extras != "unsaid":
        return record
    if extra is None:
        return replace(record, extras="closed")
    return replace(record, extras="open", extra=extra)


def merge_records(
    left: Record, right: Record, tokens: Tokens, scope: Scope, meet: Meet
) -> Record | None:
    """The record of all values that are of both."""
    theirs = {known.name: known for known in right.properties}
    properties: list[Property] = []
    for known in left.properties:
        other = theirs.pop(known.name, None)
        place = (*tokens, "properties", known.name)
        if other is not None:
            properties.append(_merge(known, other, place, scope, meet))
        else:
            properties.append(_under(known, right, place, scope, meet))
    properties.extend(
        _under(known, left, (*tokens, "properties", known.name), scope, meet)
        for known in theirs.values()
    )
    extra, extras = _others(left, right, tokens, scope, meet)
    patterns = _patterns(left, right, tokens, scope)
    return Record(
        properties=tuple(
            known for known in properties if extras != "closed" or not _impossible(known)
        ),
        extras=extras,
        extra=extra,
        patterns=patterns,
        min_properties=max(left.min_properties, right.min_properties),
        max_properties=_least(left.max_properties, right.max_properties),
    )


def _impossible(known: Property) -> bool:
    """A member that may never be there need not be spoken of where the record is closed to it."""
    return isinstance(known.type, NeverType) and not known.required


def _least(left: int | None, right: int | None) -> int | None:
    if left is None or right is None:
        return right if left is None else left
    return min(left, right)


def _merge(left: Property, right: Property, tokens: Tokens, scope: Scope, meet: Meet) -> Property:
    """One member that both speak of. The later part's words win: it is the more special one."""
    return replace(
        left,
        type=meet(left.type, right.type, tokens, scope),
        required=left.required or right.required,
        words=left.words if right.words == Words() else right.words,
        default=right.default or left.default,
        read_only=left.read_only or right.read_only,
        write_only=left.write_only or right.write_only,
        renamed_from=tuple(dict.fromkeys((*left.renamed_from, *right.renamed_from))),
        unexpressed=(*left.unexpressed, *right.unexpressed),
    )


def _under(known: Property, other: Record, tokens: Tokens, scope: Scope, meet: Meet) -> Property:
    """A member that one speaks of, under what the other says of members in general."""
    kind = known.type
    matched = False
    for members in other.patterns:
        finds = pattern_finds(members.pattern, known.name)
        if finds is None:
            scope.demand("patternProperties", tokens[:-2])
        elif finds:
            matched = True
            kind = meet(kind, members.type, tokens, scope)
    if not matched and other.extras == "closed":
        kind = NeverType()
    if not matched and other.extra is not None:
        kind = meet(kind, other.extra, tokens, scope)
    return known if kind is known.type else replace(known, type=kind)


def _others(
    left: Record, right: Record, tokens: Tokens, scope: Scope, meet: Meet
) -> tuple[Type | None, Literal["closed", "unsaid", "open"]]:
    if "closed" in {left.extras, right.extras}:
        return None, "closed"
    if left.extra is not None and right.extra is not None:
        return meet(left.extra, right.extra, (*tokens, "additionalProperties"), scope), "open"
    if "open" in {left.extras, right.extras}:
        return left.extra or right.extra or AnyType(), "open"
    return None, "unsaid"


def _patterns(
    left: Record, right: Record, tokens: Tokens, scope: Scope
) -> tuple[PatternMembers, ...]:
    """Pattern members of both; where the other record is closed or typed they are not free."""
    for one, other in ((left, right), (right, left)):
        if one.patterns and (other.extras == "closed" or other.extra not in {None, AnyType()}):
            scope.demand("patternProperties", tokens)
    return (*left.patterns, *right.patterns)
