"""Settings for a project that has none: found, not asked for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Final

from modelpact.emit.plan import Step
from modelpact.errors import ModelpactError
from modelpact.settings import CONFIG_FILE, find_settings
from modelpact.workflows.attributes import attributes_steps
from modelpact.workflows.journal import Journal

__all__ = ["FoundPackage", "initialise", "make_example"]

_PYPROJECT: Final = "pyproject.toml"
_SCHEMAS: Final = "schemas"
"""Where the settings have schemas by default."""
_SKIPPED: Final = frozenset(
    {"tests", "test", "docs", "build", "dist", "generated", "node_modules", "site-packages", "venv"}
)
_BASES: Final = frozenset({"BaseModel", "RootModel"})


@dataclass(frozen=True, slots=True)
class FoundPackage:
    """A package, or module, with Pydantic models in it.

    Attributes:
        name: As one imports it.
        path: The folder to put on Python's path, relative to the project.
        models: How many classes with fields derive from a Pydantic base, by name.

    """

    name: str
    path: str
    models: int


def initialise(root: Path) -> tuple[tuple[Path, ...], tuple[FoundPackage, ...]]:
    """Find the project's models and write settings for them.

    Beside them git is told to leave the bytes of schemas alone; nothing else is touched.

    Args:
        root: The project's folder.

    Returns:
        The files that were written, the one with the settings first, and the packages that these
        name.

    Raises:
        ModelpactError: There are settings already, or there are no models.

    """
    _refuse_settings(root)
    packages = tuple(_find_packages(root))
    if not packages:
        raise ModelpactError(
            "there are no Pydantic models here",
            where=str(root),
            advice="Run it in the folder of a project that has some, or start with"
            " `modelpact init --example`.",
            rule="no-models",
        )
    pyproject = root / _PYPROJECT
    before = pyproject.read_bytes() if pyproject.is_file() else None
    if before is None:
        step = Step(root / CONFIG_FILE, None, _tables(packages, "").encode())
    else:
        newline = b"\n" if before.endswith(b"\n") or not before else b"\n\n"
        tables = _tables(packages, "tool.modelpact.").encode()
        step = Step(pyproject, before, before + newline + tables)
    steps = [step, *attributes_steps(root / _SCHEMAS, root)]
    with Journal(root, transient=True).open() as journal:
        journal.apply(steps, "writing settings")
    return tuple(step.path for step in steps), packages


def make_example(root: Path) -> tuple[Path, ...]:
    """Write a small project, with models and settings, into a folder that is empty or new.

    Raises:
        ModelpactError: The folder holds something.

    """
    if root.exists() and any(root.iterdir()):
        raise ModelpactError(
            "is not empty",
            where=str(root),
            advice="Give the name of a new folder: `modelpact init --example shop`.",
            rule="in-the-way",
        )
    source = files("modelpact.workflows").joinpath("example")
    steps = [
        Step(root / name, None, source.joinpath(*name.split("/")).read_bytes()) for name in _EXAMPLE
    ]
    steps += attributes_steps(root / _SCHEMAS, root)
    with Journal(root, transient=True).open() as journal:
        journal.apply(steps, "writing the example")
    return tuple(step.path for step in steps)


_EXAMPLE: Final = ("modelpact.toml", "shop/__init__.py", "shop/customers.py", "shop/orders.py")


def _refuse_settings(root: Path) -> None:
    try:
        found = find_settings(root)
    except ModelpactError as error:
        if error.faults[0].rule == "no-settings":
            return
        raise
    if found.parent == root.resolve():
        raise ModelpactError(
            "there are settings already",
            where=str(found),
            advice="Edit them there, then run `modelpact build`.",
            rule="settings-exist",
        )


@dataclass(frozen=True, slots=True)
class _Class:
    """What a class statement says: its bases' last names, and whether it declares a field."""

    name: str
    bases: frozenset[str]
    has_fields: bool


def _find_packages(root: Path) -> Iterator[FoundPackage]:
    found = [
        (name, base.relative_to(root).as_posix(), list(_classes(entry)))
        for base in (root, root / "src", root / "models")
        if base.is_dir() and (base == root or not (base / "__init__.py").exists())
        for entry in sorted(base.iterdir())
        if (name := _importable(entry))
    ]
    known = _models([cls for _, _, classes in found for cls in classes])
    for name, path, classes in found:
        if count := sum(cls.name in known and cls.has_fields for cls in classes):
            yield FoundPackage(name, path, count)


def _importable(entry: Path) -> str:
    if entry.is_dir():
        is_package = (entry / "__init__.py").is_file() and entry.name not in _SKIPPED
        return entry.name if is_package and entry.name.isidentifier() else ""
    is_module = entry.suffix == ".py" and entry.stem.isidentifier()
    return entry.stem if is_module and not re.match(r"(test_|conftest$|setup$)", entry.stem) else ""


def _classes(entry: Path) -> Iterator[_Class]:
    """The class statements of a package or module, read and not run."""
    for module in [entry] if entry.is_file() else sorted(entry.rglob("*.py")):
        try:
            tree = ast.parse(module.read_bytes())
        except (SyntaxError, ValueError, OSError):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                bases = frozenset(_base_name(base) for base in node.bases)
                fields = any(isinstance(item, ast.AnnAssign) for item in node.body)
                yield _Class(node.name, bases, fields or "RootModel" in bases)


def _models(classes: list[_Class]) -> set[str]:
    """The names of classes that derive from a Pydantic base, directly or not."""
    known = set(_BASES)
    while found := {cls.name for cls in classes if cls.bases & known} - known:
        known |= found
    return known


def _base_name(base: ast.expr) -> str:
    if isinstance(base, ast.Subscript):
        base = base.value
    if isinstance(base, ast.Attribute):
        return base.attr
    return base.id if isinstance(base, ast.Name) else ""


def _tables(packages: tuple[FoundPackage, ...], prefix: str) -> str:
    return "\n".join(_table(package, prefix) for package in packages)


def _table(package: FoundPackage, prefix: str) -> str:
    name = re.sub(r"[^a-z0-9]+", "-", package.name.lower()).strip("-")
    name = name if name[:1].isalpha() else f"models-{name}"
    lines = [f"[{prefix}contracts.{name}]", f'package = "{package.name}"']
    if package.path != ".":
        lines.append(f'path = "{package.path}"')
    lines += [
        'audience = "public"',
        "",
        f"[{prefix}contracts.{name}.targets]",
        "typescript = {}",
        "openapi = {}",
        "python = {}",
    ]
    return "\n".join(lines) + "\n"
