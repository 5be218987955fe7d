"""``modelpact lint``: what is unwise about contracts as they are."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from modelpact.cli.options import ConfigFile, ContractNames
from modelpact.cli.reporting import (
    Output,
    ReportFormat,
    ReportFormatOption,
    Reports,
    check_reports,
    deliver,
)
from modelpact.errors import ModelpactError

__all__ = ["lint"]


def lint(  # noqa: PLR0913, PLR0917 - the command's options
    contract: ContractNames = [],  # noqa: B006 - Typer copies it
    schema: Annotated[
        Path | None,
        typer.Option(
            "--schema",
            "-s",
            help="Look at a JSON Schema file, or a folder of them, instead of contracts.",
            show_default=False,
        ),
    ] = None,
    config: ConfigFile = None,
    format_: ReportFormatOption = ReportFormat.text,
    output: Output = None,
    reports: Reports = [],  # noqa: B006 - Typer copies it
) -> None:
    """Look for what is unwise: names, words, examples, bounds, patterns that hang.

    Nothing is written. Exit code 1 where an error is found that is not waived. `modelpact explain
    RULE` says what a rule means; the settings of the gate say how much it weighs.
    """
    from modelpact.cli.moments import now
    from modelpact.reporters.progress import progress
    from modelpact.settings import find_settings, load_settings
    from modelpact.workflows import lint as workflow

    check_reports(reports, output)
    today = now().date()
    if schema is not None:
        if contract:
            raise ModelpactError(
                "contracts are named, and a --schema too",
                advice="Name contracts of the project, or a file or folder of JSON Schema.",
                rule="two-sources",
            )
        report = workflow.lint_schemas(schema, today)
        deliver(report, format_, output, reports)
    else:
        settings = load_settings(config or find_settings(Path.cwd()))
        with progress() as told:
            report = workflow.lint(settings, contract, today, told)
        deliver(report, format_, output, reports, root=settings.root)
    raise typer.Exit(1 if report.fails else 0)
