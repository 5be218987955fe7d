"""Whether one schema accepts all that another does: proofs, witnesses, verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from modelpact.compat.engine import Containment, Engine, contains

__all__ = ["Containment", "Engine", "contains"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from modelpact.compat import engine

        return getattr(engine, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
