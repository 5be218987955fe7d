"""Values that people find natural, taken from where the schema itself shows some."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

from modelpact.compat.subjects import Place, Side, Token
from modelpact.compat.witness.speaking import speaking_along
from modelpact.documents.values import Json, exact, is_number

__all__ = ["FORMAT_SAMPLES", "plain_values", "samples_at"]

FORMAT_SAMPLES: Final[Mapping[str, str]] = {
    "date": "2024-01-31",
    "date-time": "2024-01-31T12:00:00Z",
    "duration": "P1D",
    "email": "ada@example.com",
    "hostname": "example.com",
    "idn-email": "ada@example.com",
    "idn-hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "iri": "https://example.com/",
    "iri-reference": "/path",
    "json-pointer": "/path",
    "regex": "^a$",
    "relative-json-pointer": "0/path",
    "time": "12:00:00Z",
    "uri": "https://example.com/",
    "uri-reference": "/path",
    "uri-template": "/users/{id}",
    "uuid": "123e4567-e89b-42d3-a456-426614174000",
}
"""One value a format. Addresses and names are reserved for documentation (RFC 2606, 3849, 5737)."""


def samples_at(side: Side, path: tuple[Token, ...]) -> Iterator[Json]:
    """What a schema shows as values of one part: examples first, then defaults, constants, formats.

    After those of the part itself come the same parts of examples of what is around it, nearest
    first.
    """
    steps = speaking_along(side, path)
    for place in steps[-1]:
        yield from _own_samples(place)
    for depth in range(len(path) - 1, -1, -1):
        for place in steps[depth]:
            for example in _shown(place):
                yield from _part(example, path[depth:])


def _own_samples(place: Place) -> Iterator[Json]:
    yield from _shown(place)
    if place.has("const"):
        yield place.get("const")
    members = place.get("enum")
    if isinstance(members, list | tuple) and members:
        yield members[0]
    sample = FORMAT_SAMPLES.get(str(place.get("format")))
    if sample is not None:
        yield sample


def _shown(place: Place) -> Iterator[Json]:
    examples = place.get("examples")
    if isinstance(examples, list | tuple):
        yield from examples
    if place.has("default"):
        yield place.get("default")


def _part(value: Json, path: tuple[Token, ...]) -> Iterator[Json]:
    """The part at a path, any item standing for any index."""
    current: Any = value
    for token in path:
        if isinstance(token, int) and isinstance(current, list | tuple) and current:
            current = current[min(token, len(current) - 1)]
        elif isinstance(token, str) and isinstance(current, Mapping) and token in current:
            current = current[token]
        else:
            return
    yield current


_PLAIN_STRINGS: Final = ("text", "a")
_MANY_DIGITS: Final = 4


def plain_values(value: Json) -> Iterator[Json]:
    """Simpler values of the same kind, for one that looks made up; none for one that does not."""
    if isinstance(value, str):
        yield from _plain_strings(value)
    elif is_number(value) and not isinstance(value, bool):
        yield from _plain_numbers(value)  # type: ignore[arg-type]


def _plain_strings(text: str) -> Iterator[str]:
    if text and text.isascii() and text.isprintable() and len(set(text)) <= max(1, len(text) // 2):
        return
    yield from (sample for sample in _PLAIN_STRINGS if len(sample) >= len(text))
    if text:
        yield "a" * len(text)
    if not (text.isascii() and text.isprintable()):
        yield "".join(c if c.isascii() and c.isprintable() else "a" for c in text)


def _plain_numbers(number: float | Decimal) -> Iterator[int | float]:
    stated = exact(number)
    if stated.denominator == 1 and len(str(abs(stated.numerator))) < _MANY_DIGITS:
        return
    yield from (0, 1, -1, 0.5)
    nearest = int(stated)
    yield from (nearest, nearest + 1, nearest - 1)
