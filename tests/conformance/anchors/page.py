"""The page of docs/ that says how what other tools call a change is called here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from conformance.anchors import buf, confluent, oasdiff
from conformance.anchors.rows import Row, expanded

__all__ = ["ANCHORS", "page"]

ANCHORS: Final = {
    "Confluent Schema Registry": confluent,
    "oasdiff": oasdiff,
    "Buf": buf,
}

_HEAD: Final = """\
# Changes by the names of other tools

<!-- Made by tests/conformance/anchors/test_anchors.py with UPDATE_GOLDEN=1; edit its tables. -->

Other tools have a name for each change at each place in each direction. Here, direction and place
are parameters, so that few [rules](rules.md) say the same. For every kind of change below there is
a pair of schemas in `tests/conformance/anchors/`; a test compares the two, in both directions, at
the top of a document and inside a property, and holds the findings to the rules named here. None
is `unclassified`.

*backward*: the new schema refuses what the old one allowed. *forward*: the other way round. Pairs
are compared to the letter (`strict`) unless the table says otherwise.
"""


def page() -> str:
    """The page."""
    return "\n".join([_HEAD, *_summary(), *_details()]) + "\n"


def _summary() -> Iterator[str]:
    yield "| | kinds of change | a payload breaks | nothing breaks | not about schemas |"
    yield "|---|---|---|---|---|"
    for name, anchor in ANCHORS.items():
        counts = Counter(_outcome(row) for row in anchor.ROWS for _ in expanded(row.kinds))
        told = " | ".join(str(counts[outcome]) for outcome in ("breaks", "silent", "foreign"))
        yield f"| {name} | {len(anchor.KINDS)} | {told} |"


def _outcome(row: Row) -> str:
    if row.is_foreign:
        return "foreign"
    return "breaks" if row.backward or row.forward else "silent"


def _details() -> Iterator[str]:
    for name, anchor in ANCHORS.items():
        yield from ("", f"## {name}", "")
        yield from _table(anchor.ROWS)


def _table(rows: Sequence[Row]) -> Iterator[str]:
    yield "| kind | backward | forward | |"
    yield "|---|---|---|---|"
    for row in rows:
        kinds = ", ".join(f"`{kind}`" for kind in row.kinds.split())
        why = "; ".join(filter(None, [row.why, _policy(row), _sdk(row)]))
        sides = ["not about schemas"] * 2 if row.is_foreign else [*map(_rules, _sides(row))]
        yield f"| {kinds} | {sides[0]} | {sides[1]} | {why} |"


def _sides(row: Row) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return row.backward, row.forward


def _rules(rules: tuple[str, ...]) -> str:
    return ", ".join(f"[{rule}](rules.md#{rule})" for rule in rules) or "compatible"


def _policy(row: Row) -> str:
    return f"`{row.content}`" if row.content != "strict" else ""


def _sdk(row: Row) -> str:
    return f"for SDKs: `{row.sdk}`" if row.sdk else ""
