"""For people at a terminal: what broke, for whom, the payload that shows it, and what now."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from modelpact.compat.changes import Absent
from modelpact.compat.report import Finding
from modelpact.gate.report import ContractReport, GateReport, Judged
from modelpact.reporters.characters import visible
from modelpact.reporters.gate import wording
from modelpact.reporters.gate.fragments import Row, rows_of
from modelpact.reporters.gate.places import schema_places
from modelpact.reporters.payloads import missing_member, payload_lines

__all__ = ["WIDTH_OF_FILES", "Line", "Span", "lines_of", "text"]

_STYLES: Final = {
    "breaking": "bold red",
    "unknown": "bold yellow",
    "error": "bold red",
    "warning": "bold yellow",
    "note": "bold cyan",
    "waived": "bold cyan",
    "baseline": "bold cyan",
    "compatible": "bold green",
    "passed": "bold green",
    "failed": "bold red",
}
WIDTH_OF_FILES: Final = 100
_WIDEST_TEXT: Final = 100
"""Longer lines of words are hard to read."""
_BETWEEN: Final = " | "

Span: TypeAlias = tuple[str, str]
"""A piece of text and its style, in Rich's words."""
Line: TypeAlias = tuple[Span, ...]


def text(report: GateReport, _prefix: str = "") -> str:
    """The report without colours, for a file."""
    lines = ("".join(piece for piece, _ in line) for line in lines_of(report, wrapped=False))
    # A line that words begin anew is a command to some who read the output, such as GitHub Actions.
    return "".join(f"{visible(line, '').rstrip()}\n" for line in lines)


def lines_of(
    report: GateReport, width: int = WIDTH_OF_FILES, *, wrapped: bool = True
) -> Iterator[Line]:
    """The report, line by line.

    Args:
        report: The report.
        width: How many columns there are: two versions stand side by side where they fit.
        wrapped: Whether lines of words end there, too, and go on in the next.

    """
    for contract in report.contracts:
        yield from _Contract(report.command, contract, width, wrapped).lines()
    if len(report.contracts) > 1:
        said = wording.conclusion(report)
        yield ((said, _STYLES["failed" if report.fails else "passed"]),)


@dataclass(frozen=True, slots=True)
class _Contract:
    """One contract's part of the report."""

    command: str
    contract: ContractReport
    width: int
    wrapped: bool

    def lines(self) -> Iterator[Line]:
        """All of it, with an empty line after each finding."""
        shown = [j for j in self.contract.findings if not j.baselined]
        if self.command != "compare":
            yield ((wording.heading(self.contract), "bold"),)
            if shown:
                yield ()
        document = ""
        grouped = len({judged.finding.document for judged in shown}) > 1
        for judged in shown:
            if grouped and judged.finding.document != document:
                document = judged.finding.document
                role = f" ({judged.role})" if judged.role else ""
                yield ((f"in {document}{role}", "bold underline"),)
                yield ()
            yield from self._finding(judged)
            yield ()
        yield from self._summary()

    def _finding(self, judged: Judged) -> Iterator[Line]:
        finding, said = judged.finding, wording.label(judged)
        yield from self._words(
            f"{said}: {finding.message} [{finding.rule}]", "", _STYLES[said], hanging="  "
        )
        if why := wording.detail(judged):
            yield from self._words(why, "  ")
        if judged.source is not None:
            yield (("  source  ", "dim"), (f"{judged.source.file}:{judged.source.line}", ""))
        for side, place in schema_places(judged):
            yield ((f"  {side:<8}", "dim"), (_whole(place), ""))
        if isinstance(finding, Finding) and finding.embedders:
            yield from self._words(f"also in {', '.join(finding.embedders)}", " " * 10)
        if breaks := wording.broken_for(judged, self.contract):
            yield from self._words(f"{'breaks':<8}{breaks}", "  ", hanging=" " * 10)
        if judged.waiver is not None:
            return
        yield from self._evidence(judged)
        yield from self._ways_out(judged)

    def _evidence(self, judged: Judged) -> Iterator[Line]:
        finding = judged.finding
        rows = rows_of(judged)
        if rows:
            yield ()
            yield from self._rows(rows, judged)
        if not isinstance(finding, Finding):
            return
        if not isinstance(finding.witness, Absent):
            yield ()
            yield from self._words(wording.payload_title(judged, self.contract), "  ")
            missing = missing_member(finding)
            for line, refused in payload_lines(finding.witness, finding.refused, missing):
                yield ((f"    {line}", "red" if refused else ""),)
        if finding.evidence is not None:
            yield ()
            said = f"This {wording.language_of(finding)} code stops compiling:"
            yield from self._words(said, "  ")
            for line in finding.evidence.code.rstrip().splitlines():
                yield ((f"    {line}", ""),)

    def _rows(self, rows: tuple[Row, ...], judged: Judged) -> Iterator[Line]:
        from rich.cells import cell_len, set_cell_size

        old, new = wording.version_names(judged, self.contract)
        column = (self.width - len("    ") - len(_BETWEEN)) // 2
        widest = max(cell_len(visible(line or "")) for row in rows for line in (row.old, row.new))
        if widest + 2 > column:
            yield from _unified(rows, old, new)
            return
        column = max(widest, min(cell_len(visible(old)), column - 2)) + 2
        yield (
            ("    ", ""),
            (set_cell_size(visible(f"  {old}"), column), "dim"),
            (_BETWEEN, "dim"),
            (f"  {new}", "dim"),
        )
        for row in rows:
            left, right = visible(row.old or ""), visible(row.new or "")
            left = f"{'-' if row.changed and row.old is not None else ' '} {left}"
            right = f"{'+' if row.changed and row.new is not None else ' '} {right}"
            yield (
                ("    ", ""),
                (set_cell_size(left, column), "red" if left[0] == "-" else ""),
                (_BETWEEN, "dim"),
                (right, "green" if right[0] == "+" else ""),
            )

    def _ways_out(self, judged: Judged) -> Iterator[Line]:
        ways = wording.ways_out(judged, self.contract, self.command)
        if not ways:
            return
        if isinstance(judged.finding, Finding):
            yield ()
            yield (("  What now:", ""),)
        for way in ways:
            yield from self._words(
                f"- {way.text}{':' if way.command else ''}", "  ", hanging="    "
            )
            if way.command:
                yield ((f"      {way.command}", "bold"),)

    def _summary(self) -> Iterator[Line]:
        contract = self.contract
        style = _STYLES[wording.outcome(contract, self.command)]
        yield from self._words(wording.summary(contract, self.command), "", style, hanging="  ")
        for gap in wording.gaps(contract):
            yield from self._words(gap, "  ", "yellow")
        if contract.policy is not None:
            yield from self._words(wording.policy(contract.policy), "", "dim", hanging="  ")
        if contract.fails:
            yield (("rules: modelpact explain RULE", "dim"),)
        if self.command != "compare":
            yield ()

    def _words(
        self, words: str, indent: str, style: str = "", *, hanging: str = ""
    ) -> Iterator[Line]:
        """Words, broken where the terminal ends."""
        if not self.wrapped:
            yield ((f"{indent}{visible(words, '')}", style),)
            return
        wrapped = textwrap.wrap(
            visible(words),
            min(self.width, _WIDEST_TEXT),
            initial_indent=indent,
            subsequent_indent=hanging or indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for line in wrapped:
            yield ((line, style),)


def _unified(rows: tuple[Row, ...], old: str, new: str) -> Iterator[Line]:
    """The versions below each other, for lines that do not fit beside each other."""
    yield ((f"    --- {old}", "dim"),)
    yield ((f"    +++ {new}", "dim"),)
    pending: list[Line] = []
    for row in rows:
        if row.changed:
            if row.old is not None:
                yield ((f"    - {row.old}", "red"),)
            if row.new is not None:
                pending.append(((f"    + {row.new}", "green"),))
            continue
        yield from pending
        pending = []
        yield ((f"      {row.new}", ""),)
    yield from pending


def _whole(place: str) -> str:
    return f"{place} (the whole schema)" if place == "#" else place
