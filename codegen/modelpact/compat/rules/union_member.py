"""The members of a union."""

from __future__ import annotations

from modelpact.compat.changes import show
from modelpact.compat.rules.model import Case, Example, Rule

__all__ = ["RULE"]


def _message(case: Case) -> str | None:
    if case.change.keyword not in {"anyOf", "oneOf"}:
        return None
    exactly_one = case.change.keyword == "oneOf"
    members = "not exactly one member" if exactly_one else "no member"
    return case.say(
        f"{case.subject} no longer accepts {show(case.refused)}: {members} of the union fits",
        f"{case.subject} can newly be {show(case.refused)}: {members} of the old union fits",
    )


RULE = Rule(
    id="union-member",
    category="data",
    meaning="A value that one version's union has a member for fits no member of the other's.",
    breaks="Writers of the one version send such values; readers of the other refuse them.",
    advice=(
        "Keep the member and deprecate it. For a union that will grow, give readers a member for "
        "what they do not know."
    ),
    forward_advice=(
        "Write the new member from the next major version on. For a union that will grow, give "
        "readers a member for what they do not know first."
    ),
    example=Example(
        old={
            "type": "object",
            "properties": {
                "pet": {"anyOf": [{"type": "integer"}, {"type": "string"}, {"type": "boolean"}]}
            },
        },
        new={
            "type": "object",
            "properties": {"pet": {"anyOf": [{"type": "integer"}, {"type": "string"}]}},
        },
        witness={"pet": True},
    ),
    message=_message,
)
