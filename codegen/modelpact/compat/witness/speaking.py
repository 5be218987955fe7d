"""Which schemas speak of a part of a value: all that stand on its way, references followed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from modelpact.compat.subjects import Place, Side, Token

__all__ = ["speaking_along", "speaking_of_member"]


def speaking_along(side: Side, path: tuple[Token, ...]) -> tuple[tuple[Place, ...], ...]:
    """For every step of a path in a value, the root first: the schemas that speak of it."""
    current = side.composition(side.root)
    steps = [current]
    for token in path:
        current = speaking_of_member(side, current, token)
        steps.append(current)
    return tuple(steps)


def speaking_of_member(side: Side, places: tuple[Place, ...], token: Token) -> tuple[Place, ...]:
    """Every schema that speaks of one member of a value that all the places speak of."""
    return tuple(
        speaking
        for place in places
        for steps in _steps(place, token)
        if (child := side.inner(place, *steps)) is not None
        for speaking in side.composition(child)
    )


def _steps(place: Place, token: Token) -> Iterator[tuple[Token, ...]]:
    """Where in a schema those of a member may stand."""
    return _property_steps(place, token) if isinstance(token, str) else _item_steps(place, token)


def _item_steps(place: Place, index: int) -> Iterator[tuple[Token, ...]]:
    prefix = "items" if isinstance(place.get("items"), list | tuple) else "prefixItems"
    positions = place.get(prefix)
    if isinstance(positions, list | tuple) and index < len(positions):
        yield (prefix, index)
    else:
        yield ("additionalItems" if prefix == "items" else "items",)
    yield ("contains",)
    yield ("unevaluatedItems",)


def _property_steps(place: Place, name: str) -> Iterator[tuple[Token, ...]]:
    properties = place.get("properties")
    declared = isinstance(properties, Mapping) and name in properties
    if declared:
        yield ("properties", name)
    patterns = place.get("patternProperties")
    for pattern in patterns if isinstance(patterns, Mapping) else ():
        if _matches(pattern, name):
            declared = True
            yield ("patternProperties", pattern)
    if not declared:
        yield ("additionalProperties",)
        yield ("unevaluatedProperties",)


def _matches(pattern: str, text: str) -> bool:
    import jsonschema_rs

    try:
        return jsonschema_rs.is_valid({"pattern": pattern}, text, offline=True)
    except ValueError:  # no regular expression, or text that is no Unicode
        return False
