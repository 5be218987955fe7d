"""Asking every rule about every place."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from modelpact.documents.sets import DocumentSet
from modelpact.graph.nodes import Location
from modelpact.lint.findings import LintFinding
from modelpact.lint.rules import Rule
from modelpact.lint.sites import Contract, Site

__all__ = ["lint"]


def lint(
    documents: DocumentSet, rules: Collection[Rule], *, is_public: bool = True
) -> tuple[LintFinding, ...]:
    """What rules find in a set of documents, in the order of documents and places.

    Args:
        documents: The documents.
        rules: The rules to ask.
        is_public: Whether others than the owner's team read the contract.

    """
    contract = Contract(documents, is_public)
    return tuple(f for site in contract.sites for rule in rules for f in _findings(rule, site))


def _findings(rule: Rule, site: Site) -> Iterator[LintFinding]:
    for remark in rule.check(site):
        message = remark.message[:1].upper() + remark.message[1:]
        location = Location(site.document.file, site.pointer.join(*remark.at))
        yield LintFinding(rule.id, message, rule.advice, site.path, location)
