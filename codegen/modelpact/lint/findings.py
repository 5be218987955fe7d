"""What a rule has to say about one place."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from modelpact.graph.nodes import Location

__all__ = ["LintFinding"]


@dataclass(frozen=True, slots=True)
class LintFinding:
    """Something unwise.

    Attributes:
        rule: The id of the rule.
        message: One sentence, begun with a capital or a backquote.
        advice: What to do.
        path: Where in a value, for people; empty for the value as a whole.
        location: Where in the documents.

    """

    rule: str
    message: str
    advice: str
    path: str
    location: Location
    category: str = "lint"

    @property
    def document(self) -> str:
        """The document it is about, by file."""
        return self.location.file

    @property
    def place(self) -> Location | None:
        """Where it is."""
        return self.location

    @property
    def fingerprint(self) -> str:
        """What tells it from others, from run to run: rule and place; 16 hexadecimal digits."""
        parts = (self.rule, self.location.file, str(self.location.pointer))
        return blake2b("\0".join(parts).encode(), digest_size=8).hexdigest()

    def to_json(self) -> dict[str, Any]:
        """The finding as a JSON object."""
        return {
            "fingerprint": self.fingerprint,
            "rule": self.rule,
            "category": self.category,
            "document": self.document,
            "path": self.path,
            "message": self.message,
            "advice": self.advice,
            "pointer": str(self.location.pointer),
        }
