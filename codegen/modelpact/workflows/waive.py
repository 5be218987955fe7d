"""Deciding about findings: waiving one, or taking all that there are as the baseline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from modelpact.emit.plan import Step
from modelpact.errors import ErrorGroup, Fault, ModelpactError
from modelpact.gate.baselines import BASELINE_FILE, baseline_bytes
from modelpact.gate.report import Found, GateReport, Judged, Waiver
from modelpact.gate.rules import comparing_rules
from modelpact.gate.waivers import WAIVERS_FILE, says_something, with_waiver
from modelpact.settings import Settings
from modelpact.workflows.check import CheckOptions, check
from modelpact.workflows.decisions import decisions_of, read_if_there
from modelpact.workflows.journal import Journal
from modelpact.workflows.lint import lint
from modelpact.workflows.projects import chosen_contracts
from modelpact.workflows.sources import Progress

__all__ = ["Asked", "Waived", "waive", "write_baselines"]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which findings are meant.

    Attributes:
        contracts: Of these contracts; none means all.
        options: As a check of these options finds them.
        today: The day on which waivers have to hold.

    """

    contracts: Sequence[str]
    options: CheckOptions
    today: date


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that was waived.

    Attributes:
        file: The file that says so.
        finding: The finding.

    """

    file: Path
    finding: Found


def waive(
    settings: Settings, waiver: Waiver, asked: Asked, progress: Progress
) -> tuple[Waived, ...]:
    """Write a waiver beside each contract that has its finding.

    Args:
        settings: The project's settings.
        waiver: The exception; its rule is that of the finding.
        asked: Where the finding is looked for.
        progress: Told what is being done.

    Returns:
        What was waived, by contract, and the files that were written.

    Raises:
        ModelpactError: The waiver says no reason or no approver, its last day has passed, nothing
            has the fingerprint, it is waived already, or the disk refuses. Nothing was written.

    """
    _check_waiver(waiver, asked.today)
    every: list[tuple[str, Judged]] = []
    found: dict[str, Judged] = {}
    for report in _reports(settings, asked, progress):
        every += [
            (contract.contract, judged)
            for contract in report.contracts
            for judged in contract.findings
            if judged.finding.category != "waiver"
        ]
        found = {name: one for name, one in every if one.finding.fingerprint == waiver.fingerprint}
        if found:
            break
    else:
        known = [judged.finding.fingerprint for _, judged in every]
        close = get_close_matches(waiver.fingerprint, known, n=1)
        raise ModelpactError(
            "no finding has this fingerprint",
            where=waiver.fingerprint,
            advice=f"Did you mean {close[0]}?"
            if close
            else "Run `modelpact check`: the report gives each finding's fingerprint.",
            rule="no-such-finding",
        )
    with Journal(settings.root).open() as journal:
        steps = [_waived(settings, name, judged, waiver) for name, judged in found.items()]
        journal.apply(steps, "the waiver")
    told = zip(steps, found.values(), strict=True)
    return tuple(Waived(step.path, judged.finding) for step, judged in told)


def _reports(settings: Settings, asked: Asked, progress: Progress) -> Iterator[GateReport]:
    """What the commands say whose findings may be waived, one after the other."""
    yield check(settings, asked.contracts, asked.today, progress, asked.options)
    yield lint(settings, asked.contracts, asked.today, progress)


def _check_waiver(waiver: Waiver, today: date) -> None:
    faults = [
        Fault(f"says no {key}", f"--{key}", f"Say {what}, in words.", "bad-waiver")
        for key, what in (("reason", "why the finding may pass"), ("approver", "who says so"))
        if not says_something(getattr(waiver, key))
    ]
    if waiver.expires < today:
        what = f"{waiver.expires} has passed"
        faults.append(Fault(what, "--expires", "Give a day to come.", "bad-waiver"))
    if faults:
        raise ErrorGroup(faults)


def _waived(settings: Settings, contract: str, judged: Judged, waiver: Waiver) -> Step:
    file = settings.schemas / contract / WAIVERS_FILE
    before = read_if_there(file)
    finding = judged.finding
    about = f"{finding.document}: {finding.message} [{finding.rule}]"
    told = replace(waiver, rule=finding.rule)
    try:
        text = (before or b"").decode()
    except UnicodeDecodeError as error:
        raise ModelpactError("is not UTF-8", where=str(file), rule="not-utf8") from error
    after = with_waiver(text, told, about, str(file))
    return Step(file, before, after.encode())


def write_baselines(settings: Settings, report: GateReport, today: date) -> tuple[Path, ...]:
    """Take what a check found as what was there when the gate was adopted.

    What was in the baseline and is found no more goes; a baseline of nothing is no file.

    Args:
        settings: The project's settings.
        report: What the check found.
        today: The day of the check.

    Returns:
        The files that changed.

    Raises:
        ModelpactError: A baseline cannot be read, or the disk refuses; nothing was written.

    """
    with Journal(settings.root).open() as journal:
        steps = [
            step
            for contract in report.contracts
            if (step := _baseline(settings, report, contract.contract, today)) is not None
        ]
        journal.apply(steps, "writing the baseline")
    return tuple(step.path for step in steps)


def _baseline(settings: Settings, report: GateReport, name: str, today: date) -> Step | None:
    (contract,) = chosen_contracts(settings, [name])
    known = decisions_of(settings, contract, today, renewing=True).baseline
    (found,) = (one.findings for one in report.contracts if one.contract == name)
    content = baseline_bytes(name, found, known, comparing_rules())
    is_empty = content == baseline_bytes(name, (), (), comparing_rules())
    file = settings.schemas / name / BASELINE_FILE
    before, after = read_if_there(file), None if is_empty else content
    return None if before == after else Step(file, before, after)
