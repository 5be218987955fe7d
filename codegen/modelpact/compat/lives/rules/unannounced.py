"""What was removed and had no sunset."""

from __future__ import annotations

from datetime import date

from modelpact.compat.consumers.model import SdkExample
from modelpact.compat.lives.model import LifeRule, Removal

__all__ = ["RULE"]


def _judge(removal: Removal, _today: date) -> str | None:
    if removal.sunset is not None:
        return None
    if removal.deprecated:
        return (
            f"{removal.what} was removed; it was deprecated{removal.course}, and no day was named"
        )
    return f"{removal.what} was removed, and was never said to be deprecated"


RULE = LifeRule(
    id="life-unannounced",
    meaning="Something was removed, and no day had been named until when it was to stay.",
    breaks=("Whoever uses it: nobody told them when to have left it."),
    advice="Deprecate it first, and name a day with Sunset(...); remove it after that day.",
    weight="warning",
    example=SdkExample(
        old={
            "$defs": {
                "User": {
                    "type": "object",
                    "properties": {
                        "id": {"type": "integer"},
                        "fax": {"type": "string"},
                    },
                    "required": ["id"],
                }
            }
        },
        new={
            "$defs": {
                "User": {
                    "type": "object",
                    "properties": {"id": {"type": "integer"}},
                    "required": ["id"],
                }
            }
        },
    ),
    judge=_judge,
)
