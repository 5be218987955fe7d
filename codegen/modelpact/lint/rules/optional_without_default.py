"""An optional property that does not say what its absence means."""

from __future__ import annotations

from collections.abc import Iterator

from modelpact.lint.rules.model import Example, Remark, Rule
from modelpact.lint.sites import Site

__all__ = ["RULE"]


def _check(site: Site) -> Iterator[Remark]:
    if not site.is_property or site.is_required or not site.is_accepted:
        return
    if "default" in site.schema or site.facts.get("factory") or site.schema.get("readOnly"):
        return
    yield Remark(f"{site.subject} may be left out, and has no default")


RULE = Rule(
    id="optional-without-default",
    weight="off",
    meaning="A property that may be left out does not say what then holds.",
    breaks="Callers guess what happens without it, and services answer differently.",
    advice="State a `default`, null included, or make the property required.",
    example=Example(
        bad={
            "description": "A query.",
            "properties": {"limit": {"type": "integer", "description": "How many."}},
            "examples": [{}],
        },
        good={
            "description": "A query.",
            "properties": {"limit": {"type": "integer", "description": "How many.", "default": 20}},
            "examples": [{}],
        },
    ),
    check=_check,
)
