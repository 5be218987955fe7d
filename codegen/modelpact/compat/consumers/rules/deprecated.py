"""A property that is to be left."""

from __future__ import annotations

from modelpact.compat.consumers.facts import Difference, PropertyChanged
from modelpact.compat.consumers.model import Consequence, SdkExample, SdkRule, shown

__all__ = ["RULE"]


def _judge(difference: Difference) -> Consequence | None:
    if not isinstance(difference, PropertyChanged) or difference.old is None:
        return None
    before, after = difference.old.words.deprecated, difference.new.words.deprecated
    if before is not None or after is None:
        return None
    why = f": {after}" if after else ""
    name = f"`{difference.old.name}` of {shown(difference.before)}"
    return Consequence(f"{name} is deprecated now{why}")


RULE = SdkRule(
    id="sdk-deprecated",
    meaning="A property is deprecated now.",
    breaks="Nobody: programs go on compiling, with a warning where they use it.",
    advice="Say in the deprecation what to use instead, and until when it stays.",
    example=SdkExample(
        old={
            "$defs": {
                "User": {
                    "type": "object",
                    "properties": {"nick": {"type": "string"}},
                    "required": [],
                }
            }
        },
        new={
            "$defs": {
                "User": {
                    "type": "object",
                    "properties": {"nick": {"type": "string", "deprecated": True}},
                    "required": [],
                }
            }
        },
    ),
    judge=_judge,
    is_break=False,
)
