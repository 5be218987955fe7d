from __future__ import annotations

import json
from typing import Annotated, Any, assert_type
from uuid import UUID

import pytest
from pydantic import AfterValidator, ConfigDict, Field, ValidationError

from lead_ignite.cqrs.absent import ABSENT, Absent, Partial
from lead_ignite.cqrs.derived import Derived, fields_of, optional, taken_from
from lead_ignite.shared.duration import Duration
from lead_ignite.shared.model import LeadIgniteModel, example_of, examples
from modelpact.annotations import Brand, Internal


def _even(value: int) -> int:
    if value % 2:
        raise ValueError("must be even")
    return value


class Parcel(LeadIgniteModel):
    """A parcel."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "id": "0b8f7a52-5f1c-4f6e-9d0a-3c1f6f1d2a10",
                "weight": 4,
                "from": "Rome",
                "to": None,
                "secret": "s",
                "transit": "PT1H0M5S",
                "labels": ["fragile"],
            }
        )
    )

    id: Annotated[UUID, Brand("ParcelId")] = Field(description="Which.")
    weight: Annotated[int, AfterValidator(_even)] = Field(default=2, ge=0, description="In kg.")
    from_: str = Field(alias="from", max_length=9, description="Where it was sent.")
    to: str | None = Field(default=None, description="Where it goes; null where it stays.")
    secret: Annotated[str, Internal()] = Field(description="What nobody may know.")
    transit: Duration | None = Field(default=None, description="How long it takes.")
    labels: list[str] = Field(default_factory=list, description="What stands on it.")


_parcel = fields_of(Parcel)


class Slip(Derived, example={"printed": True}):
    """A slip on a parcel."""

    printed: bool = Field(description="Whether it is on paper.")
    id = _parcel.id
    weight = _parcel.weight
    from_ = _parcel.from_
    secret = _parcel.secret


class Change(Derived, Partial, example={}):
    """A change of a parcel."""

    id = _parcel.id
    weight = optional(_parcel.weight)
    from_ = optional(_parcel.from_)
    to = optional(_parcel.to)
    transit = optional(_parcel.transit)
    labels = optional(_parcel.labels)


class Labelled(Slip, example={"printed": False, "label": "x"}):
    """A slip with a label."""

    label: str = Field(description="What it says.")
    to = _parcel.to


ID = "0b8f7a52-5f1c-4f6e-9d0a-3c1f6f1d2a10"


def test_a_field_that_is_taken_over_says_all_that_it_said() -> None:
    theirs, own = Parcel.model_json_schema(), Slip.model_json_schema()
    for name in ("id", "weight", "from", "secret"):
        assert own["properties"][name] == theirs["properties"][name]
    assert own["required"] == ["printed", "id", "from", "secret"]
    metadata = {name: field.metadata for name, field in Slip.model_fields.items()}
    assert Brand("ParcelId") in metadata["id"]
    assert Internal() in metadata["secret"]


def test_it_checks_what_it_checked() -> None:
    with pytest.raises(ValidationError, match="must be even"):
        Change.model_validate({"id": ID, "weight": 3})


def test_its_model_keeps_what_it_had() -> None:
    assert Parcel.model_fields["weight"].default == 2
    assert Parcel.model_validate({**example_of(Parcel), "weight": 6}).weight == 6


def test_the_example_is_that_of_the_model_and_what_is_added() -> None:
    assert example_of(Slip) == {
        "printed": True,
        "id": ID,
        "weight": 4,
        "from": "Rome",
        "secret": "s",
    }
    assert example_of(Labelled) == {
        **example_of(Slip),
        "printed": False,
        "label": "x",
        "to": None,
    }


def test_it_is_known_what_a_class_has_taken_from_where() -> None:
    assert taken_from(Labelled) == {"to": Parcel}
    assert taken_from(Change) == dict.fromkeys(
        ["id", "weight", "from_", "to", "transit", "labels"], Parcel
    )


def test_a_type_checker_knows_the_types() -> None:
    slip = Slip.model_validate(example_of(Slip))
    change = Change.model_validate(example_of(Change))
    assert_type(slip.id, UUID)
    assert_type(slip.weight, int)
    assert_type(change.weight, int | Absent)
    if change.weight is not ABSENT:
        assert_type(change.weight, int)
    assert (slip.weight, change.weight) == (4, 4)


def test_a_field_that_the_model_has_not_is_refused_by_name() -> None:
    with pytest.raises(AttributeError, match="Parcel has no field 'colour'"):
        _ = fields_of(Parcel).colour  # type: ignore[attr-defined]  # what is tested: mypy says so too


def test_a_field_keeps_its_name() -> None:
    # Python 3.11 wraps what __set_name__ raises.
    with pytest.raises((TypeError, RuntimeError)) as caught:

        class _Renamed(Derived):
            mass = _parcel.weight

    said = str(caught.value.__cause__ or caught.value)
    assert said == "Parcel.weight cannot be called mass elsewhere"


# --- absent and null ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "payload",
    [
        {"id": ID},
        {"id": ID, "to": None},
        {"id": ID, "from": "Oslo", "transit": None},
        {"id": ID, "weight": 0, "to": "Oslo", "transit": "PT1H0M5S"},
    ],
)
@pytest.mark.parametrize("by_python", [False, True])
def test_what_is_absent_stays_so_and_null_stays_null(
    payload: dict[str, Any], by_python: bool
) -> None:
    change = (
        Change.model_validate(payload)
        if by_python
        else Change.model_validate_json(json.dumps(payload))
    )
    assert json.loads(change.model_dump_json()) == payload
    assert change.model_dump(mode="json") == payload
    assert Change.model_validate_json(change.model_dump_json()) == change


def test_what_is_absent_is_told_from_null() -> None:
    change = Change.model_validate({"id": ID, "to": None})
    assert change.to is None
    assert change.weight is ABSENT
    assert change.labels is ABSENT
    assert change != Change.model_validate({"id": ID})


@pytest.mark.parametrize(
    ("name", "value"),
    [("weight", None), ("weight", "absent"), ("from", None)],
)
def test_what_cannot_be_null_cannot_be_cleared(name: str, value: object) -> None:
    with pytest.raises(ValidationError, match=f"\n{name}\n"):
        Change.model_validate({"id": ID, name: value})


def test_python_may_say_that_something_is_absent() -> None:
    change = Change.model_validate({"id": ID, "weight": ABSENT, "from": ABSENT, "to": ABSENT})
    assert (change.weight, change.from_, change.to) == (ABSENT, ABSENT, ABSENT)
    assert json.loads(change.model_dump_json()) == {"id": ID}


@pytest.mark.parametrize("mode", ["validation", "serialization"])
def test_the_schema_says_optional_without_a_default(mode: Any) -> None:
    schema = Change.model_json_schema(mode=mode)
    assert schema["required"] == ["id"]
    assert [name for name, said in schema["properties"].items() if "default" in said] == []
    nullable = [name for name, said in schema["properties"].items() if "anyOf" in said]
    assert nullable == ["to", "transit"]
    assert schema["properties"]["weight"]["minimum"] == 0
