"""A schema that stands alone in one version and is a member of a union in the other.

That is how `Optional[X]` differs from `X`: what was said of the value is said of a member now, and
words about it stand beside the union. Side by side with the union nothing would be alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from modelpact.compat.changes import ABSENT, Presence, said
from modelpact.compat.pairing import keywords_of, paired
from modelpact.compat.subjects import Place

__all__ = ["Lifted", "lifted"]

_UNIONS: Final = ("anyOf", "oneOf")
_SAYING_WHAT: Final = frozenset({"$ref", "type", "const", "enum"})
"""A schema without any of them is not one thing that could be one of several."""
_HOLDING: Final = frozenset(
    {
        "$ref", "allOf", "not", "if", "properties", "patternProperties", "dependentSchemas",
        "prefixItems", "items", "additionalProperties", "unevaluatedProperties", "contains",
        "propertyNames", "required",
    }
)  # fmt: skip
"""A union beside which such a keyword stands restricts all its members, and is no plain choice."""


_Children: TypeAlias = Callable[[Place, str], Iterable[Place]]


@dataclass(frozen=True, slots=True)
class Lifted:
    """The two.

    Attributes:
        keyword: The union's.
        lone: The schema that stands alone.
        union: The schema that holds the union.
        member: What of the union is the lone schema; ``None`` where nothing is like it.
        others: What else may be there.
        grown: Whether the union is the new version's.

    """

    keyword: str
    lone: Place
    union: Place
    member: Place | None
    others: tuple[Place, ...]
    grown: bool

    def sides(self, lone: Presence, union: Presence) -> tuple[Presence, Presence]:
        """Something of the lone schema and something of the union, the old one first."""
        return (lone, union) if self.grown else (union, lone)

    def beside(self, keyword: str) -> Presence:
        """What is said of a value by the union: beside it, or by the member."""
        for place in filter(None, (self.union, self.member)):
            if place.has(keyword):
                return said(place, keyword)
        return ABSENT

    def keywords(self) -> Iterator[str]:
        """The keywords of all that speaks of the value, each once, without the union's."""
        places = filter(None, (self.lone, self.union, self.member))
        names = (name for place in places for name in keywords_of(place))
        yield from (name for name in dict.fromkeys(names) if name != self.keyword)


def lifted(old: Place, new: Place, children: tuple[_Children, _Children]) -> Lifted | None:
    """Whether one of two schemas is a union and the other could be a member of one.

    Args:
        old: The one.
        new: The other.
        children: Gives the schemas that a keyword holds, on either side.

    """
    unions = [_union(place) for place in (old, new)]
    if (unions[0] is None) is (unions[1] is None):
        return None
    grown = unions[1] is not None
    lone, union = (old, new) if grown else (new, old)
    keyword = unions[grown]
    if keyword is None or not _could_be_member(lone):
        return None
    members = list(children[grown](union, keyword))
    member = next((right for left, right in paired([lone], members) if left is not None), None)
    others = tuple(place for place in members if place is not member)
    return Lifted(keyword, lone, union, member, others, grown)


def _union(place: Place) -> str | None:
    """The keyword of a schema that is a choice and nothing else."""
    if any(map(place.has, _HOLDING)):
        return None
    found = [keyword for keyword in _UNIONS if isinstance(place.get(keyword), list)]
    return found[0] if len(found) == 1 else None


def _could_be_member(place: Place) -> bool:
    is_one = any(map(place.has, _SAYING_WHAT)) and isinstance(place.get("type") or "", str)
    return is_one and not any(map(place.has, (*_UNIONS, "allOf")))
