"""Inclusion of patterns: our derivatives against interegular's automata, interleaved in one run.

Both start from the text of two patterns each time, with nothing remembered. Prints, for every pair,
the median of the ratio, and the median over the pairs.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import Any

import interegular

from modelpact.compat.regex import Patterns

ROUNDS = 15
GOAL = 0.12

# Fully anchored, so that interegular, which matches whole texts, means the same without anchors.
PAIRS = [
    ("[a-z]+", "[a-zA-Z]+"),
    ("[a-z]{1,8}", "[a-z]{1,10}"),
    ("[0-9]{3}-[0-9]{4}", "[0-9-]+"),
    ("[A-Z]{3}", "[A-Z]{2,3}"),
    ("[a-z][a-z0-9_]{0,30}", "[a-z_][a-z0-9_]*"),
    ("(active|inactive)", "(active|inactive|pending)"),
    ("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "[0-9a-f-]{36}"),
    ("[0-9]{4}-[0-9]{2}-[0-9]{2}", "[0-9]{4}-(0[1-9]|1[0-2])-[0-9]{2}"),
    ("-?[0-9]+(\\.[0-9]{1,2})?", "-?[0-9]+(\\.[0-9]+)?"),
    ("[a-z0-9]+(-[a-z0-9]+)*", "[a-z0-9-]+"),
    ("#[0-9a-fA-F]{6}", "#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})"),
    ("[^@ ]+@[^@ ]+\\.[a-z]{2,}", "[^@ ]+@[^@ ]+"),
    ("https?://[^ ]+", "https://[^ ]+"),
    ("\\+[1-9][0-9]{1,14}", "\\+?[0-9]{2,15}"),
    ("(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)", "[0-9]+\\.[0-9]+\\.[0-9]+"),
    ("[a-zA-Z0-9+/]{4}([a-zA-Z0-9+/]{4})*", "[a-zA-Z0-9+/=]*"),
]


def with_modelpact(inner: str, outer: str) -> bool:
    patterns = Patterns()
    contained = patterns.compile(f"^(?:{inner})$")
    return patterns.is_subset(contained, patterns.compile(f"^(?:{outer})$")) is None


def with_interegular(inner: str, outer: str) -> bool:
    contained: Any = interegular.parse_pattern(inner).to_fsm()
    return bool(contained.issubset(interegular.parse_pattern(outer).to_fsm()))


def seconds(question: Callable[[str, str], bool], inner: str, outer: str) -> float:
    start = time.perf_counter()
    question(inner, outer)
    return time.perf_counter() - start


def main() -> None:
    ratios: list[float] = []
    print(f"{'inner':32} {'outer':32} {'ours, ms':>9} {'theirs, ms':>10} {'ratio':>6}")
    for inner, outer in PAIRS:
        if with_modelpact(inner, outer) != with_interegular(inner, outer):
            raise SystemExit(f"The answers differ: {inner} {outer}")
        runs = [
            (seconds(with_modelpact, inner, outer), seconds(with_interegular, inner, outer))
            for _ in range(ROUNDS)
        ]
        ours = statistics.median(ours for ours, _ in runs)
        theirs = statistics.median(theirs for _, theirs in runs)
        ratio = statistics.median(ours / theirs for ours, theirs in runs)
        ratios.append(ratio)
        print(
            f"{inner[:32]:32} {outer[:32]:32} {ours * 1e3:9.2f} {theirs * 1e3:10.2f} {ratio:6.3f}"
        )
    print(f"median ratio {statistics.median(ratios):.3f} (goal: at most {GOAL})")


if __name__ == "__main__":
    main()
