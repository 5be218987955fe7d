"""An enumeration that is sent and cannot grow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from modelpact.lint.rules.model import Example, Remark, Rule
from modelpact.lint.sites import Site

__all__ = ["RULE"]

_FEW: Final = 2


def _check(site: Site) -> Iterator[Remark]:
    values = site.schema.get("enum")
    if not site.is_emitted or not isinstance(values, list):
        return
    if len([value for value in values if isinstance(value, str)]) < _FEW or _is_extensible(site):
        return
    yield Remark(f"{site.subject} is sent, and no value can be added without breaking readers")


def _is_extensible(site: Site) -> bool:
    holder = site.holder
    stated = site.facts.get("extensible") or (holder and holder.facts.get("extensible"))
    return stated is True


RULE = Rule(
    id="closed-enum",
    weight="note",
    meaning="An enumeration that is sent is closed: readers may refuse values that are not in it.",
    breaks="The team, on the day on which it needs one more value: that is a breaking change.",
    advice=(
        "Mark it `Extensible()` before its first release if it may grow; readers then handle "
        "values they do not know. To open a released one takes a major version."
    ),
    example=Example(
        bad={"description": "A colour.", "enum": ["red", "green"]},
        good={
            "description": "A colour.",
            "anyOf": [{"enum": ["red", "green"]}, {"type": "string", "maxLength": 40}],
            "x-modelpact": {"extensible": True},
        },
    ),
    check=_check,
)
