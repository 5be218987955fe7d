from __future__ import annotations

from pathlib import Path

import pytest

import modelpact.compat.rules as package
from modelpact import compare
from modelpact.compat.rules import UNCLASSIFIED, Rule, all_rules, rule_named
from modelpact.compat.witness.confirm import confirm

FILES = sorted(p.stem for p in Path(package.__path__[0]).glob("*.py")) if package.__path__ else []
RULES = all_rules()


def ids(rule: Rule) -> str:
    return rule.id


def test_every_file_is_a_rule_and_its_name_is_the_id() -> None:
    files = {stem for stem in FILES if stem not in {"__init__", "model"}}
    assert {rule.id.replace("-", "_") for rule in RULES} == files
    assert len({rule.id for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=ids)
def test_a_rule_says_what_it_means_whom_it_breaks_and_what_to_do(rule: Rule) -> None:
    for text in (rule.meaning, rule.breaks, rule.advice):
        assert text.endswith(".")
        assert len(text) > 20
    assert rule_named(rule.id) is rule
    assert rule.id != UNCLASSIFIED


@pytest.mark.parametrize("rule", RULES, ids=ids)
def test_the_example_fires_the_rule_and_no_other(rule: Rule) -> None:
    example = rule.example
    report = compare(example.old, example.new, mode="backward")
    if rule.id == "document-removed":
        assert report.verdict == "breaking"
        return
    assert {finding.rule for finding in report.findings} == {rule.id}
    assert report.complete
    assert report.findings[0].witness == example.witness
    assert confirm(example.new, example.old, example.witness)


@pytest.mark.parametrize("rule", RULES, ids=ids)
def test_the_example_reversed_fires_the_same_rule_in_the_other_direction(rule: Rule) -> None:
    if rule.id == "document-removed":
        return
    report = compare(rule.example.new, rule.example.old, mode="forward")
    assert {finding.rule for finding in report.findings} == {rule.id}
    backward = compare(rule.example.old, rule.example.new, mode="backward")
    assert report.findings[0].message != backward.findings[0].message


@pytest.mark.parametrize("rule", RULES, ids=ids)
def test_an_example_compared_with_itself_is_silent(rule: Rule) -> None:
    for schema in (rule.example.old, rule.example.new):
        assert compare(schema, schema).findings == ()
