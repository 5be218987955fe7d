"""The length of a string."""

from __future__ import annotations

from modelpact.compat.rules.model import Case, Example, Rule

__all__ = ["RULE"]


_EXTREMES = {"minLength": "short", "maxLength": "long"}


def _message(case: Case) -> str | None:
    extreme = _EXTREMES.get(case.change.keyword)
    if extreme is None:
        return None
    return case.say(
        f"{case.subject} can no longer be as {extreme}: {case.changed()}",
        f"{case.subject} can newly be {extreme}er: {case.changed()}",
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
