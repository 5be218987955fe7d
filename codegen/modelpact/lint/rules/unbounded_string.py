"""An accepted string of any length."""

from __future__ import annotations

from collections.abc import Iterator

from modelpact.lint.bounds import is_bounded
from modelpact.lint.rules.model import Example, Remark, Rule
from modelpact.lint.sites import Site

__all__ = ["RULE"]

_BOUNDING = frozenset({"maxLength", "enum", "const", "format"})


def _check(site: Site) -> Iterator[Remark]:
    schema = site.schema
    if not site.is_accepted or schema.get("type") not in ("string", ["string", "null"]):
        return
    pattern = schema.get("pattern")
    if schema.keys() & _BOUNDING or (isinstance(pattern, str) and is_bounded(pattern)):
        return
    yield Remark(f"{site.subject} accepts strings of any length")


RULE = Rule(
    id="unbounded-string",
    weight="off",
    meaning="A string that is accepted has no `maxLength`, and nothing else bounds it.",
    breaks="Services that store or show it: somebody sends ten megabytes.",
    advice="Set a generous `maxLength`. On a released contract this narrows what is accepted.",
    example=Example(
        bad={"description": "A note.", "type": "string"},
        good={"description": "A note.", "type": "string", "maxLength": 10000},
    ),
    check=_check,
)
