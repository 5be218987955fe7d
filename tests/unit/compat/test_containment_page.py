"""The page on the method says what the code does: its examples are run, its map is complete."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[3]
PAGE = CHECKOUT / "docs" / "containment.md"
PACKAGE = CHECKOUT / "codegen" / "modelpact" / "compat"


def test_the_examples_print_what_the_page_shows() -> None:
    results = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert results.attempted
    assert results.failed == 0


def test_every_module_is_on_the_map() -> None:
    named = set(re.findall(r"`([a-z_/]+\.py|rules/)`", PAGE.read_text(encoding="utf-8")))
    modules = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if path.name != "__init__.py"
    }
    listed = {module for module in modules if "rules/" not in module}
    assert listed - named == set(), "say in docs/containment.md what the module is"
