"""Models with everything whose schema has drifted between versions of Pydantic."""

from __future__ import annotations

import dataclasses
import datetime as dt
import decimal
import enum
import ipaddress
import pathlib
import uuid
from collections import Counter, OrderedDict, deque
from typing import Annotated, Any, Generic, Literal, NamedTuple, NewType, NotRequired, TypeVar

from pydantic import (
    UUID4,
    AliasChoices,
    AnyUrl,
    AwareDatetime,
    Base64Bytes,
    BaseModel,
    ByteSize,
    ConfigDict,
    Field,
    HttpUrl,
    IPvAnyAddress,
    Json,
    JsonValue,
    NaiveDatetime,
    PlainSerializer,
    PostgresDsn,
    RootModel,
    SecretStr,
    computed_field,
    condecimal,
)
from typing_extensions import TypeAliasType, TypedDict, deprecated

from modelpact.annotations import Brand, Extensible, Internal, RenamedFrom, Role

UserId = NewType("UserId", uuid.UUID)
Cents = NewType("Cents", decimal.Decimal)
Short = TypeAliasType("Short", Annotated[str, Field(max_length=5), Brand("Short")])
ItemT = TypeVar("ItemT")


class Colour(enum.Enum):
    """What it looks like."""

    RED = "red"
    """Like blood."""
    BLUE = "blue"


class Single(enum.Enum):
    """One member."""

    ONLY = "only"


class Priority(enum.IntEnum):
    """Integers."""

    LOW = 0
    HIGH = 1


class Mixed(enum.Enum):
    """Strings and integers."""

    A = "a"
    B = 2


@Extensible()
class Platform(enum.StrEnum):
    """Grows."""

    X = "x"


class Point(NamedTuple):
    """A pair."""

    x: int
    y: Annotated[float, Field(ge=0, description="Up.")] = 0.5


class Options(TypedDict):
    """Known members."""

    a: Annotated[UserId, Field(description="Who.")]
    b: NotRequired[int]


@dataclasses.dataclass
class Plain:
    """A plain dataclass."""

    n: UserId
    m: list[int] = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Wordless:
    n: int = 1


class Slack(BaseModel):
    """Tagged."""

    type: Literal["slack"] = "slack"
    token: Annotated[str, Internal()] = "s"


class Hook(BaseModel):
    """Tagged."""

    type: Literal["hook"] = Field("hook", alias="type")
    inner: Tree | None = None


class Tree(BaseModel):
    """Recursive."""

    kids: list[Tree] = []


class Page(BaseModel, Generic[ItemT]):
    """A generic."""

    items: list[ItemT]
    following: ItemT | None = None


class Tags(BaseModel):
    """Holds sets."""

    colours: set[Colour] = {Colour.RED, Colour.BLUE}
    words: frozenset[str] = Field(default=frozenset({"a", "b", "c", "d"}), alias="wordSet")


class Ids(RootModel[dict[UserId, list[Cents]]]):
    """A root model."""


class Open(BaseModel):
    """Keeps what it does not know."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, int]


@deprecated("Use Open.")
class Old(BaseModel):
    """Deprecated."""

    a: int = 1


@Role("entity")
class Menagerie(BaseModel):
    """One of each."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: UserId = Field(alias="menagerieId")
    maybe: UserId | None = None
    ids: list[UserId]
    by_user: dict[UserId, Colour]
    short: Short | None = None
    single: Single = Single.ONLY
    priority: Priority
    by_priority: dict[Priority, int] = {}
    by_colour: dict[Colour, int] = {}
    mixed: Mixed
    platform: Platform
    point: Point
    options: Options
    plain: Plain
    wordless: Wordless
    integration: Annotated[Slack | Hook, Field(discriminator="type")] | None = None
    integrations: dict[str, Annotated[Slack | Hook, Field(discriminator="type")]] = {}
    trees: Page[Tree]
    users: Page[UserId]
    numbers: Page[int | None]
    root: Ids
    open: Open
    old: Old
    price: condecimal(max_digits=5, decimal_places=2, ge=0)  # type: ignore[valid-type]
    literal: Literal["a", "b", None] = None  # noqa: PYI061 - null inside, as people write it
    one: Literal[1]
    when: dt.datetime
    aware: AwareDatetime
    naive: NaiveDatetime
    clock: dt.time
    day: dt.date
    span: dt.timedelta = dt.timedelta(days=1)
    network: ipaddress.IPv4Network
    address: IPvAnyAddress
    fourth: UUID4
    url: AnyUrl
    web: HttpUrl
    dsn: PostgresDsn
    json_value: JsonValue
    anything: Any
    text_of_json: Json[list[int]]
    letters: set[str] = {"b", "a", "c"}
    tags: Tags = Tags(wordSet=frozenset({"x", "y", "z", "w"}))
    more_tags: dict[str, list[Tags]] = {"a": [Tags()]}
    raw: bytes = Field(b"abc", max_length=10)
    encoded: Base64Bytes
    path: pathlib.Path
    renamed: Annotated[int, RenamedFrom("older")] = Field(1, deprecated="Use new.")
    made: dict[str, int] = Field(default_factory=dict)
    by_integer: dict[int, str] = {}
    by_flag: dict[bool, str] = {}
    by_digits: dict[Annotated[str, Field(pattern=r"^\d+$", min_length=2)], int] = {}
    pair: tuple[int, str, UserId]
    many: tuple[int, ...]
    empty: tuple[()]
    counts: Counter[str]
    ordered: OrderedDict[str, int]
    queue: deque[int]
    size: ByteSize
    secret: SecretStr
    untyped: Annotated[int, PlainSerializer(lambda value: str(value))] = 3  # noqa: PLW0108 - untyped
    typed: Annotated[int, PlainSerializer(lambda value: str(value), return_type=str)] = 3  # noqa: PLW0108 - untyped
    hidden: int = Field(1, exclude=True)
    choice: int = Field(validation_alias=AliasChoices("first", "second"))

    @computed_field(description="Emitted only.")
    def full(self) -> str:
        """Emitted only."""
        return "x"
