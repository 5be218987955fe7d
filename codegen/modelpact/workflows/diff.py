"""What changed between two versions of contracts, wherever they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from modelpact.compat.comparison import Comparison
from modelpact.compat.consumers import sdk_findings
from modelpact.compat.consumers.comparing import untold
from modelpact.compat.engine import Engine
from modelpact.compat.report import Settings as Policy
from modelpact.documents.sets import DocumentSet, load_documents
from modelpact.errors import ModelpactError
from modelpact.gate.alignment import NewVersion
from modelpact.gate.changelog import Entry, changelog
from modelpact.releases.layout import NEXT
from modelpact.settings import ContractSettings, Settings
from modelpact.workflows.projects import chosen_contracts
from modelpact.workflows.sources import Progress, documents_of
from modelpact.workflows.unfinished import tell_unfinished
from modelpact.workflows.versions import Versions, check_is_one

__all__ = ["ContractDiff", "diff", "diff_folders"]


@dataclass(frozen=True, slots=True)
class ContractDiff:
    """What changed in one contract.

    Attributes:
        contract: Its name.
        old: What the earlier version is called: of ``latest``, which that is.
        new: What the later one is called.
        entries: Every change, breaking or not.

    """

    contract: str
    old: str
    new: str
    entries: tuple[Entry, ...]


def diff(
    settings: Settings, names: Sequence[str], old: str, new: str, progress: Progress
) -> tuple[ContractDiff, ...]:
    """What changed between two versions of contracts.

    Args:
        settings: The project's settings.
        names: The contracts; none means all.
        old: The earlier version: ``latest``, ``1.0.0``, ``next``, ``git:REF``, ``git:REF:PATH``, or
            a folder.
        new: The later one.
        progress: Told what is being done.

    Raises:
        ModelpactError: A version is not there, or cannot be read.

    """
    tell_unfinished(settings.root)
    contracts = chosen_contracts(settings, names)
    documents: dict[str, DocumentSet] = {}
    if NEXT in {old, new}:
        documents, _ = documents_of(settings, contracts, progress)
    found = []
    for contract in contracts:
        progress(f"comparing {contract.name}")
        current = documents.get(contract.name)
        found.append(_diff(settings, contract, old, new, current))
    return tuple(found)


def _diff(
    settings: Settings, contract: ContractSettings, old: str, new: str, current: DocumentSet | None
) -> ContractDiff:
    empty = DocumentSet(contract.name, {})
    later = Versions(settings, contract, replace(current or empty, name=NEXT)).named(new)
    earlier = Versions(settings, contract, later.documents).named(old) if old != NEXT else None
    before = earlier.documents if earlier else current or empty
    gate = contract.gate
    policy = Policy(None if gate.mode == "role" else gate.mode, gate.content, gate.formats)
    called = earlier.name if earlier else old
    return ContractDiff(
        contract.name, called, later.name, _entries(before, later.documents, policy)
    )


def diff_folders(old: Path, new: Path) -> ContractDiff:
    """What changed between two files or folders of JSON Schema that are no project's.

    Raises:
        ModelpactError: There is no such path, a folder holds several versions, or a file is no
            JSON.

    """
    for path in (old, new):
        check_is_one(path)
    before, after = (load_documents(path, neighbours=True) for path in (old, new))
    if before.main and after.main and before.main != after.main:
        before = _called(before, after.main)
    elif not before.main and not after.main:
        contents = {file: (old / file).read_bytes() for file in before.documents}
        before = NewVersion(after).read(contents, name=before.name, where=str(old))
    return ContractDiff(after.name, str(old), str(new), _entries(before, after, Policy()))


def _called(documents: DocumentSet, main: str) -> DocumentSet:
    """A single file under the other's name: the two are meant, whatever they are called."""
    if main in documents.documents:
        raise ModelpactError(
            f"the old file refers to another one called {main}",
            where=documents.origin,
            advice="Give the folders that the files are in.",
            rule="bad-input",
        )
    only = documents.documents[documents.main]
    rest = {f: d for f, d in documents.documents.items() if f != documents.main}
    return replace(documents, documents={main: replace(only, file=main), **rest}, main=main)


def _entries(old: DocumentSet, new: DocumentSet, policy: Policy) -> tuple[Entry, ...]:
    if not old.documents or not new.documents:
        return changelog(old, new)
    findings = Comparison(old, new, policy, Engine()).report().findings
    return changelog(old, new, (*findings, *untold(sdk_findings(old, new), findings)))
