"""A type that has another name."""

from __future__ import annotations

from modelpact.compat.consumers.facts import Difference, TypeGone
from modelpact.compat.consumers.model import Consequence, SdkExample, SdkRule, shown
from modelpact.compat.consumers.programs import imports, module
from modelpact.emit.naming import type_name

__all__ = ["RULE"]


def _judge(difference: Difference) -> Consequence | None:
    if not isinstance(difference, TypeGone) or difference.renamed is None:
        return None
    name = type_name(difference.before.name)
    code = module(imports([name]), f"export const same = (value: {name}) => value;")
    now = shown(difference.renamed)
    said = f"looks renamed to {now} (guessed)" if difference.guessed else f"is called {now} now"
    return Consequence(f"{shown(difference.before)} {said}", code)


RULE = SdkRule(
    id="sdk-type-renamed",
    meaning="A type that programs import has another name in the SDK.",
    breaks="Whoever imports it by its old name cannot compile.",
    advice=(
        "Keep the published name with Named(...), or rename in the next major version and say "
        "so with RenamedFrom(...)."
    ),
    example=SdkExample(
        old={
            "$defs": {
                "Customer": {
                    "type": "object",
                    "properties": {"id": {"type": "integer"}, "name": {"type": "string"}},
                    "required": ["id", "name"],
                }
            }
        },
        new={
            "$defs": {
                "Buyer": {
                    "type": "object",
                    "properties": {"id": {"type": "integer"}, "name": {"type": "string"}},
                    "required": ["id", "name"],
                    "x-modelpact": {"renamedFrom": ["Customer"]},
                }
            }
        },
    ),
    judge=_judge,
)
