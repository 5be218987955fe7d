"""A type or a property that nobody has described."""

from __future__ import annotations

from collections.abc import Iterator

from modelpact.lint.rules.model import Example, Remark, Rule
from modelpact.lint.sites import Site

__all__ = ["RULE"]


def _check(site: Site) -> Iterator[Remark]:
    if not (site.is_type or site.is_property) or site.schema.get("description"):
        return
    target = site.target()
    if site.is_property and target is not None and target.get("description"):
        return
    yield Remark(f"{site.subject} has no description")


RULE = Rule(
    id="missing-description",
    weight="warning",
    meaning="A type or a property has no description, and refers to nothing that has one.",
    breaks="Whoever uses the contract guesses what is meant, and SDKs have nothing to show.",
    advice="Say in a sentence what it means, with its unit if it has one.",
    example=Example(
        bad={"description": "A visit.", "properties": {"length": {"type": "integer"}}},
        good={
            "description": "A visit.",
            "properties": {"length": {"type": "integer", "description": "In minutes."}},
        },
    ),
    check=_check,
)
