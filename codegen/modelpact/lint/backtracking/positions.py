"""A pattern as its positions: which character may follow which, and in how many ways.

The ways are those of a backtracking engine: each is tried in turn where the rest does not match.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from modelpact.documents.patterns import CharSet, Node
from modelpact.documents.patterns.syntax import (
    Alternation,
    Anchor,
    Assertion,
    Characters,
    Group,
    Look,
    Repeat,
    Sequence,
)

__all__ = ["Positions", "TooLargeError", "positions_of"]

_MANY: Final = 2
"""Two ways are as bad as more."""

_Ways: TypeAlias = dict[int, int]


class TooLargeError(Exception):
    """A pattern has more positions than asked for."""


@dataclass(frozen=True, slots=True)
class Positions:
    """The automaton of a pattern's positions (Glushkov), with ways.

    Attributes:
        labels: The characters of each position.
        first: Where a match may begin, and in how many ways.
        follow: For each position those that may come next, and in how many ways.
        last: Where a match may end.
        empty: Whether the empty text matches.
        anchored: Whether a match must begin where the text does, and end where it does.

    """

    labels: tuple[CharSet, ...]
    first: Mapping[int, int]
    follow: tuple[Mapping[int, int], ...]
    last: frozenset[int]
    empty: bool
    anchored: tuple[bool, bool]


def positions_of(tree: Node, *, most: int, longest: int) -> Positions:
    """The positions of a plain pattern.

    Args:
        tree: A tree without groups that mean nothing.
        most: No more positions than these.
        longest: Repetitions are counted no further.

    Raises:
        TooLargeError: There are more positions.

    """
    parts = tree.parts if isinstance(tree, Sequence) else (tree,)
    begins = bool(parts) and parts[0] == Assertion(Anchor.TEXT_START)
    ends = bool(parts) and parts[-1] == Assertion(Anchor.TEXT_END)
    builder = _Builder(most, longest)
    whole = builder.part(tree)
    return Positions(
        tuple(builder.labels),
        whole.first,
        tuple(builder.follow),
        frozenset(whole.last),
        whole.empty > 0,
        (begins, ends),
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a pattern: where it begins and ends, and in how many ways it matches nothing."""

    first: _Ways
    last: _Ways
    empty: int


_NOTHING: Final = _Part({}, {}, 1)


@dataclass(slots=True)
class _Builder:
    most: int
    longest: int
    labels: list[CharSet] = field(default_factory=list)
    follow: list[_Ways] = field(default_factory=list)

    def part(self, node: Node) -> _Part:
        match node:
            case Characters(members):
                return self._position(members)
            case Sequence(parts):
                return self._sequence(map(self.part, parts))
            case Alternation(branches):
                return _either([self.part(branch) for branch in branches])
            case Repeat(body, low, high):
                return self._repeat(body, low, high)
            case Group(body):
                return self.part(body)
            case Assertion() | Look():
                return _NOTHING

    def _position(self, members: CharSet) -> _Part:
        if not members:
            return _Part({}, {}, 0)
        if len(self.labels) >= self.most:
            raise TooLargeError
        self.labels.append(members)
        self.follow.append({})
        number = len(self.labels) - 1
        return _Part({number: 1}, {number: 1}, 0)

    def _sequence(self, parts: Iterable[_Part]) -> _Part:
        made = _NOTHING
        for part in parts:
            self._connect(made.last, part.first)
            made = _Part(
                _sum(made.first, _times(part.first, made.empty)),
                _sum(part.last, _times(made.last, part.empty)),
                min(made.empty * part.empty, _MANY),
            )
        return made

    def _repeat(self, body: Node, low: int, high: int | None) -> _Part:
        low = min(low, self.longest)
        if high is None:
            asked = [self.part(body) for _ in range(max(low - 1, 0))]
            loop = self.part(body)
            self._connect(loop.last, loop.first)
            return self._sequence([*asked, loop if low else _Part(loop.first, loop.last, 1)])
        high = min(high, low + self.longest)
        asked = [self.part(body) for _ in range(low)]
        rest = _NOTHING
        # One inside of the other: the second may come only after the first.
        for _ in range(high - low):
            more = self._sequence([self.part(body), rest])
            rest = _Part(more.first, more.last, 1)
        return self._sequence([*asked, rest])

    def _connect(self, last: _Ways, first: _Ways) -> None:
        for before, ways in last.items():
            self.follow[before] = _sum(self.follow[before], _times(first, ways))


def _sum(left: _Ways, right: _Ways) -> _Ways:
    made = dict(left)
    for position, ways in right.items():
        made[position] = min(made.get(position, 0) + ways, _MANY)
    return made


def _times(ways: _Ways, factor: int) -> _Ways:
    return {position: min(n * factor, _MANY) for position, n in ways.items()} if factor else {}


def _either(parts: list[_Part]) -> _Part:
    made = _Part({}, {}, 0)
    for part in parts:
        empty = min(made.empty + part.empty, _MANY)
        made = _Part(_sum(made.first, part.first), _sum(made.last, part.last), empty)
    return made
