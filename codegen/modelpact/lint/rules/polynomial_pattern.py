"""A pattern that is slow on long texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from modelpact.lint.backtracking.remarks import remarks_on
from modelpact.lint.rules.model import Example, Remark, Rule
from modelpact.lint.sites import Site

__all__ = ["RULE"]

_SHORT: Final = 1000
"""A thousand characters squared are a million steps: some milliseconds."""


def _check(site: Site) -> Iterator[Remark]:
    longest = site.schema.get("maxLength")
    if isinstance(longest, int) and longest <= _SHORT:
        return
    yield from (Remark(*said) for said in remarks_on(site, "polynomial"))


RULE = Rule(
    id="polynomial-pattern",
    weight="note",
    meaning="An engine that backtracks needs quadratic time, or more, for texts of any length.",
    breaks="A browser or a service that checks a text of a megabyte hangs for minutes.",
    advice="Bound the text with `maxLength` (1000 or less), anchor the pattern, or restrict it.",
    example=Example(
        bad={"description": "A line.", "type": "string", "pattern": "^[a-z]*[a-z0-9]*$"},
        good={"description": "A line.", "type": "string", "pattern": "^[a-z0-9]*$"},
    ),
    check=_check,
)
