"""What a build says."""

from __future__ import annotations

import json

import pytest

from modelpact.emit.plan import Outcome
from modelpact.errors import Fault
from modelpact.reporters.build import report_outcome


def noted(*wheres: str) -> Outcome:
    return Outcome(
        (), 3, (), tuple(Fault("may be naive", where, "Do x.", "zone") for where in wheres)
    )


def test_what_is_true_of_many_fields_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    report_outcome(noted("a.A.x", "a.A.y", "a.B.x", "a.C.x", "a.D.x"), machine=False)
    assert capsys.readouterr().err == (
        "warning: a.A.x, a.A.y, a.B.x and 2 more: may be naive [zone]\n  Do x.\n"
    )


def test_a_machine_is_told_of_each_field(capsys: pytest.CaptureFixture[str]) -> None:
    report_outcome(noted("a.A.x", "a.A.y", "a.B.x", "a.C.x"), machine=True)
    assert len(json.loads(capsys.readouterr().out)["notes"]) == 4
