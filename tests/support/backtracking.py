"""A backtracking matcher that counts its steps, as ECMA-262 section 22.2.2 describes one."""

from __future__ import annotations

from collections.abc import Callable

from modelpact.documents.patterns import ECMA, Node, parse
from modelpact.documents.patterns.syntax import (
    Alternation,
    Anchor,
    Assertion,
    Characters,
    Group,
    Look,
    Repeat,
    Sequence,
    plain,
)

__all__ = ["TooManySteps", "steps_of"]

_Rest = Callable[[int], bool]


class TooManySteps(Exception):  # noqa: N818 - it is what happened
    """More steps than were allowed."""


class _Matcher:
    def __init__(self, text: str, most: int) -> None:
        self.text = text
        self.most = most
        self.steps = 0

    def match(  # noqa: PLR0911 - one for each kind of node
        self, node: Node, at: int, rest: _Rest
    ) -> bool:
        self.steps += 1
        if self.steps > self.most:
            raise TooManySteps
        match node:
            case Characters(members):
                inside = at < len(self.text) and ord(self.text[at]) in members
                return inside and rest(at + 1)
            case Sequence(parts):
                return self.sequence(parts, at, rest)
            case Alternation(branches):
                return any(self.match(branch, at, rest) for branch in branches)
            case Group(body):
                return self.match(body, at, rest)
            case Repeat(body, low, high, lazy):
                return self.repeat(body, low, high, lazy, at, rest)
            case Assertion(anchor):
                end = 0 if anchor is Anchor.TEXT_START else len(self.text)
                return at == end and rest(at)
            case Look(body, behind, negated):
                if behind:
                    raise NotImplementedError
                return self.match(body, at, lambda _: True) != negated and rest(at)

    def sequence(self, parts: tuple[Node, ...], at: int, rest: _Rest) -> bool:
        if not parts:
            return rest(at)
        return self.match(parts[0], at, lambda after: self.sequence(parts[1:], after, rest))

    def repeat(  # noqa: PLR0913, PLR0917 - a quantifier has as many
        self, body: Node, low: int, high: int | None, lazy: bool, at: int, rest: _Rest
    ) -> bool:
        if high == 0:
            return rest(at)

        def again(after: int) -> bool:
            if low == 0 and after == at:
                return False
            return self.repeat(
                body, max(low - 1, 0), None if high is None else high - 1, lazy, after, rest
            )

        if low:
            return self.match(body, at, again)
        if lazy:
            return rest(at) or self.match(body, at, again)
        return self.match(body, at, again) or rest(at)


def steps_of(pattern: str, text: str, *, most: int = 200_000) -> int:
    """How many steps a search of a pattern in a text takes.

    Raises:
        TooManySteps: More than allowed.

    """
    tree = plain(parse(pattern, ECMA))
    matcher = _Matcher(text, most)
    for start in range(len(text) + 1):
        if matcher.match(tree, start, lambda _: True):
            break
    return matcher.steps
