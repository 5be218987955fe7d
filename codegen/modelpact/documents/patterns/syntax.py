"""The syntax tree of a pattern, the same for every dialect.

Whatever a dialect decides (what a dot or an escape matches, how case counts) is decided by its
parser, so that the tree says exactly what matches. How it was written is kept beside it, for
rewriting; trees are equal when they mean the same, however they are written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from modelpact.documents.patterns.charset import CharSet

__all__ = [
    "TEXT_END",
    "TEXT_START",
    "Alternation",
    "Anchor",
    "Assertion",
    "Characters",
    "Group",
    "Look",
    "Node",
    "Repeat",
    "Sequence",
    "plain",
]


@dataclass(frozen=True, slots=True)
class Characters:
    """Exactly one character, of a set. `spelling` is its text in the pattern."""

    members: CharSet
    spelling: str = field(default="", compare=False)


class Anchor(Enum):
    """The two ends of a text."""

    TEXT_START = "start of text"
    TEXT_END = "end of text"


@dataclass(frozen=True, slots=True)
class Assertion:
    """The beginning or the end of the text."""

    anchor: Anchor


TEXT_START = Assertion(Anchor.TEXT_START)
TEXT_END = Assertion(Anchor.TEXT_END)


@dataclass(frozen=True, slots=True)
class Look:
    """A look-ahead or look-behind: `body` matches from here on, or up to here.

    Word boundaries and the anchors of multi-line mode are built of these.
    """

    body: Node
    behind: bool
    negated: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A group, which has no meaning of its own as there are no back-references."""

    body: Node
    capturing: bool = field(default=False, compare=False)
    name: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Sequence:
    """One after the other; the empty sequence matches the empty text."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Alternation:
    """One or the other. Which one is tried first makes no difference to what matches."""

    branches: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """The body `low` to `high` times; without an upper bound where `high` is None."""

    body: Node
    low: int
    high: int | None
    lazy: bool = field(default=False, compare=False)


Node = Characters | Assertion | Look | Group | Sequence | Alternation | Repeat


def plain(node: Node) -> Node:
    """Return the tree without what has no meaning: groups, sequences and branches of one."""
    match node:
        case Group(body):
            return plain(body)
        case Look(body, behind, negated):
            return Look(plain(body), behind, negated)
        case Repeat(body, low, high):
            return plain(body) if (low, high) == (1, 1) else Repeat(plain(body), low, high)
        case Sequence(parts):
            return _plain_sequence(parts)
        case Alternation(branches):
            return _plain_alternation(branches)
    return node


def _plain_sequence(parts: tuple[Node, ...]) -> Node:
    flat: list[Node] = []
    for part in map(plain, parts):
        flat.extend(part.parts if isinstance(part, Sequence) else (part,))
    return flat[0] if len(flat) == 1 else Sequence(tuple(flat))


def _plain_alternation(branches: tuple[Node, ...]) -> Node:
    flat: list[Node] = []
    for branch in map(plain, branches):
        flat.extend(branch.branches if isinstance(branch, Alternation) else (branch,))
    return flat[0] if len(flat) == 1 else Alternation(tuple(flat))
