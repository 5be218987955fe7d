"""The official JSON Schema test suite, from the source distribution of jsonschema that has it.

Nothing of it is kept in the repository: it is downloaded once, pinned, into `.cache/`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["DRAFTS", "Group", "format_groups", "groups", "remotes", "suite_folder"]

VERSION = "4.26.0"
DRAFTS = {
    "draft4": "http://json-schema.org/draft-04/schema",
    "draft6": "http://json-schema.org/draft-06/schema",
    "draft7": "http://json-schema.org/draft-07/schema",
    "draft2019-09": "https://json-schema.org/draft/2019-09/schema",
    "draft2020-12": "https://json-schema.org/draft/2020-12/schema",
}
_CACHE = Path(__file__).parents[2] / ".cache" / "official-suite"
_ADDRESS = "http://localhost:1234/"


@dataclass(frozen=True)
class Group:
    """One schema and what is known of some documents under it.

    Attributes:
        file: Where it is in the suite.
        description: The suite's words for it.
        schema: The schema.
        facts: The suite's words, the document, whether it is valid.

    """

    file: str
    description: str
    schema: Any
    facts: tuple[tuple[str, Any, bool], ...]


@cache
def suite_folder() -> Path:
    """The folder that holds `tests` and `remotes`, downloaded when first asked for."""
    folder = _CACHE / f"jsonschema-{VERSION}" / "json"
    if not (folder / "tests").is_dir():
        _CACHE.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        command += ["--no-binary", "jsonschema", "--dest", str(_CACHE), f"jsonschema=={VERSION}"]
        subprocess.run(command, check=True, timeout=300)
        with tarfile.open(_CACHE / f"jsonschema-{VERSION}.tar.gz") as archive:
            archive.extractall(_CACHE, filter="data")
    return folder


def groups(draft: str, *, optional: bool = False) -> Iterator[Group]:
    """The groups of a draft: the required ones, or the optional ones without those on formats."""
    folder = suite_folder() / "tests" / draft
    yield from _groups(folder, folder / "optional" if optional else folder)


def format_groups(draft: str) -> Iterator[Group]:
    """The groups of a draft that assert formats."""
    folder = suite_folder() / "tests" / draft
    yield from _groups(folder, folder / "optional" / "format")


def _groups(folder: Path, files: Path) -> Iterator[Group]:
    for path in sorted(files.glob("*.json")):
        for group in json.loads(path.read_text(encoding="utf-8")):
            facts = tuple((t["description"], t["data"], t["valid"]) for t in group["tests"])
            name = path.relative_to(folder.parent).as_posix()
            yield Group(name, group["description"], group["schema"], facts)


@cache
def remotes(draft: str) -> dict[str, Any]:
    """The documents that schemas of a draft refer to, by URI."""
    folder = suite_folder() / "remotes"
    found: dict[str, Any] = {}
    for path in sorted(folder.rglob("*.json")):
        name = path.relative_to(folder).as_posix()
        top = name.split("/", 1)[0]
        if not top.startswith("draft") or top == draft:
            found[_ADDRESS + name] = json.loads(path.read_text(encoding="utf-8"))
    return found
