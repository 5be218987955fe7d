"""Every kind of change that other tools tell apart, through the engine."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from conformance.anchors.page import ANCHORS, page
from conformance.anchors.rows import Row, documents, expanded, record
from modelpact import compare
from modelpact.compat.consumers import sdk_findings
from modelpact.compat.report import Report
from modelpact.compat.rules import UNCLASSIFIED, rule_named
from modelpact.documents.sets import DocumentSet

PAGE = Path(__file__).parents[3] / "docs" / "anchors.md"
ROWS = {
    f"{name.split()[0].lower()}-{row.kinds}": row
    for name, anchor in ANCHORS.items()
    for row in anchor.ROWS
    if not row.is_foreign
}
NOTICED = {name: row for name, row in ROWS.items() if row.sdk}


def compared(old: Any, new: Any, row: Row) -> Report:
    return compare(old, new, mode="full", content=row.content)


def rules_of(report: Report) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {"backward": set(), "forward": set()}
    for finding in report.findings:
        found[finding.direction].add(finding.rule)
    return {direction: sorted(rules) for direction, rules in found.items()}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_a_pair_breaks_by_the_rules_that_the_table_names(row: Row) -> None:
    report = compared(row.old, row.new, row)
    expected = {"backward": sorted(row.backward), "forward": sorted(row.forward)}
    assert rules_of(report) == expected
    assert report.verdict == ("breaking" if row.backward or row.forward else "compatible")
    if isinstance(row.old, DocumentSet):
        return
    inside = compared(record(held=row.old), record(held=row.new), row)
    assert rules_of(inside) == expected


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_a_pair_reversed_breaks_by_the_same_rules_the_other_way(row: Row) -> None:
    if isinstance(row.old, DocumentSet):
        return  # a new document is nothing that old readers were promised
    report = compared(row.new, row.old, row)
    assert rules_of(report) == {"backward": sorted(row.forward), "forward": sorted(row.backward)}


@pytest.mark.parametrize("name", ANCHORS)
def test_every_kind_of_change_stands_in_one_row(name: str) -> None:
    anchor = ANCHORS[name]
    told = Counter(kind for row in anchor.ROWS for kind in expanded(row.kinds))
    assert set(told) == set(anchor.KINDS)
    assert {kind for kind, count in told.items() if count > 1} == set()


@pytest.mark.parametrize("name", ANCHORS)
def test_a_row_names_rules_that_there_are_or_says_why_nothing_breaks(name: str) -> None:
    for row in ANCHORS[name].ROWS:
        rules = (*row.backward, *row.forward)
        assert UNCLASSIFIED not in rules
        assert all(rule_named(rule) is not None for rule in rules)
        assert bool(rules) is not bool(row.why), row.kinds


@pytest.mark.parametrize("row", NOTICED.values(), ids=NOTICED)
def test_what_only_programs_notice_is_told_by_the_rule_that_the_table_names(row: Row) -> None:
    old, new = (
        side if isinstance(side, DocumentSet) else documents(Model=side)
        for side in (row.old, row.new)
    )
    assert {finding.rule for finding in sdk_findings(old, new)} == {row.sdk}


def test_the_page_says_what_the_tables_say() -> None:
    text = page()
    if os.environ.get("UPDATE_GOLDEN"):
        PAGE.write_text(text, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == text
