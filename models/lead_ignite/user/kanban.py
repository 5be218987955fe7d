"""A user's board of tasks."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from pydantic import AwareDatetime, ConfigDict, Field

from lead_ignite.shared.duration import Duration
from lead_ignite.shared.ids import KanbanStateId, KanbanTaskId, UserId
from lead_ignite.shared.model import JsonObject, LeadIgniteModel, example_of, examples
from lead_ignite.shared.scalars import HexColour, LongText, Name, Rate, Tag, Text
from lead_ignite.shared.unique_list import UniqueList
from modelpact.annotations import Role

__all__ = [
    "ChecklistItem",
    "Kanban",
    "KanbanPriority",
    "KanbanState",
    "KanbanStateKind",
    "KanbanTask",
    "TaskSuggestion",
]


class KanbanPriority(IntEnum):
    """How important a task is, from 0, low, to 3, urgent."""

    LOW = 0
    MEDIUM = 1
    HIGH = 2
    URGENT = 3


class KanbanStateKind(StrEnum):
    """What a column of the board means for the work in it."""

    BACKLOG = "backlog"
    ACTIVE = "active"
    WAITING = "waiting"
    DONE = "done"


@Role("value")
class KanbanState(LeadIgniteModel):
    """A column of the board."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "id": "1b4e28ba-2fa1-4d2e-883f-0016d3cca427",
                "name": "In progress",
                "order": 1,
                "colour": "#1f6feb",
                "wip_limit": 3,
                "kind": "active",
            }
        )
    )

    id: KanbanStateId = Field(description="The column's identifier.")
    name: Name = Field(description="What the user calls it.")
    order: int = Field(ge=0, le=999, description="Its place on the board, from the left, from 0.")
    colour: HexColour | None = Field(default=None, description="Its colour on the board.")
    wip_limit: int | None = Field(
        default=None, ge=1, le=999, description="How many tasks it may hold; null for any number."
    )
    kind: KanbanStateKind = Field(description="What it means for the work in it.")


@Role("value")
class ChecklistItem(LeadIgniteModel):
    """A small step that is ticked off."""

    model_config = ConfigDict(
        json_schema_extra=examples({"text": "Ask for the logo", "is_done": False})
    )

    text: Text = Field(description="What is to be done.")
    is_done: bool = Field(default=False, description="Whether it is done.")


@Role("value")
class TaskSuggestion(LeadIgniteModel):
    """Why the assistant proposed a task."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {"confidence": 0.82, "reasoning": "The last three leads asked for prices."}
        )
    )

    confidence: Rate = Field(description="How sure the assistant is, 0 to 1.")
    reasoning: LongText = Field(description="Its reasons, for people to read.")


_SUBTASK: JsonObject = {
    "id": "7d444840-9dc0-41d1-b245-5ffdce74fad2",
    "title": "Collect the figures",
    "description": "",
    "state_id": "1b4e28ba-2fa1-4d2e-883f-0016d3cca427",
    "assignee_id": None,
    "priority": 1,
    "due_at": None,
    "estimate": None,
    "labels": [],
    "checklist": [],
    "subtasks": [],
    "ai": None,
}


@Role("value")
class KanbanTask(LeadIgniteModel):
    """A piece of work, which may consist of smaller ones."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "id": "e4eaaaf2-d142-41b3-b2ca-0a4b1c4e4a53",
                "title": "Publish the price list",
                "description": "Leads ask for it **before** the call.",
                "state_id": "1b4e28ba-2fa1-4d2e-883f-0016d3cca427",
                "assignee_id": "0b8f7a52-5f1c-4f6e-9d0a-3c1f6f1d2a10",
                "priority": 2,
                "due_at": "2026-03-01T17:00:00Z",
                "estimate": "PT3H30M",
                "labels": ["website"],
                "checklist": [example_of(ChecklistItem)],
                "subtasks": [_SUBTASK],
                "ai": example_of(TaskSuggestion),
            }
        )
    )

    id: KanbanTaskId = Field(description="The task's identifier.")
    title: Text = Field(description="What is to be done, in a line.")
    description: LongText = Field(default="", description="The details, in Markdown.")
    state_id: KanbanStateId = Field(description="The column that the task is in.")
    assignee_id: UserId | None = Field(
        default=None, description="The user who does it; null where nobody does yet."
    )
    priority: KanbanPriority = Field(
        default=KanbanPriority.MEDIUM, description="How important it is, 0 to 3."
    )
    due_at: AwareDatetime | None = Field(
        default=None, description="When it is to be done; null where it can wait."
    )
    estimate: Duration | None = Field(
        default=None, description="How long it will take, an ISO 8601 duration."
    )
    labels: UniqueList[Tag] = Field(default=[], description="Labels to find it by.")
    checklist: list[ChecklistItem] = Field(default=[], description="Small steps to tick off.")
    subtasks: list[KanbanTask] = Field(default=[], description="The smaller tasks it consists of.")
    ai: TaskSuggestion | None = Field(
        default=None, description="Why the assistant proposed it; null where a person did."
    )


@Role("entity")
class Kanban(LeadIgniteModel):
    """A user's board of tasks."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "user_id": "0b8f7a52-5f1c-4f6e-9d0a-3c1f6f1d2a10",
                "states": [example_of(KanbanState)],
                "tasks": [example_of(KanbanTask)],
            }
        )
    )

    user_id: UserId = Field(description="The user whose board this is.")
    states: list[KanbanState] = Field(default=[], description="The columns.")
    tasks: list[KanbanTask] = Field(default=[], description="The tasks, subtasks inside them.")
