from __future__ import annotations

import pytest
from pydantic import ValidationError

from lead_ignite.shared.model import example_of
from lead_ignite.user.subscription import (
    CreditBalance,
    CreditCategory,
    PlanChange,
    Subscription,
    SubscriptionType,
)

CHANGE = example_of(PlanChange)


def test_a_change_of_plan_says_from_and_to_on_the_wire() -> None:
    change = PlanChange.model_validate(CHANGE)
    assert change.from_plan is SubscriptionType.FREE
    assert change.model_dump(mode="json") == CHANGE
    assert {"from", "to"} <= PlanChange.model_json_schema()["properties"].keys()


def test_the_name_in_python_is_no_second_name_on_the_wire() -> None:
    by_name = {**CHANGE, "from_plan": "free", "to_plan": "pro"}
    del by_name["from"], by_name["to"]
    with pytest.raises(ValidationError, match="from"):
        PlanChange.model_validate(by_name)
    assert PlanChange.model_validate(by_name, by_name=True) == PlanChange.model_validate(CHANGE)


def test_the_end_of_a_subscription_is_always_given_even_if_it_is_null() -> None:
    payload = example_of(Subscription)
    assert Subscription.model_validate({**payload, "ends_at": None}).ends_at is None
    del payload["ends_at"]
    with pytest.raises(ValidationError, match="ends_at"):
        Subscription.model_validate(payload)


def test_credits_are_kept_by_category() -> None:
    payload = example_of(Subscription)
    balance = Subscription.model_validate(payload).credits[CreditCategory.AI_CONTENT]
    assert (balance.allowance, balance.used) == (500, 123)
    with pytest.raises(ValidationError):
        Subscription.model_validate({**payload, "credits": {"luck": example_of(CreditBalance)}})


def test_credits_are_never_negative() -> None:
    with pytest.raises(ValidationError, match="used"):
        CreditBalance(allowance=0, used=-1)
