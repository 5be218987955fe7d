"""The rules about lives: one file a rule; at most one speaks of a removal."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import cast

from modelpact.compat.lives.model import LifeRule

__all__ = ["life_rules"]


@cache
def life_rules() -> tuple[LifeRule, ...]:
    """Every rule, by the name of its file."""
    names = sorted(module.name for module in iter_modules(__path__))
    return tuple(cast("LifeRule", import_module(f"{__name__}.{name}").RULE) for name in names)
