"""What a user's topics turned up."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, NamedTuple

from pydantic import AwareDatetime, ConfigDict, Field

from lead_ignite.shared.extensible import ExtensibleEnum
from lead_ignite.shared.ids import UserId
from lead_ignite.shared.model import LeadIgniteModel, example_of, examples
from lead_ignite.shared.scalars import LongText, Name, Rate, Tag, Text, WebUrl
from lead_ignite.shared.unique_list import UniqueList
from modelpact.annotations import Extensible, Role

__all__ = [
    "Research",
    "ResearchFinding",
    "ResearchSource",
    "TopicResearchResult",
    "TrendPoint",
]


@Extensible()
class ResearchSource(ExtensibleEnum):
    """Where findings come from. More will be added: accept those that you do not know."""

    WEB_SEARCH = "web_search"
    NEWS = "news"
    REDDIT = "reddit"
    YOUTUBE = "youtube"
    ACADEMIC = "academic"


class TrendPoint(NamedTuple):
    """A point of a trend, written as the pair `[date, value]`."""

    date: Annotated[dt.date, Field(description="The day.")]
    value: Annotated[float, Field(ge=0, le=100, description="The interest on that day, 0 to 100.")]


@Role("value")
class ResearchFinding(LeadIgniteModel):
    """One thing that a source turned up."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "title": "Why inbound leads convert better",
                "url": "https://news.example.com/inbound-leads",
                "snippet": "Teams that answer within an hour close more often.",
                "relevance": 0.91,
                "published_at": "2026-02-11T06:00:00Z",
            }
        )
    )

    title: Text = Field(description="The source's own title.")
    url: WebUrl = Field(description="Where it was found.")
    snippet: LongText = Field(default="", description="The words that matter.")
    relevance: Rate = Field(description="How well it fits the topic, 0 to 1.")
    published_at: AwareDatetime | None = Field(
        default=None, description="When it came out; null where that is not known."
    )


@Role("value")
class TopicResearchResult(LeadIgniteModel):
    """What one topic turned up."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "topic": "inbound leads",
                "results": {"news": [example_of(ResearchFinding)]},
                "trend": [["2026-02-01", 41.5], ["2026-02-08", 57.0]],
                "related_topics": ["lead scoring"],
                "summary": "Interest is rising since the start of the year.",
            }
        )
    )

    topic: Name = Field(description="The topic, in the user's words.")
    results: dict[ResearchSource, list[ResearchFinding]] = Field(
        default={}, description="What each source turned up, the most relevant first."
    )
    trend: list[TrendPoint] = Field(
        default=[], description="The interest in the topic over time, as pairs of day and value."
    )
    related_topics: UniqueList[Tag] = Field(
        default=[], description="Topics that are worth a look as well."
    )
    summary: LongText = Field(default="", description="All of it in a few sentences.")


@Role("entity")
class Research(LeadIgniteModel):
    """What a user's topics turned up."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "user_id": "0b8f7a52-5f1c-4f6e-9d0a-3c1f6f1d2a10",
                "topics": [example_of(TopicResearchResult)],
            }
        )
    )

    user_id: UserId = Field(description="The user who asked.")
    topics: list[TopicResearchResult] = Field(
        default=[], description="The results by topic, the newest first."
    )
