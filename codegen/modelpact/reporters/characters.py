"""Characters that would act on whoever shows them, made visible."""

from __future__ import annotations

from typing import Any

__all__ = ["visible", "visible_throughout"]


def visible(text: str, kept: str = "\n") -> str:
    """Text whose control characters, and others that show nothing, are escapes of Python's.

    Args:
        text: Anything, from a schema or from a person.
        kept: The characters that stay what they are.

    """
    return "".join(c if c.isprintable() or c in kept else repr(c)[1:-1] for c in text)


def visible_throughout(value: Any) -> Any:
    """A JSON value of our own making, every string in it made visible."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, dict):
        return {name: visible_throughout(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [visible_throughout(inner) for inner in value]
    return value
