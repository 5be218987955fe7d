"""Whether one schema accepts all that another does: proofs, witnesses, verdicts."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from modelpact.compat.comparison import compare
    from modelpact.compat.containment import Containment
    from modelpact.compat.engine import Engine, contains
    from modelpact.compat.report import Finding, Report

__all__ = ["Containment", "Engine", "Finding", "Report", "compare", "contains"]

_HOMES = {
    "Containment": "containment",
    "Engine": "engine",
    "Finding": "report",
    "Report": "report",
    "compare": "comparison",
    "contains": "engine",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
