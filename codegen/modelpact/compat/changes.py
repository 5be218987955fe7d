"""Facts about what differs between two schemas; whether it matters is for the rules to say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from modelpact.compat.subjects import Place, Token
from modelpact.documents.canonical import same
from modelpact.documents.values import Json
from modelpact.graph.nodes import Location

__all__ = [
    "ABSENT",
    "DOCUMENT",
    "Absent",
    "Change",
    "Direction",
    "Presence",
    "path_text",
    "said",
    "said_by",
    "same_said",
    "show",
]

Direction: TypeAlias = Literal["backward", "forward"]
"""backward: the new schema reads what the old one wrote. forward: the other way round."""


class Absent:
    """The absence of a value, which JSON's null is not."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "ABSENT"

    def __reduce__(self) -> str:
        return "ABSENT"  # the same object in every process


ABSENT: Final = Absent()

DOCUMENT: Final = "document"
"""The keyword of a change that a whole document is."""

Presence: TypeAlias = "Json | Absent"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference, where it is.

    Attributes:
        keyword: The keyword that differs.
        path: Where in a value, for people: ``address.zip``, ``tags[]``; empty for the whole.
        name: The property that the change is about, where it is about one; else empty.
        before: The keyword's value in the old schema. Of ``required``: whether ``name`` is listed;
            ``ABSENT`` where the property is gone altogether.
            Of ``properties``: the schema of ``name``.
        after: The same in the new schema.
        old: The old schema that holds the keyword, or that would.
        new: The new one.

    """

    keyword: str
    path: str
    name: str
    before: Presence
    after: Presence
    old: Location
    new: Location

    @property
    def subject(self) -> str:
        """The path of the property that the change is about, or of the value."""
        return ".".join(filter(None, (self.path, self.name)))


def said(place: Place, keyword: str) -> Presence:
    """The value of a keyword of a schema."""
    if not place.has(keyword):
        return ABSENT
    value: Json = place.get(keyword)
    return value


def said_by(place: Place | None) -> Presence:
    """A schema, if there is one."""
    return ABSENT if place is None else place.schema


def same_said(left: Presence, right: Presence) -> bool:
    """Whether two values are the same JSON: true is not 1, and the order of members is nothing."""
    if left is right:
        return True
    if left is ABSENT or right is ABSENT:
        return False
    if isinstance(left, str) and isinstance(right, str):
        return left == right
    return same([left], [right])  # type: ignore[list-item]


def path_text(path: tuple[Token, ...]) -> str:
    """A path for people: ``items[].price``."""
    text = ""
    for token in path:
        if isinstance(token, int):
            text += "[]"
        else:
            text += f".{token}" if text else token
    return text


_SHORT: Final = 60


def show(value: Presence) -> str:
    """A value as JSON, cut where it is long; ``nothing`` where there is none."""
    import json
    from decimal import Decimal

    if isinstance(value, Absent):
        return "nothing"
    if isinstance(value, Mapping) and not value:
        return "{}"
    text = json.dumps(
        value, ensure_ascii=True, default=lambda v: str(v) if isinstance(v, Decimal) else repr(v)
    )
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 3]}..."
