"""Edits of what models say of fields that they do not declare."""

# fmt: off
# Types are made at run time here.
# mypy: disable-error-code="valid-type, misc"
from __future__ import annotations

from typing import Annotated, Any, Final, Literal, cast

from benchmarks.compat.pairs.edit import Relation, edit, model
from pydantic import BaseModel, ConfigDict, Field, create_model

__all__ = ["EDITS"]

EQUAL, WIDER, NARROWER, INCOMPARABLE = Relation

FORBID: Final = ConfigDict(extra="forbid")
ALLOW: Final = ConfigDict(extra="allow")


def closed(title: str = "Customer", /, **fields: Any) -> Any:
    return model(title, FORBID, **fields)


def opened(title: str = "Customer", /, **fields: Any) -> Any:
    return model(title, ALLOW, **fields)


def typed_extras(kind: Any, **fields: Any) -> Any:
    """A model that allows extras of one type."""
    base = type("Base", (BaseModel,), {
        "__annotations__": {"__pydantic_extra__": dict[str, kind]}, "model_config": ALLOW,
        "__pydantic_extra__": Field(init=False), "__module__": __name__,
    })
    definitions = {n: f if isinstance(f, tuple) else (f, ...) for n, f in fields.items()}
    return cast("type[BaseModel]", create_model("Customer", __base__=base, **definitions))  # type: ignore[call-overload]


CAT: Final = closed("Cat", meow=int)
DOG: Final = closed("Dog", bark=int)

EDITS = (
    edit("extras are forbidden", "additionalProperties", NARROWER,
         model(a=int), closed(a=int), tolerant=EQUAL),
    edit("extras are no longer forbidden", "additionalProperties", WIDER,
         closed(a=int), model(a=int), tolerant=EQUAL),
    edit("extras are kept", "additionalProperties", EQUAL,
         model(a=int), opened(a=int)),
    edit("extras are no longer kept, but forbidden", "additionalProperties", NARROWER,
         opened(a=int), closed(a=int)),
    edit("an optional field is added to a closed model", "property", WIDER,
         closed(a=int), closed(a=int, b=(int, 0))),
    edit("an optional field of any value is added to a closed model", "property", WIDER,
         closed(a=int), closed(a=int, b=(Any, None))),
    edit("a required field is added to a closed model", "required", INCOMPARABLE,
         closed(a=int), closed(a=int, b=int)),
    edit("an optional field is removed from a closed model", "property", NARROWER,
         closed(a=int, b=(int, 0)), closed(a=int)),
    edit("a required field is removed from a closed model", "required", INCOMPARABLE,
         closed(a=int, b=int), closed(a=int)),
    edit("an optional field of a closed model is renamed", "property", INCOMPARABLE,
         closed(a=int, b=(int, 0)), closed(a=int, c=(int, 0))),
    edit("a field of a closed model becomes optional", "required", WIDER,
         closed(a=int, b=int), closed(a=int, b=(int, 0))),
    edit("a closed model is opened and gets an optional field", "additionalProperties", WIDER,
         closed(a=int), model(a=int, b=(int, 0))),
    edit("a closed model is opened and gets a required field", "required", INCOMPARABLE,
         closed(a=int), model(a=int, b=int)),
    edit("a model is closed and gets an optional field", "additionalProperties", NARROWER,
         model(a=int), closed(a=int, b=(int, 0)), tolerant=EQUAL),
    edit("a model is closed and loses an optional field", "additionalProperties", NARROWER,
         model(a=int, b=(int, 0)), closed(a=int)),
    edit("an open model that keeps extras gets an optional field", "property", NARROWER,
         opened(a=int), opened(a=int, b=(int, 0))),
    edit("an open model that keeps extras gets an optional field of any value", "property", EQUAL,
         opened(a=int), opened(a=int, b=(Any, None))),
    edit("extras get a type", "additionalProperties", NARROWER,
         opened(a=int), typed_extras(str, a=int)),
    edit("extras get a wider type", "additionalProperties", WIDER,
         typed_extras(int, a=int), typed_extras(float, a=int)),
    edit("extras get another type", "additionalProperties", INCOMPARABLE,
         typed_extras(int, a=int), typed_extras(str, a=int)),
    edit("an optional field gets the type that extras have", "property", EQUAL,
         typed_extras(int, a=int), typed_extras(int, a=int, b=(int, 0))),
    edit("an optional field gets another type than extras have", "property", INCOMPARABLE,
         typed_extras(int, a=int), typed_extras(int, a=int, b=(str, ""))),
    edit("a nested model is closed", "additionalProperties", NARROWER,
         model(part=model("Part", a=int)), model(part=closed("Part", a=int)), tolerant=EQUAL),
    edit("a nested closed model gets an optional field", "property", WIDER,
         model(part=closed("Part", a=int)), model(part=closed("Part", a=int, b=(str, "")))),
    edit("items are closed", "additionalProperties", NARROWER,
         model(parts=list[model("Part", a=int)]), model(parts=list[closed("Part", a=int)]),
         tolerant=EQUAL),
    edit("a closed model becomes a map of the same values", "additionalProperties", WIDER,
         model(x=closed("Sizes", width=int, height=int)), model(x=dict[str, int])),
    edit("a map becomes a closed model", "additionalProperties", NARROWER,
         model(x=dict[str, int]), model(x=closed("Sizes", width=(int, 0), height=(int, 0)))),
    edit("a closed model without fields is an empty map", "maxProperties", EQUAL,
         model(x=closed("Nothing")), model(x=Annotated[dict[str, int], Field(max_length=0)])),
    edit("closed members become one closed model", "union", WIDER,
         model(pet=CAT | DOG), model(pet=closed("Pet", meow=(int, 0), bark=(int, 0)))),
    edit("a closed member joins", "union", WIDER, model(pet=CAT), model(pet=CAT | DOG)),
    edit("one closed model is split by a flag", "union", NARROWER,
         closed(kind=Literal["a", "b"], x=(int, 0)),
         closed("A", kind=Literal["a"], x=(int, 0)) | closed("B", kind=Literal["b"])),
    edit("one closed model is split by a flag, and nothing is lost", "union", EQUAL,
         closed(kind=Literal["a", "b"], x=(int, 0)),
         closed("A", kind=Literal["a"], x=(int, 0)) | closed("B", kind=Literal["b"], x=(int, 0))),
    edit("a closed model with two optional fields becomes one of two", "union", NARROWER,
         closed(a=(int, 0), b=(int, 0)), closed("A", a=(int, 0)) | closed("B", b=(int, 0))),
)
