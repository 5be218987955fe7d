"""Scalar types that only messages have."""

from __future__ import annotations

from typing import Annotated, Final
from uuid import UUID

from pydantic import Field

from modelpact.annotations import Brand

__all__ = ["Cursor", "EventId", "Password", "RecordVersion", "RequestId"]

_MAX_SAFE_INTEGER: Final = 2**53 - 1

EventId = Annotated[UUID, Brand("EventId")]
RequestId = Annotated[UUID, Brand("RequestId")]

RecordVersion = Annotated[int, Field(ge=1, le=_MAX_SAFE_INTEGER), Brand("RecordVersion")]
"""Which state of a record: 1 when it is created, one more with each change."""

Cursor = Annotated[str, Field(min_length=1, max_length=512), Brand("Cursor")]
"""A place in a list. Opaque: what it says is for the service that made it."""

Password = Annotated[
    str, Field(min_length=12, max_length=128, repr=False, json_schema_extra={"writeOnly": True})
]
"""A password as people type it. It is read and never written: no record, view or event has one."""
