"""The options of commands that report findings, and handing a report over."""

from __future__ import annotations

import os
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from modelpact.gate.report import GateReport

__all__ = ["Output", "ReportFormat", "ReportFormatOption", "Reports", "check_reports", "deliver"]


class ReportFormat(StrEnum):
    """Who reads a report."""

    text = "text"
    json = "json"
    github = "github"
    gitlab = "gitlab"
    sarif = "sarif"
    junit = "junit"
    markdown = "markdown"
    html = "html"


ReportFormatOption = Annotated[
    ReportFormat,
    typer.Option(
        "--format",
        help="text for people; json for programs; github annotates a pull request's lines; gitlab,"
        " sarif and junit for their tools; markdown for a comment; html for a page.",
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        help="Write the report to a file instead of the standard output.",
        show_default=False,
    ),
]
Reports = Annotated[
    list[str],
    typer.Option(
        "--report",
        metavar="FORMAT:FILE",
        help="Write the report to a file in another format as well; may be repeated.",
        show_default=False,
    ),
]


def deliver(
    report: GateReport,
    format_: ReportFormat,
    output: Path | None = None,
    others: Sequence[str] = (),
    *,
    root: Path | None = None,
) -> None:
    """Print a report or write it to a file, and write it in other formats to other files.

    In the format of GitHub's annotations a summary of the job is written too, where
    ``GITHUB_STEP_SUMMARY`` names a file.

    Args:
        report: The report.
        format_: The format to print.
        output: The file to write to instead.
        others: ``FORMAT:FILE`` each.
        root: The project's folder; by default where the user stands.

    Raises:
        ModelpactError: A file cannot be written.
        typer.BadParameter: What stands before the colon is no format.

    """
    from modelpact.reporters.gate.formats import print_report, rendered
    from modelpact.reporters.gate.places import prefix_of

    files = _files(output, others)
    prefix = prefix_of(root or Path.cwd())
    if output is not None:
        files[output] = format_
    if files:
        from modelpact.workflows.reports import write_reports

        write_reports({file: rendered(report, kind.value, prefix) for file, kind in files.items()})
    if output is None:
        print_report(report, format_.value, prefix)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary and ReportFormat.github in {format_, *files.values()}:
        from modelpact.workflows.reports import append_text

        append_text(Path(summary), rendered(report, "markdown", prefix))


def check_reports(others: Sequence[str], output: Path | None = None) -> None:
    """Refuse a ``--report`` that is malformed, or overwrites another, before any work is done.

    Raises:
        typer.BadParameter: What stands before the colon is no format, there is no file, or two
            reports are to be written to one.

    """
    _files(output, others)


def _files(output: Path | None, others: Sequence[str]) -> dict[Path, ReportFormat]:
    """The formats to write, by file; without that of ``--output``."""
    told = [_format_and_file(one) for one in others]
    seen = {output.resolve()} if output is not None else set()
    for file, _ in told:
        # What is no ordinary file, such as /dev/null, takes them one after the other.
        if file.resolve() in seen and (file.is_file() or not file.exists()):
            raise typer.BadParameter(f"two reports are to be written to {file}; name another file")
        seen.add(file.resolve())
    return dict(told)


def _format_and_file(told: str) -> tuple[Path, ReportFormat]:
    name, colon, file = told.partition(":")
    if not colon or not file or name not in set(ReportFormat):
        formats = ", ".join(ReportFormat)
        raise typer.BadParameter(f"--report {told!r} is not FORMAT:FILE; formats are {formats}")
    return Path(file), ReportFormat(name)
