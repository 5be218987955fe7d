"""The base of every model: the policies that hold for all of them, decided in one place."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, TypeAlias, cast

from pydantic import BaseModel, ConfigDict

__all__ = ["JsonObject", "LeadIgniteModel", "example_of", "examples"]

JsonObject: TypeAlias = dict[str, Any]
"""A JSON object as Python reads it."""


class LeadIgniteModel(BaseModel):
    """The base class of all models.

    * Unknown fields are ignored: a reader must survive a writer that is one release ahead.
    * Wire names are what goes in and what comes out: an alias is no second way to say a field, so
      that what is accepted is what the schema says. In Python, ``Model.model_validate({...},
      by_name=True)`` takes attribute names.
    * Numbers are JSON numbers: no NaN, no infinity.
    """

    model_config = ConfigDict(extra="ignore", serialize_by_alias=True, allow_inf_nan=False)


def examples(*payloads: JsonObject) -> JsonObject:
    """The ``json_schema_extra`` of a model with these example payloads.

    An example is complete: it holds every field that the model emits, under its wire name, so that
    it is true to the input and to the output schema alike.
    """
    return {"examples": list(payloads)}


def example_of(model: type[BaseModel]) -> JsonObject:
    """A copy of a model's first example, to embed in the example of a model that holds it.

    Raises:
        LookupError: The model has no example of its own.

    """
    extra = model.model_config.get("json_schema_extra")
    payloads = extra.get("examples") if isinstance(extra, dict) else None
    if not isinstance(payloads, list) or not payloads:
        raise LookupError(f"{model.__name__} has no example")
    return cast("JsonObject", deepcopy(payloads[0]))
