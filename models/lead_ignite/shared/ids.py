"""Identifiers: UUIDs with a type of their own each, so that none passes for another."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from modelpact.annotations import Brand

__all__ = [
    "BlogId",
    "InvitationId",
    "InvoiceId",
    "KanbanStateId",
    "KanbanTaskId",
    "TeamId",
    "UserId",
]

UserId = Annotated[UUID, Brand("UserId")]
TeamId = Annotated[UUID, Brand("TeamId")]
BlogId = Annotated[UUID, Brand("BlogId")]
InvoiceId = Annotated[UUID, Brand("InvoiceId")]
InvitationId = Annotated[UUID, Brand("InvitationId")]
KanbanStateId = Annotated[UUID, Brand("KanbanStateId")]
KanbanTaskId = Annotated[UUID, Brand("KanbanTaskId")]
