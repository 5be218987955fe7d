"""What models may say about themselves beyond Pydantic's own words.

An annotation is a small frozen value with one meaning. It is written in one of two places:

* in ``Annotated[...]``, on a field or on a type: ``token: Annotated[str, Internal()]``;
* as a decorator, on a class: ``@Role("entity")``.

This module is a leaf: it imports only the standard library, so a models package that uses it
pays nothing at run time and validates exactly as it would without it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypeVar, get_args

__all__ = [
    "Annotation",
    "Brand",
    "Extensible",
    "Internal",
    "Named",
    "RenamedFrom",
    "Role",
    "RoleName",
    "Sunset",
    "annotation_of",
    "annotations_of",
]

RoleName = Literal["entity", "command", "view", "event", "value"]
"""entity: stored and exchanged both ways. command: we read it. view, event: we emit it.
value: embedded in others."""

_ATTRIBUTE = "__modelpact__"

_Class = TypeVar("_Class", bound=type)
_Annotation = TypeVar("_Annotation", bound="Annotation")


@dataclass(frozen=True, slots=True)
class Annotation:
    """The base of all annotations; useful only through its subclasses."""

    def __call__(self, cls: _Class) -> _Class:
        """Attach this annotation to a class, as a decorator does."""
        own: tuple[Annotation, ...] = cls.__dict__.get(_ATTRIBUTE, ())
        setattr(cls, _ATTRIBUTE, (*own, self))
        return cls


@dataclass(frozen=True, slots=True)
class Role(Annotation):
    """What a model is for, and so in which direction it must stay compatible.

    Inherited by subclasses. A model without a role is a ``value``.
    """

    name: RoleName

    def __post_init__(self) -> None:
        if self.name not in get_args(RoleName):
            known = ", ".join(get_args(RoleName))
            message = f"unknown role {self.name!r}; the roles are {known}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Internal(Annotation):
    """A field, or a whole class, that must never reach a public contract."""


@dataclass(frozen=True, slots=True)
class Extensible(Annotation):
    """An enum that will grow: readers must accept members that they do not know yet."""


@dataclass(frozen=True, slots=True)
class Named(Annotation):
    """The published name of a class, where its Python name is not the one to publish."""

    name: str


@dataclass(frozen=True, slots=True)
class Brand(Annotation):
    """A name that makes a scalar type distinct: a ``UserId`` is not a ``TeamId``."""

    name: str


@dataclass(frozen=True, slots=True)
class RenamedFrom(Annotation):
    """The name, or names, that a field or a class was published under before."""

    names: tuple[str, ...]

    def __init__(self, *names: str) -> None:
        object.__setattr__(self, "names", names)


@dataclass(frozen=True, slots=True)
class Sunset(Annotation):
    """Until when something deprecated stays: a field, a class, or a member of an enum.

    Removing it later breaks its users all the same, but was announced; removing it earlier breaks
    a promise. What has a sunset is deprecated, whether or not Pydantic was told so too.

    Attributes:
        on: The last day on which it is there, as ``2027-01-31``.
        since: The version that deprecated it first; may be empty.
        member: On an enum, the name of the member that is meant; empty for the enum as a whole.
        message: What to use instead, where it is said nowhere else: members have no other place.

    """

    on: str
    since: str = ""
    member: str = ""
    message: str = ""

    def __post_init__(self) -> None:
        try:
            day = date.fromisoformat(self.on).isoformat()
        except (TypeError, ValueError):
            day = ""
        if day != self.on:
            message = f"a sunset is a day such as '2027-01-31', and not {self.on!r}"
            raise ValueError(message)


def annotations_of(cls: type, *, inherited: bool = True) -> Iterator[Annotation]:
    """The annotations attached to a class: its own, then those of its bases, nearest first."""
    for base in cls.__mro__ if inherited else (cls,):
        yield from base.__dict__.get(_ATTRIBUTE, ())


def annotation_of(
    holder: type | tuple[Any, ...], kind: type[_Annotation], *, inherited: bool = False
) -> _Annotation | None:
    """The first annotation of a kind on a class or in a tuple of ``Annotated`` metadata.

    Args:
        holder: A class, or the metadata of ``Annotated[...]`` (Pydantic's ``FieldInfo.metadata``).
        kind: The annotation's class.
        inherited: Whether to look at the bases of a class as well.

    """
    if not isinstance(holder, type):
        found = holder
    elif inherited:
        found = tuple(annotations_of(holder))
    else:
        found = holder.__dict__.get(_ATTRIBUTE, ())
    return next((item for item in found if isinstance(item, kind)), None)
