"""What instances of generic models were made with: ``Page[User]``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from modelpact.export.brands import branded
from modelpact.export.facts import split_annotated
from modelpact.export.generator import Generator
from modelpact.export.places import IN

__all__ = ["arguments_of_generics", "instance_behind"]


def instance_behind(cls: Any) -> Any:
    """The instance of a generic that a class is: itself, or the one base that it only names.

    ``class UserPage(Page[User])`` without fields of its own is a ``Page[User]``.

    Returns:
        ``None`` where it is none.

    """
    if _arguments(cls):
        return cls
    bases = [base for base in getattr(cls, "__bases__", ()) if _arguments(base)]
    if len(bases) != 1 or getattr(cls, "__bases__", ()) != tuple(bases):
        return None
    (base,) = bases
    own = {name for name in vars(cls).get("__annotations__", ()) if name in cls.model_fields}
    computed = getattr(cls, "model_computed_fields", {}).keys()
    if own or computed != getattr(base, "model_computed_fields", {}).keys():
        return None
    return base


def _arguments(cls: Any) -> tuple[Any, ...]:
    metadata: Any = getattr(cls, "__pydantic_generic_metadata__", None) or {}
    return tuple(metadata.get("args") or ())


def arguments_of_generics(generator: Generator) -> Mapping[str, tuple[dict[str, Any], ...]]:
    """The schemas of the type arguments of each definition that is an instance of a generic.

    A dataclass or TypedDict does not tell its arguments, and has none here.
    """
    found: dict[str, tuple[dict[str, Any], ...]] = {}
    for key in list(generator.definitions):
        instance = instance_behind(generator.owners.get(key[:-2]))
        if instance is not None:
            generator.direction = "validation" if key.endswith(IN) else "serialization"
            generator.inside = [key[:-2]]
            found[key] = tuple(_schema(argument, generator) for argument in _arguments(instance))
    generator.inside = []
    return found


def _schema(argument: Any, generator: Generator) -> dict[str, Any]:
    schema = generator.generate_inner(TypeAdapter(argument).core_schema)
    return branded(*split_annotated(argument), schema)
