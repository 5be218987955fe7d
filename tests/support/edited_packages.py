"""Edited copies of a package of models, imported under its own name beside the original.

Only modules that an edit can matter to are imported anew; the others are the original's.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Literal

from modelpact.documents.sets import DocumentSet
from modelpact.export import Discovery, ExportRequest, discover, export_contract

__all__ = ["Exported", "copied", "exported", "imported_anew"]


@dataclass(frozen=True, slots=True)
class Exported:
    """A package's documents, and the models that they are of, by name."""

    documents: DocumentSet
    models: Mapping[str, type]


def copied(package: Path, folder: Path) -> Path:
    """A copy of a package in a folder, its compiled modules included."""
    return Path(shutil.copytree(package, folder / package.name))


def exported(
    package: Path, audience: Literal["public", "internal"], *, edited: frozenset[str] = frozenset()
) -> Exported:
    """What a copy of a package, wherever it lies, is exported to.

    Args:
        package: The folder of the copy.
        audience: Who the contract is for.
        edited: The files that differ from the original's, relative to the package.

    """
    name = package.name
    with imported_anew(name, edited):
        models = discover(Discovery(name, path=(package.parent,)))
        for file in edited:
            module = sys.modules[_module(name, file)]
            assert Path(str(module.__file__)).is_relative_to(package)
        request = ExportRequest(name.replace("_", "-"), models, audience=audience)
        documents = export_contract(request).documents
    return Exported(documents, {model.__name__: model for model in models})


@contextmanager
def imported_anew(name: str, edited: frozenset[str]) -> Iterator[None]:
    """Imports inside find the package's folders and all modules that depend on edited files anew.

    Afterwards all is as it was.
    """
    original = {module: sys.modules[module] for module in _imports(name)}
    anew = _dependents(name, {_module(name, file) for file in edited})
    _take_away(name)
    sys.modules.update({m: found for m, found in original.items() if m not in anew})
    try:
        yield
    finally:
        _take_away(name)
        sys.modules.update(original)


def _module(name: str, file: str) -> str:
    return ".".join((name, *Path(file).with_suffix("").parts))


def _take_away(name: str) -> None:
    for module in [m for m in sys.modules if m == name or m.startswith(f"{name}.")]:
        del sys.modules[module]


def _dependents(name: str, modules: set[str]) -> set[str]:
    """Modules and what imports them, directly or not; and all packages, which know the folders."""
    imports = _imports(name)
    found = set(modules)
    while True:
        more = {
            m for m, needed in imports.items() if m not in found and not found.isdisjoint(needed)
        }
        if not more:
            break
        found |= more
    return found | {m for m in imports if hasattr(sys.modules[m], "__path__")}


@cache
def _imports(name: str) -> Mapping[str, frozenset[str]]:
    """All modules of the original package, imported, and what each of them imports."""
    package = importlib.import_module(name)
    names = [info.name for info in pkgutil.walk_packages(package.__path__, f"{name}.")]
    modules = {name: package, **{m: importlib.import_module(m) for m in names}}
    return {m: frozenset(_imported(module)) for m, module in modules.items()}


def _imported(module: ModuleType) -> Iterator[str]:
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
