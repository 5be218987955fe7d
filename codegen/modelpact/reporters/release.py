"""What was released, and what became of releases."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Protocol

from modelpact.gate.report import ContractReport
from modelpact.releases.index import Listed, Mark
from modelpact.releases.versions import Version
from modelpact.reporters.console import out, plain

__all__ = ["report_released", "report_retired"]


class Outcome(Protocol):
    """What came of one contract."""

    @property
    def contract(self) -> str: ...
    @property
    def version(self) -> Version | None: ...
    @property
    def previous(self) -> Version | None: ...
    @property
    def report(self) -> ContractReport | None: ...
    @property
    def changes(self) -> str: ...
    @property
    def files(self) -> int: ...


def report_released(outcomes: Iterable[Outcome], *, dry_run: bool, machine: bool) -> None:
    """Print what was, or would be, released; for a machine, one JSON object a line."""
    for outcome in outcomes:
        if machine:
            out().print(plain(json.dumps(_said(outcome), ensure_ascii=False)))
            continue
        if outcome.version is None:
            out().print(plain(f"{outcome.contract}: nothing changed since {outcome.previous}"))
            continue
        done = "would release" if dry_run else "released"
        after = f" after {outcome.previous} ({_why(outcome)})" if outcome.previous else ""
        head = plain(f"{done} ", "green").append_text(
            plain(f"{outcome.contract} {outcome.version}", "bold")
        )
        out().print(head.append_text(plain(f"{after}, {outcome.files} files")))
        for line in outcome.changes.splitlines():
            out().print(plain(f"  {line}" if line else ""))


def _why(outcome: Outcome) -> str:
    return outcome.report.bump if outcome.report else "every release before was yanked"


def _said(outcome: Outcome) -> dict[str, Any]:
    return {
        "contract": outcome.contract,
        "version": str(outcome.version) if outcome.version else None,
        "previous": str(outcome.previous) if outcome.previous else None,
        "bump": outcome.report.bump if outcome.report else None,
        "changes": outcome.changes,
        "files": outcome.files,
    }


def report_retired(contract: str, listed: Listed) -> None:
    """Print the status of a release."""
    marks = (("yanked", listed.yanked), ("deprecated", listed.deprecated))
    said = [_marked(word, mark) for word, mark in marks if mark is not None] or ["released"]
    for status in said:
        out().print(plain(f"{contract} {listed.version} is {status}"))


def _marked(word: str, mark: Mark) -> str:
    until = f", and supported until {mark.sunset}" if mark.sunset else ""
    reason = f": {mark.reason}" if mark.reason else ""
    return f"{word}{until}{reason}"
