"""The surface of the record of a user."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field, RootModel

from lead_ignite.cqrs.absent import Partial
from lead_ignite.cqrs.command import REQUEST, REVISION, Command, Deletion, Update
from lead_ignite.cqrs.derived import Derived, fields_of, optional
from lead_ignite.cqrs.event import Event, envelope
from lead_ignite.cqrs.page import Page, page
from lead_ignite.cqrs.scalars import Password
from lead_ignite.cqrs.view import VERSION, View
from lead_ignite.shared.model import example_of, examples
from lead_ignite.user.core import User
from modelpact.annotations import Role

__all__ = [
    "CreateUser",
    "DeleteUser",
    "UpdateUser",
    "UserChanges",
    "UserCreated",
    "UserDeleted",
    "UserEvent",
    "UserPage",
    "UserReference",
    "UserUpdated",
    "UserView",
]

_user = fields_of(User)


@Role("command")
class CreateUser(Command, example={**REQUEST, "password": "correct horse battery staple"}):
    """Asks for a new user."""

    password: Password = Field(
        description="The password to sign in with. It is hashed at once, and never stored or shown."
    )
    username = _user.username
    email = _user.email
    is_active = _user.is_active


@Role("command")
class UpdateUser(Update, example=REVISION):
    """Asks for changes to a user: what is absent stays as it is, what is null is cleared."""

    id = _user.id
    username = optional(_user.username)
    email = optional(_user.email)
    is_active = optional(_user.is_active)
    archived_at = optional(_user.archived_at)


@Role("command")
class DeleteUser(Deletion, example=REVISION):
    """Asks for a user to be deleted."""

    id = _user.id


@Role("view")
class UserView(View, example=VERSION):
    """A user, as clients see one."""

    id = _user.id
    username = _user.username
    email = _user.email
    is_active = _user.is_active
    archived_at = _user.archived_at
    created_at = _user.created_at
    updated_at = _user.updated_at


@Role("view")
class UserPage(Page[UserView]):
    """A part of a list of users."""

    model_config = ConfigDict(json_schema_extra=examples(page(example_of(UserView))))


@Role("value")
class UserReference(Derived, example={}):
    """Which user."""

    id = _user.id


@Role("value")
class UserChanges(Derived, Partial, example={}):
    """What changed of a user: what is absent did not, what is null was cleared."""

    id = _user.id
    username = optional(_user.username)
    email = optional(_user.email)
    is_active = optional(_user.is_active)
    archived_at = optional(_user.archived_at)
    updated_at = _user.updated_at


@Role("event")
class UserCreated(Event[UserView]):
    """A user was created."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            envelope("user.created", 1, {**example_of(UserView), "version": 1})
        )
    )

    type: Literal["user.created"] = Field(description="Tells this event from others.")


@Role("event")
class UserUpdated(Event[UserChanges]):
    """A user was changed."""

    model_config = ConfigDict(
        json_schema_extra=examples(envelope("user.updated", 4, example_of(UserChanges)))
    )

    type: Literal["user.updated"] = Field(description="Tells this event from others.")


@Role("event")
class UserDeleted(Event[UserReference]):
    """A user was deleted."""

    model_config = ConfigDict(
        json_schema_extra=examples(envelope("user.deleted", 4, example_of(UserReference)))
    )

    type: Literal["user.deleted"] = Field(description="Tells this event from others.")


@Role("event")
class UserEvent(RootModel[UserCreated | UserUpdated | UserDeleted]):
    """Anything that happened to a user; `type` says what."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            example_of(UserCreated), example_of(UserUpdated), example_of(UserDeleted)
        )
    )

    root: UserCreated | UserUpdated | UserDeleted = Field(
        discriminator="type", description="Anything that happened to a user; `type` says what."
    )
