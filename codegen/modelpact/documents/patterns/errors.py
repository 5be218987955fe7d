"""What can be wrong with a regular expression: it is not one, or it cannot be treated exactly."""

from __future__ import annotations

from modelpact.errors import ModelpactError

__all__ = ["InvalidPattern", "PatternError", "UnsupportedPattern"]


class PatternError(ModelpactError):
    """A pattern that cannot be used.

    Attributes:
        reason: What is wrong, or the name of the construct, without the pattern.
        position: The place in the pattern, as an index of code points from 0; -1 where the whole
            pattern is meant.

    """

    def __init__(self, reason: str, *, position: int = -1, advice: str = "", rule: str) -> None:
        self.reason = reason
        self.position = position
        place = f"character {position + 1} of the pattern" if position >= 0 else ""
        super().__init__(reason, where=place, advice=advice, rule=rule)


class InvalidPattern(PatternError):  # noqa: N818 - "InvalidPatternError" would say it twice
    """The text is not a regular expression of its dialect."""

    def __init__(self, reason: str, position: int = -1) -> None:
        super().__init__(reason, position=position, rule="invalid-pattern")


class UnsupportedPattern(PatternError):  # noqa: N818 - as above
    """A regular expression with a construct that is not decided exactly, which `reason` names."""

    def __init__(self, reason: str, position: int = -1, *, advice: str = "") -> None:
        super().__init__(reason, position=position, advice=advice, rule="unsupported-pattern")
