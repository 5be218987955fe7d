"""The baseline file: what was there when the gate was adopted, and does not fail it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import Any, Final, cast

from modelpact.documents.canonical import canonical_bytes
from modelpact.documents.loading import parse_json
from modelpact.documents.values import Json
from modelpact.errors import ModelpactError
from modelpact.gate.report import Judged

__all__ = ["BASELINE_FILE", "baseline_bytes", "read_baseline"]

BASELINE_FILE: Final = "baseline.json"
"""The name of the file, in the contract's folder beside its releases."""

_FORMAT: Final = 1


def read_baseline(content: bytes, where: str) -> tuple[Mapping[str, Any], ...]:
    """The entries of a baseline file; each has a ``fingerprint`` and a ``rule``.

    Raises:
        ModelpactError: It is not one that the tool wrote, or is from a newer tool.

    """
    said = parse_json(content, where=where)
    if isinstance(said, Mapping) and said.get("format") == _FORMAT:
        entries = said.get("findings")
        if isinstance(entries, list) and all(map(_is_entry, entries)):
            return tuple(cast("list[Mapping[str, Any]]", entries))
    raise ModelpactError(
        "is not a baseline that this version of Modelpact wrote",
        where=where,
        advice="Restore it from version control, or write it again: `check --write-baseline`.",
        rule="bad-baseline",
    )


def _is_entry(entry: Any) -> bool:
    return isinstance(entry, Mapping) and all(
        isinstance(entry.get(key), str) for key in ("fingerprint", "rule")
    )


def baseline_bytes(
    contract: str,
    findings: Iterable[Judged],
    known: Iterable[Mapping[str, Any]],
    rules: Container[str],
) -> bytes:
    """The file, with the findings of some rules anew.

    Args:
        contract: The contract's name.
        findings: What was found. What a waiver excuses needs no baseline.
        known: The entries of the file as it is: those of other rules stay.
        rules: The ids of the rules that were asked.

    """
    entries = {entry["fingerprint"]: entry for entry in known if entry["rule"] not in rules}
    for judged in findings:
        finding = judged.finding
        if judged.severity == "error" and judged.waiver is None and finding.rule in rules:
            entries[finding.fingerprint] = {
                "fingerprint": finding.fingerprint,
                "rule": finding.rule,
                "document": finding.document,
                "message": finding.message,
            }
    ordered = [entries[fingerprint] for fingerprint in sorted(entries)]
    said = {"format": _FORMAT, "contract": contract, "findings": ordered}
    return canonical_bytes(cast("Json", said))
