"""Looking for what is unwise about contracts as they are now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from modelpact.documents.sets import DocumentSet, load_documents
from modelpact.gate.context import in_context
from modelpact.gate.judging import Judge
from modelpact.gate.report import ContractReport, Found, GateReport, Judged
from modelpact.gate.rules import linting_rules
from modelpact.gate.severities import Weight
from modelpact.lint import LintFinding, lint_rules
from modelpact.lint import lint as look
from modelpact.releases.layout import NEXT
from modelpact.settings import ContractSettings, Settings
from modelpact.workflows.decisions import Decided, decisions_of
from modelpact.workflows.projects import chosen_contracts, folder_of
from modelpact.workflows.sources import Progress, documents_of
from modelpact.workflows.tracing import source_of
from modelpact.workflows.unfinished import tell_unfinished

__all__ = ["lint", "lint_schemas"]


def lint(settings: Settings, names: Sequence[str], today: date, progress: Progress) -> GateReport:
    """Look at the working tree of contracts. Nothing is written.

    Args:
        settings: The project's settings.
        names: The contracts; none means all.
        today: The day on which waivers have to hold.
        progress: Told what is being done.

    Raises:
        ModelpactError: The models, the settings or a file of decisions refuse.

    """
    tell_unfinished(settings.root)
    contracts = chosen_contracts(settings, names)
    decided = {contract.name: decisions_of(settings, contract, today) for contract in contracts}
    documents, _ = documents_of(settings, contracts, progress)
    reports = []
    for contract in contracts:
        progress(f"looking at {contract.name}")
        found = documents[contract.name]
        reports.append(_report(settings, contract, found, decided[contract.name]))
    return GateReport("lint", tuple(reports))


def lint_schemas(path: Path, today: date) -> GateReport:
    """Look at JSON Schema from anywhere, as at a public contract of which nothing is settled.

    Args:
        path: A file, with those beside it that it refers to, or a folder.
        today: Today.

    Raises:
        ModelpactError: There is no such path, no schema in it, or a file is not JSON.

    """
    documents = load_documents(path, neighbours=True)
    found = look(documents, lint_rules())
    judged = Judge(today).judge(((finding, ()) for finding in found), _default)
    shown = tuple(_shown(one, documents, None, Path.cwd()) for one in judged)
    return GateReport("lint", (ContractReport(documents.name, str(path), (), shown),))


def _report(
    settings: Settings, contract: ContractSettings, documents: DocumentSet, decided: Decided
) -> ContractReport:
    found = look(documents, lint_rules(), is_public=contract.audience == "public")
    judge = decided.judge
    judged = judge.judge(((finding, ()) for finding in found), _default)
    waivers = judge.of_waivers({f.fingerprint: f.rule for f in found}, linting_rules())
    shown = tuple(_shown(one, documents, decided, settings.root) for one in (*judged, *waivers))
    return ContractReport(contract.name, NEXT, (), shown, folder=folder_of(settings, contract))


def _shown(judged: Judged, documents: DocumentSet, decided: Decided | None, root: Path) -> Judged:
    """With its line of code, and the schema that it is about."""
    source = decided.source_of(judged.finding) if decided else None
    source = source or source_of(judged.finding, documents, root)
    return replace(in_context(judged, None, documents), source=source)


def _default(finding: Found) -> Weight:
    assert isinstance(finding, LintFinding)  # noqa: S101 - nothing else is judged here
    return next(rule.weight for rule in lint_rules() if rule.id == finding.rule)
