"""A payload that convinces: nothing in it that could be left out, and nothing that looks made up.

Every step keeps what makes the value a witness, by asking. First everything is taken away that can
be; then the parts get natural values, one by one, as long as the same keyword refuses the same
part; at last names and order are made those of the schema.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, cast

from modelpact.compat.subjects import Place, Side, Token
from modelpact.compat.witness.breaks import Break
from modelpact.compat.witness.edits import part, parts_of, renamed, replaced, without
from modelpact.compat.witness.locate import Violation
from modelpact.compat.witness.samples import plain_values, samples_at
from modelpact.compat.witness.speaking import speaking_along, speaking_of_member
from modelpact.documents.values import Json

__all__ = ["is_minimal", "polish"]


def polish(value: Json, broken: Break, writer: Side) -> Json:
    """The value made small, then natural.

    Args:
        value: A witness: ``broken.holds(value)``.
        broken: What must stay true.
        writer: The side that accepts the value; its examples and its order are used.

    """
    small = _shrunk(value, broken)
    refusals = broken.refusals(small)
    if refusals:
        small = _humanised(small, broken, writer, refusals[0])
        small = _shrunk(small, broken)
    return _ordered(small, writer)


def is_minimal(value: Json, holds: Callable[[Json], bool]) -> bool:
    """Whether no single part of a value can be taken away."""
    return not any(holds(without(value, path)) for path in parts_of(value) if path)


def _shrunk(value: Json, broken: Break) -> Json:
    """Take parts away, big ones first, until none can be."""
    changed = True
    while changed and broken.budget > 0:
        changed = False
        for path in tuple(parts_of(value)):
            for candidate in _smaller(value, path):
                if broken.ask(candidate):
                    value = candidate
                    changed = True
                    break
    return value


def _smaller(value: Json, path: tuple[Token, ...]) -> Iterator[Json]:
    """Without the part; or with an empty or a halved one in its place."""
    try:
        current = part(value, path)
    except LookupError:
        return
    if path:
        yield without(value, path)
    if isinstance(current, Mapping | list | tuple) and len(current) > 1:
        yield replaced(value, path, {} if isinstance(current, Mapping) else [])
    if isinstance(current, list | tuple) and len(current) > _LONG:
        yield replaced(value, path, current[: len(current) // 2])
        yield replaced(value, path, current[len(current) // 2 :])


_LONG: Final = 4


def _humanised(value: Json, broken: Break, writer: Side, kept: Violation) -> Json:
    """Natural names and values, while the same keyword refuses the value."""

    def still(candidate: Json, path: tuple[Token, ...]) -> bool:
        if not broken.ask(candidate):
            return False
        wanted = (kept.keyword, kept.location, path)
        return any((r.keyword, r.location, r.path) == wanted for r in broken.refusals(candidate))

    for path in tuple(parts_of(value)):
        try:
            current = part(value, path)
        except LookupError:
            continue
        if not isinstance(current, Mapping | list | tuple):
            value = _natural(value, path, writer, lambda v: still(v, kept.path))
    names = [path for path in parts_of(value) if path and isinstance(path[-1], str)]
    for path in reversed(names):
        if not any(
            _declares(place, str(path[-1])) for place in speaking_along(writer, path[:-1])[-1]
        ):
            value = _with_natural_name(value, path, writer, still, kept)
    return value


def _natural(
    value: Json, path: tuple[Token, ...], writer: Side, still: Callable[[Json], bool]
) -> Json:
    current = part(value, path)
    candidate: Json
    for sample in (*samples_at(writer, path), *plain_values(current)):
        if isinstance(sample, Mapping | list | tuple):
            continue  # a part for which there is a simpler value already
        if _same_scalar(sample, current):
            return value
        for candidate in (replaced(value, path, sample), _with_twins(value, path, sample)):
            if candidate is not None and still(candidate):
                return candidate
    return value


def _with_twins(value: Json, path: tuple[Token, ...], sample: Json) -> Json | None:
    """Another value for an item and for all items equal to it; ``None`` where it has no equal."""
    items = part(value, path[:-1]) if path else None
    if not isinstance(items, list | tuple):
        return None
    current = items[cast("int", path[-1])]
    changed = [sample if _same_scalar(item, current) else item for item in items]
    return cast("Json", replaced(value, path[:-1], changed))


def _same_scalar(left: Any, right: Any) -> bool:
    return type(left) is type(right) and left == right


_INVENTED_NAMES: Final = ("name", "extra", "other", "key", "a", "b", "1", "A")


def _is_natural_name(name: str) -> bool:
    looks_filled = len(name) > 1 and len(set(name)) == 1
    return name.isascii() and name.replace("-", "_").isidentifier() and not looks_filled


def _with_natural_name(
    value: Json,
    path: tuple[Token, ...],
    writer: Side,
    still: Callable[[Json, tuple[Token, ...]], bool],
    kept: Violation,
) -> Json:
    """Another name for a property whose name the engine invented."""
    shown = tuple(_shown_names(writer, path[:-1]))
    if path[-1] in shown:
        return value
    invented = () if _is_natural_name(str(path[-1])) else _INVENTED_NAMES
    for name in (*shown, *invented):
        moved = (*path[:-1], name)
        below = kept.path[: len(path)] == path
        refused = (*moved, *kept.path[len(path) :]) if below else kept.path
        try:
            candidate: Json = renamed(value, path, name)
        except LookupError:
            continue
        if still(candidate, refused):
            return candidate
    return value


def _declares(place: Place, name: str) -> bool:
    properties = place.get("properties")
    return isinstance(properties, Mapping) and name in properties


def _shown_names(writer: Side, path: tuple[Token, ...]) -> Iterator[str]:
    """Names that the schema shows: in examples of the object, in samples of its names."""
    for sample in samples_at(writer, path):
        if isinstance(sample, Mapping):
            yield from sample
    for place in speaking_along(writer, path)[-1]:
        names = writer.inner(place, "propertyNames")
        for holder in writer.composition(names) if names is not None else ():
            for keyword in ("examples", "enum"):
                shown = holder.get(keyword)
                if isinstance(shown, list | tuple):
                    yield from (name for name in shown if isinstance(name, str))


def _ordered(value: Json, writer: Side) -> Json:
    """Members in the order in which the schema declares them; others after, as they stand."""

    def order(inner: Json, places: tuple[Place, ...]) -> Json:
        if isinstance(inner, Mapping):
            declared: dict[str, None] = {}
            for place in places:
                properties = place.get("properties")
                if isinstance(properties, Mapping):
                    declared.update(dict.fromkeys(properties))
            rank = {name: index for index, name in enumerate(declared)}
            names = sorted(inner, key=lambda name: rank.get(name, len(rank)))
            return {
                name: order(inner[name], speaking_of_member(writer, places, name)) for name in names
            }
        if isinstance(inner, list | tuple):
            return [
                order(item, speaking_of_member(writer, places, index))
                for index, item in enumerate(inner)
            ]
        return inner

    return order(value, writer.composition(writer.root))
