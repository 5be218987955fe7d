"""What look-behinds can tell apart: contexts of a place in a text."""

from __future__ import annotations

from modelpact.documents.patterns.charset import ALL, CharSet, partition
from modelpact.documents.patterns.errors import UnsupportedPattern
from modelpact.documents.patterns.syntax import (
    Alternation,
    Anchor,
    Assertion,
    Characters,
    Group,
    Look,
    Node,
    Repeat,
    Sequence,
)

__all__ = ["contexts", "last_character"]

MOST_CONTEXTS = 12


def contexts(tree: Node) -> list[CharSet]:
    """Return the classes of characters that look-behinds tell apart."""
    sets: dict[CharSet, None] = {}
    pending: list[Node] = [tree]
    while pending:
        match pending.pop():
            case Look(body, behind, _):
                if behind:
                    sets[last_character(body)[1]] = None
                else:
                    pending.append(body)
            case Group(body) | Repeat(body):
                pending.append(body)
            case Sequence(parts) | Alternation(parts):
                pending.extend(parts)
    if not sets:
        return [ALL]
    classes = partition(sets)
    if len(classes) > MOST_CONTEXTS:
        raise UnsupportedPattern("there are too many different look-behinds")
    return classes


def last_character(body: Node) -> tuple[bool, CharSet]:
    """Return what a look-behind accepts: the start of the text, and characters."""
    match body:
        case Characters(members):
            return False, members
        case Assertion(Anchor.TEXT_START):
            return True, CharSet(())
        case Group(inner):
            return last_character(inner)
        case Alternation(branches):
            accepted = [last_character(branch) for branch in branches]
            sets = (run for _, members in accepted for run in members.ranges)
            return any(at_start for at_start, _ in accepted), CharSet.of(sets)
    raise UnsupportedPattern("look-behind of anything but one character is not decided")
