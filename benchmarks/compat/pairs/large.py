"""Edits of a model of thirty fields with models inside, several at a time, as in releases."""

# fmt: off
# Types are made at run time here.
# mypy: disable-error-code="valid-type, misc"
from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Final, Literal
from uuid import UUID

from benchmarks.compat.pairs.edit import Relation, edit, model
from pydantic import AwareDatetime, ConfigDict, EmailStr, Field, HttpUrl

__all__ = ["EDITS"]

Fields = Mapping[str, Any]

EQUAL, WIDER, NARROWER, INCOMPARABLE = Relation


def text(**bounds: Any) -> Any:
    return Annotated[str, Field(**bounds)]


def status(*words: str) -> Any:
    return Enum("Status", {word.upper(): word for word in words})


LINE: Fields = {
    "sku": text(pattern="^[A-Z]{3}-[0-9]{4}$"),
    "quantity": Annotated[int, Field(ge=1, le=999)],
    "unit_price": Decimal,
    "discount": (Annotated[float, Field(ge=0, le=1)], 0.0),
    "tags": (set[str], Field(default_factory=set)),
}
PLACE: Fields = {
    "street": text(min_length=1, max_length=200), "city": str,
    "country": text(pattern="^[A-Z]{2}$"),
    "code": (str | None, None), "position": (tuple[float, float] | None, None),
}
CARD: Fields = {"kind": Literal["card"], "last4": text(pattern="^[0-9]{4}$"), "brand": str}
TRANSFER: Fields = {"kind": Literal["transfer"], "iban": text(min_length=15, max_length=34)}
INVOICE: Fields = {"kind": Literal["invoice"], "due": date}


def payment(*members: Any) -> Any:
    union: Any = members[0]
    for member in members[1:]:
        union = union | member
    return Annotated[union, Field(discriminator="kind")]


def order(
    *without: str,
    line: Mapping[str, Any] = LINE,
    place: Mapping[str, Any] = PLACE,
    config: ConfigDict | None = None,
    **instead: Any,
) -> Any:
    """The order as released first, without some fields and with others instead."""
    address = model("Address", **place)
    fields: dict[str, Any] = {
        "id": UUID, "number": text(pattern="^[0-9]{4}-[0-9]{6}$"), "created": AwareDatetime,
        "updated": (AwareDatetime | None, None), "status": status("open", "paid", "sent"),
        "customer_id": UUID, "email": EmailStr, "phone": (str | None, None),
        "name": text(min_length=1, max_length=120), "company": (str | None, None),
        "language": Literal["de", "en", "fr"], "currency": text(pattern="^[A-Z]{3}$"),
        "lines": Annotated[list[model("Line", **line)], Field(min_length=1)],
        "billing": address, "shipping": (address | None, None),
        "payment": payment(model("Card", **CARD), model("Transfer", **TRANSFER)),
        "net": Decimal, "tax": Decimal, "gross": Decimal,
        "tax_rate": Annotated[float, Field(ge=0, lt=1)],
        "coupons": (list[text(max_length=16)], Field(default_factory=list)),
        "notes": (dict[str, str], Field(default_factory=dict)), "priority": (int, 0),
        "gift": (bool, False), "message": (text(max_length=500) | None, None),
        "website": (HttpUrl | None, None), "source": (Literal["web", "shop", "api"], "web"),
        "due": (date | None, None), "weight": (Annotated[float, Field(gt=0)] | None, None),
        "metadata": (dict[str, Any], Field(default_factory=dict)),
    }
    kept = {name: kind for name, kind in (fields | instead).items() if name not in without}
    return model("Order", config, **kept)


FIRST: Final = order()
FORBID: Final = ConfigDict(extra="forbid")
SEALED: Final = order(config=FORBID)

EDITS = (
    edit("an order stays as it is", "none", EQUAL, FIRST, order()),
    edit("an order's fields change places", "order", EQUAL, FIRST,
         order("id", "gross", gross_=(Decimal, Field(alias="gross")),
               id_=(UUID, Field(alias="id")))),
    edit("an order gets three optional fields", "property", NARROWER, FIRST,
         order(tracking=(str | None, None), carrier=(str, "post"), insured=(bool, False)),
         tolerant=EQUAL),
    edit("an order gets a required field", "required", NARROWER, FIRST, order(channel=str)),
    edit("an order loses two optional fields", "property", WIDER, FIRST, order("gift", "message"),
         tolerant=EQUAL),
    edit("an order loses a required field", "required", WIDER, FIRST, order("tax")),
    edit("an order's status gets two members", "enum", WIDER, FIRST,
         order(status=status("open", "paid", "sent", "returned", "lost"))),
    edit("an order's status gets a member and another is renamed", "enum", INCOMPARABLE, FIRST,
         order(status=status("open", "paid", "shipped", "returned"))),
    edit("an order's lines lose their duty to be there", "minItems", WIDER, FIRST,
         order(lines=list[model("Line", **LINE)])),
    edit("an order's lines get a required field", "required", NARROWER, FIRST,
         order(line={**LINE, "title": str})),
    edit("an order's lines may be bigger", "maximum", WIDER, FIRST,
         order(line={**LINE, "quantity": Annotated[int, Field(ge=1, le=9999)]})),
    edit("an order's lines may be bigger and must have a title", "required", INCOMPARABLE, FIRST,
         order(line={**LINE, "quantity": Annotated[int, Field(ge=1, le=9999)], "title": str})),
    edit("an order's articles have other numbers", "pattern", INCOMPARABLE, FIRST,
         order(line={**LINE, "sku": text(pattern="^[A-Z]{2}-[0-9]{5}$")})),
    edit("an order's articles have longer numbers too", "pattern", WIDER, FIRST,
         order(line={**LINE, "sku": text(pattern="^[A-Z]{3}-[0-9]{4,8}$")})),
    edit("an order's addresses may lack a street", "required", WIDER, FIRST,
         order(place={**PLACE, "street": (str, "")})),
    edit("an order's addresses have a position in space", "prefixItems", INCOMPARABLE, FIRST,
         order(place={**PLACE, "position": (tuple[float, float, float] | None, None)})),
    edit("an order is paid by invoice too", "union", WIDER, FIRST,
         order(payment=payment(model("Card", **CARD), model("Transfer", **TRANSFER),
                               model("Invoice", **INVOICE)))),
    edit("an order is no longer paid by transfer", "union", NARROWER, FIRST,
         order(payment=payment(model("Card", **CARD), model("Empty", kind=Literal["transfer"],
                                                            iban=Literal["DE00000000000000"])))),
    edit("an order's card needs a holder", "required", NARROWER, FIRST,
         order(payment=payment(model("Card", **CARD, holder=str), model("Transfer", **TRANSFER)))),
    edit("an order's identifiers become text", "format", WIDER, FIRST,
         order(id=str, customer_id=str)),
    edit("an order's identifiers become numbers", "type", INCOMPARABLE, FIRST,
         order(id=int, customer_id=int)),
    edit("an order's moments become seconds", "type", INCOMPARABLE, FIRST,
         order(created=float, updated=(float | None, None))),
    edit("an order's totals are numbers only", "type", NARROWER, FIRST,
         order(net=float, tax=float, gross=float)),
    edit("an order may be without e-mail and name", "nullable", WIDER, FIRST,
         order(email=EmailStr | None, name=text(max_length=120) | None)),
    edit("an order's name is split", "required", INCOMPARABLE, FIRST,
         order("name", first_name=str, last_name=str)),
    edit("an order's names become shorter by one", "maxLength", NARROWER, FIRST,
         order(name=text(min_length=1, max_length=119))),
    edit("an order's rate may be one", "maximum", WIDER, FIRST,
         order(tax_rate=Annotated[float, Field(ge=0, le=1)])),
    edit("an order's notes may be nested", "additionalProperties", WIDER, FIRST,
         order(notes=(dict[str, str | dict[str, str]], Field(default_factory=dict)))),
    edit("an order's metadata becomes text", "additionalProperties", NARROWER, FIRST,
         order(metadata=(dict[str, str], Field(default_factory=dict)))),
    edit("an order's metadata becomes anything", "type", WIDER, FIRST,
         order(metadata=(Any, None))),
    edit("an order widens five fields", "type", WIDER, FIRST,
         order("tax", priority=(float, 0), company=(Any, None), language=str,
               coupons=(list[str], []), name=text(max_length=200))),
    edit("an order widens five fields and narrows the sixth", "type", INCOMPARABLE, FIRST,
         order("tax", priority=(float, 0), company=(Any, None), language=str,
               coupons=(list[str], []), name=text(min_length=2))),
    edit("an order narrows five fields", "type", NARROWER, FIRST,
         order(priority=(Literal[0, 1, 2], 0), phone=(text(pattern="^[+0-9 ]+$") | None, None),
               language=Literal["de", "en"], coupons=(list[text(max_length=8)], []),
               company=str)),
    edit("an order is closed", "additionalProperties", NARROWER, FIRST, SEALED, tolerant=EQUAL),
    edit("a closed order gets an optional field", "property", WIDER, SEALED,
         order(config=FORBID, tracking=(str | None, None))),
    edit("a closed order gets a required field", "required", INCOMPARABLE, SEALED,
         order(config=FORBID, channel=str)),
    edit("a closed order loses an optional field", "property", NARROWER, SEALED,
         order("gift", config=FORBID)),
    edit("an order's optional fields become required", "required", NARROWER, FIRST,
         order(priority=int, gift=bool, source=Literal["web", "shop", "api"])),
    edit("an order's website is plain text and its weight any number", "format", WIDER, FIRST,
         order(website=(str | None, None), weight=(float | None, None))),
    edit("an order says the same with other words", "union", EQUAL, FIRST,
         order(language=Literal["fr", "de", "en"], priority=(int, 0),
               currency=text(pattern="^[A-Z][A-Z][A-Z]$"), gift=(Literal[True, False], False),
               tax_rate=Annotated[float, Field(ge=0, lt=1.0)])),
)
