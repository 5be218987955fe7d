"""Edits of one scalar type, each as a field and at one more place that keeps the relation.

A field, an optional field, an item, a value of a map, a part of a nested model and a nullable field
are monotone in the scalar: whatever holds of the scalars holds of the models.
"""

# fmt: off
# Types are made at run time here.
# mypy: disable-error-code="valid-type, misc"
from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from ipaddress import IPv4Address, IPv6Address
from typing import Annotated, Any, Final, Literal
from uuid import UUID

from benchmarks.compat.pairs.edit import Edit, Relation, edit, model
from pydantic import AnyUrl, EmailStr, Field, HttpUrl, StrictInt, StringConstraints, WithJsonSchema

__all__ = ["EDITS"]

EQUAL, WIDER, NARROWER, INCOMPARABLE = Relation


def num(kind: Any, **bounds: Any) -> Any:
    return Annotated[kind, Field(**bounds)]


def text(**bounds: Any) -> Any:
    return Annotated[str, StringConstraints(**bounds)]


# What Pydantic 2.12 wrote for decimals; later versions write no pattern.
_DECIMALS: Final = {
    "": r"^(?!^[-+.]*$)[+-]?0*\d*\.?\d*$",
    ",2": r"^(?!^[-+.]*$)[+-]?0*\d*\.?\d{0,2}0*$",
    ",4": r"^(?!^[-+.]*$)[+-]?0*\d*\.?\d{0,4}0*$",
    "8,2": r"^(?!^[-+.]*$)[+-]?0*(?:\d{0,6}|(?=[\d.]{1,9}0*$)\d{0,6}\.\d{0,2}0*$)",
    "10,4": r"^(?!^[-+.]*$)[+-]?0*(?:\d{0,6}|(?=[\d.]{1,11}0*$)\d{0,6}\.\d{0,4}0*$)",
}


def decimal(limits: str) -> Any:
    schema = {"anyOf": [{"type": "number"}, {"type": "string", "pattern": _DECIMALS[limits]}]}
    return Annotated[Decimal, WithJsonSchema(schema)]


Row = tuple[str, str, Relation, Any, Any]

_KINDS: Final[tuple[Row, ...]] = (
    ("text becomes a number", "type", INCOMPARABLE, str, int),
    ("a number becomes text", "type", INCOMPARABLE, int, str),
    ("integers become numbers", "type", WIDER, int, float),
    ("numbers become integers", "type", NARROWER, float, int),
    ("a flag becomes a number", "type", INCOMPARABLE, bool, int),
    ("a flag becomes text", "type", INCOMPARABLE, bool, str),
    ("a flag becomes one of two words", "type", INCOMPARABLE, bool, Literal["on", "off"]),
    ("numbers become decimals", "type", WIDER, float, Decimal),
    ("decimals become numbers", "type", NARROWER, Decimal, float),
    ("integers become decimals", "type", WIDER, int, Decimal),
    ("anything becomes text", "type", NARROWER, Any, str),
    ("text becomes anything", "type", WIDER, str, Any),
    ("an object of any kind becomes anything", "type", WIDER, dict[str, Any], Any),
    ("integers are strict in Python only", "config", EQUAL, int, StrictInt),
    ("numbers become numbers or text", "union", WIDER, float, float | str),
    ("integers or text become text", "union", NARROWER, int | str, str),
    ("one member of a union is exchanged", "union", INCOMPARABLE, int | str, int | bool),
    ("members of a union change places", "union", EQUAL, int | str | bool, bool | str | int),
    ("a union absorbs one of its members", "union", EQUAL, int | float, float),
    ("text becomes a list of texts", "type", INCOMPARABLE, str, list[str]),
    ("text becomes text or a list of texts", "union", WIDER, str, str | list[str]),
    ("a null becomes text", "type", INCOMPARABLE, None, str),
    ("text may be null", "nullable", WIDER, str, str | None),
    ("text may no longer be null", "nullable", NARROWER, str | None, str),
    ("nullable integers become nullable numbers", "type", WIDER, int | None, float | None),
    ("null and the type change places", "nullable", EQUAL, int | None, None | int),
    ("nullable text becomes nullable integers", "type", INCOMPARABLE, str | None, int | None),
)

_NUMBERS: Final[tuple[Row, ...]] = (
    ("a lower bound is set", "minimum", NARROWER, int, num(int, ge=0)),
    ("a lower bound is taken away", "minimum", WIDER, num(float, ge=0), float),
    ("a lower bound is raised", "minimum", NARROWER, num(int, ge=0), num(int, ge=1)),
    ("an upper bound is lowered", "maximum", NARROWER, num(int, le=100), num(int, le=99)),
    ("an upper bound is raised by a little", "maximum", WIDER,
     num(float, le=1.0), num(float, le=1.0000001)),
    ("integers say the same bound exclusively", "minimum", EQUAL, num(int, ge=1), num(int, gt=0)),
    ("integers say the same upper bound exclusively", "maximum", EQUAL,
     num(int, le=9), num(int, lt=10)),
    ("numbers exclude their bound", "minimum", NARROWER, num(float, ge=0), num(float, gt=0)),
    ("integers exclude their bound", "minimum", NARROWER, num(int, ge=0), num(int, gt=0)),
    ("a range is moved", "minimum", INCOMPARABLE, num(int, ge=0, le=10), num(int, ge=5, le=15)),
    ("a range is moved away", "maximum", INCOMPARABLE,
     num(int, ge=0, le=10), num(int, ge=11, le=20)),
    ("a range is tightened from both sides", "minimum", NARROWER,
     num(float, ge=0, le=100), num(float, ge=0.5, le=99.5)),
    ("integers become whole numbers between fractions", "minimum", EQUAL,
     num(int, ge=1, le=2), num(float, gt=0.5, lt=2.5, multiple_of=1)),
    ("a step is set", "multipleOf", NARROWER, int, num(int, multiple_of=5)),
    ("a step is halved", "multipleOf", WIDER, num(int, multiple_of=10), num(int, multiple_of=5)),
    ("a step is exchanged", "multipleOf", INCOMPARABLE,
     num(int, multiple_of=4), num(int, multiple_of=6)),
    ("integers in steps of one", "multipleOf", EQUAL, int, num(int, multiple_of=1)),
    ("a step of a half allows all integers", "multipleOf", WIDER, int, num(float, multiple_of=0.5)),
    ("a step becomes a range that has one number", "multipleOf", NARROWER,
     num(int, multiple_of=7), num(int, ge=7, le=7)),
    ("a range and a step leave the same numbers", "multipleOf", EQUAL,
     num(int, ge=1, le=9, multiple_of=4), num(int, ge=4, le=8, multiple_of=4)),
    ("one value becomes a range around it", "const", WIDER, Literal[3], num(int, ge=1, le=5)),
    ("listed numbers become a range", "enum", EQUAL, Literal[1, 2, 3], num(int, ge=1, le=3)),
    ("a range becomes listed numbers", "enum", NARROWER, num(int, ge=0, le=3), Literal[0, 1, 3]),
    ("a number must be positive or is a mark", "union", NARROWER,
     int, num(int, ge=0) | Literal[-1]),
    ("two ranges are joined", "union", EQUAL,
     num(int, ge=0, le=5) | num(int, ge=6, le=10), num(int, ge=0, le=10)),
    ("two ranges of numbers leave a gap", "union", WIDER,
     num(float, ge=0, le=5) | num(float, ge=6, le=10), num(float, ge=0, le=10)),
    ("a decimal gets a lower bound", "minimum", NARROWER, Decimal, num(Decimal, ge=0)),
    ("a decimal's bound is loosened", "maximum", WIDER,
     num(Decimal, le=10), num(Decimal, le=1000)),
    ("a decimal's text gets places, in a pattern without an end", "pattern", WIDER,
     decimal(""), decimal("8,2")),
    ("a decimal's text gets more places, in patterns without an end", "pattern", EQUAL,
     decimal("8,2"), decimal("10,4")),
    ("a decimal's text may have two places", "pattern", NARROWER, decimal(""), decimal(",2")),
    ("a decimal's text may have more places", "pattern", WIDER, decimal(",2"), decimal(",4")),
)

_TEXTS: Final[tuple[Row, ...]] = (
    ("a minimum length is set", "minLength", NARROWER, str, text(min_length=1)),
    ("a minimum length is taken away", "minLength", WIDER, text(min_length=3), str),
    ("a maximum length is set", "maxLength", NARROWER, str, text(max_length=255)),
    ("a maximum length is raised", "maxLength", WIDER, text(max_length=50), text(max_length=100)),
    ("a maximum length is lowered", "maxLength", NARROWER,
     text(min_length=1, max_length=64), text(min_length=1, max_length=63)),
    ("both lengths move up", "minLength", INCOMPARABLE,
     text(min_length=1, max_length=10), text(min_length=5, max_length=20)),
    ("a fixed length is exchanged", "maxLength", INCOMPARABLE,
     text(min_length=3, max_length=3), text(min_length=2, max_length=2)),
    ("a pattern is set", "pattern", NARROWER, str, text(pattern=r"^[a-z]+$")),
    ("a pattern is taken away", "pattern", WIDER, text(pattern=r"^[a-z]+$"), str),
    ("a pattern takes capitals too", "pattern", WIDER,
     text(pattern=r"^[a-z]+$"), text(pattern=r"^[a-zA-Z]+$")),
    ("a pattern takes digits, but not first", "pattern", WIDER,
     text(pattern=r"^[a-z_]+$"), text(pattern=r"^[a-z_][a-z0-9_]*$")),
    ("a pattern is anchored", "pattern", NARROWER,
     text(pattern=r"[0-9]{4}"), text(pattern=r"^[0-9]{4}$")),
    ("a pattern loses its first anchor", "pattern", WIDER,
     text(pattern=r"^v[0-9]+$"), text(pattern=r"v[0-9]+$")),
    ("a pattern is written another way", "pattern", EQUAL,
     text(pattern=r"^(a|b|c)[0-9][0-9]*$"), text(pattern=r"^[a-c][0-9]+$")),
    ("a length is said by a pattern", "pattern", EQUAL,
     text(pattern=r"^[A-Z]{3}$"), text(pattern=r"^[A-Z]*$", min_length=3, max_length=3)),
    ("codes of three or four letters", "pattern", WIDER,
     text(pattern=r"^[A-Z]{3}$"), text(pattern=r"^[A-Z]{3,4}$")),
    ("one code system is exchanged for another", "pattern", INCOMPARABLE,
     text(pattern=r"^[A-Z]{2}$"), text(pattern=r"^[A-Z]{3}$")),
    ("slugs may have dots", "pattern", WIDER,
     text(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$"), text(pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$")),
    ("slugs may no longer end in a dash", "pattern", NARROWER,
     text(pattern=r"^[a-z][a-z0-9-]*$"), text(pattern=r"^[a-z]([a-z0-9-]*[a-z0-9])?$")),
    ("semantic versions may have a build", "pattern", WIDER,
     text(pattern=r"^\d+\.\d+\.\d+$"), text(pattern=r"^\d+\.\d+\.\d+(\+[0-9A-Za-z.-]+)?$")),
    ("a pattern allows the empty text", "pattern", WIDER,
     text(pattern=r"^[a-z]+$"), text(pattern=r"^[a-z]*$")),
    ("a pattern and a length that excludes it", "minLength", NARROWER,
     text(pattern=r"^[a-z]{0,5}$"), text(pattern=r"^[a-z]{0,5}$", min_length=2)),
    ("telephone numbers need a plus", "pattern", NARROWER,
     text(pattern=r"^\+?[1-9][0-9]{6,14}$"), text(pattern=r"^\+[1-9][0-9]{6,14}$")),
    ("a prefix is exchanged", "pattern", INCOMPARABLE,
     text(pattern=r"^usr_[0-9a-z]{8}$"), text(pattern=r"^acc_[0-9a-z]{8}$")),
    ("two prefixes are read", "pattern", WIDER,
     text(pattern=r"^usr_[0-9a-z]{8}$"), text(pattern=r"^(usr|acc)_[0-9a-z]{8}$")),
    ("listed words become a pattern", "enum", WIDER,
     Literal["red", "green"], text(pattern=r"^[a-z]+$")),
    ("listed words become a pattern that lacks one", "enum", INCOMPARABLE,
     Literal["red", "Green"], text(pattern=r"^[a-z]+$")),
    ("a pattern becomes listed words", "enum", EQUAL,
     text(pattern=r"^(yes|no)$"), Literal["no", "yes"]),
    ("spaces are taken off in Python only", "config", EQUAL, str, text(strip_whitespace=True)),
)

_FORMATS: Final[tuple[Row, ...]] = (
    ("text becomes a moment", "format", NARROWER, str, datetime),
    ("a moment becomes text", "format", WIDER, datetime, str),
    ("a moment becomes a day", "format", INCOMPARABLE, datetime, date),
    ("a day becomes a moment", "format", INCOMPARABLE, date, datetime),
    ("a day becomes a time of day", "format", INCOMPARABLE, date, time),
    ("a moment becomes seconds", "type", INCOMPARABLE, datetime, float),
    ("a moment becomes a moment or seconds", "union", WIDER, datetime, datetime | float),
    ("a day may be a moment", "union", WIDER, date, date | datetime),
    ("text becomes an identifier", "format", NARROWER, str, UUID),
    ("an identifier becomes text", "format", WIDER, UUID, str),
    ("a number becomes an identifier", "type", INCOMPARABLE, int, UUID),
    ("a number becomes a number or an identifier", "union", WIDER, int, int | UUID),
    ("an identifier becomes short text", "maxLength", INCOMPARABLE, UUID, text(max_length=20)),
    ("an identifier becomes text that is long enough", "maxLength", WIDER,
     UUID, text(max_length=36)),
    ("text becomes an e-mail address", "format", NARROWER, str, EmailStr),
    ("an e-mail address becomes text", "format", WIDER, EmailStr, str),
    ("an e-mail address becomes a web address", "format", INCOMPARABLE, EmailStr, AnyUrl),
    ("a web address becomes text", "format", WIDER, HttpUrl, str),
    ("a web address becomes an address of any scheme", "maxLength", WIDER, HttpUrl, AnyUrl),
    ("an address of version four becomes one of six", "format", INCOMPARABLE,
     IPv4Address, IPv6Address),
    ("an address of version four becomes one of both", "union", WIDER,
     IPv4Address, IPv4Address | IPv6Address),
    ("an address becomes text", "format", WIDER, IPv4Address, str),
    ("a duration becomes seconds", "type", INCOMPARABLE, timedelta, int),
    ("a duration becomes text", "format", WIDER, timedelta, str),
    ("a nullable moment may no longer be null", "nullable", NARROWER, datetime | None, datetime),
    ("a day is one of two days", "enum", NARROWER,
     date, Literal["2024-01-01", "2024-12-31"]),
)

_Place = Callable[[Any], Any]

_PLACES: Final[tuple[tuple[str, _Place], ...]] = (
    ("an optional field", lambda kind: model(id=int, value=(kind, Field(default=None)))),
    ("an item", lambda kind: model(id=int, values=list[kind])),
    ("a value of a map", lambda kind: model(id=int, by_name=dict[str, kind])),
    ("a nested model", lambda kind: model(id=int, part=model("Part", value=kind))),
    ("an item of a nested model", lambda kind: model(parts=list[model("Part", value=kind)])),
    ("a pair", lambda kind: model(pair=tuple[str, kind])),
    ("one side of a union of models",
     lambda kind: model(part=model("A", a=Literal["a"], value=kind) | model("B", a=Literal["b"]))),
)


def _edits() -> Iterator[Edit]:
    rows = (*_KINDS, *_NUMBERS, *_TEXTS, *_FORMATS)
    for number, (name, reason, relation, old, new) in enumerate(rows):
        yield edit(name, reason, relation, model(id=int, value=old), model(id=int, value=new))
        place, around = _PLACES[number % len(_PLACES)]
        yield edit(f"{name}, in {place}", reason, relation, around(old), around(new))


EDITS: Final = tuple(_edits())
