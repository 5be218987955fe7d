"""The baseline file: what was there when the gate was adopted, and does not fail it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from shlex import quote
from typing import Any, Final, cast

from modelpact.documents.canonical import canonical_bytes
from modelpact.documents.loading import parse_json
from modelpact.documents.pointers import ROOT
from modelpact.documents.values import Json
from modelpact.errors import ModelpactError
from modelpact.gate.report import Judged
from modelpact.graph.nodes import Location

__all__ = [
    "BAD_BASELINE",
    "BASELINE_FILE",
    "OTHER_CONTRACT",
    "STALE",
    "BaselineFinding",
    "about_baseline",
    "baseline_bytes",
    "read_baseline",
]

BASELINE_FILE: Final = "baseline.json"
"""The name of the file, in the contract's folder beside its releases."""

BAD_BASELINE: Final = "bad-baseline"
"""The rule of the error that a file is no baseline: it may be written anew."""
STALE: Final = "baseline-stale"
OTHER_CONTRACT: Final = "baseline-contract"

_ADVICE: Final = (
    "Restore it from version control, or replace it with what fails now:"
    " `modelpact check --write-baseline`."
)
_FORMAT: Final = 1
_MOST: Final = 3


@dataclass(frozen=True, slots=True)
class BaselineFinding:
    """Something to act on about the baseline itself.

    Attributes:
        rule: ``baseline-stale`` or ``baseline-contract``.
        message: One sentence.
        advice: What to do.

    """

    rule: str
    message: str
    advice: str
    category: str = "waiver"
    path: str = ""

    @property
    def document(self) -> str:
        """The baseline file."""
        return BASELINE_FILE

    @property
    def place(self) -> Location | None:
        """The baseline file."""
        return Location(BASELINE_FILE, ROOT)

    @property
    def fingerprint(self) -> str:
        """One of each rule is told of a contract."""
        return self.rule

    def to_json(self) -> dict[str, Any]:
        """The finding as a JSON object."""
        return {
            "fingerprint": self.fingerprint,
            "rule": self.rule,
            "category": self.category,
            "document": self.document,
            "path": self.path,
            "message": self.message,
            "advice": self.advice,
        }


def about_baseline(
    contract: str,
    said: str,
    entries: Iterable[Mapping[str, Any]],
    found: Container[str],
    rules: Container[str],
) -> Iterator[BaselineFinding]:
    """What is to be said of a baseline.

    Args:
        contract: Whose it should be.
        said: Whose it says it is; empty where it does not say.
        entries: Its entries.
        found: The fingerprints of everything that was found.
        rules: The ids of the rules that were asked; entries of others cannot be judged.

    """
    renew = f"`modelpact check {quote(contract)} --write-baseline`"
    if said and said != contract:
        yield BaselineFinding(
            OTHER_CONTRACT,
            f"The baseline is of the contract `{said}`, and stands beside the releases of"
            f" `{contract}`",
            f"Remove the file, or write it anew with {renew}.",
        )
    stale = [e for e in entries if e["rule"] in rules and e["fingerprint"] not in found]
    if stale:
        named = ", ".join(f"{e['fingerprint']} [{e['rule']}]" for e in stale[:_MOST])
        more = f" and {len(stale) - _MOST} more" if len(stale) > _MOST else ""
        what = "An entry" if len(stale) == 1 else f"{len(stale)} entries"
        matches = "matches" if len(stale) == 1 else "match"
        yield BaselineFinding(
            STALE,
            f"{what} of the baseline {matches} no finding any more: {named}{more}",
            f"Run {renew}: the file shrinks.",
        )


def read_baseline(content: bytes, where: str) -> tuple[str, tuple[Mapping[str, Any], ...]]:
    """Whose a baseline file is, and its entries; each has a ``fingerprint`` and a ``rule``.

    Raises:
        ModelpactError: It is not one that the tool wrote, or is from a newer tool.

    """
    try:
        said = parse_json(content, where=where)
    except ModelpactError as error:
        fault = error.faults[0]
        raise ModelpactError(
            fault.what, where=fault.where, advice=_ADVICE, rule=BAD_BASELINE
        ) from error
    form = said.get("format") if isinstance(said, Mapping) else None
    if isinstance(form, int) and form > _FORMAT:
        raise ModelpactError(
            "was written by a newer version of Modelpact",
            where=where,
            advice="Upgrade Modelpact.",
            rule="newer-baseline",
        )
    if isinstance(said, Mapping) and said.get("format") == _FORMAT:
        entries = said.get("findings")
        if isinstance(entries, list) and all(map(_is_entry, entries)):
            contract = said.get("contract")
            return (
                contract if isinstance(contract, str) else "",
                tuple(cast("list[Mapping[str, Any]]", entries)),
            )
    raise ModelpactError(
        "is not a baseline that this version of Modelpact wrote",
        where=where,
        advice=_ADVICE,
        rule=BAD_BASELINE,
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
