"""What the AI features were used for, and what that cost."""

from __future__ import annotations

from pydantic import AwareDatetime, ConfigDict, Field

from lead_ignite.shared.extensible import ExtensibleEnum
from lead_ignite.shared.model import LeadIgniteModel, examples
from lead_ignite.shared.money import Money
from lead_ignite.shared.scalars import Int64Count, Name
from modelpact.annotations import Extensible, Role

__all__ = ["AIAction", "AIUsageLog"]


@Extensible()
class AIAction(ExtensibleEnum):
    """What an AI feature was asked to do. More will be added: accept those that you do not know."""

    GENERATE_POST = "generate_post"
    SUMMARIZE = "summarize"
    RESEARCH_TOPIC = "research_topic"
    SCORE_LEAD = "score_lead"
    SUGGEST_TASK = "suggest_task"
    TRANSLATE = "translate"


@Role("value")
class AIUsageLog(LeadIgniteModel):
    """One call of an AI model."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "action": "generate_post",
                "model": "writer-large-2",
                "input_tokens": 1840,
                "output_tokens": 612,
                "cost": {"amount": "0.0132", "currency": "USD"},
                "occurred_at": "2026-02-10T08:01:22Z",
                "metadata": {"blog_id": "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"},
            }
        )
    )

    action: AIAction = Field(description="What was asked for.")
    model: Name = Field(description="The AI model that answered, by its provider's name.")
    input_tokens: Int64Count = Field(description="How many tokens it read.")
    output_tokens: Int64Count = Field(description="How many tokens it wrote.")
    cost: Money = Field(description="What the call cost.")
    occurred_at: AwareDatetime = Field(description="When it was made.")
    metadata: dict[str, str] = Field(
        default={}, description="What else is worth keeping about the call."
    )
