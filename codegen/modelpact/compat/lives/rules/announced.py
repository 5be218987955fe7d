"""What was removed after its sunset."""

from __future__ import annotations

from datetime import date

from modelpact.compat.consumers.model import SdkExample
from modelpact.compat.lives.model import LifeRule, Removal

__all__ = ["RULE"]


def _judge(removal: Removal, today: date) -> str | None:
    if removal.sunset is None or removal.sunset >= today:
        return None
    said = f"it was deprecated{removal.course}, and to stay until {removal.sunset}"
    return f"{removal.what} was removed as announced: {said}"


RULE = LifeRule(
    id="life-announced",
    meaning="Something was removed after the last day on which it was to stay.",
    breaks=(
        "Nobody who read the announcement. The removal breaks those who use it still, and is told"
        " as a finding of its own."
    ),
    advice="Release it as a major version.",
    weight="note",
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
                            "x-modelpact": {"since": "1.1.0", "sunset": "2027-01-31"},
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
