from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from lead_ignite.shared.location_info import Coordinates, LocationInfo


def located(coordinates: Any) -> LocationInfo:
    return LocationInfo.model_validate(
        {"country": "DE", "time_zone": "Europe/Berlin", "coordinates": coordinates}
    )


def test_coordinates_are_a_pair_of_latitude_and_longitude() -> None:
    place = located([52.52, 13.405])
    assert place.coordinates == Coordinates(lat=52.52, lon=13.405)
    assert place.model_dump(mode="json")["coordinates"] == [52.52, 13.405]


@pytest.mark.parametrize("pair", [[-90, -180], [90, 180], [0, 0]])
def test_coordinates_reach_to_the_poles_and_the_date_line(pair: list[float]) -> None:
    assert located(pair).coordinates == tuple(pair)


@pytest.mark.parametrize("pair", [[90.1, 0], [0, 180.1], [-91, 0], [0], [0, 0, 0], ["n", "e"]])
def test_what_is_not_a_point_on_earth_is_refused(pair: list[Any]) -> None:
    with pytest.raises(ValidationError):
        located(pair)
