"""A member of an enumeration that has another name."""

from __future__ import annotations

from modelpact.compat.consumers.facts import Difference, MemberGone
from modelpact.compat.consumers.model import Consequence, SdkExample, SdkRule, shown
from modelpact.compat.consumers.programs import imports, module
from modelpact.compat.consumers.spelling import access
from modelpact.emit.naming import pascal_case, type_name

__all__ = ["RULE"]


def _judge(difference: Difference) -> Consequence | None:
    if not isinstance(difference, MemberGone) or difference.renamed is None:
        return None
    name, member = type_name(difference.before.name), pascal_case(difference.member.name)
    now = pascal_case(difference.renamed.name)
    if member == now:
        return None
    code = module(
        imports([name], values=True), f"export const chosen: {name} = {name}{access(member)};"
    )
    return Consequence(f"`{member}` of {shown(difference.before)} is called `{now}` now", code)


RULE = SdkRule(
    id="sdk-enum-member-renamed",
    meaning="A member of an enumeration has another name and the same value.",
    breaks="Payloads are as before; programs that use the member by its old name cannot compile.",
    advice="Keep the member's name; what it means can change in its description.",
    example=SdkExample(
        old={
            "$defs": {
                "Plan": {
                    "enum": ["free", "pro"],
                    "x-modelpact": {
                        "members": [
                            {"name": "FREE", "value": "free"},
                            {"name": "PRO", "value": "pro"},
                        ]
                    },
                },
                "User": {
                    "type": "object",
                    "properties": {"plan": {"$ref": "#/$defs/Plan"}},
                    "required": ["plan"],
                },
            }
        },
        new={
            "$defs": {
                "Plan": {
                    "enum": ["free", "pro"],
                    "x-modelpact": {
                        "members": [
                            {"name": "FREE", "value": "free"},
                            {"name": "PROFESSIONAL", "value": "pro"},
                        ]
                    },
                },
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
