"""``modelpact compare``: whether one version of a schema can replace another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from modelpact.cli.options import ContentOption, FormatsOption, ModeOption, mode_of
from modelpact.cli.reporting import (
    Output,
    ReportFormat,
    ReportFormatOption,
    Reports,
    check_reports,
    deliver,
)

if TYPE_CHECKING:
    from modelpact.compat.report import Settings

__all__ = ["compare"]


def compare(  # noqa: PLR0913, PLR0917 - the command's options
    old: Annotated[
        Path | None, typer.Argument(help="The old JSON Schema file, or a folder of them.")
    ] = None,
    new: Annotated[Path | None, typer.Argument(help="The new one.")] = None,
    pairs: Annotated[
        Path | None,
        typer.Option(
            "--pairs",
            help='Compare each {"id", "old", "new"} line of a file instead; one verdict a line.',
        ),
    ] = None,
    mode: Annotated[
        ModeOption,
        typer.Option(
            help="backward: the new version reads what the old one wrote. forward: the other way"
            " round. full: both. role: the documents' roles decide, and both where none does."
        ),
    ] = ModeOption.role,
    content: Annotated[
        ContentOption,
        typer.Option(
            help="tolerant: writers send declared properties only, readers ignore others."
            " strict: to the letter."
        ),
    ] = ContentOption.tolerant,
    formats: Annotated[
        FormatsOption, typer.Option(help="Whether `format` restricts values.")
    ] = FormatsOption.assert_,
    paranoid: Annotated[
        bool,
        typer.Option(
            "--paranoid",
            help="Have jsonschema-rs prove every answer too, as far as it can; a contradiction"
            " is an internal error.",
        ),
    ] = False,
    format_: ReportFormatOption = ReportFormat.text,
    output: Output = None,
    reports: Reports = [],  # noqa: B006 - Typer copies it
) -> None:
    """Prove that a change of a schema is safe, or show a payload that breaks.

    Nothing is fetched: references lead to files beside the schema. Exit code 1 where something
    breaks or could not be decided.
    """
    from modelpact.compat.report import Settings
    from modelpact.compat.witness.sparing import spare_slow_formats

    spare_slow_formats()
    settings = Settings(mode_of(mode), content.value, formats.value)
    if pairs is not None:
        if old is not None or new is not None:
            raise typer.BadParameter("give either OLD and NEW, or --pairs")
        raise typer.Exit(_pairs(pairs, settings, paranoid=paranoid))
    if old is None or new is None:
        raise typer.BadParameter("give OLD and NEW, or --pairs FILE")
    from modelpact.workflows.compare import compare_paths

    check_reports(reports, output)
    report = compare_paths(old, new, settings, paranoid=paranoid)
    deliver(report, format_, output, reports)
    raise typer.Exit(1 if report.fails else 0)


def _pairs(file: Path, settings: Settings, *, paranoid: bool) -> int:
    from modelpact.errors import ModelpactError
    from modelpact.reporters.pairs import report_pairs
    from modelpact.workflows.compare import compare_pairs

    try:
        with file.open("rb") as lines:
            counts = report_pairs(compare_pairs(lines, settings, paranoid=paranoid))
    except OSError as error:
        raise ModelpactError(
            f"cannot be read: {error.strerror or error}", where=str(file), rule="unreadable-file"
        ) from error
    if counts.get("error"):
        return 2
    return 1 if counts.get("breaking") or counts.get("unknown") else 0
