"""Keeping track, inside Pydantic's generator, of where we are: which definition, which field.

Definitions are kept under keys of ours, ``<core ref>#v`` (what is read) and ``<core ref>#s`` (what
is emitted), and ``$ref`` holds such a key, so that the renaming which ends Pydantic's own run, and
costs most of it, is not needed. Names are given later, in :mod:`.naming`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from modelpact.errors import Fault, ModelpactError

__all__ = ["IN", "OUT", "LocatedFault", "Mode", "PlacedGenerator"]

Mode = Literal["validation", "serialization"]

IN: Final = "#v"
"""Ends the key of what is read."""
OUT: Final = "#s"
"""Ends the key of what is emitted."""

_MARKS: Final[Mapping[str, str]] = {"validation": IN, "serialization": OUT}
_RELIED_UPON: Final = ("_named_required_fields_schema", "_config")
_WRAPPERS: Final = frozenset(
    {"function-after", "function-before", "function-wrap", "definitions", "default", "custom-error"}
)


@dataclass(frozen=True, slots=True)
class LocatedFault:
    """A fault, and the key of the definition in which it is: it counts if that is published."""

    key: str
    fault: Fault


class PlacedGenerator(GenerateJsonSchema):
    """Pydantic's generator with keys, places, faults, and a record of what refers to what.

    Attributes:
        direction: Which way the present pass goes.
        owners: The class of a core reference; type aliases have none.
        edges: For each key, the core references that each field (by its Python name) needs.
        faults: Errors.
        notes: What a person should know.

    """

    def __init__(self, *args: Any, **settings: Any) -> None:
        missing = [name for name in _RELIED_UPON if not hasattr(GenerateJsonSchema, name)]
        if missing:
            raise ModelpactError(
                f"this version of Pydantic has no GenerateJsonSchema.{missing[0]}",
                where="pydantic",
                advice="Install a version of Pydantic that this version of Modelpact supports.",
                rule="unknown-pydantic",
            )
        super().__init__(*args, **{**settings, "by_alias": True, "ref_template": "{model}"})
        self.direction: Mode = "validation"
        self.owners: dict[str, type] = {}
        self.edges: dict[str, dict[str, dict[str, None]]] = {}
        self.faults: list[LocatedFault] = []
        self.notes: list[LocatedFault] = []
        self.inside: list[str] = []
        self.field = ""

    @property
    def mode(self) -> Mode:
        """The direction of this pass.

        A model's ``json_schema_mode_override`` does not change what it reads or emits, and so is
        not heeded.
        """
        return self.direction

    @property
    def mark(self) -> str:
        """What the keys of this pass end in."""
        return _MARKS[self.direction]

    @property
    def key(self) -> str:
        """The key of the definition that is being made; empty outside of all."""
        return f"{self.inside[-1]}{self.mark}" if self.inside else ""

    @property
    def owner(self) -> type | None:
        """The class of the definition that is being made."""
        return self.owners.get(self.inside[-1]) if self.inside else None

    def get_defs_ref(self, core_mode_ref: Any) -> Any:
        """A key that needs no renaming: the core reference itself and the mode."""
        core_ref, mode = core_mode_ref
        return f"{core_ref}{_MARKS[mode]}"

    def generate_inner(self, schema: Any) -> JsonSchemaValue:
        """Pydantic's own, keeping track of the place."""
        ref = schema.get("ref")
        if ref is None:
            return super().generate_inner(schema)
        self._add_edge(ref)
        if ref not in self.owners:
            owner = _owner(schema)
            if owner is not None:
                self.owners[ref] = owner
        outer_field, self.field = self.field, ""
        self.inside.append(ref)
        try:
            return super().generate_inner(schema)
        finally:
            self.inside.pop()
            self.field = outer_field

    def definition_ref_schema(self, schema: Any) -> JsonSchemaValue:
        """A reference to a definition that is made elsewhere."""
        self._add_edge(schema["schema_ref"])
        return super().definition_ref_schema(schema)

    def _add_edge(self, ref: str) -> None:
        if self.inside:
            self.edges.setdefault(self.key, {}).setdefault(self.field, {})[ref] = None

    def fault(self, rule: str, what: str, advice: str) -> None:
        """Record an error at the present place, and go on to find the others."""
        self.faults.append(LocatedFault(self.key, Fault(what, self._place(), advice, rule)))

    def note(self, rule: str, what: str, advice: str) -> None:
        """Record something that a person should know, at the present place."""
        self.notes.append(LocatedFault(self.key, Fault(what, self._place(), advice, rule)))

    def _place(self) -> str:
        owner = self.owner
        ref = self.inside[-1] if self.inside else ""
        name = f"{owner.__module__}.{owner.__qualname__}" if owner else ref.split(":")[0]
        return f"{name}.{self.field}" if self.field else name


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
