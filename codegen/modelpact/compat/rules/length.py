"""The length of a string."""

from __future__ import annotations

from modelpact.compat.rules.model import Case, Example, Rule

__all__ = ["RULE"]


_KEYWORDS = frozenset({"minLength", "maxLength"})


def _message(case: Case) -> str | None:
    if case.change.keyword not in _KEYWORDS:
        return None
    return case.say(
        f"{case.subject} no longer accepts every length: {case.changed()}",
        f"{case.subject} can newly have other lengths: {case.changed()}",
    )


RULE = Rule(
    id="length",
    category="data",
    meaning="The least or greatest length of a string changed.",
    breaks=(
        "Writers of the one version send strings that are too short or too long for readers of "
        "the other."
    ),
    advice=(
        "Keep accepting the old bounds until the next major version; have those who send stay "
        "within the new ones first."
    ),
    forward_advice=(
        "Write within the old bounds until the next major version; let readers accept the wider "
        "ones first."
    ),
    example=Example(
        old={"type": "object", "properties": {"name": {"type": "string", "maxLength": 8}}},
        new={"type": "object", "properties": {"name": {"type": "string", "maxLength": 4}}},
        witness={"name": "aaaaa"},
    ),
    message=_message,
)
