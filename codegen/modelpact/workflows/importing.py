"""Models to start from, written to disk; nothing that is there already is touched."""

from __future__ import annotations

from pathlib import Path

from modelpact.emit.plan import Step
from modelpact.errors import ErrorGroup, Fault
from modelpact.workflows.journal import Journal

__all__ = ["import_schema"]


def import_schema(schema: Path, out: Path) -> tuple[Path, ...]:
    """Turn a JSON Schema or OpenAPI document into models.

    Args:
        schema: The document.
        out: A folder, or a file whose name ends in ``.py``.

    Returns:
        The files written.

    Raises:
        ModelpactError: The document is refused, or a file is in the way.

    """
    from modelpact.importing.models import import_models

    modules = import_models(schema)
    single = out.suffix == ".py" and len(modules) == 1
    names = [out] if single else [out / name for name in modules]
    files = dict(zip(names, modules.values(), strict=True))
    faults = [
        Fault("is there already", str(file), "Move it, or choose another place.", "in-the-way")
        for file in files
        if file.exists() or file.is_symlink()
    ]
    if faults:
        raise ErrorGroup(faults)
    root = out.parent if single else out
    with Journal(root, transient=True).open() as journal:
        steps = [Step(file, None, source.encode()) for file, source in files.items()]
        journal.apply(steps, "the import")
    return tuple(files)
