"""Models made of other models' fields.

A command, a view or the payload of an event has much of what its record has. It names those fields
and takes over all that they say: type, constraints, brand, internal mark, description, default::

    _user = fields_of(User)


    class CreateUser(Derived, example={}):
        '''Asks for a new user.'''

        username = _user.username  # for mypy a str, as in User
        email = optional(_user.email)  # a str, or ABSENT
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, cast

from pydantic import BaseModel, ConfigDict, Field

from lead_ignite.cqrs.absent import ABSENT, MAY_BE_ABSENT, Absent
from lead_ignite.shared.model import JsonObject, LeadIgniteModel, example_of, examples

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

__all__ = ["Derived", "fields_of", "optional", "taken_from"]

_Model = TypeVar("_Model", bound=BaseModel)
_Value = TypeVar("_Value")

_TAKEN = "__taken__"


@dataclass(frozen=True, slots=True)
class _Taken:
    """A field of a model, to be taken over by another model under the same name."""

    model: type[BaseModel]
    name: str
    may_be_absent: bool = False

    @property
    def info(self) -> FieldInfo:
        return self.model.model_fields[self.name]

    def __set_name__(self, owner: type, name: str) -> None:
        """Become a field of the class, before Pydantic collects those."""
        if name != self.name:
            raise TypeError(f"{self.model.__name__}.{self.name} cannot be called {name} elsewhere")
        parts: list[Any] = [copy(self.info)]
        if self.may_be_absent:
            parts += MAY_BE_ABSENT
            setattr(owner, name, cast("Any", Field)(default=ABSENT, default_factory=None))
        else:
            delattr(owner, name)
        annotation = cast("Any", Annotated)[(self.info.annotation, *parts)]
        owner.__annotations__ = {**vars(owner).get("__annotations__", {}), name: annotation}
        setattr(owner, _TAKEN, {**vars(owner).get(_TAKEN, {}), name: self})


class _Fields:
    """A model's fields as attributes."""

    def __init__(self, model: type[BaseModel]) -> None:
        self._model = model

    def __getattr__(self, name: str) -> _Taken:
        if name not in self._model.model_fields:
            raise AttributeError(f"{self._model.__name__} has no field {name!r}")
        return _Taken(self._model, name)


def fields_of(model: type[_Model]) -> _Model:
    """The fields of a model, to be assigned to the same names in the body of a ``Derived``.

    To a type checker it is an instance of the model, so that each field has its type there.

    Raises:
        AttributeError: When asked for a field that the model does not have.

    """
    return cast("_Model", _Fields(model))


def optional(field: _Value) -> _Value | Absent:
    """A field of :func:`fields_of` that may be left out: then it is ``ABSENT``, not its default."""
    return cast("_Value | Absent", replace(cast("_Taken", field), may_be_absent=True))


class Derived(LeadIgniteModel):
    """The base of models that take fields over from others.

    ``class X(Derived, example={...})`` says in ``example`` what the fields of its own are in the
    example of X; the fields that it takes over are in it what they are in their own model's.
    """

    model_config = ConfigDict(ignored_types=(_Taken,))

    def __init_subclass__(cls, *, example: JsonObject | None = None, **settings: Any) -> None:
        """Complete the example."""
        super().__init_subclass__(**settings)
        if example is not None:
            cls.model_config["json_schema_extra"] = examples({**example, **_samples(cls)})


def taken_from(cls: type) -> dict[str, type[BaseModel]]:
    """The fields that a class itself, not its bases, has taken over, and from which models."""
    return {name: taken.model for name, taken in vars(cls).get(_TAKEN, {}).items()}


def _samples(cls: type) -> JsonObject:
    found: JsonObject = {}
    for base in reversed(cls.__mro__):
        for name, model in taken_from(base).items():
            wire = model.model_fields[name].serialization_alias or name
            found[wire] = example_of(model)[wire]
    return found
