"""Money as a binary fraction."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from modelpact.lint.names import words
from modelpact.lint.rules.model import Example, Remark, Rule
from modelpact.lint.sites import Site

__all__ = ["RULE"]

_MONEY: Final = frozenset(
    {"amount", "price", "cost", "fee", "balance", "salary", "revenue", "budget"}
    | {"subtotal", "refund", "tax", "charge"}
)
_RATIOS: Final = frozenset(
    {"rate", "ratio", "percent", "percentage", "share", "factor", "score", "count"}
)


def _check(site: Site) -> Iterator[Remark]:
    said = set(words(site.name))
    if not site.is_property or not said & _MONEY or said & _RATIOS:
        return
    alternatives = list(site.alternatives())
    types = [schema.get("type") for schema in alternatives]
    fractional = any(stated in ("number", ["number", "null"]) for stated in types)
    exact = "string" in types or any("multipleOf" in schema for schema in alternatives)
    if fractional and not exact:
        yield Remark(f"{site.subject} is money by its name, and a binary fraction by its type")


RULE = Rule(
    id="float-money",
    weight="warning",
    meaning="A property that is money by its name is a number of any precision.",
    breaks="Whoever adds amounts up: 0.1 + 0.2 is not 0.3, and cents are lost.",
    advice="Send a decimal as a string (`Decimal`), or an integer of the smallest unit.",
    example=Example(
        bad={
            "description": "A line.",
            "properties": {"price": {"type": "number", "description": "In euros."}},
            "examples": [{}],
        },
        good={
            "description": "A line.",
            "properties": {"price": {"type": "integer", "description": "In cents."}},
            "examples": [{}],
        },
    ),
    check=_check,
)
