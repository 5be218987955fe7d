"""What a class says of its fields that Pydantic's schemas leave out: read once for each class."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from modelpact.annotations import Internal, RenamedFrom, Sunset, annotation_of

__all__ = ["FieldFacts", "facts_of_class", "split_annotated"]


@dataclass(frozen=True, slots=True)
class FieldFacts:
    """What is said of one field.

    Attributes:
        annotation: Its type, as written, without the outermost ``Annotated``.
        metadata: What the outermost ``Annotated`` holds.
        deprecated: The deprecation's message; empty where there is none.

    """

    annotation: Any
    metadata: tuple[Any, ...] = ()
    deprecated: str = ""

    @property
    def internal(self) -> bool:
        """Whether the field, or a part of it, must never reach a public contract."""
        return annotation_of(self.metadata, Internal) is not None or _hides(self.annotation)

    @property
    def sunset(self) -> Sunset | None:
        """Until when it stays, if it is to go."""
        return annotation_of(self.metadata, Sunset)

    @property
    def renamed_from(self) -> tuple[str, ...]:
        """The names that it was published under before."""
        renamed = annotation_of(self.metadata, RenamedFrom)
        return renamed.names if renamed else ()


def facts_of_class(cls: type) -> Mapping[str, FieldFacts]:
    """The facts of a class's fields, computed ones included, by their Python names.

    A class whose type hints cannot be resolved has none: Pydantic has resolved those of its own
    models and dataclasses, and refuses the others before this is asked.
    """
    fields: Any = cls.__dict__.get("__pydantic_fields__")
    if fields is None:
        return _from_hints(cls)
    found = {name: _from_field_info(info) for name, info in fields.items()}
    decorators: Any = getattr(cls, "__pydantic_decorators__", None)
    for name, decorator in getattr(decorators, "computed_fields", {}).items():
        found[name] = _from_computed(decorator.info)
    return found


def _from_field_info(info: Any) -> FieldFacts:
    return FieldFacts(info.annotation, tuple(info.metadata), _message(info.deprecated))


def _from_computed(info: Any) -> FieldFacts:
    annotation, metadata = split_annotated(info.return_type)
    return FieldFacts(annotation, metadata, _message(info.deprecated))


def _from_hints(cls: type) -> Mapping[str, FieldFacts]:
    try:
        hints = typing.get_type_hints(cls, include_extras=True)
    except Exception:  # noqa: BLE001 - hints run code of the models' authors
        return {}
    found = {}
    defaults = {f.name: f for f in dataclasses.fields(cls)} if dataclasses.is_dataclass(cls) else {}
    for name, hint in hints.items():
        annotation, metadata = split_annotated(hint)
        info = getattr(defaults.get(name), "default", None)
        if type(info).__name__ == "FieldInfo":
            metadata = (*metadata, *info.metadata)  # type: ignore[union-attr]
        found[name] = FieldFacts(annotation, metadata)
    return found


def split_annotated(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    """A type, and what the ``Annotated`` around it says; ``Required`` and the like fall off."""
    metadata: tuple[Any, ...] = ()
    while True:
        origin = typing.get_origin(annotation)
        if origin is typing.Annotated:
            metadata = (*annotation.__metadata__, *metadata)
            annotation = annotation.__origin__
        elif getattr(origin, "__name__", getattr(origin, "_name", "")) in _QUALIFIERS:
            (annotation,) = typing.get_args(annotation)
        else:
            return annotation, metadata


def _hides(annotation: Any) -> bool:
    """Whether ``Internal()`` stands anywhere inside a type."""
    if typing.get_origin(annotation) is typing.Annotated:
        if annotation_of(annotation.__metadata__, Internal) is not None:
            return True
        return _hides(annotation.__origin__)
    value = getattr(annotation, "__value__", None)  # a type alias
    parts = typing.get_args(annotation) if value is None else (value,)
    return any(_hides(part) for part in parts)


_QUALIFIERS = frozenset({"Required", "NotRequired", "ReadOnly"})


def _message(deprecated: Any) -> str:
    if isinstance(deprecated, str):
        return deprecated
    message = getattr(deprecated, "message", "")
    return message if isinstance(message, str) else ""
