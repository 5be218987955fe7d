"""What a user subscribed to, and what that allows."""

from __future__ import annotations

from enum import StrEnum

from pydantic import AwareDatetime, ConfigDict, Field

from lead_ignite.shared.ids import UserId
from lead_ignite.shared.model import LeadIgniteModel, example_of, examples
from lead_ignite.shared.scalars import Count, Text
from modelpact.annotations import Role

__all__ = [
    "BillingInterval",
    "CreditBalance",
    "CreditCategory",
    "PlanChange",
    "Subscription",
    "SubscriptionStatus",
    "SubscriptionType",
]


class SubscriptionType(StrEnum):
    """The plan."""

    FREE = "free"
    PRO = "pro"
    BUSINESS = "business"
    ENTERPRISE = "enterprise"


class SubscriptionStatus(StrEnum):
    """Where a subscription is in its life."""

    TRIALING = "trialing"
    ACTIVE = "active"
    PAST_DUE = "past_due"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


class BillingInterval(StrEnum):
    """How often a subscription is paid."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"


class CreditCategory(StrEnum):
    """What credits are spent on."""

    AI_CONTENT = "ai_content"
    LEAD_ENRICHMENT = "lead_enrichment"
    RESEARCH = "research"
    MESSAGES = "messages"


@Role("value")
class CreditBalance(LeadIgniteModel):
    """The credits of one category in the current period."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {"allowance": 500, "used": 123, "resets_at": "2026-04-01T00:00:00Z"}
        )
    )

    allowance: Count = Field(description="How many credits the period has.")
    used: Count = Field(default=0, description="How many of them are spent.")
    resets_at: AwareDatetime | None = Field(
        default=None, description="When the next period begins; null where credits never renew."
    )


@Role("value")
class PlanChange(LeadIgniteModel):
    """A step from one plan to another."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "from": "free",
                "to": "pro",
                "changed_at": "2026-02-01T12:00:00Z",
                "reason": "Needed more lead enrichment",
            }
        )
    )

    from_plan: SubscriptionType | None = Field(
        alias="from", description="The plan before; null for the first one."
    )
    to_plan: SubscriptionType = Field(alias="to", description="The plan after.")
    changed_at: AwareDatetime = Field(description="When the new plan came into force.")
    reason: Text | None = Field(default=None, description="Why, in the user's words.")


@Role("entity")
class Subscription(LeadIgniteModel):
    """What a user subscribed to. One for each user."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "user_id": "0b8f7a52-5f1c-4f6e-9d0a-3c1f6f1d2a10",
                "subscription_type": "pro",
                "status": "active",
                "interval": "monthly",
                "started_at": "2026-02-01T12:00:00Z",
                "ends_at": None,
                "auto_renew": True,
                "credits": {"ai_content": example_of(CreditBalance)},
                "plan_history": [example_of(PlanChange)],
            }
        )
    )

    user_id: UserId = Field(description="The user who subscribed.")
    subscription_type: SubscriptionType = Field(description="The plan in force.")
    status: SubscriptionStatus = Field(description="Where the subscription is in its life.")
    interval: BillingInterval = Field(description="How often it is paid.")
    started_at: AwareDatetime = Field(description="When the plan in force began.")
    ends_at: AwareDatetime | None = Field(
        description="When it ends; null where it runs until cancelled. Always given."
    )
    auto_renew: bool = Field(default=True, description="Whether it renews itself at the end.")
    credits: dict[CreditCategory, CreditBalance] = Field(
        default={}, description="Credits allowed and spent, by what they are spent on."
    )
    plan_history: list[PlanChange] = Field(
        default=[], description="All changes of plan, the oldest first."
    )
