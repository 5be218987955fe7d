"""What a build costs, beside Pydantic's own export and the generators that people use.

Prints CPU seconds and peak memory of whole processes, medians of interleaved runs, and ratios.

    python benchmarks/build/run.py [--models 1000] [--runs 3]

Needs Node.js; `npm ci` in benchmarks/toolchain installs the peers.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

_CHECKOUT = Path(__file__).parents[2]
sys.path.insert(0, str(_CHECKOUT))

from benchmarks.build.bulk_models import write_package  # noqa: E402 - after the path to it

_PEERS = Path(__file__).parents[1] / "toolchain" / "node_modules"

_PEERS_OF_TYPES = (
    "json-schema-to-typescript",
    "json-schema-to-typescript, unformatted",
    "openapi-typescript",
    "quicktype, typescript",
)
"""None of them makes validators or fixtures, and each makes one language."""

_EXPORT = """
import sys
sys.path.insert(0, ".")
import bulk
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema
models = [m for m in vars(bulk).values() if isinstance(m, type) and issubclass(m, BaseModel)]
models.remove(BaseModel)
if sys.argv[1] == "export":
    models_json_schema([(m, mode) for m in models for mode in ("validation", "serialization")])
"""

_SETTINGS = """
[contracts.bulk]
package = "bulk"
[contracts.bulk.targets]
typescript = {}
openapi = {}
python = {}
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took: CPU seconds, and the most memory it had, in MiB."""

    cpu: float
    memory: float


@dataclass(frozen=True, slots=True)
class Job:
    """One thing to measure.

    Attributes:
        name: What it is called.
        command: What is run; ``FRESH`` in it stands for a folder that does not exist yet.
        prepare: Runs before each run and is not counted.

    """

    name: str
    command: Sequence[str]
    prepare: Callable[[], None] = lambda: None


_FRESH = "FRESH"
"""A new name for each run. A folder of thousands of files that was removed just now would make
the next one expensive: file systems such as ext4 pass over the inodes that have just been freed."""


def _run(job: Job, folder: Path) -> Cost:
    job.prepare()
    out = f"out-{len(list(folder.iterdir()))}"
    process = subprocess.Popen(
        [out if part == _FRESH else part for part in job.command],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert process.stderr is not None
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{job.name} failed: {errors.decode()[-2000:]}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _measure(jobs: Sequence[Job], folder: Path, runs: int) -> dict[str, Cost]:
    costs: dict[str, list[Cost]] = {job.name: [] for job in jobs}
    for _ in range(runs):
        for job in jobs:
            costs[job.name].append(_run(job, folder))
    return {
        name: Cost(
            statistics.median(c.cpu for c in found), statistics.median(c.memory for c in found)
        )
        for name, found in costs.items()
    }


def _jobs(folder: Path) -> list[Job]:
    def fresh() -> None:
        old = folder / f"out-{len(list(folder.iterdir()))}"
        old.mkdir()
        for name in ("schemas", "generated", ".modelpact"):
            if (folder / name).exists():
                (folder / name).rename(old / name)

    def peer(name: str, *arguments: str) -> list[str]:
        return ["node", str(_PEERS / ".bin" / name), *arguments]

    python = sys.executable
    modelpact = [python, "-m", "modelpact"]
    generate = [*modelpact, "generate", "--schema", "bundle.json", "--out", _FRESH]
    three = ["-t", "typescript", "-t", "openapi", "-t", "python"]
    types = ["-O", "typescript.validators=false", "-O", "typescript.fixtures=false"]
    json2ts = ("json2ts", "--unreachableDefinitions", "bundle.json", "o.ts")
    return [
        Job("Pydantic: import the models", [python, "-c", _EXPORT, "import"]),
        Job("Pydantic: import and export", [python, "-c", _EXPORT, "export"]),
        Job("modelpact build, from nothing", [*modelpact, "build"], fresh),
        Job("modelpact build, again", [*modelpact, "build"]),
        Job("modelpact generate, three targets, types alone", [*generate, *three, *types]),
        Job("modelpact generate, three targets", [*generate, *three]),
        Job("modelpact generate, typescript", [*generate, "-t", "typescript"]),
        Job("json-schema-to-typescript", peer(*json2ts)),
        Job("json-schema-to-typescript, unformatted", peer(*json2ts, "--no-format")),
        Job("openapi-typescript", peer("openapi-typescript", "openapi.json", "-o", "o.ts")),
        Job(
            "quicktype, typescript",
            peer("quicktype", "-s", "schema", "bundle.json#/$defs/", "-l", "ts", "-o", "o.ts"),
        ),
    ]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--models", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_package(folder, models=arguments.models)
        (folder / "modelpact.toml").write_text(_SETTINGS)
        jobs = _jobs(folder)
        _run(jobs[2], folder)
        shutil.copy(folder / "schemas/bulk/next/bundle.schema.json", folder / "bundle.json")
        shutil.copy(folder / "generated/bulk/openapi/openapi.json", folder / "openapi.json")
        costs = _measure(jobs, folder, arguments.runs)
    _print(costs, arguments.models)


def _print(costs: dict[str, Cost], models: int) -> None:
    print(f"{models} models of 20 fields; medians of whole processes\n")
    print(f"{'':50}{'CPU s':>9}{'MiB':>8}")
    for name, cost in costs.items():
        print(f"{name:50}{cost.cpu:9.2f}{cost.memory:8.0f}")
    imported = costs["Pydantic: import the models"].cpu
    exported = costs["Pydantic: import and export"].cpu
    three = costs["modelpact generate, three targets"].cpu
    again = costs["modelpact build, again"].cpu
    print()
    ratios = {
        "documents to three SDKs / Pydantic's export alone (goal 0.5)": three
        / (exported - imported),
        "a second build / import and export (goal 1.3)": again / exported,
    }
    types = costs["modelpact generate, three targets, types alone"].cpu
    for peer in _PEERS_OF_TYPES:
        ratios[f"types of three targets / {peer} (goal below 1)"] = types / costs[peer].cpu
        ratios[f"with validators and fixtures / {peer}"] = three / costs[peer].cpu
    for name, ratio in ratios.items():
        print(f"{name:82}{ratio:6.2f}")
    print("\n" + json.dumps({name: round(ratio, 3) for name, ratio in ratios.items()}))


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
