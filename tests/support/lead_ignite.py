"""What the Lead Ignite package holds, found by walking it: nothing is listed by hand."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from enum import Enum
from types import ModuleType
from typing import Any

from pydantic import BaseModel, RootModel, TypeAdapter

import lead_ignite
from modelpact.annotations import Internal

BASES = frozenset(
    {
        "lead_ignite.shared.model",
        "lead_ignite.shared.audit",
        "lead_ignite.cqrs.absent",
        "lead_ignite.cqrs.command",
        "lead_ignite.cqrs.derived",
        "lead_ignite.cqrs.view",
    }
)
"""The modules of the base class and the mixins, which are not models by themselves."""


def modules() -> list[ModuleType]:
    """All modules of the package, in the order of their names."""
    found = pkgutil.walk_packages(lead_ignite.__path__, "lead_ignite.")
    return [importlib.import_module(name) for name in sorted(info.name for info in found)]


def _public(kind: type) -> Iterator[Any]:
    for module in modules():
        for name in getattr(module, "__all__", ()):
            value = getattr(module, name)
            if isinstance(value, type) and issubclass(value, kind):
                yield value


def models() -> list[type[BaseModel]]:
    """All models that are published, generic ones included, without the base and the mixins."""
    return [model for model in _public(BaseModel) if model.__module__ not in BASES]


def enums() -> list[type[Enum]]:
    """All enums with members."""
    return [enum for enum in _public(Enum) if len(enum)]


def is_generic(model: type[BaseModel]) -> bool:
    """Whether the model still has type parameters to fill."""
    return bool(model.__pydantic_generic_metadata__["parameters"])


def concrete_models() -> list[type[BaseModel]]:
    """The models that payloads exist for."""
    return [model for model in models() if not is_generic(model)]


def internal_fields() -> set[tuple[str, str]]:
    """Model and field of everything that is marked internal."""
    return {
        (model.__name__, name)
        for model in models()
        for name, field in model.model_fields.items()
        if any(isinstance(item, Internal) for item in field.metadata)
    }


def examples() -> Iterator[tuple[str, TypeAdapter[Any], Any]]:
    """Every example there is, of models and of fields: where it is, what reads it, the payload."""
    for model in concrete_models():
        extra = model.model_config.get("json_schema_extra")
        assert isinstance(extra, dict), model
        payloads = extra["examples"]
        assert isinstance(payloads, list), model
        for number, payload in enumerate(payloads):
            yield f"{model.__name__}[{number}]", TypeAdapter(model), payload
        for name, field in model.model_fields.items():
            for number, payload in enumerate(field.examples or ()):
                reader: TypeAdapter[Any] = TypeAdapter(field.rebuild_annotation())
                yield f"{model.__name__}.{name}[{number}]", reader, payload


def is_union(model: type[BaseModel]) -> bool:
    """Whether the model is a named union, which has no fields of its own."""
    return issubclass(model, RootModel)
