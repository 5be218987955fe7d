"""The languages of patterns, and of parts of them, that do not look around.

Nearly all patterns are of these, but for a `^` in front and a `$` at the end.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Sequence as SequenceOf
from typing import Any

from modelpact.compat.regex.algebra import Algebra
from modelpact.compat.regex.nodes import EPSILON, Language
from modelpact.documents.patterns.syntax import (
    Alternation,
    Characters,
    Group,
    Node,
    Repeat,
    Sequence,
)

__all__ = ["PlainLanguages"]


class PlainLanguages:
    """Translates nodes that do not look around, each once. The nodes must live as long as it."""

    __slots__ = ("_algebra", "_known")

    def __init__(self, algebra: Algebra) -> None:
        self._algebra = algebra
        self._known: dict[int, Language | None] = {}

    def of(self, node: Node) -> Language | None:
        """Return the language of a node that does not look around; else None."""
        if isinstance(node, Characters):
            return self._algebra.characters(node.members)
        key = id(node)
        if key not in self._known:
            rule = _PLAIN.get(type(node))
            self._known[key] = None if rule is None else rule(self, node)
        return self._known[key]

    def group(self, group: Group) -> Language | None:
        """Return the language of a group that does not look around."""
        return self.of(group.body)

    def repeat(self, repeat: Repeat) -> Language | None:
        """Return the language of a repetition that does not look around."""
        inner = EPSILON if repeat.high == 0 else self.of(repeat.body)
        return None if inner is None else self._algebra.repeat(inner, repeat.low, repeat.high)

    def alternation(self, alternation: Alternation) -> Language | None:
        """Return the language of a choice that does not look around."""
        words: list[str] = []
        languages: list[Language] = []
        for branch in alternation.branches:
            word = _word(branch)
            if word is not None:
                words.append(word)
                continue
            language = self.of(branch)
            if language is None:
                return None
            languages.append(language)
        return self._algebra.union((*languages, self._algebra.words(words)))

    def sequence(self, sequence: Sequence) -> Language | None:
        """Return the language of a sequence that does not look around."""
        return self.in_a_row(sequence.parts)

    def in_a_row(self, parts: SequenceOf[Node]) -> Language | None:
        """Return the language of one node after the other; None if any of them looks around."""
        language = EPSILON
        for part in reversed(parts):
            inner = self.of(part)
            if inner is None:
                return None
            language = self._algebra.concat(inner, language)
        return language


def _word(node: Node) -> str | None:
    """Return the text that a sequence spells out in more than one letter; else None."""
    while isinstance(node, Group):
        node = node.body
    if not isinstance(node, Sequence):
        return None
    letters: list[str] = []
    for part in node.parts:
        point = part.members.only if isinstance(part, Characters) else None
        if point is None:
            return None
        letters.append(chr(point))
    return "".join(letters)


_PLAIN: dict[type[Node], Callable[[PlainLanguages, Any], Language | None]] = {
    Group: PlainLanguages.group,
    Repeat: PlainLanguages.repeat,
    Alternation: PlainLanguages.alternation,
    Sequence: PlainLanguages.sequence,
}
"""How the language of a node is made that does not look around itself."""
