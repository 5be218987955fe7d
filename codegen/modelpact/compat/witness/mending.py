"""One payload, one reason: what else a reader refuses of a witness is replaced where it can be.

A version may break in several places at once, and the smallest payload that shows one break may
show others, too. Who mends the one and tries the payload again ought not to meet them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from modelpact.compat.subjects import Place, Side, Token
from modelpact.compat.witness.breaks import Break
from modelpact.compat.witness.edits import part, replaced
from modelpact.compat.witness.locate import Violation
from modelpact.compat.witness.samples import samples_at
from modelpact.compat.witness.speaking import speaking_along
from modelpact.documents.values import Json

__all__ = ["NoMore", "mended", "other_refusals"]

_MOST: Final = 8
"""So many other refusals are looked at."""


def mended(
    value: Json,
    broken: Break,
    published: Break,
    reader: Side,
    model_of: Callable[[Place], Iterator[Json]],
) -> Json:
    """The value with other parts in place of those that are refused beside the first refusal.

    Args:
        value: A witness: ``broken.holds(value)``.
        broken: What must stay true; and its first refusal must stay the first.
        published: The reader as published, which may refuse more.
        reader: Its side.
        model_of: Values that a place of it accepts, if any is found.

    """
    kept = next(iter(broken.refusals(value)), None)
    if kept is None:
        return value
    for _ in range(_MOST):
        following = _with_one_less(value, kept, broken, published, reader, model_of)
        if following is None:
            break
        value = following
    return value


class NoMore(Break):
    """A break of which no more is refused than of a value of it.

    Args:
        broken: The break.
        published: The reader as published.
        value: The value.

    """

    def __init__(self, broken: Break, published: Break, value: Json) -> None:
        self.__dict__.update(broken.__dict__)
        self._kept = broken.refusals(value)[0]
        self._published = published
        self._most = len(other_refusals(value, self._kept, published))

    def ask(self, value: Json) -> bool:
        """Whether it is one, as long as the budget lasts."""
        if not super().ask(value):
            return False
        return len(other_refusals(value, self._kept, self._published)) <= self._most


def other_refusals(value: Json, kept: Violation, published: Break) -> tuple[Violation, ...]:
    """What a reader refuses of a value beside one refusal."""
    return tuple(
        refusal
        for refusal in published.refusals(value)
        if (refusal.path, refusal.location, refusal.names) != (kept.path, kept.location, kept.names)
    )


def _with_one_less(  # noqa: PLR0913, PLR0917 - as mended has, and what is kept
    value: Json,
    kept: Violation,
    broken: Break,
    published: Break,
    reader: Side,
    model_of: Callable[[Place], Iterator[Json]],
) -> Json | None:
    others = other_refusals(value, kept, published)
    for refusal in others[:_MOST]:
        for candidate in _candidates(value, refusal.path, reader, model_of):
            if (
                broken.ask(candidate)
                and _is_first(kept, broken.refusals(candidate))
                and len(other_refusals(candidate, kept, published)) < len(others)
            ):
                return candidate
    return None


def _is_first(kept: Violation, refusals: tuple[Violation, ...]) -> bool:
    first = refusals[0] if refusals else None
    return first is not None and (first.path, first.location) == (kept.path, kept.location)


def _candidates(
    value: Json,
    path: tuple[Token, ...],
    reader: Side,
    model_of: Callable[[Place], Iterator[Json]],
) -> Iterator[Json]:
    """The value with what the reader shows, or what is found to be valid, at a path or above it."""
    steps = speaking_along(reader, path)
    for depth in range(len(path), 0, -1):
        above = path[:depth]
        current = part(value, above)
        for other in samples_at(reader, above):
            if other != current:
                yield replaced(value, above, other)
        for place in steps[depth][:1]:
            for other in model_of(place):
                yield replaced(value, above, other)
