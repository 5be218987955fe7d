"""The application: its commands, and what happens when one of them fails."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from typing import Annotated

import typer

from modelpact.cli.build import build
from modelpact.cli.check import check
from modelpact.cli.compare import compare
from modelpact.cli.diff import diff
from modelpact.cli.explain import explain
from modelpact.cli.generate import generate
from modelpact.cli.importing import import_
from modelpact.cli.init import init
from modelpact.cli.lint import lint
from modelpact.cli.release import release
from modelpact.cli.retiring import deprecate, yank
from modelpact.cli.validate import validate
from modelpact.cli.waive import waive
from modelpact.errors import ModelpactError
from modelpact.version import __version__

__all__ = ["app", "run"]

app = typer.Typer(
    name="modelpact",
    help="Pydantic models as a contract: JSON Schema, SDKs, and proof that a change is safe.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"modelpact {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    _version_wanted: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


def _help(command: Callable[..., None]) -> str:
    """A command's docstring, a line a paragraph: the terminal breaks lines, not the source."""
    return "\n\n".join(map(_line, inspect.cleandoc(command.__doc__ or "").split("\n\n")))


def _line(paragraph: str) -> str:
    return " ".join(paragraph.split())


app.command("init", help=_help(init))(init)
app.command("build", help=_help(build))(build)
app.command("check", help=_help(check))(check)
app.command("waive", help=_help(waive))(waive)
app.command("lint", help=_help(lint))(lint)
app.command("generate", help=_help(generate))(generate)
app.command("validate", help=_help(validate))(validate)
app.command("import", help=_help(import_))(import_)
app.command("compare", help=_help(compare))(compare)
app.command("explain", help=_help(explain))(explain)
app.command("release", help=_help(release))(release)
app.command("diff", help=_help(diff))(diff)
app.command("yank", help=_help(yank))(yank)
app.command("deprecate", help=_help(deprecate))(deprecate)


def run() -> None:
    """Run the command line; the user's errors end it with exit code 2."""
    try:
        app()
    except ModelpactError as error:
        from modelpact.reporters.faults import report_faults

        report_faults(error)
        sys.exit(2)
    except BrokenPipeError:
        # Whoever read our output has read enough, as `head` does.
        sys.stderr.close()
        sys.exit(0)
