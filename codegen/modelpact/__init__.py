"""Pydantic models as a contract: versioned JSON Schema, generated SDKs, proof of compatibility.

The package is lazy: a name costs its import only when it is used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from modelpact.version import __version__

if TYPE_CHECKING:
    from modelpact.compat import compare, contains

__all__ = ["__version__", "compare", "contains"]

_HOMES = {"compare": "modelpact.compat", "contains": "modelpact.compat"}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
