"""Generated Python packages, imported into the running process."""

from __future__ import annotations

import importlib
import itertools
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from modelpact.documents.sets import Document, DocumentSet
from modelpact.documents.values import Json
from modelpact.emit.target import Rendering
from modelpact.graph.lowering import lower
from modelpact.targets.python import TARGET

__all__ = ["bundle", "generated", "imported", "rendered", "write"]

_NUMBERS = itertools.count(1)


def bundle(definitions: Mapping[str, Json]) -> DocumentSet:
    """One document with some definitions."""
    schema: Json = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": dict(definitions),
    }
    document = Document("bundle", "bundle.schema.json", schema)
    return DocumentSet("shop", {document.file: document})


def rendered(documents: DocumentSet, **options: Json) -> Rendering:
    """The package of some documents."""
    return TARGET.render(lower(documents), options)


def write(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files into a folder."""
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


@contextmanager
def generated(documents: DocumentSet) -> Iterator[Any]:
    """The package of some documents, imported; forgotten afterwards."""
    module = f"generated_{next(_NUMBERS)}"
    with tempfile.TemporaryDirectory() as folder:
        write(rendered(documents, module=module).files, Path(folder))
        with imported(Path(folder) / "src", module) as package:
            yield package


@contextmanager
def imported(root: Path, module: str) -> Iterator[Any]:
    """A package that lies in a folder, imported; forgotten afterwards."""
    sys.path.insert(0, str(root))
    importlib.invalidate_caches()
    try:
        package = importlib.import_module(module)
        for name in package.__all__:
            getattr(package, name)
        yield package
    finally:
        sys.path.remove(str(root))
        for name in [name for name in sys.modules if name.split(".")[0] == module]:
            del sys.modules[name]
