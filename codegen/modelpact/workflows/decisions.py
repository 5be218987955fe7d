"""What a project has decided about a contract's findings, read from its settings and files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, cast

from modelpact.emit.files import read_file
from modelpact.errors import ModelpactError
from modelpact.gate.baselines import (
    BAD_BASELINE,
    BASELINE_FILE,
    BaselineFinding,
    read_baseline,
)
from modelpact.gate.judging import Judge
from modelpact.gate.report import Found, Source
from modelpact.gate.rules import check_rules
from modelpact.gate.severities import Severities, SeverityAt, Weight
from modelpact.gate.waivers import WAIVERS_FILE, WaiverFinding, read_waivers, waiver_lines
from modelpact.settings import ContractSettings, Settings

__all__ = ["Decided", "decisions_of", "read_if_there"]


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided about one contract.

    Attributes:
        judge: Severities, waivers and the baseline.
        baseline: The entries of the baseline file.
        baseline_of: The contract that the baseline file says it is of; empty where there is none.
        baseline_file: The file, relative to the project's folder where it is in it.
        waivers_file: The file of waivers, relative to the project's folder where it is in it.
        waiver_lines: By fingerprint, the line of the waiver in it.

    """

    judge: Judge
    baseline: tuple[Mapping[str, Any], ...] = ()
    baseline_of: str = ""
    baseline_file: str = ""
    waivers_file: str = ""
    waiver_lines: Mapping[str, int] | None = None

    def source_of(self, finding: Found) -> Source | None:
        """Where a finding about a decision goes back to; ``None`` for other findings."""
        if isinstance(finding, BaselineFinding):
            return Source(self.baseline_file, 1)
        if not isinstance(finding, WaiverFinding):
            return None
        line = (self.waiver_lines or {}).get(finding.waiver.fingerprint)
        return Source(self.waivers_file, line) if line else None


def decisions_of(
    settings: Settings, contract: ContractSettings, today: date, *, renewing: bool = False
) -> Decided:
    """Read what a project has decided about a contract.

    Args:
        settings: The project's settings.
        contract: The contract.
        today: The day on which waivers have to hold.
        renewing: Whether the baseline is to be written anew: a damaged one knows nothing then.

    Raises:
        ModelpactError: The settings name a rule that there is not, or a file is not as it has to
            be.

    """
    severities = _severities(contract)
    check_rules(severities, f"{settings.file}: {settings.prefix}gate")
    folder = settings.schemas / contract.name
    waivers_file, baseline_file = folder / WAIVERS_FILE, folder / BASELINE_FILE
    text = _text(waivers_file)
    waivers = read_waivers(text, str(waivers_file))
    whose, baseline = _baseline(baseline_file, renewing=renewing)
    judge = Judge(
        today=today,
        severities=severities,
        waivers=waivers,
        baseline=frozenset(entry["fingerprint"] for entry in baseline),
    )
    return Decided(
        judge,
        baseline,
        whose,
        _shown(baseline_file, settings.root),
        _shown(waivers_file, settings.root),
        waiver_lines(text, waivers),
    )


def _baseline(file: Path, *, renewing: bool) -> tuple[str, tuple[Mapping[str, Any], ...]]:
    content = read_if_there(file)
    if content is None:
        return "", ()
    try:
        return read_baseline(content, str(file))
    except ModelpactError as error:
        if renewing and error.faults[0].rule == BAD_BASELINE:
            return "", ()
        raise


def _severities(contract: ContractSettings) -> Severities:
    gate = contract.gate
    return Severities(
        cast("Mapping[str, Weight]", gate.severity),
        tuple(
            SeverityAt(cast("Weight", place.severity), place.document, place.path, place.rule)
            for place in gate.paths
        ),
    )


def read_if_there(file: Path) -> bytes | None:
    """The content of a file; ``None`` where there is none.

    Raises:
        ModelpactError: It cannot be read.

    """
    try:
        return read_file(file)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise ModelpactError(
            f"cannot be read: {error.strerror or error}", where=str(file), rule="unreadable-file"
        ) from error


def _text(file: Path) -> str:
    content = read_if_there(file) or b""
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise ModelpactError(
            f"is not UTF-8 (byte {error.start})", where=str(file), rule="not-utf8"
        ) from error


def _shown(file: Path, root: Path) -> str:
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else file.as_posix()
