"""Regular expressions and texts for property tests.

The texts are made of few characters, which the patterns single out, so that matches are common.
They are assigned, with the same properties, in every version of Unicode.
"""

from __future__ import annotations

import random

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

__all__ = ["ecma_patterns", "random_texts", "rust_patterns", "simple_patterns", "texts"]

ALPHABET = "ab_ -\n9\u0664éÉk\u212a\u2028.😀"
LITERALS = [*"ab_ 9ék😀", r"\.", r"\n"]
CLASSES = [
    *(".", r"\w", r"\W", r"\d", r"\D", r"\s", r"\S"),
    *("[ab]", "[^a]", r"[\w-]", "[a-c9]", r"[^\s]", r"[^\d_]", r"\p{L}", r"\P{Lu}", r"[\p{Nd}x-z]"),
]
QUANTIFIERS = ["", "", "", "*", "+", "?", "{2}", "{1,2}", "{0,2}", "{2,}", "*?"]
ECMA_ASSERTIONS = ["^", "$", r"\b", r"\B", "(?<=a)", "(?<![ab])", "(?<=^|b)", r"(?<!\w)"]
RUST_ASSERTIONS = ["^", "$", r"\b", r"\B", r"\A", r"\z", r"\b{start}", r"\b{end-half}", r"\>"]
RUST_GROUPS = ["(", "(?:", "(?i:", "(?m:", "(?s:", "(?im:", "(?-i:", "(?x:a "]
ECMA_GROUPS = ["(", "(?:", "(?:"]
LOOK_AHEADS = ["(?=", "(?!"]

texts: SearchStrategy[str] = st.text(ALPHABET, max_size=8)


def _patterns(
    assertions: list[str], groups: list[str], looks: list[str], classes: list[str]
) -> SearchStrategy[str]:
    character = st.sampled_from(LITERALS) | st.sampled_from(classes)
    quantifier = st.sampled_from(QUANTIFIERS)

    def wider(inner: SearchStrategy[str]) -> SearchStrategy[str]:
        group = st.builds("{}{}){}".format, st.sampled_from(groups), inner, quantifier)
        choices = [
            group,
            st.builds("{}|{}".format, inner, inner),
            st.builds("{}{}".format, inner, inner),
        ]
        if looks:
            choices.append(st.builds("{}{})".format, st.sampled_from(looks), inner))
        return st.one_of(choices)

    leaves: list[SearchStrategy[str]] = [st.builds("{}{}".format, character, quantifier)]
    if assertions:
        leaves.append(st.sampled_from(assertions))
    return st.recursive(st.one_of(leaves), wider, max_leaves=8)


ecma_patterns = _patterns(ECMA_ASSERTIONS, ECMA_GROUPS, LOOK_AHEADS, CLASSES)
"""Patterns with everything that is decided in the dialect of ECMA-262."""

rust_patterns = _patterns(RUST_ASSERTIONS, RUST_GROUPS, [], CLASSES)
"""Patterns with nearly everything that is decided in the dialect of Rust's engine."""

simple_patterns = _patterns([], ECMA_GROUPS, [], ["[ab]", "[^a]", "[a-c9]"])
"""Patterns without assertions, which mean the same to everybody."""


def random_texts(seed: int, number: int) -> list[str]:
    """Return the same texts for the same seed, every single character among them."""
    generator = random.Random(seed)
    longer = (
        "".join(generator.choices(ALPHABET, k=generator.randint(0, 7))) for _ in range(number)
    )
    return [*ALPHABET, *longer]
