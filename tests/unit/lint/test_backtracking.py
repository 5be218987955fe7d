from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelpact.lint.backtracking import Attack, attack_on
from support.backtracking import TooManySteps, steps_of

_SCHEMAS = Path(__file__).parents[3] / "schemas"

_EXPONENTIAL = [
    "^(a+)+$",
    "^(a*)*$",
    "(a*)*b",
    "^(a|a)*$",
    "^(a|ab|b)*c",
    "^(a*b*)*$",
    "^([a-z]+)*\\d$",
    "^(?:[a-z0-9]+-?)*$",
    "^(a{2}|a{3})*$",
    "^(x+x+)+y",
    "(x+x+)+y",
    "^(.*)*$",
    "a|(b+)+c",
    "^(?=(a+)+b)a",
    "^((a?|b?)c)*d$",
    "^(([\\-.]|[_]+)?([a-zA-Z0-9]+))*@$",
    "^(?:a(?:b|c?b))*$",
    "(?:a*)*$",
]

_POLYNOMIAL = [
    "[0-9]+$",
    "\\s+$",
    "[0-9]*$",
    "^\\s*a?\\s*$",
    "^a*a*$",
    "^a*b?a*$",
    "^.*foo.*bar$",
    "^(a+){1,3}$",
    "^[a-z]*[a-z0-9]*$",
]

_LINEAR = [
    "",
    "^$",
    "a*",
    "(a*)*",
    "^[a-z]+$",
    "^(a?)*$",
    "^(a|ab)*$",
    "^(ab|a)*c$",
    "^a*b*$",
    "^[a-z0-9]+(?:-[a-z0-9]+)*$",
    "^(a{5}|b)*$",
    "^([\\s\\S]|a)*$",
    "^([\\s\\S]*)*$",
    "^\\d{1,3}(,\\d{3})*$",
    "ab+$",
    "^(?:[01][0-9]|2[0-3]):[0-5][0-9]$",
    "^(?!x)[a-z]+$",
    "^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}$",
]


@contextmanager
def deep_recursion() -> Iterator[None]:
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(20_000)
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def steps(pattern: str, attack: Attack, repetitions: int) -> int:
    with deep_recursion():
        return steps_of(pattern, attack.text(repetitions))


def grows_exponentially(pattern: str, attack: Attack) -> bool:
    """Whether a few more repetitions multiply the steps."""
    try:
        few, more = (steps(pattern, attack, count) for count in (6, 10))
    except TooManySteps:
        return True
    return more > few * 8


def grows_quadratically(pattern: str, attack: Attack) -> bool:
    """Whether twice as many repetitions need far more than twice the steps."""
    try:
        few, more = (steps(pattern, attack, count) for count in (30, 60))
    except TooManySteps:
        return True
    return more > few * 3


@pytest.mark.parametrize("pattern", _EXPONENTIAL)
def test_what_a_loop_reads_in_two_ways_takes_exponential_time(pattern: str) -> None:
    attack = attack_on(pattern)
    assert attack is not None
    assert attack.growth == "exponential"
    assert grows_exponentially(pattern, attack)


@pytest.mark.parametrize("pattern", _POLYNOMIAL)
def test_what_two_loops_share_takes_polynomial_time(pattern: str) -> None:
    attack = attack_on(pattern)
    assert attack is not None
    assert attack.growth == "polynomial"
    assert grows_quadratically(pattern, attack)


@pytest.mark.parametrize("pattern", _LINEAR)
def test_what_can_be_read_in_one_way_only_is_no_danger(pattern: str) -> None:
    assert attack_on(pattern) is None


@pytest.mark.parametrize("pattern", ["(", "(?<=", "[b-a]"])
def test_what_is_no_pattern_is_for_others_to_tell(pattern: str) -> None:
    assert attack_on(pattern) is None


def test_large_repetitions_are_counted_as_far_as_it_is_worth() -> None:
    assert attack_on("^(?:[a-z]{1,5000}-){1,5000}$") is None
    attack = attack_on("^(?:[a-z]{1,5000}-?)*$")
    assert attack is not None
    assert attack.growth == "exponential"


def test_no_pattern_of_lead_ignite_hangs_anything() -> None:
    patterns: set[str] = set()
    for file in _SCHEMAS.glob("lead-ignite*/next/*.schema.json"):
        found = re.findall(r'"pattern": (".*"),?$', file.read_text(encoding="utf-8"), re.MULTILINE)
        patterns |= {json.loads(text) for text in found}
    attacks = {pattern: attack_on(pattern) for pattern in patterns}
    assert len(patterns) > 15
    assert [p for p, a in attacks.items() if a is not None and a.growth == "exponential"] == []
    slow = [p for p, a in attacks.items() if a is not None]
    assert all(grows_quadratically(p, a) for p in slow if (a := attacks[p]) is not None)
    assert len(slow) <= 1


_ATOMS = st.sampled_from(["a", "b", "[ab]", "c"])
_QUANTIFIERS = st.sampled_from(["", "", "*", "+", "?", "{2}", "{0,2}"])


def _wider(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.builds("(?:{}){}".format, inner, _QUANTIFIERS),
        st.builds("{}{}".format, inner, inner),
        st.builds("(?:{}|{})".format, inner, inner),
    )


_PATTERNS = st.builds(
    "{}{}{}".format,
    st.sampled_from(["^", "^", ""]),
    st.recursive(st.builds("{}{}".format, _ATOMS, _QUANTIFIERS), _wider, max_leaves=6),
    st.sampled_from(["$", "$", "c$", ""]),
)


@settings(max_examples=150, deadline=None)
@given(_PATTERNS)
def test_every_attack_on_a_random_pattern_is_one(pattern: str) -> None:
    attack = attack_on(pattern)
    if attack is None:
        return
    grows = grows_exponentially if attack.growth == "exponential" else grows_quadratically
    assert grows(pattern, attack)


@settings(max_examples=150, deadline=None)
@given(_PATTERNS, st.text("ab", min_size=1, max_size=3), st.sampled_from(["", "c", "x"]))
def test_no_random_pattern_without_an_attack_takes_more_than_linear_time(
    pattern: str, pump: str, suffix: str
) -> None:
    if attack_on(pattern) is None:
        assert not grows_quadratically(pattern, Attack("polynomial", "", pump, suffix))
