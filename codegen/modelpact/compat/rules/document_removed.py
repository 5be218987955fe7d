"""A model that is no longer there."""

from __future__ import annotations

from modelpact.compat.changes import DOCUMENT, Absent
from modelpact.compat.rules.model import Case, Example, Rule

__all__ = ["RULE"]


def _message(case: Case) -> str | None:
    if case.change.keyword != DOCUMENT:
        return None
    name = case.change.name
    if not isinstance(case.read, Absent):
        return f"The document {name} is for what is emitted alone now, and accepts nothing"
    return case.say(f"the document {name} was removed", f"the document {name} was added")


RULE = Rule(
    id="document-removed",
    category="data",
    meaning="A document of one version has no counterpart in the other that accepts anything.",
    breaks=("Writers of the one version send such payloads; the other version reads none of them."),
    advice=(
        "Deprecate the model first and remove it in the next major version. A renamed model "
        "counts as removed, unless it says what it was called (`RenamedFrom`)."
    ),
    example=Example(
        old={"type": "object"},
        new=False,
        witness={},
    ),
    message=_message,
)
