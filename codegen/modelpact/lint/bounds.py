"""Whether a pattern bounds the length of what it matches."""

from __future__ import annotations

from modelpact.documents.patterns import ECMA, Node, PatternError, parse
from modelpact.documents.patterns.syntax import (
    Alternation,
    Anchor,
    Assertion,
    Group,
    Repeat,
    Sequence,
    plain,
)

__all__ = ["is_bounded"]


def is_bounded(pattern: str) -> bool:
    """Whether a pattern holds a text from its beginning to its end, and repeats nothing for ever.

    A no may also mean that the pattern is none.
    """
    try:
        tree = plain(parse(pattern, ECMA))
    except PatternError:
        return False
    parts = tree.parts if isinstance(tree, Sequence) else (tree,)
    ends = (Assertion(Anchor.TEXT_START), Assertion(Anchor.TEXT_END))
    return (parts[:1], parts[-1:]) == (ends[:1], ends[1:]) and _is_finite(tree)


def _is_finite(node: Node) -> bool:
    match node:
        case Repeat(body, _, high):
            return high is not None and _is_finite(body)
        case Sequence(parts):
            return all(map(_is_finite, parts))
        case Alternation(branches):
            return all(map(_is_finite, branches))
        case Group(body):
            return _is_finite(body)
    return True
