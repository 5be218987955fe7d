"""The order of the members of ``x-modelpact``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

__all__ = ["in_order"]

_FACT_ORDER: Final = (
    "role",
    "direction",
    "inputOf",
    "generic",
    "bases",
    "frozen",
    "brand",
    "extensible",
    "members",
    "labels",
    "keys",
    "timezone",
    "temporal",
    "factory",
    "deprecated",
    "since",
    "sunset",
    "renamedFrom",
)
_FACT_RANK: Final = {fact: rank for rank, fact in enumerate(_FACT_ORDER)}


def in_order(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The members of ``x-modelpact`` in their order."""
    return {fact: facts[fact] for fact in sorted(facts, key=_by_fact_rank)}


def _by_fact_rank(fact: str) -> tuple[int, str]:
    return (_FACT_RANK.get(fact, len(_FACT_ORDER)), fact)
