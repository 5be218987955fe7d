"""When deprecated things go: `Sunset(...)`, from models to documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from modelpact.annotations import Sunset
from support.exporting import faults_of, schemas_of

FACTS = Path(__file__).parents[3] / "codegen/modelpact/documents/x-modelpact.schema.json"


def property_of(folder: Path, field: str) -> Any:
    source = f"class Model(BaseModel):\n    a: {field}\n"
    return schemas_of(folder, source)["Model"]["properties"]["a"]


def test_a_field_says_since_when_it_is_deprecated_and_until_when_it_stays(tmp_path: Path) -> None:
    field = "Annotated[str, Field(deprecated='Use b.'), Sunset('2027-01-31', since='1.1.0')] = 'x'"
    made = property_of(tmp_path, field)
    assert made["deprecated"] is True
    assert made["x-modelpact"] == {
        "deprecated": "Use b.",
        "since": "1.1.0",
        "sunset": "2027-01-31",
    }


def test_what_has_a_sunset_is_deprecated(tmp_path: Path) -> None:
    made = property_of(tmp_path, "Annotated[str, Sunset('2027-01-31')] = 'x'")
    assert made["deprecated"] is True
    assert made["x-modelpact"] == {"sunset": "2027-01-31"}


def test_a_class_has_a_sunset_of_its_own_and_not_that_of_its_bases(tmp_path: Path) -> None:
    source = """
@Sunset("2027-01-31", message="Use Other.")
class Old(BaseModel):
    a: int
class New(Old):
    b: int
"""
    made = schemas_of(tmp_path, source)
    assert made["Old"]["deprecated"] is True
    assert made["Old"]["x-modelpact"]["sunset"] == "2027-01-31"
    assert made["Old"]["x-modelpact"]["deprecated"] == "Use Other."
    assert "sunset" not in made["New"]["x-modelpact"]
    assert "deprecated" not in made["New"]


ENUM = """
@Sunset("2027-01-31", since="1.1.0", member="{member}", message="Use MAIL.")
class Channel({base}):
    MAIL = {mail}
    FAX = {fax}
class Model(BaseModel):
    channel: Channel
"""


@pytest.mark.parametrize(
    ("base", "mail", "fax"), [("StrEnum", "'mail'", "'fax'"), ("IntFlag", "1", "2")]
)
def test_a_member_of_an_enum_has_a_sunset(tmp_path: Path, base: str, mail: str, fax: str) -> None:
    source = f"from enum import {base}\n" + ENUM.format(member="FAX", base=base, mail=mail, fax=fax)
    first, second = schemas_of(tmp_path, source)["Channel"]["x-modelpact"]["members"]
    assert "sunset" not in first
    life = {"deprecated": "Use MAIL.", "since": "1.1.0", "sunset": "2027-01-31"}
    assert {name: second[name] for name in life} == life


def test_a_sunset_of_a_member_that_there_is_not_is_a_fault(tmp_path: Path) -> None:
    source = "from enum import StrEnum\n" + ENUM.format(
        member="TELEX", base="StrEnum", mail="'mail'", fax="'fax'"
    )
    (fault,) = faults_of(tmp_path, source)
    assert fault.rule == "sunset-of-no-member"
    assert "'TELEX'" in fault.what


@pytest.mark.parametrize("day", ["soon", "2027-1-31", "2027-02-30", "20270131", 2027])
def test_a_sunset_is_a_day(day: Any) -> None:
    with pytest.raises(ValueError, match="a sunset is a day such as"):
        Sunset(day)


def test_the_facts_are_as_their_published_schema_says(tmp_path: Path) -> None:
    validator = jsonschema_rs.validator_for(json.loads(FACTS.read_text()), validate_formats=True)
    field = "Annotated[str, Sunset('2027-01-31', since='1.1.0')] = 'x'"
    assert validator.is_valid(property_of(tmp_path, field)["x-modelpact"])
    assert not validator.is_valid({"sunset": "soon"})
    assert not validator.is_valid({"since": 1})
    member = {"name": "A", "value": 1, "sunset": "soon"}
    assert not validator.is_valid({"members": [member]})
