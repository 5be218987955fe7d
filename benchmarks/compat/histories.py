"""Schemas that others release, version by version: what the engine says of changes it never saw.

The packages come from PyPI and npm, once, into ``.cache/histories``; nothing of them is kept in the
repository. A pair is one file in two versions of a package, one after the other, or one definition
of a file that has many. Only documents whose references stay inside them count.

There are no labels. A *no* is a break that two validators saw; a *yes* is held against what
jsonschema-rs answers, and against the witnesses of all other pairs of the same file.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT))

from benchmarks.compat.contenders import Contender  # noqa: E402 - after the path to it

__all__ = ["measure"]

CACHE: Final = CHECKOUT / ".cache" / "histories"
DEFINITIONS: Final = 40
LARGEST: Final = 1_500_000
TIMEOUT: Final = 15.0

PYPI: Final[dict[str, Sequence[str]]] = {
    "check-jsonschema": ("0.27.0", "0.29.0", "0.31.0", "0.33.0", "0.35.0", "0.37.0", "0.39.0"),
    "validate-pyproject": ("0.16", "0.19", "0.23", "0.24.1"),
}
NPM: Final[dict[str, Sequence[str]]] = {
    "@octokit/webhooks-schemas": ("3.77.1", "4.13.0", "5.8.0", "6.11.0", "7.1.0", "7.6.1"),
    "@biomejs/biome": ("2.0.0", "2.2.0", "2.4.0", "2.6.8"),
    "turbo": ("2.3.0", "2.5.0", "2.8.0", "2.11.11"),
    "@cspell/cspell-types": ("8.0.0", "9.0.0", "10.4.1"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One schema in two versions."""

    name: str
    old: Any
    new: Any


@dataclass(slots=True)
class Tally:
    """What came of all questions."""

    answers: Counter[tuple[str, str]] = field(default_factory=Counter)
    undecided: list[str] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)


def measure() -> None:
    """Ask about every step in both directions and print what came of it."""
    steps = list(_steps())
    if not steps:
        print("!!! NOT MEASURED: no package could be fetched", file=sys.stderr)
        return
    ours = Contender("modelpact", "modelpact_confirmed", timeout=TIMEOUT)
    theirs = Contender("jsonschema-rs", "jsonschema_rs", timeout=TIMEOUT)
    tally = Tally()
    for step in steps:
        for direction, reader, writer in (
            ("backward", step.new, step.old),
            ("forward", step.old, step.new),
        ):
            answers = tuple(c.ask([(reader, writer)])[0].answer for c in (ours, theirs))
            mine, other = (a if a in {"yes", "no"} else "unknown" for a in answers)
            tally.answers[mine, other] += 1
            if mine == "unknown":
                tally.undecided.append(f"{step.name} ({direction}): {answers[0]}")
            elif "unknown" not in {mine, other} and mine != other:
                tally.conflicts.append(f"{step.name} ({direction}): {mine}, {other}")
    ours.stop()
    theirs.stop()
    _print(tally, len(steps))


def _print(tally: Tally, steps: int) -> None:
    total = tally.answers.total()
    names = ("modelpact", "jsonschema-rs")
    breaks = sum(count for (mine, _), count in tally.answers.items() if mine == "no")
    print(f"{steps} changed schemas, {total} questions, {breaks} breaks that validators saw\n")
    for place, name in enumerate(names):
        counts: Counter[str] = Counter()
        for answers, count in tally.answers.items():
            counts[answers[place]] += count
        decided = (counts["yes"] + counts["no"]) / total
        caught = sum(c for a, c in tally.answers.items() if a[0] == "no" and a[place] == "no")
        missed = sum(c for a, c in tally.answers.items() if a[0] == "no" and a[place] == "yes")
        print(
            f"{name:14} decided {decided:6.1%}; of the breaks caught {caught}, missed {missed},"
            f" no answer {breaks - caught - missed}"
        )
    for line in tally.undecided:
        print(f"  undecided: {line}")
    for line in tally.conflicts:
        print(f"  CONFLICT: {line}")


def _steps() -> Iterator[Step]:
    for package, versions in (*PYPI.items(), *NPM.items()):
        fetch = _fetch_pypi if package in PYPI else _fetch_npm
        folders = [(v, fetch(package, v)) for v in versions]
        found = [(version, _schemas(folder)) for version, folder in folders if folder is not None]
        for (before, old), (after, new) in pairwise(found):
            for file in sorted(old.keys() & new.keys()):
                name = f"{package} {before} -> {after} {file}"
                yield from _changes(name, old[file], new[file])


def _changes(name: str, old: Any, new: Any) -> Iterator[Step]:
    """The document, and each of its definitions, where it changed."""
    if old == new:
        return
    yield Step(name, old, new)
    for keyword in ("definitions", "$defs"):
        if not (_is_closed(old, f"#/{keyword}/") and _is_closed(new, f"#/{keyword}/")):
            continue
        olds, news = old.get(keyword, {}), new.get(keyword, {})
        altered = [d for d in olds if d in news and olds[d] != news[d]]
        for definition in altered[:DEFINITIONS]:
            pointer = f"#/{keyword}/{definition.replace('~', '~0').replace('/', '~1')}"
            roots = [_rooted(document, keyword, pointer) for document in (old, new)]
            yield Step(f"{name}{pointer}", *roots)


def _rooted(document: Any, keyword: str, pointer: str) -> Any:
    """One definition of a document, with the others at hand."""
    kept = {k: document[k] for k in ("$schema", keyword) if k in document}
    return kept | {"allOf": [{"$ref": pointer}]}


def _schemas(folder: Path) -> dict[str, Any]:
    found = {}
    for path in sorted(folder.rglob("*.json")):
        if path.stat().st_size > LARGEST:
            continue
        try:
            document = json.loads(path.read_text(encoding="utf-8"))
        except ValueError:
            continue
        if isinstance(document, dict) and _is_schema(document) and _is_closed(document):
            found[path.relative_to(folder).as_posix()] = document
    return found


def _is_schema(document: dict[str, Any]) -> bool:
    dialect = document.get("$schema")
    return isinstance(dialect, str) and "json-schema.org/" in dialect


def _is_closed(value: Any, within: str = "#") -> bool:
    """Whether every reference stays in its document, or in a part of it."""
    if isinstance(value, list):
        return all(_is_closed(item, within) for item in value)
    if not isinstance(value, dict):
        return True
    reference = value.get("$ref")
    if isinstance(reference, str) and not reference.startswith(within):
        return False
    return all(_is_closed(item, within) for item in value.values())


def _fetch_pypi(package: str, version: str) -> Path | None:
    folder = _folder(package, version)
    if not folder.exists():
        command = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest")
        archives = _download((*command, str(CACHE / "archives"), f"{package}=={version}"))
        for archive in archives:
            with zipfile.ZipFile(archive) as wheel:
                names = [name for name in wheel.namelist() if name.endswith(".json")]
                wheel.extractall(folder, names)
    return folder if folder.exists() else None


def _fetch_npm(package: str, version: str) -> Path | None:
    folder = _folder(package, version)
    if not folder.exists():
        command = ("npm", "pack", "--silent", "--pack-destination")
        archives = _download((*command, str(CACHE / "archives"), f"{package}@{version}"))
        for archive in archives:
            with tarfile.open(archive) as package_file:
                members = [m for m in package_file if m.name.endswith(".json") and m.isfile()]
                package_file.extractall(folder, members, filter="data")
    return folder if folder.exists() else None


def _folder(package: str, version: str) -> Path:
    return CACHE / package.replace("/", "-").lstrip("@") / version


def _download(command: Sequence[str]) -> list[Path]:
    """The files that a package manager adds to the archives; none, loudly, if it fails."""
    archives = CACHE / "archives"
    archives.mkdir(parents=True, exist_ok=True)
    before = set(archives.iterdir())
    try:
        done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, timeout=120)
    except (OSError, subprocess.TimeoutExpired) as error:
        print(f"!!! NOT MEASURED: {command[-1]}: {error}", file=sys.stderr)
        return []
    if done.returncode:
        print(f"!!! NOT MEASURED: {command[-1]} could not be fetched", file=sys.stderr)
    return sorted(set(archives.iterdir()) - before)
