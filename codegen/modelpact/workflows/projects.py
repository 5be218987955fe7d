"""A project's contracts: choosing among them, and where their documents are."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from modelpact.errors import ModelpactError
from modelpact.releases.layout import NEXT
from modelpact.settings import ContractSettings, FolderSource, Settings

__all__ = ["chosen_contracts", "folder_of"]


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


def folder_of(settings: Settings, contract: ContractSettings) -> str:
    """Where a contract's documents are on disk, relative to the project's folder, with ``/``.

    Empty where they are not in it.
    """
    folder = settings.schemas / contract.name / NEXT
    if isinstance(contract.source, FolderSource):
        folder = contract.source.folder
    folder = folder if folder.is_dir() else folder.parent
    if not folder.is_dir() or not folder.is_relative_to(settings.root):
        return ""
    return folder.relative_to(settings.root).as_posix()
