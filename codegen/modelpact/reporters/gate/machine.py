"""For programs: one JSON object, whose schema is ``report.schema.json`` beside this package."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Final

from modelpact.gate.report import ContractReport, GateReport, Judged
from modelpact.reporters.payloads import json_lines

__all__ = ["REPORT_VERSION", "machine"]

REPORT_VERSION: Final = 1
"""The major version of the contract ``modelpact-report``."""


def machine(report: GateReport, _prefix: str = "") -> str:
    """The report as JSON, in ASCII."""
    shown: dict[str, Any] = {
        "version": REPORT_VERSION,
        "command": report.command,
        "fails": report.fails,
        "contracts": [_contract(contract, report.command) for contract in report.contracts],
    }
    return "".join(f"{line}\n" for line in json_lines(shown))


def _contract(contract: ContractReport, command: str) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "contract": contract.contract,
        "new": contract.new,
        "against": list(contract.against),
        "fails": contract.fails,
    }
    if contract.policy is not None:
        settings = contract.policy
        shown["verdict"] = contract.verdict
        if command != "compare":
            shown["bump"] = contract.bump
        shown["complete"] = all(asked.complete for asked in contract.asked)
        shown["policy"] = {**asdict(settings), "mode": settings.mode or "by role"}
    shown["findings"] = [_finding(judged) for judged in contract.findings]
    if contract.asked:
        shown["questions"] = [asked.to_json() for asked in contract.asked]
    return shown


def _finding(judged: Judged) -> dict[str, Any]:
    finding = judged.finding
    shown: dict[str, Any] = {
        "fingerprint": finding.fingerprint,
        "rule": finding.rule,
        "category": finding.category,
        "severity": judged.severity,
        "fails": judged.fails,
        "document": finding.document,
        "path": finding.path,
        "message": finding.message,
        **finding.to_json(),
    }
    if judged.role is not None:
        shown["role"] = judged.role
    if judged.against:
        shown["against"] = list(judged.against)
    if judged.source is not None:
        shown["source"] = asdict(judged.source)
    if judged.waiver is not None:
        waiver = {**asdict(judged.waiver), "expires": judged.waiver.expires.isoformat()}
        shown["waiver"] = {key: said for key, said in waiver.items() if key != "rule"}
    if judged.baselined:
        shown["baselined"] = True
    return shown
