"""How a user pays, and what they paid."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AwareDatetime, ConfigDict, Field, RootModel

from lead_ignite.shared.extensible import ExtensibleEnum
from lead_ignite.shared.ids import InvoiceId, UserId
from lead_ignite.shared.model import LeadIgniteModel, example_of, examples
from lead_ignite.shared.money import Money
from lead_ignite.shared.postal_address import PostalAddress
from lead_ignite.shared.scalars import CardLast4, Email, Name, VatId, WebUrl
from modelpact.annotations import Extensible, Internal, Role

__all__ = [
    "BankAccountPayment",
    "Billing",
    "BillingHistoryItem",
    "BillingInfo",
    "CardBrand",
    "CardPayment",
    "InvoicePayment",
    "PayPalPayment",
    "PaymentDetails",
    "PaymentProvider",
    "PaymentStatus",
]


class PaymentStatus(StrEnum):
    """What became of a payment."""

    PAID = "paid"
    PENDING = "pending"
    FAILED = "failed"
    REFUNDED = "refunded"


class CardBrand(StrEnum):
    """The network of a payment card."""

    VISA = "visa"
    MASTERCARD = "mastercard"
    AMEX = "amex"
    DISCOVER = "discover"
    OTHER = "other"


@Extensible()
class PaymentProvider(ExtensibleEnum):
    """Who moves the money. More will be added: accept those that you do not know."""

    STRIPE = "stripe"
    ADYEN = "adyen"
    PAYPAL = "paypal"
    MANUAL = "manual"


class _PaymentMethod(LeadIgniteModel):
    """What all ways to pay have in common."""

    provider: PaymentProvider = Field(description="Who moves the money.")
    provider_reference: Annotated[str | None, Internal()] = Field(
        default=None, description="The provider's own identifier; null where there is none."
    )
    is_default: bool = Field(
        default=False, description="Whether this way is used where none is chosen."
    )


@Role("value")
class CardPayment(_PaymentMethod):
    """A payment card. Its full number is never stored."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "provider": "stripe",
                "provider_reference": "pm_1NxQp2LkdIwHu7ix",
                "is_default": True,
                "kind": "card",
                "brand": "visa",
                "last4": "0042",
                "exp_month": 11,
                "exp_year": 2028,
            }
        )
    )

    kind: Literal["card"] = Field(description="Tells a card from other ways to pay.")
    brand: CardBrand = Field(description="The card's network.")
    last4: CardLast4 = Field(description="The last four digits of the card's number.")
    exp_month: int = Field(ge=1, le=12, description="The month in which the card expires.")
    exp_year: int = Field(ge=2000, le=2100, description="The year in which the card expires.")


@Role("value")
class BankAccountPayment(_PaymentMethod):
    """A bank account that is debited."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "provider": "adyen",
                "provider_reference": "ba_8812",
                "is_default": False,
                "kind": "bank_account",
                "bank_name": "First National",
                "last4": "6789",
                "routing": "021000021",
            }
        )
    )

    kind: Literal["bank_account"] = Field(
        description="Tells a bank account from other ways to pay."
    )
    bank_name: Name = Field(description="The bank.")
    last4: CardLast4 = Field(description="The last four digits of the account's number.")
    routing: Annotated[str, Field(pattern=r"^[0-9A-Z]{6,12}$")] = Field(
        description="The bank's routing number, sort code or BIC."
    )


@Role("value")
class PayPalPayment(_PaymentMethod):
    """A PayPal account."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "provider": "paypal",
                "provider_reference": "B-5YM51372GB",
                "is_default": False,
                "kind": "paypal",
                "email": "ada@example.com",
            }
        )
    )

    kind: Literal["paypal"] = Field(description="Tells PayPal from other ways to pay.")
    email: Email = Field(description="The address that the account is known by.")


@Role("value")
class InvoicePayment(_PaymentMethod):
    """An invoice that is paid by transfer."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "provider": "manual",
                "provider_reference": None,
                "is_default": False,
                "kind": "invoice",
                "terms_days": 30,
            }
        )
    )

    kind: Literal["invoice"] = Field(description="Tells an invoice from other ways to pay.")
    terms_days: int = Field(
        ge=0, le=180, description="Within how many days of its date an invoice is due."
    )


@Role("value")
class PaymentDetails(RootModel[CardPayment | BankAccountPayment | PayPalPayment | InvoicePayment]):
    """One way to pay; `kind` says which."""

    model_config = ConfigDict(
        json_schema_extra=examples(example_of(CardPayment), example_of(InvoicePayment))
    )

    root: CardPayment | BankAccountPayment | PayPalPayment | InvoicePayment = Field(
        discriminator="kind", description="One way to pay; `kind` says which."
    )


@Role("value")
class BillingInfo(LeadIgniteModel):
    """Who is billed, and where."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "name": "Analytical Engines GmbH",
                "email": "billing@engines.example.com",
                "address": example_of(PostalAddress),
                "vat_id": "DE123456789",
            }
        )
    )

    name: Name = Field(description="The person or company that is billed.")
    email: Email = Field(description="Where invoices are sent.")
    address: PostalAddress = Field(description="The address on invoices.")
    vat_id: VatId | None = Field(
        default=None, description="The VAT identification number; null where there is none."
    )


@Role("value")
class BillingHistoryItem(LeadIgniteModel):
    """One invoice and what became of it."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "invoice_id": "5d8f0a6e-3f55-4d57-8f3f-0a1d8a0f7c21",
                "amount": example_of(Money),
                "issued_on": "2026-02-01",
                "status": "paid",
                "receipt_url": "https://pay.example.com/receipts/5d8f0a6e",
                "refunded_at": None,
            }
        )
    )

    invoice_id: InvoiceId = Field(description="The invoice.")
    amount: Money = Field(description="What was billed, taxes included.")
    issued_on: date = Field(description="The date on the invoice.")
    status: PaymentStatus = Field(description="What became of it.")
    receipt_url: WebUrl | None = Field(
        default=None, description="Where the receipt is; null until it is paid."
    )
    refunded_at: AwareDatetime | None = Field(
        default=None, description="When the money was given back; null if it was not."
    )


@Role("entity")
class Billing(LeadIgniteModel):
    """How a user pays, and what they paid. One for each user."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "user_id": "0b8f7a52-5f1c-4f6e-9d0a-3c1f6f1d2a10",
                "billing_info": example_of(BillingInfo),
                "billing_history": [example_of(BillingHistoryItem)],
                "payment_methods": [example_of(CardPayment), example_of(PayPalPayment)],
            }
        )
    )

    user_id: UserId = Field(description="The user who pays.")
    billing_info: BillingInfo = Field(description="Who is billed, and where.")
    billing_history: list[BillingHistoryItem] = Field(
        default=[], description="All invoices, the newest first."
    )
    payment_methods: list[PaymentDetails] = Field(
        default=[], max_length=20, description="The ways to pay that are set up."
    )
