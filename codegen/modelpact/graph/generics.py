"""Generic models, found again from their instances.

A schema knows instances only: ``Page[User]`` and ``Page[Team]`` are two types. What they have in
common is the generic's body: where two instances differ each has its own argument, and where there
is one instance alone, whatever equals its argument stands for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Final

from modelpact.graph.nodes import Definition, Generic, Graph, Property, Record
from modelpact.graph.types import Type

__all__ = ["GenericModel", "Parameter", "generic_models"]

_LETTERS: Final = ("T", "U", "V", "W")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A place that a type argument takes; it stands where a type stands."""

    name: str


@dataclass(frozen=True, slots=True)
class GenericModel:
    """A generic model.

    Attributes:
        name: As the source calls it: ``Page``.
        parameters: The names of its parameters.
        record: Its body, with a :class:`Parameter` for each argument.
        instances: By definition name, the arguments.

    """

    name: str
    parameters: tuple[str, ...]
    record: Record
    instances: Mapping[str, tuple[Type, ...]]


def generic_models(graph: Graph) -> tuple[GenericModel, ...]:
    """The generic models whose instances agree on a body, in the order of their first instances."""
    by_origin: dict[tuple[str, int], list[Definition]] = {}
    for definition in graph.definitions.values():
        generic = definition.generic
        if generic is not None and generic.arguments and isinstance(definition.body, Record):
            key = (generic.origin, len(generic.arguments))
            by_origin.setdefault(key, []).append(definition)
    found = (_model(name, instances) for (name, _), instances in by_origin.items())
    taken = set(graph.definitions)
    models = [model for model in found if model is not None and model.name not in taken]
    names = [model.name for model in models]
    return tuple(model for model in models if names.count(model.name) == 1)


def _model(name: str, instances: Sequence[Definition]) -> GenericModel | None:
    arguments = [_generic(instance).arguments for instance in instances]
    count = len(arguments[0])
    if count > len(_LETTERS) or len({instance.direction for instance in instances}) > 1:
        return None
    parameters = _LETTERS[:count]
    record = _common([i.body for i in instances], arguments, parameters)
    if not isinstance(record, Record) or not _uses_all(record, parameters):
        return None
    by_name = {i.name: given for i, given in zip(instances, arguments, strict=True)}
    return GenericModel(name, parameters, record, by_name)


def _generic(definition: Definition) -> Generic:
    assert definition.generic is not None  # noqa: S101 - chosen for having one
    return definition.generic


class _Differ(Exception):  # noqa: N818 - it is no error, it ends the search
    """Instances that do not agree."""


def _common(
    bodies: Sequence[Any], arguments: Sequence[tuple[Type, ...]], parameters: Sequence[str]
) -> Any:
    try:
        return _merged(bodies, arguments, parameters)
    except _Differ:
        return None


def _merged(
    values: Sequence[Any], arguments: Sequence[tuple[Type, ...]], parameters: Sequence[str]
) -> Any:
    """What several values have in common, with parameters where each has its own argument."""
    for index, name in enumerate(parameters):
        if all(value == given[index] for value, given in zip(values, arguments, strict=True)):
            return Parameter(name)
    first = values[0]
    if any(type(value) is not type(first) for value in values):
        raise _Differ
    if isinstance(first, tuple):
        if any(len(value) != len(first) for value in values):
            raise _Differ
        columns = zip(*values, strict=True)
        return tuple(_merged(column, arguments, parameters) for column in columns)
    if is_dataclass(first) and not isinstance(first, type):
        return _merged_node(first, values, arguments, parameters)
    if any(value != first for value in values):
        raise _Differ
    return first


def _merged_node(
    first: Any,
    values: Sequence[Any],
    arguments: Sequence[tuple[Type, ...]],
    parameters: Sequence[str],
) -> Any:
    """A node of the same kind in all instances; where it stands is the first one's."""
    changes = {}
    for field in fields(first):
        if field.name == "location":
            continue
        parts = [getattr(value, field.name) for value in values]
        changes[field.name] = _merged(parts, arguments, parameters)
    return replace(first, **changes)


def _uses_all(record: Record, parameters: Sequence[str]) -> bool:
    used = set(_parameters(record.properties)) | set(_parameters(record.extra))
    return used >= set(parameters)


def _parameters(value: Any) -> list[str]:
    if isinstance(value, Parameter):
        return [value.name]
    if isinstance(value, tuple):
        return [name for part in value for name in _parameters(part)]
    if isinstance(value, Property) or (is_dataclass(value) and not isinstance(value, type)):
        return [n for f in fields(value) for n in _parameters(getattr(value, f.name))]
    return []
