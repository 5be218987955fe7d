"""Texts that a backtracking engine takes long to refuse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from modelpact.documents.patterns import ECMA, CharSet, Node, PatternError, parse
from modelpact.documents.patterns.charset import partition
from modelpact.documents.patterns.syntax import Alternation, Group, Look, Repeat, Sequence, plain
from modelpact.lint.backtracking.loops import SEARCH, Loops, Pump, TooHardError, pick
from modelpact.lint.backtracking.positions import Positions, TooLargeError, positions_of

__all__ = ["Attack", "Growth", "attack_on"]

Growth: TypeAlias = Literal["exponential", "polynomial"]

_MOST: Final = 400
_LENGTHS: Final = (1000, 30, 10, 4)
"""Repetitions are counted exactly where the pattern stays small enough; else no further."""

_BUDGET: Final = 400_000
_SUFFIXES: Final = 500
_REPEATED: Final = 3


@dataclass(frozen=True, slots=True)
class Attack:
    """A family of texts: a prefix, any number of repetitions of a pump, and a suffix.

    Attributes:
        growth: How the time for them grows with the number of repetitions.

    """

    growth: Growth
    prefix: str
    pump: str
    suffix: str

    def text(self, repetitions: int) -> str:
        """One of the texts."""
        return self.prefix + self.pump * repetitions + self.suffix


@lru_cache(maxsize=4096)
def attack_on(pattern: str) -> Attack | None:
    """The worst attack on a pattern, as ECMA-262 reads it.

    An exponential one where there is one; else a polynomial one.

    Returns:
        ``None`` where a backtracking engine needs linear time, and where it cannot be told: the
        pattern is none, or too large.

    """
    try:
        tree = plain(parse(pattern, ECMA))
    except PatternError:
        return None
    attacks = [attack for part in _alone(tree) if (attack := _on_part(part)) is not None]
    return min(attacks, key=lambda attack: attack.growth, default=None)


def _alone(tree: Node) -> Iterator[Node]:
    """The branches, which are tried one after the other, and what is looked for besides."""
    branches = tree.branches if isinstance(tree, Alternation) else (tree,)
    yield from branches
    pending: list[Node] = list(branches)
    while pending:
        match pending.pop():
            case Look(body):
                yield body
                pending.append(body)
            case Sequence(parts):
                pending += parts
            case Alternation(inner):
                pending += inner
            case Repeat(body) | Group(body):
                pending.append(body)
            case _:
                pass


def _on_part(tree: Node) -> Attack | None:
    for longest in _LENGTHS:
        try:
            positions = positions_of(tree, most=_MOST, longest=longest)
        except TooLargeError:
            continue
        try:
            return _worst(positions)
        except TooHardError:
            return None
    return None


def _worst(positions: Positions) -> Attack | None:
    loops = Loops(positions, _BUDGET)
    runner = _Runner(positions)
    for pump in loops.exponential():
        if (attack := runner.attack("exponential", pump)) is not None:
            return attack
    for pump in loops.polynomial():
        if (attack := runner.attack("polynomial", pump)) is not None:
            return attack
    return None


class _Runner:
    """Runs texts through a pattern, to find those on which an attempt fails.

    An engine that searches attempts a match at each character in turn. It is the attempts that
    begin before the suffix which must fail: what a later one finds, it finds too late.
    """

    def __init__(self, positions: Positions) -> None:
        self._positions = positions
        classes = partition(positions.labels)
        rest = ~CharSet.of(r for members in positions.labels for r in members.ranges)
        self._characters = [pick(rest)] if rest else []
        self._characters += [pick(members) for members in classes if members]

    def attack(self, growth: Growth, pump: Pump) -> Attack | None:
        """An attack with a pump, if attempts fail on it; else each of them matches at once."""
        prefix = self._prefix(pump.state)
        if prefix is None:
            return None
        searches = pump.state == SEARCH
        states = self._run(prefix + pump.text * _REPEATED, searches=searches)
        suffix = None if states is None else self._refused(states)
        return None if suffix is None else Attack(growth, prefix, pump.text, suffix)

    def _prefix(self, state: int) -> str | None:
        """A text that leads to a state from the start."""
        if state == SEARCH:
            return ""
        texts = {s: pick(self._positions.labels[s]) for s in self._positions.first}
        pending = list(texts)
        for known in pending:
            if known == state:
                return texts[known]
            for after in self._positions.follow[known]:
                if after not in texts:
                    texts[after] = texts[known] + pick(self._positions.labels[after])
                    pending.append(after)
        return None

    def _run(self, text: str, *, searches: bool) -> frozenset[int] | None:
        """The states after a text; ``None`` where an attempt has matched before its end.

        Args:
            text: The text.
            searches: Whether an attempt begins at each character, or at the first alone.

        """
        states = frozenset({SEARCH})
        for character in text:
            if self._has_matched(states):
                return None
            states = self._step(states, character)
            states |= {SEARCH} if searches else set()
        return states - {SEARCH}

    def _step(self, states: frozenset[int], character: str) -> frozenset[int]:
        point = ord(character)
        positions = self._positions
        return frozenset(
            following
            for state in states
            for following in (positions.first if state == SEARCH else positions.follow[state])
            if point in positions.labels[following]
        )

    def _has_matched(self, states: frozenset[int]) -> bool:
        """Whether there is a match already, whatever follows."""
        return not self._positions.anchored[1] and self._accepts(states)

    def _accepts(self, states: frozenset[int]) -> bool:
        return bool(states & self._positions.last) or (self._positions.empty and SEARCH in states)

    def _refused(self, states: frozenset[int]) -> str | None:
        """A text after which no attempt has matched, the shortest of few."""
        texts = {states: ""}
        pending = [states]
        for known in pending:
            if not self._accepts(known):
                return texts[known]
            if self._has_matched(known) or len(texts) > _SUFFIXES:
                continue
            for character in self._characters:
                after = self._step(known, character)
                if after not in texts:
                    texts[after] = texts[known] + character
                    pending.append(after)
        return None
