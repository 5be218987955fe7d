"""For GitLab: a code quality report, which a merge request shows.

Source of the format: GitLab, "Code Quality", *Code Quality report format*.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import Any, Final

from modelpact.gate.report import ContractReport, GateReport, Judged
from modelpact.reporters.characters import visible_throughout
from modelpact.reporters.gate import wording
from modelpact.reporters.gate.places import file_place

__all__ = ["gitlab"]

_SEVERITIES: Final = {"error": "critical", "warning": "minor", "note": "info"}


def gitlab(report: GateReport, prefix: str = "") -> str:
    """All findings as JSON; what is waived, or was there before the gate, is ``info``."""
    issues = [
        _issue(judged, contract, prefix)
        for contract in report.contracts
        for judged in contract.findings
    ]
    return json.dumps(visible_throughout(issues), indent=2) + "\n"


def _issue(judged: Judged, contract: ContractReport, prefix: str) -> dict[str, Any]:
    finding = judged.finding
    place = file_place(judged, contract, prefix)
    said = wording.detail(judged)
    held = judged.waiver is not None or judged.baselined
    return {
        "description": f"{finding.message} ({said})" if said else finding.message,
        "check_name": finding.rule,
        "fingerprint": _fingerprint(contract.contract, finding.fingerprint),
        "severity": "info" if held else _SEVERITIES[judged.severity],
        "location": {"path": place.file, "lines": {"begin": place.line or 1}},
    }


def _fingerprint(*parts: str) -> str:
    """GitLab wants one that no other issue has: contracts share models."""
    return blake2b("\0".join(parts).encode(errors="backslashreplace"), digest_size=16).hexdigest()
