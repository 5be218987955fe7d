"""For reading and keeping: one HTML page that needs nothing but itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from modelpact.compat.changes import Absent
from modelpact.compat.report import Finding
from modelpact.gate.report import ContractReport, GateReport, Judged
from modelpact.reporters.characters import visible
from modelpact.reporters.gate import wording
from modelpact.reporters.gate.fragments import Row, rows_of
from modelpact.reporters.gate.places import schema_places
from modelpact.reporters.payloads import missing_member, payload_lines

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["page"]

_TEMPLATE: Final = "page.html.j2"


@dataclass(frozen=True, slots=True)
class _Finding:
    """A finding as the page shows it."""

    label: wording.Label
    message: tuple[tuple[str, bool], ...]
    rule: str
    fingerprint: str
    document: str
    detail: str
    facts: tuple[tuple[str, str], ...]
    old: str
    new: str
    rows: tuple[Row, ...]
    payload_title: str
    payload: tuple[tuple[str, bool], ...]
    language: str
    code: str
    ways: tuple[wording.WayOut, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class _Contract:
    """A contract as the page shows it."""

    heading: str
    fails: bool
    summary: str
    gaps: tuple[str, ...]
    policy: str
    findings: tuple[_Finding, ...]


def page(report: GateReport, _prefix: str = "") -> str:
    """The report as an HTML page, light or dark as its reader has it."""
    contracts = [_contract(contract, report.command) for contract in report.contracts]
    return _template().render(
        command=report.command,
        fails=report.fails,
        conclusion=wording.conclusion(report),
        contracts=contracts,
    )


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("modelpact.reporters.gate"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        # What shows nothing, or turns the direction of text, becomes visible before it is escaped.
        finalize=lambda value: visible(value) if type(value) is str else value,
    )
    return made.get_template(_TEMPLATE)


def _contract(contract: ContractReport, command: str) -> _Contract:
    return _Contract(
        heading=wording.heading(contract),
        fails=contract.fails,
        summary=wording.summary(contract, command),
        gaps=wording.gaps(contract),
        policy=wording.policy(contract.policy) if contract.policy else "",
        findings=tuple(_finding(judged, contract, command) for judged in contract.findings),
    )


def _finding(judged: Judged, contract: ContractReport, command: str) -> _Finding:
    finding = judged.finding
    proved = finding if isinstance(finding, Finding) else None
    payload: tuple[tuple[str, bool], ...] = ()
    if proved is not None and not isinstance(proved.witness, Absent):
        payload = tuple(payload_lines(proved.witness, proved.refused, missing_member(proved)))
    evidence = proved.evidence if proved else None
    old, new = wording.version_names(judged, contract)
    return _Finding(
        label=wording.label(judged),
        message=tuple(_told(finding.message)),
        rule=finding.rule,
        fingerprint=finding.fingerprint,
        document=finding.document,
        detail=wording.detail(judged),
        facts=tuple(_facts(judged, contract)),
        old=old,
        new=new,
        rows=rows_of(judged),
        payload_title=wording.payload_title(judged, contract) if payload else "",
        payload=payload,
        language=wording.language_of(proved) if proved else "",
        code=evidence.code.rstrip() if evidence else "",
        ways=wording.ways_out(judged, contract, command),
        open=judged.fails,
    )


def _told(message: str) -> Iterator[tuple[str, bool]]:
    """The pieces of a sentence, and whether a piece is code: stood between backquotes."""
    for index, piece in enumerate(message.split("`")):
        if piece:
            yield piece, index % 2 == 1


def _facts(judged: Judged, contract: ContractReport) -> Iterator[tuple[str, str]]:
    finding = judged.finding
    if judged.source is not None:
        yield "source", f"{judged.source.file}:{judged.source.line}"
    yield from schema_places(judged)
    if isinstance(finding, Finding) and finding.embedders:
        yield "also in", ", ".join(finding.embedders)
    if breaks := wording.broken_for(judged, contract):
        yield "breaks", breaks
