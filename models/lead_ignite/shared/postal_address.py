"""Postal addresses."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field

from lead_ignite.shared.model import LeadIgniteModel, examples
from lead_ignite.shared.scalars import CountryCode, Name
from modelpact.annotations import Role

__all__ = ["PostalAddress", "PostalCode"]

PostalCode = Annotated[str, Field(pattern=r"^[A-Z0-9][A-Z0-9 -]{0,10}[A-Z0-9]$")]
"""A postal code of any country: capital letters, digits, spaces and hyphens."""


@Role("value")
class PostalAddress(LeadIgniteModel):
    """Where post arrives."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "line1": "Torstrasse 1",
                "line2": None,
                "city": "Berlin",
                "region": None,
                "postal_code": "10119",
                "country": "DE",
            }
        )
    )

    line1: Name = Field(description="Street and house number.")
    line2: Name | None = Field(default=None, description="Floor, suite, or care of.")
    city: Name = Field(description="The city or town.")
    region: Name | None = Field(
        default=None, description="State, province or county, where addresses have one."
    )
    postal_code: PostalCode | None = Field(
        default=None, description="The postal code; null in countries without."
    )
    country: CountryCode = Field(description="The country, an ISO 3166-1 alpha-2 code.")
