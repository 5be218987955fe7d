"""A pattern that engines read differently."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from modelpact.documents.patterns import (
    ECMA_STRICT,
    RUST,
    PatternError,
    means_the_same,
    rewrite,
)
from modelpact.lint.rules.model import Example, Remark, Rule
from modelpact.lint.sites import Site

__all__ = ["RULE"]

_ENGINES: Final = (ECMA_STRICT, RUST)


def _check(site: Site) -> Iterator[Remark]:
    for pattern, at in _patterns(site):
        if means_the_same(pattern, _ENGINES):
            continue
        message = f"the pattern {pattern} of {site.subject} is not read by all engines alike"
        with suppress(PatternError):
            message += f"; this is: {rewrite(pattern, source_dialect='ecma')}"
        yield Remark(message, at)


def _patterns(site: Site) -> Iterator[tuple[str, tuple[str, ...]]]:
    pattern = site.schema.get("pattern")
    if isinstance(pattern, str):
        yield pattern, ("pattern",)
    named = site.schema.get("patternProperties")
    for name in named if isinstance(named, dict) else ():
        yield name, ("patternProperties", name)


RULE = Rule(
    id="unportable-pattern",
    weight="warning",
    meaning="A pattern means one thing in JavaScript and another, or nothing, in other engines.",
    breaks="A payload that one service accepts is refused by the next, or checked by nobody.",
    advice=(
        "Write classes out, such as [0-9] for \\d, and do without look-around. Models are exported"
        " with patterns that all engines read alike."
    ),
    example=Example(
        bad={"description": "A code.", "type": "string", "pattern": "^\\d{4}$"},
        good={"description": "A code.", "type": "string", "pattern": "^[0-9]{4}$"},
    ),
    check=_check,
)
