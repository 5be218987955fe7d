"""Choosing among a project's contracts."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from modelpact.errors import ModelpactError
from modelpact.settings import ContractSettings, Settings

__all__ = ["chosen_contracts"]


def chosen_contracts(settings: Settings, names: Sequence[str]) -> tuple[ContractSettings, ...]:
    """The contracts of some names, each once and in the order of the settings; none means all.

    Raises:
        ModelpactError: There is no contract of a name.

    """
    known = {contract.name: contract for contract in settings.contracts}
    for name in names:
        if name not in known:
            close = difflib.get_close_matches(name, known, n=1)
            hint = f"Did you mean {close[0]!r}? " if close else ""
            raise ModelpactError(
                f"there is no contract {name!r}",
                where=str(settings.file),
                advice=f"{hint}The contracts are {', '.join(known)}.",
                rule="unknown-contract",
            )
    return tuple(c for c in settings.contracts if not names or c.name in names)
