"""The automaton of an intersection, run side by side instead of as one term.

A state is a tuple of terms: first the rests of the languages that a text must be in, then those of
the languages that it must not be in. This asks the same of the derivatives as the intersection of
the ones and the complements of the others would, and makes no terms for those.
"""

from __future__ import annotations

from modelpact.compat.regex.derivative import Derivatives, character_classes, first_sets
from modelpact.compat.regex.nodes import ANY, EMPTY, Kind, Language

__all__ = ["Product", "State"]

State = tuple[Language, ...]
Step = tuple[int, State]


class Product:
    """The states of one intersection and what leads from one to another."""

    __slots__ = ("_derivatives", "_everything", "_steps", "_wanted", "start")

    def __init__(self, derivatives: Derivatives, term: Language) -> None:
        parts = term.parts if term.kind == Kind.INTERSECTION else (term,)
        wanted = [part for part in parts if part.kind != Kind.COMPLEMENT]
        unwanted = [part.parts[0] for part in parts if part.kind == Kind.COMPLEMENT]
        self._derivatives = derivatives
        self._wanted = len(wanted)
        self._everything: State = (ANY,) * len(wanted) + (EMPTY,) * len(unwanted)
        self._steps: dict[State, list[Step]] = {}
        self.start: State = (*wanted, *unwanted)

    def accepts(self, state: State) -> bool:
        """Tell whether the text may end here."""
        wanted = self._wanted
        return all(term.nullable is (place < wanted) for place, term in enumerate(state))

    def accepts_everything(self, state: State) -> bool:
        """Tell whether any text may follow, as far as is seen at once."""
        return state == self._everything

    def steps(self, state: State) -> list[Step]:
        """Return every state that follows, once, each with the most liked character for it."""
        steps = self._steps.get(state)
        if steps is None:
            found: dict[State, int] = {}
            sets = frozenset().union(*map(first_sets, state))
            for point, _ in character_classes(sets):
                following = self._after(state, point)
                if following is not None and following not in found:
                    found[following] = point
            steps = self._steps[state] = [(point, following) for following, point in found.items()]
        return steps

    def _after(self, state: State, point: int) -> State | None:
        """Return the state behind a character; None if it is seen to lead nowhere."""
        derivative = self._derivatives.derivative
        wanted = self._wanted
        following: list[Language] = []
        for place, term in enumerate(state):
            rest = derivative(term, point)
            if place < wanted:
                if rest is EMPTY:
                    return None
            elif rest is ANY or rest in following[:wanted]:
                return None
            following.append(rest)
        return tuple(following)
