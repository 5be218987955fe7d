"""Which of the classes that were found are models to publish, and which only help to write them.

Left out, unless asked for by their whole name:

* generic classes without arguments (``Page``; ``Page[User]`` comes with whatever refers to it);
* classes that others inherit from, and that have no role although others of the package have one;
* in a package without roles: classes that others inherit from and that declare no fields, or are
  abstract (``ABC``), or are called ``...Mixin``.

A base that another model refers to comes along nevertheless.
"""

from __future__ import annotations

from abc import ABC
from typing import Any

from modelpact.annotations import Role, annotation_of

__all__ = ["published_models"]


def published_models(
    classes: tuple[type, ...], *, asked_for: frozenset[str] = frozenset()
) -> tuple[type, ...]:
    """The classes that are models of their own, in the order given."""
    bases = {base for cls in classes for base in cls.__mro__[1:]}
    bases |= {_origin(cls) for cls in bases}
    with_roles = any(annotation_of(cls, Role, inherited=True) for cls in classes)
    return tuple(
        cls
        for cls in classes
        if not _is_open_generic(cls)
        and (
            f"{cls.__module__}.{cls.__qualname__}" in asked_for
            or cls not in bases
            or not _only_helps(cls, with_roles=with_roles)
        )
    )


def _origin(cls: type) -> type:
    metadata: Any = getattr(cls, "__pydantic_generic_metadata__", None) or {}
    origin = metadata.get("origin")
    return origin if isinstance(origin, type) else cls


def _is_open_generic(cls: type) -> bool:
    metadata: Any = getattr(cls, "__pydantic_generic_metadata__", None) or {}
    return bool(metadata.get("parameters"))


def _only_helps(cls: type, *, with_roles: bool) -> bool:
    if with_roles:
        return annotation_of(cls, Role, inherited=True) is None
    fields: Any = getattr(cls, "__pydantic_fields__", {})
    return not fields or ABC in cls.__bases__ or cls.__name__.endswith("Mixin")
