"""Blog posts: planned, written, published, shared."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import AwareDatetime, ConfigDict, Field, RootModel

from lead_ignite.shared.audit import Created
from lead_ignite.shared.ids import BlogId, UserId
from lead_ignite.shared.model import LeadIgniteModel, example_of, examples
from lead_ignite.shared.platforms import Platform
from lead_ignite.shared.scalars import LongText, Name, Slug, Tag, Text, WebUrl
from lead_ignite.shared.unique_list import UniqueList
from modelpact.annotations import Role

__all__ = [
    "Blog",
    "BlogCalendar",
    "BlogCalendarEntry",
    "BlogPlan",
    "BlogStatus",
    "PostType",
    "PostedBlog",
    "SocialPost",
    "Urgency",
]


class BlogStatus(StrEnum):
    """Where a post is on its way to readers."""

    DRAFT = "draft"
    NEEDS_REVIEW = "needs_review"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    ARCHIVED = "archived"
    BLOCKED = "blocked"


class PostType(StrEnum):
    """The form of a post."""

    ARTICLE = "article"
    LISTICLE = "listicle"
    TUTORIAL = "tutorial"
    CASE_STUDY = "case_study"
    ANNOUNCEMENT = "announcement"


class Urgency(StrEnum):
    """How soon a planned post is wanted."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"


@Role("value")
class SocialPost(LeadIgniteModel):
    """A post on a social platform that points to a blog post."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "platform": "linkedin",
                "post_id": "urn:li:share:7031",
                "url": "https://www.linkedin.com/feed/update/7031",
                "posted_at": "2026-02-12T09:00:00Z",
            }
        )
    )

    platform: Platform = Field(description="The platform.")
    post_id: Name = Field(description="The post, by the platform's own identifier.")
    url: WebUrl = Field(description="Where the post is.")
    posted_at: AwareDatetime = Field(description="When it was posted.")


@Role("value")
class BlogPlan(LeadIgniteModel):
    """A post that is to be written."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "kind": "plan",
                "title": "Ten leads a day without cold calls",
                "post_type": "tutorial",
                "outline": ["Why cold calls fail", "What works instead"],
                "target_keywords": ["lead generation", "inbound"],
                "urgency": "normal",
                "due_on": "2026-03-15",
            }
        )
    )

    kind: Literal["plan"] = Field(description="Tells a plan from what is posted.")
    title: Text = Field(description="The working title.")
    post_type: PostType = Field(description="The form of the post.")
    outline: list[Text] = Field(default=[], description="The headings, in order.")
    target_keywords: UniqueList[Tag] = Field(
        default=[], description="What people search for who should find it."
    )
    urgency: Urgency = Field(default=Urgency.NORMAL, description="How soon it is wanted.")
    due_on: date | None = Field(
        default=None, description="The day on which it is to be out; null where it can wait."
    )


@Role("value")
class PostedBlog(LeadIgniteModel):
    """A post that readers can see."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "kind": "posted",
                "canonical_url": "https://blog.example.com/what-leads-want",
                "published_at": "2026-02-12T08:00:00Z",
                "social_posts": [example_of(SocialPost)],
            }
        )
    )

    kind: Literal["posted"] = Field(description="Tells what is posted from a plan.")
    canonical_url: WebUrl = Field(description="The address that search engines should know.")
    published_at: AwareDatetime = Field(description="When it came out.")
    social_posts: list[SocialPost] = Field(
        default=[], description="The posts on social platforms that point to it."
    )


@Role("value")
class BlogCalendarEntry(RootModel[BlogPlan | PostedBlog]):
    """A post that is planned or out; `kind` says which."""

    model_config = ConfigDict(
        json_schema_extra=examples(example_of(BlogPlan), example_of(PostedBlog))
    )

    root: BlogPlan | PostedBlog = Field(
        discriminator="kind", description="A post that is planned or out; `kind` says which."
    )


@Role("value")
class BlogCalendar(LeadIgniteModel):
    """The posts of a series, planned and out."""

    model_config = ConfigDict(
        json_schema_extra=examples({"entries": [example_of(PostedBlog), example_of(BlogPlan)]})
    )

    entries: list[BlogCalendarEntry] = Field(
        default=[], description="The posts, in the order in which they come out."
    )


@Role("entity")
class Blog(Created):
    """A blog post."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "created_at": "2026-02-10T08:00:00Z",
                "id": "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
                "user_id": "0b8f7a52-5f1c-4f6e-9d0a-3c1f6f1d2a10",
                "status": "published",
                "title": "What leads want",
                "slug": "what-leads-want",
                "content": "# What leads want\n\nAn answer, today.",
                "tags": ["leads", "research"],
                "posted_at": "2026-02-12T08:00:00Z",
                "calendar": example_of(BlogCalendar),
            }
        )
    )

    id: BlogId = Field(description="The post's identifier.")
    user_id: UserId = Field(description="The user who writes it.")
    status: BlogStatus = Field(
        default=BlogStatus.DRAFT, description="Where the post is on its way to readers."
    )
    title: Text = Field(description="The title.")
    slug: Slug = Field(description="The post's name in URLs.")
    content: LongText = Field(default="", description="The text, in Markdown.")
    tags: UniqueList[Tag] = Field(
        default=[], max_length=30, description="Labels that readers can browse by."
    )
    posted_at: AwareDatetime | None = Field(
        default=None, description="When it came out; null until then."
    )
    calendar: BlogCalendar | None = Field(
        default=None, description="The series that the post belongs to; null where it stands alone."
    )
