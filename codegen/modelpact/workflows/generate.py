"""SDKs from JSON Schema that stands on disk, whoever made it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from modelpact.documents.sets import DocumentSet, load_documents
from modelpact.documents.values import JsonObject
from modelpact.emit.plan import FilePlan, Outcome, plan_steps
from modelpact.emit.target import Diagnostic
from modelpact.workflows.journal import Journal

__all__ = ["OF_SCHEMA", "generate", "plan_targets"]

OF_SCHEMA: Final = "schema"
"""Stands in the place of a target's name where the schema itself is remarkable."""


def generate(
    schema: Path,
    targets: Sequence[str],
    out: Path,
    *,
    options: Mapping[str, JsonObject] | None = None,
) -> Outcome:
    """Generate SDKs from a JSON Schema file or folder.

    Args:
        schema: The file, or the folder.
        targets: The names of the targets. With one, the package is ``out`` itself; with several,
            each has a folder of its own in it.
        out: Where to write.
        options: The targets' options, by target.

    Raises:
        ModelpactError: The schema or an option is refused, or ``out`` cannot be written to. The
            disk is as it was.

    """
    documents = load_documents(schema, neighbours=True)
    folders = {name: out if len(targets) == 1 else out / name for name in targets}
    plans, diagnostics = plan_targets(documents, folders, options or {})
    steps = plan_steps(plans)
    with Journal(out, transient=True).open() as journal:
        journal.apply(steps, f"generating {' and '.join(targets)}")
    return Outcome(steps, sum(map(len, plans)), diagnostics, folders=tuple(folders.values()))


def plan_targets(
    documents: DocumentSet, folders: Mapping[str, Path], options: Mapping[str, JsonObject]
) -> tuple[list[FilePlan], tuple[tuple[str, Diagnostic], ...]]:
    """Lower documents once and plan the package of each target.

    Args:
        documents: The contract.
        folders: Each target's folder, by the target's name.
        options: Each target's options, already checked.

    Raises:
        ModelpactError: The documents hold something that is refused.

    """
    from modelpact.graph.lowering import lower
    from modelpact.targets import target_named

    targets = {name: target_named(name) for name in folders}
    graph = lower(documents)
    plans = []
    notes = (Diagnostic(note.rule, note.message, note.location) for note in graph.notes)
    diagnostics: list[tuple[str, Diagnostic]] = [(OF_SCHEMA, note) for note in notes]
    for name, target in targets.items():
        rendering = target.render(graph, options.get(name, {}))
        plans.append(FilePlan(folders[name], rendering.files))
        diagnostics += ((name, diagnostic) for diagnostic in rendering.diagnostics)
    return plans, tuple(diagnostics)
