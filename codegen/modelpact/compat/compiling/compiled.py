"""What a session has compiled, for all its compilers."""

from __future__ import annotations

from itertools import count
from typing import Final

from modelpact.compat.nodes import Literal
from modelpact.compat.policy import Mode, Policy
from modelpact.documents.dialects import Dialect
from modelpact.documents.references import Resource

__all__ = ["Compiled"]

_MAX_TEXTS: Final = 20_000


class Compiled:
    """What a session has compiled, by what it says.

    Attributes:
        literals: Definitions, by fingerprint, mode, dynamic scope and policy.

    """

    __slots__ = ("_nowhere", "_numbers", "_texts", "literals")

    def __init__(self) -> None:
        self.literals: dict[tuple[object, ...], Literal] = {}
        self._numbers = count()
        self._nowhere: dict[Dialect, Resource] = {}
        self._texts: dict[tuple[str, Mode, str, str], dict[bytes, Literal]] = {}

    def texts(self, dialect: Dialect, mode: Mode, policy: Policy) -> dict[bytes, Literal] | None:
        """Schemas that refer to nothing, by their text; ``None`` where their text does not tell."""
        if dialect.id_keyword != "$id":
            return None
        key = (dialect.name, mode, policy.formats, policy.regex)
        found = self._texts.get(key)
        if found is None or len(found) > _MAX_TEXTS:
            found = self._texts[key] = {}
        return found

    def nowhere(self, dialect: Dialect) -> Resource:
        """An empty resource: where a schema stands does not matter if it refers to nothing."""
        found = self._nowhere.get(dialect)
        if found is None:
            found = self._nowhere[dialect] = Resource({}, "", dialect, "")
        return found

    def next_number(self) -> int:
        """A number for one of the session's compilers, never given twice."""
        return next(self._numbers)
