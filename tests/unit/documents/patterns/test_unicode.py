from __future__ import annotations

import sys
import unicodedata

from modelpact.documents.patterns.casing import fold_case
from modelpact.documents.patterns.charset import ALL, CharSet
from modelpact.documents.patterns.unicode import (
    GENERAL_CATEGORIES,
    ecma_property,
    general_category,
    rust_property,
    word_characters,
)


def test_every_category_is_exactly_what_unicodedata_says() -> None:
    categories = [unicodedata.category(chr(point)) for point in range(sys.maxunicode + 1)]
    assert sum(general_category(name).size for name in set(categories)) == ALL.size
    for name in set(categories) - {"Cs"}:
        assert all(categories[point] == name for point in general_category(name)), name


def test_a_group_is_the_union_of_its_categories() -> None:
    for group in "LMNPSZC":
        union = CharSet(())
        for name in GENERAL_CATEGORIES:
            if len(name) == 2 and name[0] == group:
                union |= general_category(name)
        assert general_category(group) == union


def test_properties_have_the_names_of_their_dialect() -> None:
    assert ecma_property("Uppercase_Letter") == ecma_property("gc=Lu") == general_category("Lu")
    assert ecma_property("uppercaseletter") is None
    assert rust_property("upper case-letter") == rust_property("gc:LU") == general_category("Lu")
    assert rust_property("IsAny") == ecma_property("Any")
    assert ecma_property("Script=Greek") is rust_property("Greek") is None


def test_words_have_marks_and_joiners_and_circled_letters() -> None:
    for character in "a9_é\u0301\u203f\u200dⓐⅧ":
        assert ord(character) in word_characters()
    for character in "- .²€":
        assert ord(character) not in word_characters()


def test_simple_case_folding_is_symmetric_and_knows_its_odd_members() -> None:
    for variants in (
        "kK\u212a",
        "sS\u017f",
        "ßẞ",
        "ǆǅǄ",
        "ᾳᾼ",
        "\u03b9\u0399\u0345\u1fbe",
        "µμΜ",
        "ⓐⒶ",
        "ⅷⅧ",
    ):
        for character in variants:
            assert fold_case(CharSet.chars(character)) == CharSet.chars(variants)
    for character in "1_İ":
        assert fold_case(CharSet.chars(character)) == CharSet.chars(character)
