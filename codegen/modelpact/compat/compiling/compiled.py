"""What a session has compiled, for all its compilers."""

from __future__ import annotations

from typing import Final

from modelpact.compat.nodes import Literal
from modelpact.compat.policy import Mode, Policy
from modelpact.documents.dialects import Dialect

__all__ = ["Compiled"]

_MAX_TEXTS: Final = 20_000


class Compiled:
    """What a session has compiled, by what it says.

    Attributes:
        literals: Definitions, by fingerprint, mode, dynamic scope and policy.

    """

    __slots__ = ("_texts", "literals")

    def __init__(self) -> None:
        self.literals: dict[tuple[object, ...], Literal] = {}
        self._texts: dict[tuple[str, Mode, str, str], dict[bytes, Literal]] = {}

    def texts(self, dialect: Dialect, mode: Mode, policy: Policy) -> dict[bytes, Literal]:
        """Schemas that refer to nothing, by their text."""
        key = (dialect.name, mode, policy.formats, policy.regex)
        found = self._texts.get(key)
        if found is None or len(found) > _MAX_TEXTS:
            found = self._texts[key] = {}
        return found
