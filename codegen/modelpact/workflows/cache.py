"""What the last build made of what, so that the next need not make it again.

An entry is believed only if the input's digest is the same and every file that came of it is still
on disk with the content it had. The cache is a convenience: losing it costs time and nothing else.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from modelpact.documents.pointers import Pointer
from modelpact.emit.files import read_file
from modelpact.emit.plan import FilePlan, indexed
from modelpact.emit.target import Diagnostic
from modelpact.graph.nodes import Location
from modelpact.version import __version__
from modelpact.workflows.journal import STATE_FOLDER

__all__ = ["BuildCache", "Entry", "inputs_digest"]


@dataclass(frozen=True, slots=True)
class Entry:
    """What came of one package's inputs.

    Attributes:
        inputs: The digest of all that went in.
        files: The digest of each file that came out, by path in the package.
        diagnostics: What could not be said exactly; said again when nothing is built.

    """

    inputs: str
    files: Mapping[str, str]
    diagnostics: tuple[tuple[str, Diagnostic], ...] = ()


class BuildCache:
    """The entries of a project's packages, by their folders relative to the project."""

    def __init__(self, root: Path) -> None:
        self._file = root / STATE_FOLDER / "cache.json"
        self._root = root
        self._before = self._read()
        self._entries = dict(self._before)

    def current(self, folder: Path, inputs: str) -> Entry | None:
        """The entry of a package, if its inputs are these and its files are as they were made."""
        entry = _entry(self._before.get(self._key(folder)))
        if entry is None or entry.inputs != inputs or not _untouched(folder, entry):
            return None
        return entry

    def remember(
        self, plan: FilePlan, inputs: str, diagnostics: Iterable[tuple[str, Diagnostic]]
    ) -> None:
        """Note what was made."""
        self._entries[self._key(plan.folder)] = {
            "inputs": inputs,
            "files": {name: _digest(content) for name, content in plan.files.items()},
            "diagnostics": [
                [who, d.rule, d.message, d.location.file, list(d.location.pointer.tokens)]
                for who, d in diagnostics
            ],
        }

    def save(self) -> None:
        """Write the cache if it changed; a disk that refuses is no error."""
        if self._entries == self._before:
            return
        pending = self._file.with_suffix(".new")
        with suppress(OSError):
            pending.write_text(json.dumps(self._entries), encoding="utf-8")
            pending.replace(self._file)

    def _key(self, folder: Path) -> str:
        return os.path.relpath(folder, self._root)

    def _read(self) -> dict[str, Any]:
        try:
            entries = json.loads(self._file.read_bytes())
        except (OSError, ValueError):
            return {}
        return entries if isinstance(entries, dict) else {}


def inputs_digest(files: Mapping[str, bytes], *facts: Any) -> str:
    """The digest of documents, of further facts (any JSON), and of the tool itself."""
    sha = hashlib.sha256(json.dumps([_tool(), *facts], sort_keys=True).encode())
    for name, content in files.items():
        sha.update(f"\0{name}\0{len(content)}\0".encode())
        sha.update(content)
    return sha.hexdigest()


@cache
def _tool() -> str:
    """The tool's identity: its version, and its files where somebody is working on them."""
    sha = hashlib.sha256(__version__.encode())
    for folder, folders, files in os.walk(Path(__file__).parents[1]):
        folders.sort()
        for name in sorted(files):
            if not name.endswith(".pyc"):
                status = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118 - hundreds
                sha.update(f"{name}\0{status.st_size}\0{status.st_mtime_ns}\0".encode())
    return sha.hexdigest()


def _entry(stored: Any) -> Entry | None:
    try:
        diagnostics = tuple(
            (who, Diagnostic(rule, message, Location(file, Pointer(tuple(tokens)))))
            for who, rule, message, file, tokens in stored["diagnostics"]
        )
        return Entry(stored["inputs"], stored["files"], diagnostics)
    except (TypeError, KeyError, ValueError):
        return None


def _untouched(folder: Path, entry: Entry) -> bool:
    if indexed(folder) != frozenset(entry.files):
        return False
    try:
        return all(_digest(read_file(folder / name)) == made for name, made in entry.files.items())
    except OSError:
        return False


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
