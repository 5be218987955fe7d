"""Edits of enums, literals, unions and discriminators."""

# fmt: off
# Types are made at run time here.
# mypy: disable-error-code="valid-type, misc"
from __future__ import annotations

from collections.abc import Callable
from enum import Enum, IntEnum
from typing import Annotated, Any, Final, Literal

from benchmarks.compat.pairs.edit import Edit, Relation, edit, model
from pydantic import Discriminator, Field, Tag

__all__ = ["EDITS"]

EQUAL, WIDER, NARROWER, INCOMPARABLE = Relation


def words(*values: str, name: str = "Status") -> Any:
    return Enum(name, {value.upper(): value for value in values})


def numbers(**members: int) -> Any:
    return IntEnum("Level", members)


def one_of(*values: Any) -> Any:
    return Literal[values]


ACTIVE: Final = words("active", "inactive")

_ENUM_ROWS: Final[tuple[tuple[str, str, Relation, Any, Any], ...]] = (
    ("a member is added", "enum", WIDER, ACTIVE, words("active", "inactive", "pending")),
    ("a member is removed", "enum", NARROWER, words("active", "inactive", "pending"), ACTIVE),
    ("a member is renamed", "enum", INCOMPARABLE, ACTIVE, words("active", "disabled")),
    ("a member's value changes its case", "enum", INCOMPARABLE,
     one_of("active", "inactive"), one_of("ACTIVE", "INACTIVE")),
    ("members change places", "enum", EQUAL, ACTIVE, words("inactive", "active")),
    ("the enum is renamed", "title", EQUAL, ACTIVE, words("active", "inactive", name="State")),
    ("only one member is left", "enum", NARROWER, ACTIVE, words("active")),
    ("two members become three others", "enum", INCOMPARABLE, ACTIVE, words("on", "off", "idle")),
    ("one of two members is exchanged, one added", "enum", INCOMPARABLE,
     ACTIVE, words("active", "archived", "deleted")),
    ("an enum becomes literals", "enum", EQUAL, ACTIVE, one_of("active", "inactive")),
    ("an enum becomes any text", "enum", WIDER, ACTIVE, str),
    ("any text becomes an enum", "enum", NARROWER, str, ACTIVE),
    ("an enum of texts becomes one of numbers", "type", INCOMPARABLE,
     ACTIVE, numbers(ACTIVE=1, INACTIVE=0)),
    ("a number is added to an enum of numbers", "enum", WIDER,
     numbers(LOW=1, HIGH=2), numbers(LOW=1, HIGH=2, TOP=3)),
    ("the numbers of an enum are shifted", "enum", INCOMPARABLE,
     numbers(LOW=0, HIGH=1), numbers(LOW=1, HIGH=2)),
    ("an enum of numbers becomes any integer", "enum", WIDER, numbers(LOW=1, HIGH=2), int),
    ("an enum may be null", "nullable", WIDER, ACTIVE, ACTIVE | None),
    ("an enum may no longer be null", "nullable", NARROWER,
     one_of("a", "b", None), one_of("a", "b")),
    ("null moves into the literals", "nullable", EQUAL,
     one_of("a", "b") | None, one_of("a", "b", None)),
    ("literals of two kinds lose one kind", "enum", NARROWER,
     one_of("auto", 1, 2), one_of("auto")),
    ("a flag joins the literals", "enum", WIDER, one_of("auto", 1), one_of("auto", 1, True)),
    ("one and true are not the same", "const", INCOMPARABLE, one_of(1), one_of(True)),
    ("zero and false are not the same", "enum", INCOMPARABLE, one_of(0, 2), one_of(False, 2)),
    ("a literal becomes an enum around it", "enum", WIDER, one_of("active"), ACTIVE),
    ("literals split in a union", "union", EQUAL,
     one_of("a", "b", "c"), one_of("a") | one_of("b", "c")),
    ("an enum is opened to unknown members", "union", WIDER, ACTIVE, ACTIVE | str),
    ("fifty countries lose one", "enum", NARROWER,
     one_of(*(f"C{n:02}" for n in range(50))), one_of(*(f"C{n:02}" for n in range(49)))),
    ("fifty countries become codes", "enum", WIDER,
     one_of(*(f"C{n:02}" for n in range(50))), Annotated[str, Field(pattern="^C[0-9]{2}$")]),
    ("codes become all that the pattern allows", "enum", EQUAL,
     Annotated[str, Field(pattern="^C[0-4][0-9]$")], one_of(*(f"C{n:02}" for n in range(50)))),
)

_PLACES: Final[tuple[tuple[str, Callable[[Any], Any]], ...]] = (
    ("a field", lambda kind: model(id=int, value=kind)),
    ("an optional field", lambda kind: model(id=int, value=(kind, Field(default=None)))),
    ("a list", lambda kind: model(id=int, values=list[kind])),
    ("a nested model", lambda kind: model(id=int, part=model("Part", value=kind))),
)


def _enums() -> list[Edit]:
    return [
        edit(f"{name}, in {place}", reason, relation, around(old), around(new))
        for number, (name, reason, relation, old, new) in enumerate(_ENUM_ROWS)
        for place, around in (_PLACES[0], _PLACES[1 + number % 3])
    ]


CARD: Final = model("Card", kind=Literal["card"], number=str)
BANK: Final = model("Bank", kind=Literal["bank"], iban=str)
CASH: Final = model("Cash", kind=Literal["cash"])
CARD_WITH_CVC: Final = model("Card", kind=Literal["card"], number=str, cvc=str)
CARD_WITH_NOTE: Final = model("Card", kind=Literal["card"], number=str, note=(str, ""))
CARD_LENIENT: Final = model("Card", kind=(Literal["card"], "card"), number=str)
BANK_IN_CAPITALS: Final = model("Bank", kind=Literal["BANK"], iban=str)
BANK_OF_TWO_KINDS: Final = model("Bank", kind=Literal["bank", "sepa"], iban=str)
CAT: Final = model("Cat", meow=int)
DOG: Final = model("Dog", bark=int)
BIRD: Final = model("Bird", sing=int)


def tagged(*members: Any) -> Any:
    union: Any = members[0]
    for member in members[1:]:
        union = union | member
    return Annotated[union, Field(discriminator="kind")]


def _kind_of(value: Any) -> str:
    return str(value["kind"] if isinstance(value, dict) else value.kind)


TAGGED_BY_A_FUNCTION: Final[Any] = Annotated[
    Annotated[CARD, Tag("card")] | Annotated[BANK, Tag("bank")], Discriminator(_kind_of)
]


def pay(kind: Any) -> Any:
    return model("Payment", amount=int, method=kind)


_UNIONS: Final = (
    edit("a member joins a tagged union", "union", WIDER,
         pay(tagged(CARD, BANK)), pay(tagged(CARD, BANK, CASH))),
    edit("a member leaves a tagged union", "union", NARROWER,
         pay(tagged(CARD, BANK, CASH)), pay(tagged(CARD, BANK))),
    edit("a member of a tagged union is exchanged", "union", INCOMPARABLE,
         pay(tagged(CARD, BANK)), pay(tagged(CARD, CASH))),
    edit("members of a tagged union change places", "union", EQUAL,
         pay(tagged(CARD, BANK, CASH)), pay(tagged(CASH, CARD, BANK))),
    edit("a member gets a required field", "required", NARROWER,
         pay(tagged(CARD, BANK)), pay(tagged(CARD_WITH_CVC, BANK))),
    edit("a member loses a required field", "required", WIDER,
         pay(tagged(CARD_WITH_CVC, BANK)), pay(tagged(CARD, BANK))),
    edit("a member gets an optional field", "property", NARROWER,
         pay(tagged(CARD, BANK)), pay(tagged(CARD_WITH_NOTE, BANK)), tolerant=EQUAL),
    edit("a tag changes", "const", INCOMPARABLE,
         pay(tagged(CARD, BANK)), pay(tagged(CARD, BANK_IN_CAPITALS))),
    edit("a member answers to two tags", "enum", WIDER,
         pay(tagged(CARD, BANK)), pay(tagged(CARD, BANK_OF_TWO_KINDS))),
    edit("a tag is no longer needed", "required", WIDER,
         pay(tagged(CARD, BANK)), pay(tagged(CARD_LENIENT, BANK))),
    edit("an untagged union of the same members becomes tagged", "union", EQUAL,
         pay(CARD | BANK), pay(tagged(CARD, BANK))),
    edit("tags are read by a function", "union", EQUAL,
         pay(tagged(CARD, BANK)), pay(TAGGED_BY_A_FUNCTION)),
    edit("one model becomes a tagged union with it", "union", WIDER,
         pay(CARD), pay(tagged(CARD, BANK))),
    edit("a tagged union becomes one of its models", "union", NARROWER,
         pay(tagged(CARD, BANK)), pay(BANK)),
    edit("a list of a tagged union gets a member", "union", WIDER,
         model(methods=list[tagged(CARD, BANK)]), model(methods=list[tagged(CARD, BANK, CASH)])),
    edit("a tagged union may be null", "nullable", WIDER,
         pay(tagged(CARD, BANK)), pay(tagged(CARD, BANK) | None)),
    edit("a nested union is flattened", "union", EQUAL,
         pay(tagged(CARD, BANK) | CASH), pay(tagged(CARD, BANK, CASH))),
    edit("a member joins an untagged union", "union", WIDER,
         model(pet=CAT | DOG), model(pet=CAT | DOG | BIRD)),
    edit("a member leaves an untagged union", "union", NARROWER,
         model(pet=CAT | DOG | BIRD), model(pet=CAT | DOG)),
    edit("members of an untagged union change places", "union", EQUAL,
         model(pet=CAT | DOG), model(pet=DOG | CAT)),
    edit("a member joins that holds what another one holds", "union", EQUAL,
         model(pet=CAT), model(pet=CAT | model("Lion", meow=int, mane=str))),
    edit("a member joins that takes all objects", "union", WIDER,
         model(pet=CAT), model(pet=CAT | dict[str, Any])),
    edit("a model or its identifier", "union", WIDER, model(owner=CAT), model(owner=CAT | int)),
    edit("only its identifier is left", "union", NARROWER,
         model(owner=CAT | int), model(owner=int)),
    edit("a model becomes its identifier", "type", INCOMPARABLE,
         model(owner=CAT), model(owner=int)),
    edit("a scalar becomes a model that holds it", "type", INCOMPARABLE,
         model(price=float), model(price=model("Money", amount=float, currency=(str, "EUR")))),
    edit("a union is distributed over a field", "union", NARROWER,
         model(a=int | str, b=int | str),
         model(a=int, b=int) | model(a=str, b=str)),
    edit("a union of models is put into its field", "union", EQUAL,
         model(a=int, b=bool) | model(a=str, b=bool), model(a=int | str, b=bool)),
    edit("a union of models for two states is put into one", "union", INCOMPARABLE,
         model("Done", state=Literal["done"], at=str) | model("Open", state=Literal["open"]),
         model("Task", state=Literal["done", "open"], at=(str, "")), tolerant=WIDER),
)

EDITS = (*_enums(), *_UNIONS)
