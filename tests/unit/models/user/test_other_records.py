"""Billing, analytics, blog, research, teams and automation: what is particular to each."""

from __future__ import annotations

import json
from datetime import date

import pytest
from pydantic import ValidationError

from lead_ignite.shared.model import example_of
from lead_ignite.user.ai_usage import AIUsageLog
from lead_ignite.user.analytics import PostMetrics, SocialAnalytics
from lead_ignite.user.billing import CardPayment
from lead_ignite.user.blog import Blog
from lead_ignite.user.invitation import Invitation
from lead_ignite.user.notifications import (
    NotificationChannel,
    NotificationPreferences,
    NotificationTopic,
    QuietHours,
)
from lead_ignite.user.research import TopicResearchResult, TrendPoint
from lead_ignite.user.teams import Team


@pytest.mark.parametrize(("name", "value"), [("exp_month", 0), ("exp_month", 13), ("last4", 42)])
def test_a_card_that_cannot_be_is_refused(name: str, value: object) -> None:
    with pytest.raises(ValidationError, match=name):
        CardPayment.model_validate({**example_of(CardPayment), name: value})


@pytest.mark.parametrize(
    ("name", "value"), [("ctr", 1.5), ("engagement_rate", -0.1), ("sentiment", -2), ("likes", -1)]
)
def test_metrics_stay_in_their_ranges(name: str, value: float) -> None:
    with pytest.raises(ValidationError, match=name):
        PostMetrics.model_validate({**example_of(PostMetrics), name: value})


def test_analytics_of_a_platform_not_known_yet_are_kept() -> None:
    payload = example_of(SocialAnalytics)
    payload["platforms"]["mastodon"] = payload["platforms"].pop("linkedin")
    analytics = SocialAnalytics.model_validate_json(json.dumps(payload))
    assert not next(iter(analytics.platforms)).is_known
    assert json.loads(analytics.model_dump_json()) == payload


def test_a_blog_outside_a_series_has_no_calendar() -> None:
    blog = Blog.model_validate({**example_of(Blog), "calendar": None})
    assert blog.calendar is None


def test_tags_of_a_blog_are_unique_and_at_most_thirty() -> None:
    for tags in (["a", "a"], [str(number) for number in range(31)]):
        with pytest.raises(ValidationError, match="tags"):
            Blog.model_validate({**example_of(Blog), "tags": tags})


def test_a_trend_is_pairs_of_day_and_value() -> None:
    result = TopicResearchResult.model_validate(example_of(TopicResearchResult))
    assert result.trend[0] == TrendPoint(date=date(2026, 2, 1), value=41.5)
    assert json.loads(result.model_dump_json())["trend"][0] == ["2026-02-01", 41.5]


def test_the_members_of_a_team_are_memberships() -> None:
    team = Team.model_validate(example_of(Team))
    assert team.members[0].team_id == team.id


def test_token_counts_of_64_bits_are_exact() -> None:
    most = 2**63 - 1
    log = AIUsageLog.model_validate({**example_of(AIUsageLog), "input_tokens": most})
    assert f'"input_tokens":{most}' in log.model_dump_json()
    with pytest.raises(ValidationError, match="input_tokens"):
        AIUsageLog.model_validate({**example_of(AIUsageLog), "input_tokens": most + 1})


def test_an_ai_action_not_known_yet_is_kept() -> None:
    log = AIUsageLog.model_validate({**example_of(AIUsageLog), "action": "draw_picture"})
    assert json.loads(log.model_dump_json())["action"] == "draw_picture"


def test_an_invitation_needs_its_secret() -> None:
    payload = example_of(Invitation)
    with pytest.raises(ValidationError, match="token"):
        Invitation.model_validate({**payload, "token": "short"})


def test_switches_are_by_channel_and_topic() -> None:
    preferences = NotificationPreferences.model_validate(
        {"switches": {"email": {"billing": False}}}
    )
    email = preferences.switches[NotificationChannel.EMAIL]
    assert email == {NotificationTopic.BILLING: False}
    with pytest.raises(ValidationError):
        NotificationPreferences.model_validate({"switches": {"pigeon": {}}})


def test_quiet_hours_may_run_past_midnight() -> None:
    quiet = QuietHours(start="22:00", end="07:30", time_zone="Europe/Berlin")
    assert quiet.model_dump() == example_of(QuietHours)
