"""Fields that may be left out, where leaving out means something else than null."""

from __future__ import annotations

from enum import Enum
from typing import Any, Final

from pydantic import (
    BaseModel,
    GetJsonSchemaHandler,
    SerializerFunctionWrapHandler,
    ValidatorFunctionWrapHandler,
    WrapSerializer,
    WrapValidator,
    model_serializer,
)
from pydantic.json_schema import JsonSchemaValue

from lead_ignite.shared.model import JsonObject, LeadIgniteModel

__all__ = ["ABSENT", "MAY_BE_ABSENT", "Absent", "Partial"]


class Absent(Enum):
    """The type of ``ABSENT``; an enum, so that ``is not ABSENT`` narrows a type."""

    ABSENT = "absent"


ABSENT: Final = Absent.ABSENT
"""What a field of a :class:`Partial` is when it was not given: neither null nor any value."""


class Partial(LeadIgniteModel):
    """A record some of whose fields may be absent, which is not to be null.

    What is absent is not written, and the schema states no default for it: it says that the field
    is optional, and nullable where null has a meaning.
    """

    @model_serializer(mode="wrap")
    def _write_what_is_given(self, write: SerializerFunctionWrapHandler) -> JsonObject:
        written: JsonObject = write(self)
        for name, wire in _absentable(type(self)).items():
            if getattr(self, name) is ABSENT:
                written.pop(wire, None)
        return written

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: Any, handler: GetJsonSchemaHandler, /
    ) -> JsonSchemaValue:
        """The schema of its fields, none of which has ``ABSENT`` as its default."""
        made = handler(_without_serializer(core_schema))
        properties = handler.resolve_ref_schema(made).get("properties", {})
        for wire in _absentable(cls).values():
            properties[wire].pop("default", None)
        return made


def _absentable(model: type[BaseModel]) -> dict[str, str]:
    """The names of the fields that may be absent, with their names on the wire."""
    return {
        name: field.serialization_alias or name
        for name, field in model.model_fields.items()
        if field.default is ABSENT
    }


def _let_in(value: Any, read: ValidatorFunctionWrapHandler) -> Any:
    return value if value is ABSENT else read(value)


def _let_out(value: Any, write: SerializerFunctionWrapHandler) -> Any:
    return None if value is ABSENT else write(value)


class _SchemaOfValues:
    """Says that the wrapped serializer changes nothing about the schema."""

    def __get_pydantic_json_schema__(
        self, core_schema: Any, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return handler(_without_serializer(core_schema))


def _without_serializer(core_schema: Any) -> Any:
    return {key: value for key, value in core_schema.items() if key != "serialization"}


MAY_BE_ABSENT: Final = (WrapValidator(_let_in), WrapSerializer(_let_out), _SchemaOfValues())
"""What ``Annotated`` says of a field whose default is ``ABSENT``.

The validator lets ``ABSENT`` itself pass, which Pydantic would take for the string that is its
value; and it stands between this serializer and one that the type may have of its own.
"""
