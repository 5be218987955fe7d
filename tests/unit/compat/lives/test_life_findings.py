"""Whether a removal was announced, and kept what was announced."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from modelpact.compat.consumers.comparing import noticed
from modelpact.compat.lives import life_findings, life_rules
from modelpact.compat.report import Finding, Settings
from modelpact.documents.sets import Document, DocumentSet
from modelpact.gate.checking import Baseline, hold_against
from modelpact.gate.judging import Judge
from modelpact.gate.report import ContractReport
from support.sdk_edits import TEXT, contract, model

MIDSUMMER = date(2027, 6, 1)
LEAVING = {
    **TEXT,
    "deprecated": True,
    "x-modelpact": {"deprecated": "Use b.", "since": "1.1.0", "sunset": "2027-06-01"},
}
WITH, WITHOUT = contract(A=model(a=LEAVING, b=TEXT)), contract(A=model(b=TEXT))


def documents(schema: Any) -> DocumentSet:
    return DocumentSet("shop", {"a.json": Document("Shop", "a.json", schema)})


def found(old: Any, new: Any, today: date = MIDSUMMER) -> tuple[Finding, ...]:
    return life_findings(noticed(documents(old), documents(new)), today)


@pytest.mark.parametrize("rule", life_rules(), ids=lambda rule: rule.id)
def test_the_example_fires_its_rule_at_midsummer_and_no_other(rule: Any) -> None:
    (finding,) = found(rule.example.old, rule.example.new)
    assert finding.rule == rule.id
    assert finding.category == "life"


@pytest.mark.parametrize("rule", life_rules(), ids=lambda rule: rule.id)
def test_a_version_against_itself_is_silent(rule: Any) -> None:
    for schema in (rule.example.old, rule.example.new):
        assert found(schema, schema) == ()


@pytest.mark.parametrize(
    ("today", "rule"),
    [
        (date(2027, 5, 31), "life-cut-short"),
        (date(2027, 6, 1), "life-cut-short"),
        (date(2027, 6, 2), "life-announced"),
    ],
)
def test_what_is_to_stay_until_a_day_stays_through_that_day(today: date, rule: str) -> None:
    (finding,) = found(WITH, WITHOUT, today)
    assert finding.rule == rule
    assert "2027-06-01" in finding.message


def test_an_announced_removal_says_since_when_and_until_when() -> None:
    (finding,) = found(WITH, WITHOUT, date(2028, 1, 1))
    assert finding.message == (
        "`a` of `A` was removed as announced: it was deprecated since 1.1.0, and to stay until"
        " 2027-06-01"
    )


def test_a_deprecation_without_a_day_and_none_at_all_are_told_apart() -> None:
    deprecated = contract(A=model(a={**TEXT, "deprecated": True}, b=TEXT))
    (one,) = found(deprecated, WITHOUT)
    (other,) = found(contract(A=model(a=TEXT, b=TEXT)), WITHOUT)
    assert one.rule == other.rule == "life-unannounced"
    assert "no day was named" in one.message
    assert "never said to be deprecated" in other.message


def test_a_type_and_a_member_have_lives_as_well() -> None:
    life = {"deprecated": "", "sunset": "2027-01-31"}
    members = [{"name": "S", "value": "s"}, {"name": "M", "value": "m", **life}]
    size = {"enum": ["s", "m"], "x-modelpact": {"members": members}}
    smaller = {"enum": ["s"], "x-modelpact": {"members": members[:1]}}
    gone = {**model(a=TEXT), "deprecated": True, "x-modelpact": {"sunset": "2027-01-31"}}
    old = contract(Size=size, Gone=gone)
    assert [(f.rule, f.message.split(" was")[0]) for f in found(old, contract(Size=smaller))] == [
        ("life-announced", "`M` of `Size`"),
        ("life-announced", "`Gone`"),
    ]


def test_what_has_another_name_now_is_not_gone() -> None:
    new = {**TEXT, "x-modelpact": {"renamedFrom": ["a"]}}
    assert found(contract(A=model(a=TEXT)), contract(A=model(c=new))) == ()


def test_a_sunset_that_is_no_day_announces_nothing() -> None:
    leaving = {**TEXT, "deprecated": True, "x-modelpact": {"sunset": "soon"}}
    (finding,) = found(contract(A=model(a=leaving, b=TEXT)), WITHOUT)
    assert finding.rule == "life-unannounced"


def held(today: date, *old: Any) -> ContractReport:
    baselines = [Baseline(f"1.{n}.0", documents(schema)) for n, schema in enumerate(old)][::-1]
    return hold_against("shop", documents(WITHOUT), baselines, Settings(), Judge(today))


def test_a_removal_before_its_sunset_fails_the_gate_by_itself() -> None:
    report = held(MIDSUMMER, WITH)
    weights = {judged.finding.rule: judged.severity for judged in report.findings}
    assert weights == {"sdk-property-removed": "error", "life-cut-short": "error"}


def test_an_announced_removal_breaks_and_its_announcement_is_a_note() -> None:
    report = held(date(2028, 1, 1), WITH)
    weights = {judged.finding.rule: judged.severity for judged in report.findings}
    assert weights == {"sdk-property-removed": "error", "life-announced": "note"}
    assert report.bump == "major"


def test_only_the_latest_version_says_what_was_announced() -> None:
    before = contract(A=model(a=TEXT, b=TEXT))
    report = held(date(2028, 1, 1), before, WITH)
    assert {j.finding.rule for j in report.findings} == {"sdk-property-removed", "life-announced"}
