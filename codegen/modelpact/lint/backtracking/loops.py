"""Loops of a pattern that can be gone through in several ways.

Exponential: a loop reads one text in two ways, and so n times that text in 2**n ways. Polynomial:
of two loops, one after the other, both read one text, and what leads from one to the other as well;
then n times that text can be shared out in n ways.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Final, TypeAlias

from modelpact.documents.patterns import CharSet
from modelpact.documents.patterns.charset import partition
from modelpact.lint.backtracking.positions import Positions

__all__ = ["SEARCH", "Loops", "Pump", "TooHardError", "pick"]

SEARCH: Final = -1
"""The state before the pattern: an engine that searches starts anew at every character."""

_NICE: Final = "a0A-_ .@/"
_ANY: Final = -1
"""All bits: any character."""


class TooHardError(Exception):
    """A question takes more steps than are allowed."""


@dataclass(frozen=True, slots=True)
class Pump:
    """A state and a text that leads from it back to it in several ways."""

    state: int
    text: str


_Pair: TypeAlias = tuple[int, int]
_Triple: TypeAlias = tuple[int, int, int]


def pick(members: CharSet) -> str:
    """A character of a set, one that people read if there is one."""
    for character in _NICE:
        if ord(character) in members:
            return character
    return chr(members.ranges[0][0])


@dataclass(slots=True)
class Loops:
    """The loops of a pattern.

    Args:
        positions: The pattern.
        budget: So many steps are taken at most.

    """

    positions: Positions
    budget: int
    components: list[frozenset[int]] = field(init=False)
    _masks: tuple[int, ...] = field(init=False)
    _characters: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        follow = self.positions.follow
        # Sets of characters as bits: one for each class of characters that no label tells apart.
        classes = [c for c in partition(self.positions.labels) if c]
        self._characters = tuple(pick(members) for members in classes)
        self._masks = tuple(
            sum(1 << bit for bit, inner in enumerate(self._characters) if ord(inner) in label)
            for label in self.positions.labels
        )
        found = _components(follow)
        self.components = [c for c in found if len(c) > 1 or next(iter(c)) in follow[next(iter(c))]]

    def exponential(self) -> Iterator[Pump]:
        """Pumps that double the ways with every repetition; none where no loop is ambiguous.

        Raises:
            TooHardError: The budget is spent.

        """
        for component in self.components:
            yield from self._doubled(component)
            yield from self._forked(component)

    def polynomial(self) -> Iterator[Pump]:
        """Pumps that add ways with every repetition.

        Raises:
            TooHardError: The budget is spent.

        """
        starts: list[frozenset[int]] = list(self.components)
        if not self.positions.anchored[0]:
            starts.append(frozenset({SEARCH}))
        for one in starts:
            for other in self.components:
                between = None if one is other else self._between(one, other)
                if between:
                    yield from self._shared(one, between, other)

    # --- exponential --------------------------------------------------------------------------

    def _doubled(self, component: frozenset[int]) -> Iterator[Pump]:
        """Steps of a loop that can be taken in two ways."""
        follow = self.positions.follow
        for state in sorted(component):
            for after, ways in follow[state].items():
                if ways > 1 and after in component:
                    back = self._path(after, state, component)
                    yield Pump(state, self._character(self._masks[after]) + back)

    def _forked(self, component: frozenset[int]) -> Iterator[Pump]:
        """Two ways of one text that part in a loop and meet again."""
        parents: dict[_Pair, tuple[_Pair, int]] = {}
        pending: list[_Pair] = []
        for state in sorted(component):
            for pair, common in self._steps((state, state), component):
                if pair[0] != pair[1] and pair not in parents:
                    parents[pair] = ((state, state), common)
                    pending.append(pair)
        while pending:
            pair = pending.pop()
            for after, common in self._steps(pair, component):
                if after[0] == after[1]:
                    text, start = self._told(parents, pair)
                    text += self._character(common)
                    yield Pump(start, text + self._path(after[0], start, component))
                    return
                if after not in parents:
                    parents[after] = (pair, common)
                    pending.append(after)

    def _steps(self, pair: _Pair, within: frozenset[int]) -> Iterator[tuple[_Pair, int]]:
        masks, follow = self._masks, self.positions.follow
        for left in follow[pair[0]]:
            if left not in within:
                continue
            for right in follow[pair[1]]:
                self._spend()
                if right in within and (common := masks[left] & masks[right]):
                    yield (min(left, right), max(left, right)), common

    # --- polynomial ---------------------------------------------------------------------------

    def _between(self, one: frozenset[int], other: frozenset[int]) -> frozenset[int]:
        """The states on the ways from one loop to another, the loops included.

        Only those ways count that read what both loops read.
        """
        read = self._read(one) & self._read(other)
        onward = self._reachable(one, read)
        if not onward & other:
            return frozenset()
        reaching = (s for s in onward | one if s in other or self._reachable({s}, read) & other)
        return frozenset(reaching)

    def _read(self, component: frozenset[int]) -> int:
        masks = (_ANY if state == SEARCH else self._masks[state] for state in component)
        return reduce(or_, masks, 0)

    def _reachable(self, states: Iterable[int], read: int) -> set[int]:
        found: set[int] = set()
        pending = list(states)
        while pending:
            for after in self._after(pending.pop()):
                if after not in found and self._masks[after] & read:
                    found.add(after)
                    pending.append(after)
        return found

    def _after(self, state: int) -> Mapping[int, int]:
        if state == SEARCH:
            return self.positions.first
        return self.positions.follow[state]

    def _shared(
        self, one: frozenset[int], between: frozenset[int], other: frozenset[int]
    ) -> Iterator[Pump]:
        for start in sorted(one):
            for end in sorted(other):
                text = self._share(start, end, (one, between, other))
                if text is not None:
                    yield Pump(start, text)
                    return

    def _share(
        self, start: int, end: int, within: tuple[frozenset[int], frozenset[int], frozenset[int]]
    ) -> str | None:
        """A text that leads from the start to itself and to the end, and from the end to itself."""
        origin, goal = (start, start, end), (start, end, end)
        parents: dict[_Triple, tuple[_Triple, int] | None] = {origin: None}
        pending = [origin]
        while pending:
            triple = pending.pop()
            for after, common in self._triples(triple, within):
                if after == goal:
                    return self._told_triple(parents, triple) + self._character(common)
                if after not in parents:
                    parents[after] = (triple, common)
                    pending.append(after)
        return None

    def _triples(
        self, triple: _Triple, within: tuple[frozenset[int], frozenset[int], frozenset[int]]
    ) -> Iterator[tuple[_Triple, int]]:
        for first, read in self._readable(triple[0], within[0]):
            for second, also in self._readable(triple[1], within[1]):
                common = read & also
                if not common:
                    continue
                for third, too in self._readable(triple[2], within[2]):
                    self._spend()
                    if common & too:
                        yield (first, second, third), common & too

    def _readable(self, state: int, within: frozenset[int]) -> Iterator[tuple[int, int]]:
        """The next states and what is read on the way."""
        if state == SEARCH and SEARCH in within:
            yield SEARCH, _ANY
        for after in self._after(state):
            if after in within:
                yield after, self._masks[after]

    # --- both ---------------------------------------------------------------------------------

    def _path(self, start: int, end: int, within: frozenset[int]) -> str:
        """A text that leads from one state to another inside a loop; empty where they are one."""
        if start == end:
            return ""
        parents: dict[int, int] = {start: start}
        pending = [start]
        for state in pending:
            for after in self.positions.follow[state]:
                if after in within and after not in parents:
                    parents[after] = state
                    pending.append(after)
        text = ""
        state = end
        while state != start:
            text = self._character(self._masks[state]) + text
            state = parents[state]
        return text

    def _told(self, parents: Mapping[_Pair, tuple[_Pair, int]], pair: _Pair) -> tuple[str, int]:
        """The text that led to a pair, and the state where it began."""
        text = ""
        while (known := parents.get(pair)) is not None:
            pair, common = known
            text = self._character(common) + text
        return text, pair[0]

    def _told_triple(
        self, parents: Mapping[_Triple, tuple[_Triple, int] | None], triple: _Triple
    ) -> str:
        text = ""
        while (known := parents[triple]) is not None:
            triple, common = known
            text = self._character(common) + text
        return text

    def _character(self, mask: int) -> str:
        """A character of a set, one that people read if there is one."""
        found = [c for bit, c in enumerate(self._characters) if mask >> bit & 1]
        return next((c for c in _NICE if c in found), found[0])

    def _spend(self) -> None:
        self.budget -= 1
        if self.budget < 0:
            raise TooHardError


def _components(follow: tuple[Mapping[int, int], ...]) -> list[frozenset[int]]:
    """The strongly connected components, in the order of their first states."""
    order: list[int] = []
    seen: set[int] = set()
    for root in range(len(follow)):
        stack = [(root, iter(follow[root]))] if root not in seen else []
        seen.add(root)
        while stack:
            state, rest = stack[-1]
            after = next((s for s in rest if s not in seen), None)
            if after is None:
                order.append(state)
                stack.pop()
            else:
                seen.add(after)
                stack.append((after, iter(follow[after])))
    before: list[list[int]] = [[] for _ in follow]
    for state, nexts in enumerate(follow):
        for after in nexts:
            before[after].append(state)
    return sorted(_gathered(reversed(order), before), key=min)


def _gathered(order: Iterable[int], before: list[list[int]]) -> Iterator[frozenset[int]]:
    taken: set[int] = set()
    for root in order:
        if root in taken:
            continue
        taken.add(root)
        component = [root]
        for state in component:
            for earlier in before[state]:
                if earlier not in taken:
                    taken.add(earlier)
                    component.append(earlier)
        yield frozenset(component)
