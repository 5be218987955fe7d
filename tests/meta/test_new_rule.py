"""`make rule` makes all that a rule needs, and nothing that passes for one before it is filled."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from modelpact.compat.consumers.model import SdkRule
from modelpact.compat.rules import Rule
from support.new_rule import KINDS, new_rule

ROOT = Path(__file__).parents[2]
IDS = pytest.mark.parametrize(
    ("identifier", "shape"), [("item-shape", Rule), ("sdk-tuple-label", SdkRule)]
)


def loaded(file: Path) -> Any:
    spec = importlib.util.spec_from_file_location(file.stem, file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.RULE


@IDS
def test_a_new_rule_has_a_file_with_its_id_an_example_and_a_test(
    identifier: str, shape: type, tmp_path: Path
) -> None:
    file, test = new_rule(identifier, tmp_path)
    rule = loaded(file)
    assert shape.__name__ == type(rule).__name__
    assert rule.id == identifier
    assert test.name == f"test_{file.name}"
    assert rule.example is not None


@IDS
def test_a_new_rule_is_formatted_and_has_no_faults_but_its_gaps(
    identifier: str, shape: type, tmp_path: Path
) -> None:
    del shape
    files = [str(file) for file in new_rule(identifier, tmp_path)]
    ruff = [sys.executable, "-m", "ruff"]
    options = ["--config", str(ROOT / "pyproject.toml"), "--no-cache"]
    subprocess.run([*ruff, "format", "--check", *options, *files], check=True)
    subprocess.run(
        [*ruff, "check", "--ignore", "INP001,D400,D415,D419,S101,D103,I001", *options, *files],
        check=True,
    )


@IDS
def test_words_that_nobody_filled_in_do_not_pass_for_words(
    identifier: str, shape: type, tmp_path: Path
) -> None:
    del shape
    rule = loaded(new_rule(identifier, tmp_path)[0])
    assert all(len(text) < 20 for text in (rule.meaning, rule.breaks, rule.advice))


def test_the_folders_are_where_the_rules_are() -> None:
    for kind in KINDS:
        assert len(list((ROOT / kind.rules).glob("*.py"))) > 10


def test_a_rule_that_there_is_already_is_left_alone(tmp_path: Path) -> None:
    (first, second) = new_rule("item-shape", tmp_path)
    first.write_text("mine")
    second.unlink()
    with pytest.raises(ValueError, match=r"there is codegen.*item_shape\.py already"):
        new_rule("item-shape", tmp_path)
    assert first.read_text() == "mine"
    assert not second.exists()


@pytest.mark.parametrize("identifier", ["Item", "item_count", "-item", "item--count", "", "../x"])
def test_an_id_is_kebab_case(identifier: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="kebab-case"):
        new_rule(identifier, tmp_path)
    assert list(tmp_path.iterdir()) == []
