from __future__ import annotations

import re

import pytest
from hypothesis import given

from modelpact.emit.naming import (
    camel_case,
    escaped,
    file_stem,
    identifier,
    kebab_case,
    pascal_case,
    snake_case,
    type_name,
    upper_case,
    words,
)
from support.hostile import hostile_text


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("user_id", ["user", "id"]),
        ("userId", ["user", "Id"]),
        ("HTTPServer2Port", ["HTTP", "Server2", "Port"]),
        ("OAuth2Token", ["O", "Auth2", "Token"]),
        ("sha256", ["sha256"]),
        ("PAST_DUE", ["PAST", "DUE"]),
        ("Page[User]", ["Page", "User"]),
        ("größeKlasse", ["größe", "Klasse"]),
        ("ÀÉtat", ["À", "État"]),
        ("日本 語", ["日本", "語"]),
        ("../../etc/passwd", ["etc", "passwd"]),
        ("a\u202eb", ["a", "b"]),
        ("-1", ["minus", "1"]),
        ("<=", ["LESS", "THAN", "EQUALS"]),
        ("🚀", ["U1F680"]),
        ("\ud800", ["UD800"]),
        ("", ["Empty"]),
    ],
)
def test_a_name_splits_into_its_words(name: str, parts: list[str]) -> None:
    assert list(words(name)) == parts


def test_cases_join_words_as_languages_do() -> None:
    assert pascal_case("PAST_DUE") == "PastDue"
    assert camel_case("HTTPServer_port") == "httpServerPort"
    assert snake_case("HTTPServerPort") == "http_server_port"
    assert upper_case("pastDue") == "PAST_DUE"
    assert kebab_case("LeadIgnite") == "lead-ignite"


def test_digits_of_two_words_do_not_become_one_number() -> None:
    assert pascal_case("v1.2") == "V1_2"
    assert pascal_case("v12") == "V12"


@pytest.mark.parametrize("name", ["AIUsageLog", "URL", "IPv4Address", "OAuth2Token", "X"])
def test_a_type_name_keeps_its_authors_capitals(name: str) -> None:
    assert type_name(name) == name


@pytest.mark.parametrize(
    ("name", "expected"),
    [("user", "User"), ("Page[User]", "PageUser"), ("a_b", "AB"), ("1st", "_1st"), ("", "Empty")],
)
def test_a_type_name_is_changed_only_where_it_must_be(name: str, expected: str) -> None:
    assert type_name(name) == expected


def test_a_keyword_is_escaped_and_nothing_else() -> None:
    keywords = frozenset({"class"})

    assert escaped("class", keywords) == "class_"
    assert escaped("classes", keywords) == "classes"


def test_a_name_that_starts_with_a_digit_is_prefixed() -> None:
    assert identifier("1st") == "_1st"
    assert identifier("first") == "first"


@given(hostile_text())
def test_every_name_becomes_an_identifier_in_every_case(name: str) -> None:
    for case in (pascal_case, camel_case, snake_case, upper_case, type_name):
        assert identifier(case(name)).isidentifier()


@given(hostile_text())
def test_a_file_stem_is_ascii_without_separators_or_dots(name: str) -> None:
    assert re.fullmatch(r"[A-Za-z0-9_]{1,100}", file_stem(name))


def test_long_names_that_begin_alike_have_different_file_stems() -> None:
    assert file_stem("x" * 300 + "a") != file_stem("x" * 300 + "b")


@given(hostile_text())
def test_a_type_name_is_its_own_type_name(name: str) -> None:
    assert type_name(type_name(name)).casefold() == type_name(name).casefold()
