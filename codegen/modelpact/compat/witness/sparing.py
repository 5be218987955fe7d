"""What the validators need not import."""

from __future__ import annotations

import sys

__all__ = ["spare_slow_formats"]


def spare_slow_formats() -> None:
    """Keep jsonschema from importing what we do not use; for programs that own their process.

    Where its extra formats are installed, jsonschema imports a grammar of IRIs that takes seconds
    to load. We ask it for no such format.
    """
    if "jsonschema" not in sys.modules:
        sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
