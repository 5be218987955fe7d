"""How a user's posts do on social platforms."""

from __future__ import annotations

from pydantic import AwareDatetime, ConfigDict, Field

from lead_ignite.shared.ids import UserId
from lead_ignite.shared.model import JsonObject, LeadIgniteModel, example_of, examples
from lead_ignite.shared.platforms import Platform
from lead_ignite.shared.scalars import Int64Count, Name, Rate, Sentiment
from modelpact.annotations import Role

__all__ = [
    "Analytics",
    "AnalyticsTotals",
    "PlatformAnalytics",
    "PostMetrics",
    "SocialAnalytics",
]


class _EngagementCounts(LeadIgniteModel):
    """What is counted for one post, and for many."""

    reach: Int64Count = Field(default=0, description="How many people saw it.")
    impressions: Int64Count = Field(default=0, description="How often it was shown.")
    engagement: Int64Count = Field(default=0, description="How often people did anything with it.")
    clicks: Int64Count = Field(default=0, description="How often a link in it was followed.")
    saves: Int64Count = Field(default=0, description="How often it was saved for later.")
    shares: Int64Count = Field(default=0, description="How often it was passed on.")
    comments: Int64Count = Field(default=0, description="How many comments it got.")
    likes: Int64Count = Field(default=0, description="How many likes it got.")


_COUNTS: JsonObject = {
    "reach": 4200,
    "impressions": 6100,
    "engagement": 420,
    "clicks": 122,
    "saves": 31,
    "shares": 18,
    "comments": 24,
    "likes": 225,
}


@Role("value")
class PostMetrics(_EngagementCounts):
    """How one post does."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                **_COUNTS,
                "post_id": "urn:li:share:7031",
                "posted_at": "2026-02-12T09:00:00Z",
                "engagement_rate": 0.1,
                "ctr": 0.02,
                "sentiment": 0.65,
                "extra": {"watch_seconds_average": 12.5},
            }
        )
    )

    post_id: Name = Field(description="The post, by the platform's own identifier.")
    posted_at: AwareDatetime = Field(description="When it was posted.")
    engagement_rate: Rate = Field(
        default=0.0, description="The share of people reached who did anything with it, 0 to 1."
    )
    ctr: Rate = Field(
        default=0.0, description="Click-through rate: clicks for each impression, 0 to 1."
    )
    sentiment: Sentiment | None = Field(
        default=None,
        description="The mood of the comments, -1 to 1; null where there are too few.",
    )
    extra: dict[str, float] = Field(
        default={}, description="Figures that only this platform has, by its own names."
    )


@Role("value")
class PlatformAnalytics(LeadIgniteModel):
    """How a user's posts do on one platform."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "posts": [example_of(PostMetrics)],
                "collected_at": "2026-02-20T00:00:00Z",
            }
        )
    )

    posts: list[PostMetrics] = Field(default=[], description="The posts, the newest first.")
    collected_at: AwareDatetime | None = Field(
        default=None, description="When the figures were read from the platform."
    )


@Role("value")
class AnalyticsTotals(_EngagementCounts):
    """The sums over all posts on all platforms."""

    model_config = ConfigDict(json_schema_extra=examples({**_COUNTS, "posts": 1}))

    posts: Int64Count = Field(default=0, description="How many posts are counted.")


@Role("value")
class SocialAnalytics(LeadIgniteModel):
    """How a user's posts do, by platform and in total."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "platforms": {"linkedin": example_of(PlatformAnalytics)},
                "totals": example_of(AnalyticsTotals),
            }
        )
    )

    platforms: dict[Platform, PlatformAnalytics] = Field(
        default={}, description="The figures by platform."
    )
    totals: AnalyticsTotals = Field(
        default=AnalyticsTotals(), description="The sums over all platforms."
    )


@Role("entity")
class Analytics(LeadIgniteModel):
    """How a user's posts do on social platforms. One for each user."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "user_id": "0b8f7a52-5f1c-4f6e-9d0a-3c1f6f1d2a10",
                "analytics": example_of(SocialAnalytics),
            }
        )
    )

    user_id: UserId = Field(description="The user whose posts these are.")
    analytics: SocialAnalytics = Field(
        default=SocialAnalytics(), description="The figures, by platform and in total."
    )
