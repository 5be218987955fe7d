"""For a pull request: a comment, or a job's summary, whose details are folded.

Text from schemas is hostile here too: it mentions nobody, closes nothing and links nowhere.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
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
_RESERVED: Final = 200
"""Room for the line that says what is left out."""


def markdown(report: GateReport, prefix: str = "") -> str:
    """The report as GitHub's and GitLab's Markdown.

    Where it is too long for a comment, the later findings are told without their details, and what
    does not fit even so is counted.
    """
    title = f"{MARKER}\n### Modelpact {report.command}: {_text(wording.conclusion(report))}\n"
    blocks = [_Block(title, title)]
    for contract in report.contracts:
        head = _head(contract, report.command)
        blocks.append(_Block(head, head))
        for judged in contract.findings:
            if not judged.baselined:
                line = _line(judged)
                body = "\n".join(_body(judged, contract, report.command, prefix))
                full = f"<details><summary>{line}</summary>\n\n{body}\n\n</details>\n"
                blocks.append(_Block(full, f"{line}<br>"))
    return "\n".join(_fitted(blocks))


@dataclass(frozen=True, slots=True)
class _Block:
    """A part of a comment, and what stands for it where there is no room."""

    full: str
    short: str


def _fitted(blocks: list[_Block]) -> Iterator[str]:
    """As many blocks as fit, and how many do not."""
    room = LONGEST - _RESERVED
    rest = sum(len(block.short) + 1 for block in blocks)
    for index, block in enumerate(blocks):
        rest -= len(block.short) + 1
        # Details may take half of the room where there are more findings than it has lines for.
        fits = len(block.full) + 1 + min(rest, LONGEST // 2) <= room
        shown = block.full if fits else block.short
        room -= len(shown) + 1
        if room < 0:
            yield f"\n**{len(blocks) - index} more are left out.**\n"
            return
        yield shown


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


def _line(judged: Judged) -> str:
    said, message = wording.label(judged), judged.finding.message
    if len(message) > _LONGEST_MESSAGE:
        message = f"{message[:_LONGEST_MESSAGE]}..."
    rule = _code(judged.finding.rule)
    return f"{_ICONS[said]} <b>{said}</b>: {_text(message)} {rule}"


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
