from __future__ import annotations

import pytest

from modelpact.documents.patterns import (
    ECMA,
    ECMA_STRICT,
    RUST,
    CharSet,
    Dialect,
    InvalidPattern,
    UnsupportedPattern,
    parse,
)
from modelpact.documents.patterns.parser import DEEPEST_NESTING
from modelpact.documents.patterns.syntax import Characters, Repeat, plain

A = Characters(CharSet.chars("a"))


def members(source: str, dialect: Dialect = ECMA) -> CharSet:
    tree = plain(parse(source, dialect))
    assert isinstance(tree, Characters)
    return tree.members


def test_how_a_pattern_is_written_makes_no_difference_to_its_tree() -> None:
    assert plain(parse(r"(?<x>\x61)(?:b|c)*?", ECMA)) == plain(parse("a(b|c)*", ECMA))


def test_groups_sequences_and_repetitions_of_one_are_nothing() -> None:
    assert plain(parse("(?:((a)){1})", ECMA)) == A


def test_counts_are_read() -> None:
    assert plain(parse("a{2,5}", ECMA)) == Repeat(A, 2, 5)
    assert plain(parse("a{2,}", ECMA)) == Repeat(A, 2, None)
    assert plain(parse("a{1,100000}", ECMA)) == Repeat(A, 1, 100_000)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"[a\]\-]", "a]-"),
        (r"[\ud83d\ude00]", "😀"),
        (r"\ud83d\ude00", "😀"),
        (r"\u{1F600}", "😀"),
        (r"\cX", "\x18"),
        (r"\0", "\0"),
        (r"[\b]", "\b"),
        ("[a-]", "a-"),
        (r"[\ud800-\udfff]", ""),
        (r"\ud800", ""),
        (r"(?i)k", "kK\u212a"),
        (r"\_", "_"),
        ("}", "}"),
    ],
)
def test_what_one_character_may_be_in_ecma(source: str, expected: str) -> None:
    assert members(source) == CharSet.chars(expected)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[a-d&&[^b]]", "acd"),
        ("[a-d--b-c]", "ad"),
        ("[ab~~bc]", "ac"),
        ("[[:digit:]--[1-9]]", "0"),
        ("[]a]", "]a"),
        ("[-a]", "-a"),
        (r"\x{61}", "a"),
        (r"\U00000061", "a"),
        ("(?i:s)", "sS\u017f"),
    ],
)
def test_what_one_character_may_be_in_rust_s_engine(source: str, expected: str) -> None:
    assert members(source, RUST) == CharSet.chars(expected)


def test_digits_words_spaces_and_dots_differ_between_dialects() -> None:
    thai_digit, e_acute, next_line, return_ = 0x0E51, 0xE9, 0x85, 0x0D
    assert thai_digit in members(r"\d", RUST)
    assert thai_digit not in members(r"\d")
    assert e_acute in members(r"\w", RUST)
    assert e_acute not in members(r"\w")
    assert next_line in members(r"\s", RUST)
    assert next_line not in members(r"\s")
    assert return_ in members(".", RUST)
    assert return_ not in members(".")


@pytest.mark.parametrize(
    ("source", "position"),
    [
        ("a**", 2),
        ("*", 0),
        ("a{2,1}", 1),
        ("[b-a]", 1),
        (r"[\w-z]", 1),
        ("x[a", 1),
        ("(a", 0),
        ("a)", 1),
        (r"\q", 0),
        ("a{,3}", 1),
        (r"\u{110000}", 3),
        ("^*", 1),
        ("(?=a)*", 5),
        ("(?", 0),
        ("(?<x", 3),
        ("[]a]", 3),
        (r"\<", 0),
        ("a{9999999999}", 2),
    ],
)
def test_what_is_no_pattern_is_refused_with_its_place(source: str, position: int) -> None:
    with pytest.raises(InvalidPattern) as caught:
        parse(source, ECMA)
    assert caught.value.position == position


@pytest.mark.parametrize(
    ("source", "construct"),
    [
        (r"(a)\1", "back-reference"),
        (r"\k<x>", "back-reference"),
        (r"\p{Script=Greek}", r"\p{Script=Greek}"),
        (r"\p{Alphabetic}", r"\p{Alphabetic}"),
        ("(?<n>a)(?<n>b)", "n"),
    ],
)
def test_what_is_not_decided_is_refused_by_name(source: str, construct: str) -> None:
    with pytest.raises(UnsupportedPattern, match=construct.replace("\\", r"\\")):
        parse(source, ECMA)


def test_look_around_is_no_pattern_of_rust_s_engine() -> None:
    for source in ("(?=a)", "(?<!a)b", r"(a)\1"):
        with pytest.raises(InvalidPattern):
            parse(source, RUST)


def test_leniency_can_be_switched_off() -> None:
    for source in (r"\_", "}", "]", "(?P<x>a)", "(?i)a"):
        parse(source, ECMA)
        with pytest.raises(InvalidPattern):
            parse(source, ECMA_STRICT)


@pytest.mark.parametrize("dialect", [ECMA, RUST])
def test_nesting_without_end_is_refused(dialect: Dialect) -> None:
    with pytest.raises(UnsupportedPattern, match="nested"):
        parse("(" * 100_000, dialect)
    with pytest.raises(UnsupportedPattern, match="nested"):
        parse("(" * (DEEPEST_NESTING + 1) + ")" * (DEEPEST_NESTING + 1), dialect)
    parse("(" * DEEPEST_NESTING + ")" * DEEPEST_NESTING, dialect)


def test_a_pattern_of_a_megabyte_is_refused() -> None:
    with pytest.raises(UnsupportedPattern, match="longer"):
        parse("a" * 1_000_000, ECMA)


def test_towers_of_quantifiers_and_of_classes_are_refused_in_rust_s_engine() -> None:
    with pytest.raises(UnsupportedPattern, match="quantifiers"):
        parse("a" + "*" * 100_000, RUST)
    with pytest.raises(UnsupportedPattern, match="nested"):
        parse("[" * 100_000, RUST)
