"""What the documents say is what Pydantic does.

What a model emits is valid by its output; what its input accepts, the model accepts. The other
way round does not hold by design: Pydantic reads more than a sender should rely on (``"1"`` as an
integer, a date-time as a number of seconds).
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import jsonschema_rs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from modelpact.documents.bundle import bundle
from modelpact.export import ExportRequest, export_contract
from support.sampled import FIELDS, Sampled, sampled

WIDE = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@cache
def validator(name: str) -> Any:
    documents = export_contract(ExportRequest("sampled", (Sampled,))).documents
    definitions: Any = bundle(documents).schema
    return jsonschema_rs.validator_for(
        {**definitions, "$ref": f"#/$defs/{name}"}, validate_formats=True
    )


def complaints(name: str, value: object) -> list[str]:
    errors = validator(name).iter_errors(value)
    return [f"{list(error.instance_path)}: {error.message}" for error in errors]


@settings(WIDE, max_examples=60)
@given(sampled())
def test_what_a_model_emits_is_valid_by_its_output(value: Sampled) -> None:
    assert complaints("Sampled", json.loads(value.model_dump_json())) == []


def as_input(emitted: dict[str, Any]) -> dict[str, Any]:
    """What one would send to get such a model."""
    return {name: v for name, v in emitted.items() if name != "double"} | {
        "shown": int(emitted["shown"])
    }


@settings(WIDE, max_examples=40)
@given(sampled())
def test_what_one_would_send_is_valid_by_the_input_and_accepted(value: Sampled) -> None:
    sent = as_input(json.loads(value.model_dump_json()))
    assert complaints("SampledInput", sent) == []
    Sampled.model_validate_json(json.dumps(sent))


SCRAPS = (
    st.none()
    | st.booleans()
    | st.integers(-20, 20)
    | st.floats(-2, 2)
    | st.sampled_from([1e3, 2**64, "", "a", "red", "1", "-1", "1.5", "0x1", "P", "P1D", "T", "nan"])
    | st.sampled_from(["2024-02-30", "2024-01-01", "24:00:00", "12:00:00", "2024-01-01T00:00:00Z"])
    | st.lists(st.integers(0, 2) | st.booleans() | st.text(max_size=1), max_size=3)
    | st.dictionaries(
        st.sampled_from(["a", "1", "01", "true", "red", "kind", "2024-01-01", "abcd"]),
        st.integers(0, 2) | st.sampled_from(["circle", "square"]),
        max_size=2,
    )
)


@settings(WIDE, max_examples=400)
@given(st.sampled_from(sorted(FIELDS)), SCRAPS)
def test_what_the_input_accepts_the_model_accepts(name: str, scrap: object) -> None:
    sent = {**SENT, name: scrap}
    if name in LOOSE or complaints("SampledInput", sent):
        return
    try:
        Sampled.model_validate_json(json.dumps(sent))
    except ValidationError as error:
        raise AssertionError(f"{name}: {scrap!r}: {error}") from error


@settings(WIDE, max_examples=60)
@given(st.sampled_from(sorted(FIELDS)))
def test_a_field_without_a_default_cannot_be_left_out(name: str) -> None:
    sent = {key: value for key, value in SENT.items() if key != name}
    assert complaints("SampledInput", sent)


LOOSE = {"size", "network", "network6", "wide"}
"""Types whose schema accepts more than Pydantic does (docs/export.md, *Exceptions*)."""

SENT: dict[str, Any] = {
    "integer": 1, "bounded": 3, "number": 0.5, "ratio": 0.5, "flag": True, "text": "", "short": "a",
    "slug": "a-b", "digits": "12", "decimal": "1.5", "price": "1.50", "wide": "1", "places": "1",
    "identity": "0b8f7a52-5f1c-4f6e-9d0a-3c1f6f1d2a10",
    "fourth": "0b8f7a52-5f1c-4f6e-9d0a-3c1f6f1d2a10",
    "aware": "2024-01-01T00:00:00Z", "naive": "2024-01-01T00:00:00", "day": "2024-01-01",
    "clock": "12:00:00", "span": "P1D", "address": "1.2.3.4", "sixth": "::1",
    "network": "1.2.3.4/32", "network6": "::1/128", "either": "::1", "raw": "", "encoded": "",
    "path": "a", "size": 1, "colour": "red", "level": 0, "literal": None, "numbers": [],
    "unique": [], "some": ["a"], "pair": [1, "a"], "many": [], "point": [1],
    "options": {"name": "a"},
    "by_name": {}, "by_integer": {}, "by_flag": {}, "by_colour": {}, "by_level": {}, "by_day": {},
    "by_short": {}, "maybe": None, "mixed": 1, "shape": {"kind": "circle", "radius": 1},
    "shapes": [], "tree": {"value": 1}, "open": {}, "anything": None, "shown": 1,
}  # fmt: skip


def test_the_sample_that_is_changed_is_valid_itself() -> None:
    assert complaints("SampledInput", SENT) == []
    Sampled.model_validate_json(json.dumps(SENT))
