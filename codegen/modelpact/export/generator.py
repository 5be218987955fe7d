"""One pass through Pydantic: its own generator, with our spelling, our facts and our errors.

:class:`Generator` derives from Pydantic's ``GenerateJsonSchema``, so that everything a user can
attach to a model or a type (``json_schema_extra``, ``WithJsonSchema``,
``__get_pydantic_json_schema__``) works as it does in Pydantic. What it overrides, it overrides for
one of three reasons: Pydantic's spelling drifts between versions; a fact would be lost; or what
Pydantic says is not true of the values.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Flag
from typing import Any, Final

from pydantic.json_schema import JsonSchemaValue, JsonSchemaWarningKind
from pydantic_core import PydanticOmit, PydanticSerializationError

from modelpact.documents.sets import KEYWORD
from modelpact.export import containers, enums, scalars
from modelpact.export.defaults import has_non_finite, with_sorted_sets
from modelpact.export.lives import unknown_members
from modelpact.export.objects import ObjectGenerator

__all__ = ["Generator"]

_BYTES: Final[Mapping[str, dict[str, Any]]] = {
    "utf8": {"type": "string"},
    "base64": scalars.encoded("base64url"),
    "hex": scalars.encoded("base16"),
}


@dataclass(frozen=True, slots=True)
class _TaggedUnion:
    """A union with a discriminator: the names it may have on the wire, and the members' schemas."""

    names: tuple[str, ...]
    members: tuple[JsonSchemaValue, ...]


class Generator(ObjectGenerator):
    """Fills ``definitions`` with the schemas of models and of all that they refer to."""

    # Pydantic drops from unions, with a warning that is off, what it has no words for.
    ignored_warning_kinds: set[JsonSchemaWarningKind] = set()  # noqa: RUF012 - as Pydantic has it

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self._tagged_unions: list[_TaggedUnion] = []

    def add(self, cls: type, core_schema: Any) -> str:
        """Generate the schema of a model in the present direction; returns its core reference."""
        made = self.generate_inner(core_schema)
        key = made.get("$ref", "")
        if key in self.definitions and len(made) == 1:
            ref = str(key).removesuffix(self.mark)
        else:
            ref = f"{cls.__module__}.{cls.__qualname__}:{id(cls)}"
            self.definitions[f"{ref}{self.mark}"] = made  # type: ignore[index]
        self.owners[ref] = cls
        return ref

    def finish(self) -> None:
        """What needs all definitions: a union demands the tag of its members."""
        for union in self._tagged_unions:
            for member in union.members:
                self._require_tag(member, union.names)

    def _require_tag(self, member: JsonSchemaValue, names: tuple[str, ...]) -> None:
        meant = self.definitions.get(member.get("$ref", ""), member)
        branches: list[JsonSchemaValue] = meant.get("oneOf") or meant.get("anyOf") or []
        for branch in branches:
            self._require_tag(branch, names)
        tag = next((name for name in names if name in meant.get("properties", {})), None)
        if tag and tag not in meant.get("required", ()):
            order = list(meant["properties"])
            meant["required"] = sorted([*meant.get("required", ()), tag], key=order.index)

    # --- what has no form, and what hides its form ---------------------------------------------

    def handle_invalid_for_json_schema(self, schema: Any, error_info: str) -> JsonSchemaValue:
        """A type without a JSON form is an error by name, wherever it stands."""
        cls = schema.get("cls")
        known = isinstance(cls, type)
        name = f"{cls.__module__}.{cls.__qualname__}" if known else schema.get("type", error_info)
        self.fault("no-json-form", f"has a type without a JSON form: {name}", _NO_FORM)
        return {}

    def is_subclass_schema(self, schema: Any) -> JsonSchemaValue:
        """Likewise for ``type[X]``, of which Pydantic says nothing."""
        return self.handle_invalid_for_json_schema(schema, "")

    def emit_warning(self, kind: JsonSchemaWarningKind, detail: str) -> None:
        """Pydantic's warnings become notes with a place."""
        if kind == "non-serializable-default":
            self.note("default-not-stated", "has a default without a JSON form", _NO_DEFAULT)
        elif kind != "skipped-discriminator":  # tags are inferred from the members
            self.note(str(kind), detail, "")

    def encode_default(self, dft: Any) -> Any:
        """Pydantic's own, in an order that is the same each time; quicker for plain values."""
        if dft is None or type(dft) in {str, int, bool}:
            return dft
        if has_non_finite(dft):
            message = "JSON has no infinities and no NaN"
            raise PydanticSerializationError(message)
        return with_sorted_sets(dft, super().encode_default(dft))

    def ser_schema(self, schema: Any) -> JsonSchemaValue | None:
        """An emitted type that nobody states is any value, and not what it was before."""
        if schema["type"] not in {"function-plain", "function-wrap"}:
            return super().ser_schema(schema)
        returned = schema.get("return_schema")
        if returned is not None and returned["type"] != "any":
            return self.generate_inner(returned)
        if _is_pydantics_own(schema.get("function")):
            return super().ser_schema(schema)
        what = "has a serializer that does not say what it returns"
        self.note("untyped-serializer", what, _UNTYPED)
        return {}

    def function_plain_schema(self, schema: Any) -> JsonSchemaValue:
        """A plain validator that does not say what it reads accepts anything."""
        stated = schema.get("json_schema_input_schema")
        if self.direction == "serialization" or stated is None:
            return self.handle_invalid_for_json_schema(schema, "a plain validator")
        own = _is_pydantics_own(schema.get("function", {}).get("function"))
        if stated["type"] == "any" and not own:
            what = "has a validator that does not say what it reads"
            self.note("untyped-validator", what, _UNTYPED_IN)
        return self.generate_inner(stated)

    # --- scalars ---------------------------------------------------------------------------------

    def decimal_schema(self, schema: Any) -> JsonSchemaValue:
        """See :func:`.decimals.decimal_schema`."""
        non_finite = schema.get("allow_inf_nan")
        if non_finite is None:
            non_finite = bool(self._config.config_dict.get("allow_inf_nan", False))
        emitted = self.direction == "serialization"
        return scalars.decimal_schema(schema, emitted=emitted, non_finite=non_finite)

    def datetime_schema(self, schema: Any) -> JsonSchemaValue:
        """A date-time with what is known of its offset."""
        said = super().datetime_schema(schema)
        if said.get("type") != "string":
            return said
        constraint = schema.get("tz_constraint")
        if constraint == "naive":
            return scalars.naive_schema()
        if constraint is None:
            what = "may hold a date-time without an offset"
            self.note("ambiguous-time-zone", what, _AMBIGUOUS)
            return said
        return {**said, KEYWORD: {"timezone": "aware"}}

    def time_schema(self, schema: Any) -> JsonSchemaValue:
        """See :func:`.scalars.time_schema`."""
        said = super().time_schema(schema)
        if said.get("type") != "string":
            return said
        return scalars.time_schema(schema.get("tz_constraint"))

    def timedelta_schema(self, schema: Any) -> JsonSchemaValue:
        """See :func:`.scalars.duration_schema`."""
        said = super().timedelta_schema(schema)
        return scalars.duration_schema() if said.get("type") == "string" else said

    def uuid_schema(self, schema: Any) -> JsonSchemaValue:
        """See :func:`.scalars.uuid_schema`."""
        return scalars.uuid_schema(schema.get("version"))

    def bytes_schema(self, schema: Any) -> JsonSchemaValue:
        """Bytes are UTF-8 text, base64url or hexadecimal, as the model's configuration has it."""
        read, emitted = self._config.val_json_bytes, self._config.ser_json_bytes
        mode = read if self.direction == "validation" else emitted
        return {**_BYTES[mode], **scalars.bytes_lengths(schema, mode)}

    def enum_schema(self, schema: Any) -> JsonSchemaValue:
        """An enumeration with the names of its members."""
        for name in unknown_members(schema["cls"]):
            what = f"says when {name!r} is to go, and has no such member"
            self.fault("sunset-of-no-member", what, "Name a member as the class does.")
        if issubclass(schema["cls"], Flag):
            return enums.flag_schema(schema["cls"], schema["members"])
        made = enums.enum_schema(schema["cls"], schema["members"])
        if made is None:
            self.fault("enum-member-not-scalar", "is an enumeration of compound values", _SCALAR)
            return {}
        return made

    def literal_schema(self, schema: Any) -> JsonSchemaValue:
        """One value is a const, several are an enum; null stands apart."""
        return enums.literal_schema(schema["expected"])

    # --- containers ------------------------------------------------------------------------------

    def tuple_schema(self, schema: Any) -> JsonSchemaValue:
        """Positions, and whether there may be more."""
        return containers.closed_tuple(super().tuple_schema(schema))

    def named_tuple_schema(self, schema: Any) -> JsonSchemaValue:
        """Positions with the names that the tuple gives them."""
        made = super().named_tuple_schema(schema)
        return containers.labelled(made, [item["name"] for item in schema["fields"]])

    def call_schema(self, schema: Any) -> JsonSchemaValue:
        """A named tuple, in versions of Pydantic that call its constructor."""
        made = super().call_schema(schema)
        arguments = schema["arguments_schema"].get("arguments_schema", ())
        return containers.labelled(made, [item["name"] for item in arguments])

    def dict_schema(self, schema: Any) -> JsonSchemaValue:
        """An object with any names that its keys may have."""
        values = self.generate_inner(schema["values_schema"]) if "values_schema" in schema else {}
        made: JsonSchemaValue = {"type": "object", "additionalProperties": values or True}
        keys = containers.key_schema(schema.get("keys_schema", {"type": "any"}), self)
        if keys is None:
            what = "has a dictionary whose keys have no form as strings"
            self.fault("dictionary-key", what, _KEYS)
        else:
            made.update(keys)
        self.update_with_validations(made, schema, self.ValidationsMapping.object)
        return made

    # Pydantic 2.14 gives these types methods of their own.
    frozendict_schema = dict_schema
    ordered_dict_schema = dict_schema
    counter_schema = dict_schema

    def tagged_union_schema(self, schema: Any) -> JsonSchemaValue:
        """The members; tags are inferred from their constants: no ``discriminator`` is stated."""
        members: list[JsonSchemaValue] = []
        for choice in schema["choices"].values():
            try:
                member = self.generate_inner(choice)
            except PydanticOmit:
                continue
            if member not in members:
                members.append(member)
        names = containers.tag_names(schema["discriminator"])
        if not names:  # a function decides, and the members may overlap
            return self.get_flattened_anyof(members)
        self._tagged_unions.append(_TaggedUnion(names, tuple(members)))
        return {"oneOf": members}


def _is_pydantics_own(function: Any) -> bool:
    module = getattr(function, "__module__", None) or type(function).__module__
    return module.partition(".")[0] in {"pydantic", "pydantic_core", "builtins", "functools"}


_NO_FORM: Final = (
    "Give it a type that JSON has, or say what stands for it in JSON with pydantic.WithJsonSchema;"
    " or make it a private attribute."
)
_NO_DEFAULT: Final = "The default is left out of the contract; readers will not know it."
_UNTYPED: Final = (
    "Annotate the function's return type (or give return_type=...): without it, the contract says"
    " that any value may be emitted."
)
_UNTYPED_IN: Final = (
    "Say what it reads, PlainValidator(..., json_schema_input_type=str): without it, the contract"
    " says that any value is accepted."
)
_AMBIGUOUS: Final = (
    "The contract says format: date-time, which demands an offset: use pydantic.AwareDatetime, or"
    " pydantic.NaiveDatetime for local times."
)
_SCALAR: Final = "Give the members strings, numbers, booleans or null."
_KEYS: Final = (
    "Use keys that are strings, numbers, booleans, dates, UUIDs, enumerations or literals."
)
