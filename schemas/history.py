"""Makes the releases of the Lead Ignite contracts again, from the models as they are.

Until Modelpact itself is 1.0 these releases are a history to work on, and promise nothing to
anybody: whenever the models' documents change, the history is made again.

    make history
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from modelpact.reporters.progress import progress
from modelpact.reporters.release import report_released
from modelpact.settings import ContractSettings, PackageSource, Settings, load_settings
from modelpact.workflows.build import build
from modelpact.workflows.release import ReleaseRequest, release

CHECKOUT = Path(__file__).resolve().parents[1]

HISTORY = (
    # The records alone, and then what is asked of them, said about them, and shown of them.
    ("1.0.0", datetime(2026, 1, 15, 9, tzinfo=UTC), ("lead_ignite.cqrs",)),
    ("1.1.0", datetime(2026, 3, 2, 9, tzinfo=UTC), ()),
)
"""Each release: its version, when it is said to have been made, and the modules it is without."""


def main() -> int:
    """Remove the releases, and make each again; 1 where one would have another version."""
    settings = load_settings(CHECKOUT / "pyproject.toml")
    ours = tuple(c for c in settings.contracts if isinstance(c.source, PackageSource))
    settings = replace(settings, contracts=ours)
    for contract in settings.contracts:
        _remove(settings.schemas / contract.name)
    wrong = 0
    for version, created, without in HISTORY:
        wrong += _release(_without(settings, without), version, created)
    with progress() as told:
        build(settings, (), told)
    return 1 if wrong else 0


def _remove(folder: Path) -> None:
    for release_folder in folder.glob("[0-9]*"):
        shutil.rmtree(release_folder)
    for name in ("index.json", "CHANGELOG.md"):
        (folder / name).unlink(missing_ok=True)


def _release(settings: Settings, version: str, created: datetime) -> int:
    """How many contracts the change asks another version of."""
    with progress() as told:
        build(settings, (), told)
        outcomes = release(settings, (), ReleaseRequest(created), told)
    report_released((replace(o, changes="") for o in outcomes), dry_run=False, machine=False)
    return sum(str(outcome.version) != version for outcome in outcomes)


def _without(settings: Settings, modules: tuple[str, ...]) -> Settings:
    """The settings with some modules left out, and without SDKs where any are."""
    return replace(settings, contracts=tuple(_lessened(settings.contracts, modules)))


def _lessened(
    contracts: Iterable[ContractSettings], modules: tuple[str, ...]
) -> Iterable[ContractSettings]:
    for contract in contracts:
        source = contract.source
        assert isinstance(source, PackageSource)  # chosen above
        exclude = (*source.exclude, *modules)
        targets = {} if modules else contract.targets
        yield replace(contract, source=replace(source, exclude=exclude), targets=targets)


if __name__ == "__main__":
    sys.exit(main())
