from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import ValidationError

from lead_ignite.shared.money import Money


def test_no_digit_of_an_amount_is_lost() -> None:
    text = '{"amount":"123456789012345.100000","currency":"EUR"}'
    money = Money.model_validate_json(text)
    assert money.model_dump_json() == text
    assert Decimal(money.amount) == Decimal("123456789012345.1")


@pytest.mark.parametrize("amount", ["49.90", "0", "-12.5"])
def test_an_amount_is_a_string_both_ways(amount: str) -> None:
    assert Money(amount=amount, currency="USD").model_dump()["amount"] == amount


@pytest.mark.parametrize("amount", ["49.90", "1"])
def test_a_number_is_no_amount(amount: str) -> None:
    with pytest.raises(ValidationError):
        Money.model_validate_json(f'{{"amount":{amount},"currency":"EUR"}}')


def test_input_and_output_have_one_schema() -> None:
    assert Money.model_json_schema(mode="serialization") == Money.model_json_schema()
