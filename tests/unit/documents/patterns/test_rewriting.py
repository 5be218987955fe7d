from __future__ import annotations

from typing import Literal

import pytest

from modelpact.documents.patterns import (
    ECMA,
    ECMA_STRICT,
    RUST,
    InvalidPattern,
    UnsupportedPattern,
    means_the_same,
    rewrite,
)


@pytest.mark.parametrize(
    "source",
    ["^[A-Z]{2,3}$", r"^[0-9]+(\.[0-9]{1,2})?$", r"\p{Lu}|\n", "", "^#(?<red>[a-f]{2})+?$", r"\/"],
)
def test_a_pattern_that_means_the_same_to_both_is_left_alone(source: str) -> None:
    assert rewrite(source) == source
    assert rewrite(source, source_dialect="ecma") == source
    assert means_the_same(source, [ECMA_STRICT, RUST])


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"^\d{3}-\d+$", r"^\p{Nd}{3}-\p{Nd}+$"),
        (r"[\d_]", r"[\p{Nd}_]"),
        (r"\D", r"[^\p{Nd}]"),
        (r"[^\s@]", r"[^\p{White_Space}@]"),
        (r"\Aa\z", "^a$"),
        ("a.b", r"a[^\n]b"),
        ("(?i)ab", "[Aa][Bb]"),
        ("(?i:a)b", "(?:[Aa])b"),
        ("(?P<year>[0-9])", "(?<year>[0-9])"),
        ("(?x) a  b # spaced", "ab"),
        ("[a-z&&[^aeiou]]", "[b-df-hj-np-tv-z]"),
        ("[[:alpha:]]", "[A-Za-z]"),
        (r"\pL", r"\p{L}"),
        (r"\-\_", "-_"),
        ("a**", "(?:a*)*"),
        ("(?s).", r"\p{Any}"),
        ("}", r"\}"),
    ],
)
def test_only_what_differs_is_written_anew(source: str, expected: str) -> None:
    assert rewrite(source) == expected


def test_digits_may_be_narrowed_to_ascii() -> None:
    assert rewrite(r"^\d+[\d-]\D$", digits="ascii") == "^[0-9]+[0-9-][^0-9]$"


def test_patterns_of_ecma_are_rewritten_too() -> None:
    assert rewrite(r"^\d+.\w$", source_dialect="ecma") == (
        r"^[0-9]+[^\n\r\u2028\u2029][A-Za-z0-9_]$"
    )


@pytest.mark.parametrize("digits", ["unicode", "ascii"])
@pytest.mark.parametrize("source", [r"\w+", r"[\w.-]{1,64}", r"\W", r"[^\W\d]", r"(?i)\w[k-z]"])
def test_words_are_written_out_and_mean_the_same(
    source: str, digits: Literal["unicode", "ascii"]
) -> None:
    assert means_the_same(rewrite(source, digits=digits), [ECMA_STRICT, RUST])


@pytest.mark.parametrize("source", [r"\bx", r"\B", "(?m)^a", r"\b{start}a", r"\p{Greek}"])
def test_what_cannot_be_written_for_both_is_refused(source: str) -> None:
    with pytest.raises(UnsupportedPattern):
        rewrite(source)


def test_what_is_no_pattern_is_refused() -> None:
    with pytest.raises(InvalidPattern):
        rewrite("(?=a)")


@pytest.mark.parametrize("source", [r"\d", r"\s", ".", "(?i)a", r"\bx", "("])
def test_what_differs_or_is_no_pattern_does_not_mean_the_same(source: str) -> None:
    assert not means_the_same(source, [ECMA, RUST]) or source == "(?i)a"
    assert not means_the_same(source, [ECMA_STRICT, RUST])
