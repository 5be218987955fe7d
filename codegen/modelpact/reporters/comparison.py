"""What a comparison found: what broke, for whom, the payload that shows it, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from modelpact.compat.changes import Absent
from modelpact.compat.pairs import PairVerdict
from modelpact.compat.report import Finding, Report
from modelpact.documents.canonical import canonical_bytes
from modelpact.graph.nodes import Location
from modelpact.reporters.console import out, plain
from modelpact.reporters.payloads import compact_json, payload_lines

__all__ = ["report_comparison", "report_pairs"]

_STYLES: Final = {"breaking": "bold red", "unknown": "bold yellow", "compatible": "bold green"}

_DIRECTIONS: Final = {
    "backward": "This payload of the old version is refused by the new one:",
    "forward": "This payload of the new version is refused by the old one:",
}
_CONTENT: Final = {
    "tolerant": "writers send declared properties only, readers ignore others",
    "strict": "JSON Schema to the letter",
}


def report_comparison(report: Report, *, machine: bool) -> None:
    """Print a comparison; for a machine, one JSON object."""
    if machine:
        text = canonical_bytes(report.to_json()).decode()
        out().print(text, end="", markup=False)
        return
    console = out()
    for finding in report.findings:
        for line, style in _finding_lines(finding):
            console.print(plain(line, style))
        console.print()
    for line, style in _summary(report):
        console.print(plain(line, style))


def _finding_lines(finding: Finding) -> Iterator[tuple[str, str]]:
    yield f"{finding.verdict}: {finding.message} [{finding.rule}]", _STYLES[finding.verdict]
    for side, location in (("old", finding.old), ("new", finding.new)):
        if location is not None:
            yield f"  {side}  {_place(location)}", "dim"
    if finding.embedders:
        yield f"  also in {', '.join(finding.embedders)}", "dim"
    if not isinstance(finding.witness, Absent):
        yield f"  {_DIRECTIONS[finding.direction]}", ""
        for line, refused in payload_lines(finding.witness, finding.refused, _missing(finding)):
            yield f"    {line}", "red" if refused else ""
    if finding.advice:
        yield f"  Instead: {finding.advice}", ""


def _missing(finding: Finding) -> str:
    change = finding.change
    return change.name if change is not None and change.keyword == "required" else ""


def _place(location: Location) -> str:
    text = str(location)
    return text if location.pointer.tokens or location.file else f"{text} (the whole schema)"


def _summary(report: Report) -> Iterator[tuple[str, str]]:
    breaking = sum(finding.verdict == "breaking" for finding in report.findings)
    undecided = len(report.findings) - breaking
    counted = [
        f"{breaking} breaking change{_plural(breaking)}" if breaking else "",
        f"{undecided} undecided" if undecided else "",
    ]
    found = ", ".join(filter(None, counted))
    text = f"{report.verdict}: {found}" if found else f"{report.verdict}: proved for every payload"
    yield text, _STYLES[report.verdict]
    for asked in report.asked:
        if not asked.complete and asked.verdict == "breaking":
            name = asked.document or "the schema"
            yield f"  There may be more in {name}: {asked.reason}", "yellow"
    settings = report.settings
    formats = "asserted" if settings.formats == "assert" else "only annotations"
    mode = settings.mode or "by role"
    content = f"{settings.content} ({_CONTENT[settings.content]})"
    yield f"policy: mode {mode}; content {content}; formats {formats}", "dim"


def _plural(count: int) -> str:
    return "" if count == 1 else "s"


def report_pairs(verdicts: Iterable[PairVerdict]) -> dict[str, int]:
    """Print one JSON object a line, as they come.

    Returns:
        How many there were of each verdict.

    """
    import sys

    counts: dict[str, int] = {}
    for verdict in verdicts:
        counts[verdict.verdict] = counts.get(verdict.verdict, 0) + 1
        sys.stdout.write(compact_json(verdict.to_json()) + "\n")
    sys.stdout.flush()
    return counts
