"""The company that a person works for."""

from __future__ import annotations

from enum import StrEnum

from pydantic import ConfigDict, Field

from lead_ignite.shared.model import LeadIgniteModel, example_of, examples
from lead_ignite.shared.postal_address import PostalAddress
from lead_ignite.shared.scalars import Name, WebUrl
from modelpact.annotations import Role

__all__ = ["CompanyInfo", "CompanySize"]


class CompanySize(StrEnum):
    """The size of a company, by the number of people who work there."""

    SOLO = "solo"
    SMALL = "2_10"
    MEDIUM = "11_50"
    LARGE = "51_250"
    ENTERPRISE = "251_plus"


@Role("value")
class CompanyInfo(LeadIgniteModel):
    """The company that a person works for, and what they do there."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "name": "Analytical Engines GmbH",
                "job_title": "Head of Growth",
                "industry": "Software",
                "size": "11_50",
                "website": "https://engines.example.com",
                "address": example_of(PostalAddress),
            }
        )
    )

    name: Name = Field(description="The company's name.")
    job_title: Name | None = Field(default=None, description="What the person does there.")
    industry: Name | None = Field(default=None, description="The industry, in the user's words.")
    size: CompanySize | None = Field(default=None, description="How many people work there.")
    website: WebUrl | None = Field(default=None, description="The company's site.")
    address: PostalAddress | None = Field(default=None, description="The company's address.")
