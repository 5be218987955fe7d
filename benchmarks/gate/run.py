"""What the gate costs beyond importing and exporting the models, beside a peer's.

Prints CPU seconds of whole processes, medians of interleaved runs, and ratios to a process that
imports and exports the models and does nothing else.

    python benchmarks/gate/run.py [--models 1000] [--changed 20] [--runs 5] [--oasdiff PATH]

The peer is oasdiff (`go install github.com/oasdiff/oasdiff@latest`), on OpenAPI documents of the
same models in both versions, with an operation that takes and answers each of them; it neither
imports nor exports anything. It is left out where it is not installed.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_CHECKOUT = Path(__file__).parents[2]
sys.path.insert(0, str(_CHECKOUT))

from benchmarks.build.bulk_models import write_package  # noqa: E402 - after the path to it

_EXPORT = """
import gc
gc.set_threshold(2_000_000, 50, 50)  # as the command line has it, and the last line too
from pathlib import Path
from modelpact.settings import find_settings, load_settings
from modelpact.workflows.sources import documents_of
settings = load_settings(find_settings(Path.cwd()))
documents_of(settings, settings.contracts, lambda _: None)
gc.freeze()
"""

_SETTINGS = """
[contracts.measured]
package = "{package}"
[contracts.measured.targets]
openapi = {{}}
"""

_FIELD = re.compile(r"^    \w+: .* = Field\(.*\)$")
_NEW = '    added_{number}: str | None = Field(default=None, max_length=9, description="New.")'


@dataclass(frozen=True, slots=True)
class Job:
    """One process to measure, and the exit codes that it may have."""

    name: str
    command: Sequence[str]
    codes: tuple[int, ...] = (0,)


_ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
"""With what users have: modules that were compiled when they were first imported."""


def _cpu(job: Job, folder: Path) -> float:
    process = subprocess.Popen(
        job.command,
        cwd=folder,
        env=_ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert process.stderr is not None
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in job.codes or b"Traceback" in errors:
        raise SystemExit(f"{job.name} failed: {errors.decode()[-2000:]}")
    return usage.ru_utime + usage.ru_stime


def _measure(jobs: Sequence[Job], folder: Path, runs: int) -> dict[str, float]:
    found: dict[str, list[float]] = {job.name: [] for job in jobs}
    for job in jobs:
        _cpu(job, folder)  # modules are compiled
    for _ in range(runs):
        for job in jobs:
            found[job.name].append(_cpu(job, folder))
    return {name: statistics.median(costs) for name, costs in found.items()}


def _tool(folder: Path, *arguments: str) -> None:
    command = [sys.executable, "-m", "modelpact", *arguments]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)


def _edit(package: Path, changed: int) -> int:
    """Give an optional field to so many models, spread over the package; how many there were."""
    files = sorted(package.rglob("*.py"))
    lines = {file: file.read_text(encoding="utf-8").split("\n") for file in files}
    places = [
        (file, index)
        for file, text in lines.items()
        for index, line in enumerate(text)
        if _FIELD.match(line) and _is_first(text, index)
    ]
    step = max(1, len(places) // changed)
    chosen = places[step // 2 :: step][:changed]
    for number, (file, index) in reversed(list(enumerate(chosen))):
        lines[file].insert(index + 1, _NEW.format(number=number))
    for file, text in lines.items():
        file.write_text("\n".join(text), encoding="utf-8")
    return len(chosen)


def _is_first(lines: Sequence[str], index: int) -> bool:
    """Whether a field is the first of its class."""
    while index and not lines[index - 1].startswith("class "):
        index -= 1
        if _FIELD.match(lines[index]):
            return False
    return index > 0


def _openapi(folder: Path, file: str) -> None:
    """The OpenAPI document of the models as they are, with an operation for each."""
    made = folder / "generated/measured/openapi/openapi.json"
    document: dict[str, Any] = json.loads(made.read_text(encoding="utf-8"))
    document["paths"] = {f"/{name}": _operation(name) for name in document["components"]["schemas"]}
    (folder / file).write_text(json.dumps(document), encoding="utf-8")


def _operation(name: str) -> dict[str, Any]:
    schema = {"schema": {"$ref": f"#/components/schemas/{name}"}}
    content = {"content": {"application/json": schema}}
    answer = {"200": {"description": "Done.", **content}}
    return {"post": {"operationId": name, "requestBody": content, "responses": answer}}


def _project(folder: Path, package: str, changed: int) -> int:
    """Release the models as they are, and change some of them."""
    (folder / "modelpact.toml").write_text(_SETTINGS.format(package=package), encoding="utf-8")
    _tool(folder, "build")
    _tool(folder, "release")
    _openapi(folder, "old.json")
    count = _edit(folder / package, changed)
    _tool(folder, "build")
    _openapi(folder, "new.json")
    return count


def _report(folder: Path, runs: int, oasdiff: str | None) -> None:
    python = sys.executable
    jobs = [
        Job("import and export the models", [python, "-c", _EXPORT]),
        Job("modelpact check", [python, "-m", "modelpact", "check"], (0, 1)),
        Job("modelpact check, against itself", [python, "-m", "modelpact", "check", "--against",
                                                "schemas/measured/next"], (0, 1)),
    ]  # fmt: skip
    if oasdiff:
        jobs.append(Job("oasdiff breaking", [oasdiff, "breaking", "old.json", "new.json"]))
    costs = _measure(jobs, folder, runs)
    base = costs[jobs[0].name]
    sys.stdout.write(f"{'':34} {'CPU s':>8} {'beyond export':>14} {'ratio':>8}\n")
    for name, cost in costs.items():
        beyond = cost if name.startswith("oasdiff") else cost - base
        told = "" if name == jobs[0].name else f"{beyond:14.2f} {beyond / base:8.3f}"
        sys.stdout.write(f"{name:34} {cost:8.2f} {told}\n")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--models", type=int, default=1000)
    parser.add_argument("--changed", type=int, default=20)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--oasdiff", default=shutil.which("oasdiff"))
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_package(folder, models=arguments.models)
        count = _project(folder, "bulk", arguments.changed)
        sys.stdout.write(f"{arguments.models} models, {count} of them changed\n")
        _report(folder, arguments.runs, arguments.oasdiff)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(_CHECKOUT / "models" / "lead_ignite", folder / "lead_ignite")
        count = _project(folder, "lead_ignite", arguments.changed)
        sys.stdout.write(f"\nLead Ignite, {count} models changed\n")
        _report(folder, arguments.runs, arguments.oasdiff)


if __name__ == "__main__":
    main()
