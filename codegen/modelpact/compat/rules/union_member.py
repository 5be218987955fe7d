"""The members of a union."""

from __future__ import annotations

from modelpact.compat.changes import Presence, show
from modelpact.compat.rules.model import Case, Example, Rule

__all__ = ["RULE"]


def _message(case: Case) -> str | None:
    if case.change.keyword not in {"anyOf", "oneOf"}:
        return None
    exactly_one = case.change.keyword == "oneOf"
    members = "not exactly one member" if exactly_one else "no member"
    refused, gone = show(case.refused), _only_in_writers(case)
    if gone:
        return case.say(
            f"{case.subject} no longer accepts {gone}, such as {refused}",
            f"{case.subject} can newly be {gone}, such as {refused}",
        )
    return case.say(
        f"{case.subject} no longer accepts {refused}: {members} of the union fits",
        f"{case.subject} can newly be {refused}: {members} of the old union fits",
    )


def _only_in_writers(case: Case) -> str:
    """The name of the one document that the writer's union has and the reader's has not."""
    written, read = _references(case.written), _references(case.read)
    names = [reference for reference in written if reference not in read]
    if len(names) != 1 or not read:
        return ""
    return names[0].rpartition("#")[2].rpartition("/")[2].partition(".")[0]


def _references(union: Presence) -> list[str]:
    members = union if isinstance(union, list) else []
    found = (member.get("$ref") for member in members if isinstance(member, dict))
    return [reference for reference in found if isinstance(reference, str)]


RULE = Rule(
    id="union-member",
    category="data",
    meaning="A value that one version's union has a member for fits no member of the other's.",
    breaks="Writers of the one version send such values; readers of the other refuse them.",
    advice="Keep the member, deprecated, until the next major version.",
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
