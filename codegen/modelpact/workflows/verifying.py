"""Every command that reads a contract's folder first sees that its releases are as they were."""

from __future__ import annotations

from collections.abc import Iterable

from modelpact.errors import ErrorGroup, Fault, ModelpactError
from modelpact.releases.store import Store
from modelpact.settings import ContractSettings, Settings

__all__ = ["verify_releases"]


def verify_releases(settings: Settings, contracts: Iterable[ContractSettings]) -> None:
    """Verify the releases of contracts: a released file that was touched stops every command.

    Raises:
        ErrorGroup: Everything that is not as it was released.

    """
    faults: list[Fault] = []
    for contract in contracts:
        try:
            Store(settings.schemas / contract.name).verify()
        except ModelpactError as error:
            faults += error.faults
    if faults:
        raise ErrorGroup(faults)
