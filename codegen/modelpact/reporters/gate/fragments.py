"""What changed in a schema: its two versions, line beside line, without what says nothing here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Final

from modelpact.compat.changes import Change
from modelpact.compat.report import Finding
from modelpact.gate.report import Excerpt, Judged
from modelpact.reporters.gate.focus import OMITTED, focused_lines

__all__ = ["Row", "rows_of"]

_AROUND: Final = 2
"""So many lines without a change are shown before and after one."""
_GONE: Final = "(gone)"
_MOST: Final = 24
"""Longer fragments are cut."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the old schema and the line of the new one that stands beside it.

    Attributes:
        old: ``None`` where the line is new.
        new: ``None`` where the line is gone.

    """

    old: str | None
    new: str | None

    @property
    def changed(self) -> bool:
        """Whether the two say different things: the comma at the end says nothing."""
        if self.old is None or self.new is None:
            return (self.old or self.new or "").strip() != OMITTED
        return self.old.rstrip(",") != self.new.rstrip(",")


def rows_of(judged: Judged) -> tuple[Row, ...]:
    """The lines that show what changed; none where nothing is known of it."""
    finding = judged.finding
    change = finding.change if isinstance(finding, Finding) else None
    if change is None or (judged.old is None and judged.new is None):
        return ()
    before = _lines(judged.old, judged.new, change, finding.category)
    after = _lines(judged.new, judged.old, change, finding.category)
    if judged.new is None and judged.old is not None and _is_property(judged.old):
        after = [_GONE]  # of a document the whole is gone, which its message says
    rows = list(_aligned(before, after))
    return tuple(_cut(_condensed(rows))) if any(row.changed for row in rows) else ()


# --- line beside line ----------------------------------------------------------------------------


def _lines(
    shown: Excerpt | None, other: Excerpt | None, change: Change, category: str
) -> list[str]:
    """The lines of one version; a property's schema stands beside its name."""
    if shown is None:
        return []
    beside = other.schema if other else None
    lines = focused_lines(shown.schema, beside, change, facts=category == "sdk")
    if _is_property(shown):
        lines[0] = f"{json.dumps(str(shown.location.pointer.tokens[-1]))}: {lines[0]}"
    return lines


def _is_property(shown: Excerpt) -> bool:
    return shown.location.pointer.tokens[-2:-1] == ("properties",)


def _aligned(old: list[str], new: list[str]) -> Iterator[Row]:
    before = [line.rstrip(",") for line in old]
    after = [line.rstrip(",") for line in new]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for _, from_old, to_old, from_new, to_new in matcher.get_opcodes():
        for was, now in zip_longest(old[from_old:to_old], new[from_new:to_new]):
            yield Row(was, now)


def _condensed(rows: list[Row]) -> Iterator[Row]:
    """The rows around changes; what is between is one row that says so."""
    changed = [index for index, row in enumerate(rows) if row.changed]
    near = {i for index in changed for i in range(index - _AROUND, index + _AROUND + 1)}
    near |= {0, len(rows) - 1, *(above for index in changed for above in _holders(rows, index))}
    omitted = False
    for index, row in enumerate(rows):
        if index in near or not changed:
            omitted = OMITTED in {(row.old or "").strip(), (row.new or "").strip()}
            yield row
        elif not omitted:
            omitted = True
            yield Row(_gap(row.old), _gap(row.new))


def _holders(rows: list[Row], index: int) -> Iterator[int]:
    """The rows that open what a row stands in."""
    depth = _depth(rows[index])
    for above in range(index - 1, 0, -1):
        if _depth(rows[above]) < depth:
            depth = _depth(rows[above])
            yield above


def _depth(row: Row) -> int:
    line = (row.new if row.old is None else row.old) or ""
    return len(line) - len(line.lstrip())


def _gap(line: str | None) -> str:
    line = line or ""
    return f"{line[: len(line) - len(line.lstrip())]}{OMITTED}"


def _cut(rows: Iterable[Row]) -> Iterator[Row]:
    shown = list(rows)
    yield from shown[:_MOST]
    if len(shown) > _MOST:
        more = f"{OMITTED} {len(shown) - _MOST} more lines"
        yield Row(more, more)
