"""``modelpact init``: settings for a project that has none."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["init"]


def init(
    folder: Annotated[Path, typer.Argument(help="The project's folder.")] = Path(),
    example: Annotated[
        bool, typer.Option("--example", help="Make a small project in a new folder instead.")
    ] = False,
) -> None:
    r"""Find the project's Pydantic models and write settings for them.

    They go into pyproject.toml, as \[tool.modelpact], or into modelpact.toml where there is none.
    A .gitattributes in the folder of schemas keeps git from changing them. Nothing else is touched.
    """
    from modelpact.reporters.files import report_files
    from modelpact.reporters.setup import report_next_step, report_packages
    from modelpact.workflows.initialise import initialise, make_example

    if example:
        report_files("wrote", make_example(folder))
    else:
        files, packages = initialise(folder)
        report_packages(packages)
        report_files("wrote", files)
    report_next_step(folder)
