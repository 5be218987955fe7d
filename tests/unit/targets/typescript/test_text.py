from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given

from modelpact.emit.characters import has_hazards
from modelpact.emit.words import one_line
from modelpact.targets.typescript.text import (
    comment,
    comment_text,
    literal,
    property_key,
    string_literal,
    template_text,
)
from support.hostile import hostile_text

ESCAPE = re.compile(r"\\(?:u\{([0-9a-f]+)\}|u([0-9a-f]{4})|(.))")
MEANING = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}


def evaluate(quoted: str) -> str:
    """What a JavaScript string literal means, by the rules of the language."""

    def meaning(match: re.Match[str]) -> str:
        number = match[1] or match[2]
        return chr(int(number, 16)) if number else MEANING.get(match[3], match[3])

    inner = quoted[1:-1]
    assert quoted[0] == quoted[-1]
    assert quoted[0] not in ESCAPE.sub("", inner)
    return ESCAPE.sub(meaning, inner)


@given(hostile_text())
def test_a_string_literal_means_its_text_and_holds_no_hazard(text: str) -> None:
    quoted = string_literal(text)

    assert evaluate(quoted) == text
    assert not has_hazards(quoted)
    assert "\n" not in quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("a", '"a"'),
        ("it's", '"it\'s"'),
        ('say "hi"', "'say \"hi\"'"),
        ("\u2028", '"\\u2028"'),
        ("\ud800", '"\\ud800"'),
        ("\U000e0041", '"\\u{e0041}"'),
    ],
)
def test_quotes_are_those_that_need_fewer_escapes(text: str, quoted: str) -> None:
    assert string_literal(text) == quoted


@given(hostile_text())
def test_text_in_a_comment_neither_ends_it_nor_starts_a_tag(text: str) -> None:
    line = comment_text(one_line(text))

    assert "*/" not in comment([line])[:-4]
    assert not line.startswith("@")
    assert " @" not in line


@pytest.mark.parametrize("text", ["a`b", "${x}", "a\\b", "$", "\n"])
def test_a_template_holds_its_text(text: str) -> None:
    inner = template_text(text)

    assert "`" not in inner.replace("\\`", "")
    assert "${" not in inner.replace("\\${", "")
    assert "\n" not in inner


def test_a_key_is_quoted_only_where_it_must_be() -> None:
    assert property_key("user_id") == "user_id"
    assert property_key("user-id") == '"user-id"'
    assert property_key("1") == '"1"'
    assert property_key("") == '""'


@pytest.mark.parametrize(
    ("value", "type_"),
    [
        (None, "null"),
        (True, "true"),
        (1, "1"),
        (1.5, "1.5"),
        (2**53, "number"),
        (Decimal("0.10000000000000000001"), "number"),
        (Decimal("1e400"), "number"),
        ([1, "a"], 'readonly [1, "a"]'),
        ({"a": None, "b-c": 1}, '{ readonly a: null; readonly "b-c": 1 }'),
        ({}, "{ readonly [key: string]: never }"),
    ],
)
def test_a_value_has_a_type_of_its_own(value: object, type_: str) -> None:
    assert literal(value) == type_  # type: ignore[arg-type]
