"""An accepted list of any length."""

from __future__ import annotations

from collections.abc import Iterator

from modelpact.lint.rules.model import Example, Remark, Rule
from modelpact.lint.sites import Site

__all__ = ["RULE"]


def _check(site: Site) -> Iterator[Remark]:
    schema = site.schema
    if not site.is_accepted or schema.get("type") not in ("array", ["array", "null"]):
        return
    if "maxItems" not in schema and schema.get("items") is not False:
        yield Remark(f"{site.subject} accepts lists of any length")


RULE = Rule(
    id="unbounded-list",
    weight="off",
    meaning="A list that is accepted has no `maxItems`.",
    breaks="Services that go through it: somebody sends a million items.",
    advice="Set a generous `maxItems`. On a released contract this narrows what is accepted.",
    example=Example(
        bad={"description": "Tags.", "type": "array", "items": {"type": "boolean"}},
        good={
            "description": "Tags.",
            "type": "array",
            "items": {"type": "boolean"},
            "maxItems": 100,
        },
    ),
    check=_check,
)
