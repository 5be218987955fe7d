"""A comparison as a report of the gate: without settings, all that breaks is an error."""

from __future__ import annotations

from modelpact.compat.report import Report
from modelpact.documents.sets import DocumentSet
from modelpact.gate.context import in_context
from modelpact.gate.report import ContractReport, GateReport, Judged

__all__ = ["report_of_comparison"]


def report_of_comparison(report: Report, old: DocumentSet, new: DocumentSet) -> GateReport:
    """What ``compare`` says of two versions."""
    findings = tuple(
        in_context(Judged(finding, "error", (report.old,)), old, new) for finding in report.findings
    )
    contract = ContractReport(
        contract=new.name,
        new=report.new,
        against=(report.old,),
        findings=findings,
        verdict=report.verdict,
        bump="major" if report.verdict == "breaking" else "none",
        policy=report.settings,
        asked=report.asked,
    )
    return GateReport("compare", (contract,))
