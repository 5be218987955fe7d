"""The application: its commands, and what happens when one of them fails."""

from __future__ import annotations

import inspect
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Annotated, Final

import typer

from modelpact.errors import ModelpactError
from modelpact.version import __version__

__all__ = ["COMMANDS", "application", "run"]

COMMANDS: Final[Mapping[str, str]] = {
    "init": "init.init",
    "build": "build.build",
    "check": "check.check",
    "waive": "waive.waive",
    "lint": "lint.lint",
    "generate": "generate.generate",
    "validate": "validate.validate",
    "import": "importing.import_",
    "compare": "compare.compare",
    "explain": "explain.explain",
    "release": "release.release",
    "diff": "diff.diff",
    "yank": "retiring.yank",
    "deprecate": "retiring.deprecate",
}
"""Where each command is, in the order of the help: a module beside this one, and its function."""


def application(arguments: Sequence[str] = ()) -> typer.Typer:
    """The application, as far as some arguments need it.

    Args:
        arguments: What the user wrote. Where the first word is a command, the others are not
            loaded: a dozen of them cost more time than one small contract takes to compare.

    """
    app = typer.Typer(
        name="modelpact",
        help="Pydantic models as a contract: JSON Schema, SDKs, and proof that a change is safe.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode="rich",
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_options)
    for name in arguments[:1] if arguments and arguments[0] in COMMANDS else COMMANDS:
        command = _command(name)
        app.command(name, help=_help(command))(command)
    return app


def _command(name: str) -> Callable[..., None]:
    module, _, function = COMMANDS[name].partition(".")
    found: Callable[..., None] = getattr(import_module(f"{__package__}.{module}"), function)
    return found


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"modelpact {__version__}")
        raise typer.Exit


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


def run() -> None:
    """Run the command line; the user's errors end it with exit code 2, Ctrl-C with 130."""
    from modelpact.cli.streams import prepare_streams, settle_colour

    settle_colour(os.environ)
    try:
        prepare_streams()
        try:
            application(sys.argv[1:])()
        finally:
            sys.stdout.flush()
    except ModelpactError as error:
        from modelpact.reporters.faults import report_faults

        report_faults(error)
        sys.exit(2)
    except SystemExit as ending:
        stopped = _interruption(ending)
        if stopped is None:
            raise
        command = " ".join(["modelpact", *sys.argv[1:2]])
        sys.stderr.write(f"interrupted: {stopped or command}\n")
        sys.exit(130)


def _interruption(ending: BaseException | None) -> str | None:
    """What Ctrl-C stopped; empty where that was not said, ``None`` where it was something else.

    Typer turns the interruption into an exit.
    """
    while ending is not None:
        if isinstance(ending, KeyboardInterrupt):
            return str(ending)
        ending = ending.__cause__ or ending.__context__
    return None
