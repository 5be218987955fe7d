"""Commands: what clients ask for. They are read, and answered with an event or a refusal."""

from __future__ import annotations

from pydantic import Field

from lead_ignite.cqrs.absent import Partial
from lead_ignite.cqrs.derived import Derived
from lead_ignite.cqrs.scalars import RecordVersion, RequestId
from lead_ignite.shared.model import JsonObject

__all__ = ["REQUEST", "Command", "Deletion", "Revision", "Update"]

REQUEST: JsonObject = {"request_id": "5a0c3d1e-7c0f-4b52-9a53-0d7a3b8f4c11"}
"""What a command's example says of the command itself."""

REVISION: JsonObject = {**REQUEST, "expected_version": 3}
"""The same, of a command about a record that there is."""


class Command(Derived):
    """What a client asks for."""

    request_id: RequestId = Field(
        description="Made up by the sender. What is sent again under one identifier is done once."
    )


class Revision(Command):
    """A command about a record that there is."""

    expected_version: RecordVersion = Field(
        description="The version of the record that the sender has seen. If there is a newer one,"
        " the command is refused and nothing changes."
    )


class Update(Revision, Partial):
    """Asks for changes: what is absent stays as it is, what is null is cleared."""


class Deletion(Revision):
    """Asks for a record to be deleted."""
