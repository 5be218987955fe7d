"""``modelpact build``: the main job."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from modelpact.cli.options import ConfigFile, Format, OutputFormat

__all__ = ["build"]


def build(
    contract: Annotated[
        list[str],
        typer.Argument(help="The contracts to build; all by default.", show_default=False),
    ] = [],  # noqa: B006 - Typer copies it
    check: Annotated[
        bool,
        typer.Option("--check", help="Write nothing; show what is stale, and fail if anything is."),
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Build again whenever the models change.")
    ] = False,
    config: ConfigFile = None,
    format_: OutputFormat = Format.text,
) -> None:
    """Export the contracts' models to JSON Schema and generate their SDKs.

    Only what changed is written, all of it or nothing. Exit code 1 where --check finds something
    stale.
    """
    from modelpact.reporters.build import report_outcome, report_stale
    from modelpact.reporters.progress import progress
    from modelpact.settings import find_settings, load_settings
    from modelpact.workflows import build as workflow

    settings = load_settings(config or find_settings(Path.cwd()))
    if watch:
        from modelpact.workflows.watch import watch as run_watch

        raise typer.Exit(run_watch(settings, contract))
    with progress() as told:
        outcome = (workflow.check if check else workflow.build)(settings, contract, told)
    if check:
        report_stale(outcome, machine=format_ is Format.json)
        raise typer.Exit(1 if outcome.steps else 0)
    report_outcome(outcome, machine=format_ is Format.json)
