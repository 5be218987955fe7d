"""Defaults in JSON: sets, whose order differs from run to run, and numbers that JSON has not."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any

__all__ = ["has_non_finite", "with_sorted_sets"]


def with_sorted_sets(value: Any, encoded: Any) -> Any:
    """The JSON form of a default, the items of each set in it sorted.

    Args:
        value: The default.
        encoded: Its JSON form, from Pydantic. Where the two do not match, because a serializer has
            its own idea of the form, it is returned as it is.

    """
    if isinstance(encoded, list):
        return _sorted_list(value, encoded)
    if not isinstance(encoded, dict):
        return encoded
    members = _members(value)
    return {
        name: with_sorted_sets(members[name], inner) if name in members else inner
        for name, inner in encoded.items()
    }


def has_non_finite(value: Any) -> bool:
    """Whether there is an infinity or NaN in a value, at any depth: JSON has no such numbers."""
    if isinstance(value, float):
        return not math.isfinite(value)
    if isinstance(value, list | tuple | AbstractSet):
        return any(map(has_non_finite, value))
    if isinstance(value, str | bytes | int):
        return False
    return any(map(has_non_finite, _members(value).values()))


def _sorted_list(value: Any, encoded: list[Any]) -> list[Any]:
    if isinstance(value, AbstractSet):
        return sorted(encoded, key=repr)
    if isinstance(value, list | tuple) and len(value) == len(encoded):
        return [with_sorted_sets(v, e) for v, e in zip(value, encoded, strict=True)]
    return encoded


def _members(value: Any) -> Mapping[str, Any]:
    """What stands under each name of the JSON form."""
    if isinstance(value, Mapping):
        return {key: inner for key, inner in value.items() if isinstance(key, str)}
    fields = getattr(type(value), "__pydantic_fields__", None)
    if fields is not None:
        # Asking for the attribute of a deprecated field would be warned of, as if models used it.
        held = getattr(value, "__dict__", {})
        return {
            info.serialization_alias or name: held[name] if name in held else getattr(value, name)
            for name, info in fields.items()
        }
    if dataclasses.is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    return {}
