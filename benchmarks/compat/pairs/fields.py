"""Edits of a model's own list of fields: added, removed, renamed, required, defaulted, aliased."""

# fmt: off
from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Final, Literal, NotRequired

from benchmarks.compat.pairs.edit import Relation, edit, model
from pydantic import (
    AliasChoices,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    EmailStr,
    Field,
    computed_field,
)
from pydantic.alias_generators import to_camel
from typing_extensions import TypedDict

__all__ = ["EDITS"]

EQUAL, WIDER, NARROWER, INCOMPARABLE = Relation

USER: Final[dict[str, Any]] = {"id": int, "email": str}


class Stamped(BaseModel):
    created: AwareDatetime


class Article(Stamped):
    title: str


class FlatArticle(BaseModel):
    created: AwareDatetime
    title: str


class Price(BaseModel):
    net: float
    tax: float


class PriceWithGross(Price):
    @computed_field
    def gross(self) -> float:
        return self.net + self.tax


class PointModel(BaseModel):
    x: int
    y: int


class PointDict(TypedDict):
    x: int
    y: int


class LoosePointDict(TypedDict):
    x: int
    y: NotRequired[int]


@dataclass
class PointData:
    x: int
    y: int


class WithDefaults(BaseModel):
    x: int
    y: int = 0


class WithRequiredDefaults(WithDefaults):
    model_config = ConfigDict(
        json_schema_serialization_defaults_required=True, title="WithDefaults"
    )


CAMEL: Final = ConfigDict(alias_generator=to_camel)

_PRESENCE = (
    edit("a required field is added", "required", NARROWER, model(**USER), model(**USER, age=int)),
    edit("a required field of any value is added", "required", NARROWER,
         model(**USER), model(**USER, payload=Any)),
    edit("an optional field is added", "property", NARROWER,
         model(**USER), model(**USER, age=(int, 0)), tolerant=EQUAL),
    edit("an optional nullable field is added", "property", NARROWER,
         model(**USER), model(**USER, phone=(str | None, None)), tolerant=EQUAL),
    edit("an optional field of any value is added", "property", EQUAL,
         model(**USER), model(**USER, payload=(Any, None))),
    edit("an optional list is added", "property", NARROWER,
         model(**USER), model(**USER, tags=(list[str], Field(default_factory=list))),
         tolerant=EQUAL),
    edit("an optional constrained field is added", "property", NARROWER,
         model(**USER), model(**USER, score=(Annotated[float, Field(ge=0, le=1)], 0.5)),
         tolerant=EQUAL),
    edit("a required field is removed", "required", WIDER,
         model(**USER, name=str), model(**USER)),
    edit("an optional field is removed", "property", WIDER,
         model(**USER, name=(str, "")), model(**USER), tolerant=EQUAL),
    edit("all fields are removed", "required", WIDER, model(**USER), model()),
    edit("all fields but one are removed", "required", WIDER,
         model(a=int, b=str, c=float, d=(bool, True)), model(c=float)),
    edit("a required field becomes optional", "required", WIDER,
         model(**USER, name=str), model(**USER, name=(str, "nobody"))),
    edit("an optional field becomes required", "required", NARROWER,
         model(**USER, name=(str, "nobody")), model(**USER, name=str)),
    edit("a default factory makes a field optional", "required", WIDER,
         model(tags=list[str]), model(tags=(list[str], Field(default_factory=list)))),
    edit("all fields become optional", "required", WIDER,
         model(a=int, b=str, c=float), model(a=(int, 0), b=(str, ""), c=(float, 0.0))),
    edit("one field becomes required and another optional", "required", INCOMPARABLE,
         model(a=int, b=(str, "")), model(a=(int, 0), b=str)),
    edit("two required fields are added", "required", NARROWER,
         model(**USER), model(**USER, first=str, last=str)),
    edit("a required field is added and another removed", "required", INCOMPARABLE,
         model(**USER, name=str), model(**USER, age=int)),
    edit("an optional field is added and another removed", "property", INCOMPARABLE,
         model(**USER, name=(str, "")), model(**USER, age=(int, 0)), tolerant=EQUAL),
    edit("a removed optional field comes back with another type", "type", INCOMPARABLE,
         model(**USER, phone=(int, 0)), model(**USER, phone=(str, ""))),
    edit("an optional field becomes required and nullable", "required", INCOMPARABLE,
         model(**USER, name=(str, "")), model(**USER, name=str | None)),
    edit("a required nullable field becomes optional and nullable", "required", WIDER,
         model(**USER, name=str | None), model(**USER, name=(str | None, None))),
    edit("an optional nullable field becomes optional only", "nullable", NARROWER,
         model(**USER, name=(str | None, None)), model(**USER, name=(str, ""))),
    edit("an optional nullable field becomes required only", "nullable", NARROWER,
         model(**USER, name=(str | None, None)), model(**USER, name=str)),
)

_NAMES = (
    edit("a required field is renamed", "required", INCOMPARABLE,
         model(id=int, name=str), model(id=int, full_name=str)),
    edit("an optional field is renamed", "property", INCOMPARABLE,
         model(id=int, name=(str, "")), model(id=int, full_name=(str, "")), tolerant=EQUAL),
    edit("a required field is renamed in case only", "required", INCOMPARABLE,
         model(userId=int), model(userID=int)),
    edit("an optional nullable field is renamed", "property", INCOMPARABLE,
         model(id=int, nick=(str | None, None)), model(id=int, alias=(str | None, None)),
         tolerant=EQUAL),
    edit("two required fields swap their types", "type", INCOMPARABLE,
         model(a=int, b=str), model(a=str, b=int)),
    edit("two required fields of one type swap their places", "order", EQUAL,
         model(a=int, b=int), model(b=int, a=int)),
    edit("a field is split in two", "required", INCOMPARABLE,
         model(name=str), model(first=str, last=str)),
    edit("two fields are merged into one", "required", INCOMPARABLE,
         model(first=str, last=str), model(name=str)),
    edit("a new name is required and the old one stays optional", "required", NARROWER,
         model(name=str), model(name=str, full_name=str)),
    edit("a new name stands beside the old one", "property", NARROWER,
         model(name=str), model(name=str, full_name=(str | None, None)), tolerant=EQUAL),
    edit("an alias is given to a required field", "alias", INCOMPARABLE,
         model(full_name=str), model(full_name=(str, Field(alias="fullName")))),
    edit("an alias is given to an optional field", "alias", INCOMPARABLE,
         model(full_name=(str, "")), model(full_name=(str, Field("", alias="fullName"))),
         tolerant=EQUAL),
    edit("an alias that says the same is taken away", "alias", EQUAL,
         model(name=(str, Field(alias="name"))), model(name=str)),
    edit("the attribute is renamed and the alias stays", "alias", EQUAL,
         model(name=(str, Field(alias="fullName"))), model(full=(str, Field(alias="fullName")))),
    edit("all required names become camel case", "alias", INCOMPARABLE,
         model(first_name=str, last_name=str), model(config=CAMEL, first_name=str, last_name=str)),
    edit("names without an underscore become camel case", "alias", EQUAL,
         model(name=str, age=int), model(config=CAMEL, name=str, age=int)),
    edit("all optional names become camel case", "alias", INCOMPARABLE,
         model(first_name=(str, ""), last_name=(str, "")),
         model(config=CAMEL, first_name=(str, ""), last_name=(str, "")), tolerant=EQUAL),
    edit("another of several aliases is published", "alias", INCOMPARABLE,
         model(name=(str, Field(validation_alias=AliasChoices("name", "title")))),
         model(name=(str, Field(validation_alias=AliasChoices("title", "name"))))),
    edit("an alias for output only is given, on input", "alias", EQUAL,
         model(name=str), model(name=(str, Field(serialization_alias="fullName")))),
    edit("an alias for output only is given, on output", "alias", INCOMPARABLE,
         model(name=str), model(name=(str, Field(serialization_alias="fullName"))),
         mode="serialization"),
)

_WORDS = (
    edit("a default changes", "default", EQUAL, model(n=(int, 1)), model(n=(int, 2))),
    edit("a description is written", "description", EQUAL,
         model(n=int), model(n=(int, Field(description="How many there are.")))),
    edit("a title changes", "title", EQUAL,
         model(n=(int, Field(title="Count"))), model(n=(int, Field(title="Number")))),
    edit("examples are given", "examples", EQUAL,
         model(n=int), model(n=(int, Field(examples=[1, 2, 3])))),
    edit("a field is deprecated", "deprecated", EQUAL,
         model(n=int), model(n=(int, Field(deprecated=True)))),
    edit("the model is renamed", "title", EQUAL, model("User", **USER), model("Account", **USER)),
    edit("the model is frozen", "config", EQUAL,
         model(**USER), model(config=ConfigDict(frozen=True), **USER)),
    edit("names are accepted beside aliases", "config", EQUAL,
         model(name=(str, Field(alias="n"))),
         model(config=ConfigDict(populate_by_name=True), name=(str, Field(alias="n")))),
    edit("an unknown keyword is added", "annotation", EQUAL,
         model(n=int), model(n=(int, Field(json_schema_extra={"x-owner": "billing"})))),
    edit("fields move to a base class", "inheritance", EQUAL, FlatArticle, Article),
    edit("a base class with a required field is taken away", "inheritance", WIDER,
         Article, model("Article", title=str)),
    edit("a typed dictionary becomes a model", "kind", EQUAL, PointDict, PointModel),
    edit("a dataclass becomes a model", "kind", EQUAL, PointData, PointModel),
    edit("a key of a typed dictionary need not be there", "required", WIDER,
         PointDict, LoosePointDict),
    edit("a computed field is added, on output", "required", NARROWER,
         Price, model("Price", net=float, tax=float, gross=float), mode="serialization"),
    edit("a computed field becomes a stored one, on output", "kind", EQUAL,
         PriceWithGross, model("Price", net=float, tax=float, gross=float), mode="serialization"),
    edit("a computed field is added, on input", "kind", EQUAL, Price, PriceWithGross),
    edit("a field is no longer sent", "required", WIDER,
         model(name=str, secret=str), model(name=str, secret=(str, Field(exclude=True))),
         mode="serialization"),
    edit("fields with defaults are promised, on output", "required", NARROWER,
         WithDefaults, WithRequiredDefaults, mode="serialization"),
    edit("a version tag is raised", "const", INCOMPARABLE,
         model(version=(Literal["1"], "1")), model(version=(Literal["2"], "2"))),
    edit("a required version tag is raised", "const", INCOMPARABLE,
         model(version=Literal["1"]), model(version=Literal["2"])),
    edit("a next version tag is read too", "enum", WIDER,
         model(version=Literal["1"]), model(version=Literal["1", "2"])),
    edit("an e-mail address is checked and a field is added", "format", NARROWER,
         model(email=str), model(email=EmailStr, verified=(bool, False))),
    edit("money is sent as text, on output", "type", INCOMPARABLE,
         model(price=float), model(price=Decimal), mode="serialization"),
)

EDITS = (*_PRESENCE, *_NAMES, *_WORDS)
