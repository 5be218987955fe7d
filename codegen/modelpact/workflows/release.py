"""Releasing: the documents of the working tree become an immutable version."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from modelpact.documents.sets import MANIFEST_FILE, DocumentSet
from modelpact.emit.plan import FilePlan, Step
from modelpact.errors import ModelpactError
from modelpact.gate.changelog import changelog
from modelpact.gate.notes import release_notes, with_notes
from modelpact.gate.report import ContractReport, Judged
from modelpact.gate.waivers import waiver_json
from modelpact.releases.freezing import as_next, frozen, release_manifest
from modelpact.releases.index import ContractIndex, Listed
from modelpact.releases.layout import NEXT, next_files
from modelpact.releases.manifest import Manifest
from modelpact.releases.store import INDEX_FILE, Store
from modelpact.releases.versions import Version
from modelpact.settings import ContractSettings, Settings
from modelpact.version import __version__
from modelpact.workflows.attributes import attributes_steps
from modelpact.workflows.check import check_contract
from modelpact.workflows.decisions import decisions_of, read_if_there
from modelpact.workflows.journal import Journal
from modelpact.workflows.projects import chosen_contracts
from modelpact.workflows.sources import Progress, documents_of
from modelpact.workflows.unfinished import tell_unfinished

__all__ = ["CHANGELOG_FILE", "ReleaseOutcome", "ReleaseRequest", "release"]

CHANGELOG_FILE: Final = "CHANGELOG.md"
"""The file of a contract's folder that tells people what changed, the latest release first."""

_FIRST: Final = Version(1, 0, 0)


@dataclass(frozen=True, slots=True)
class ReleaseRequest:
    """What was asked for.

    Attributes:
        created: Now, with a zone.
        version: The version; ``None`` to let the change decide.
        undecided: Why what could not be decided may be released all the same; empty if it may not.
        dry_run: Whether nothing is written.

    """

    created: datetime
    version: Version | None = None
    undecided: str = ""
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class ReleaseOutcome:
    """What came of one contract.

    Attributes:
        contract: The contract's name.
        version: The version released, or to be; ``None`` where nothing changed.
        previous: The latest version before.
        report: What the gate says; ``None`` where there is no release, or none that was not yanked.
        changes: The changelog's entry, in Markdown.
        files: How many files the release has.

    """

    contract: str
    version: Version | None
    previous: Version | None
    report: ContractReport | None = None
    changes: str = ""
    files: int = 0


def release(
    settings: Settings, names: Sequence[str], request: ReleaseRequest, progress: Progress
) -> tuple[ReleaseOutcome, ...]:
    """Release contracts, each by itself, all of them or none.

    Args:
        settings: The project's settings.
        names: The contracts; none means all.
        request: What was asked for.
        progress: Told what is being done.

    Raises:
        ModelpactError: A release was touched, ``next`` is not what the models say, the version
            asked for promises more than the change keeps, something could not be decided, or the
            disk refuses. The disk is as it was.

    """
    contracts = chosen_contracts(settings, names)
    with _writing(settings, request) as journal:
        documents, _ = documents_of(settings, contracts, progress)
        planned = []
        for contract in contracts:
            progress(f"judging {contract.name}")
            planned.append(_plan(settings, contract, documents[contract.name], request))
        outcomes = tuple(outcome for outcome, _ in planned)
        if journal is not None:
            made = " and ".join(f"{one.contract} {one.version}" for one in outcomes if one.version)
            steps = [step for _, steps in planned for step in steps]
            if steps:
                steps += attributes_steps(settings.schemas, settings.root)
            journal.apply(steps, f"the release of {made}")
    return outcomes


@contextmanager
def _writing(settings: Settings, request: ReleaseRequest) -> Iterator[Journal | None]:
    """The journal; none for a dry run, which leaves even an interrupted run as it is."""
    if request.dry_run:
        tell_unfinished(settings.root)
        yield None
        return
    with Journal(settings.root).open() as journal:
        yield journal


def _plan(
    settings: Settings,
    contract: ContractSettings,
    documents: DocumentSet,
    request: ReleaseRequest,
) -> tuple[ReleaseOutcome, list[Step]]:
    store = Store(settings.schemas / contract.name)
    store.verify()
    _refuse_stale(FilePlan(store.folder / NEXT, next_files(documents)), contract)
    index = store.index
    last = index.releases[-1] if index.releases else None
    report = None
    if store.latest is not None:
        decided = decisions_of(settings, contract, request.created.date())
        report = check_contract(settings, contract, documents, decided)
    version = _version(contract, report, last, request)
    if version is None:
        return ReleaseOutcome(contract.name, None, store.latest, report), []
    files = frozen(documents, version, settings.base_url)
    manifest = release_manifest(
        documents,
        files,
        version,
        previous=(last.version, last.root) if last else None,
        created=request.created.isoformat().replace("+00:00", "Z"),
        tool=f"modelpact {__version__}",
        reasons=_reasons(report, request),
    )
    notes = _notes(settings, store, documents, version, report, request)
    previous = last.version if last else None
    outcome = ReleaseOutcome(contract.name, version, previous, report, notes, len(files) + 1)
    return outcome, _steps(store.folder, files, manifest, index, notes)


def _notes(  # noqa: PLR0913, PLR0917 - two versions, and what was found between them
    settings: Settings,
    store: Store,
    documents: DocumentSet,
    version: Version,
    report: ContractReport | None,
    request: ReleaseRequest,
) -> str:
    """The changelog's entry: what changed since the latest release."""
    day = request.created.date()
    if report is None or store.latest is None:
        return release_notes(str(version), day, (), is_first=not store.versions)
    before = as_next(store.load(store.latest).documents, store.latest, settings.base_url)
    told = (judged.finding for judged in report.findings if judged.fails or judged.waiver)
    entries = changelog(before, documents, told)
    return release_notes(str(version), day, entries, report.findings)


def _refuse_stale(plan: FilePlan, contract: ContractSettings) -> None:
    stale = plan.steps()
    if stale:
        raise ModelpactError(
            f"{contract.name}: what is on disk is not what the models say",
            where=str(stale[0].path),
            advice="Run `modelpact build`, look at what changed, and release again.",
            rule="stale-next",
        )


def _version(
    contract: ContractSettings,
    report: ContractReport | None,
    last: Listed | None,
    request: ReleaseRequest,
) -> Version | None:
    """The version to release; ``None`` where nothing changed."""
    if last is None:
        return request.version or _FIRST
    if report is None:  # all were yanked: nothing is held against, and their versions are taken
        return _later(request.version or last.version.bumped("patch"), last, contract)
    _refuse_undecided(report, request)
    if report.bump == "none":
        if request.version is not None:
            raise ModelpactError(
                f"nothing changed since {report.against[0]}",
                where=contract.name,
                advice="There is nothing to release.",
                rule="nothing-to-release",
            )
        return None
    needed = last.version.bumped(report.bump)
    if request.version is None:
        return needed
    if request.version < needed:
        if request.version <= last.version:
            return _later(request.version, last, contract)
        raise ModelpactError(
            f"{request.version} is too low: since {last.version} there is a {report.bump} change,"
            f" which makes it {needed} at least",
            where=contract.name,
            advice="Release it as that, waive what breaks, or make the change compatible"
            f" (`modelpact check {contract.name}` shows how).",
            rule="version-too-low",
        )
    return request.version


def _later(version: Version, last: Listed, contract: ContractSettings) -> Version:
    if version <= last.version:
        raise ModelpactError(
            f"{version} is not later than {last.version}, which is taken",
            where=contract.name,
            advice="Ask for a later version; a yanked one is never used again.",
            rule="version-too-low",
        )
    return version


def _refuse_undecided(report: ContractReport, request: ReleaseRequest) -> None:
    open_ones = [j for j in report.findings if _is_undecided(j)]
    if open_ones and not request.undecided:
        raise ModelpactError(
            f"{open_ones[0].finding.message}"
            + (f", and {len(open_ones) - 1} more" if len(open_ones) > 1 else ""),
            where=report.contract,
            advice="Decide by hand: waive the finding, or release with --undecided REASON.",
            rule="undecided",
        )


def _is_undecided(judged: Judged) -> bool:
    return judged.fails and getattr(judged.finding, "verdict", "") == "unknown"


def _reasons(report: ContractReport | None, request: ReleaseRequest) -> dict[str, Any]:
    if report is None:
        return {"verdict": "first", "bump": "none"}
    reasons: dict[str, Any] = {"verdict": report.verdict, "bump": report.bump}
    if request.version is not None:
        reasons["asked"] = str(request.version)
    if request.undecided:
        reasons["undecided"] = request.undecided
    waived = [_waived(judged) for judged in report.findings if judged.waiver is not None]
    if waived:
        reasons["waived"] = waived
    known = [_baselined(judged) for judged in report.findings if judged.passes_by_baseline]
    return {**reasons, "baselined": known} if known else reasons


def _waived(judged: Judged) -> dict[str, Any]:
    waiver = judged.waiver
    assert waiver is not None  # noqa: S101 - the caller has looked
    return {**waiver_json(waiver), "message": judged.finding.message}


def _baselined(judged: Judged) -> dict[str, Any]:
    finding = judged.finding
    return {
        "fingerprint": finding.fingerprint,
        "rule": finding.rule,
        "document": finding.document,
        "message": finding.message,
    }


def _steps(
    home: Path, files: dict[str, bytes], manifest: Manifest, index: ContractIndex, notes: str
) -> list[Step]:
    folder = home / str(manifest.version)
    listed = ContractIndex(manifest.contract, index.releases).with_release(
        Listed(manifest.version, manifest.root)
    )
    steps = [Step(folder / name, None, content) for name, content in sorted(files.items())]
    steps.append(Step(folder / MANIFEST_FILE, None, manifest.to_bytes()))
    before = read_if_there(home / CHANGELOG_FILE)
    told = with_notes(None if before is None else before.decode(errors="replace"), notes)
    for name, content in ((INDEX_FILE, listed.to_bytes()), (CHANGELOG_FILE, told.encode())):
        steps.append(Step(home / name, read_if_there(home / name), content))
    return steps
