"""Edits of lists, sets, tuples, dictionaries and their keys."""

# fmt: off
# Types are made at run time here.
# mypy: disable-error-code="valid-type, misc"
from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Annotated, Any, Final, Literal
from uuid import UUID

from benchmarks.compat.pairs.edit import Relation, edit, model
from pydantic import Field, StringConstraints

__all__ = ["EDITS"]

EQUAL, WIDER, NARROWER, INCOMPARABLE = Relation


def some(kind: Any, **bounds: Any) -> Any:
    return Annotated[kind, Field(**bounds)]


def key(pattern: str) -> Any:
    return Annotated[str, StringConstraints(pattern=pattern)]


def holds(kind: Any) -> Any:
    return model("Basket", content=kind)


Language = Enum("Language", {"DE": "de", "EN": "en"})
PART: Final = model("Part", name=str)
PART_WITH_SIZE: Final = model("Part", name=str, size=int)
PART_WITH_NOTE: Final = model("Part", name=str, note=(str, ""))

_LISTS: Final = (
    edit("items get another type", "type", INCOMPARABLE, holds(list[int]), holds(list[str])),
    edit("items get a wider type", "type", WIDER, holds(list[int]), holds(list[float])),
    edit("items of any kind get a type", "type", NARROWER, holds(list[Any]), holds(list[int])),
    edit("items may be null", "nullable", WIDER, holds(list[int]), holds(list[int | None])),
    edit("the list may be null, items may not", "nullable", INCOMPARABLE,
         holds(list[int | None]), holds(list[int] | None)),
    edit("a list must not be empty", "minItems", NARROWER,
         holds(list[int]), holds(some(list[int], min_length=1))),
    edit("a list may be empty", "minItems", WIDER,
         holds(some(list[int], min_length=1)), holds(list[int])),
    edit("a list gets a maximum", "maxItems", NARROWER,
         holds(list[str]), holds(some(list[str], max_length=10))),
    edit("a list's maximum is raised", "maxItems", WIDER,
         holds(some(list[str], max_length=10)), holds(some(list[str], max_length=20))),
    edit("a list's bounds move", "minItems", INCOMPARABLE,
         holds(some(list[str], min_length=1, max_length=3)),
         holds(some(list[str], min_length=2, max_length=4))),
    edit("only the empty list is left", "maxItems", NARROWER,
         holds(list[str]), holds(some(list[str], max_length=0))),
    edit("empty lists of two kinds are the same", "maxItems", EQUAL,
         holds(some(list[str], max_length=0)), holds(some(list[int], max_length=0))),
    edit("a list becomes a set", "uniqueItems", NARROWER, holds(list[int]), holds(set[int])),
    edit("a set becomes a list", "uniqueItems", WIDER, holds(set[str]), holds(list[str])),
    edit("a set becomes a frozen set", "kind", EQUAL, holds(set[str]), holds(frozenset[str])),
    edit("a set of one is a list of one", "uniqueItems", EQUAL,
         holds(some(set[int], max_length=1)), holds(some(list[int], max_length=1))),
    edit("a set of two words has at most two", "uniqueItems", EQUAL,
         holds(set[Literal["a", "b"]]), holds(some(set[Literal["a", "b"]], max_length=2))),
    edit("a set of three words may have two", "maxItems", NARROWER,
         holds(set[Literal["a", "b", "c"]]),
         holds(some(set[Literal["a", "b", "c"]], max_length=2))),
    edit("a set of flags may have two", "maxItems", EQUAL,
         holds(some(set[bool], max_length=5)), holds(some(set[bool], max_length=2))),
    edit("a list of lists gets a minimum inside", "minItems", NARROWER,
         holds(list[list[int]]), holds(list[some(list[int], min_length=2)])),
    edit("a matrix becomes a list", "type", INCOMPARABLE,
         holds(some(list[list[int]], min_length=1)), holds(some(list[int], min_length=1))),
    edit("items get a required field", "required", NARROWER,
         holds(list[PART]), holds(list[PART_WITH_SIZE])),
    edit("items get an optional field", "property", NARROWER,
         holds(list[PART]), holds(list[PART_WITH_NOTE]), tolerant=EQUAL),
    edit("a list becomes a map", "type", INCOMPARABLE, holds(list[PART]), holds(dict[str, PART])),
    edit("a list becomes its first item", "type", INCOMPARABLE, holds(list[PART]), holds(PART)),
    edit("a list becomes a list or one item", "union", WIDER,
         holds(list[PART]), holds(list[PART] | PART)),
    edit("items of one kind or of the other become mixed", "union", WIDER,
         holds(list[int] | list[str]), holds(list[int | str])),
)

_TUPLES: Final = (
    edit("a pair becomes a triple", "maxItems", INCOMPARABLE,
         holds(tuple[int, int]), holds(tuple[int, int, int])),
    edit("a pair becomes a list", "maxItems", WIDER, holds(tuple[int, int]), holds(list[int])),
    edit("a list becomes a pair", "minItems", NARROWER, holds(list[int]), holds(tuple[int, int])),
    edit("a list of two is a pair", "prefixItems", EQUAL,
         holds(some(list[int], min_length=2, max_length=2)), holds(tuple[int, int])),
    edit("the sides of a pair change places", "prefixItems", INCOMPARABLE,
         holds(tuple[int, str]), holds(tuple[str, int])),
    edit("one side of a pair is widened", "type", WIDER,
         holds(tuple[int, str]), holds(tuple[float, str])),
    edit("one side of a pair is widened, one narrowed", "type", INCOMPARABLE,
         holds(tuple[int, str]), holds(tuple[float, Literal["m"]])),
    edit("a tuple of any length is a list", "kind", EQUAL,
         holds(tuple[int, ...]), holds(list[int])),
    edit("a pair becomes an object", "type", INCOMPARABLE,
         holds(tuple[float, float]), holds(model("Point", x=float, y=float))),
    edit("a pair of one kind becomes a pair of a union", "union", WIDER,
         holds(tuple[int, int] | tuple[str, str]), holds(tuple[int | str, int | str])),
    edit("an empty tuple is an empty list", "maxItems", EQUAL,
         holds(tuple[()]), holds(some(list[int], max_length=0))),
    edit("a pair's side may be null", "nullable", WIDER,
         holds(tuple[str, int]), holds(tuple[str, int | None])),
)

_MAPS: Final = (
    edit("values get another type", "type", INCOMPARABLE,
         holds(dict[str, int]), holds(dict[str, str])),
    edit("values get a wider type", "type", WIDER,
         holds(dict[str, int]), holds(dict[str, float])),
    edit("values of any kind get a type", "additionalProperties", NARROWER,
         holds(dict[str, Any]), holds(dict[str, int])),
    edit("a map must not be empty", "minProperties", NARROWER,
         holds(dict[str, int]), holds(some(dict[str, int], min_length=1))),
    edit("a map gets a maximum", "maxProperties", NARROWER,
         holds(dict[str, int]), holds(some(dict[str, int], max_length=5))),
    edit("a map's maximum is raised", "maxProperties", WIDER,
         holds(some(dict[str, int], max_length=5)), holds(some(dict[str, int], max_length=6))),
    edit("an empty map has values of no kind", "maxProperties", EQUAL,
         holds(some(dict[str, int], max_length=0)), holds(some(dict[str, str], max_length=0))),
    edit("values get a required field", "required", NARROWER,
         holds(dict[str, PART]), holds(dict[str, PART_WITH_SIZE])),
    edit("values may be null", "nullable", WIDER,
         holds(dict[str, int]), holds(dict[str, int | None])),
    edit("a map becomes a model without required fields", "additionalProperties", WIDER,
         holds(dict[str, int]), holds(model("Sizes", width=(int, 0), height=(int, 0))),
         tolerant=EQUAL),
    edit("a map becomes a model with required fields", "required", NARROWER,
         holds(dict[str, Any]), holds(model("Sizes", width=int))),
    edit("a map becomes a list of pairs", "type", INCOMPARABLE,
         holds(dict[str, int]), holds(list[tuple[str, int]])),
    edit("keys of a pattern speak of fewer names", "patternProperties", WIDER,
         holds(dict[key("^[a-z]+$"), int]), holds(dict[key("^[a-c]+$"), int])),
    edit("keys of a pattern speak of all names", "patternProperties", NARROWER,
         holds(dict[key("^[a-z]+$"), int]), holds(dict[str, int])),
    edit("keys of a pattern are any keys", "patternProperties", WIDER,
         holds(dict[key("^[a-z]+$"), int]), holds(dict[str, Any])),
    edit("keys of one pattern get another one", "patternProperties", INCOMPARABLE,
         holds(dict[key("^a"), int]), holds(dict[key("^b"), int])),
    edit("keys become words of an enum", "propertyNames", NARROWER,
         holds(dict[str, int]), holds(dict[Language, int])),
    edit("words of an enum become two literals", "propertyNames", EQUAL,
         holds(dict[Language, int]), holds(dict[Literal["de", "en"], int])),
    edit("a third word may be a key", "propertyNames", WIDER,
         holds(dict[Literal["de", "en"], int]), holds(dict[Literal["de", "en", "fr"], int])),
    edit("one word that may be a key is exchanged", "propertyNames", INCOMPARABLE,
         holds(dict[Literal["de", "en"], int]), holds(dict[Literal["de", "fr"], int])),
    edit("a map of two keys has at most two", "propertyNames", EQUAL,
         holds(dict[Literal["de", "en"], int]),
         holds(some(dict[Literal["de", "en"], int], max_length=2))),
    edit("a map of three keys has at most two", "maxProperties", NARROWER,
         holds(dict[Literal["de", "en", "fr"], int]),
         holds(some(dict[Literal["de", "en", "fr"], int], max_length=2))),
    edit("keys are identifiers", "propertyNames", NARROWER,
         holds(dict[str, int]), holds(dict[UUID, int])),
    edit("keys that were days are any text", "propertyNames", WIDER,
         holds(dict[date, float]), holds(dict[str, float])),
    edit("keys are short", "propertyNames", NARROWER,
         holds(dict[str, int]), holds(dict[some(str, max_length=8), int])),
    edit("a map of maps gets wider values", "type", WIDER,
         holds(dict[str, dict[str, int]]), holds(dict[str, dict[str, int | str]])),
    edit("a map of lists must have items", "minItems", NARROWER,
         holds(dict[str, list[int]]), holds(dict[str, some(list[int], min_length=1)])),
)

EDITS = (*_LISTS, *_TUPLES, *_MAPS)
