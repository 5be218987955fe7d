"""The names of components: OpenAPI allows ASCII letters, digits, ``.``, ``-`` and ``_`` only."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from modelpact.emit.characters import code_point
from modelpact.emit.naming import type_name
from modelpact.emit.scope import unique_names

__all__ = ["COMPONENTS", "component_names"]

COMPONENTS: Final = "#/components/schemas/"

_ALLOWED: Final = re.compile(r"[A-Za-z0-9._-]+")
_REFUSED: Final = re.compile(r"[^A-Za-z0-9._-]+")


def component_names(definitions: Iterable[str]) -> dict[str, str]:
    """The component of each definition. A name that OpenAPI allows is kept."""
    return unique_names(definitions, _mangled)


def _mangled(name: str) -> str:
    if _ALLOWED.fullmatch(name):
        return name
    spelled = "".join(c if c.isascii() else f"u{code_point(c)}" for c in type_name(name))
    return _REFUSED.sub("_", spelled).strip("_") or "Schema"
