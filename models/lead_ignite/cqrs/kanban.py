"""The surface of the record of a board."""

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
from lead_ignite.user.kanban import Kanban
from modelpact.annotations import Role

__all__ = [
    "CreateKanban",
    "DeleteKanban",
    "KanbanChanges",
    "KanbanCreated",
    "KanbanDeleted",
    "KanbanEvent",
    "KanbanPage",
    "KanbanReference",
    "KanbanUpdated",
    "KanbanView",
    "UpdateKanban",
]

_kanban = fields_of(Kanban)


@Role("command")
class CreateKanban(Command, example=REQUEST):
    """Asks for a new board."""

    user_id = _kanban.user_id
    states = _kanban.states
    tasks = _kanban.tasks


@Role("command")
class UpdateKanban(Update, example=REVISION):
    """Asks for changes to a board: what is absent stays as it is, what is null is cleared."""

    user_id = _kanban.user_id
    states = optional(_kanban.states)
    tasks = optional(_kanban.tasks)


@Role("command")
class DeleteKanban(Deletion, example=REVISION):
    """Asks for a board to be deleted."""

    user_id = _kanban.user_id


@Role("view")
class KanbanView(View, example=VERSION):
    """A board, as clients see one."""

    user_id = _kanban.user_id
    states = _kanban.states
    tasks = _kanban.tasks


@Role("view")
class KanbanPage(Page[KanbanView]):
    """A part of a list of boards."""

    model_config = ConfigDict(json_schema_extra=examples(page(example_of(KanbanView))))


@Role("value")
class KanbanReference(Derived, example={}):
    """Which board."""

    user_id = _kanban.user_id


@Role("value")
class KanbanChanges(Derived, Partial, example={}):
    """What changed of a board: what is absent did not, what is null was cleared."""

    user_id = _kanban.user_id
    states = optional(_kanban.states)
    tasks = optional(_kanban.tasks)


@Role("event")
class KanbanCreated(Event[KanbanView]):
    """A board was created."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            envelope("kanban.created", 1, {**example_of(KanbanView), "version": 1})
        )
    )

    type: Literal["kanban.created"] = Field(description="Tells this event from others.")


@Role("event")
class KanbanUpdated(Event[KanbanChanges]):
    """A board was changed."""

    model_config = ConfigDict(
        json_schema_extra=examples(envelope("kanban.updated", 4, example_of(KanbanChanges)))
    )

    type: Literal["kanban.updated"] = Field(description="Tells this event from others.")


@Role("event")
class KanbanDeleted(Event[KanbanReference]):
    """A board was deleted."""

    model_config = ConfigDict(
        json_schema_extra=examples(envelope("kanban.deleted", 4, example_of(KanbanReference)))
    )

    type: Literal["kanban.deleted"] = Field(description="Tells this event from others.")


@Role("event")
class KanbanEvent(RootModel[KanbanCreated | KanbanUpdated | KanbanDeleted]):
    """Anything that happened to a board; `type` says what."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            example_of(KanbanCreated), example_of(KanbanUpdated), example_of(KanbanDeleted)
        )
    )

    root: KanbanCreated | KanbanUpdated | KanbanDeleted = Field(
        discriminator="type", description="Anything that happened to a board; `type` says what."
    )
