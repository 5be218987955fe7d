"""Internal fields and classes, roles, and which documents a contract has because of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from modelpact.documents.canonical import canonical_bytes
from support.exporting import exported, faults_of, schemas_of

SECRETS = """
SAMPLE = {"on": True, "codes": [{"code": "s3cret"}]}
@Role("value")
class Code(BaseModel):
    code: str
@Role("value")
class Security(BaseModel):
    model_config = ConfigDict(json_schema_extra={"examples": [SAMPLE]})
    on: bool
    codes: Annotated[list[Code], Internal()] = []
@Role("entity")
class User(BaseModel):
    model_config = ConfigDict(json_schema_extra={"examples": [
        {"name": "Ada", "hash": "s3cret", "security": SAMPLE, "all": {"a": SAMPLE}}
    ]})
    name: str
    hash: Annotated[str, Internal()]
    security: Security = Field(Security.model_validate(SAMPLE), examples=[SAMPLE])
    all: dict[str, Security] = {}
"""


def test_nothing_internal_is_in_a_public_contract_examples_and_defaults_included(
    tmp_path: Path,
) -> None:
    result = exported(tmp_path, SECRETS)
    text = b"".join(canonical_bytes(document.schema) for document in result.documents).decode()
    assert not [
        word for word in ("s3cret", "codes", "hash", '"Code"', "Code.schema") if word in text
    ]
    assert list(result.documents.documents) == ["Security.schema.json", "User.schema.json"]


def test_an_internal_contract_has_all(tmp_path: Path) -> None:
    found = schemas_of(tmp_path, SECRETS, audience="internal")
    assert sorted(found) == ["Code", "Security", "User"]
    assert "hash" in found["User"]["required"]
    assert "s3cret" in json.dumps(found["User"]["examples"])


def test_a_model_with_a_required_internal_field_is_emitted_only(tmp_path: Path) -> None:
    assert schemas_of(tmp_path, SECRETS)["User"]["x-modelpact"] == {
        "role": "entity",
        "direction": "output",
    }


def test_so_is_a_model_that_would_have_to_read_one(tmp_path: Path) -> None:
    source = SECRETS + '\n@Role("entity")\nclass Team(BaseModel):\n    users: list[User]\n'
    found = schemas_of(tmp_path, source)
    assert found["Team"]["x-modelpact"]["direction"] == "output"
    assert "direction" not in found["Security"]["x-modelpact"] or (
        found["Security"]["x-modelpact"]["direction"] == "output"
    )


@pytest.mark.parametrize("field", ["user: User", "users: dict[str, list[User]] = {}"])
def test_a_public_command_that_reads_an_internal_field_is_refused(
    tmp_path: Path, field: str
) -> None:
    source = SECRETS + f'\n@Role("command")\nclass Save(BaseModel):\n    {field}\n'
    (fault,) = faults_of(tmp_path, source)
    assert fault.rule == "command-needs-internal"
    assert fault.where.endswith(".Save")
    assert not faults_of(tmp_path, source, audience="internal")


def test_a_public_field_that_needs_an_internal_class_is_refused(tmp_path: Path) -> None:
    source = """
@Internal()
class Secret(BaseModel):
    a: int
class Model(BaseModel):
    secrets: list[Secret]
    hidden: Annotated[Secret | None, Internal()] = None
"""
    (fault,) = faults_of(tmp_path, source)
    assert fault.rule == "needs-internal"
    assert fault.where.endswith(".Model.secrets")
    assert "Secret" in schemas_of(tmp_path, source, audience="internal")


def test_an_internal_class_that_no_public_field_needs_is_left_out(tmp_path: Path) -> None:
    source = """
@Internal()
class Secret(BaseModel):
    a: int
class Model(BaseModel):
    b: int
"""
    assert list(schemas_of(tmp_path, source)) == ["Model"]


@pytest.mark.parametrize(
    "annotation",
    ["Annotated[str, Internal()] | None", "list[Annotated[str, Internal()]]", "Secret | None"],
)
def test_a_field_is_internal_if_a_part_of_its_type_is(tmp_path: Path, annotation: str) -> None:
    source = f"""
Secret = Annotated[str, Internal()]
class Model(BaseModel):
    a: int
    b: {annotation} = Field(default_factory=lambda: None)
"""
    assert list(schemas_of(tmp_path, source)["Model"]["properties"]) == ["a"]


def test_a_difference_that_is_internal_makes_no_public_pair(tmp_path: Path) -> None:
    source = """
class Model(BaseModel):
    a: int
    b: Annotated[decimal.Decimal, Internal()] = decimal.Decimal(1)
"""
    assert list(schemas_of(tmp_path, source)) == ["Model"]
    assert list(schemas_of(tmp_path, source, audience="internal")) == ["ModelInput", "Model"]


ROLES = """
@Role("value")
class Money(BaseModel):
    amount: decimal.Decimal
@Role("value")
class Note(BaseModel):
    text: str
@Role("command")
class Pay(BaseModel):
    money: Money
    note: Note
@Role("view")
class Bill(BaseModel):
    money: {seen}
"""


def test_roles_choose_the_documents_and_values_follow_their_users(tmp_path: Path) -> None:
    found = schemas_of(tmp_path, ROLES.replace("{seen}", "Money"))
    assert sorted(found) == ["Bill", "Money", "MoneyInput", "Note", "Pay"]
    directions = {name: schema["x-modelpact"].get("direction") for name, schema in found.items()}
    assert directions == {
        "Bill": "output",
        "Money": "output",
        "MoneyInput": "input",
        "Note": "input",
        "Pay": "input",
    }


def test_a_value_that_is_read_only_has_its_plain_name(tmp_path: Path) -> None:
    found = schemas_of(tmp_path, ROLES.replace("{seen}", "int"))
    assert found["Pay"]["properties"]["money"] == {"$ref": "Money.schema.json"}
    assert "anyOf" in found["Money"]["properties"]["amount"]


def test_a_released_pair_stays_a_pair(tmp_path: Path) -> None:
    published = frozenset({"Model.schema.json", "Model.input.schema.json"})
    source = "class Model(BaseModel):\n    a: int\nclass Outer(BaseModel):\n    model: Model\n"
    documents = exported(tmp_path, source, published=published).documents.documents
    assert [file for file in documents if ".input." in file] == [
        "Model.input.schema.json",
        "Outer.input.schema.json",
    ]


def test_values_that_only_embed_each_other_are_published(tmp_path: Path) -> None:
    source = """
class A(BaseModel):
    b: "B | None" = None
class B(BaseModel):
    a: A | None = None
"""
    assert list(schemas_of(tmp_path, source)) == ["A", "B"]


def test_words_and_defaults_alone_make_no_pair(tmp_path: Path) -> None:
    source = """
class Model(BaseModel):
    a: int = Field(1, validation_alias="a", description="x")
    b: Annotated[
        int, WithJsonSchema({"type": "integer", "description": "in"}, mode="validation")
    ] = 1
"""
    assert list(schemas_of(tmp_path, source)) == ["Model"]


HALVES = """
class Inner(BaseModel):
    model_config = ConfigDict(json_schema_extra={"examples": EXAMPLES})
    first: str
    secret: str = Field("x", exclude=True)
    @computed_field
    def full(self) -> str:
        return self.first
class Outer(BaseModel):
    inner: Inner = Field(examples=EXAMPLES)
"""
HALF_SAMPLE = {"first": "Ada", "secret": "s", "full": "Ada"}


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_the_examples_of_a_half_hold_no_members_of_the_other(tmp_path: Path, audience: str) -> None:
    found = schemas_of(tmp_path, HALVES.replace("EXAMPLES", f"[{HALF_SAMPLE}]"), audience=audience)
    for half, example in (
        ("", {"first": "Ada", "full": "Ada"}),
        ("Input", {"first": "Ada", "secret": "s"}),
    ):
        assert found[f"Inner{half}"]["examples"] == [example]
        assert found[f"Outer{half}"]["properties"]["inner"]["examples"] == [example]


def test_an_example_that_is_none_without_the_other_halfs_members_is_left_out(
    tmp_path: Path,
) -> None:
    source = """
class Model(BaseModel):
    model_config = ConfigDict(json_schema_extra={"examples": [{"out": 1}]})
    a: int = Field(validation_alias="in", serialization_alias="out")
"""
    found = schemas_of(tmp_path, source)
    assert found["Model"]["examples"] == [{"out": 1}]
    assert "examples" not in found["ModelInput"]
