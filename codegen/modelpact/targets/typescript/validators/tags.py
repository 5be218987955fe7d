"""Tags: a member of objects whose value tells the alternatives of a union apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from modelpact.targets.typescript.validators.demands import Subschema

if TYPE_CHECKING:
    from modelpact.targets.typescript.validators.analysis import Analysis

__all__ = ["Tag", "tag_of"]

_FEWEST: Final = 2
_OBJECT: Final = frozenset({"object"})


@dataclass(frozen=True, slots=True)
class Tag:
    """What tells the members of a union apart.

    Attributes:
        name: The property.
        values: For each member, in order, the strings that choose it; none for members that are
            no objects.
        optional: The indexes of the members that may lack it.

    """

    name: str
    values: tuple[tuple[str, ...], ...]
    optional: tuple[int, ...]


def tag_of(analysis: Analysis, members: Sequence[Subschema]) -> Tag | None:
    """The first property of the first object that is a tag of all that are objects."""
    objects = [i for i, member in enumerate(members) if "object" in analysis.types(member)]
    if len(objects) < _FEWEST or any(analysis.types(members[i]) != _OBJECT for i in objects):
        return None
    properties = {i: _properties(analysis, members[i]) for i in objects}
    for name in properties[objects[0]]:
        values: list[tuple[str, ...]] = [()] * len(members)
        seen: set[str] = set()
        for index, known in properties.items():
            chosen = _strings(analysis, known[name]) if name in known else None
            if chosen is None or seen.intersection(chosen):
                break
            seen.update(chosen)
            values[index] = chosen
        else:
            if seen:
                lacking = (i for i in objects if not _requires(analysis, members[i], name))
                return Tag(name, tuple(values), tuple(lacking))
    return None


def _properties(analysis: Analysis, schema: Subschema) -> dict[str, Subschema]:
    """Named members of the objects of a schema that have to be as these say."""
    found: dict[str, Subschema] = {}
    for demands in analysis.conjuncts(schema):
        if demands.objects is not None:
            for name, inner in demands.objects.properties:
                found.setdefault(name, inner)
    return found


def _requires(analysis: Analysis, schema: Subschema, name: str) -> bool:
    """Whether objects must have a member."""
    return any(
        demands.objects is not None and name in demands.objects.required
        for demands in analysis.conjuncts(schema)
    )


def _strings(analysis: Analysis, schema: Subschema) -> tuple[str, ...] | None:
    """All values of a schema, where they are a few strings."""
    for demands in analysis.conjuncts(schema):
        for literals in demands.literals:
            if all(isinstance(value, str) for value in literals.values):
                return tuple(dict.fromkeys(map(str, literals.values)))
    return None
