"""Where a person is."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from pydantic import ConfigDict, Field

from lead_ignite.shared.model import LeadIgniteModel, examples
from lead_ignite.shared.scalars import CountryCode, Name, TimeZoneName
from modelpact.annotations import Role

__all__ = ["Coordinates", "LocationInfo"]


class Coordinates(NamedTuple):
    """A point on Earth (WGS 84), written as the pair `[lat, lon]`."""

    lat: Annotated[float, Field(ge=-90, le=90, description="Latitude in degrees, north positive.")]
    lon: Annotated[
        float, Field(ge=-180, le=180, description="Longitude in degrees, east positive.")
    ]


@Role("value")
class LocationInfo(LeadIgniteModel):
    """Where a person is, as far as they told."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "city": "Berlin",
                "region": None,
                "country": "DE",
                "time_zone": "Europe/Berlin",
                "coordinates": [52.52, 13.405],
            }
        )
    )

    city: Name | None = Field(default=None, description="The city or town.")
    region: Name | None = Field(default=None, description="State, province or county.")
    country: CountryCode = Field(description="The country, an ISO 3166-1 alpha-2 code.")
    time_zone: TimeZoneName = Field(description="The time zone, an IANA name.")
    coordinates: Coordinates | None = Field(
        default=None, description="Latitude and longitude in degrees (WGS 84), in this order."
    )
