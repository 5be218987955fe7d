"""What a build changed, or would change."""

from __future__ import annotations

import difflib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from modelpact.emit.plan import Outcome, Step
from modelpact.reporters.console import err, out, plain
from modelpact.reporters.files import shown

__all__ = ["report_outcome", "report_stale"]

_LISTED = 20
"""More files than this are counted, not listed."""

_NAMED = 3
"""More fields than this are counted, not named; `--format json` has them all."""

_DIFF_LINES = 200
"""Longer differences are cut: they are there to see what is stale, not to be reviewed."""


def report_outcome(outcome: Outcome, *, machine: bool) -> None:
    """Print what was written and removed, and to standard error what could not be said exactly."""
    if machine:
        _print_json(outcome)
        return
    for (message, advice), wheres in _grouped_notes(outcome).items():
        rest = f" and {len(wheres) - _NAMED} more" if len(wheres) > _NAMED else ""
        _warn(f"{', '.join(wheres[:_NAMED])}{rest}", message, advice)
    for message, places in _grouped(outcome).items():
        more = f" and {len(places) - 1} more" if len(places) > 1 else ""
        _warn(f"{places[0]}{more}", message)
    console = out()
    for verb, style, what in _lines_of(outcome):
        console.print(plain(f"{verb} ", style).append_text(plain(what)))
    unchanged = outcome.total - sum(step.after is not None for step in outcome.steps)
    console.print(plain(f"{_counted(outcome)}, {unchanged} unchanged"))


def report_stale(outcome: Outcome, *, machine: bool) -> None:
    """Print how the files on disk differ from what a build would write."""
    if machine:
        _print_json(outcome)
        return
    console = out()
    for line, style in _limited(_diff(outcome)):
        console.print(plain(line, style))
    if count := len(outcome.steps):
        stale = "1 file is stale" if count == 1 else f"{count} files are stale"
        error = plain("error: ", "bold red")
        err().print(error.append_text(plain(f"{stale}; run `modelpact build`")))
    else:
        console.print(plain(f"up to date: {outcome.total} files", "green"))


def _lines_of(outcome: Outcome) -> Iterator[tuple[str, str, str]]:
    """A line a file, or a line a folder where the files are too many to read."""
    if len(outcome.steps) <= _LISTED:
        for step in outcome.steps:
            yield *_verb(step), shown(step.path)
        return
    counts: Counter[tuple[str, str, Path]] = Counter()
    for step in outcome.steps:
        folder = next((f for f in outcome.folders if f in step.path.parents), step.path.parent)
        counts[(*_verb(step), folder)] += 1
    for (verb, style, folder), count in counts.items():
        yield verb, style, f"{count} {'file' if count == 1 else 'files'} in {shown(folder)}"


def _grouped(outcome: Outcome) -> dict[str, list[str]]:
    """What could not be said exactly, with the places where: contracts share most of them."""
    groups: dict[str, list[str]] = {}
    for target, diagnostic in outcome.diagnostics:
        places = groups.setdefault(f"{diagnostic.message} [{target}/{diagnostic.rule}]", [])
        if (place := str(diagnostic.location)) not in places:
            places.append(place)
    return groups


def _grouped_notes(outcome: Outcome) -> dict[tuple[str, str], list[str]]:
    """What there is to say about models, with the fields of which it is true."""
    groups: dict[tuple[str, str], list[str]] = {}
    for note in outcome.notes:
        groups.setdefault((f"{note.what} [{note.rule}]", note.advice), []).append(note.where)
    return groups


def _warn(where: str, message: str, advice: str = "") -> None:
    line = plain("warning: ", "bold yellow").append_text(plain(f"{where}: ", "bold"))
    err().print(line.append_text(plain(message)))
    if advice:
        err().print(plain(f"  {advice}", "dim"))


def _print_json(outcome: Outcome) -> None:
    changes = [{"change": _verb(step)[0], "path": shown(step.path)} for step in outcome.steps]
    diagnostics = [
        {
            "target": target,
            "rule": diagnostic.rule,
            "message": diagnostic.message,
            "location": str(diagnostic.location),
        }
        for target, diagnostic in outcome.diagnostics
    ]
    notes = [asdict(note) for note in outcome.notes]
    report = {
        "files": outcome.total,
        "changes": changes,
        "diagnostics": diagnostics,
        "notes": notes,
    }
    out().print(plain(json.dumps(report, indent=2, ensure_ascii=False)))


def _verb(step: Step) -> tuple[str, str]:
    if step.after is None:
        return "removed", "red"
    return ("wrote", "green") if step.before is None else ("changed", "yellow")


def _counted(outcome: Outcome) -> str:
    verbs = [_verb(step)[0] for step in outcome.steps]
    counts = ((verb, verbs.count(verb)) for verb in ("wrote", "changed", "removed"))
    return ", ".join(f"{verb} {count}" for verb, count in counts if count) or "nothing to do"


def _diff(outcome: Outcome) -> Iterator[tuple[str, str]]:
    for step in outcome.steps:
        name = shown(Path(step.path))
        lines = difflib.unified_diff(
            _lines(step.before),
            _lines(step.after),
            f"on disk: {name}",
            f"built:   {name}",
            lineterm="",
        )
        for line in lines:
            yield line, {"+": "green", "-": "red", "@": "cyan"}.get(line[:1], "")


def _lines(content: bytes | None) -> list[str]:
    return (content or b"").decode("utf-8", "replace").splitlines()


def _limited(lines: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for count, line in enumerate(lines):
        if count == _DIFF_LINES:
            yield "(the rest is left out)", "dim"
            return
        yield line
