from __future__ import annotations

import pytest

from modelpact.compat.regex import Language, Patterns
from modelpact.compat.regex.order import MOST_COMPARISONS, accepted_lengths, is_seen_within

SEEN = [
    ("[a-z]", "[a-z0-9]"),
    ("[a-z]{1,8}", "[a-z]{0,9}"),
    ("[a-z]{2}", "[a-z0-9]+"),
    ("a[0-9]*-b", "[a-c][0-9a]*-b"),
    ("-?[0-9]+(\\.[0-9]{1,2})?", "-?[0-9]+(\\.[0-9]+)?"),
    ("[0-9]{3}-[0-9]{4}", "[0-9-]{8}"),
    ("[0-9]{3}-([0-9]{4}|[0-9])", "[0-9-]{5,8}"),
    ("(red|green)", "(red|green|blue)"),
    ("(red|green)", "[a-z]{3,5}"),
    ("[ab]", "(a|b|cd)"),
    ("x(ab|[0-9])", "x(ab|[0-9]|cd)"),
    ("", "(abc)?"),
    ("abc", "(abc)?"),
    ("b", "a?b"),
    ("b", "ba?"),
    ("(?!ab)[a-z]+", "[a-z]+"),
    ("(?!a)[ab]+", "(?!ab)[abc]+"),
]
NOT_SEEN = [
    ("[a-z0-9]", "[a-z]"),
    ("[a-z]{1,8}", "[a-z]{2,9}"),
    ("[a-z]{1,8}", "[a-z]{1,7}"),
    ("[a-z]*", "[a-z]{0,7}"),
    ("[a-z]*", "[a-z]+"),
    ("[0-9]{3}-[0-9]{4}", "[0-9-]{7}"),
    ("[0-9]{3}-[0-9]{4}", "[0-9]{8}"),
    ("[0-9]{3}-([0-9]{4}|[0-9])", "[0-9-]{6,8}"),
    ("(red|green)", "(red|blue)"),
    ("(red|green)", "[a-z]{4,5}"),
    ("(red|green)", "[a-f]+"),
    ("[abc]", "(a|b|cd)"),
    ("ab", "a?"),
    ("", "a"),
    ("(ab){2}", "(ab|c){3}"),
    ("(?!ab)[abc]+", "(?!a)[abc]+"),
]


@pytest.fixture
def patterns() -> Patterns:
    return Patterns()


def whole(patterns: Patterns, source: str) -> Language:
    return patterns.compile(f"^(?:{source})$")


@pytest.mark.parametrize(("inner", "outer"), SEEN)
def test_what_differs_in_counts_classes_or_branches_is_seen_at_once(
    patterns: Patterns, inner: str, outer: str
) -> None:
    assert is_seen_within(whole(patterns, inner), whole(patterns, outer))


@pytest.mark.parametrize(("inner", "outer"), NOT_SEEN)
def test_what_is_not_included_is_not_seen(patterns: Patterns, inner: str, outer: str) -> None:
    assert not is_seen_within(whole(patterns, inner), whole(patterns, outer))
    assert patterns.is_subset(whole(patterns, inner), whole(patterns, outer)) is not None


def test_a_pattern_found_anywhere_is_seen_in_one_that_asks_for_less(patterns: Patterns) -> None:
    anywhere = patterns.compile
    assert is_seen_within(anywhere("^ab[0-9]"), anywhere("^a[a-z]"))
    assert is_seen_within(anywhere("-ab[0-9]"), anywhere("ab[0-9a-f]"))
    assert not is_seen_within(anywhere("ab[0-9]"), anywhere("^ab[0-9]"))


def test_texts_that_are_longer_than_the_work_that_is_allowed_are_not_judged(
    patterns: Patterns,
) -> None:
    inner = whole(patterns, "a-" * MOST_COMPARISONS)
    outer = whole(patterns, f"[a-]{{{2 * MOST_COMPARISONS}}}")
    assert not is_seen_within(inner, outer)
    assert patterns.is_subset(inner, outer) is None


def test_listed_texts_are_of_the_letters_and_lengths_of_a_class(patterns: Patterns) -> None:
    words = patterns.words(["ab", "abc"])
    assert is_seen_within(words, whole(patterns, "[a-c]{2,3}"))
    assert not is_seen_within(words, whole(patterns, "[a-c]{2}"))
    assert not is_seen_within(words, whole(patterns, "[ab]{2,3}"))


def test_so_many_characters_of_a_class_refuse_by_length_alone(patterns: Patterns) -> None:
    slug = whole(patterns, "[a-z]+(-[a-z]+)*")
    assert accepted_lengths(slug, whole(patterns, "[a-z-]{3,63}")) == (3, 63)
    assert accepted_lengths(slug, whole(patterns, "[a-z-]{3,}")) == (3, None)
    assert accepted_lengths(slug, whole(patterns, "[a-z]{3,63}")) is None
    assert accepted_lengths(slug, whole(patterns, "([a-z]-){3,63}")) is None
    assert accepted_lengths(slug, slug) is None
