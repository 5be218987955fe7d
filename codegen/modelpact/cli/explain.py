"""``modelpact explain``: what a rule means."""

from __future__ import annotations

from typing import Annotated

import typer

from modelpact.cli.options import Format, OutputFormat
from modelpact.errors import ModelpactError

__all__ = ["explain"]


def explain(
    rule: Annotated[
        list[str], typer.Argument(help="Ids of rules, as findings name them.", show_default=False)
    ] = [],  # noqa: B006 - Typer copies it
    list_: Annotated[bool, typer.Option("--list", help="List every rule.")] = False,
    format_: OutputFormat = Format.text,
) -> None:
    """Say what a rule means, whom it breaks and what to do, with an example.

    The same is in the page of the rules.
    """
    from modelpact.gate.catalogue import catalogue, explained
    from modelpact.reporters.explain import report_explained, report_rules

    if not rule and not list_:
        raise ModelpactError(
            "no rule is named",
            advice="Name one, as in `modelpact explain required`; --list has them all.",
            rule="no-rule",
        )
    machine = format_ is Format.json
    chosen = [explained(name) for name in rule]
    if list_:
        report_rules(chosen or catalogue().values(), machine=machine)
        return
    for number, explanation in enumerate(chosen):
        if number and not machine:
            typer.echo()
        report_explained(explanation, machine=machine)
