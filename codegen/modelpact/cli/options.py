"""Options that several commands share."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from modelpact.errors import ModelpactError

if TYPE_CHECKING:
    from modelpact.compat.report import Mode

__all__ = [
    "ConfigFile",
    "ContentOption",
    "ContractNames",
    "Format",
    "FormatsOption",
    "ModeOption",
    "OutputFormat",
    "mode_of",
    "target_options",
]


class Format(StrEnum):
    """Who reads the output."""

    text = "text"
    json = "json"


OutputFormat = Annotated[
    Format, typer.Option("--format", help="text for people, json for machines.")
]

ConfigFile = Annotated[
    Path | None,
    typer.Option(
        "--config",
        help="The settings file; the nearest modelpact.toml or pyproject.toml is the default.",
        show_default=False,
    ),
]


ContractNames = Annotated[
    list[str], typer.Argument(help="The contracts; all by default.", show_default=False)
]


class ModeOption(StrEnum):
    """Who must understand whom."""

    role = "role"
    backward = "backward"
    forward = "forward"
    full = "full"


def mode_of(option: ModeOption) -> Mode | None:
    """The mode of the comparison's settings; ``None`` where roles decide."""
    modes: dict[ModeOption, Mode] = {
        ModeOption.backward: "backward",
        ModeOption.forward: "forward",
        ModeOption.full: "full",
    }
    return modes.get(option)


class ContentOption(StrEnum):
    """What writers send."""

    tolerant = "tolerant"
    strict = "strict"


class FormatsOption(StrEnum):
    """What ``format`` means."""

    assert_ = "assert"
    annotate = "annotate"


def target_options(pairs: Sequence[str], targets: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Read ``target.key=value`` pairs and check them against the targets' schemas.

    A value is JSON where it reads as JSON, and a string otherwise.

    Raises:
        ModelpactError: A pair is malformed, or an option is not one of its target's.

    """
    from modelpact.settings import check_table
    from modelpact.targets import target_named

    options: dict[str, dict[str, Any]] = {name: {} for name in targets}
    for pair in pairs:
        name, _, value = pair.partition("=")
        target, _, key = name.partition(".")
        if not key or not value or target not in options:
            raise ModelpactError(
                f"--option {pair!r} is not of the form target.key=value",
                advice=f"The targets of this run are {', '.join(targets)}.",
                rule="bad-option",
            )
        options[target][key] = _value(value)
    for target, table in options.items():
        check_table(table, target_named(target).options_schema, file="--option", prefix=target)
    return options


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text
