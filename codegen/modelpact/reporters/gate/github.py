"""For GitHub Actions: workflow commands that annotate the lines of a pull request.

Source of the syntax and of what is escaped: GitHub, "Workflow commands for GitHub Actions".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from modelpact.compat.changes import Absent
from modelpact.compat.report import Finding
from modelpact.gate.report import ContractReport, GateReport, Judged
from modelpact.reporters.characters import visible
from modelpact.reporters.gate import wording
from modelpact.reporters.gate.places import file_place, schema_places
from modelpact.reporters.payloads import compact_json

__all__ = ["github"]

_LEVELS: Final = {"error": "error", "warning": "warning", "note": "notice"}
_LONGEST: Final = 1_000
"""A longer payload is left out of an annotation."""


def github(report: GateReport, prefix: str = "") -> str:
    """A command a line for each finding that neither is waived nor was there before the gate."""
    lines = [
        _command(judged, contract, report.command, prefix)
        for contract in report.contracts
        for judged in contract.findings
        if judged.waiver is None and not judged.baselined
    ]
    return "".join(f"{line}\n" for line in [*lines, f"modelpact: {wording.conclusion(report)}"])


def _command(judged: Judged, contract: ContractReport, command: str, prefix: str) -> str:
    place = file_place(judged, contract, prefix)
    properties = {"file": place.file}
    if place.line is not None:
        properties["line"] = str(place.line)
    properties["title"] = f"{wording.label(judged)}: {judged.finding.rule} ({contract.contract})"
    said = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    message = "\n".join(_message(judged, contract, command))
    return f"::{_LEVELS[judged.severity]} {said}::{_data(message)}"


def _message(judged: Judged, contract: ContractReport, command: str) -> Iterator[str]:
    finding = judged.finding
    yield finding.message
    for side, place in schema_places(judged):
        yield f"{side}: {place}"
    if breaks := wording.broken_for(judged, contract):
        yield f"breaks {breaks}"
    if isinstance(finding, Finding) and not isinstance(finding.witness, Absent):
        payload = compact_json(finding.witness)
        if len(payload) <= _LONGEST:
            yield f"{wording.payload_title(judged, contract)} {payload}"
    for way in wording.ways_out(judged, contract, command):
        yield f"- {way}"


def _data(text: str) -> str:
    escaped = visible(text).replace("%", "%25").replace("\r", "%0D")
    return escaped.replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
