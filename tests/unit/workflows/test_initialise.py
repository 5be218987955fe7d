from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from modelpact.errors import ModelpactError
from modelpact.settings import load_settings
from modelpact.workflows.initialise import FoundPackage, initialise, make_example

_MODELS = """
from pydantic import BaseModel
class A(BaseModel):
    x: int
class B(A):
    y: int
class C: ...
"""


def _project(root: Path, *packages: str) -> Path:
    for package in packages:
        folder = root / package
        folder.mkdir(parents=True)
        (folder / "__init__.py").write_text("")
        (folder / "models.py").write_text(_MODELS)
    return root


def test_models_are_found_where_projects_keep_them(tmp_path: Path) -> None:
    _project(tmp_path, "shop", "src/api", "tests")
    (tmp_path / "flat.py").write_text(_MODELS)
    _, packages = initialise(tmp_path)
    assert packages == (
        FoundPackage("flat", ".", 2),
        FoundPackage("shop", ".", 2),
        FoundPackage("api", "src", 2),
    )


def test_settings_are_added_to_a_pyproject_and_nothing_else_changes(tmp_path: Path) -> None:
    _project(tmp_path, "shop")
    before = '[project]\nname = "shop"  # as it was'
    (tmp_path / "pyproject.toml").write_text(before)
    (file, *_), _ = initialise(tmp_path)
    assert file.read_text().startswith(before)
    assert tomllib.loads(file.read_text())["project"] == {"name": "shop"}
    assert [c.name for c in load_settings(file).contracts] == ["shop"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["pyproject.toml", "schemas", "shop"]


def test_without_a_pyproject_there_is_a_file_of_our_own(tmp_path: Path) -> None:
    (file, *_), _ = initialise(_project(tmp_path, "my_shop"))
    assert file.name == "modelpact.toml"
    assert [c.name for c in load_settings(file).contracts] == ["my-shop"]


def test_a_project_with_settings_is_left_alone(tmp_path: Path) -> None:
    initialise(_project(tmp_path, "shop"))
    with pytest.raises(ModelpactError, match="settings already"):
        initialise(tmp_path)


def test_a_project_without_models_is_told_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text("class A(BaseModel:")
    with pytest.raises(ModelpactError, match="no Pydantic models here"):
        initialise(tmp_path)


def test_the_example_is_a_project_with_settings(tmp_path: Path) -> None:
    make_example(tmp_path / "new")
    assert [c.name for c in load_settings(tmp_path / "new" / "modelpact.toml").contracts] == [
        "shop"
    ]


def test_the_example_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("")
    with pytest.raises(ModelpactError, match="is not empty"):
        make_example(tmp_path)


def test_a_base_in_another_package_makes_a_model_and_is_none_itself(tmp_path: Path) -> None:
    (tmp_path / "base.py").write_text(
        "from pydantic import BaseModel\nclass Base(BaseModel): ...\n"
    )
    (tmp_path / "shop.py").write_text("from base import Base\nclass A(Base):\n    x: int\n")
    _, packages = initialise(tmp_path)
    assert packages == (FoundPackage("shop", ".", 1),)
