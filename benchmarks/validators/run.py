"""Our TypeScript validators beside typia, typebox, ajv, zod, valibot and code written by hand.

Everything is built from the documents in `contract/`, measured in one Node process in turn, and
printed as ratios: how many times as long a peer takes as ours.

    python benchmarks/validators/run.py [--rounds 15] [--processes 3]
"""

from __future__ import annotations

import argparse
import json
import math
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PEERS = ("typia", "typebox", "ajv", "zod", "valibot", "hand")
OURS = "modelpact"
KINDS = ("User", "Feed", "Tree", "Measurement")
GOALS = {"typia": 2.3, "typebox": 3.0, "ajv": 4.0, "zod": 10.0, "valibot": 10.0}


def main() -> None:
    """Build, measure, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--processes", type=int, default=3)
    options = parser.parse_args()
    run("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error", cwd=HERE)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        build(work)
        measured = [measure(work, options.rounds) for _ in range(options.processes)]
        print_times(measured)
        print_sizes(json.loads((work / "sizes.json").read_text()))
        print_cold(work)


def build(work: Path) -> None:
    """Our package, ajv's standalone code, typia's transformed module, and all bundles."""
    package = work / "modules" / "contract"
    command = [sys.executable, "-m", "modelpact", "generate", "--schema", str(HERE / "contract")]
    run(*command, "--target", "typescript", "--out", str(package))
    peers = work / "peers"
    shutil.copytree(HERE / "peers", peers)
    run("npx", "typia", "generate", "--input", "peers", "--output", str(work / "typia"),
        "--project", "tsconfig.json", cwd=HERE)  # fmt: skip
    shutil.copy(work / "typia" / "typia.ts", peers / "typia.ts")
    run("node", "peers/ajv.mjs", "contract", str(peers), cwd=HERE)
    run("node", "build.mjs", str(work), cwd=HERE)


def measure(work: Path, rounds: int) -> dict[str, Any]:
    """One process that measures everything in turn."""
    found: dict[str, Any] = json.loads(
        run("node", "measure.mjs", str(work), str(rounds), OURS, *PEERS, cwd=HERE)
    )
    return found


def print_times(measured: list[dict[str, Any]]) -> None:
    """Ratios by kind and their geometric mean, medians over the processes."""
    for what, title in (
        ("is", "valid payloads, yes or no"),
        ("errors", "invalid ones, all errors"),
    ):
        print(f"\n{title}: times as long as ours\n")
        print(f"{'':12}" + "".join(f"{kind:>13}" for kind in KINDS) + f"{'mean':>10}{'goal':>8}")
        for name in (*PEERS, "JSON.parse"):
            if name not in measured[0][what][KINDS[0]]:
                continue
            ratios = [_ratio(measured, what, kind, name) for kind in KINDS]
            mean = math.exp(statistics.fmean(map(math.log, ratios)))
            goal = {"is": GOALS.get(name), "errors": {"typia": 2.0}.get(name)}[what]
            goal = 1 / 0.22 if name == "JSON.parse" else goal
            print(f"{name:12}" + "".join(f"{ratio:13.2f}" for ratio in ratios)
                  + f"{mean:10.2f}" + (f"{goal:8.2f}" if goal else ""))  # fmt: skip
        ours = [statistics.median(m[what][kind][OURS] for m in measured) for kind in KINDS]
        print(f"{'ours, ns':12}" + "".join(f"{value:13.0f}" for value in ours))
    for name, wrong in measured[0]["wrong"].items():
        print(f"\n{name} judges otherwise than it should: {wrong}")


def _ratio(measured: list[dict[str, Any]], what: str, kind: str, name: str) -> float:
    found = [float(m[what][kind][name]) / float(m[what][kind][OURS]) for m in measured]
    return statistics.median(found)


def print_sizes(sizes: dict[str, dict[str, int]]) -> None:
    """What one kind costs a page: bundled, minified, gzipped."""
    print("\nbytes of a bundle, minified and gzipped, all errors\n")
    for kind in ("User", "Tree"):
        row = {name: sizes[name][kind] for name in (OURS, *PEERS)}
        print(f"{kind:12}" + "".join(f"{name} {size:,}  " for name, size in row.items()))


def print_cold(work: Path, runs: int = 7) -> None:
    """CPU time from importing a bundle to the first two answers, in turn, medians."""
    print("\nCPU from importing to the first two answers, times as long as ours\n")
    names = (OURS, *PEERS)
    used: dict[str, list[int]] = {name: [] for name in names}
    for _ in range(runs):
        for name in names:
            bundle = str(work / f"size-{name}-User.mjs")
            used[name].append(int(run("node", "cold.mjs", bundle, "User", cwd=HERE)))
    ours = statistics.median(used[OURS])
    print("  ".join(f"{n} {statistics.median(used[n]) / ours:.2f}" for n in PEERS)
          + f"  (ours {ours / 1000:.1f} ms)")  # fmt: skip


def run(*command: str, cwd: Path | None = None) -> str:
    """A command's standard output; what it says of an error is shown."""
    done = subprocess.run(command, cwd=cwd, check=False, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{done.stdout}\n{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    main()
