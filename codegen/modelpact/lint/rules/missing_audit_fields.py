"""An entity that does not tell when it was made and changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from modelpact.lint.names import words
from modelpact.lint.rules.model import Example, Remark, Rule
from modelpact.lint.sites import Site

__all__ = ["RULE"]

_AUDITED: Final = {
    "when it was made": ({"created"}, "created_at"),
    "when it was changed": ({"updated", "modified", "changed"}, "updated_at"),
}


def _check(site: Site) -> Iterator[Remark]:
    properties = site.schema.get("properties")
    if not site.is_type or site.holder or site.role != "entity":
        return
    if not isinstance(properties, Mapping) or "$ref" in site.schema or "allOf" in site.schema:
        return
    said = [set(words(name)) for name in properties]
    missing = [what for what, (asked, _) in _AUDITED.items() if not any(asked & w for w in said)]
    if missing:
        yield Remark(f"{site.subject} does not tell {' and '.join(missing)}")


RULE = Rule(
    id="missing-audit-fields",
    weight="note",
    meaning="An entity has no field for when it was made, or for when it was changed.",
    breaks="Whoever syncs, caches or sorts such records, and whoever asks what happened.",
    advice="Add `created_at` and `updated_at`, as date-times.",
    example=Example(
        bad={
            "description": "A shop.",
            "properties": {"id": {"description": "Its identity."}},
            "examples": [{}],
            "x-modelpact": {"role": "entity"},
        },
        good={
            "description": "A shop.",
            "properties": {
                "id": {"description": "Its identity."},
                "created_at": {"format": "date-time", "description": "When it was made."},
                "updated_at": {"format": "date-time", "description": "When it was changed."},
            },
            "examples": [{}],
            "x-modelpact": {"role": "entity"},
        },
    ),
    check=_check,
)
