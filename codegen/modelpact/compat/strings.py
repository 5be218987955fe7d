"""Sets of strings that keywords name: patterns and formats, behind one small door.

The rest of the engine asks two things: is this string in that set, and does a string exist that is
in all of these sets and none of those. Regular expressions: :mod:`modelpact.compat.regex`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from modelpact.compat.formats import FormatOracle
from modelpact.compat.policy import RegexDialect
from modelpact.compat.reasons import Budget, Reason, UndecidableError

if TYPE_CHECKING:
    from modelpact.compat.languages import Languages
    from modelpact.compat.regex import Language

__all__ = ["NO_WORD", "StringQuestion", "StringSets", "WordAnswer"]


class StringQuestion(NamedTuple):
    """Which word has lengths ``low..high``, is in all of these sets and none of those?

    Attributes:
        patterns: Pattern source, its dialect, and whether words match or must not.
        formats: Format name, and whether words have it or must not.
        excluded: Words that do not count.

    """

    low: int
    high: int | None
    patterns: Sequence[tuple[str, RegexDialect, bool]]
    formats: Sequence[tuple[str, bool]]
    excluded: frozenset[str]


class WordAnswer(NamedTuple):
    """A word, or the proof that there is none, or neither.

    Attributes:
        word: The word, or a candidate that could not be proved; ``None`` where there is none.
        reason: Why it is not proved; ``None`` where the answer is final.

    """

    word: str | None
    reason: Reason | None = None


NO_WORD: Final = WordAnswer(None)
_MAX_WORD: Final = 20_000
"""The longest word that is looked for where a pattern or a format has a say in every letter."""
_MAX_FREE_WORD: Final = 2_000_000
"""The longest word that is all of one letter."""


class StringSets:
    """Compiled patterns and known formats of a session."""

    __slots__ = ("_formats", "_languages")

    def __init__(self) -> None:
        self._formats = FormatOracle()
        self._languages: Languages | None = None

    def matches(self, source: str, dialect: RegexDialect, text: str) -> bool | None:
        """Whether a pattern matches somewhere in a string; ``None`` for unsupported patterns."""
        languages = self.languages()
        language = languages.compile(source, dialect)
        return None if language is None else languages.matches(language, text)

    def has_format(self, name: str, text: str) -> bool | None:
        """Whether a string has a format; ``None`` where validators do not agree."""
        return self._formats.has(name, text)

    def find(self, question: StringQuestion, budget: Budget) -> WordAnswer:
        """Find a word."""
        if question.high is not None and question.high < question.low:
            return NO_WORD
        if not question.patterns and not question.formats:
            return _free_word(question)
        return _Search(self, question, budget).answer()

    def languages(self) -> Languages:
        """The patterns of the session; the package behind them is loaded when first needed."""
        if self._languages is None:
            from modelpact.compat.languages import Languages

            self._languages = Languages()
        return self._languages

    @property
    def formats(self) -> FormatOracle:
        """What is known of formats."""
        return self._formats


def _free_word(question: StringQuestion) -> WordAnswer:
    """A word that only lengths and exceptions bind."""
    low, high, excluded = question.low, question.high, question.excluded
    if low > _MAX_FREE_WORD:
        return WordAnswer(None, Reason.BUDGET)
    for word in _simple_words(low, high):
        if word not in excluded:
            return WordAnswer(word)
    if high == 0:
        return NO_WORD
    for number in range(min(len(excluded) + 1, _ALPHABET)):
        # More words of one length than exceptions: one of them is free.
        word = _numbered(number, max(low, 1))
        if word not in excluded:
            return WordAnswer(word)
    return WordAnswer(None, Reason.BUDGET)


def _simple_words(low: int, high: int | None) -> Iterable[str]:
    for length in (low, low + 1, low + 2):
        if high is None or length <= high:
            for letter in "abcx0":
                yield letter * length


def _numbered(number: int, length: int) -> str:
    """The ``number``-th word of a length, over the printable characters and then all others."""
    letters = []
    for _ in range(length):
        number, digit = divmod(number, _ALPHABET)
        letters.append(chr(_FIRST + digit))
    return "".join(letters)


_FIRST: Final = 0x21
_ALPHABET: Final = 0xD000
"""Characters from `!` up, short of the surrogates: enough for any list of exceptions."""


class _Search:
    """One question that patterns or formats bind."""

    __slots__ = ("_budget", "_question", "_sets")

    def __init__(self, sets: StringSets, question: StringQuestion, budget: Budget) -> None:
        self._sets = sets
        self._question = question
        self._budget = budget

    def answer(self) -> WordAnswer:
        """Find a word, or prove that there is none."""
        question = self._question
        if question.low > _MAX_WORD:
            return WordAnswer(None, Reason.BUDGET)
        languages, exact = self._patterns()
        if question.formats:
            return self._with_formats(languages, exact=exact)
        try:
            word = self._find(languages, question.excluded)
        except UndecidableError as error:
            return self._given_up(error, None)
        if word is None:
            return NO_WORD
        return WordAnswer(word, None if exact else Reason.REGEX)

    def _patterns(self) -> tuple[list[Language], bool]:
        """The languages of the patterns, and whether that is all of them."""
        languages = self._sets.languages()
        exact = True
        compiled = []
        for source, dialect, positive in self._question.patterns:
            language = languages.compile(source, dialect)
            if language is None:
                exact = False
            else:
                compiled.append(language if positive else languages.complement(language))
        return compiled, exact

    def _find(self, languages: list[Language], excluded: frozenset[str]) -> str | None:
        question = self._question
        return self._sets.languages().find(
            languages, excluded, question.low, question.high, self._budget
        )

    def _given_up(self, error: UndecidableError, word: str | None) -> WordAnswer:
        if self._budget.is_over():
            raise error
        return WordAnswer(word, error.reason)

    def _with_formats(self, languages: list[Language], *, exact: bool) -> WordAnswer:
        """Formats are sets of which we know members and supersets."""
        question, oracle = self._question, self._sets.formats
        if oracle.exclude_each_other(question.formats):
            return NO_WORD
        for candidate in oracle.samples(question.formats):
            if self._accepts(candidate):
                return WordAnswer(candidate)
        for candidate in self._long_candidates(languages):
            if self._accepts(candidate):
                return WordAnswer(candidate)
        compiler = self._sets.languages()
        within = list(languages)
        for source in oracle.supersets(question.formats):
            language = compiler.compile(source, "ecma")
            if language is not None:
                within.append(language)
        for source in oracle.subsets(question.formats):
            language = compiler.compile(source, "ecma")
            if language is not None:
                within.append(compiler.complement(language))
        return self._from_superset(within, Reason.FORMAT if exact else Reason.REGEX)

    def _long_candidates(self, languages: list[Language]) -> Iterator[str]:
        """Words of the lengths asked for: of the patterns alone, and of forms that a format has."""
        compiler = self._sets.languages()
        forms = self._sets.formats.forms(self._question.formats)
        more = [compiler.compile(source, "ecma") for source in forms]
        for within in [[], *([language] for language in more if language is not None)]:
            try:
                word = self._find([*languages, *within], self._question.excluded)
            except UndecidableError:
                if self._budget.is_over():
                    raise
                continue
            if word is not None:
                yield word

    def _from_superset(self, languages: list[Language], reason: Reason) -> WordAnswer:
        """Look for a member in what is known to hold every member."""
        excluded = set(self._question.excluded)
        first: str | None = None
        try:
            for _ in range(_TRIES):
                word = self._find(languages, frozenset(excluded))
                if word is None:
                    return NO_WORD if first is None else WordAnswer(first, reason)
                if self._accepts(word):
                    return WordAnswer(word)
                first = first if first is not None else word
                excluded.add(word)
        except UndecidableError as error:
            return self._given_up(error, first)
        return WordAnswer(first, reason)

    def _accepts(self, word: str) -> bool:
        """Whether a word provably answers the question."""
        question, sets = self._question, self._sets
        if len(word) < question.low or (question.high is not None and len(word) > question.high):
            return False
        return (
            word not in question.excluded
            and all(sets.matches(s, d, word) is p for s, d, p in question.patterns)
            and all(sets.has_format(name, word) is p for name, p in question.formats)
        )


_TRIES: Final = 6
