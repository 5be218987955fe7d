"""Findings with what was decided about each."""

from __future__ import annotations

from datetime import date
from typing import cast

from modelpact.gate.report import ContractReport, Found, GateReport, Judged, Waiver

FINDING = cast("Found", object())
WAIVER = Waiver("0123456789abcdef", "Nobody reads it.", "ada@example.com", date(2030, 1, 1))


def test_an_error_fails() -> None:
    assert Judged(FINDING, "error").fails


def test_a_warning_is_only_said() -> None:
    assert not Judged(FINDING, "warning").fails


def test_a_waived_error_does_not_fail() -> None:
    assert not Judged(FINDING, "error", waiver=WAIVER).fails


def test_what_was_there_before_the_gate_does_not_fail() -> None:
    assert not Judged(FINDING, "error", baselined=True).fails


def test_a_report_fails_where_one_of_its_contracts_does() -> None:
    good = ContractReport("shop", "next", (), (Judged(FINDING, "note"),))
    bad = ContractReport("shop-internal", "next", (), (Judged(FINDING, "error"),))
    assert GateReport("check", (good, bad)).fails
    assert not GateReport("check", (good,)).fails
