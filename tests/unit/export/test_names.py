"""The names of documents."""

from __future__ import annotations

from pathlib import Path

from modelpact.export import ExportRequest, export_contract
from support.exporting import exported, faults_of, models_in, schemas_of

TWO = {
    "billing": "class User(BaseModel):\n    a: int\nclass Bill(BaseModel):\n    user: User\n",
    "chat": "class User(BaseModel):\n    b: str\n",
}


def test_names_that_collide_are_qualified_by_module(tmp_path: Path) -> None:
    found = schemas_of(tmp_path, TWO)
    assert sorted(found) == ["Bill", "BillingUser", "ChatUser"]
    assert found["Bill"]["properties"]["user"] == {"$ref": "BillingUser.schema.json"}


def test_names_that_differ_in_case_only_collide(tmp_path: Path) -> None:
    source = {
        "a": "class URL(BaseModel):\n    x: int\n",
        "b": "class Url(BaseModel):\n    x: int\n",
    }
    assert sorted(schemas_of(tmp_path, source)) == ["AURL", "BUrl"]


def test_nested_classes_are_qualified_by_their_class(tmp_path: Path) -> None:
    source = """
class A(BaseModel):
    class Item(BaseModel):
        x: int
    item: Item
class B(BaseModel):
    class Item(BaseModel):
        y: int
    item: Item
"""
    assert sorted(schemas_of(tmp_path, source)) == ["A", "AItem", "B", "BItem"]


def test_a_name_settled_by_hand_is_used(tmp_path: Path) -> None:
    found = schemas_of(tmp_path, '@Named("Customer")\nclass User(BaseModel):\n    a: int\n')
    assert list(found) == ["Customer"]


def test_a_name_claimed_twice_is_refused(tmp_path: Path) -> None:
    source = """
@Named("Same")
class A(BaseModel):
    a: int
@Named("same")
class B(BaseModel):
    b: int
"""
    (fault,) = faults_of(tmp_path, source)
    assert fault.rule == "name-claimed-twice"
    assert fault.where.endswith(".B")


def test_a_claim_that_is_no_name_is_refused(tmp_path: Path) -> None:
    for name in ("../evil", "a b", "_x", "", "1a"):
        (fault,) = faults_of(tmp_path, f"@Named({name!r})\nclass A(BaseModel):\n    a: int\n")
        assert fault.rule == "bad-name"


def test_a_class_called_bundle_does_not_take_the_bundles_file(tmp_path: Path) -> None:
    found = schemas_of(tmp_path, {"shop": "class Bundle(BaseModel):\n    a: int\n"})
    assert list(found) == ["ShopBundle"]


def test_a_published_name_stays_with_the_type_that_had_it(tmp_path: Path) -> None:
    published = frozenset({"User.schema.json", "ChatUser.schema.json"})
    assert sorted(schemas_of(tmp_path, TWO, published=published)) == ["Bill", "ChatUser", "User"]


def test_a_published_name_that_two_types_could_have_is_refused(tmp_path: Path) -> None:
    (fault,) = faults_of(tmp_path, TWO, published=frozenset({"User.schema.json"}))
    assert fault.rule == "ambiguous-name"
    assert "Named('User')" in fault.advice


def test_an_input_half_and_another_type_must_not_share_a_name(tmp_path: Path) -> None:
    source = """
class Price(BaseModel):
    a: decimal.Decimal
class PriceInput(BaseModel):
    b: int
"""
    assert [fault.rule for fault in faults_of(tmp_path, source)] == ["name-collides"]


def test_instances_of_a_generic_that_nothing_tells_apart_are_refused(tmp_path: Path) -> None:
    source = """
T = TypeVar("T")
class Box(BaseModel, Generic[T]):
    value: T
class Model(BaseModel):
    a: Box[Annotated[str, Field(max_length=1)]]
    b: Box[Annotated[str, Field(max_length=2)]]
"""
    assert {fault.rule for fault in faults_of(tmp_path, source)} == {"name-collides"}


def test_composed_arguments_have_names_in_words(tmp_path: Path) -> None:
    source = """
T = TypeVar("T")
class Box(BaseModel, Generic[T]):
    value: T
class Kind(enum.StrEnum):
    A = "a"
class Model(BaseModel):
    a: Box[int | None]
    b: Box[list[Kind]]
    c: Box[Box[bool]]
    d: Box[Literal["x", "y"]]
    e: Box[dict[str, float]]
"""
    assert sorted(schemas_of(tmp_path, source)) == [
        "BooleanBox",
        "BooleanBoxBox",
        "IntegerOrNullBox",
        "Kind",
        "KindListBox",
        "Model",
        "StringNumberDictBox",
        "XOrYBox",
    ]


def test_names_do_not_depend_on_the_order_of_models(tmp_path: Path) -> None:
    models = models_in(tmp_path, TWO)
    there, back = (
        export_contract(ExportRequest("shop", order)) for order in (models, models[::-1])
    )
    assert list(there.documents) == list(back.documents)


def test_addresses_are_absolute_and_hold_the_version(tmp_path: Path) -> None:
    result = exported(
        tmp_path,
        "class A(BaseModel):\n    a: int\n",
        base_url="https://x.example/",
        version="1.2.0",
    )
    schema = result.documents.documents["A.schema.json"].schema
    assert isinstance(schema, dict)
    assert schema["$id"] == "https://x.example/shop/1.2.0/A.schema.json"
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_names_that_differ_in_case_only_are_said_to_do_so(tmp_path: Path) -> None:
    source = "class User(BaseModel):\n    a: int\nclass USER(BaseModel):\n    b: int\n"
    faults = faults_of(tmp_path, source)
    assert [fault.rule for fault in faults] == ["name-collides"] * 2
    assert "upper and lower case make no difference" in faults[0].what
