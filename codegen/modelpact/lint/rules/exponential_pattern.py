"""A pattern that hangs JavaScript."""

from __future__ import annotations

from collections.abc import Iterator

from modelpact.lint.backtracking.remarks import remarks_on
from modelpact.lint.rules.model import Example, Remark, Rule
from modelpact.lint.sites import Site

__all__ = ["RULE"]


def _check(site: Site) -> Iterator[Remark]:
    yield from (Remark(*said) for said in remarks_on(site, "exponential"))


RULE = Rule(
    id="exponential-pattern",
    weight="error",
    meaning="An engine that backtracks, as JavaScript's does, needs exponential time.",
    breaks="A browser or a service that checks a text of thirty characters hangs for minutes.",
    advice=(
        "Let each character be matched in one way only: no repetition of what is itself repeated,"
        " and no alternatives that begin alike."
    ),
    example=Example(
        bad={"description": "A slug.", "type": "string", "pattern": "^([a-z]+-?)+$"},
        good={"description": "A slug.", "type": "string", "pattern": "^[a-z]+(-[a-z]+)*$"},
    ),
    check=_check,
)
