"""Remembered goals, and recursion as a least fixpoint.

A goal that is met again on its own path is answered *no member*: a smallest member of the outer
goal has no member of the same goal inside, so nothing is lost for the outer goal. But what follows
from such an assumption is *provisional*:

* It may prune (skip a way that cannot lead to a smallest member). It must never entail: a
  constraint that seems to follow from a provisional fact has to be stated, not dropped.
* It is final once the lowest goal that it assumed empty is proved empty. It is void once a goal
  between is found to have a member after all, and so is everything that was built on it.
"""

from __future__ import annotations

from typing import Final

from modelpact.compat.outcomes import EMPTY, FOUND, NONE, Goal, Outcome

__all__ = ["GoalTable"]

_NO_ASSUMPTION: Final = 1 << 30
_MAX_FINAL: Final = 400_000


class GoalTable:
    """What is known of goals.

    ``lookup`` first; where it knows nothing, ``enter``, solve, and ``leave`` with the outcome.
    Depths count the goals on the current path.
    """

    __slots__ = ("_final", "_lowest", "_path", "_provisional", "_serial", "_uncertain")

    def __init__(self) -> None:
        self._final: dict[Goal, Outcome] = {}
        self._uncertain: dict[Goal, Outcome] = {}
        self._path: dict[Goal, int] = {}
        self._provisional: dict[Goal, tuple[int, int]] = {}
        """By goal found empty: the lowest depth assumed empty, and when it was found."""
        self._lowest = _NO_ASSUMPTION
        """The lowest depth that anything since the last ``enter`` has assumed empty."""
        self._serial = 0

    @property
    def depth(self) -> int:
        """How many goals are being solved."""
        return len(self._path)

    def lookup(self, goal: Goal) -> Outcome | None:
        """What is known, or assumed here, of a goal."""
        outcome = self._final.get(goal)
        if outcome is not None:
            return outcome
        if not self._path:
            return self._uncertain.get(goal)
        provisional = self._provisional.get(goal)
        if provisional is not None:
            self._lowest = min(self._lowest, provisional[0])
            return EMPTY
        depth = self._path.get(goal)
        if depth is not None:
            self._lowest = min(self._lowest, depth)
            return EMPTY
        return self._uncertain.get(goal)

    def enter(self, goal: Goal) -> tuple[int, int]:
        """Put a goal on the path. The result goes to :meth:`leave`."""
        mark = (self._lowest, self._serial)
        self._path[goal] = len(self._path)
        self._lowest = _NO_ASSUMPTION
        return mark

    def leave(self, goal: Goal, outcome: Outcome, mark: tuple[int, int]) -> None:
        """Take a goal off the path and remember its outcome for as long as it is valid."""
        outer_lowest, born = mark
        depth = self._path.pop(goal)
        lowest = self._lowest
        if outcome[0] != NONE:
            self._void_since(born)
            (self._final if outcome[0] == FOUND else self._uncertain)[goal] = outcome
            lowest = _NO_ASSUMPTION  # a member stays one, and an open question claims nothing
        elif lowest >= depth:
            self._settle(goal, depth)
            lowest = _NO_ASSUMPTION
        else:
            self._lower(depth, lowest)
            self._serial += 1
            self._provisional[goal] = (lowest, self._serial)
        self._lowest = min(outer_lowest, lowest)

    def abandon(self) -> None:
        """Forget the path and what was provisional on it, after an error."""
        self._path.clear()
        self._provisional.clear()
        self._lowest = _NO_ASSUMPTION

    def forget_uncertain(self) -> None:
        """Forget outcomes that a larger budget might have settled; keep the table bounded."""
        self._uncertain.clear()
        if len(self._final) > _MAX_FINAL:
            self._final.clear()

    def set_aside(self) -> tuple[dict[Goal, int], dict[Goal, tuple[int, int]], int]:
        """Start an empty path, for a lemma that must lean on nothing provisional."""
        saved = (self._path, self._provisional, self._lowest)
        self._path, self._provisional, self._lowest = {}, {}, _NO_ASSUMPTION
        return saved

    def restore(self, saved: tuple[dict[Goal, int], dict[Goal, tuple[int, int]], int]) -> None:
        """Return to the path that was set aside."""
        self._path, self._provisional, self._lowest = saved

    def _void_since(self, born: int) -> None:
        """Everything found empty on the assumption that this goal has no member is void."""
        if not self._provisional:
            return
        void = [goal for goal, (_, serial) in self._provisional.items() if serial > born]
        for goal in void:
            del self._provisional[goal]

    def _settle(self, goal: Goal, depth: int) -> None:
        """The goal leans on nothing but itself: it, and what leaned on it, is final."""
        self._final[goal] = EMPTY
        if not self._provisional:
            return
        settled = [g for g, (lowest, _) in self._provisional.items() if lowest >= depth]
        for other in settled:
            self._final[other] = EMPTY
            del self._provisional[other]

    def _lower(self, depth: int, lowest: int) -> None:
        """What leaned on this goal now leans on what this goal leans on."""
        for goal, (assumed, serial) in self._provisional.items():
            if assumed >= depth:
                self._provisional[goal] = (lowest, serial)
