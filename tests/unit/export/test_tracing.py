"""From a document's place to the line of the model's source."""

from __future__ import annotations

from pathlib import Path

import pytest

from modelpact.documents.pointers import Pointer
from modelpact.documents.sets import DocumentSet
from modelpact.export.tracing import source_of
from support.exporting import exported

SOURCE = """
from pydantic.dataclasses import dataclass as pydantic_dataclass

T = TypeVar("T")
Percent = TypeAliasType("Percent", Annotated[int, Field(ge=0, le=100)])

class Colour(enum.Enum):
    RED = "red"

class Stamped(BaseModel):
    made: int = 0  # made

class Base(BaseModel):
    id: int  # id

class Item(Base):
    model_config = ConfigDict(alias_generator=lambda name: name.upper())
    colour: Colour  # COLOUR
    price: int = Field(serialization_alias="cost", validation_alias=AliasChoices("fee", "price"))
    share: Percent = 3

    @model_validator(mode="after")
    def check(self): return self

    @computed_field(alias="sum")
    @property
    def total(self) -> int: return 3  # sum

    class Part(BaseModel):
        size: int  # Part.size

class Page(BaseModel, Generic[T]):
    items: list[T]  # items

class Plain(TypedDict):
    left: int  # left

class More(Plain):
    right: int

@pydantic_dataclass
class Box:
    width: int  # width

class Pair(NamedTuple):
    first: int
    second: Annotated[
        int, Field(ge=1)]

class Holder(BaseModel):
    page: Page[Item]
    plain: More
    box: Box
    pair: Pair
    part: Item.Part
    if True:
        late: int = 3  # late
"""


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> DocumentSet:
    return exported(tmp_path_factory.mktemp("traced"), SOURCE).documents


def line(documents: DocumentSet, document: str, *tokens: str | int, name: str = "") -> str:
    """The text of the line that a place leads to."""
    made_of = documents.made_of[f"{document}.schema.json"]
    found = source_of(made_of, Pointer(tokens), name)
    assert found is not None
    return Path(found.file).read_text().splitlines()[found.line - 1].strip()


@pytest.mark.parametrize(
    ("document", "tokens", "expected"),
    [
        ("Item", ("properties", "COLOUR", "$ref"), "colour: Colour  # COLOUR"),
        ("Item", ("properties", "ID"), "id: int  # id"),
        ("Item", ("properties", "cost"), "price: int = Field("),
        ("Item", ("properties", "sum"), "def total(self)"),
        ("Part", ("properties", "size", "type"), "size: int  # Part.size"),
        ("ItemPage", ("properties", "items", "items"), "items: list[T]  # items"),
        ("More", ("properties", "left"), "left: int  # left"),
        ("Box", ("properties", "width"), "width: int  # width"),
        ("Pair", ("prefixItems", 1), "second: Annotated["),
        ("Colour", ("enum",), "class Colour(enum.Enum):"),
        ("Percent", ("maximum",), "Percent = TypeAliasType("),
        ("Holder", ("properties", "late"), "late: int = 3  # late"),
        ("Holder", (), "class Holder(BaseModel):"),
        ("Holder", ("properties", "gone"), "class Holder(BaseModel):"),
    ],
)
def test_a_place_leads_to_the_line_that_declares_it(
    documents: DocumentSet, document: str, tokens: tuple[str | int, ...], expected: str
) -> None:
    assert line(documents, document, *tokens).startswith(expected)


def test_both_names_of_a_field_that_has_several_lead_to_it(documents: DocumentSet) -> None:
    for wire in ("fee", "price"):
        assert line(documents, "Item", "properties", wire).startswith("price: int")


def test_a_place_that_is_below_no_property_is_told_its_name(documents: DocumentSet) -> None:
    assert line(documents, "Item", "required", name="ID") == "id: int  # id"


def test_what_no_text_declares_has_no_line() -> None:
    assert source_of("nowhere:Model", Pointer()) is None
    assert source_of("builtins:int", Pointer()) is None
