"""The documents of a project's contracts, from wherever their types come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from modelpact.documents.sets import SUFFIX, DocumentSet, load_documents
from modelpact.errors import Fault
from modelpact.releases.layout import NEXT
from modelpact.settings import ContractSettings, FolderSource, PackageSource, Settings

__all__ = ["Progress", "documents_of"]

Progress: TypeAlias = Callable[[str], None]
"""Told, in a few words, what is being done."""


def documents_of(
    settings: Settings, contracts: Iterable[ContractSettings], progress: Progress
) -> tuple[dict[str, DocumentSet], tuple[Fault, ...]]:
    """The documents of contracts, by the contract's name, and what there is to say about them.

    Models that several contracts are made of are imported once, and go through Pydantic once.

    Raises:
        ModelpactError: A package does not import, a model has no JSON form, a folder holds no
            schema, ...: all faults together.

    """
    contracts = tuple(contracts)
    found: dict[str, DocumentSet] = {}
    for contract in contracts:
        if isinstance(contract.source, FolderSource):
            progress(f"reading {contract.source.folder}")
            loaded = load_documents(contract.source.folder, name=contract.name)
            found[contract.name] = DocumentSet(
                contract.name, loaded.documents, contract.title, contract.description, loaded.origin
            )
    exported, notes = _export(settings, contracts, progress)
    found |= exported
    return {contract.name: found[contract.name] for contract in contracts}, notes


def _export(
    settings: Settings, contracts: Iterable[ContractSettings], progress: Progress
) -> tuple[Mapping[str, DocumentSet], tuple[Fault, ...]]:
    packages = [c for c in contracts if isinstance(c.source, PackageSource)]
    if not packages:
        return {}, ()
    from modelpact.export import Discovery, ExportRequest, discover, export_contracts

    requests = []
    for contract in packages:
        source = contract.source
        assert isinstance(source, PackageSource)  # noqa: S101 - chosen above
        progress(f"importing {source.package}")
        discovery = Discovery(source.package, source.include, source.exclude, (source.path,))
        requests.append(
            ExportRequest(
                contract=contract.name,
                models=discover(discovery),
                audience=contract.audience,
                base_url=settings.base_url,
                version=NEXT,
                title=contract.title,
                description=contract.description,
                digits=contract.digits,
                published=_published(settings.schemas / contract.name),
            )
        )
    progress(f"exporting {', '.join(contract.name for contract in packages)}")
    results = export_contracts(requests)
    notes = dict.fromkeys(note for result in results for note in result.diagnostics)
    return {result.documents.name: result.documents for result in results}, tuple(notes)


def _published(folder: Path) -> frozenset[str]:
    """The files of a contract's releases: names once published are kept."""
    return frozenset(file.name for file in folder.glob(f"[0-9]*/*{SUFFIX}"))
