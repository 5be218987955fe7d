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
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Literal

from pydantic import BaseModel

from modelpact.documents.sets import DocumentSet
from modelpact.export import Discovery, ExportRequest, discover, export_contract

__all__ = ["copied", "exported", "imported_anew", "models_of"]


def copied(package: Path, folder: Path) -> Path:
    """A copy of a package in a folder, its compiled modules included."""
    return Path(shutil.copytree(package, folder / package.name))


def exported(package: Path, audience: Literal["public", "internal"]) -> DocumentSet:
    """The documents of a package."""
    models = discover(Discovery(package.name, path=(package.parent,)))
    request = ExportRequest(package.name.replace("_", "-"), models, audience=audience)
    return export_contract(request).documents


def models_of(name: str) -> Mapping[str, type[BaseModel]]:
    """The models of a package as it is imported, by name."""
    return {
        value.__name__: value
        for module_name, module in list(sys.modules.items())
        if module_name.startswith(f"{name}.")
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, BaseModel)
    }


@contextmanager
def imported_anew(name: str, edited: frozenset[str] = frozenset()) -> Iterator[None]:
    """Imports inside find the package's folders, and all that depends on edited files, anew.

    Afterwards all is as it was.

    Args:
        name: The package; the original is imported where it is not yet.
        edited: Files that differ from the original's, relative to the package.

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
        more = {m for m, needed in imports.items() if m not in found and found & needed}
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
