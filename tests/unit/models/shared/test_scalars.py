from __future__ import annotations

import math
from typing import Any

import jsonschema_rs
import pytest
from pydantic import TypeAdapter, ValidationError

from lead_ignite.shared import scalars
from lead_ignite.shared.money import CurrencyCode, DecimalAmount
from lead_ignite.shared.postal_address import PostalCode
from lead_ignite.user.core import Username

LABEL_OF_63 = "a" * 63

ACCEPTED: list[tuple[Any, list[object]]] = [
    (Username, ["ada", "a_1", "x" * 32]),
    (
        scalars.Email,
        [
            "a@b.co",
            "ada.king+leads@mail.example.com",
            "x" * 64 + "@example.com",
            f"a@{LABEL_OF_63}.example",
            "a@xn--bcher-kva.xn--p1ai",
        ],
    ),
    (
        scalars.WebUrl,
        [
            "https://example.com",
            "http://example.com:8080/a/b?c=d&e=%20#f",
            "https://example.com/(x)",
        ],
    ),
    (scalars.PhoneNumber, ["+14155550123", "+12", "+" + "9" * 15]),
    (scalars.CountryCode, ["DE", "US"]),
    (
        scalars.TimeZoneName,
        ["UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+5"],
    ),
    (scalars.LocaleTag, ["en", "de-DE", "zh-Hant-TW", "es-419", "yue"]),
    (scalars.LocalTime, ["00:00", "09:05", "23:59"]),
    (scalars.HexColour, ["#000000", "#1F6feb"]),
    (scalars.Slug, ["a", "what-leads-want", "2026"]),
    (scalars.Tag, ["x", "é" * 50]),
    (scalars.CardLast4, ["0042"]),
    (scalars.VatId, ["DE123456789", "NL123456789B01"]),
    (scalars.Name, ["x", "\U0001f600" * 100]),
    (scalars.Count, [0, 2**53 - 1]),
    (scalars.Int64Count, [0, 2**63 - 1]),
    (scalars.Rate, [0, 0.5, 1]),
    (scalars.Sentiment, [-1, 0, 1]),
    (CurrencyCode, ["EUR"]),
    (DecimalAmount, ["0", "-0.01", "49.90", "123456789012345.123456"]),
    (PostalCode, ["10119", "SW1A 1AA", "1234-567"]),
]

REFUSED: list[tuple[Any, list[object]]] = [
    (Username, ["ab", "x" * 33, "Ada", "a-b", "ada\n", ""]),
    (
        scalars.Email,
        [
            "ada",
            "ada@localhost",
            "a..b@example.com",
            ".a@example.com",
            "a@-b.com",
            "a@b-.com",
            "a b@example.com",
            "x" * 65 + "@example.com",
            "a@" + f"{LABEL_OF_63}." * 4 + "com",
            f"a@a{LABEL_OF_63}.example",
            "a@example.com\n",
            "ä@example.com",
        ],
    ),
    (
        scalars.WebUrl,
        [
            "example.com",
            "ftp://example.com",
            "javascript:alert(1)",
            "https://",
            "https://example.com/a b",
            "https://example.com/%zz",
            "https://user@example.com/",
            "https://example.com/" + "x" * 2029,
        ],
    ),
    (scalars.PhoneNumber, ["14155550123", "+0123", "+1", "+" + "9" * 16, "+1 415", "+٣٣٣"]),
    (scalars.CountryCode, ["de", "DEU", "D", ""]),
    (scalars.TimeZoneName, ["", "utc", "Europe/", "+01:00", "A/B/C/D", "Europe Berlin"]),
    (scalars.LocaleTag, ["", "EN", "en_US", "de-de", "english", "x-private"]),
    (scalars.LocalTime, ["24:00", "9:05", "09:60", "09:05:00", "09:05Z"]),
    (scalars.HexColour, ["1f6feb", "#1f6fe", "#1f6feg", "red"]),
    (scalars.Slug, ["", "A", "a--b", "-a", "a-", "a b", "x" * 81]),
    (scalars.Tag, ["", "x" * 51]),
    (scalars.CardLast4, ["42", "00042", "004a", "٠٠٤٢"]),
    (scalars.VatId, ["123456789", "DE1", "de123456789"]),
    (scalars.Name, ["", "\U0001f600" * 101]),
    (scalars.Count, [-1, 2**53]),
    (scalars.Int64Count, [-1, 2**63]),
    (scalars.Rate, [-0.01, 1.01, float("nan"), float("inf")]),
    (scalars.Sentiment, [-1.01, 1.01]),
    (CurrencyCode, ["eur", "EURO", "E1R"]),
    (DecimalAmount, ["", ".5", "1.", "01", "1e3", "1,5", "+1", "NaN", "1.1234567", 1, 1.5]),
    (PostalCode, ["", "1", "sw1a 1aa", " 10119"]),
]


def pairs(table: list[tuple[Any, list[object]]]) -> list[tuple[Any, object]]:
    return [(scalar, value) for scalar, values in table for value in values]


def is_valid(scalar: Any, value: object) -> bool:
    schema = TypeAdapter(scalar).json_schema()
    return jsonschema_rs.validator_for(schema, validate_formats=True).is_valid(value)


@pytest.mark.parametrize(("scalar", "value"), pairs(ACCEPTED))
def test_a_value_at_the_edge_is_accepted_and_comes_back_unchanged(
    scalar: Any, value: object
) -> None:
    assert TypeAdapter(scalar).validate_python(value) == value
    assert is_valid(scalar, value)


@pytest.mark.parametrize(("scalar", "value"), pairs(REFUSED))
def test_a_value_beyond_the_edge_is_refused(scalar: Any, value: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(scalar).validate_python(value)


@pytest.mark.parametrize(
    ("scalar", "value"),
    [
        (scalar, value)
        for scalar, value in pairs(REFUSED)
        if not isinstance(value, float) or math.isfinite(value)
    ],
)
def test_what_pydantic_refuses_the_schema_refuses(scalar: Any, value: object) -> None:
    assert not is_valid(scalar, value)


def test_every_scalar_is_tried() -> None:
    tried = [scalar for scalar, _ in ACCEPTED]
    untried = [name for name in scalars.__all__ if getattr(scalars, name) not in tried]
    assert untried == ["LongText", "Text"]
