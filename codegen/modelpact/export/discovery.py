"""Finding the models of a package: which modules, which classes.

A class is a model of the package when it is a public Pydantic model or Pydantic dataclass, defined
(not merely imported) in one of its modules. What models refer to comes along by itself, so enums,
TypedDicts, named tuples, plain dataclasses and type aliases need not be found here; those that
carry an annotation of Modelpact's are found nevertheless. Which of the models are only bases of
others is for :mod:`.selection` to say, because that needs all of them.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from fnmatch import fnmatchcase
from pathlib import Path
from types import ModuleType
from typing import Final

from modelpact.annotations import Annotation, annotations_of
from modelpact.errors import ErrorGroup, Fault
from modelpact.export.request import Discovery
from modelpact.export.selection import published_models
from modelpact.export.telling import told

__all__ = ["discover"]


def discover(discovery: Discovery) -> tuple[type, ...]:
    """The models of a package, in the order of their qualified names.

    Raises:
        ErrorGroup: The package or some of its modules cannot be imported (all that cannot are
            named), or there are no models.

    """
    faults: list[Fault] = []
    with _search_path(discovery.path):
        modules = list(_modules(discovery, faults))
    if faults:
        raise ErrorGroup(faults)
    found = {
        f"{cls.__module__}.{cls.__qualname__}": cls
        for module in modules
        for cls in _classes(module)
        if _wanted(f"{cls.__module__}.{cls.__qualname__}", discovery)
    }
    models = published_models(
        tuple(found[name] for name in sorted(found)), asked_for=frozenset(discovery.include)
    )
    if not models:
        raise ErrorGroup([_no_models(discovery, len(modules))])
    return models


@contextmanager
def _search_path(folders: tuple[Path, ...]) -> Iterator[None]:
    added = [str(folder.resolve()) for folder in folders]
    sys.path[:0] = added
    importlib.invalidate_caches()
    try:
        yield
    finally:
        for folder in added:
            if folder in sys.path:
                sys.path.remove(folder)


def _modules(discovery: Discovery, faults: list[Fault]) -> Iterator[ModuleType]:
    """The package's modules, parents before children, in the order of their names."""
    pending = [discovery.package]
    while pending:
        name = pending.pop()
        if _excluded(name, discovery):
            continue
        module = _import(name, faults)
        if module is None:
            continue
        yield module
        below = getattr(module, "__path__", None)
        if below is not None:
            names = sorted((info.name for info in pkgutil.iter_modules(below)), reverse=True)
            pending += [f"{name}.{child}" for child in names if child != "__main__"]


def _import(name: str, faults: list[Fault]) -> ModuleType | None:
    try:
        # What a module prints is not part of what we print, which a machine may read.
        with redirect_stdout(sys.stderr):
            return importlib.import_module(name)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - modules may even raise SystemExit
        faults.append(_import_fault(name, error))
        return None


def _import_fault(name: str, error: BaseException) -> Fault:
    missing = error.name if isinstance(error, ModuleNotFoundError) else None
    if missing and f"{name}.".startswith(f"{missing}."):
        return Fault(
            f"there is no module named {name}",
            where=name,
            advice="Check the package's name, and the folders that are searched for it.",
            rule="no-such-package",
        )
    return Fault(
        f"cannot be imported: {told(error)}",
        where=f"{name} ({_place(error)})" if _place(error) else name,
        advice="Import it in a Python shell to see the whole traceback, and correct it.",
        rule="import-failed",
    )


def _place(error: BaseException) -> str:
    """The innermost file and line of the user's own code."""
    if isinstance(error, SyntaxError) and error.filename:
        return f"{error.filename}:{error.lineno}"
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if not frame.filename.startswith("<") and frame.filename not in {__file__, _ANNOTATIONS}
    ]
    own = [frame for frame in frames if "site-packages" not in frame.filename]
    own = [f for f in own if Path(f.filename).parts[-2:-1] != ("importlib",)]
    for frame in reversed(own or frames):
        return f"{frame.filename}:{frame.lineno}"
    return ""


_ANNOTATIONS: Final = inspect.getfile(Annotation)
"""What an annotation refuses is refused where it is written, and not where that is found out."""


def _classes(module: ModuleType) -> Iterator[type]:
    for value in list(vars(module).values()):
        if isinstance(value, type) and value.__module__ == module.__name__:
            yield from _with_nested(value)


def _with_nested(cls: type) -> Iterator[type]:
    if cls.__name__.startswith("_"):
        return
    if _is_model(cls):
        yield cls
    for name, value in list(vars(cls).items()):
        nested = isinstance(value, type) and value.__qualname__ == f"{cls.__qualname__}.{name}"
        if nested and value.__module__ == cls.__module__:
            yield from _with_nested(value)


def _is_model(cls: type) -> bool:
    from pydantic import BaseModel
    from pydantic.dataclasses import is_pydantic_dataclass

    if "[" in cls.__name__:
        return False  # an instance of a generic that was given a name: it comes with what uses it
    if issubclass(cls, BaseModel) or is_pydantic_dataclass(cls):
        return True
    return next(annotations_of(cls), None) is not None


def _wanted(name: str, discovery: Discovery) -> bool:
    included = not discovery.include or any(_covers(p, name) for p in discovery.include)
    return included and not _excluded(name, discovery)


def _excluded(name: str, discovery: Discovery) -> bool:
    return any(_covers(pattern, name) for pattern in discovery.exclude)


def _covers(pattern: str, name: str) -> bool:
    if any(character in pattern for character in "*?["):
        return fnmatchcase(name, pattern)
    return name == pattern or name.startswith(f"{pattern}.")


def _no_models(discovery: Discovery, modules: int) -> Fault:
    patterns = (
        " that is included and not excluded" if discovery.include or discovery.exclude else ""
    )
    return Fault(
        f"there is no public Pydantic model{patterns} in {modules} module(s)",
        where=discovery.package,
        advice="Models are classes that derive from pydantic.BaseModel, defined in the package,"
        " whose names do not start with an underscore.",
        rule="no-models",
    )
