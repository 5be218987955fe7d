"""Limits of lengths as products have them: proofs, and witnesses that are long enough."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter

import modelpact
from lead_ignite.shared.scalars import Email, WebUrl


def _schema(type_: Any) -> dict[str, Any]:
    return TypeAdapter(type_).json_schema()


EMAIL, URL = _schema(Email), _schema(WebUrl)


def longer(schema: dict[str, Any], limit: int | None) -> dict[str, Any]:
    rest = {keyword: value for keyword, value in schema.items() if keyword != "maxLength"}
    return rest if limit is None else {**rest, "maxLength": limit}


@pytest.mark.parametrize("by", [1, 1_000, None])
@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string", "maxLength": 100_000},
        {"type": "string", "maxLength": 1_000_000},
        {"type": "string", "maxLength": 2_000, "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"},
        {"type": "string", "maxLength": 2_048, "format": "uri"},
        {"type": "string", "maxLength": 254, "format": "email"},
        {"type": "string", "maxLength": 100, "format": "idn-email"},
        {"type": "string", "maxLength": 100, "format": "hostname"},
        {"type": "string", "maxLength": 30, "format": "date-time"},
        {"type": "string", "maxLength": 20, "format": "time"},
        {"type": "string", "maxLength": 20, "format": "duration"},
        {"type": "string", "maxLength": 500, "format": "iri-reference"},
        EMAIL,
        URL,
    ],
)
def test_a_limit_that_is_raised_lets_a_longer_string_pass(
    schema: dict[str, Any], by: int | None
) -> None:
    limit = schema["maxLength"]
    found = modelpact.contains(outer=schema, inner=longer(schema, by and limit + by))
    assert found.answer == "no"
    assert len(str(found.witness)) > limit


@pytest.mark.parametrize("name", ["hostname", "uuid", "date", "ipv4"])
def test_a_limit_that_no_string_of_a_format_reaches_is_none(name: str) -> None:
    schema = {"type": "string", "format": name}
    assert modelpact.contains(outer={**schema, "maxLength": 300}, inner=schema).answer == "yes"
