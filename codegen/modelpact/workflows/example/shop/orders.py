"""Orders."""

from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from modelpact.annotations import Brand, Role
from shop.customers import CustomerId

OrderId = Annotated[UUID, Brand("OrderId")]


class OrderStatus(StrEnum):
    """How far an order has come."""

    OPEN = "open"
    PAID = "paid"
    SHIPPED = "shipped"


class CardPayment(BaseModel):
    """Paid by card."""

    kind: Literal["card"] = Field(description="Which payment this is.")
    last4: str = Field(pattern="^[0-9]{4}$", description="The card's last four digits.")


class InvoicePayment(BaseModel):
    """Paid by invoice."""

    kind: Literal["invoice"] = Field(description="Which payment this is.")
    due_in_days: int = Field(ge=0, le=90, description="Days until it is due.")


@Role("entity")
class Order(BaseModel):
    """What a customer bought."""

    id: OrderId = Field(description="The order's identity.")
    customer_id: CustomerId = Field(description="Who bought it.")
    status: OrderStatus = Field(default=OrderStatus.OPEN, description="How far it has come.")
    payment: Annotated[CardPayment | InvoicePayment, Field(discriminator="kind")] | None = Field(
        default=None, description="How it is paid, once that is known."
    )
    tags: list[str] = Field(default=[], max_length=20, description="Words to find it by.")
