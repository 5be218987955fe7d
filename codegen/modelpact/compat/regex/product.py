"""The automaton of an intersection, run side by side instead of as one term.

A state is a tuple of terms: first the rests of the languages that a text must be in, then those of
the languages that it must not be in. This asks the same of the derivatives as the intersection of
the ones and the complements of the others would, and makes no terms for those.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from modelpact.compat.regex.derivative import Derivatives, first_sets
from modelpact.compat.regex.nodes import ANY, EMPTY, Kind, Language
from modelpact.compat.regex.order import Lengths, accepted_lengths, is_seen_within
from modelpact.documents.patterns.charset import CharSet

__all__ = ["Product", "State"]

State = tuple[Language, ...]
Step = tuple[int, State]


class Product:
    """The states of one intersection and what leads from one to another."""

    __slots__ = ("_derivatives", "_everything", "_steps", "_wanted", "start")

    def __init__(
        self, derivatives: Derivatives, wanted: Sequence[Language], unwanted: Sequence[Language]
    ) -> None:
        self._derivatives = derivatives
        self._wanted = len(wanted)
        self._everything: State = (ANY,) * len(wanted) + (EMPTY,) * len(unwanted)
        self._steps: dict[State, list[Step]] = {}
        self.start: State = (*wanted, *unwanted)

    @classmethod
    def of(cls, derivatives: Derivatives, term: Language) -> Self:
        """Return the product of the parts of an intersection."""
        parts = term.parts if term.kind == Kind.INTERSECTION else (term,)
        wanted = [part for part in parts if part.kind != Kind.COMPLEMENT]
        unwanted = [part.parts[0] for part in parts if part.kind == Kind.COMPLEMENT]
        return cls(derivatives, wanted, unwanted)

    def by_length(self) -> tuple[Product, Lengths] | None:
        """Return what is wanted alone, and the lengths that are not, where that is all the same."""
        wanted, unwanted = self.start[: self._wanted], self.start[self._wanted :]
        if len(unwanted) != 1:
            return None
        for inner in wanted:
            lengths = accepted_lengths(inner, unwanted[0])
            if lengths is not None:
                return Product(self._derivatives, wanted, ()), lengths
        return None

    def accepts(self, state: State) -> bool:
        """Tell whether the text may end here."""
        wanted = self._wanted
        return all(term.nullable is (place < wanted) for place, term in enumerate(state))

    def is_seen_empty(self) -> bool:
        """Tell whether it is seen at once that no text is accepted."""
        wanted, unwanted = self.start[: self._wanted], self.start[self._wanted :]
        return any(is_seen_within(inner, outer) for inner in wanted for outer in unwanted)

    def accepts_everything(self, state: State) -> bool:
        """Tell whether any text may follow, as far as is seen at once."""
        return state == self._everything

    def steps(self, state: State) -> list[Step]:
        """Return every state that follows, once, each with the most liked character for it."""
        steps = self._steps.get(state)
        if steps is None:
            found: dict[State, int] = {}
            for point in self._points(state):
                following = self._after(state, point)
                if following is not None and following not in found:
                    found[following] = point
            steps = self._steps[state] = [(point, following) for following, point in found.items()]
        return steps

    def _points(self, state: State) -> tuple[int, ...]:
        """Return one character of every class that the state tells apart and that may come next."""
        for term in state[: self._wanted]:
            point = _only_first(term)
            if point is not None:
                return (point,)
        sets = frozenset().union(*map(first_sets, state))
        return self._derivatives.classes.representatives(sets)

    def freed(self, state: State) -> State:
        """Return the state that must be in the same languages and may be in all others."""
        return (*state[: self._wanted], *self._everything[self._wanted :])

    def _after(self, state: State, point: int) -> State | None:
        """Return the state behind a character; None if it is seen to lead nowhere."""
        derivative = self._derivatives.derivative
        wanted = self._wanted
        following: list[Language] = []
        for place, term in enumerate(state):
            rest = term.moves.get(point) or derivative(term, point)
            if place < wanted:
                if rest is EMPTY:
                    return None
            elif rest is ANY or (rest in following and following.index(rest) < wanted):
                return None
            following.append(rest)
        return tuple(following)


def _only_first(term: Language) -> int | None:
    """Return the only character that any text of the language begins with; None if not seen."""
    while not term.nullable:
        if term.kind == Kind.CHARS:
            members: CharSet = term.parts[0]
            return members.only
        if term.kind not in _BEGIN_WITH_FIRST_PART:
            return None
        term = term.parts[0]
    return None


_BEGIN_WITH_FIRST_PART = frozenset({Kind.CONCAT, Kind.REPEAT})
