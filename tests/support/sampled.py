"""Models with every kind of field, and how to draw values for each."""

from __future__ import annotations

import datetime as dt
import enum
import ipaddress
import uuid
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Annotated, Any, Literal, NamedTuple, NotRequired

from hypothesis import strategies as st
from pydantic import (
    UUID4,
    AwareDatetime,
    Base64Bytes,
    BaseModel,
    ByteSize,
    ConfigDict,
    Field,
    IPvAnyAddress,
    NaiveDatetime,
    PlainSerializer,
    computed_field,
    condecimal,
)
from typing_extensions import TypedDict

__all__ = ["FIELDS", "Sampled", "sampled"]


class Colour(enum.Enum):
    """A closed set."""

    RED = "red"
    BLUE = "blue"


class Level(enum.IntEnum):
    """A set of integers."""

    LOW = 0
    HIGH = 1


class Point(NamedTuple):
    """A pair."""

    x: int
    y: float = 0.5


class Options(TypedDict):
    """A dictionary of known members."""

    name: str
    size: NotRequired[int]


class Circle(BaseModel):
    """Tagged."""

    kind: Literal["circle"] = "circle"
    radius: Annotated[float, Field(ge=0)]


class Square(BaseModel):
    """Tagged, and closed."""

    model_config = ConfigDict(extra="forbid")

    kind: Literal["square"] = "square"
    side: int


class Tree(BaseModel):
    """Recursive."""

    value: int
    kids: list[Tree] = []


class Open(BaseModel):
    """Keeps what it does not know."""

    model_config = ConfigDict(extra="allow")

    a: int = 1


class Sampled(BaseModel):
    """One field of each kind."""

    model_config = ConfigDict(allow_inf_nan=False)

    integer: int
    bounded: Annotated[int, Field(ge=-5, lt=10, multiple_of=3)]
    number: float
    ratio: Annotated[float, Field(gt=0, le=1)]
    flag: bool
    text: str
    short: Annotated[str, Field(min_length=1, max_length=4)]
    slug: Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")]
    digits: Annotated[str, Field(pattern=r"^\d{2}$")]
    decimal: Decimal
    price: condecimal(max_digits=6, decimal_places=2, ge=Decimal(0))  # type: ignore[valid-type]
    wide: condecimal(max_digits=9)  # type: ignore[valid-type]
    places: condecimal(decimal_places=3, gt=Decimal(-10))  # type: ignore[valid-type]
    identity: uuid.UUID
    fourth: UUID4
    aware: AwareDatetime
    naive: NaiveDatetime
    day: dt.date
    clock: dt.time
    span: dt.timedelta
    address: ipaddress.IPv4Address
    sixth: ipaddress.IPv6Address
    network: ipaddress.IPv4Network
    network6: ipaddress.IPv6Network
    either: IPvAnyAddress
    raw: bytes
    encoded: Base64Bytes
    path: PurePosixPath
    size: ByteSize
    colour: Colour
    level: Level
    literal: Literal["a", 1, None]  # noqa: PYI061 - null inside, as people write it
    numbers: list[int]
    unique: set[int]
    some: Annotated[list[str], Field(min_length=1, max_length=3)]
    pair: tuple[int, str]
    many: tuple[int, ...]
    point: Point
    options: Options
    by_name: dict[str, int]
    by_integer: dict[int, str]
    by_flag: dict[bool, str]
    by_colour: dict[Colour, int]
    by_level: dict[Level, int]
    by_day: dict[dt.date, int]
    by_short: dict[Annotated[str, Field(pattern="^[a-z]+$", max_length=3)], int]
    maybe: int | None
    mixed: int | str | list[bool]
    shape: Annotated[Circle | Square, Field(discriminator="kind")]
    shapes: list[Annotated[Circle | Square, Field(discriminator="kind")]]
    tree: Tree
    open: Open
    anything: Any
    shown: Annotated[int, PlainSerializer(str, return_type=str)]

    @computed_field(description="The double of the integer.")
    def double(self) -> int:
        """Emitted only."""
        return self.integer * 2


_INTEGERS = st.integers(-(2**70), 2**70)
_NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
_TEXT = st.text(max_size=5)
_FIRST, _LAST = dt.datetime(1000, 1, 1), dt.datetime(9000, 1, 1)  # noqa: DTZ001 - drawn naive
_OFFSETS = st.integers(-23 * 60, 23 * 60).map(lambda m: dt.timezone(dt.timedelta(minutes=m)))
_DAYS = st.dates(dt.date(1000, 1, 1), dt.date(9000, 1, 1))
_JSON = st.recursive(st.none() | st.booleans() | _TEXT, st.lists, max_leaves=3)
_CIRCLES = st.builds(Circle, radius=st.floats(0, 1e6))
_SHAPES = _CIRCLES | st.builds(Square, side=_INTEGERS)
_TREES = st.recursive(
    st.builds(Tree, value=_INTEGERS),
    lambda kids: st.builds(Tree, value=_INTEGERS, kids=st.lists(kids, max_size=2)),
    max_leaves=3,
)
_SLUGS = st.from_regex(r"\A[a-z]{1,3}(-[a-z]{1,2})?\Z")
_SHORT_NAMES = st.from_regex(r"\A[a-z]{1,3}\Z")


def _decimals(lowest: str | None = None, places: int | None = None, top: str | None = None) -> Any:
    return st.decimals(lowest, top, allow_nan=False, allow_infinity=False, places=places)


FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "integer": _INTEGERS,
    "bounded": st.sampled_from([-3, 0, 3, 6, 9]),
    "number": _NUMBERS,
    "ratio": st.floats(0, 1, exclude_min=True),
    "flag": st.booleans(),
    "text": _TEXT,
    "short": st.text(min_size=1, max_size=4),
    "slug": _SLUGS,
    "digits": st.from_regex(r"\A[0-9]{2}\Z"),
    "decimal": _decimals(),
    "price": _decimals("0", 2, "9999.99")
    | st.sampled_from(["-0", "1E+3", "0E-9", "0.10"]).map(Decimal),
    "wide": _decimals("-99999", 4, "99999") | st.sampled_from(["1E+8", "1.5E-7"]).map(Decimal),
    "places": _decimals("-9", 3, "100000") | st.sampled_from(["1E+30", "0E+5"]).map(Decimal),
    "identity": st.uuids(),
    "fourth": st.uuids(version=4),
    "aware": st.datetimes(_FIRST, _LAST, timezones=_OFFSETS),
    "naive": st.datetimes(_FIRST, _LAST),
    "day": _DAYS,
    "clock": st.times() | st.times(timezones=_OFFSETS),
    "span": st.timedeltas(),
    "address": st.ip_addresses(v=4),
    "sixth": st.ip_addresses(v=6),
    "network": st.ip_addresses(v=4).map(ipaddress.IPv4Network),
    "network6": st.tuples(st.ip_addresses(v=6), st.integers(0, 128)).map(
        lambda pair: ipaddress.IPv6Network(pair, strict=False)
    ),
    "either": st.ip_addresses(),
    "raw": _TEXT.map(str.encode),
    "encoded": st.binary(max_size=5),
    "path": _TEXT.filter(lambda text: "\0" not in text).map(PurePosixPath),
    "size": st.integers(0, 2**60),
    "colour": st.sampled_from(Colour),
    "level": st.sampled_from(Level),
    "literal": st.sampled_from(["a", 1, None]),
    "numbers": st.lists(_INTEGERS, max_size=3),
    "unique": st.sets(_INTEGERS, max_size=3),
    "some": st.lists(_TEXT, min_size=1, max_size=3),
    "pair": st.tuples(_INTEGERS, _TEXT),
    "many": st.lists(_INTEGERS, max_size=3).map(tuple),
    "point": st.builds(Point, _INTEGERS, _NUMBERS),
    "options": st.fixed_dictionaries({"name": _TEXT}, optional={"size": _INTEGERS}),
    "by_name": st.dictionaries(_TEXT, _INTEGERS, max_size=2),
    "by_integer": st.dictionaries(_INTEGERS, _TEXT, max_size=2),
    "by_flag": st.dictionaries(st.booleans(), _TEXT, max_size=2),
    "by_colour": st.dictionaries(st.sampled_from(Colour), _INTEGERS, max_size=2),
    "by_level": st.dictionaries(st.sampled_from(Level), _INTEGERS, max_size=2),
    "by_day": st.dictionaries(_DAYS, _INTEGERS, max_size=2),
    "by_short": st.dictionaries(_SHORT_NAMES, _INTEGERS, max_size=2),
    "maybe": st.none() | _INTEGERS,
    "mixed": _INTEGERS | _TEXT | st.lists(st.booleans(), max_size=2),
    "shape": _SHAPES,
    "shapes": st.lists(_SHAPES, max_size=2),
    "tree": _TREES,
    "open": st.builds(Open, a=_INTEGERS, z=_TEXT),
    "anything": _JSON,
    "shown": _INTEGERS,
}


def sampled() -> st.SearchStrategy[Sampled]:
    """Instances of :class:`Sampled`, put together without validation."""
    return st.fixed_dictionaries(FIELDS).map(lambda values: Sampled.model_construct(**values))
