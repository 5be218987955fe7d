"""Counting and listing the texts of a language, over the automaton of its derivatives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from modelpact.compat.regex.budget import RegexBudget, RegexBudgetExceeded
from modelpact.compat.regex.classes import LIKED
from modelpact.compat.regex.derivative import Derivatives, first_sets
from modelpact.compat.regex.nodes import EMPTY, Language
from modelpact.documents.patterns.charset import CharSet

__all__ = ["Automaton", "explore"]

LIKED_POINTS = tuple(map(ord, LIKED))

Arc = tuple[CharSet, int]


@dataclass(frozen=True, slots=True)
class Automaton:
    """A deterministic automaton; state 0 is the first. Every state leads to a final one.

    Attributes:
        final: By state, whether a text may end there.
        arcs: By state, disjoint sets of characters, each with the state that it leads to.

    """

    final: tuple[bool, ...]
    arcs: tuple[tuple[Arc, ...], ...]

    def count(self, low: int, high: int | None, enough: int, *, budget: RegexBudget) -> int:
        """Return how many texts there are with `low` to `high` characters, counting to `enough`.

        Raises:
            RegexBudgetExceeded: It would take too much work.

        """
        ways = {0: 1} if self.arcs else {}
        total = length = 0
        while ways and total < enough and (high is None or length <= high):
            if length >= low:
                total += sum(number for state, number in ways.items() if self.final[state])
            following: dict[int, int] = {}
            for state, number in ways.items():
                budget.spend(1 + len(self.arcs[state]))
                for members, target in self.arcs[state]:
                    more = following.get(target, 0) + number * members.size
                    following[target] = min(more, enough)
            ways = following
            length += 1
        return min(total, enough)

    def texts(self, low: int, high: int | None, *, budget: RegexBudget) -> Iterator[str]:
        """Yield every text with `low` to `high` characters once, short ones and liked ones first.

        Raises:
            RegexBudgetExceeded: It would take too much work.

        """
        # able[n] are the states from which a text of exactly n characters may end.
        able = [frozenset(state for state, final in enumerate(self.final) if final)]
        length = 0
        while self.arcs and (high is None or length <= high):
            if length >= low and 0 in able[length]:
                yield from self._texts(length, able, budget)
            budget.spend(len(self.arcs))
            able.append(
                frozenset(
                    state
                    for state, arcs in enumerate(self.arcs)
                    if any(target in able[length] for _, target in arcs)
                )
            )
            if not able[-1]:
                return
            length += 1

    def _texts(self, length: int, able: list[frozenset[int]], budget: RegexBudget) -> Iterator[str]:
        letters: list[str] = []
        pending = [self._letters(0, able, length)]
        if not length:
            yield ""
            return
        while pending:
            step = next(pending[-1], None)
            budget.spend(1)
            if step is None:
                pending.pop()
                if letters:
                    letters.pop()
                continue
            point, target = step
            if len(letters) == length - 1:
                yield "".join(letters) + chr(point)
            else:
                letters.append(chr(point))
                pending.append(self._letters(target, able, length - len(letters)))

    def _letters(
        self, state: int, able: list[frozenset[int]], left: int
    ) -> Iterator[tuple[int, int]]:
        """Yield the characters that may come next, the liked ones first, with where they lead."""
        arcs = [arc for arc in self.arcs[state] if left and arc[1] in able[left - 1]]
        for point in LIKED_POINTS:
            for members, target in arcs:
                if point in members:
                    yield point, target
        for members, target in arcs:
            for point in members:
                if point not in LIKED_POINTS:
                    yield point, target


def explore(derivatives: Derivatives, term: Language, *, budget: RegexBudget) -> Automaton:
    """Return the automaton of a language, without states that lead nowhere.

    Raises:
        RegexBudgetExceeded: It has too many states.

    """
    states = {term: 0}
    arcs: list[list[Arc]] = []
    pending = [term]
    try:
        for state in pending:  # which grows
            arcs.append([])
            for point, members in derivatives.classes.of(first_sets(state)):
                rest = derivatives.derivative(state, point)
                budget.spend(1 + rest.weight)
                if rest is EMPTY:
                    continue
                if rest not in states:
                    states[rest] = len(states)
                    pending.append(rest)
                arcs[-1].append((members, states[rest]))
    except RecursionError:
        raise RegexBudgetExceeded("the pattern is nested too deeply") from None
    return _trimmed([state.nullable for state in pending], arcs)


def _trimmed(final: list[bool], arcs: list[list[Arc]]) -> Automaton:
    """Drop the states from which no text can end, and number the others anew in their order."""
    origins: dict[int, list[int]] = {}
    for state, leaving in enumerate(arcs):
        for _, target in leaving:
            origins.setdefault(target, []).append(state)
    live = {state for state, is_final in enumerate(final) if is_final}
    pending = sorted(live)
    while pending:
        for origin in origins.get(pending.pop(), ()):
            if origin not in live:
                live.add(origin)
                pending.append(origin)
    if 0 not in live:
        return Automaton((), ())
    numbers = {state: number for number, state in enumerate(sorted(live))}
    kept = (
        tuple((members, numbers[target]) for members, target in arcs[state] if target in live)
        for state in numbers
    )
    return Automaton(tuple(final[state] for state in numbers), tuple(kept))
