"""Two versions of a package of a thousand models, compared as the gate does it: CPU seconds.

Seconds of this machine say little, so each is shown beside the time that exporting the same models
takes in the same run.

    python benchmarks/compat/sets.py [--models 1000]
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT))

from benchmarks.compat.packages import changed, exported_documents  # noqa: E402 - after the path

from modelpact.compat import compare  # noqa: E402 - likewise
from modelpact.documents.sets import Document, DocumentSet  # noqa: E402 - likewise

__all__ = ["measure"]

SHARE: Final = 50
"""One model in so many is changed where few are."""

Documents = Mapping[str, Any]


def broken(documents: Documents, models: Iterable[str]) -> Documents:
    """A later version: some models require one more field, tighten, retype or drop one."""
    found: dict[str, Any] = json.loads(json.dumps(documents))
    edits = (_require, _tighten, _retype, _drop)
    for number, name in enumerate(models):
        edits[number % len(edits)](found[name])
    return found


def _require(schema: dict[str, Any]) -> None:
    schema["properties"]["added"] = {"type": "string"}
    schema["required"] = [*schema.get("required", ()), "added"]


def _tighten(schema: dict[str, Any]) -> None:
    for field in schema["properties"].values():
        if "maxLength" in field:
            field["maxLength"] -= 1
            return
    _require(schema)


def _retype(schema: dict[str, Any]) -> None:
    name, field = next(iter(schema["properties"].items()))
    kind = "string" if field.get("type") == "boolean" else "boolean"
    schema["properties"][name] = {"type": kind}


def _drop(schema: dict[str, Any]) -> None:
    name = next((n for n in schema["properties"] if n in schema.get("required", ())), None)
    if name is None:
        return
    del schema["properties"][name]
    schema["required"].remove(name)


def measure(models: int) -> None:
    """Print a row for each kind of change."""
    start = time.process_time()
    old = exported_documents(models)
    exporting = time.process_time() - start
    # In the order in which they were written: the last are held by nobody, the rest by many.
    names = [name for name, schema in old.items() if "properties" in schema]
    names.sort(key=lambda name: int("".join(filter(str.isdigit, name))))
    few = max(1, len(names) // SHARE)
    versions: dict[str, Callable[[], Documents]] = {
        "no change": lambda: json.loads(json.dumps(old)),
        "2 % safe": lambda: changed(old, names[-few:], loosened=False),
        "2 % safe, held by others": lambda: changed(old, names[::SHARE], loosened=False),
        "all safe": lambda: changed(old, names, loosened=False),
        "2 % breaking": lambda: broken(old, names[-few:]),
        "2 % breaking, held by others": lambda: broken(old, names[::SHARE]),
    }
    print(f"{len(old)} documents of {models} models; exporting them: {exporting:.2f} s")
    print(f"{'':30} {'CPU s':>7} {'of export':>10} {'findings':>9}  verdict")
    for name, version in versions.items():
        before, after = _as_set("old", json.loads(json.dumps(old))), _as_set("new", version())
        start = time.process_time()
        report = compare(before, after)
        seconds = time.process_time() - start
        share = f"{seconds / exporting:.2f}"
        findings = len(report.findings)
        print(f"{name:30} {seconds:7.2f} {share:>10} {findings:9}  {report.verdict}", flush=True)


def _as_set(name: str, documents: Documents) -> DocumentSet:
    return DocumentSet(name, {file: Document(file, file, s) for file, s in documents.items()})


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--models", type=int, default=1000)
    measure(parser.parse_args().models)
