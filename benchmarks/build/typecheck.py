"""What type-checking many models costs their consumer, beside json-schema-to-typescript's output.

A consumer is a program of one file that imports a type from a package. Both packages hold the types
of the same documents as declaration files, each as its generator writes them. Where a ``$ref`` has
siblings, as Pydantic writes it for a field with a description, json-schema-to-typescript declares
the model once more; so there is a second package of its, made from documents without such siblings,
and without what they say.

Prints CPU seconds (user and system) of whole ``tsc`` processes, medians of interleaved runs, and
ratios. What an empty program costs, which is mostly the standard library, stands beside them.

    python benchmarks/build/typecheck.py [--models 1000] [--runs 7]

Needs Node.js; `npm ci` in benchmarks/toolchain and in tests/toolchain installs the tools.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

_CHECKOUT = Path(__file__).parents[2]
sys.path.insert(0, str(_CHECKOUT))

from benchmarks.build.bulk_models import write_package  # noqa: E402 - after the path to it

_PEER: Final = _CHECKOUT / "benchmarks/toolchain/node_modules/.bin/json2ts"
_TOOLS: Final = _CHECKOUT / "tests/toolchain/node_modules"
_COMPILERS: Final = {
    "TypeScript 5": _TOOLS / "typescript5/bin/tsc",
    "TypeScript 7": _TOOLS / "typescript/bin/tsc",
}
_SETTINGS: Final = """
[contracts.bulk]
package = "bulk"
[contracts.bulk.targets]
typescript = {}
"""
_PROGRAMS: Final = {
    "an empty program": "export {};\n",
    "modelpact": 'import type { Model1 } from "bulk";\nexport type Used = Model1;\n',
    "modelpact, one model's module": (
        'import type { Model1 } from "bulk/Model1";\nexport type Used = Model1;\n'
    ),
    "modelpact, with validators and fixtures": """\
import type { Model1 } from "bulk";
import * as fixtures from "bulk/fixtures";
import { Model1Validator } from "bulk/validators";
export const used: Model1 = fixtures.Model1.fake();
export const { is } = Model1Validator;
""",
    "json-schema-to-typescript": (
        'import type { Model1 } from "peer";\nexport type Used = Model1;\n'
    ),
    "json-schema-to-typescript, $ref alone": (
        'import type { Model1 } from "peer-bare";\nexport type Used = Model1;\n'
    ),
}
_COMPILED: Final = {
    "strict": True,
    "noEmit": True,
    "module": "nodenext",
    "target": "es2022",
    "types": [],
}


def _write_packages(folder: Path, models: int) -> None:
    write_package(folder, models=models)
    (folder / "modelpact.toml").write_text(_SETTINGS)
    _call([sys.executable, "-m", "modelpact", "build"], folder)
    packages = folder / "node_modules"
    packages.mkdir()
    shutil.move(folder / "generated/bulk/typescript", packages / "bulk")
    bundle = json.loads((folder / "schemas/bulk/next/bundle.schema.json").read_text())
    _write_peer(packages / "peer", bundle)
    _write_peer(packages / "peer-bare", _without_siblings(bundle))


def _write_peer(package: Path, bundle: object) -> None:
    package.mkdir()
    (package / "bundle.json").write_text(json.dumps(bundle))
    manifest = {"name": package.name, "version": "1.0.0", "type": "module", "types": "index.d.ts"}
    (package / "package.json").write_text(json.dumps(manifest))
    options = ("--unreachableDefinitions", "bundle.json", "index.d.ts")
    _call(["node", str(_PEER), *options], package)


def _without_siblings(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_siblings(item) for item in value]
    if not isinstance(value, dict):
        return value
    if isinstance(reference := value.get("$ref"), str):
        return {"$ref": reference}
    return {key: _without_siblings(item) for key, item in value.items()}


def _call(command: list[str], folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{command} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")


def _write_programs(folder: Path, *, skip_lib_check: bool) -> dict[str, Path]:
    projects = {}
    for number, (name, text) in enumerate(_PROGRAMS.items()):
        project = folder / f"program-{number}-{skip_lib_check}"
        project.mkdir()
        (project / "app.ts").write_text(text)
        (project / "package.json").write_text('{"type": "module"}')
        options = {**_COMPILED, "skipLibCheck": skip_lib_check}
        settings = {"compilerOptions": options, "files": ["app.ts"]}
        (project / "tsconfig.json").write_text(json.dumps(settings))
        projects[name] = project
    return projects


def _cpu(compiler: Path, project: Path) -> float:
    """Type-check a project; the CPU seconds of the process and those that it waited for."""
    process = subprocess.Popen(
        ["node", str(compiler), "-p", "."], cwd=project, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{project.name} does not compile: {said.decode()[-2000:]}")
    return usage.ru_utime + usage.ru_stime


def _measure(compiler: Path, projects: Mapping[str, Path], runs: int) -> dict[str, float]:
    costs: dict[str, list[float]] = {name: [] for name in projects}
    for _ in range(runs):
        for name, project in projects.items():
            costs[name].append(_cpu(compiler, project))
    return {name: statistics.median(found) for name, found in costs.items()}


def _print(title: str, costs: Mapping[str, float]) -> None:
    ours = costs["modelpact"]
    print(f"\n{title:52}{'CPU s':>9}{'ours / it':>12}")
    for name, cost in costs.items():
        print(f"{name:52}{cost:9.2f}{ours / cost:12.2f}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--models", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=7)
    arguments = parser.parse_args()
    print(f"{arguments.models} models of 20 fields; medians of {arguments.runs} processes each")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write_packages(folder, arguments.models)
        for skip_lib_check in (False, True):
            projects = _write_programs(folder, skip_lib_check=skip_lib_check)
            for compiler, path in _COMPILERS.items():
                title = f"{compiler}, skipLibCheck {str(skip_lib_check).lower()}"
                _print(title, _measure(path, projects, arguments.runs))


if __name__ == "__main__":
    main()
