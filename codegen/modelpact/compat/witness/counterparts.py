"""What the other side says of the part of a value that one side refuses."""

from __future__ import annotations

from dataclasses import dataclass, replace

from modelpact.compat.subjects import Place, Side
from modelpact.compat.witness.locate import REFERENCE, Violation
from modelpact.compat.witness.speaking import speaking_along

__all__ = ["Counterpart", "attributed", "counterpart"]


def attributed(violation: Violation, writer: Counterpart) -> Violation:
    """A refusal of a value's type, moved to the reference that brought the type in.

    A definition that the other side refers to as well is where a change of its own type is; but
    where the other side has something else in that place, the reference is what changed.
    """
    if violation.holder is None or violation.keyword != "type" or not writer.exact:
        return violation
    if any(p.location.pointer == violation.schema_location.pointer for p in writer.places):
        speaks_of_it = all(
            p.location.pointer == violation.schema_location.pointer or p.has(REFERENCE)
            for p in writer.places
        )
        if speaks_of_it:
            return violation
    return replace(violation, keyword=REFERENCE, location=violation.holder)


@dataclass(frozen=True, slots=True)
class Counterpart:
    """What the other side says of the part of a value that was refused.

    Attributes:
        place: The schema that says most of it.
        places: All schemas that speak of the part, or of the nearest part around it.
        exact: Whether they speak of the very part.

    """

    place: Place
    places: tuple[Place, ...]
    exact: bool


def counterpart(writer: Side, violation: Violation) -> Counterpart:
    """The other side's place for what one side refuses.

    Of the schemas that speak of the same part of the value it is the first that has the same
    keyword, else the one that says what kind of value it is; where none speaks of the part, the
    nearest part around it counts.
    """
    steps = speaking_along(writer, violation.path)
    for places in reversed(steps):
        if places:
            holders = [place for place in places if place.has(violation.keyword)]
            place = holders[0] if holders else _speaking(places)
            return Counterpart(place, places, places is steps[-1])
    return Counterpart(writer.root, (writer.root,), False)


def _speaking(places: tuple[Place, ...]) -> Place:
    """The first place with a type; plain references and unions say less."""
    for place in places:
        if place.has("type") or place.has("properties") or place.has("enum") or place.has("const"):
            return place
    return places[0]
