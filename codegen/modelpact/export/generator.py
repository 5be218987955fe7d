"""One pass through Pydantic: its own generator, with our spelling, our facts and our errors.

:class:`Generator` derives from Pydantic's ``GenerateJsonSchema``, so that everything a user can attach to a
model or a type (``json_schema_extra``, ``WithJsonSchema``, ``__get_pydantic_json_schema__``) works as it does in
Pydantic. What it overrides, it overrides for one of three reasons: Pydantic's spelling drifts between versions; a
fact would be lost (field facts, enum members, time zones); or what Pydantic says is not true of the values.

Definitions are kept under keys of ours, ``<core ref>#v`` and ``<core ref>#s``, and ``$ref`` holds such a key, so the
costly renaming that ends Pydantic's own run is not needed. Names are given later, in :mod:`.naming`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, JsonSchemaWarningKind
from pydantic_core import PydanticOmit

from modelpact.documents.sets import KEYWORD
from modelpact.errors import Fault, ModelpactError
from modelpact.export import containers, enums, scalars
from modelpact.export.aliases import wire_names
from modelpact.export.brands import branded
from modelpact.export.facts import FieldFacts, facts_of_class

__all__ = ["Generator", "LocatedFault", "Mode", "TaggedUnion"]

Mode = Literal["validation", "serialization"]

_RELIED_UPON: Final = ("_named_required_fields_schema", "_config")
_MARKS: Final[Mapping[str, str]] = {"validation": "#v", "serialization": "#s"}


@dataclass(frozen=True, slots=True)
class LocatedFault:
    """A fault, and the definition in which it was found: it counts if the definition is published."""

    key: str
    fault: Fault


@dataclass(frozen=True, slots=True)
class TaggedUnion:
    """A union with a discriminator: the names it may have on the wire, and the members' schemas."""

    names: tuple[str, ...]
    members: tuple[JsonSchemaValue, ...]


@dataclass(slots=True)
class _Object:
    """An object schema in the making."""

    properties: dict[str, JsonSchemaValue] = field(default_factory=dict)
    required: list[str] = field(default_factory=list)
    alternatives: list[JsonSchemaValue] = field(default_factory=list)


class Generator(GenerateJsonSchema):
    """Fills ``definitions`` with the schemas of models and of all that they refer to."""

    # Pydantic drops what it cannot say from unions with a warning; we say so.
    ignored_warning_kinds: set[JsonSchemaWarningKind] = set()

    def __init__(self, *args: Any, **settings: Any) -> None:
        missing = [name for name in _RELIED_UPON if not hasattr(GenerateJsonSchema, name)]
        if missing:
            raise ModelpactError(
                f"this version of Pydantic has no GenerateJsonSchema.{missing[0]}",
                where="pydantic",
                advice="Install a version of Pydantic that this version of Modelpact was tested with.",
                rule="unknown-pydantic",
            )
        settings["by_alias"] = True
        settings["ref_template"] = "{model}"
        super().__init__(*args, **settings)
        self.direction: Mode = "validation"
        self.owners: dict[str, type] = {}
        self.edges: dict[str, dict[str, dict[str, None]]] = {}
        self.internal: dict[str, set[str]] = {}
        self.internal_fields: dict[str, set[str]] = {}
        self.internal_required: set[str] = set()
        self.faults: list[LocatedFault] = []
        self.notes: list[LocatedFault] = []
        self.tagged_unions: list[TaggedUnion] = []
        self._facts: dict[type, Mapping[str, FieldFacts]] = {}
        self._inside: list[str] = []
        self._field = ""

    # --- definitions and places ----------------------------------------------------------------

    @property
    def mode(self) -> Mode:
        """The direction of this pass. A model's ``json_schema_mode_override`` does not change what
        it reads or emits, and so is not heeded."""
        return self.direction

    def add(self, cls: type, core_schema: Any) -> str:
        """Generate the schema of a model in the present direction; returns its core reference."""
        made = self.generate_inner(core_schema)
        key = made.get("$ref", "")
        if key in self.definitions and len(made) == 1:
            ref = key[: -len(_MARKS[self.direction])]
        else:
            ref = f"{cls.__module__}.{cls.__qualname__}:{id(cls)}"
            self.definitions[f"{ref}{_MARKS[self.direction]}"] = made  # type: ignore[index]
        self.owners[ref] = cls
        return ref

    def finish(self) -> None:
        """What needs all definitions: the tags of unions are required of their members."""
        for union in self.tagged_unions:
            for member in union.members:
                self._require_tag(member, union.names)

    def _require_tag(self, member: JsonSchemaValue, names: tuple[str, ...]) -> None:
        meant = self.definitions.get(member.get("$ref", ""), member)
        for branch in meant.get("oneOf", meant.get("anyOf", ())):
            if branch is not member:
                self._require_tag(branch, names)
        tag = next((name for name in names if name in meant.get("properties", {})), None)
        required = meant.setdefault("required", []) if tag else []
        if tag and tag not in required:
            order = list(meant["properties"])
            meant["required"] = sorted([*required, tag], key=order.index)

    def get_defs_ref(self, core_mode_ref: Any) -> Any:
        """A key that needs no renaming: the core reference itself and the mode."""
        core_ref, mode = core_mode_ref
        return f"{core_ref}{_MARKS[mode]}"

    def generate_inner(self, schema: Any) -> JsonSchemaValue:
        """Pydantic's own, keeping track of which definition is being made."""
        ref = schema.get("ref")
        if ref is None:
            return super().generate_inner(schema)
        self._add_edge(ref)
        if ref not in self.owners:
            owner = _owner(schema)
            if owner is not None:
                self.owners[ref] = owner
        outer_field, self._field = self._field, ""
        self._inside.append(ref)
        try:
            return super().generate_inner(schema)
        finally:
            self._inside.pop()
            self._field = outer_field

    def definition_ref_schema(self, schema: Any) -> JsonSchemaValue:
        """A reference to a definition made elsewhere."""
        self._add_edge(schema["schema_ref"])
        return super().definition_ref_schema(schema)

    def _add_edge(self, ref: str) -> None:
        if self._inside:
            self.edges.setdefault(self._key, {}).setdefault(self._field, {})[ref] = None

    @property
    def _key(self) -> str:
        return f"{self._inside[-1]}{_MARKS[self.direction]}" if self._inside else ""

    def _place(self) -> str:
        ref = self._inside[-1] if self._inside else ""
        owner = self.owners.get(ref)
        name = f"{owner.__module__}.{owner.__qualname__}" if owner else ref.split(":")[0]
        return f"{name}.{self._field}" if self._field else name

    def fault(self, rule: str, what: str, advice: str) -> None:
        """Record an error at the present place, and go on to find the others."""
        self.faults.append(LocatedFault(self._key, Fault(what, self._place(), advice, rule)))

    def note(self, rule: str, what: str, advice: str) -> None:
        """Record something that a person should know, at the present place."""
        self.notes.append(LocatedFault(self._key, Fault(what, self._place(), advice, rule)))

    def handle_invalid_for_json_schema(self, schema: Any, error_info: str) -> JsonSchemaValue:
        """A type without a JSON form is an error by name, wherever it stands."""
        self.fault(
            "no-json-form", f"has a type without a JSON form: {_type_name(schema)}", _NO_FORM
        )
        return {}

    def is_subclass_schema(self, schema: Any) -> JsonSchemaValue:
        """Likewise for ``type[X]``, of which Pydantic says nothing."""
        return self.handle_invalid_for_json_schema(schema, "")

    def emit_warning(self, kind: JsonSchemaWarningKind, detail: str) -> None:
        """Pydantic's warnings become diagnostics with a place."""
        if kind == "non-serializable-default":
            self.note("default-not-stated", "has a default without a JSON form", _NO_DEFAULT)
        elif kind != "skipped-discriminator":  # tags are inferred from the members
            self.note(str(kind), detail, "")

    # --- objects -------------------------------------------------------------------------------

    def _named_required_fields_schema(
        self, named_required_fields: Sequence[tuple[str, bool, Any]]
    ) -> JsonSchemaValue:
        """The properties of a model, dataclass or TypedDict: without titles that repeat names, and
        with the facts of the fields."""
        owner = self.owners.get(self._inside[-1]) if self._inside else None
        facts = self._facts_of(owner) if owner is not None else {}
        made = _Object()
        for name, required, core_field in named_required_fields:
            self._field = name
            try:
                schema = self.generate_inner(core_field)
            except PydanticOmit:
                continue
            said = facts.get(name)
            if said is not None:
                schema = branded(said.annotation, said.metadata, schema)
                schema = self._with_facts(schema, core_field, said)
            self._add_property(made, name, core_field, schema, required=required)
            if said is not None and said.internal:
                self._note_internal(name, core_field, required=required)
        self._field = ""
        return _object_schema(made)

    def _note_internal(self, name: str, core_field: Any, *, required: bool) -> None:
        names = wire_names(name, core_field, self.direction, self._config)
        self.internal.setdefault(self._key, set()).update(names)
        self.internal_fields.setdefault(self._inside[-1], set()).add(name)
        if required:
            self.internal_required.add(self._key)

    def _add_property(
        self, made: _Object, name: str, core_field: Any, schema: JsonSchemaValue, *, required: bool
    ) -> None:
        names = wire_names(name, core_field, self.direction, self._config)
        if not names:
            self.fault("alias-path", "is read from a path inside another member", _ALIAS_PATH)
        for wire in names:
            if wire in made.properties:
                self.fault(
                    "alias-collides",
                    f"has the name {wire!r} on the wire, which another field has as well",
                    "Give one of the two another alias.",
                )
            made.properties[wire] = schema
        if required and len(names) == 1:
            made.required.append(names[0])
        elif required:
            made.alternatives.append({"anyOf": [{"required": [wire]} for wire in names]})

    def _facts_of(self, cls: type) -> Mapping[str, FieldFacts]:
        if cls not in self._facts:
            self._facts[cls] = facts_of_class(cls)
        return self._facts[cls]

    def _with_facts(
        self, schema: JsonSchemaValue, core_field: Any, said: FieldFacts
    ) -> JsonSchemaValue:
        facts: dict[str, Any] = {}
        inner = core_field.get("schema", {})
        if "default_factory" in inner:
            facts["factory"] = True
        if said.deprecated:
            facts["deprecated"] = said.deprecated
        if said.renamed_from:
            facts["renamedFrom"] = list(said.renamed_from)
        if not facts:
            return schema
        return {**schema, KEYWORD: {**schema.get(KEYWORD, {}), **facts}}

    def field_is_required(self, field: Any, total: bool) -> bool:
        """A defaulted field is optional both ways: a reader that tolerates its absence is right for
        what is read and for what is emitted. Only a model that asks for it
        (``json_schema_serialization_defaults_required``) always emits it, unless it may be missing."""
        if field["type"] == "typed-dict-field":
            required = bool(field.get("required", total))
        else:
            required = field["schema"]["type"] != "default"
        if self.direction == "validation":
            return required
        if field.get("serialization_exclude_if") is not None:
            return False
        return required or (
            bool(self._config.json_schema_serialization_defaults_required)
            and repr(field["schema"].get("default")) not in {"MISSING", "<MISSING>"}
        )

    def encode_default(self, dft: Any) -> Any:
        """Pydantic's own, with the plain cases answered without a type adapter."""
        if dft is None or type(dft) in {str, int, bool}:
            return dft
        encoded = super().encode_default(dft)
        if isinstance(dft, set | frozenset):
            return sorted(encoded, key=repr)
        return encoded

    # --- serializers and validators that hide a type -----------------------------------------

    def ser_schema(self, schema: Any) -> JsonSchemaValue | None:
        """An emitted type that nobody states is any value, and not what it was before."""
        if schema["type"] in {"function-plain", "function-wrap"}:
            return self._function_serializer(schema)
        return super().ser_schema(schema)

    def _function_serializer(self, schema: Any) -> JsonSchemaValue | None:
        returned = schema.get("return_schema")
        function = schema.get("function")
        if returned is not None and returned["type"] != "any":
            return self.generate_inner(returned)
        if _is_pydantics_own(function):
            return super().ser_schema(schema)
        self.note(
            "untyped-serializer", "has a serializer that does not say what it returns", _UNTYPED
        )
        return {}

    def function_plain_schema(self, schema: Any) -> JsonSchemaValue:
        """A plain validator that does not say what it reads accepts anything."""
        stated = schema.get("json_schema_input_schema")
        reads = self.direction == "validation" and stated is not None
        if (
            reads
            and stated["type"] == "any"
            and not _is_pydantics_own(schema.get("function", {}).get("function"))
        ):
            self.note(
                "untyped-validator", "has a validator that does not say what it reads", _UNTYPED_IN
            )
        if reads:
            return self.generate_inner(stated)
        self.fault("no-json-form", "has a validator in the place of its type", _UNTYPED_IN)
        return {}

    # --- types ---------------------------------------------------------------------------------

    def decimal_schema(self, schema: Any) -> JsonSchemaValue:
        """See :func:`.scalars.decimal_schema`."""
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
            self.note("ambiguous-time-zone", "may hold a date-time without an offset", _AMBIGUOUS)
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
        mode = (
            self._config.val_json_bytes
            if self.direction == "validation"
            else self._config.ser_json_bytes
        )
        if mode not in {"utf8", "base64", "hex"}:
            mode = "utf8"
        words = {
            "utf8": {},
            "base64": {"contentEncoding": "base64url"},
            "hex": {"contentEncoding": "base16"},
        }
        return {"type": "string", **words[mode], **scalars.bytes_lengths(schema, mode)}

    def enum_schema(self, schema: Any) -> JsonSchemaValue:
        """An enumeration with the names of its members."""
        made = enums.enum_schema(schema["cls"], schema["members"])
        if made is None:
            self.fault("enum-member-not-scalar", "is an enumeration of compound values", _SCALAR)
            return {}
        return made

    def literal_schema(self, schema: Any) -> JsonSchemaValue:
        """One value is a const, several are an enum; null stands apart."""
        return enums.literal_schema(schema["expected"])

    def tuple_schema(self, schema: Any) -> JsonSchemaValue:
        """Positions, and whether there may be more."""
        made = super().tuple_schema(schema)
        return containers.closed_tuple(made)

    def named_tuple_schema(self, schema: Any) -> JsonSchemaValue:
        """Positions with the names that the tuple gives them."""
        made = super().named_tuple_schema(schema)
        return containers.labelled(made, [item["name"] for item in schema["fields"]])

    def call_schema(self, schema: Any) -> JsonSchemaValue:
        """A named tuple, in versions of Pydantic that call its constructor."""
        made = super().call_schema(schema)
        arguments = schema["arguments_schema"].get("arguments_schema", ())
        return containers.labelled(made, [item["name"] for item in arguments])

    def _common_dict_schema(self, schema: Any) -> JsonSchemaValue:
        return self.dict_schema(schema)

    def dict_schema(self, schema: Any) -> JsonSchemaValue:
        """An object with any names that its keys may have."""
        values = self.generate_inner(schema["values_schema"]) if "values_schema" in schema else {}
        made: JsonSchemaValue = {"type": "object", "additionalProperties": values or True}
        keys = containers.key_schema(schema.get("keys_schema", {"type": "any"}), self)
        if keys is None:
            self.fault(
                "dictionary-key", "has a dictionary whose keys have no form as strings", _KEYS
            )
        else:
            made.update(keys)
        self.update_with_validations(made, schema, self.ValidationsMapping.object)
        return made

    def tagged_union_schema(self, schema: Any) -> JsonSchemaValue:
        """The members; tags are inferred from their constants, so no ``discriminator`` is stated."""
        members: list[JsonSchemaValue] = []
        for choice in dict.fromkeys(map(id, schema["choices"].values())):
            core = next(c for c in schema["choices"].values() if id(c) == choice)
            try:
                member = self.generate_inner(core)
            except PydanticOmit:
                continue
            if member not in members:
                members.append(member)
        names = containers.tag_names(schema["discriminator"])
        if not names:
            return self.get_flattened_anyof(members)
        self.tagged_unions.append(TaggedUnion(names, tuple(members)))
        return {"oneOf": members}


def _object_schema(made: _Object) -> JsonSchemaValue:
    schema: JsonSchemaValue = {"type": "object", "properties": made.properties}
    if made.required:
        schema["required"] = made.required
    if len(made.alternatives) == 1:
        schema.update(made.alternatives[0])
    elif made.alternatives:
        schema["allOf"] = made.alternatives
    return schema


def _owner(schema: Any) -> type | None:
    """The class that a core schema is made for, under the validators and serializers around it."""
    while True:
        cls = schema.get("cls")
        if isinstance(cls, type):
            return cls
        if schema.get("type") == "call" and isinstance(schema.get("function"), type):
            return schema["function"]  # type: ignore[no-any-return]
        inner = schema.get("schema")
        if not isinstance(inner, dict) or schema.get("type") not in _WRAPPERS:
            return None
        schema = inner


_WRAPPERS: Final = frozenset(
    {"function-after", "function-before", "function-wrap", "definitions", "default", "custom-error"}
)


def _is_pydantics_own(function: Any) -> bool:
    module = getattr(function, "__module__", None) or type(function).__module__
    return module.partition(".")[0] in {"pydantic", "pydantic_core", "builtins", "functools"}


def _type_name(schema: Any) -> str:
    cls = schema.get("cls")
    if isinstance(cls, type):
        return f"{cls.__module__}.{cls.__qualname__}"
    return str(schema.get("type", "unknown"))


_NO_FORM: Final = (
    "Give it a type that JSON has, or say what stands for it in JSON with pydantic.WithJsonSchema;"
    " or leave it out with Field(exclude=True) and a default, or as a private attribute."
)
_NO_DEFAULT: Final = "The default is left out of the contract; readers will not know it."
_ALIAS_PATH: Final = "AliasPath has no form in JSON Schema: give the field an alias that is a name."
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
    "Use keys that are strings, integers, booleans, dates, UUIDs, enumerations or literals."
)
