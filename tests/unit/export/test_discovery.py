"""Finding models, and saying what is in the way."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from modelpact.errors import ErrorGroup, ModelpactError
from modelpact.export import Discovery, ExportRequest, discover, export_contract
from support.exporting import exported, faults_of, models_in

MODEL = "class {}(BaseModel):\n    a: int\n"


def names(models: tuple[type, ...]) -> list[str]:
    return [model.__qualname__ for model in models]


def test_public_models_defined_in_the_package_are_found(tmp_path: Path) -> None:
    found = models_in(
        tmp_path,
        {
            "one": MODEL.format("A") + MODEL.format("_Private"),
            "two": "from PKG.one import A\n" + MODEL.format("B"),
        },
    )
    assert names(found) == ["A", "B"]


def test_nested_models_and_pydantic_dataclasses_are_found(tmp_path: Path) -> None:
    source = """
from pydantic.dataclasses import dataclass
@dataclass
class Point:
    x: int
class Outer(BaseModel):
    class Inner(BaseModel):
        a: int
    inner: Inner
"""
    assert names(models_in(tmp_path, source)) == ["Outer", "Outer.Inner", "Point"]


def test_patterns_include_and_exclude_modules_and_classes(tmp_path: Path) -> None:
    source = {"one": MODEL.format("A") + MODEL.format("B"), "two": MODEL.format("C")}
    assert names(models_in(tmp_path, source, exclude=("PKG.two",))) == ["A", "B"]
    assert names(models_in(tmp_path, source, include=("PKG.one.B", "*.C"))) == ["B", "C"]


def test_a_module_that_is_excluded_is_not_imported(tmp_path: Path) -> None:
    source = {"good": MODEL.format("A"), "bad": "raise RuntimeError('imported')"}
    assert names(models_in(tmp_path, source, exclude=("*.bad",))) == ["A"]


def test_bases_that_only_help_are_left_out(tmp_path: Path) -> None:
    source = """
class Base(BaseModel):
    model_config = ConfigDict(frozen=True)
class TimesMixin(BaseModel):
    at: int
class User(Base, TimesMixin):
    name: str
class Admin(User):
    level: int
"""
    assert names(models_in(tmp_path, source)) == ["Admin", "User"]


def test_where_roles_are_used_a_base_without_one_only_helps(tmp_path: Path) -> None:
    source = """
class Times(BaseModel):
    at: int
@Role("entity")
class User(Times):
    name: str
@Role("entity")
class Admin(User):
    level: int
"""
    assert names(models_in(tmp_path, source)) == ["Admin", "User"]


def test_a_base_asked_for_by_name_is_found(tmp_path: Path) -> None:
    source = "class Base(BaseModel):\n    pass\nclass User(Base):\n    a: int\n"
    assert names(models_in(tmp_path, source, include=("PKG.Base", "PKG.User"))) == ["Base", "User"]


def test_generics_without_arguments_come_with_those_that_use_them(tmp_path: Path) -> None:
    source = """
T = TypeVar("T")
class Page(BaseModel, Generic[T]):
    items: list[T]
class User(BaseModel):
    page: Page[int]
"""
    assert names(models_in(tmp_path, source)) == ["User"]


def test_all_modules_that_do_not_import_are_named(tmp_path: Path) -> None:
    source = {"a": "1 / 0", "b": "def (", "c": MODEL.format("A"), "d": "import no_such_thing"}
    with pytest.raises(ErrorGroup) as caught:
        models_in(tmp_path, source)
    faults = caught.value.faults
    assert [fault.where.split(" ")[0].rpartition(".")[2] for fault in faults] == ["a", "b", "d"]
    assert "ZeroDivisionError" in faults[0].what
    assert "a.py:" in faults[0].where
    assert "b.py:" in faults[1].where


def test_a_module_that_exits_is_an_error_and_not_the_end(tmp_path: Path) -> None:
    with pytest.raises(ErrorGroup, match="SystemExit"):
        models_in(tmp_path, "raise SystemExit(3)")


def test_a_package_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelpactError, match="there is no module named") as caught:
        discover(Discovery("no_such_package_at_all.inner", path=(tmp_path,)))
    assert caught.value.faults[0].rule == "no-such-package"


def test_a_package_without_models_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ModelpactError) as caught:
        models_in(tmp_path, "x = 1")
    assert caught.value.faults[0].rule == "no-models"


def test_the_search_path_is_left_as_it_was(tmp_path: Path) -> None:
    before = list(sys.path)
    models_in(tmp_path, MODEL.format("A"))
    assert sys.path == before


def test_a_forward_reference_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    (fault,) = faults_of(tmp_path, 'class A(BaseModel):\n    b: "Nowhere"\n')
    assert fault.rule == "forward-reference"
    assert "'Nowhere'" in fault.what
    assert fault.where.endswith(".A")


@pytest.mark.parametrize(
    "annotation",
    ["Callable[[], int]", "type[int]", "Plain", "int | Callable[[], int]", "list[Plain]"],
)
def test_a_type_without_a_json_form_is_refused_by_name(tmp_path: Path, annotation: str) -> None:
    source = f"""
class Plain:
    pass
class Model(BaseModel):
    model_config = ConfigDict(arbitrary_types_allowed=True)
    good: int
    bad: {annotation}
"""
    (fault,) = {f.where: f for f in faults_of(tmp_path, source)}.values()
    assert fault.rule == "no-json-form"
    assert fault.where.endswith(".Model.bad")
    assert "WithJsonSchema" in fault.advice


def test_fields_with_one_name_on_the_wire_are_refused(tmp_path: Path) -> None:
    source = """
class Model(BaseModel):
    a: int
    b: int = Field(alias="a")
"""
    faults = faults_of(tmp_path, source)
    assert {fault.rule for fault in faults} == {"alias-collides"}
    assert faults[0].where.endswith(".Model.b")


def test_a_dictionary_whose_keys_are_no_strings_is_refused(tmp_path: Path) -> None:
    source = "class Model(BaseModel):\n    a: dict[tuple[int, int], str]\n"
    assert {fault.rule for fault in faults_of(tmp_path, source)} == {"dictionary-key"}


ROOT_KEY = """
class Key(RootModel[str], frozen=True):
    pass
class Model(BaseModel):
    ROLE
    a: dict[Key, int]
"""


@pytest.mark.parametrize("key", ["Key", "Optional[Key]"])
def test_a_root_model_is_no_key_of_what_is_emitted(tmp_path: Path, key: str) -> None:
    (fault,) = faults_of(tmp_path, ROOT_KEY.replace("ROLE", "").replace("[Key,", f"[{key},"))
    assert fault.rule == "dictionary-key"
    assert fault.where.endswith(".Model.a")


def test_a_root_model_reads_a_key(tmp_path: Path) -> None:
    source = ROOT_KEY.replace("class Model", "@Role('command')\nclass Model").replace("ROLE", "")
    assert faults_of(tmp_path, source) == []


@pytest.mark.parametrize("name", ["Aux", "CON", "Com7"])
def test_a_name_that_windows_takes_for_a_device_is_noted(tmp_path: Path, name: str) -> None:
    (note,) = exported(tmp_path, f"class {name}(BaseModel):\n    a: int\n").diagnostics
    assert note.rule == "device-name"
    assert note.where.endswith(f".{name}")
    assert "Named" in note.advice


def test_all_faults_of_all_models_come_together(tmp_path: Path) -> None:
    source = """
class A(BaseModel):
    a: Callable[[], int]
class B(BaseModel):
    b: int = Field(validation_alias=AliasPath("x", "y"))
    c: dict[tuple[int, ...], int] = {}
"""
    rules = [fault.rule for fault in faults_of(tmp_path, source)]
    assert sorted(set(rules)) == ["alias-path", "dictionary-key", "no-json-form"]


def test_a_hook_that_raises_is_an_error_of_its_model(tmp_path: Path) -> None:
    source = """
class Model(BaseModel):
    a: int
    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema, handler):
        raise RuntimeError("boom")
"""
    faults = faults_of(tmp_path, source)
    assert {fault.rule for fault in faults} == {"export-failed"}
    assert "boom" in faults[0].what
    assert faults[0].where.endswith(".Model")


def test_a_reference_written_by_hand_that_leads_nowhere_is_refused(tmp_path: Path) -> None:
    source = """
class Model(BaseModel):
    a: Annotated[Any, WithJsonSchema({"$ref": "#/$defs/Other"})]
"""
    assert {fault.rule for fault in faults_of(tmp_path, source)} == {"foreign-reference"}


def test_what_a_module_prints_is_no_part_of_what_we_print(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    models_in(tmp_path, "print('hello')\n" + MODEL.format("A"))
    assert capsys.readouterr() == ("", "hello\n")


def test_why_a_module_does_not_import_is_told_to_the_last_line(tmp_path: Path) -> None:
    (fault,) = faults_of(tmp_path, "raise ValueError('cannot build:\\n  field a:\\n  no regex')")
    assert "ValueError: cannot build: field a: no regex" in fault.what


def test_a_chain_of_references_may_be_long(tmp_path: Path) -> None:
    chain = (f"class M{i}(BaseModel):\n    inner: M{i - 1}\n" for i in range(1, 300))
    models = models_in(tmp_path, "class M0(BaseModel):\n    x: int\n" + "".join(chain))
    assert len(export_contract(ExportRequest("chain", models)).documents.documents) == 300


def test_a_hook_that_raises_both_ways_is_one_error_in_one_line(tmp_path: Path) -> None:
    source = """
class Bad(BaseModel):
    a: int
    @classmethod
    def __get_pydantic_json_schema__(cls, core, handler):
        raise RuntimeError("first\\nsecond")
"""
    (fault,) = faults_of(tmp_path, source)
    assert fault.what.endswith("RuntimeError: first second")
