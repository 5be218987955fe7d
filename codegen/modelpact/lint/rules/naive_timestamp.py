"""An instant that does not say its offset."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from modelpact.lint.names import words
from modelpact.lint.rules.model import Example, Remark, Rule
from modelpact.lint.sites import Site

__all__ = ["RULE"]

_INSTANTS: Final = frozenset({"at", "timestamp", "datetime"})
_LOCAL: Final = frozenset({"local-date-time", "datetime-local", "naive-date-time"})
_SAYING: Final = frozenset({"format", "pattern", "enum", "const", "$ref", "x-modelpact"})


def _check(site: Site) -> Iterator[Remark]:
    schema, facts = site.schema, site.facts
    naive = facts.get("timezone") == "naive" and facts.get("temporal") == "date-time"
    if naive or schema.get("format") in _LOCAL:
        yield Remark(f"{site.subject} is a date and time without an offset")
    elif site.is_property and words(site.name)[-1:] and words(site.name)[-1] in _INSTANTS:
        texts = schema.get("type") in ("string", ["string", "null"])
        if texts and not schema.keys() & _SAYING:
            yield Remark(f"{site.subject} is an instant by its name, and any text by its schema")


RULE = Rule(
    id="naive-timestamp",
    weight="warning",
    meaning="An instant is a date and time without an offset, or a text of no format.",
    breaks="Readers in other time zones, and twice a year all of them: they take it for theirs.",
    advice="Use `format: date-time`, which demands an offset: `AwareDatetime` in Pydantic.",
    example=Example(
        bad={
            "description": "A visit.",
            "properties": {"seen_at": {"type": "string", "description": "When."}},
            "examples": [{}],
        },
        good={
            "description": "A visit.",
            "properties": {
                "seen_at": {"type": "string", "format": "date-time", "description": "When."}
            },
            "examples": [{}],
        },
    ),
    check=_check,
)
