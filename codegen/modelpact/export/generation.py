"""Running the generator over all models, both ways, once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from modelpact.annotations import Role, RoleName, annotation_of
from modelpact.errors import ErrorGroup, Fault
from modelpact.export.aliased import brand_aliases
from modelpact.export.generator import Generator
from modelpact.export.generics import arguments_of_generics
from modelpact.export.places import LocatedFault, Mode
from modelpact.export.telling import told

__all__ = ["Generation", "generate", "role_of"]

MODES: tuple[Mode, ...] = ("validation", "serialization")


@dataclass(frozen=True, slots=True)
class Generation:
    """What Pydantic says of a set of models, before names and audiences.

    Attributes:
        definitions: Schemas by key (see :mod:`.places`); ``$ref`` holds such keys.
        owners: The class of a core reference; aliases have none.
        roots: The core references of the models asked for, in their order.
        edges: For each key, the core references that each field needs (by its Python name).
        internal: For each key, the wire names of internal fields.
        internal_fields: For each core reference, the Python names of internal fields.
        internal_required: For each key that has some, its required internal fields.
        arguments: For each key of an instance of a generic, the schemas of its arguments.
        aliases: What a type alias says of itself in ``Annotated``, by core reference.
        faults: Errors, by the definition in which they are.
        notes: What a person should know, likewise.

    """

    definitions: Mapping[str, dict[str, Any]]
    owners: Mapping[str, type]
    roots: tuple[str, ...]
    edges: Mapping[str, Mapping[str, tuple[str, ...]]]
    internal: Mapping[str, frozenset[str]]
    internal_fields: Mapping[str, frozenset[str]]
    internal_required: Mapping[str, list[str]]
    arguments: Mapping[str, tuple[dict[str, Any], ...]]
    aliases: Mapping[str, tuple[Any, ...]]
    faults: tuple[LocatedFault, ...]
    notes: tuple[LocatedFault, ...]


def role_of(cls: type | None) -> RoleName:
    """A class's role, its own or inherited; ``value`` where none is stated."""
    role = annotation_of(cls, Role, inherited=True) if cls is not None else None
    return role.name if role else "value"


def generate(models: tuple[type, ...]) -> Generation:
    """Run Pydantic over models in the directions that their roles have.

    Raises:
        ErrorGroup: A forward reference cannot be resolved, or a hook of the models raised.

    """
    generator = Generator()
    faults: list[Fault] = []
    cores = {cls: core for cls in models if (core := _core_schema(cls, faults)) is not None}
    roots: dict[str, None] = {}
    for mode in MODES:
        generator.direction = mode
        for cls, core in cores.items():
            if mode in _modes(role_of(cls)):
                root = _generate_one(generator, cls, core, faults)
                roots.setdefault(root)
    if faults:
        raise ErrorGroup(dict.fromkeys(faults))
    generator.finish()
    arguments = arguments_of_generics(generator)
    aliases = brand_aliases(generator)
    order = {ref: None for cls in models for ref in roots if generator.owners.get(ref) is cls}
    return Generation(
        definitions=generator.definitions,  # type: ignore[arg-type]
        owners=generator.owners,
        roots=tuple(order),
        edges={key: {n: tuple(r) for n, r in e.items()} for key, e in generator.edges.items()},
        internal={key: frozenset(names) for key, names in generator.internal.items()},
        internal_fields={r: frozenset(n) for r, n in generator.internal_fields.items()},
        internal_required=generator.internal_required,
        arguments=arguments,
        aliases=aliases,
        faults=tuple(generator.faults),
        notes=tuple(generator.notes),
    )


def _modes(role: RoleName) -> tuple[Mode, ...]:
    if role == "command":
        return ("validation",)
    if role in {"view", "event"}:
        return ("serialization",)
    return MODES


def _generate_one(generator: Generator, cls: type, core: Any, faults: list[Fault]) -> str:
    try:
        return generator.add(cls, core)
    except Exception as error:  # noqa: BLE001 - hooks of the models may raise anything
        place = f"{cls.__module__}.{cls.__qualname__}"
        faults.append(
            Fault(
                f"Pydantic cannot make its schema: {told(error)}",
                where=place,
                advice="Correct the model, or the hook that changes its schema.",
                rule="export-failed",
            )
        )
        return ""


def _core_schema(cls: Any, faults: list[Fault]) -> Any:
    """The core schema of a class, its forward references resolved."""
    from pydantic import TypeAdapter
    from pydantic.errors import PydanticUndefinedAnnotation, PydanticUserError

    place = f"{cls.__module__}.{cls.__qualname__}"
    try:
        if not getattr(cls, "__pydantic_complete__", True):
            _rebuild(cls)
        core = cls.__dict__.get("__pydantic_core_schema__")
        return core if isinstance(core, dict) else TypeAdapter(cls).core_schema
    except PydanticUndefinedAnnotation as error:
        faults.append(
            Fault(
                f"has a forward reference that cannot be resolved: {error.name!r} is not defined",
                where=place,
                advice=f"Import {error.name} in {cls.__module__} at run time (not only under"
                " TYPE_CHECKING), or call model_rebuild() where it is known.",
                rule="forward-reference",
            )
        )
    except Exception as error:  # noqa: BLE001 - annotations and hooks may raise anything
        said = error.message if isinstance(error, PydanticUserError) else told(error)
        faults.append(
            Fault(
                f"Pydantic cannot use it: {said}",
                where=place,
                advice="Correct the model.",
                rule="export-failed",
            )
        )
    return None


def _rebuild(cls: Any) -> None:
    from pydantic import BaseModel
    from pydantic.dataclasses import rebuild_dataclass

    if issubclass(cls, BaseModel):
        cls.model_rebuild(raise_errors=True)
    else:
        rebuild_dataclass(cls, raise_errors=True)
