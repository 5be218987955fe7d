"""Finding a text in a language: the shortest one, with characters that people like to read.

A search from derivative to derivative, breadth first. Lengths are bounds of the search and no part
of the language, so that `minLength: 3000` makes no state more.
"""

from __future__ import annotations

from modelpact.compat.regex.budget import RegexBudget, RegexBudgetExceeded
from modelpact.compat.regex.classes import ranks
from modelpact.compat.regex.derivative import Derivatives
from modelpact.compat.regex.nodes import EMPTY, Kind, Language
from modelpact.compat.regex.order import Lengths
from modelpact.compat.regex.product import Product, State

__all__ = ["find"]

FILLER = "a"
LONGEST_TEXT = 1_000_000
"""Nobody wants to see a longer witness; that there is none is still found out."""

FIRST_ASCII = 0x20
LAST_ASCII = 0x7E

Spans = tuple[Lengths, ...]
"""Lengths that a text may have, the shorter ones first."""

Trail = dict[State, tuple[State, int] | None]
"""States that were reached, each with the state before it and the character between."""


def find(
    derivatives: Derivatives,
    term: Language,
    low: int = 0,
    high: int | None = None,
    *,
    budget: RegexBudget,
) -> str | None:
    """Return a shortest text of the language with `low` to `high` characters.

    Among those it is one of printable ASCII characters if any text within the bounds is.

    Returns:
        The text, or None if it is proven that there is none.

    Raises:
        RegexBudgetExceeded: Neither was found with the work that was allowed.

    """
    if term is EMPTY or (high is not None and high < low):
        return None
    listed = _listed(term)
    if listed is not None:
        return _first_listed(derivatives, term, listed, (low, high), budget)
    try:
        product = Product.of(derivatives, term)
        if product.is_seen_empty():
            return None
        spans: Spans = ((low, high),)
        by_length = product.by_length()
        if by_length is not None:
            product, lengths = by_length
            spans = _outside(low, high, lengths)
        text = _found(product, spans, budget, ascii_only=False)
        if text is None or _is_friendly(text):
            return text
        return _friendlier(product, spans, budget) or text
    except RecursionError:
        raise RegexBudgetExceeded("the pattern is nested too deeply") from None


def _outside(low: int, high: int | None, lengths: Lengths) -> Spans:
    """Return what of a span is shorter or longer than some lengths."""
    least, most = lengths
    shorter = (low, least - 1 if high is None else min(high, least - 1))
    return (shorter,) if most is None else (shorter, (max(low, most + 1), high))


def _found(product: Product, spans: Spans, budget: RegexBudget, *, ascii_only: bool) -> str | None:
    for low, high in spans:
        if high is None or low <= high:
            text = _Search(product, low, high, budget, ascii_only=ascii_only).run()
            if text is not None:
                return text
    return None


def _friendlier(product: Product, spans: Spans, budget: RegexBudget) -> str | None:
    try:
        return _found(product, spans, budget, ascii_only=True)
    except RegexBudgetExceeded:
        return None


def _listed(term: Language) -> frozenset[str] | None:
    """Return texts among which all of the language are, if they are listed in it."""
    parts = term.parts if term.kind == Kind.INTERSECTION else (term,)
    for part in parts:
        if part.kind == Kind.WORDS:
            texts: frozenset[str] = part.parts[0]
            return texts
    return None


def _first_listed(
    derivatives: Derivatives,
    term: Language,
    texts: frozenset[str],
    bounds: tuple[int, int | None],
    budget: RegexBudget,
) -> str | None:
    low, high = bounds
    fitting = [text for text in texts if low <= len(text) and (high is None or len(text) <= high)]
    for text in sorted(fitting, key=_by_liking):
        if derivatives.matches(term, text, budget):
            return text
    return None


def _by_liking(text: str) -> tuple[bool, int, list[int]]:
    return not _is_friendly(text), len(text), ranks(text)


def _is_friendly(text: str) -> bool:
    return text.isascii() and text.isprintable()


class _Search:
    """One search. First exactly `low` steps, then as few as possible."""

    def __init__(
        self,
        product: Product,
        low: int,
        high: int | None,
        budget: RegexBudget,
        *,
        ascii_only: bool,
    ) -> None:
        self.product = product
        self.low = low
        self.high = high
        self.budget = budget
        self.ascii_only = ascii_only
        self.layers: list[Trail] = []
        self.loop_start = 0
        self.loop_end = 0
        self.rounds = 0

    def run(self) -> str | None:
        """Return a shortest text that leads to a state where it may end."""
        self.layers.append({self.product.start: None})
        open_state, missing = self._advance()
        if open_state is not None:
            return self._text([], open_state, missing)
        return self._shortest(self.layers[-1])

    def _advance(self) -> tuple[State | None, int]:
        """Go `low` steps, or to a state that accepts everything; return that and what is missing.

        The sets of states after n steps repeat with a period in the end; whole periods are skipped
        and counted.
        """
        seen: dict[frozenset[State], int] | None = {}
        position = 0
        while position < self.low:
            frontier = self.layers[-1]
            if not frontier:
                return None, 0
            for state in frontier:
                if self.product.accepts_everything(state):
                    return state, self.low - position
            last = len(self.layers) - 1
            before = last if seen is None else seen.setdefault(frozenset(frontier), last)
            if before < last:
                self.loop_start, self.loop_end = before, last
                self.rounds, left = divmod(self.low - position, last - before)
                position = self.low - left
                seen = None
            else:
                self.layers.append(self._next(frontier))
                position += 1
        return None, 0

    def _next(self, frontier: Trail) -> Trail:
        reached: Trail = {}
        for state in frontier:
            for point, rest in self._steps(state):
                if rest not in reached:
                    reached[rest] = (state, point)
        return reached

    def _steps(self, state: State) -> list[tuple[int, State]]:
        steps = self.product.steps(state)
        self.budget.spend(1 + sum([term.weight for _, rest in steps for term in rest]))
        if self.ascii_only:
            return [step for step in steps if FIRST_ASCII <= step[0] <= LAST_ASCII]
        return steps

    def _shortest(self, frontier: Trail) -> str | None:
        trail: Trail = dict.fromkeys(frontier)
        current = list(frontier)
        length = self.low
        while current:
            for state in current:
                if self.product.accepts(state):
                    return self._text_of(trail, state)
            if length == self.high:
                return None
            length += 1
            following: list[State] = []
            for state in current:
                for point, rest in self._steps(state):
                    if rest not in trail and self.product.freed(rest) not in trail:
                        trail[rest] = (state, point)
                        following.append(rest)
            current = following
        return None

    def _text_of(self, trail: Trail, state: State) -> str:
        tail: list[str] = []
        while (origin := trail[state]) is not None:
            state, point = origin
            tail.append(chr(point))
        return self._text(tail, state, 0)

    def _text(self, tail: list[str], state: State, missing: int) -> str:
        """Return the text that leads through the layers to the state, then the reversed tail."""
        if self.low > LONGEST_TEXT:
            raise RegexBudgetExceeded("the text would be too long")
        letters = [*tail, *FILLER * missing]
        layer = len(self.layers) - 1
        rounds = self.rounds
        while True:
            if layer == self.loop_start and rounds > 0:
                rounds -= 1
                layer = self.loop_end
            origin = self.layers[layer][state]
            if origin is None:
                return "".join(reversed(letters))
            state, point = origin
            letters.append(chr(point))
            layer -= 1
