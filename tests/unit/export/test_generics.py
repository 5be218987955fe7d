"""What a class is an instance of is told, whether it is the instance itself or only names it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from support.exporting import schemas_of

SOURCE = """
from typing import Generic, TypeVar
T = TypeVar("T")

class User(BaseModel):
    id: int

class Page(BaseModel, Generic[T]):
    items: list[T]

class UserPage(Page[User]):
    "Users."

class Counted(Page[User]):
    count: int

class Both(UserPage):
    pass

class Holder(BaseModel):
    page: Page[int]
"""


def generic(folder: Path) -> dict[str, Any]:
    found = schemas_of(folder, SOURCE)
    return {name: schema.get("x-modelpact", {}).get("generic") for name, schema in found.items()}


def test_a_class_that_only_names_an_instance_is_one(tmp_path: Path) -> None:
    found = generic(tmp_path)
    (argument,) = found["UserPage"]["arguments"]
    assert found["UserPage"]["origin"] == "Page"
    assert argument == {"$ref": "User.schema.json"}


def test_a_class_with_fields_of_its_own_is_none(tmp_path: Path) -> None:
    assert generic(tmp_path)["Counted"] is None


def test_an_instance_without_a_name_tells_its_arguments(tmp_path: Path) -> None:
    assert generic(tmp_path)["IntegerPage"] == {
        "origin": "Page",
        "arguments": [{"type": "integer"}],
    }
