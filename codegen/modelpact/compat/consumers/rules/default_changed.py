"""What an absent property means."""

from __future__ import annotations

from modelpact.compat.changes import ABSENT, show
from modelpact.compat.consumers.facts import Difference, PropertyChanged
from modelpact.compat.consumers.model import Consequence, SdkExample, SdkRule, shown
from modelpact.graph.nodes import Default

__all__ = ["RULE"]


def _judge(difference: Difference) -> Consequence | None:
    if not isinstance(difference, PropertyChanged) or difference.old is None:
        return None
    before, after = difference.old.default, difference.new.default
    if before == after or before is None:
        return None
    if difference.old.required and difference.new.required:
        return None  # it never is absent
    subject = f"`{difference.old.name}` of {shown(difference.before)}"
    was, is_now = _said(before), _said(after)
    if was == is_now:  # both are cut
        return Consequence(f"{subject} means something else now where it is absent")
    return Consequence(f"{subject} meant {was} where it was absent, and means {is_now} now")


def _said(default: Default | None) -> str:
    return show(ABSENT if default is None else default.value)


RULE = SdkRule(
    id="sdk-default-changed",
    meaning="What readers assume where a property is absent is another value.",
    breaks="Nobody stops compiling; writers who leave it out mean something else from now on.",
    advice="Keep the default, or have writers say what they mean before it changes.",
    example=SdkExample(
        old={
            "$defs": {
                "User": {
                    "type": "object",
                    "properties": {"theme": {"type": "string", "default": "light"}},
                    "required": [],
                }
            }
        },
        new={
            "$defs": {
                "User": {
                    "type": "object",
                    "properties": {"theme": {"type": "string", "default": "dark"}},
                    "required": [],
                }
            }
        },
    ),
    judge=_judge,
    is_break=False,
)
