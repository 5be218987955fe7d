"""A member of an enumeration that is gone."""

from __future__ import annotations

from modelpact.compat.consumers.facts import Difference, MemberGone
from modelpact.compat.consumers.model import Consequence, SdkExample, SdkRule, shown
from modelpact.compat.consumers.programs import imports, module
from modelpact.compat.consumers.spelling import access
from modelpact.emit.naming import pascal_case, type_name

__all__ = ["RULE"]


def _judge(difference: Difference) -> Consequence | None:
    if not isinstance(difference, MemberGone) or difference.renamed is not None:
        return None
    name, member = type_name(difference.before.name), pascal_case(difference.member.name)
    code = module(
        imports([name], values=True), f"export const chosen: {name} = {name}{access(member)};"
    )
    return Consequence(f"{shown(difference.before)} has no member `{member}` any more", code)


RULE = SdkRule(
    id="sdk-enum-member-removed",
    meaning="A member that programs use is not in the enumeration any more.",
    breaks="Whoever names it cannot compile.",
    advice="Keep the member and mark it deprecated; remove it in the next major version.",
    example=SdkExample(
        old={
            "$defs": {
                "Plan": {"enum": ["free", "pro"]},
                "User": {
                    "type": "object",
                    "properties": {"plan": {"$ref": "#/$defs/Plan"}},
                    "required": ["plan"],
                },
            }
        },
        new={
            "$defs": {
                "Plan": {"enum": ["free"]},
                "User": {
                    "type": "object",
                    "properties": {"plan": {"$ref": "#/$defs/Plan"}},
                    "required": ["plan"],
                },
            }
        },
    ),
    judge=_judge,
)
