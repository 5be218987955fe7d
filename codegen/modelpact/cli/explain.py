"""``modelpact explain``: what a rule means, or an annotation of models."""

from __future__ import annotations

from typing import Annotated

import typer

from modelpact.cli.options import Format, OutputFormat
from modelpact.errors import ModelpactError

__all__ = ["explain"]


def explain(
    rule: Annotated[
        list[str],
        typer.Argument(
            help="Ids of rules, as findings name them, or names of annotations, such as Sunset.",
            show_default=False,
        ),
    ] = [],  # noqa: B006 - Typer copies it
    list_: Annotated[bool, typer.Option("--list", help="List every rule.")] = False,
    format_: OutputFormat = Format.text,
) -> None:
    """Say what a rule means, whom it breaks and what to do, or what an annotation does.

    The same is in the pages of the rules and of the annotations.
    """
    from modelpact.gate.annotating import annotation_named
    from modelpact.gate.catalogue import Explanation, catalogue, explained
    from modelpact.reporters.explain import report_annotation, report_explained, report_rules

    if not rule and not list_:
        raise ModelpactError(
            "no rule is named",
            advice="Name one, as in `modelpact explain required`; --list has them all.",
            rule="no-rule",
        )
    machine = format_ is Format.json
    chosen = [annotation_named(name) or explained(name) for name in rule]
    if list_:
        rules = [one for one in chosen if isinstance(one, Explanation)]
        report_rules(rules or catalogue().values(), machine=machine)
        return
    for number, explanation in enumerate(chosen):
        if number and not machine:
            typer.echo()
        if isinstance(explanation, Explanation):
            report_explained(explanation, machine=machine)
        else:
            report_annotation(explanation, machine=machine)
