"""A property whose name is of another style than the others."""

from __future__ import annotations

from collections.abc import Iterator

from modelpact.lint.names import style_fits
from modelpact.lint.rules.model import Example, Remark, Rule
from modelpact.lint.sites import Site

__all__ = ["RULE"]


def _check(site: Site) -> Iterator[Remark]:
    style = site.contract.style
    if site.is_property and not style_fits(site.name, style):
        yield Remark(f"{site.subject} is not in {style}, as the contract's other names are")


RULE = Rule(
    id="property-name",
    weight="warning",
    meaning="A property's name is not of the style that most names of the contract are.",
    breaks="Everybody who types names by hand, and SDKs that turn names into their language's own.",
    advice=(
        "Write it as the others are. Where it is released already, add the new name, keep the old"
        " one as deprecated, and remove it in a major version."
    ),
    example=Example(
        bad={
            "description": "A person.",
            "properties": {
                "first_name": {"description": "The first one."},
                "last_name": {"description": "The last one."},
                "birthDate": {"description": "When they were born."},
            },
            "examples": [{}],
        },
        good={
            "description": "A person.",
            "properties": {
                "first_name": {"description": "The first one."},
                "last_name": {"description": "The last one."},
                "birth_date": {"description": "When they were born."},
            },
            "examples": [{}],
        },
    ),
    check=_check,
)
