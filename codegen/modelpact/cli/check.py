"""``modelpact check``: the gate."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from modelpact.cli.options import (
    ConfigFile,
    ContentOption,
    ContractNames,
    FormatsOption,
    ModeOption,
)
from modelpact.cli.reporting import (
    Output,
    ReportFormat,
    ReportFormatOption,
    Reports,
    check_reports,
    deliver,
)

__all__ = ["check"]


def check(  # noqa: PLR0913, PLR0917 - the command's options
    contract: ContractNames = [],  # noqa: B006 - Typer copies it
    against: Annotated[
        str | None,
        typer.Option(
            metavar="VERSION",
            help="Hold against this alone: a release (1.0.0), latest, git:REF (the contract's next"
            " at a commit), git:REF:PATH, or a folder. By default against every release of the"
            " latest one's major version.",
            show_default=False,
        ),
    ] = None,
    mode: Annotated[
        ModeOption | None,
        typer.Option(
            help="role: the documents' roles decide who must understand whom. backward: new readers"
            " accept what old writers write. forward: the other way round. full: both. By default"
            " as the settings say.",
            show_default=False,
        ),
    ] = None,
    content: Annotated[
        ContentOption | None,
        typer.Option(
            help="tolerant: writers send declared properties only, readers ignore others."
            " strict: to the letter. By default as the settings say.",
            show_default=False,
        ),
    ] = None,
    formats: Annotated[
        FormatsOption | None,
        typer.Option(
            help="Whether `format` restricts values. By default as the settings say.",
            show_default=False,
        ),
    ] = None,
    write_baseline: Annotated[
        bool,
        typer.Option(
            "--write-baseline",
            help="Take what fails now as what was there before the gate: it fails no more.",
        ),
    ] = False,
    config: ConfigFile = None,
    format_: ReportFormatOption = ReportFormat.text,
    output: Output = None,
    reports: Reports = [],  # noqa: B006 - Typer copies it
) -> None:
    """Prove that the working tree breaks no release, or show what breaks, for whom.

    Nothing is fetched, and nothing written but reports and baselines that are asked for. Exit code
    1 where something breaks or could not be decided, and was not waived.
    """
    from modelpact.cli.moments import now
    from modelpact.compat.witness.sparing import spare_slow_formats
    from modelpact.reporters.progress import progress
    from modelpact.settings import find_settings, load_settings
    from modelpact.workflows import check as workflow

    spare_slow_formats()
    check_reports(reports, output)
    settings = load_settings(config or find_settings(Path.cwd()))
    options = workflow.CheckOptions(
        against,
        mode.value if mode else None,
        content.value if content else None,
        formats.value if formats else None,
        renewing=write_baseline,
    )
    today = now().date()
    with progress() as told:
        report = workflow.check(settings, contract, today, told, options)
    if write_baseline:
        from modelpact.reporters.files import report_files
        from modelpact.workflows.waive import write_baselines

        for file in write_baselines(settings, report, today):
            report_files("wrote" if file.exists() else "removed", [file])
        return
    deliver(report, format_, output, reports, root=settings.root)
    raise typer.Exit(1 if report.fails else 0)
