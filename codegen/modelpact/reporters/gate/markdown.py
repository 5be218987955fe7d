"""For a pull request: a comment, or a job's summary, whose details are folded.

Text from schemas is hostile here too: it mentions nobody, closes nothing and links nowhere.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

from modelpact.compat.changes import Absent
from modelpact.compat.report import Finding
from modelpact.gate.report import ContractReport, GateReport, Judged
from modelpact.reporters.characters import visible
from modelpact.reporters.gate import wording
from modelpact.reporters.gate.fragments import Row, rows_of
from modelpact.reporters.gate.places import file_place, schema_places
from modelpact.reporters.payloads import missing_member, payload_lines

__all__ = ["LONGEST", "MARKER", "markdown"]

LONGEST: Final = 65_536
"""GitHub takes no longer comment, counted in characters."""

MARKER: Final = "<!-- modelpact-report -->"
"""The first line: a bot finds its earlier comment by it."""

_ICONS: Final = {
    "breaking": "\N{CROSS MARK}",
    "unknown": "\N{BLACK QUESTION MARK ORNAMENT}",
    "error": "\N{CROSS MARK}",
    "warning": "\N{WARNING SIGN}",
    "note": "\N{INFORMATION SOURCE}",
    "waived": "\N{WHITE HEAVY CHECK MARK}",
    "baseline": "\N{WHITE HEAVY CHECK MARK}",
}
_LONGEST_MESSAGE: Final = 400


def markdown(report: GateReport, prefix: str = "") -> str:
    """The report as GitHub's and GitLab's Markdown; what does not fit is counted."""
    blocks = [f"{MARKER}\n### Modelpact {report.command}: {_text(wording.conclusion(report))}\n"]
    for contract in report.contracts:
        blocks.append(_head(contract, report.command))
        shown = [judged for judged in contract.findings if not judged.baselined]
        blocks += [_finding(judged, contract, report.command, prefix) for judged in shown]
    return _fitted(blocks)


def _fitted(blocks: list[str]) -> str:
    """As many blocks as fit, and how many do not."""
    room = LONGEST - 200
    kept: list[str] = []
    for index, block in enumerate(blocks):
        room -= len(block) + 1
        if room < 0:
            left = len(blocks) - index
            kept.append(f"**There is more than a comment holds: {left} parts are left out.**\n")
            break
        kept.append(block)
    return "\n".join(kept)


def _head(contract: ContractReport, command: str) -> str:
    lines = [
        f"#### {_text(wording.heading(contract))}",
        "",
        f"{_text(wording.summary(contract, command))}",
    ]
    lines += [f"<br>{_text(gap)}" for gap in wording.gaps(contract)]
    if contract.policy is not None:
        lines.append(f"<br><sub>{_text(wording.policy(contract.policy))}</sub>")
    return "\n".join(lines) + "\n"


def _finding(judged: Judged, contract: ContractReport, command: str, prefix: str) -> str:
    finding, said = judged.finding, wording.label(judged)
    message = finding.message
    if len(message) > _LONGEST_MESSAGE:
        message = f"{message[:_LONGEST_MESSAGE]}..."
    head = f"{_ICONS[said]} <b>{said}</b>: {_text(message)} <code>{_text(finding.rule)}</code>"
    body = "\n".join(_body(judged, contract, command, prefix))
    return f"<details><summary>{head}</summary>\n\n{body}\n\n</details>\n"


def _body(judged: Judged, contract: ContractReport, command: str, prefix: str) -> Iterator[str]:
    finding = judged.finding
    if why := wording.detail(judged):
        yield f"{_text(why)}\n"
    if judged.source is not None:
        place = file_place(judged, contract, prefix)
        yield f"- source: {_code(f'{place.file}:{place.line}')}"
    for side, where in schema_places(judged):
        yield f"- {side}: {_code(where)}"
    if isinstance(finding, Finding) and finding.embedders:
        yield f"- also in {', '.join(map(_code, finding.embedders))}"
    if breaks := wording.broken_for(judged, contract):
        yield f"- breaks {_text(breaks)}"
    rows = rows_of(judged)
    if rows:
        yield ""
        yield _fenced(_diff(rows), "diff")
    if isinstance(finding, Finding):
        yield from _evidence(finding, judged, contract)
    for way in wording.ways_out(judged, contract, command):
        told = f": {_code(way.command)}" if way.command else ""
        yield f"- {_text(way.text)}{told}"


def _evidence(finding: Finding, judged: Judged, contract: ContractReport) -> Iterator[str]:
    if not isinstance(finding.witness, Absent):
        yield f"\n{_text(wording.payload_title(judged, contract))}\n"
        missing = missing_member(finding)
        lines = payload_lines(finding.witness, finding.refused, missing)
        yield _fenced((line for line, _ in lines), "text") + "\n"
    if finding.evidence is not None:
        yield f"\nThis {_text(wording.language_of(finding))} code stops compiling:\n"
        code = finding.evidence
        yield _fenced(code.code.rstrip().splitlines(), re.sub(r"\W", "", code.language)) + "\n"


def _diff(rows: tuple[Row, ...]) -> Iterator[str]:
    for row in rows:
        if not row.changed:
            yield f"  {row.new}"
            continue
        if row.old is not None:
            yield f"- {row.old}"
        if row.new is not None:
            yield f"+ {row.new}"


def _fenced(lines: object, language: str) -> str:
    """A block of code whose fence is longer than any run of backquotes in it."""
    text = "\n".join(visible(line) for line in lines)  # type: ignore[attr-defined]
    runs = re.findall(r"`+", text)
    fence = "`" * max(3, *(len(run) + 1 for run in runs)) if runs else "```"
    return f"{fence}{language}\n{text}\n{fence}"


def _code(text: str) -> str:
    return f"<code>{_text(text)}</code>"


_MARKS: Final = re.compile(r"[\\*_\[\]#|~]")


def _text(text: str) -> str:
    """Text in which nothing is markup, whether it stands in HTML or in Markdown."""
    shown = html.escape(visible(text).replace("\n", " "), quote=False)
    # As references to characters, marks of Markdown are none; `@somebody` pings nobody where a
    # space without width follows.
    shown = _MARKS.sub(lambda mark: f"&#{ord(mark[0])};", shown)
    shown = shown.replace("@", "@\N{ZERO WIDTH SPACE}").replace("://", ":\N{ZERO WIDTH SPACE}//")
    return re.sub(r"`([^`]*)`", r"<code>\1</code>", shown).replace("`", "&#96;")
