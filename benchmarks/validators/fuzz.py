"""Judge random values by generated validators and by jsonschema-rs, for as long as told.

Prints for each kind of schema how many values were judged, and every disagreement, made small.
Disagreements are kept under `.cache/fuzz-validators/`; `--replay` asks about them again.

    python benchmarks/validators/fuzz.py --seconds 600 [--processes 2] [--seed 1] [--kind recursion]
    python benchmarks/validators/fuzz.py --replay
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT / "tests"))

from support.javascript_validators import JavaScriptValidators  # noqa: E402 - after its path
from support.minimising import minimised  # noqa: E402
from support.random_kinds import KINDS  # noqa: E402
from support.validator_oracle import (  # noqa: E402
    CONTRACTS,
    Disagreement,
    Tally,
    ValidatorOracle,
)

KEPT = CHECKOUT / ".cache" / "fuzz-validators"
CHUNK = 10
PAYLOADS = 200
RESTART = 40
"""Node keeps every module it has loaded: after so many chunks it is started anew."""


def chunks(kinds: list[str], seed: int, process: int, processes: int) -> Iterator[tuple[str, int]]:
    """Kind after kind, with seeds that no other process has."""
    number = process
    while True:
        yield kinds[number % len(kinds)], seed * 10**9 + number // len(kinds) * CHUNK
        number += processes


def work(options: argparse.Namespace, kinds: list[str], process: int, results: Any) -> None:
    """Chunk after chunk, until the time is up."""
    try:
        ask(options, kinds, process, results)
    finally:
        results.put(None)


def ask(options: argparse.Namespace, kinds: list[str], process: int, results: Any) -> None:
    until = time.monotonic() + options.seconds
    todo = chunks(kinds, options.seed, process, options.processes)
    while time.monotonic() < until:
        with tempfile.TemporaryDirectory() as folder, JavaScriptValidators(Path(folder)) as running:
            oracle = ValidatorOracle(running)
            for _ in range(RESTART):
                kind, first = next(todo)
                tally, found = Tally(), []
                for seed in range(first, first + CHUNK):
                    found += oracle.examine_kind(kind, seed, tally, payloads=PAYLOADS)
                results.put((kind, tally, [shown(oracle, failure) for failure in found[:3]]))
                if time.monotonic() >= until:
                    break


def shown(oracle: ValidatorOracle, failure: Disagreement) -> dict[str, Any]:
    """A disagreement made small."""

    def attempt(example: Any) -> Disagreement | None:
        if not isinstance(example, dict) or example.keys() != {"schema", "value"}:
            return None
        found = oracle.examine([example["schema"]], [example["value"]], Tally())
        return found[0] if found else None

    example = {"schema": failure.schema, "value": failure.value}
    small = minimised(example, attempt, failure) if failure.value is not None else failure
    return {"schema": small.schema, "value": small.value, "why": small.why}


def run(options: argparse.Namespace) -> int:
    """Ask, print, keep; the number of disagreements."""
    kinds = [options.kind] if options.kind else [*KINDS, *CONTRACTS]
    context = multiprocessing.get_context("spawn")
    results: Any = context.Queue()
    running = [
        context.Process(target=work, args=(options, kinds, number, results), daemon=True)
        for number in range(options.processes)
    ]
    for process in running:
        process.start()
    totals: dict[str, Tally] = defaultdict(Tally)
    failures: list[dict[str, Any]] = []
    for _ in running:
        while (result := results.get()) is not None:
            kind, tally, found = result
            totals[kind].add(tally)
            failures += found
            for failure in found:
                keep(failure)
                print(json.dumps(failure), flush=True)
    for kind in kinds:
        print(row(kind, totals[kind]))
    whole = Tally()
    for tally in totals.values():
        whole.add(tally)
    print(row("all", whole))
    print(f"{len(failures)} disagreements")
    return len(failures)


def row(kind: str, tally: Tally) -> str:
    """One line of the table."""
    share = 100 * tally.valid / max(tally.checks, 1)
    return (
        f"{kind:20} {tally.checks:12,} checks {share:5.1f} % valid"
        f" {tally.schemas:9,} schemas {tally.refused:6,} refused"
    )


def keep(failure: dict[str, Any]) -> None:
    """Write a disagreement down, for `--replay`."""
    KEPT.mkdir(parents=True, exist_ok=True)
    text = json.dumps(failure, indent=2)
    (KEPT / f"{sha256(text.encode()).hexdigest()[:16]}.json").write_text(text)


def replay() -> int:
    """Ask about all that was kept; the number of those that still disagree."""
    count = 0
    with tempfile.TemporaryDirectory() as folder, JavaScriptValidators(Path(folder)) as running:
        oracle = ValidatorOracle(running)
        for file in sorted(KEPT.glob("*.json")):
            kept = json.loads(file.read_text())
            found = oracle.examine([kept["schema"]], [kept["value"]], Tally())
            print(f"{file.name}: {'still: ' + found[0].why if found else 'agrees now'}")
            count += bool(found)
    return count


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", choices=[*KINDS, *CONTRACTS])
    parser.add_argument("--replay", action="store_true")
    options = parser.parse_args()
    sys.exit(min(replay() if options.replay else run(options), 1))


if __name__ == "__main__":
    main()
