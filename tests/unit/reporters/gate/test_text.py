"""The report at terminals of all widths."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from rich.cells import cell_len

from modelpact.compat.report import Asked
from modelpact.gate.report import GateReport
from modelpact.reporters.gate.text import lines_of
from support.reports import small_report


def told(report: GateReport, width: int) -> list[str]:
    return ["".join(piece for piece, _ in line) for line in lines_of(report, width)]


def test_versions_stand_beside_each_other_where_there_is_room() -> None:
    lines = told(small_report(), 80)
    assert '          "city"      |       "city",' in lines
    assert not any(line.startswith("    --- ") for line in lines)


def test_versions_stand_below_each_other_where_there_is_none() -> None:
    lines = told(small_report(), 30)
    start = lines.index("    --- 1.1.0")
    assert lines[start + 1] == "    +++ next"
    assert '    +     "zip"' in lines[start:]
    assert not any(" | " in line for line in lines)


@pytest.mark.parametrize("width", [40, 60, 80, 140])
def test_words_end_where_the_terminal_does(width: int) -> None:
    copied = ("modelpact waive", '"id": "', "schema  ", "source  ")  # these are not broken
    for line in told(small_report(), width):
        if not any(part in line for part in copied):
            assert cell_len(line) <= width, line


def test_removed_lines_stand_before_those_that_are_new() -> None:
    report = small_report()
    shop = report.contracts[0]
    (length,) = (judged for judged in shop.findings if judged.finding.rule == "length")
    shown = replace(shop, findings=(replace(length, waiver=None),))
    lines = told(replace(report, contracts=(shown,)), 30)
    marks = [line[4] for line in lines if line[:6] in {"    - ", "    + "}]
    assert marks == ["-", "+"]


def test_the_waived_is_told_in_short() -> None:
    lines = told(small_report(), 100)
    start = next(index for index, line in enumerate(lines) if line.startswith("waived: "))
    end = lines.index("", start)
    assert "  waived until 2030-01-31: The only reader is ours. (ada@example.com)" in lines
    assert not any("What now" in line for line in lines[start:end])


def test_what_may_be_missing_is_said_with_its_reason() -> None:
    report = small_report()
    shop = report.contracts[0]
    asked = (Asked("User.schema.json", "backward", "breaking", complete=False, reason="budget"),)
    lines = told(replace(report, contracts=(replace(shop, asked=asked),)), 100)
    assert "  There may be more in User.schema.json: budget" in lines


def test_findings_are_grouped_by_document_where_there_are_several() -> None:
    report = small_report()
    shop = report.contracts[0]
    first, *_, last = shop.findings
    other = replace(first, finding=replace(first.finding, document="Team.schema.json"))  # type: ignore[type-var]
    grouped = told(replace(report, contracts=(replace(shop, findings=(first, other, last)),)), 100)
    heads = [line for line in grouped if line.startswith("in ")]
    assert heads == [
        "in User.schema.json (entity)",
        "in Team.schema.json (entity)",
        "in User.schema.json",
    ]
    assert not any(line.startswith("in ") for line in told(report, 100))


def test_no_two_lines_are_empty_one_after_the_other() -> None:
    lines = told(small_report(), 100)
    assert not any(above == below == "" for above, below in pairwise(lines))
