"""What changed between two versions, as a changelog: for people, for Markdown, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, Protocol

from modelpact.gate.changelog import Entry, Kind
from modelpact.gate.notes import entry_line
from modelpact.reporters.characters import visible

__all__ = ["Changed", "changes_json", "changes_lines", "changes_markdown"]


class Changed(Protocol):
    """What changed in one contract."""

    @property
    def contract(self) -> str:
        """Its name."""

    @property
    def old(self) -> str:
        """What the earlier version is called."""

    @property
    def new(self) -> str:
        """What the later one is called."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every change."""


_SIGNS: Final = {"added": "+", "changed": "~", "removed": "-"}
_STYLES: Final = {"added": "green", "changed": "", "removed": "yellow"}
_TITLES: Final[tuple[tuple[Kind, str], ...]] = (
    ("added", "Added"),
    ("changed", "Changed"),
    ("removed", "Removed"),
)


def changes_lines(diffs: Iterable[Changed]) -> Iterator[tuple[str, str]]:
    """Lines of text with their styles: by contract, then by document."""
    for diff in diffs:
        yield f"{diff.contract}: {diff.old} -> {diff.new}", "bold"
        for name, entries in _by_name(diff.entries):
            yield "", ""
            yield name, "bold"
            for entry in entries:
                mark = "  BREAKING" if entry.breaking else ""
                style = "bold red" if entry.breaking else _STYLES[entry.kind]
                yield f"  {_SIGNS[entry.kind]} {entry.text}{mark}", style
        yield "", ""
        yield summary(diff.entries), ""
        yield "", ""


def changes_markdown(diffs: Iterable[Changed]) -> str:
    """A changelog in Markdown: by contract, by what happened, by document."""
    lines: list[str] = []
    for diff in diffs:
        lines += [f"## {diff.contract}: `{_code(diff.old)}` to `{_code(diff.new)}`", ""]
        for kind, title in _TITLES:
            entries = [entry for entry in diff.entries if entry.kind == kind]
            if entries:
                lines += [f"### {title}", "", *map(_bullet, entries), ""]
        if not diff.entries:
            lines += ["Nothing changed.", ""]
    return "\n".join(lines)


def _bullet(entry: Entry) -> str:
    return f"- {'**Breaking:** ' if entry.breaking else ''}{visible(entry_line(entry), '')}"


def _code(text: str) -> str:
    return visible(text, "").replace("`", "'")


def changes_json(diffs: Sequence[Changed]) -> str:
    """The changes as one JSON object, in ASCII."""
    said: dict[str, Any] = {
        "contracts": [
            {
                "contract": diff.contract,
                "old": diff.old,
                "new": diff.new,
                "changes": [entry.to_json() for entry in diff.entries],
            }
            for diff in diffs
        ]
    }
    return json.dumps(said, indent=2) + "\n"


def summary(entries: Sequence[Entry]) -> str:
    """How many changes of which kind there are."""
    if not entries:
        return "nothing changed"
    counts = {kind: sum(entry.kind == kind for entry in entries) for kind, _ in _TITLES}
    told = ", ".join(f"{count} {kind}" for kind, count in counts.items() if count)
    breaking = sum(entry.breaking for entry in entries)
    return f"{told}{f'; {breaking} breaking' if breaking else ''}"


def _by_name(entries: Iterable[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.name, []).append(entry)
    yield from found.items()
