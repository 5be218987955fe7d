from __future__ import annotations

import re
from itertools import islice

import pytest

from modelpact.compat.regex import (
    ANY,
    EMPTY,
    EPSILON,
    RUST,
    InvalidPattern,
    Patterns,
    RegexBudget,
    RegexBudgetExceeded,
    UnsupportedPattern,
)


@pytest.fixture
def patterns() -> Patterns:
    return Patterns()


def test_a_pattern_is_searched_for_anywhere(patterns: Patterns) -> None:
    language = patterns.compile("b+c")
    assert patterns.matches(language, "abbcd")
    assert not patterns.matches(language, "acb")


@pytest.mark.parametrize(
    ("source", "accepted", "rejected"),
    [
        ("^ab$", ["ab"], ["ab\n", "xab", ""]),
        ("a$|^b", ["a", "xa", "bx"], ["ax", "xb"]),
        (r"\bfoo\b", ["foo", "a foo!", "foo-bar"], ["food", "_foo", "éfoo_"]),
        (r"\Bx\B", ["axa"], ["x", "ax", "xa", " x "]),
        ("^((?!foo).)*$", ["", "fo", "bar"], ["foo", "xfoox"]),
        (r"^(?=.*\d)(?=.*[a-z]).{4,}$", ["abc1", "1aaa"], ["abcd", "a1"]),
        ("(?<!a)b$", ["b", "cb", "abb"], ["ab", "cab"]),
        ("(?<=^|,)x", ["x", "a,x", ",x"], ["ax", ", x"]),
        (r"^(\ba-?)*$", ["", "a", "a-", "a-a"], ["aa", "-a"]),
        (r"^(?:\b|a)+b$", ["b", "aab"], ["", "ba"]),
        ("^(?:(?=ab)a|b){2}$", ["ab"], ["aa", "ba"]),
        ("(?!)", [], ["", "a"]),
        ("[]", [], ["", "a"]),
        ("^[^]$", ["\n", "😀"], ["", "ab"]),
    ],
)
def test_look_around_and_anchors_are_exact(
    patterns: Patterns, source: str, accepted: list[str], rejected: list[str]
) -> None:
    language = patterns.compile(source)
    assert [text for text in accepted if not patterns.matches(language, text)] == []
    assert [text for text in rejected if patterns.matches(language, text)] == []


def test_the_shortest_and_most_readable_text_is_found(patterns: Patterns) -> None:
    assert patterns.find(patterns.compile(r"^\d{3}-\d{4}$")) == "000-0000"
    assert patterns.find(patterns.compile("^[^a]{2}[A-Z]$")) == "bbA"
    assert patterns.find(patterns.compile(r"^\W\w$", RUST)) == "-a"
    assert patterns.find(patterns.compile(r"^[^\x00-\x7f]$")) == "é"


def test_printable_ascii_is_preferred_to_short(patterns: Patterns) -> None:
    assert patterns.find(patterns.compile("^(?:\\n|hello)$")) == "hello"


def test_printable_ascii_is_preferred_among_listed_texts_too(patterns: Patterns) -> None:
    assert patterns.find(patterns.compile("^(éé|Zeta|zeta|alphabet|\\n)$")) == "zeta"
    assert patterns.find(patterns.compile("^(éé|\\n\\n)$")) == "éé"


def test_lengths_are_bounds_of_the_search(patterns: Patterns) -> None:
    language = patterns.compile("^(?:ab)*$")
    assert patterns.find(language, 3, 3) is None
    assert patterns.find(language, 3, 4) == "abab"
    assert patterns.find(language, 5, 4) is None
    assert patterns.find(language, 4001, 4001) is None
    assert patterns.find(language, 4001) == "ab" * 2001
    assert patterns.find(ANY, 5) == "aaaaa"


def test_a_huge_least_length_costs_no_more_than_a_period(patterns: Patterns) -> None:
    language = patterns.compile("^(?:abc)*d?$")
    assert patterns.find(language, 300_002, 300_002) is None
    text = patterns.find(language, 300_001, 300_001, budget=RegexBudget(100))
    assert text is not None
    assert len(text) == 300_001
    assert patterns.matches(language, text[-100:])
    assert patterns.find(language, 10**12 + 1, 10**12 + 1) is None
    with pytest.raises(RegexBudgetExceeded):
        patterns.find(language, 3 * 10**12)


def test_inclusion_is_proved_or_refuted_by_a_text(patterns: Patterns) -> None:
    short, long = patterns.compile("^[a-z]{1,8}$"), patterns.compile("^[a-z]+$")
    assert patterns.is_subset(short, long) is None
    assert patterns.is_subset(long, short) == "aaaaaaaaa"
    assert patterns.is_subset(long, short, 0, 8) is None


@pytest.mark.parametrize(
    ("outer", "low", "high", "text"),
    [
        ("^[a-z-]{3,63}$", 0, None, "a"),
        ("^[a-z-]{3,63}$", 2, None, "aa"),
        ("^[a-z-]{3,63}$", 3, None, "a" * 64),
        ("^[a-z-]{1,100000}$", 0, None, "a" * 100_001),
        ("^[a-z-]{3,63}$", 3, 63, None),
        ("^[a-z-]{3,}$", 3, None, None),
        ("^[a-z-]{3,}$", 0, None, "a"),
        ("^[a-z-]{3}$", 3, 4, "aaaa"),
        ("^[a-z-]{2}$", 70, 90, "a" * 70),
    ],
)
def test_what_is_only_counted_is_no_part_of_the_search(
    patterns: Patterns, outer: str, low: int, high: int | None, text: str | None
) -> None:
    slug, budget = patterns.compile("^[a-z]+(-[a-z]+)*$"), RegexBudget(1_000)
    assert patterns.is_subset(slug, patterns.compile(outer), low, high, budget=budget) == text


def test_a_printable_text_of_another_length_is_preferred(patterns: Patterns) -> None:
    inner, outer = patterns.compile("^(é|aaaaa|[ab]{6,})$"), patterns.compile("^[abé]{2,4}$")
    assert patterns.is_subset(inner, outer) == "aaaaa"
    assert patterns.is_subset(inner, outer, 0, 3) == "é"


def test_listed_words_are_taken_away(patterns: Patterns) -> None:
    digits = patterns.compile("^[0-2]$")
    rest = patterns.intersection(digits, patterns.complement(patterns.words(["0", "2", "x"])))
    assert list(patterns.texts(rest)) == ["1"]
    assert patterns.find(patterns.intersection(rest, patterns.words(["0", "x", "1"]))) == "1"
    assert patterns.find(patterns.intersection(rest, patterns.words(["0", "x"]))) is None


def test_words_are_sets() -> None:
    patterns = Patterns()
    assert patterns.words([]) is EMPTY
    assert patterns.words([""]) is EPSILON
    both = patterns.intersection(patterns.words("abc"), patterns.words("bcd"))
    assert list(patterns.texts(both)) == ["b", "c"]


def test_texts_come_in_order_of_length_and_liking(patterns: Patterns) -> None:
    texts = patterns.texts(patterns.compile("^[a-z]+$"))
    assert list(islice(texts, 28)) == [*"abcdefghijklmnopqrstuvwxyz", "aa", "ab"]
    assert list(patterns.texts(patterns.compile("^[ab]{0,2}$"), 1)) == [
        *("a", "b", "aa", "ab", "ba", "bb")
    ]


@pytest.mark.parametrize(
    ("source", "number"),
    [("^[ab]{2}$", 4), ("^$", 1), ("(?!)", 0), ("^a{3,7}$", 5), ("^.$", 1112060)],
)
def test_texts_are_counted(patterns: Patterns, source: str, number: int) -> None:
    language = patterns.compile(source)
    assert patterns.has_at_least(number, language)
    assert not patterns.has_at_least(number + 1, language)


def test_there_is_no_end_of_an_infinite_language(patterns: Patterns) -> None:
    assert patterns.has_at_least(10**9, patterns.compile("a"))
    assert patterns.has_at_least(1000, patterns.compile("^a*$"))
    assert not patterns.has_at_least(1000, patterns.compile("^a*$"), 0, 998)


def test_lines_of_rust_s_engine_end_with_line_feeds(patterns: Patterns) -> None:
    language = patterns.compile("(?m)^b$", RUST)
    assert patterns.matches(language, "a\nb\nc")
    assert not patterns.matches(language, "a\rb")


def test_dialects_differ(patterns: Patterns) -> None:
    ascii_only, unicode_too = patterns.compile(r"^\d$"), patterns.compile(r"^\d$", RUST)
    assert patterns.is_subset(ascii_only, unicode_too) is None
    assert patterns.is_subset(unicode_too, ascii_only) is not None


def test_errors_are_remembered_and_raised_again(patterns: Patterns) -> None:
    for _ in range(2):
        with pytest.raises(InvalidPattern):
            patterns.compile("(")
        with pytest.raises(UnsupportedPattern, match="look-behind"):
            patterns.compile("(?<=ab)c")
        with pytest.raises(UnsupportedPattern, match="repetitions"):
            patterns.compile(r"(?:\ba){1000}")


@pytest.mark.parametrize(
    "source",
    [
        "(a*)*b",
        "((((a*)*)*)*)*$",
        "a{1,100000}",
        "^(?:a{1,1000}){1,1000}$",
        "^(a|a|aa)+$",
        "^(?:.*x){20}$",
        "|".join(f"word{number}" for number in range(2000)),
        "a" * 20_000,
        "(?:a?){50}a{50}",
        "^" + "(?:a|b)?" * 300 + "$",
        "(?:^|a)" * 50,
    ],
)
def test_towers_and_crowds_are_answered_or_given_up(patterns: Patterns, source: str) -> None:
    language = patterns.compile(source)
    assert patterns.is_subset(language, language) is None
    try:
        found = patterns.find(language, budget=RegexBudget(20_000))
    except RegexBudgetExceeded:
        return
    assert found is not None
    assert patterns.matches(language, found)


def test_too_much_work_is_given_up_and_never_guessed(patterns: Patterns) -> None:
    def question(half: int) -> str | None:
        one = patterns.compile(f"^[ab]*a[ab]{{{half * 2}}}$")
        same = patterns.compile(f"^[ab]*a[ab]{{{half}}}[ab]{{{half}}}$")
        return patterns.is_subset(one, same, budget=RegexBudget(10_000))

    assert question(2) is None
    with pytest.raises(RegexBudgetExceeded, match="work"):
        question(10)


def test_matching_is_metered_where_counts_within_counts_make_it_slow(patterns: Patterns) -> None:
    language = patterns.compile("^(?:a{1,100}b?){1,100}$")
    assert patterns.matches(language, "aab" * 20)
    with pytest.raises(RegexBudgetExceeded):
        patterns.matches(language, "a" * 2000, budget=RegexBudget(10_000))


def test_repetitions_of_repetitions_are_joined_where_no_count_is_left_out(
    patterns: Patterns,
) -> None:
    def same(one: str, other: str) -> bool:
        return patterns.compile(f"^{one}$") is patterns.compile(f"^{other}$")

    assert same("(?:a{1,1000}){1,1000}", "a{1,1000000}")
    assert same("(?:a{2,3}){2,}", "a{4,}")
    assert same("(?:a{2}){3}", "a{6}")
    assert same("(?:a+)*", "a*")
    assert not same("(?:a{2,}){0,1}", "a*")
    assert not same("(?:a{3,4}){1,2}", "a{3,8}")
    assert not same("(?:a{2}){2,3}", "a{4,6}")
    for counts in ("(?:a{2,3}){0,2}", "(?:a{3,4}){1,3}", "(?:a{3,5}){2,3}", "(?:a{0,2}){2,3}"):
        language = patterns.compile(f"^{counts}$")
        for number in range(20):
            accepted = re.fullmatch(counts, "a" * number) is not None
            assert patterns.matches(language, "a" * number) == accepted, (counts, number)


def test_a_deadline_is_asked_for_and_obeyed(patterns: Patterns) -> None:
    asked: list[int] = []

    def expired() -> bool:
        asked.append(1)
        return len(asked) > 2

    hard = patterns.compile("^(?:a|b)*a(?:a|b){12}$")
    with pytest.raises(RegexBudgetExceeded, match="time"):
        patterns.is_subset(
            patterns.compile("^[ab]{20,}$"), hard, 40, budget=RegexBudget(10**9, expired=expired)
        )
    assert len(asked) == 3


def test_what_is_remembered_is_bounded() -> None:
    patterns = Patterns(most_terms=200)
    kept = patterns.compile("^[a-c]{3}$")
    for number in range(300):
        language = patterns.compile(f"^x{number}[a-z]+$")
        assert patterns.find(language) == f"x{number}a"
        assert len(patterns._algebra) < 400
    assert patterns.is_subset(kept, patterns.compile("^[a-c]{2,3}$")) is None
