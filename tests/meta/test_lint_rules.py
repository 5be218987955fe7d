"""The rules of lint test themselves: id, file, words and examples."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import modelpact.lint.rules as package
from modelpact.documents.sets import Document, DocumentSet
from modelpact.gate.catalogue import catalogue
from modelpact.lint import lint, lint_rules
from modelpact.lint.rules import Rule
from modelpact.settings import find_settings, load_settings
from modelpact.workflows.lint import lint as workflow

RULES = lint_rules()


def ids(rule: Rule) -> str:
    return rule.id


def found(schema: Any, *, of: Rule) -> set[str]:
    """The rules that find fault: those that are on by default, and one more."""
    asked = [rule for rule in RULES if rule.weight != "off" or rule is of]
    documents = {"Example.json": Document("Example", "Example.json", schema)}
    return {finding.rule for finding in lint(DocumentSet("example", documents), asked)}


def test_every_file_is_a_rule_and_its_name_is_the_id() -> None:
    files = {path.stem for path in Path(package.__path__[0]).glob("*.py")}
    assert {rule.id.replace("-", "_") for rule in RULES} == files - {"__init__", "model"}
    assert len({rule.id for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=ids)
def test_a_rule_says_what_it_means_why_and_what_to_do(rule: Rule) -> None:
    for text in (rule.meaning, rule.breaks, rule.advice):
        assert text.endswith(".")
        assert len(text) > 20
    assert catalogue()[rule.id].category == "lint"


@pytest.mark.parametrize("rule", RULES, ids=ids)
def test_the_bad_example_fires_the_rule_alone_and_the_good_one_none(rule: Rule) -> None:
    missing = {"missing-example"} - {rule.id} if rule.id == "missing-description" else set()
    assert found(rule.example.bad, of=rule) - missing == {rule.id}
    assert found(rule.example.good, of=rule) - missing == set()


def test_nothing_is_unwise_about_the_contracts_that_live_here() -> None:
    settings = load_settings(find_settings(Path(__file__).parent))
    from datetime import UTC, datetime

    report = workflow(settings, (), datetime.now(UTC).date(), lambda _: None)
    assert [j.finding.message for c in report.contracts for j in c.findings] == []
    assert {contract.contract for contract in report.contracts} >= {"lead-ignite"}
