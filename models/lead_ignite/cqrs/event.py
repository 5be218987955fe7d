"""Events: what has happened, in one envelope around what each is about.

The envelope's names are those of CloudEvents 1.0 where that has one: ``id``, ``type`` and ``data``.
"""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, RootModel

from lead_ignite.cqrs.scalars import EventId, RecordVersion
from lead_ignite.shared.ids import UserId
from lead_ignite.shared.model import JsonObject, LeadIgniteModel, example_of, examples
from lead_ignite.shared.scalars import Name
from modelpact.annotations import Role

__all__ = ["Actor", "Event", "SystemActor", "UserActor", "envelope"]

DataT = TypeVar("DataT", bound=BaseModel)


@Role("value")
class UserActor(LeadIgniteModel):
    """A user who did something."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {"kind": "user", "user_id": "0b8f7a52-5f1c-4f6e-9d0a-3c1f6f1d2a10"}
        )
    )

    kind: Literal["user"] = Field(description="Tells a user from the system.")
    user_id: UserId = Field(description="The user.")


@Role("value")
class SystemActor(LeadIgniteModel):
    """A part of the product that did something by itself."""

    model_config = ConfigDict(
        json_schema_extra=examples({"kind": "system", "name": "retention-policy"})
    )

    kind: Literal["system"] = Field(description="Tells the system from a user.")
    name: Name = Field(description="Which part of the product it was.")


@Role("value")
class Actor(RootModel[UserActor | SystemActor]):
    """Who did something; `kind` says which."""

    model_config = ConfigDict(
        json_schema_extra=examples(example_of(UserActor), example_of(SystemActor))
    )

    root: UserActor | SystemActor = Field(
        discriminator="kind", description="Who did something; `kind` says which."
    )


@Role("event")
class Event(LeadIgniteModel, Generic[DataT]):
    """Something that has happened, told once to everybody who listens."""

    # An example depends on the data's type: it stands at each class of events.

    id: EventId = Field(description="The event's identifier. What comes twice is the same event.")
    type: str = Field(description="What happened: the kind of record, and what became of it.")
    version: RecordVersion = Field(
        description="The state of the record that the event led to. Gaps tell of missed events."
    )
    occurred_at: AwareDatetime = Field(description="When it happened.")
    actor: Actor = Field(description="Who did it.")
    data: DataT = Field(description="What it is about.")


def envelope(type_: str, version: int, data: JsonObject) -> JsonObject:
    """The example of an event of this type."""
    return {
        "id": "f3b1a0c2-2d64-4d0e-8a4d-6f0c9a7e5b21",
        "type": type_,
        "version": version,
        "occurred_at": "2026-02-20T16:20:00Z",
        "actor": example_of(UserActor),
        "data": data,
    }
