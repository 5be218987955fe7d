"""A type whose name is not in PascalCase."""

from __future__ import annotations

from collections.abc import Iterator

from modelpact.lint.names import style_fits
from modelpact.lint.rules.model import Example, Remark, Rule
from modelpact.lint.sites import Site

__all__ = ["RULE"]


def _check(site: Site) -> Iterator[Remark]:
    if site.is_type and not style_fits(site.name, "PascalCase"):
        yield Remark(f"The type `{site.name}` is not in PascalCase")


RULE = Rule(
    id="type-name",
    weight="note",
    meaning="A type's name is not in PascalCase.",
    breaks="SDKs have to rename it, and the same type goes by several names.",
    advice="Name the model, the definition or the file in PascalCase, such as OrderLine.",
    example=Example(
        bad={"description": "Lines.", "$defs": {"order_line": {"description": "A line."}}},
        good={"description": "Lines.", "$defs": {"OrderLine": {"description": "A line."}}},
    ),
    check=_check,
)
