"""Type aliases (``type Name = ...``), which Pydantic knows by reference only."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from modelpact.export.brands import branded
from modelpact.export.facts import split_annotated
from modelpact.export.generator import Generator

__all__ = ["brand_aliases"]


def brand_aliases(generator: Generator) -> Mapping[str, tuple[Any, ...]]:
    """Put brands into the definitions of aliases; returns what aliases say of themselves.

    Aliases are looked up by module and name; one that is defined inside a function is not found,
    and keeps what Pydantic says of it.
    """
    metadata: dict[str, tuple[Any, ...]] = {}
    for key, schema in list(generator.definitions.items()):
        ref = key[:-2]
        value = _value(ref) if ref not in generator.owners and "[" not in ref else None
        if value is not None:
            annotation, metadata[ref] = split_annotated(value)
            generator.definitions[key] = branded(annotation, metadata[ref], schema)
    return metadata


def _value(ref: str) -> Any:
    module, _, name = ref.rpartition(":")[0].rpartition(".")
    alias = getattr(sys.modules.get(module), name, None)
    return getattr(alias, "__value__", None)
