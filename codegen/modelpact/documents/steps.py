"""Steps of a JSON pointer through a schema (RFC 6901 section 4)."""

from __future__ import annotations

from modelpact.documents.dialects import Dialect, Shape
from modelpact.documents.values import Json

__all__ = ["is_index", "next_state"]


def is_index(token: str) -> bool:
    """Whether a token may be an index of an array: digits, without a leading zero."""
    return token.isascii() and token.isdigit() and not (token[0] == "0" and len(token) > 1)


def next_state(state: Shape | None, token: str, inner: Json, dialect: Dialect) -> Shape | None:
    """What kind of place a pointer step leads to: a schema, a map or list of schemas, or data."""
    if state is not Shape.SCHEMA:
        return Shape.SCHEMA if state is not None else None
    shape = dialect.applicators.get(token)
    if shape is Shape.SCHEMA_OR_LIST:
        return Shape.LIST if isinstance(inner, list | tuple) else Shape.SCHEMA
    return shape
