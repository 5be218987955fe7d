from __future__ import annotations

from pathlib import Path

import pytest

from modelpact.errors import ErrorGroup, ModelpactError
from modelpact.settings import (
    FolderSource,
    PackageSource,
    find_settings,
    load_settings,
    settings_schema,
)
from modelpact.targets import TARGETS


def _file(folder: Path, text: str, name: str = "modelpact.toml") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_what_is_not_said_has_its_default(tmp_path: Path) -> None:
    settings = load_settings(_file(tmp_path, '[contracts.shop]\npackage = "shop"\n'))
    (contract,) = settings.contracts
    assert settings.schemas == tmp_path / "schemas"
    assert settings.base_url == settings_schema()["properties"]["base-url"]["default"]
    assert contract.source == PackageSource("shop", tmp_path)
    assert (contract.audience, contract.digits, contract.targets) == ("public", "unicode", {})


def test_everything_that_can_be_said_is_read(tmp_path: Path) -> None:
    file = _file(
        tmp_path,
        """
        [tool.modelpact]
        base-url = "https://schemas.example.com/"
        schemas = "s"
        generated = "g"
        [tool.modelpact.contracts.b]
        folder = "json"
        [tool.modelpact.contracts.a]
        title = "A"
        description = "An A."
        package = "a.models"
        path = "src"
        include = ["a.models.x"]
        exclude = ["*.Base"]
        audience = "internal"
        digits = "ascii"
        [tool.modelpact.contracts.a.targets]
        typescript = { package = "@a/a" }
        """,
        "pyproject.toml",
    )
    settings = load_settings(file)
    folder, package = settings.contracts
    assert settings.base_url == "https://schemas.example.com"
    assert (settings.schemas, settings.generated) == (tmp_path / "s", tmp_path / "g")
    assert folder.source == FolderSource(tmp_path / "json")
    assert package.source == PackageSource(
        "a.models", tmp_path / "src", ("a.models.x",), ("*.Base",)
    )
    assert package.targets == {"typescript": {"package": "@a/a"}}


def test_every_fault_is_told_with_its_key_and_what_to_do(tmp_path: Path) -> None:
    file = _file(
        tmp_path,
        """
        base-urll = "x"
        [contracts.Shop]
        package = "shop"
        [contracts.b]
        packge = "b"
        [contracts.c]
        package = "c"
        folder = "c"
        audience = "everyone"
        """,
    )
    with pytest.raises(ErrorGroup) as caught:
        load_settings(file)
    text = str(caught.value)
    assert f"{file}: the file: there is no setting 'base-urll'" in text
    assert "Did you mean 'base-url'?" in text
    assert "contracts: 'Shop' is not a contract's name" in text
    assert "contracts.b: there is no setting 'packge'" in text
    assert "contracts.c: a contract has either `package`" in text
    assert "contracts.c.audience: is " in text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "there is no contract\n  Write a table contracts.NAME"),
        ("contracts = {}", "there is no contract\n  Write a table contracts.NAME"),
        ('[contracts.c]\npackage = ""', '""\n  The Python package, or module'),
        (
            '[contracts.c]\npackage = "c"\ngate.mode = "sideways"',
            'is "sideways", and may be "role", "backward", "forward", "full"',
        ),
        (
            '[contracts.c]\npackage = "c"\ntargets.pyton = {}',
            "there is no target 'pyton'\n  Did you mean 'python'?",
        ),
        (
            '[contracts.c]\npackage = "c"\ntargets.fortran = {}',
            "there is no target 'fortran'\n  The settings here are: openapi, python, typescript.",
        ),
    ],
)
def test_a_fault_says_what_is_wrong_and_what_would_be_right(
    tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(ErrorGroup) as caught:
        load_settings(_file(tmp_path, text))
    assert said in str(caught.value)


def test_the_schema_knows_the_targets_that_there_are() -> None:
    targets = settings_schema()["$defs"]["contract"]["properties"]["targets"]
    assert tuple(targets["propertyNames"]["enum"]) == TARGETS


def test_text_that_is_not_toml_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(ModelpactError, match=r"is not TOML: .*line 2"):
        load_settings(_file(tmp_path, "a = 1\nb = \n"))


def test_settings_are_found_in_the_nearest_folder_above(tmp_path: Path) -> None:
    file = _file(tmp_path, "[tool.modelpact]\n", "pyproject.toml")
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    _file(tmp_path / "a", "[project]\n", "pyproject.toml")
    assert find_settings(inner) == file


def test_two_files_with_settings_in_one_folder_are_refused(tmp_path: Path) -> None:
    _file(tmp_path, "[tool.modelpact]\n", "pyproject.toml")
    _file(tmp_path, "")
    with pytest.raises(ModelpactError, match="Keep one of them"):
        find_settings(tmp_path)


def test_no_settings_anywhere_says_how_to_get_some(tmp_path: Path) -> None:
    with pytest.raises(ModelpactError, match="modelpact init"):
        find_settings(tmp_path)


def test_a_pyproject_without_our_table_is_refused_when_it_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelpactError, match=r"has no table \[tool.modelpact\]"):
        load_settings(_file(tmp_path, "[project]\n", "pyproject.toml"))


def test_toml_that_is_nested_without_end_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "modelpact.toml").write_text("a = " + "[" * 100_000)
    with pytest.raises(ModelpactError, match="is nested too deeply"):
        load_settings(tmp_path / "modelpact.toml")


@pytest.mark.parametrize("deep", ["[" * 250 + "]" * 250, "{a = " * 250 + "1" + "}" * 250])
def test_a_setting_that_is_nested_deeper_than_any_is_told_by_its_table(
    tmp_path: Path, deep: str
) -> None:
    file = tmp_path / "modelpact.toml"
    file.write_text(f'gate.severity = {deep}\n[contracts.shop]\nfolder = "models"\n')
    with pytest.raises(ErrorGroup, match=r"toml: gate: is nested too deeply"):
        load_settings(file)


@pytest.mark.parametrize("moment", ["2030-01-31", "2030-01-31T10:00:00Z", "10:00:00"])
def test_a_date_is_no_setting(tmp_path: Path, moment: str) -> None:
    file = tmp_path / "modelpact.toml"
    file.write_text(f"[contracts.shop]\nfolder = {moment}\n")
    with pytest.raises(ErrorGroup, match=r"toml: contracts\.shop\.folder: is a date or a time"):
        load_settings(file)
