"""Objects: models, dataclasses and TypedDicts, with the facts of their fields."""

from __future__ import annotations

import inspect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticOmit

from modelpact.documents.sets import KEYWORD
from modelpact.export.aliases import wire_names
from modelpact.export.brands import branded
from modelpact.export.facts import FieldFacts, facts_of_class
from modelpact.export.lives import life_facts
from modelpact.export.places import PlacedGenerator

__all__ = ["ObjectGenerator"]

_MISSING: Final = frozenset({"MISSING", "<MISSING>"})


@dataclass(slots=True)
class _Object:
    """An object schema in the making."""

    properties: dict[str, JsonSchemaValue] = field(default_factory=dict)
    required: list[str] = field(default_factory=list)
    alternatives: list[JsonSchemaValue] = field(default_factory=list)

    def schema(self) -> JsonSchemaValue:
        """What has been put together."""
        schema: JsonSchemaValue = {"type": "object", "properties": self.properties}
        if self.required:
            schema["required"] = self.required
        if len(self.alternatives) == 1:
            schema.update(self.alternatives[0])
        elif self.alternatives:
            schema["allOf"] = self.alternatives
        return schema


class ObjectGenerator(PlacedGenerator):
    """Makes the properties of objects.

    Attributes:
        internal: For each key, the wire names of internal fields.
        internal_fields: For each core reference, the Python names of internal fields.
        internal_required: For each key that has some, its required internal fields.

    """

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.internal: dict[str, set[str]] = {}
        self.internal_fields: dict[str, set[str]] = {}
        self.internal_required: dict[str, list[str]] = {}
        self._facts: dict[type, Mapping[str, FieldFacts]] = {}

    def _named_required_fields_schema(
        self, named_required_fields: Sequence[tuple[str, bool, Any]]
    ) -> JsonSchemaValue:
        """The properties of an object, without titles that only repeat names."""
        facts = self._facts_of(self.owner)
        made = _Object()
        for name, required, core_field in named_required_fields:
            if self._is_elsewhere_only(core_field):
                continue
            self.field = name
            try:
                schema = self.generate_inner(core_field)
            except PydanticOmit:
                continue
            said = facts.get(name)
            if said is not None:
                schema = self._with_facts(schema, core_field, said)
            names = wire_names(name, core_field, self.direction, self._config)
            self._add(made, names, schema, required=required)
            if said is not None and said.internal:
                self._note_internal(name, names, required=required)
        self.field = ""
        return made.schema()

    def _is_elsewhere_only(self, core_field: Any) -> bool:
        """Whether a dataclass's field is only given (``InitVar``), or is never given."""
        if self.direction == "serialization":
            return bool(core_field.get("init_only"))
        return core_field["type"] == "dataclass-field" and core_field.get("init") is False

    def _facts_of(self, cls: type | None) -> Mapping[str, FieldFacts]:
        if cls is None:
            return {}
        if cls not in self._facts:
            self._facts[cls] = facts_of_class(cls)
        return self._facts[cls]

    def _with_facts(
        self, schema: JsonSchemaValue, core_field: Any, said: FieldFacts
    ) -> JsonSchemaValue:
        schema = branded(said.annotation, said.metadata, schema)
        facts: dict[str, Any] = {}
        if "default_factory" in core_field.get("schema", {}):
            facts["factory"] = True
        if said.deprecated:
            facts["deprecated"] = said.deprecated
        if said.sunset:
            facts |= life_facts(said.sunset, said.deprecated)
            schema = {**schema, "deprecated": True}
        if said.renamed_from:
            facts["renamedFrom"] = list(said.renamed_from)
        return {**schema, KEYWORD: {**schema.get(KEYWORD, {}), **facts}} if facts else schema

    def _add(
        self, made: _Object, names: tuple[str, ...], schema: JsonSchemaValue, *, required: bool
    ) -> None:
        if not names:
            self.fault("alias-path", "is read from a place inside another member", _ALIAS_PATH)
        for name in names:
            if name in made.properties:
                what = f"has the name {name!r} on the wire, which another field has as well"
                self.fault("alias-collides", what, "Give one of the two another alias.")
            made.properties[name] = schema
        if required and len(names) == 1:
            made.required.append(names[0])
        elif required:
            made.alternatives.append({"anyOf": [{"required": [name]} for name in names]})

    def _note_internal(self, name: str, names: tuple[str, ...], *, required: bool) -> None:
        self.internal.setdefault(self.key, set()).update(names)
        self.internal_fields.setdefault(self.inside[-1], set()).add(name)
        if required:
            self.internal_required.setdefault(self.key, []).append(name)

    def dataclass_schema(self, schema: Any) -> JsonSchemaValue:
        """A dataclass, with its own words and what its configuration says of other members."""
        made = super().dataclass_schema(schema)
        doc = schema["cls"].__doc__
        if doc and not doc.startswith(f"{schema['cls'].__name__}("):  # that is its signature
            made.setdefault("description", inspect.cleandoc(doc))
        return _as_configured(made, schema)

    def typed_dict_schema(self, schema: Any) -> JsonSchemaValue:
        """A TypedDict, with what its configuration says of other members."""
        return _as_configured(super().typed_dict_schema(schema), schema)

    def field_is_required(self, field: Any, total: bool) -> bool:
        """Whether a field is required: in both directions alike, where that is true.

        A defaulted field is optional both ways: a reader that tolerates its absence is right for
        what is read and for what is emitted. Only a model that asks for it
        (``json_schema_serialization_defaults_required``) promises to emit it.
        """
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
            and repr(field["schema"].get("default")) not in _MISSING
        )


def _as_configured(made: JsonSchemaValue, schema: Any) -> JsonSchemaValue:
    """What is validated, and not what the version of Pydantic says of it.

    A standard dataclass or TypedDict without a configuration has that of the model around it.
    """
    extra = schema.get("extra_behavior") or schema.get("config", {}).get("extra_fields_behavior")
    if extra == "forbid":
        made["additionalProperties"] = False
    elif extra == "allow":
        made.setdefault("additionalProperties", True)
    else:
        made.pop("additionalProperties", None)
    return made


_ALIAS_PATH: Final = "AliasPath has no form in JSON Schema: give the field an alias that is a name."
