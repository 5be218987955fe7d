"""Yanking and deprecating: a release is never removed, its line in the index changes."""

from __future__ import annotations

from datetime import date

from modelpact.emit.files import read_file
from modelpact.emit.plan import Step
from modelpact.errors import ModelpactError
from modelpact.releases.index import Listed, Status
from modelpact.releases.store import INDEX_FILE, Store
from modelpact.releases.versions import Version
from modelpact.settings import Settings
from modelpact.workflows.journal import Journal
from modelpact.workflows.projects import chosen_contracts

__all__ = ["retire"]


def retire(  # noqa: PLR0913 - what stands in the index, each with its name
    settings: Settings,
    name: str,
    version: Version,
    *,
    status: Status,
    reason: str,
    sunset: date | None = None,
) -> Listed:
    """Say of a release that it was a mistake, or that it is to be left.

    Args:
        settings: The project's settings.
        name: The contract.
        version: The release.
        status: ``yanked``, ``deprecated``, or ``released`` to take either back.
        reason: Why, for the people who use it.
        sunset: The last day on which a deprecated release is served.

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
        if status != "released" and not reason.strip():
            raise ModelpactError(
                f"{status} needs a reason",
                where=f"{name} {version}",
                advice='Give --reason "...".',
                rule="no-reason",
            )
        changed = index.marked(version, status, reason, sunset)
        if changed != index:
            file = store.folder / INDEX_FILE
            step = Step(file, read_file(file), changed.to_bytes())
            journal.apply([step], f"the change of {name} {version}'s status")
    listed = changed.of(version)
    assert listed is not None  # noqa: S101 - it was loaded
    return listed
