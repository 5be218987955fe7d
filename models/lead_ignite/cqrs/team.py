"""The surface of the record of a team."""

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
from lead_ignite.user.teams import Team
from modelpact.annotations import Role

__all__ = [
    "CreateTeam",
    "DeleteTeam",
    "TeamChanges",
    "TeamCreated",
    "TeamDeleted",
    "TeamEvent",
    "TeamPage",
    "TeamReference",
    "TeamUpdated",
    "TeamView",
    "UpdateTeam",
]

_team = fields_of(Team)


@Role("command")
class CreateTeam(Command, example=REQUEST):
    """Asks for a new team."""

    name = _team.name
    slug = _team.slug
    owner_id = _team.owner_id
    settings = _team.settings


@Role("command")
class UpdateTeam(Update, example=REVISION):
    """Asks for changes to a team: what is absent stays as it is, what is null is cleared."""

    id = _team.id
    name = optional(_team.name)
    slug = optional(_team.slug)
    owner_id = optional(_team.owner_id)
    settings = optional(_team.settings)
    archived_at = optional(_team.archived_at)


@Role("command")
class DeleteTeam(Deletion, example=REVISION):
    """Asks for a team to be deleted."""

    id = _team.id


@Role("view")
class TeamView(View, example=VERSION):
    """A team, as clients see one."""

    id = _team.id
    name = _team.name
    slug = _team.slug
    owner_id = _team.owner_id
    members = _team.members
    settings = _team.settings
    archived_at = _team.archived_at
    created_at = _team.created_at
    updated_at = _team.updated_at


@Role("view")
class TeamPage(Page[TeamView]):
    """A part of a list of teams."""

    model_config = ConfigDict(json_schema_extra=examples(page(example_of(TeamView))))


@Role("value")
class TeamReference(Derived, example={}):
    """Which team."""

    id = _team.id


@Role("value")
class TeamChanges(Derived, Partial, example={}):
    """What changed of a team: what is absent did not, what is null was cleared."""

    id = _team.id
    name = optional(_team.name)
    slug = optional(_team.slug)
    owner_id = optional(_team.owner_id)
    members = optional(_team.members)
    settings = optional(_team.settings)
    archived_at = optional(_team.archived_at)
    updated_at = _team.updated_at


@Role("event")
class TeamCreated(Event[TeamView]):
    """A team was created."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            envelope("team.created", 1, {**example_of(TeamView), "version": 1})
        )
    )

    type: Literal["team.created"] = Field(description="Tells this event from others.")


@Role("event")
class TeamUpdated(Event[TeamChanges]):
    """A team was changed."""

    model_config = ConfigDict(
        json_schema_extra=examples(envelope("team.updated", 4, example_of(TeamChanges)))
    )

    type: Literal["team.updated"] = Field(description="Tells this event from others.")


@Role("event")
class TeamDeleted(Event[TeamReference]):
    """A team was deleted."""

    model_config = ConfigDict(
        json_schema_extra=examples(envelope("team.deleted", 4, example_of(TeamReference)))
    )

    type: Literal["team.deleted"] = Field(description="Tells this event from others.")


@Role("event")
class TeamEvent(RootModel[TeamCreated | TeamUpdated | TeamDeleted]):
    """Anything that happened to a team; `type` says what."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            example_of(TeamCreated), example_of(TeamUpdated), example_of(TeamDeleted)
        )
    )

    root: TeamCreated | TeamUpdated | TeamDeleted = Field(
        discriminator="type", description="Anything that happened to a team; `type` says what."
    )
