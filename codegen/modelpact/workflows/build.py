"""The main job: models in, documents and SDKs out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from modelpact.documents.sets import DocumentSet
from modelpact.emit.plan import FilePlan, Outcome, Step, plan_steps
from modelpact.emit.target import Diagnostic
from modelpact.errors import ErrorGroup, Fault, ModelpactError
from modelpact.releases.layout import NEXT, next_files
from modelpact.settings import ContractSettings, Settings, check_table
from modelpact.workflows.cache import BuildCache, inputs_digest
from modelpact.workflows.generate import OF_SCHEMA, plan_targets
from modelpact.workflows.journal import Journal
from modelpact.workflows.projects import chosen_contracts
from modelpact.workflows.sources import Progress, documents_of
from modelpact.workflows.unfinished import tell_unfinished
from modelpact.workflows.verifying import verify_releases

__all__ = ["build", "check"]


@dataclass(frozen=True, slots=True)
class _Plan:
    """Everything that a build wants on disk, and what it has to say."""

    plans: tuple[FilePlan, ...]
    unchanged: int
    diagnostics: tuple[tuple[str, Diagnostic], ...]
    notes: tuple[Fault, ...]


def build(settings: Settings, names: Sequence[str], progress: Progress) -> Outcome:
    """Export contracts and generate their SDKs; write what changed, all of it or nothing.

    Args:
        settings: The project's settings.
        names: The contracts to build; none means all.
        progress: Told what is being done.

    Raises:
        ModelpactError: The models, the settings or the disk refuse; the disk is as it was.

    """
    with Journal(settings.root).open() as journal:
        cache = BuildCache(settings.root)
        planned = _plan(settings, chosen_contracts(settings, names), progress, cache)
        steps = plan_steps(planned.plans)
        progress(f"writing {len(steps)} files")
        journal.apply(steps, "the build")
        cache.save()
    return _outcome(planned, steps)


def check(settings: Settings, names: Sequence[str], progress: Progress) -> Outcome:
    """What a build would change; nothing is written, and no cache is believed.

    Raises:
        ModelpactError: As :func:`build`.

    """
    tell_unfinished(settings.root)
    planned = _plan(settings, chosen_contracts(settings, names), progress, None)
    return _outcome(planned, plan_steps(planned.plans))


def _outcome(planned: _Plan, steps: Sequence[Step]) -> Outcome:
    total = planned.unchanged + sum(map(len, planned.plans))
    folders = tuple(plan.folder for plan in planned.plans)
    return Outcome(tuple(steps), total, planned.diagnostics, planned.notes, folders)


def _plan(
    settings: Settings,
    contracts: Iterable[ContractSettings],
    progress: Progress,
    cache: BuildCache | None,
) -> _Plan:
    contracts = tuple(contracts)
    _check_targets(settings, contracts)
    verify_releases(settings, contracts)
    documents, notes = documents_of(settings, contracts, progress)
    plans: list[FilePlan] = []
    diagnostics: list[tuple[str, Diagnostic]] = []
    unchanged = 0
    for contract in contracts:
        progress(f"generating {contract.name}")
        part = _plan_contract(settings, contract, documents[contract.name], cache)
        plans += part.plans
        diagnostics += part.diagnostics
        unchanged += part.unchanged
    return _Plan(tuple(plans), unchanged, tuple(diagnostics), notes)


def _plan_contract(
    settings: Settings,
    contract: ContractSettings,
    documents: DocumentSet,
    cache: BuildCache | None,
) -> _Plan:
    files = next_files(documents)
    schemas = FilePlan(settings.schemas / contract.name / NEXT, files)
    facts = (documents.name, documents.title, documents.description)
    inputs = {
        name: inputs_digest(files, facts, name, options)
        for name, options in contract.targets.items()
    }
    folders = {name: settings.generated / contract.name / name for name in contract.targets}
    diagnostics: list[tuple[str, Diagnostic]] = []
    unchanged = 0
    stale: dict[str, Path] = {}
    for name, folder in folders.items():
        entry = cache.current(folder, inputs[name]) if cache else None
        if entry is None:
            stale[name] = folder
        else:
            unchanged += len(entry.files) + 1
            diagnostics += entry.diagnostics
    packages, said = plan_targets(documents, stale, contract.targets) if stale else ([], ())
    for name, package in zip(stale, packages, strict=True):
        if cache:
            cache.remember(package, inputs[name], [s for s in said if s[0] in {name, OF_SCHEMA}])
    return _Plan((schemas, *packages), unchanged, (*diagnostics, *said), ())


def _check_targets(settings: Settings, contracts: Iterable[ContractSettings]) -> None:
    from modelpact.targets import target_named

    faults: list[Fault] = []
    prefix = "tool.modelpact." if settings.file.name == "pyproject.toml" else ""
    for contract in contracts:
        for name, options in contract.targets.items():
            place = f"{prefix}contracts.{contract.name}.targets"
            try:
                schema = target_named(name).options_schema
                check_table(options, schema, file=str(settings.file), prefix=f"{place}.{name}")
            except ErrorGroup as error:
                faults += error.faults
            except ModelpactError as error:
                fault = error.faults[0]
                faults.append(
                    Fault(fault.what, f"{settings.file}: {place}", fault.advice, fault.rule)
                )
    if faults:
        raise ErrorGroup(faults)
