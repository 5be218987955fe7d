"""Customers."""

from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field

from modelpact.annotations import Brand, Internal, Role

CustomerId = Annotated[UUID, Brand("CustomerId")]


@Role("entity")
class Customer(BaseModel):
    """Somebody who buys."""

    id: CustomerId = Field(description="The customer's identity.")
    name: str = Field(min_length=1, max_length=200, description="How they want to be called.")
    joined_at: AwareDatetime = Field(description="When they signed up.")
    credit_limit: Annotated[int | None, Internal()] = Field(
        default=None, description="In cents; nobody's business but ours."
    )
