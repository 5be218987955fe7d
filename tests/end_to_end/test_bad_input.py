"""Bad input ends with exit code 2, says what, where and what to do, and leaves the disk alone."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from support.command_line import modelpact

_SETTINGS = '[contracts.shop]\npackage = "shop"\n[contracts.shop.targets]\ntypescript = {}\n'


def _project(root: Path, source: str, settings: str = _SETTINGS) -> Path:
    root.mkdir(exist_ok=True)
    (root / "modelpact.toml").write_text(settings, encoding="utf-8")
    (root / "shop.py").write_text(source, encoding="utf-8")
    return root


def _files(root: Path) -> list[str]:
    return sorted(
        p.relative_to(root).as_posix() for p in root.rglob("*") if ".modelpact" not in p.parts
    )


_MODELS = "from pydantic import BaseModel\nclass A(BaseModel):\n    x: int\n"

_HEAD = """
from collections.abc import Callable
from typing import Annotated
from modelpact.annotations import Internal, Named, Role
from pydantic import BaseModel, Field
"""

_REFUSED = {
    "a package that does not import": ("import absent_package\n", ["shop", "absent_package"]),
    "a package with a syntax error": ("class A(:\n", ["shop.py", "1"]),
    "a package without models": ("x = 1\n", ["shop", "no public Pydantic model"]),
    "a forward reference to nothing": (
        _HEAD + "class A(BaseModel):\n    x: 'Absent'\n",
        ["A", "Absent"],
    ),
    "a type with no JSON form": (
        _HEAD + "class A(BaseModel):\n    x: Callable[[int], int]\n",
        ["A", "x"],
    ),
    "one explicit name claimed twice": (
        _HEAD
        + "@Named('Same')\nclass A(BaseModel): ...\n@Named('Same')\nclass B(BaseModel): ...\n",
        ["Same", "A", "B"],
    ),
    "an alias that collides": (
        _HEAD + "class A(BaseModel):\n    x: int\n    y: int = Field(alias='x')\n",
        ["A", "x", "y"],
    ),
    "a public command that needs an internal field": (
        _HEAD + "@Role('command')\nclass Make(BaseModel):\n    token: Annotated[str, Internal()]\n",
        ["Make", "token", "internal"],
    ),
}


@pytest.mark.parametrize("name", _REFUSED)
def test_models_that_cannot_be_a_contract_are_refused(tmp_path: Path, name: str) -> None:
    source, words = _REFUSED[name]
    root = _project(tmp_path / "p", source)
    before = _files(root)
    ran = modelpact("build", folder=root)
    assert ran.code == 2, ran
    assert "Traceback" not in ran.err
    for word in words:
        assert word in ran.err
    assert _files(root) == before


def test_a_file_in_the_way_that_is_not_ours_is_kept(tmp_path: Path) -> None:
    root = _project(tmp_path, _MODELS)
    mine = root / "generated" / "shop" / "typescript" / "package.json"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine")
    before = _files(root)
    ran = modelpact("build", folder=root)
    assert ran.code == 2
    assert f"{mine}: is in the way" in ran.err
    assert _files(root) == before
    assert mine.read_text() == "mine"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_an_unwritable_folder_is_told(tmp_path: Path) -> None:
    root = _project(tmp_path, _MODELS)
    root.chmod(0o555)
    ran = modelpact("build", folder=root)
    root.chmod(0o755)
    assert ran.code == 2
    assert "cannot be written" in ran.err


def test_an_output_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    root = _project(tmp_path, _MODELS)
    (root / "schemas").write_text("mine")
    ran = modelpact("build", folder=root)
    assert ran.code == 2
    assert "is in the way" in ran.err
    assert not (root / "generated").exists()


def test_an_option_that_a_target_does_not_have_is_told_with_its_key(tmp_path: Path) -> None:
    root = _project(tmp_path, _MODELS, _SETTINGS.replace("{}", "{ pakage = 'x' }"))
    ran = modelpact("build", folder=root)
    assert ran.code == 2
    assert "contracts.shop.targets.typescript: there is no setting 'pakage'" in ran.err
    assert "Did you mean 'package'?" in ran.err


_SCHEMAS = {
    "not JSON": ("{", ["s.json:1:2", "is not JSON"]),
    "a key twice": ('{"type": "null", "type": "null"}', ["s.json", "twice"]),
    "a broken reference": ('{"$ref": "#/$defs/A"}', ["s.json", "#/$ref", "#/$defs/A"]),
    "a reference to the network": (
        '{"properties": {"a": {"$ref": "https://example.com/a.json"}}}',
        ["s.json#/properties/a/$ref", "https://example.com/a.json"],
    ),
    "an unknown dialect": ('{"$schema": "https://example.com/mine"}', ["s.json", "mine"]),
    "references in a circle": (
        '{"$defs": {"A": {"$ref": "#/$defs/B"}, "B": {"$ref": "#/$defs/A"}}}',
        ["s.json", "$defs"],
    ),
    "nesting without end": ('{"not":' * 5000 + "{}" + "}" * 5000, ["s.json", "deeper"]),
}


@pytest.mark.parametrize("target", ["typescript", "openapi", "python"])
@pytest.mark.parametrize("name", _SCHEMAS)
def test_a_schema_that_cannot_be_read_is_refused_with_its_place(
    tmp_path: Path, name: str, target: str
) -> None:
    text, words = _SCHEMAS[name]
    (tmp_path / "s.json").write_text(text, encoding="utf-8")
    ran = modelpact("generate", "-s", "s.json", "-t", target, "-o", "out", folder=tmp_path)
    assert ran.code == 2, ran
    assert "Traceback" not in ran.err
    for word in words:
        assert word in ran.err
    assert not (tmp_path / "out").exists()


def test_generate_makes_a_package_a_target(tmp_path: Path) -> None:
    schema = {"$defs": {"A": {"type": "object", "properties": {"b": {"type": "integer"}}}}}
    (tmp_path / "s.json").write_text(json.dumps(schema), encoding="utf-8")
    arguments = ("-t", "typescript", "-t", "openapi", "-t", "python", "-o", "out")
    ran = modelpact(
        "generate", "-s", "s.json", *arguments, "-O", "typescript.package=@a/b", folder=tmp_path
    )
    assert (ran.code, ran.err) == (0, "")
    package = json.loads((tmp_path / "out" / "typescript" / "package.json").read_text())
    assert package["name"] == "@a/b"
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [
        "openapi",
        "python",
        "typescript",
    ]


def test_wrong_usage_is_exit_code_2(tmp_path: Path) -> None:
    assert modelpact("generate", folder=tmp_path).code == 2
    assert modelpact("build", folder=tmp_path).code == 2
    assert modelpact("nonsense", folder=tmp_path).code == 2
