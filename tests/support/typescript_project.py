"""A consumer's project: the generated package among its dependencies, one compiler run for all."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from support.toolchain import TYPESCRIPT, node, node_module, run

__all__ = ["compiler_errors", "install", "write"]

_DIAGNOSTIC = re.compile(r"^(.+?)\((\d+),\d+\): error (TS\d+: .*)$", re.MULTILINE)

_STRICT = {
    "strict": True,
    "exactOptionalPropertyTypes": True,
    "noUncheckedIndexedAccess": True,
    "noPropertyAccessFromIndexSignature": False,
    "noImplicitOverride": True,
    "isolatedModules": True,
    "verbatimModuleSyntax": True,
    "skipLibCheck": False,
    "noEmit": True,
    "module": "nodenext",
    "target": "es2022",
    "types": [],
}


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files below a folder."""
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def install(project: Path, package: str, files: Mapping[str, bytes]) -> Path:
    """Put a generated package where npm would put it."""
    folder = project / "node_modules" / package
    write(folder, files)
    return folder


def compiler_errors(project: Path, compiler: str, include: str = "src") -> dict[str, list[str]]:
    """The errors of one compiler run, by file relative to the project; ``""`` for those without.

    Args:
        project: Holds ``src`` and ``node_modules``.
        compiler: A key of :data:`support.toolchain.TYPESCRIPT`.
        include: The folder to compile.

    """
    config = project / "tsconfig.json"
    settings = {"compilerOptions": _STRICT, "include": [include], "exclude": []}
    config.write_text(json.dumps(settings))
    (project / "package.json").write_text('{"type": "module"}')
    script = node_module(TYPESCRIPT[compiler])
    code, output = run([node(), script, "--pretty", "false", "-p", "."], project)
    errors: dict[str, list[str]] = defaultdict(list)
    for file, line, message in _DIAGNOSTIC.findall(output):
        errors[file].append(f"line {line}: {message}")
    if code and not errors:
        errors[""].append(output)
    return dict(errors)
