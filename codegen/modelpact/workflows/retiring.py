"""Yanking and deprecating: a release is never removed, its line in the index changes."""

from __future__ import annotations

from modelpact.emit.files import read_file
from modelpact.emit.plan import Step
from modelpact.errors import ModelpactError
from modelpact.releases.index import Fate, Listed, Mark
from modelpact.releases.store import INDEX_FILE, Store
from modelpact.releases.versions import Version
from modelpact.settings import Settings
from modelpact.workflows.journal import Journal
from modelpact.workflows.projects import chosen_contracts

__all__ = ["retire"]


def retire(
    settings: Settings, name: str, version: Version, fate: Fate, mark: Mark | None
) -> Listed:
    """Say of a release that it was a mistake, or that it is to be left.

    Args:
        settings: The project's settings.
        name: The contract.
        version: The release.
        fate: ``yanked`` or ``deprecated``. A release may be both.
        mark: Why, and until when; ``None`` to take it back.

    Returns:
        The release's line in the index.

    Raises:
        ModelpactError: There is no such contract or release, or the disk refuses.

    """
    (contract,) = chosen_contracts(settings, [name])
    with Journal(settings.root).open() as journal:
        store = Store(settings.schemas / contract.name)
        store.verify()
        store.load(version)
        index = store.index
        if mark is not None and not mark.reason.strip():
            raise ModelpactError(
                f"{fate} needs a reason",
                where=f"{name} {version}",
                advice='Give --reason "...".',
                rule="no-reason",
            )
        changed = index.marked(version, fate, mark)
        if changed != index:
            file = store.folder / INDEX_FILE
            step = Step(file, read_file(file), changed.to_bytes())
            journal.apply([step], f"the change of {name} {version}'s status")
    listed = changed.of(version)
    assert listed is not None  # noqa: S101 - it was loaded
    return listed
