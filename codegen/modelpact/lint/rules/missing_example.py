"""A document of objects without an example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from modelpact.lint.rules.model import Example, Remark, Rule
from modelpact.lint.sites import Site

__all__ = ["RULE"]


def _check(site: Site) -> Iterator[Remark]:
    has_members = isinstance(site.schema.get("properties"), Mapping)
    if site.holder is None and has_members and not site.schema.get("examples"):
        yield Remark(f"{site.subject} has no example")


RULE = Rule(
    id="missing-example",
    weight="note",
    meaning="A document of objects has no example.",
    breaks="Readers of the documentation see names and no payload, and mocks have to be invented.",
    advice="Give one whole payload that could be real, under `examples`.",
    example=Example(
        bad={"description": "A tag.", "properties": {"name": {"description": "Its name."}}},
        good={
            "description": "A tag.",
            "properties": {"name": {"description": "Its name."}},
            "examples": [{"name": "urgent"}],
        },
    ),
    check=_check,
)
