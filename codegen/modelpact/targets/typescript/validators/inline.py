"""Which demands an expression can say, and which need a function of their own."""

from __future__ import annotations

from typing import Final

from modelpact.targets.typescript.validators.analysis import type_of_value
from modelpact.targets.typescript.validators.demands import Call, Demands, Subschema

__all__ = ["is_inline", "needed_types"]

_FEW: Final = 4
_LEAF: Final = frozenset({"null", "boolean", "integer", "number", "string"})


def is_inline(demands: Demands) -> bool:
    """Whether an expression says it all: no loop, no member, no branch is needed."""
    if demands.objects is not None or demands.arrays is not None or demands.condition is not None:
        return False
    members = [member for union in demands.unions for member in union.members]
    if len(members) > _FEW or any(
        union.rule == "oneOf" and len(union.members) > 1 for union in demands.unions
    ):
        return False
    return sum(not _is_leaf(member) for member in members) <= 1 and all(
        isinstance(inner, Call) or is_inline(inner) for inner in demands.inner() if _is_leaf(inner)
    )


def _is_leaf(schema: Subschema) -> bool:
    """Whether a schema is about nothing but scalars."""
    return (
        isinstance(schema, Demands)
        and schema.types is not None
        and schema.types <= _LEAF
        and not schema.inner()
    )


def needed_types(demands: Demands) -> frozenset[str] | None:
    """The types that have to be tested beside literals: those of them that say anything."""
    if demands.types is None:
        return None
    allowed = {"number" if name == "integer" else name for name in demands.types}
    kinds = {type_of_value(value) for known in demands.literals for value in known.values}
    if "integer" in demands.types and "number" in kinds:
        return demands.types
    return None if kinds <= allowed else demands.types
