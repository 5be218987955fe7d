"""The listed values."""

from __future__ import annotations

from modelpact.compat.changes import Absent, show
from modelpact.compat.rules.model import Case, Example, Rule

__all__ = ["RULE"]


def _message(case: Case) -> str | None:
    if case.change.keyword != "enum" or isinstance(case.refused, Absent):
        return None
    value = show(case.refused)
    return case.say(
        f"{case.subject} no longer accepts {value}", f"{case.subject} can newly be {value}"
    )


RULE = Rule(
    id="enum",
    category="data",
    meaning="A value that one version lists is not among those that the other lists.",
    breaks="Writers of the one version send the value; readers of the other refuse it.",
    advice="Keep the value and deprecate it; remove it in the next major version.",
    forward_advice=(
        "Write the new value from the next major version on. For a list that will grow, open it "
        "in that version (`Extensible`), so that later values break nobody."
    ),
    example=Example(
        old={"type": "object", "properties": {"size": {"enum": ["s", "m", "l"]}}},
        new={"type": "object", "properties": {"size": {"enum": ["s", "m"]}}},
        witness={"size": "l"},
    ),
    message=_message,
)
