"""The gate: the working tree held against what was released."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal

from modelpact.compat.policy import ContentPolicy, FormatPolicy
from modelpact.compat.report import Mode
from modelpact.compat.report import Settings as Policy
from modelpact.documents.sets import DocumentSet
from modelpact.gate.baselines import OTHER_CONTRACT, about_baseline
from modelpact.gate.checking import hold_against
from modelpact.gate.report import ContractReport, Found, GateReport, Judged, Severity
from modelpact.gate.rules import comparing_rules
from modelpact.releases.layout import NEXT
from modelpact.settings import ContractSettings, GateSettings, Settings
from modelpact.workflows.decisions import Decided, decisions_of
from modelpact.workflows.projects import chosen_contracts, folder_of
from modelpact.workflows.sources import Progress, documents_of
from modelpact.workflows.tracing import source_of
from modelpact.workflows.unfinished import tell_unfinished
from modelpact.workflows.versions import Versions

__all__ = ["CheckOptions", "check", "check_contract"]


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What a run asks for.

    Attributes:
        against: The version to hold against; ``None`` for the releases that the settings say.
        mode, content, formats: What stands before the policy of the settings: values of the keys
            of ``[tool.modelpact.gate]``; ``None`` for theirs.
        renewing: Whether the baseline is to be written anew: a damaged one is none then.

    """

    against: str | None = None
    mode: Literal["role"] | Mode | None = None
    content: ContentPolicy | None = None
    formats: FormatPolicy | None = None
    renewing: bool = False

    def policy(self, gate: GateSettings) -> Policy:
        """The policy of a contract."""
        mode = self.mode or gate.mode
        return Policy(
            None if mode == "role" else mode,
            self.content or gate.content,
            self.formats or gate.formats,
        )


_DEFAULT = CheckOptions()


def check(
    settings: Settings,
    names: Sequence[str],
    today: date,
    progress: Progress,
    options: CheckOptions = _DEFAULT,
) -> GateReport:
    """Hold the working tree of contracts against their releases. Nothing is written.

    Args:
        settings: The project's settings.
        names: The contracts; none means all.
        today: The day on which waivers have to hold.
        progress: Told what is being done.
        options: What else the run asks for.

    Raises:
        ModelpactError: The models, the settings, a release or a file of decisions refuse.

    """
    tell_unfinished(settings.root)
    contracts = chosen_contracts(settings, names)
    decided = {
        contract.name: decisions_of(settings, contract, today, renewing=options.renewing)
        for contract in contracts
    }
    documents, _ = documents_of(settings, contracts, progress)
    reports = []
    for contract in contracts:
        progress(f"comparing {contract.name}")
        reports.append(
            check_contract(
                settings,
                contract,
                documents[contract.name],
                decided[contract.name],
                options=options,
            )
        )
    return GateReport("check", tuple(reports))


def check_contract(
    settings: Settings,
    contract: ContractSettings,
    documents: DocumentSet,
    decided: Decided,
    *,
    options: CheckOptions = _DEFAULT,
) -> ContractReport:
    """Hold the documents of one contract against its releases.

    What is said of the report: ``against`` is empty before the first release; ``verdict`` is what
    was proved, ``bump`` what the change since the latest release asks for, with waivers and
    severities considered; ``fails`` where something is neither waived, nor in the baseline, nor
    less than an error. ``report.findings`` with a ``waiver`` are those that it used.

    Args:
        settings: The project's settings.
        contract: The contract.
        documents: Its documents, as :func:`.sources.documents_of` gives them.
        decided: What the project decided about it, as :func:`.decisions.decisions_of` gives it.
        options: The version to hold against, and a policy before that of the settings.

    Raises:
        ModelpactError: A release is not what was released, or the version is not there.

    """
    new = replace(documents, name=NEXT)
    versions = Versions(settings, contract, new)
    if options.against is None:
        baselines = versions.released(transitive=contract.gate.transitive)
    else:
        baselines = (versions.named(options.against),)
    report = hold_against(
        contract.name,
        new,
        baselines,
        options.policy(contract.gate),
        decided.judge,
        archives=versions.archives,
        rules=comparing_rules() if decided.judge.waivers else None,
    )
    root = settings.root
    known = _about_baseline(contract, decided, report) if options.against is None else ()
    return replace(
        report,
        findings=tuple(
            _traced(one, documents, decided, root) for one in (*report.findings, *known)
        ),
        folder=folder_of(settings, contract),
        targets=tuple(contract.targets),
        all_yanked=not baselines and bool(versions.store.versions),
    )


def _about_baseline(
    contract: ContractSettings, decided: Decided, report: ContractReport
) -> tuple[Judged, ...]:
    """Findings about the baseline, which holds for the releases and for no other version."""
    if not decided.baseline:
        return ()
    found = {judged.finding.fingerprint for judged in report.findings}
    told = about_baseline(
        contract.name, decided.baseline_of, decided.baseline, found, comparing_rules()
    )
    return decided.judge.judge(((one, ()) for one in told), _baseline_default)


def _baseline_default(finding: Found) -> Severity:
    return "error" if finding.rule == OTHER_CONTRACT else "warning"


def _traced(judged: Judged, documents: DocumentSet, decided: Decided, root: Path) -> Judged:
    source = decided.source_of(judged.finding) or source_of(judged.finding, documents, root)
    return replace(judged, source=source)
