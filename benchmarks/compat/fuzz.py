"""Ask the engine about random pairs of schemas for as long as told, and look for a wrong answer.

Prints, for each kind of schema, how many pairs were asked, what was answered and how fast, then
every failure, made small. Failures are kept under `.cache/fuzz/`; `--replay` asks them again.

    python benchmarks/compat/fuzz.py --seconds 600 [--processes 2] [--seed 1] [--kind recursion]
    python benchmarks/compat/fuzz.py --replay
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import sys
import time
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT / "tests"))

from modelpact.compat.engine import Engine  # noqa: E402 - after the path to its helpers
from support.containment_oracle import (  # noqa: E402
    Failure,
    Oracle,
    Tally,
    examine_pair,
    formats_of,
    show_answer,
)
from support.minimising import minimised  # noqa: E402
from support.random_kinds import KINDS, draw_family  # noqa: E402

KEPT = CHECKOUT / ".cache" / "fuzz"
CHUNK = 100
HANGS_AFTER = 600.0


@dataclass(frozen=True, slots=True)
class Chunk:
    """Families of one kind with consecutive seeds, asked of one engine that starts empty."""

    kind: str
    first: int

    @property
    def seeds(self) -> range:
        return range(self.first, self.first + CHUNK)


@dataclass(slots=True)
class Result:
    """What came of a chunk."""

    chunk: Chunk
    tally: Tally
    cpu: float
    failures: list[dict[str, Any]]


@dataclass(slots=True)
class Totals:
    """What came of all chunks of a kind."""

    tally: Tally = field(default_factory=Tally)
    cpu: float = 0.0


class Worker:
    """A process that works through every n-th chunk, and can be replaced if it dies or hangs."""

    def __init__(self, number: int, options: argparse.Namespace, kinds: list[str]) -> None:
        self.number, self._options, self._kinds = number, options, kinds
        self._context = multiprocessing.get_context("spawn")
        self.results: Any = self._context.SimpleQueue()
        self.position: Any = self._context.Array("d", [number, time.time()])
        self._process = self._start()

    def _start(self) -> Any:
        arguments = (self._options, self._kinds, self.position, self.results)
        process = self._context.Process(target=work, args=arguments, daemon=True)
        process.start()
        return process

    def trouble(self) -> tuple[Chunk, str] | None:
        """The chunk that the process died or hangs on; a new process goes on behind it."""
        number, since = int(self.position[0]), self.position[1]
        died = self._process.exitcode not in {None, 0}
        if not died and time.time() - since < HANGS_AFTER:
            return None
        why = f"the process ended with {self._process.exitcode}" if died else "no end in sight"
        self._process.kill()
        self._process.join()
        self.position[0] = number + self._options.processes
        self.position[1] = time.time()
        self._process = self._start()
        return chunk_at(number, self._kinds, self._options.seed), why

    def stop(self) -> None:
        self._process.kill()
        self._process.join()


def chunk_at(number: int, kinds: list[str], seed: int) -> Chunk:
    """The chunks of a run, kind after kind."""
    return Chunk(kinds[number % len(kinds)], seed * 10**9 + number // len(kinds) * CHUNK)


def work(options: argparse.Namespace, kinds: list[str], position: Any, results: Any) -> None:
    """Chunk after chunk, until the process is stopped."""
    while True:
        number = int(position[0])
        results.put(run(chunk_at(number, kinds, options.seed)))
        position[1] = time.time()
        position[0] = number + options.processes


def run(chunk: Chunk) -> Result:
    """Ask about all pairs of a chunk."""
    oracle = Oracle(Engine())
    result = Result(chunk, Tally(), 0.0, [])
    started = time.process_time()
    for seed in chunk.seeds:
        result.failures += [
            described(failure, chunk, seed) for failure in ask(oracle, chunk.kind, seed, result)
        ]
    result.cpu = time.process_time() - started
    return result


def ask(oracle: Oracle, kind: str, seed: int, result: Result) -> list[Failure]:
    family = draw_family(kind, seed)
    return oracle.examine(
        family,
        Random(seed),
        result.tally,
        formats=formats_of(kind, seed),
        with_peer=seed % 4 == 0,
    )


def described(failure: Failure, chunk: Chunk, seed: int) -> dict[str, Any]:
    """A failure as it is kept, as small as it will go; one that needs its history as it is."""

    def attempt(example: Any) -> Failure | None:
        if not isinstance(example, dict) or not {"old", "new"} <= example.keys():
            return None
        found = examine_pair(
            example["old"], example["new"], failure.formats, example.get("payload")
        )
        return found if found is not None and found.category == failure.category else None

    whole = {"old": failure.old, "new": failure.new, "payload": failure.payload}
    found = attempt(whole)
    alone = found is not None
    if found is not None:
        failure = minimised(whole, attempt, found)
    return {
        "kind": chunk.kind,
        "seed": seed,
        "first": chunk.first,
        "alone": alone,
        "answer": show_answer(failure),
        **asdict(failure),
    }


def keep(failure: dict[str, Any]) -> bool:
    """Write a failure down; False if it is known."""
    KEPT.mkdir(parents=True, exist_ok=True)
    told_by = json.dumps([failure["category"], failure["old"], failure["new"]], default=str)
    name = f"{failure['category'].replace(' ', '-')}-{sha256(told_by.encode()).hexdigest()[:10]}"
    path = KEPT / f"{name}.json"
    if path.exists():
        return False
    path.write_text(json.dumps(failure, indent=2, default=str) + "\n")
    return True


def replay() -> int:
    """Ask kept failures again; how many still fail."""
    failing = 0
    for path in sorted(KEPT.glob("*.json")):
        failure = json.loads(path.read_text())
        if failure.get("alone"):
            again: Any = examine_pair(
                failure["old"], failure["new"], failure["formats"], failure["payload"]
            )
        else:
            again = run(Chunk(failure["kind"], failure["first"])).failures
        failing += bool(again)
        print(f"{'FAILS' if again else 'passes'}  {path.name}  {again or ''}"[:300])
    print(f"{failing} fail")
    return failing


def print_table(totals: dict[str, Totals], wall: float) -> None:
    head = ("kind", "pairs", "yes", "no", "unknown", "pairs/s", "peer undecided", "disputes")
    print("{:<15}{:>11}{:>10}{:>10}{:>9}{:>9}{:>16}{:>10}  reasons".format(*head))
    every = Totals()
    for kind, total in totals.items():
        print_row(kind, total)
        every.tally.add(total.tally)
        every.cpu += total.cpu
    print_row("all", every)
    print(f"{every.tally.pairs / wall:,.0f} pairs a second of wall time", flush=True)


def print_row(kind: str, total: Totals) -> None:
    tally, answers = total.tally, total.tally.answers
    unknown = {name: n for name, n in sorted(answers.items()) if name not in {"yes", "no"}}
    asked = sum(tally.peer.values())
    undecided = sum(n for (theirs, _), n in tally.peer.items() if theirs == "unknown")
    peer = f"{undecided / asked:.1%}" if asked else "-"
    print(
        f"{kind:<15}{tally.pairs:>11,}{answers['yes']:>10,}{answers['no']:>10,}"
        f"{sum(unknown.values()):>9,}{tally.pairs / max(total.cpu, 1e-9):>9,.0f}{peer:>16}"
        f"{tally.disputes:>10}  {unknown or ''}"
    )


def fuzz(options: argparse.Namespace) -> int:
    """Run until the time is over; the number of new failures."""
    kinds = options.kind or list(KINDS)
    workers = [Worker(number, options, kinds) for number in range(options.processes)]
    started = shown = time.monotonic()
    totals = {kind: Totals() for kind in kinds}
    failures = 0
    while time.monotonic() - started < options.seconds:
        time.sleep(0.2)
        for worker in workers:
            while not worker.results.empty():
                failures += take(worker.results.get(), totals)
            trouble = worker.trouble()
            if trouble is not None:
                failures += 1
                print(f"FAILURE {trouble[0]}: {trouble[1]}", flush=True)
        if time.monotonic() - shown > options.every:
            shown = time.monotonic()
            print_table(totals, shown - started)
    for worker in workers:
        worker.stop()
    print_table(totals, time.monotonic() - started)
    print(f"{failures} failures; seed {options.seed}")
    return failures


def take(result: Result, totals: dict[str, Totals]) -> int:
    total = totals[result.chunk.kind]
    total.tally.add(result.tally)
    total.cpu += result.cpu
    new = [failure for failure in result.failures if keep(failure)]
    for failure in new:
        print(f"FAILURE {json.dumps(failure, default=str)}", flush=True)
    return len(new)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--every", type=float, default=120, help="seconds between tables")
    parser.add_argument("--kind", action="append", choices=list(KINDS))
    parser.add_argument("--replay", action="store_true")
    options = parser.parse_args()
    sys.exit(1 if (replay() if options.replay else fuzz(options)) else 0)


if __name__ == "__main__":
    main()
