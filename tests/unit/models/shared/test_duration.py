from __future__ import annotations

from datetime import timedelta

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from lead_ignite.shared.duration import Duration

ADAPTER = TypeAdapter(Duration)
FORMAT = jsonschema_rs.validator_for(
    {"type": "string", "format": "duration"}, validate_formats=True
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (timedelta(0), "PT0S"),
        (timedelta(hours=3, minutes=30), "PT3H30M"),
        (timedelta(hours=1, seconds=5), "PT1H0M5S"),
        (timedelta(days=400), "P400D"),
        (timedelta(days=1, seconds=1), "P1DT1S"),
        (timedelta(minutes=90), "PT1H30M"),
    ],
)
def test_a_duration_is_written_without_skipping_a_unit(value: timedelta, text: str) -> None:
    assert ADAPTER.dump_json(value).decode() == f'"{text}"'


@given(st.integers(0, 10**9))
def test_every_duration_is_written_as_the_format_demands_and_read_again(seconds: int) -> None:
    value = timedelta(seconds=seconds)
    text = ADAPTER.dump_json(value)
    assert FORMAT.is_valid(text.decode().strip('"'))
    assert ADAPTER.validate_json(text) == value


@pytest.mark.parametrize("text", ["-PT1S", "PT1.5S", "P", "", "1 hour"])
def test_what_the_format_has_no_form_for_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        ADAPTER.validate_python(text)


def test_input_and_output_have_one_schema() -> None:
    written, read = (ADAPTER.json_schema(mode=mode) for mode in ("serialization", "validation"))
    assert written == read == {"type": "string", "format": "duration"}
