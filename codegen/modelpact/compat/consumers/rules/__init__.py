"""The rules about consumers: one file a rule, asked in the order of ``_ORDER``.

The first that speaks of a difference is the one that is told: those that say more come first.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Final, cast

from modelpact.compat.consumers.model import SdkRule

__all__ = ["sdk_rules"]

_FIRST: Final = (
    "tag_changed",
    "brand_changed",
    "property_required",
    "property_optional",
    "property_nullable",
)
_LAST: Final = ("tuple_label", "integer_width", "default_changed", "deprecated")
"""What stops few or nobody from compiling is told where nothing else is."""


@cache
def sdk_rules() -> tuple[SdkRule, ...]:
    """Every rule, in the order in which they are asked."""
    names = sorted(module.name for module in iter_modules(__path__))
    ordered = sorted(names, key=lambda name: (_rank(name), name))
    return tuple(cast("SdkRule", import_module(f"{__name__}.{name}").RULE) for name in ordered)


def _rank(name: str) -> int:
    if name in _FIRST:
        return _FIRST.index(name) - len(_FIRST)
    return _LAST.index(name) + 1 if name in _LAST else 0
