"""The notes of a release: its changelog's entry, in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from modelpact.gate.changelog import Entry
from modelpact.gate.report import Judged

__all__ = ["HEADING", "entry_line", "release_notes", "with_notes"]

HEADING: Final = "# Changelog\n"

_TITLES: Final = {"added": "Added", "changed": "Changed", "removed": "Removed"}
_MARKUP: Final = re.compile(r"[\\*_<>\[\]#|]")


def release_notes(
    version: str,
    day: date,
    entries: Sequence[Entry],
    findings: Iterable[Judged] = (),
    *,
    is_first: bool = False,
) -> str:
    """What changed, what of it breaks, and what was waived.

    Args:
        version: The release.
        day: The day of the release.
        entries: Every change since the release before; none of a first release. What breaks is
            marked by the findings that are told here, and said once.
        findings: What the gate found.
        is_first: Whether no release went before; else, without entries, all of those were yanked.

    """
    findings = tuple(findings)
    parts = [f"## {version} ({day.isoformat()})\n"]
    breaks = [_finding(judged) for judged in findings if judged.fails]
    parts += _section("Breaking", breaks)
    waived = [f"{_finding(j)} Waived: {_plain(j.waiver.reason)}" for j in findings if j.waiver]
    is_told = bool(breaks or waived)
    parts += _section("Breaking, and waived", waived)
    known = [_finding(judged) for judged in findings if judged.passes_by_baseline]
    parts += _section("Breaking, and accepted by the baseline", known)
    for kind, title in _TITLES.items():
        lines = [entry_line(e) for e in entries if e.kind == kind and not (is_told and e.breaking)]
        parts += _section(title, lines)
    if len(parts) == 1:
        first = "The first release.\n" if is_first else "Every release before was yanked.\n"
        parts.append("" if entries else first)
    return "\n".join(parts)


def _section(title: str, lines: Sequence[str]) -> list[str]:
    return [f"### {title}\n", "\n".join(f"- {line}" for line in lines) + "\n"] if lines else []


def _finding(judged: Judged) -> str:
    """What consumers are told of a finding; how to avoid it was for the authors."""
    return f"{_plain(judged.finding.message)}."


def entry_line(entry: Entry) -> str:
    """A change as a line of Markdown."""
    whole = not entry.path and entry.kind != "changed"
    place = f"{_plain(entry.name)}: " if entry.name and not whole else ""
    return f"{place}{_plain(entry.text)}."


def _plain(text: str) -> str:
    """Text that Markdown shows as it is, in one line; what stands in backquotes stays there."""
    parts = " ".join(text.split()).split("`")
    if len(parts) % 2 == 0:
        return _MARKUP.sub(r"\\\g<0>", "'".join(parts))
    escaped = (_MARKUP.sub(r"\\\g<0>", p) if i % 2 == 0 else p for i, p in enumerate(parts))
    return "`".join(escaped)


def with_notes(changelog: str | None, notes: str) -> str:
    """A changelog with the notes of one more release, the latest first.

    Args:
        changelog: The file as it is; ``None`` where there is none yet.
        notes: The notes.

    """
    if changelog is None:
        return f"{HEADING}\n{notes}"
    head, mark, rest = changelog.partition("\n## ")
    return f"{head.rstrip()}\n\n{notes}{mark}{rest}" if mark else f"{head.rstrip()}\n\n{notes}"
