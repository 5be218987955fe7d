"""The surface of the record of a blog post."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field, RootModel

from lead_ignite.cqrs.absent import Partial
from lead_ignite.cqrs.command import REQUEST, REVISION, Command, Deletion, Update
from lead_ignite.cqrs.derived import Derived, fields_of, optional
from lead_ignite.cqrs.event import Event, envelope
from lead_ignite.cqrs.page import Page, page
from lead_ignite.cqrs.view import VERSION, View
from lead_ignite.shared.model import example_of, examples
from lead_ignite.user.blog import Blog
from modelpact.annotations import Role

__all__ = [
    "BlogChanges",
    "BlogCreated",
    "BlogDeleted",
    "BlogEvent",
    "BlogPage",
    "BlogReference",
    "BlogUpdated",
    "BlogView",
    "CreateBlog",
    "DeleteBlog",
    "UpdateBlog",
]

_blog = fields_of(Blog)


@Role("command")
class CreateBlog(Command, example=REQUEST):
    """Asks for a new blog post."""

    user_id = _blog.user_id
    title = _blog.title
    slug = _blog.slug
    content = _blog.content
    tags = _blog.tags
    calendar = _blog.calendar


@Role("command")
class UpdateBlog(Update, example=REVISION):
    """Asks for changes to a blog post: what is absent stays as it is, what is null is cleared."""

    id = _blog.id
    status = optional(_blog.status)
    title = optional(_blog.title)
    slug = optional(_blog.slug)
    content = optional(_blog.content)
    tags = optional(_blog.tags)
    calendar = optional(_blog.calendar)


@Role("command")
class DeleteBlog(Deletion, example=REVISION):
    """Asks for a blog post to be deleted."""

    id = _blog.id


@Role("view")
class BlogView(View, example=VERSION):
    """A blog post, as clients see one."""

    id = _blog.id
    user_id = _blog.user_id
    status = _blog.status
    title = _blog.title
    slug = _blog.slug
    content = _blog.content
    tags = _blog.tags
    created_at = _blog.created_at
    posted_at = _blog.posted_at
    calendar = _blog.calendar


@Role("view")
class BlogPage(Page[BlogView]):
    """A part of a list of blog posts."""

    model_config = ConfigDict(json_schema_extra=examples(page(example_of(BlogView))))


@Role("value")
class BlogReference(Derived, example={}):
    """Which blog post."""

    id = _blog.id


@Role("value")
class BlogChanges(Derived, Partial, example={}):
    """What changed of a blog post: what is absent did not, what is null was cleared."""

    id = _blog.id
    user_id = optional(_blog.user_id)
    status = optional(_blog.status)
    title = optional(_blog.title)
    slug = optional(_blog.slug)
    content = optional(_blog.content)
    tags = optional(_blog.tags)
    posted_at = optional(_blog.posted_at)
    calendar = optional(_blog.calendar)


@Role("event")
class BlogCreated(Event[BlogView]):
    """A blog post was created."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            envelope("blog.created", 1, {**example_of(BlogView), "version": 1})
        )
    )

    type: Literal["blog.created"] = Field(description="Tells this event from others.")


@Role("event")
class BlogUpdated(Event[BlogChanges]):
    """A blog post was changed."""

    model_config = ConfigDict(
        json_schema_extra=examples(envelope("blog.updated", 4, example_of(BlogChanges)))
    )

    type: Literal["blog.updated"] = Field(description="Tells this event from others.")


@Role("event")
class BlogDeleted(Event[BlogReference]):
    """A blog post was deleted."""

    model_config = ConfigDict(
        json_schema_extra=examples(envelope("blog.deleted", 4, example_of(BlogReference)))
    )

    type: Literal["blog.deleted"] = Field(description="Tells this event from others.")


@Role("event")
class BlogEvent(RootModel[BlogCreated | BlogUpdated | BlogDeleted]):
    """Anything that happened to a blog post; `type` says what."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            example_of(BlogCreated), example_of(BlogUpdated), example_of(BlogDeleted)
        )
    )

    root: BlogCreated | BlogUpdated | BlogDeleted = Field(
        discriminator="type", description="Anything that happened to a blog post; `type` says what."
    )
