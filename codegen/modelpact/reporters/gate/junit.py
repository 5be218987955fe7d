"""For test reports: JUnit's XML, a suite a contract, a case a finding or a proof.

There is no standard; what is written is what Jenkins, GitLab and GitHub's actions read in common.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass

from modelpact.compat.changes import Absent
from modelpact.compat.report import Finding
from modelpact.gate.report import ContractReport, GateReport, Judged
from modelpact.reporters.characters import visible
from modelpact.reporters.gate import wording
from modelpact.reporters.gate.places import file_place, schema_places
from modelpact.reporters.payloads import missing_member, payload_lines

__all__ = ["junit"]


def junit(report: GateReport, prefix: str = "") -> str:
    """The report as a tree of test suites: what fails is a failure, what is waived is skipped."""
    suites = ET.Element("testsuites", {"name": f"modelpact {report.command}"})
    for contract in report.contracts:
        suites.append(_suite(contract, report.command, prefix))
    for count in ("tests", "failures", "errors", "skipped"):
        suites.set(count, str(sum(int(suite.get(count, "0")) for suite in suites)))
    ET.indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(suites, encoding="unicode")}\n'


@dataclass(frozen=True, slots=True)
class _Case:
    """One test case: where it belongs, its name, and what became of it."""

    document: str
    name: str
    judged: Judged | None = None


def _suite(contract: ContractReport, command: str, prefix: str) -> ET.Element:
    suite = ET.Element("testsuite", {"name": visible(contract.contract, "")})
    for case in _cases(contract, command):
        classname = ".".join(filter(None, (contract.contract, case.document)))
        attributes = {"classname": visible(classname, ""), "name": visible(case.name, "")}
        element = ET.SubElement(suite, "testcase", attributes)
        if case.judged is not None:
            _fill(element, case.judged, contract, command, prefix)
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(sum(case.find("failure") is not None for case in suite)))
    suite.set("errors", "0")
    suite.set("skipped", str(sum(case.find("skipped") is not None for case in suite)))
    return suite


def _cases(contract: ContractReport, command: str) -> Iterator[_Case]:
    """Every finding; every question with a proof; one case where there is neither."""
    nothing = True
    for judged in contract.findings:
        nothing = False
        finding = judged.finding
        yield _Case(finding.document, f"{finding.message} [{finding.rule}]", judged)
    for asked in contract.asked:
        if asked.verdict == "compatible":
            nothing = False
            yield _Case(asked.document, f"{asked.direction} compatible")
    if nothing:
        yield _Case("", wording.summary(contract, command))


def _fill(
    element: ET.Element, judged: Judged, contract: ContractReport, command: str, prefix: str
) -> None:
    finding = judged.finding
    place = file_place(judged, contract, prefix)
    element.set("file", visible(place.file, ""))
    if place.line is not None:
        element.set("line", str(place.line))
    told = "\n".join(_told(judged, contract, command))
    if judged.fails:
        about = {"type": finding.rule, "message": visible(finding.message, "")}
        ET.SubElement(element, "failure", about).text = visible(told)
    elif judged.severity == "error":
        ET.SubElement(element, "skipped", {"message": visible(wording.detail(judged), "")})
    else:
        ET.SubElement(element, "system-out").text = visible(f"{judged.severity}: {told}")


def _told(judged: Judged, contract: ContractReport, command: str) -> Iterator[str]:
    finding = judged.finding
    yield finding.message
    if judged.source is not None:
        yield f"source: {judged.source.file}:{judged.source.line}"
    for side, place in schema_places(judged):
        yield f"{side}: {place}"
    if breaks := wording.broken_for(judged, contract):
        yield f"breaks {breaks}"
    if isinstance(finding, Finding) and not isinstance(finding.witness, Absent):
        yield wording.payload_title(judged, contract)
        for line, _ in payload_lines(finding.witness, finding.refused, missing_member(finding)):
            yield f"  {line}"
    for way in wording.ways_out(judged, contract, command):
        yield f"- {way}"
