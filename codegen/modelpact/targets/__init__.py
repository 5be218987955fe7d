"""The targets, by name; each is a folder of its own and is imported only when asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Final, cast

from modelpact.emit.target import Target
from modelpact.errors import ModelpactError

__all__ = ["TARGETS", "target_named"]

TARGETS: Final = ("typescript", "openapi", "python")


def target_named(name: str) -> Target:
    """The target of a name.

    Raises:
        ModelpactError: There is no such target.

    """
    if name not in TARGETS:
        raise ModelpactError(
            f"there is no target {name!r}",
            advice=f"The targets are {', '.join(TARGETS)}.",
            rule="unknown-target",
        )
    module = import_module(f"modelpact.targets.{name}")
    return cast("Target", module.TARGET)
