"""Who breaks, and where, in words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import modelpact
from modelpact.compat.changes import Direction
from modelpact.gate.report import ContractReport, GateReport, Judged, Source
from modelpact.graph.nodes import RoleName
from modelpact.reporters.gate import wording
from modelpact.reporters.gate.places import FilePlace, file_place, prefix_of
from support.reports import LintFinding

NUMBER, TEXT = {"type": "integer"}, {"type": "string"}
CONTRACT = ContractReport("shop", "next", ("1.1.0",), (), folder="schemas/shop/next")


def judged(direction: Direction, role: RoleName | None = None) -> Judged:
    (finding,) = modelpact.compare(NUMBER, TEXT, mode=direction).findings
    return Judged(finding, "error", ("1.1.0",), role=role)


@pytest.mark.parametrize(
    ("direction", "role", "who"),
    [
        ("backward", "command", "callers that still send the old command"),
        ("backward", "entity", "services that still send the old payload, and data that is stored"),
        ("backward", "value", "services that still send the old payload"),
        ("backward", None, "services that still send the old payload"),
        ("forward", "view", "consumers that have not upgraded"),
        ("forward", "event", "subscribers that have not upgraded"),
        ("forward", None, "consumers that have not upgraded"),
    ],
)
def test_who_breaks_follows_from_direction_and_role(
    direction: Direction, role: RoleName | None, who: str
) -> None:
    told = wording.broken_for(judged(direction, role), CONTRACT)
    assert told.startswith(who)
    assert told.endswith("(against 1.1.0)")


def test_those_whose_documents_hold_the_place_break_too_and_are_told_once() -> None:
    held = replace(judged("backward", "entity"), also=("command", "view", "value"))
    assert wording.broken_for(held, CONTRACT) == (
        "services that still send the old payload, and data that is stored already: next refuses"
        " them; callers that still send the old command: next refuses it (against 1.1.0)"
    )
    emitted = replace(judged("forward", "entity"), also=("view", "event", "command"))
    assert wording.broken_for(emitted, CONTRACT) == (
        "consumers that have not upgraded: they refuse what next writes; subscribers that have not"
        " upgraded: they refuse the events of next (against 1.1.0)"
    )


def test_the_payload_is_of_the_version_that_writes() -> None:
    old = wording.payload_title(judged("backward"), CONTRACT)
    new = wording.payload_title(judged("forward"), CONTRACT)
    assert old == "This payload of 1.1.0 is refused by next:"
    assert new == "This payload of next is refused by 1.1.0:"


def test_there_are_three_ways_out_of_a_break() -> None:
    ways = wording.ways_out(judged("backward"), replace(CONTRACT, bump="minor"), "check")
    assert [way.command.split()[:2] for way in ways] == [
        [], ["modelpact", "release"], ["modelpact", "waive"]
    ]  # fmt: skip
    assert ways[1].text == "Or release it as a minor version"


def test_two_files_have_no_releases_and_no_waivers() -> None:
    ways = wording.ways_out(judged("backward"), CONTRACT, "compare")
    assert [way.command for way in ways] == ["", ""]


def test_what_does_not_fail_needs_no_release() -> None:
    told = replace(judged("backward"), severity="warning")
    _, waive = wording.ways_out(told, CONTRACT, "check")
    assert told.finding.fingerprint in waive.command
    noted = replace(judged("backward"), severity="note")
    assert len(wording.ways_out(noted, CONTRACT, "check")) == 1


def test_a_contract_without_findings_says_why() -> None:
    compared = modelpact.compare(NUMBER, NUMBER)
    proved = replace(CONTRACT, policy=compared.settings, asked=compared.asked)
    assert wording.summary(proved, "check") == "passed: proved for every payload"
    assert wording.summary(CONTRACT, "lint") == "passed: nothing found"
    first = replace(proved, against=(), asked=())
    assert wording.summary(first, "check") == (
        "passed: there is no release yet to break; `modelpact release` makes the first"
    )
    yanked = replace(first, all_yanked=True)
    assert wording.summary(yanked, "check") == (
        "passed: every release was yanked, so there is none to break"
    )


def test_a_report_of_several_contracts_names_those_that_fail() -> None:
    bad = replace(CONTRACT, findings=(judged("backward"),))
    assert wording.conclusion(GateReport("check", (CONTRACT, bad))) == (
        "failed: shop (1 of 2 contracts)"
    )
    assert wording.conclusion(GateReport("check", (CONTRACT,))) == "passed"


def test_a_finding_is_in_the_models_file_or_else_in_the_schemas() -> None:
    found = Judged(LintFinding(), "warning")
    assert file_place(found, CONTRACT, "a/b") == FilePlace(
        "a/b/schemas/shop/next/User.schema.json", None
    )
    sourced = replace(found, source=Source("shop/user.py", 3))
    assert file_place(sourced, CONTRACT, "a/b") == FilePlace("a/b/shop/user.py", 3)
    outside = replace(found, source=Source("/elsewhere/user.py", 3))
    assert file_place(outside, CONTRACT, "a/b") == FilePlace("/elsewhere/user.py", 3)


def test_files_are_named_from_the_root_of_the_repository(tmp_path: Path) -> None:
    project = tmp_path / "services" / "shop"
    project.mkdir(parents=True)
    (tmp_path / ".git").write_text("gitdir: elsewhere")  # as in a worktree
    assert prefix_of(project) == "services/shop"
    assert prefix_of(tmp_path) == ""


def test_what_stops_nobody_from_compiling_is_no_break() -> None:
    finding = replace(judged("backward").finding, verdict="compatible", category="sdk")  # type: ignore[type-var]
    told = Judged(finding, "note")
    assert wording.label(told) == "note"
    assert wording.label(replace(told, severity="error")) == "error"
    assert wording.broken_for(told, CONTRACT) == ""
