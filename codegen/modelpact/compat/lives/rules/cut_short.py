"""What was removed before its sunset."""

from __future__ import annotations

from datetime import date

from modelpact.compat.consumers.model import SdkExample
from modelpact.compat.lives.model import LifeRule, Removal

__all__ = ["RULE"]


def _judge(removal: Removal, today: date) -> str | None:
    if removal.sunset is None or removal.sunset < today:
        return None
    return f"{removal.what} was removed before {removal.sunset}, until when it was to stay"


RULE = LifeRule(
    id="life-cut-short",
    meaning="Something was removed though it was to stay until a later day.",
    breaks=(
        "Whoever relied on that day: they have had less time to leave it than they were promised."
    ),
    advice="Put it back until its sunset has passed.",
    weight="error",
    example=SdkExample(
        old={
            "$defs": {
                "User": {
                    "type": "object",
                    "properties": {
                        "id": {"type": "integer"},
                        "fax": {
                            "type": "string",
                            "deprecated": True,
                            "x-modelpact": {"since": "1.1.0", "sunset": "2027-12-31"},
                        },
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
