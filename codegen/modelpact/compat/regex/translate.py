"""From the syntax tree of a pattern to the language of all texts in which it is found.

The translation is in continuation-passing style: a node is translated together with the language
of whatever comes after it, so that look-ahead is an intersection with the rest of the text and
`$` asks whether nothing is left. What a look-behind sees is known by *context*: the text begins
here, or the last character belonged to a class. A loop whose body looks around is a language that
is given by an equation (see `Kind.LOOP`).
"""

from __future__ import annotations

from collections.abc import Sequence as SequenceOf

from modelpact.compat.regex.algebra import Algebra
from modelpact.compat.regex.contexts import contexts, last_character
from modelpact.compat.regex.nodes import ANY, EMPTY, EPSILON, Kind, Language
from modelpact.compat.regex.plain import PlainLanguages
from modelpact.documents.patterns.charset import ALL, CharSet
from modelpact.documents.patterns.errors import UnsupportedPattern
from modelpact.documents.patterns.syntax import (
    TEXT_END,
    TEXT_START,
    Alternation,
    Anchor,
    Assertion,
    Group,
    Look,
    Node,
    Repeat,
    Sequence,
)

__all__ = ["translate"]

MOST_COPIES = 64
"""Copies of a body that looks around, for a counted repetition of it."""

START = -1
"""The context at the beginning of the text; others are indices of classes."""

After = tuple[Language, ...]
"""What follows once a character was consumed, by the class of the last one."""


def translate(tree: Node, algebra: Algebra) -> Language:
    """Return the texts that hold a match of the pattern anywhere.

    Raises:
        UnsupportedPattern: A look-behind is not of one character, or too much looks around.

    """
    try:
        return _Translation(tree, algebra).search()
    except RecursionError:
        raise UnsupportedPattern("the pattern is nested too deeply") from None


class _Translation:
    """One pattern on its way."""

    def __init__(self, tree: Node, algebra: Algebra) -> None:
        self.tree = tree
        self.algebra = algebra
        self.classes: list[CharSet] = []
        self.everything: After = ()
        self.plain = PlainLanguages(algebra)
        self.known: dict[tuple[int, int, Language, After], Language] = {}
        self.merged: dict[tuple[int, ...], CharSet] = {}
        self.endings: dict[tuple[Language, CharSet], Language] = {}
        self.loops: dict[tuple[int, After], After] = {}

    def search(self) -> Language:
        simple = self._simple()
        if simple is not None:
            return simple
        algebra, tree = self.algebra, self.tree
        self.classes = contexts(tree)
        self.everything = (ANY,) * len(self.classes)
        at_start = self.node(tree, START, ANY, self.everything)
        if at_start is ANY:
            return ANY
        later = [self.node(tree, index, ANY, self.everything) for index in range(len(self.classes))]
        if all(rest is at_start for rest in later):
            return algebra.concat(ANY, at_start)
        behind = algebra.union(
            algebra.concat(algebra.characters(members), rest)
            for members, rest in self._by_language(later)
        )
        return algebra.union((at_start, algebra.concat(ANY, behind)))

    def _simple(self) -> Language | None:
        """Return the language of a pattern with no more than `^` before and `$` after it.

        Nearly all patterns are like this; it is the same as below, and faster.
        """
        parts = self.tree.parts if isinstance(self.tree, Sequence) else (self.tree,)
        before = after = ANY
        if parts and parts[0] == TEXT_START:
            before, parts = EPSILON, parts[1:]
        if parts and parts[-1] == TEXT_END:
            after, parts = EPSILON, parts[:-1]
        inner = self.plain.in_a_row(parts)
        if inner is None:
            return None
        return self.algebra.concat(before, self.algebra.concat(inner, after))

    def node(self, node: Node, context: int, here: Language, after: After) -> Language:
        """Return the texts that a match of the node begins.

        Args:
            node: What to match.
            context: What stands before.
            here: What follows the match if it consumes nothing.
            after: What follows the match if it consumes something.

        """
        key = (id(node), context, here, after)
        known = self.known.get(key)
        if known is None:
            known = self.known[key] = self._node(node, context, here, after)
        return known

    def _node(  # noqa: PLR0911 - one case a kind
        self, node: Node, context: int, here: Language, after: After
    ) -> Language:
        language = self.plain.of(node)
        if language is not None:
            return self._plain_then(language, here, after)
        match node:
            case Group(body):
                return self.node(body, context, here, after)
            case Alternation(branches):
                return self.algebra.union(
                    self.node(branch, context, here, after) for branch in branches
                )
            case Sequence(parts):
                return self._sequence(parts, context, here, after)
            case Assertion(anchor):
                if anchor is Anchor.TEXT_START:
                    return here if context == START else EMPTY
                return EPSILON if here.nullable else EMPTY
            case Look():
                return self._look(node, context, here)
            case Repeat():
                return self._repeat(node, context, here, after)
        raise AssertionError(node)  # pragma: no cover - characters are plain

    def _plain_then(self, language: Language, here: Language, after: After) -> Language:
        algebra = self.algebra
        distinct = self._by_language(after)
        if len(distinct) == 1:
            if not language.nullable or here is after[0]:
                return algebra.concat(language, after[0])
            consumed = algebra.concat(self._not_empty(language), after[0])
        else:
            consumed = algebra.union(
                algebra.concat(self._ending_with(language, members), rest)
                for members, rest in distinct
            )
        return algebra.union((here, consumed)) if language.nullable else consumed

    def _by_language(self, after: SequenceOf[Language]) -> list[tuple[CharSet, Language]]:
        """Return the continuations, each once, with the last characters that lead to it."""
        merged: dict[Language, list[int]] = {}
        for index, rest in enumerate(after):
            merged.setdefault(rest, []).append(index)
        return [(self._any_class(tuple(indices)), rest) for rest, indices in merged.items()]

    def _any_class(self, indices: tuple[int, ...]) -> CharSet:
        """Return the characters of any of the classes."""
        if indices not in self.merged:
            self.merged[indices] = CharSet.of(
                run for index in indices for run in self.classes[index].ranges
            )
        return self.merged[indices]

    def _not_empty(self, language: Language) -> Language:
        if language.kind == Kind.REPEAT and not language.parts[0].nullable:
            body, _, high = language.parts
            again = self.algebra.repeat(body, 0, None if high is None else high - 1)
            return self.algebra.concat(body, again)
        return self._ending_with(language, ALL)

    def _ending_with(self, language: Language, members: CharSet) -> Language:
        """Return those texts that are not empty and end with a character of the set."""
        key = (language, members)
        if key not in self.endings:
            last = self.algebra.characters(members)
            if language.kind != Kind.CHARS:
                last = self.algebra.concat(ANY, last)
            self.endings[key] = self.algebra.intersection((language, last))
        return self.endings[key]

    def _sequence(
        self, parts: SequenceOf[Node], context: int, here: Language, after: After
    ) -> Language:
        for part in reversed(parts):
            here, after = (
                self.node(part, context, here, after),
                tuple(self.node(part, index, rest, after) for index, rest in enumerate(after)),
            )
        return here

    def _look(self, look: Look, context: int, here: Language) -> Language:
        if look.behind:
            return here if self._behind(look.body, context) is not look.negated else EMPTY
        ahead = self.node(look.body, context, ANY, self.everything)
        if look.negated:
            ahead = self.algebra.complement(ahead)
        return self.algebra.intersection((ahead, here))

    def _behind(self, body: Node, context: int) -> bool:
        """Tell whether the body matches up to here."""
        at_start, members = last_character(body)
        if context == START:
            return at_start
        return bool(self.classes[context] & members)

    def _repeat(self, repeat: Repeat, context: int, here: Language, after: After) -> Language:
        copies = repeat.low if repeat.high is None else repeat.high
        if copies > MOST_COPIES:
            raise UnsupportedPattern(f"more than {MOST_COPIES} repetitions of what looks around")
        optional = 0 if repeat.high is None else repeat.high - repeat.low
        if repeat.high is None:
            again = self._loop(repeat.body, after)
            here = self.algebra.union((here, self.node(repeat.body, context, EMPTY, again)))
            after = again
        for _ in range(optional):
            here, after = self._once(repeat.body, context, here, after, optional=True)
        for _ in range(repeat.low):
            here, after = self._once(repeat.body, context, here, after, optional=False)
        return here

    def _once(
        self, body: Node, context: int, here: Language, after: After, *, optional: bool
    ) -> tuple[Language, After]:
        """Put the body, or the body or nothing, before the continuations."""
        skip = self.algebra.union
        before = self.node(body, context, here, after)
        befores = tuple(self.node(body, index, rest, after) for index, rest in enumerate(after))
        if optional:
            before = skip((here, before))
            befores = tuple(skip(pair) for pair in zip(after, befores, strict=True))
        return before, befores

    def _loop(self, body: Node, after: After) -> After:
        """Return, by context, any number of matches of the body and then what comes after.

        A round that consumes nothing adds nothing, so each round has to consume something; that
        is what guards the equations.
        """
        key = (id(body), after)
        loops = self.loops.get(key)
        if loops is None:
            loops = tuple(self.algebra.loop(nullable=rest.nullable) for rest in after)
            self.loops[key] = loops
            for index, (loop, rest) in enumerate(zip(loops, after, strict=True)):
                again = self.node(body, index, EMPTY, loops)
                loop.definition = self.algebra.union((rest, again))
        return loops
