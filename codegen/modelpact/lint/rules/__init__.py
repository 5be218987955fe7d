"""The rules of lint: one file a rule; what it finds, why that matters, what to do instead."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import cast

from modelpact.lint.rules.model import Example, Remark, Rule, Weight

__all__ = ["Example", "Remark", "Rule", "Weight", "lint_rules"]


@cache
def lint_rules() -> tuple[Rule, ...]:
    """Every rule, by id."""
    names = sorted(module.name for module in iter_modules(__path__) if module.name != "model")
    return tuple(cast("Rule", import_module(f"{__name__}.{name}").RULE) for name in names)
