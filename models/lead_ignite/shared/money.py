"""Money: an exact decimal amount and its currency, never a float."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field

from lead_ignite.shared.model import LeadIgniteModel, examples
from modelpact.annotations import Brand, Role

__all__ = ["CurrencyCode", "DecimalAmount", "Money"]

DecimalAmount = Annotated[
    str,
    Field(pattern=r"^-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,6})?$"),
    Brand("DecimalAmount"),
]
"""An exact decimal number as a string: at most 15 digits before the point, 6 after.

A string and not a ``Decimal``: Pydantic reads a Decimal from JSON numbers as well, which have lost
digits before it sees them, and so publishes one schema for what goes in and another for what comes
out. A string goes in and out as it is, trailing zeros included; ``Decimal(money.amount)`` is exact.
"""

CurrencyCode = Annotated[str, Field(pattern=r"^[A-Z]{3}$"), Brand("CurrencyCode")]
"""An ISO 4217 currency code: ``EUR``."""


@Role("value")
class Money(LeadIgniteModel):
    """An amount of money in one currency."""

    model_config = ConfigDict(json_schema_extra=examples({"amount": "49.90", "currency": "EUR"}))

    amount: DecimalAmount = Field(
        description="The amount in units of the currency, a decimal number in a string."
    )
    currency: CurrencyCode = Field(description="The currency, an ISO 4217 code.")
