"""For code scanning: SARIF 2.1.0, a run a contract.

Source of the format: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final
from urllib.parse import quote

from modelpact.compat.report import Finding
from modelpact.gate.report import ContractReport, GateReport, Judged
from modelpact.reporters.characters import visible_throughout
from modelpact.reporters.gate import wording
from modelpact.reporters.gate.places import file_place, schema_places
from modelpact.reporters.gate.rules import explanation_of
from modelpact.reporters.payloads import compact_json
from modelpact.version import __version__

__all__ = ["sarif"]

_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT: Final = "%SRCROOT%"


def sarif(report: GateReport, prefix: str = "") -> str:
    """The report as a SARIF log; what is waived, or was there before the gate, is suppressed."""
    runs = [_run(contract, report.command, prefix) for contract in report.contracts]
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": runs}
    return json.dumps(visible_throughout(log), indent=2) + "\n"


def _run(contract: ContractReport, command: str, prefix: str) -> dict[str, Any]:
    rules = _rules(contract.findings)
    order = {rule["id"]: index for index, rule in enumerate(rules)}
    driver = {"name": "Modelpact", "semanticVersion": __version__, "rules": rules}
    return {
        "tool": {"driver": driver},
        # What ends in a slash is a category: GitHub takes one upload of each at a time.
        "automationDetails": {"id": f"modelpact/{command}/{contract.contract}/"},
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository."}}},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(judged, contract, command, order, prefix) for judged in contract.findings
        ],
    }


def _rules(findings: Iterable[Judged]) -> list[dict[str, Any]]:
    """The rules that fired, in the order of their ids."""
    fired = {judged.finding.rule: judged.finding for judged in findings}
    rules = []
    for identifier in sorted(fired):
        finding = fired[identifier]
        rule = explanation_of(finding)
        help_ = " ".join(filter(None, (rule.breaks, rule.advice))) or rule.meaning
        rules.append(
            {
                "id": identifier,
                "shortDescription": {"text": rule.meaning},
                "fullDescription": {"text": " ".join(filter(None, (rule.meaning, rule.breaks)))},
                "help": {"text": help_},
                "properties": {"tags": [finding.category]},
            }
        )
    return rules


def _result(
    judged: Judged, contract: ContractReport, command: str, order: dict[str, int], prefix: str
) -> dict[str, Any]:
    finding = judged.finding
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": order[finding.rule],
        "level": judged.severity,
        "message": {"text": "\n".join(_message(judged, contract, command))},
        "locations": [_location(judged, contract, prefix)],
        "partialFingerprints": {"modelpact/v1": finding.fingerprint},
        "properties": _properties(judged),
    }
    if judged.waiver is not None:
        result["suppressions"] = [_suppression(wording.detail(judged))]
    elif judged.baselined:
        result["baselineState"] = "unchanged"
        result["suppressions"] = [_suppression("It was there when the gate was adopted.")]
    return result


def _message(judged: Judged, contract: ContractReport, command: str) -> list[str]:
    lines = [f"{judged.finding.message}."]
    if breaks := wording.broken_for(judged, contract):
        lines.append(f"Breaks {breaks}.")
    lines += [f"- {way}" for way in wording.ways_out(judged, contract, command)]
    return lines


def _location(judged: Judged, contract: ContractReport, prefix: str) -> dict[str, Any]:
    place = file_place(judged, contract, prefix)
    # Code scanning takes no location without a line.
    region = {"startLine": place.line or 1}
    physical = {"artifactLocation": _artifact(place.file), "region": region}
    logical = [
        {"fullyQualifiedName": where, "kind": "member"}
        for side, where in schema_places(judged)
        if side != "old"
    ]
    return {"physicalLocation": physical, **({"logicalLocations": logical} if logical else {})}


def _artifact(file: str) -> dict[str, str]:
    if file.startswith("/"):
        return {"uri": f"file://{quote(file, errors='backslashreplace')}"}
    # A colon in the first step of a relative address would make it a scheme.
    uri = quote(file, safe="/", errors="backslashreplace")
    return {"uri": uri, "uriBaseId": _ROOT}


def _properties(judged: Judged) -> dict[str, Any]:
    """What SARIF has no word for."""
    finding = judged.finding
    shown: dict[str, Any] = {"category": finding.category, "document": finding.document}
    if judged.against:
        shown["against"] = list(judged.against)
    if isinstance(finding, Finding):
        shown |= {"verdict": finding.verdict, "direction": finding.direction}
        if wording.has_payload(finding):
            # As text: readers of SARIF need not hold numbers of any size.
            shown["payload"] = compact_json(finding.witness)  # type: ignore[arg-type]
    return shown


def _suppression(why: str) -> dict[str, str]:
    return {"kind": "external", "status": "accepted", "justification": why}
