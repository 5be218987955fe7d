"""Rules, explained."""

from __future__ import annotations

import difflib
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any, Final

from modelpact.compat.changes import Absent
from modelpact.gate.annotating import ExplainedAnnotation
from modelpact.gate.catalogue import CATEGORIES, Explanation
from modelpact.reporters.console import out, plain
from modelpact.reporters.payloads import compact_json, json_lines

__all__ = ["report_annotation", "report_explained", "report_rules"]

_WIDEST_TEXT: Final = 100
_STYLES: Final = {"- ": "red", "+ ": "green", "  ": ""}


def report_explained(rule: Explanation, *, machine: bool) -> None:
    """Print a rule: what it means, whom it breaks, what to do, and an example."""
    console = out()
    if machine:
        console.print(plain(compact_json(_json(rule))))
        return
    heading = plain(rule.id, "bold").append_text(plain(f" ({rule.category})", "dim"))
    console.print(heading)
    for title, words in (
        ("", rule.meaning),
        ("Breaks", rule.breaks),
        ("What now", rule.advice),
    ):
        if words:
            console.print(_paragraph(title, words, min(console.width, _WIDEST_TEXT)))
    for line, style in _example(rule):
        console.print(plain(line, style))


def report_annotation(annotation: ExplainedAnnotation, *, machine: bool) -> None:
    """Print an annotation: what a model says by it, what comes of it, and how it is written."""
    console = out()
    if machine:
        console.print(plain(compact_json(asdict(annotation))))
        return
    heading = plain(annotation.name, "bold")
    console.print(heading.append_text(plain(" (annotation, from modelpact.annotations)", "dim")))
    width = min(console.width, _WIDEST_TEXT)
    for title, words in (("", annotation.meaning), ("What comes of it", annotation.effect)):
        console.print(_paragraph(title, words, width))
    console.print()
    for line in annotation.code.splitlines():
        console.print(plain(f"    {line}".rstrip()))


def _paragraph(title: str, words: str, width: int) -> Any:
    start = f"{title}: " if title else ""
    lines = textwrap.wrap(f"{start}{words}", width, break_on_hyphens=False)
    text = plain("\n" + "\n".join(lines))
    text.stylize("bold", 0, len(start) + 1)
    return text


def _example(rule: Explanation) -> Iterator[tuple[str, str]]:
    """The example's schemas, one as a difference from the other; and what it breaks."""
    if len(rule.example) == 2:  # noqa: PLR2004 - an old schema and a new one
        (before, old), (after, new) = rule.example
        yield from (("", ""), (f"--- {before}", "dim"), (f"+++ {after}", "dim"))
        for line in difflib.ndiff([*json_lines(old)], [*json_lines(new)]):
            if line[:2] in _STYLES:
                yield line.rstrip(), _STYLES[line[:2]]
    else:
        for name, schema in rule.example:
            yield from (("", ""), (f"{name}:", "dim"))
            yield from ((f"  {line}", "") for line in json_lines(schema))
    if not isinstance(rule.witness, Absent):
        yield from (("", ""), ("This payload of the old schema is refused by the new one:", ""))
        yield from ((f"  {line}", "red") for line in json_lines(rule.witness))
    if (program := rule.program) is not None:
        yield from (("", ""), ("This code stops compiling:", ""))
        yield from ((f"  {line}", "red") for line in program.code.rstrip().splitlines())


def report_rules(rules: Iterable[Explanation], *, machine: bool) -> None:
    """Print every rule in a line, by category; for a machine, one JSON object a line."""
    from rich.table import Table

    console = out()
    if machine:
        for rule in rules:
            console.print(plain(compact_json(_json(rule))))
        return
    listed = tuple(rules)
    for category, about in CATEGORIES.items():
        table = Table.grid(padding=(0, 2))
        table.add_column(no_wrap=True)
        table.add_column()
        for rule in listed:
            if rule.category == category:
                table.add_row(plain(f"  {rule.id}", "bold"), plain(rule.meaning))
        console.print(plain(category, "bold underline").append_text(plain(f": {about}", "dim")))
        console.print(table, soft_wrap=False)
        console.print()


def _json(rule: Explanation) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "id": rule.id,
        "category": rule.category,
        "meaning": rule.meaning,
        "breaks": rule.breaks,
        "advice": rule.advice,
    }
    if rule.example:
        shown["example"] = dict(rule.example)
    if not isinstance(rule.witness, Absent):
        shown["witness"] = rule.witness
    if (program := rule.program) is not None:
        shown["program"] = {"language": program.language, "code": program.code}
    return shown
