"""Verdicts of many pairs of schemas, a line each."""

from __future__ import annotations

from collections.abc import Iterable

from modelpact.compat.pairs import PairVerdict
from modelpact.reporters.payloads import compact_json

__all__ = ["report_pairs"]


def report_pairs(verdicts: Iterable[PairVerdict]) -> dict[str, int]:
    """Print one JSON object a line, as they come.

    Returns:
        How many there were of each verdict.

    """
    import sys

    counts: dict[str, int] = {}
    for verdict in verdicts:
        counts[verdict.verdict] = counts.get(verdict.verdict, 0) + 1
        sys.stdout.write(compact_json(verdict.to_json()) + "\n")
    sys.stdout.flush()
    return counts
