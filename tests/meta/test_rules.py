"""The catalogue tests itself: id, file, words, example, page and what every rule says of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import modelpact.compat.consumers.rules as consumers
import modelpact.compat.lives.rules as lives
import modelpact.compat.rules as package
from modelpact import compare
from modelpact.compat.consumers.comparing import noticed, told
from modelpact.compat.consumers.model import SdkRule
from modelpact.compat.consumers.rules import sdk_rules
from modelpact.compat.lives import life_findings, life_rules
from modelpact.compat.lives.model import LifeRule
from modelpact.compat.rules import UNCLASSIFIED, Rule, all_rules, rule_named
from modelpact.compat.witness.confirm import confirm
from modelpact.documents.sets import Document, DocumentSet
from modelpact.gate.catalogue import CATEGORIES, catalogue

FILES = sorted(p.stem for p in Path(package.__path__[0]).glob("*.py")) if package.__path__ else []
RULES = all_rules()
ALL: tuple[Rule | SdkRule | LifeRule, ...] = (*all_rules(), *sdk_rules(), *life_rules())
MIDSUMMER = date(2027, 6, 1)
ROOT = Path(__file__).parents[2]
SNAPSHOT = ROOT / "tests/golden/rules/examples.txt"


def ids(rule: Rule) -> str:
    return rule.id


def test_every_file_is_a_rule_and_its_name_is_the_id() -> None:
    files = {stem for stem in FILES if stem not in {"__init__", "model"}}
    assert {rule.id.replace("-", "_") for rule in RULES} == files
    assert len({rule.id for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=ids)
def test_a_rule_says_what_it_means_whom_it_breaks_and_what_to_do(rule: Rule) -> None:
    for text in (rule.meaning, rule.breaks, rule.advice, rule.advice_for("forward")):
        assert text.endswith(".")
        assert len(text) > 20
    assert rule_named(rule.id) is rule
    assert rule.id != UNCLASSIFIED


@pytest.mark.parametrize("rule", [r for r in RULES if r.id != "document-removed"], ids=ids)
def test_who_writes_is_advised_otherwise_than_who_reads(rule: Rule) -> None:
    example = rule.example
    findings = [*compare(example.old, example.new, mode="backward").findings]
    findings += compare(example.new, example.old, mode="forward").findings
    said = {f.direction: f.advice for f in findings if f.rule == rule.id}
    assert said == {"backward": rule.advice, "forward": rule.forward_advice}
    assert rule.forward_advice


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


def test_every_file_of_a_rule_about_sdks_is_one_and_its_name_is_the_id() -> None:
    assert sorted(rule.id for rule in sdk_rules()) == ids_of_files(consumers, "sdk-")


def test_every_file_of_a_rule_about_lives_is_one_and_its_name_is_the_id() -> None:
    assert sorted(rule.id for rule in life_rules()) == ids_of_files(lives, "life-")


def ids_of_files(folder: ModuleType, prefix: str) -> list[str]:
    stems = {path.stem for path in Path(folder.__path__[0]).glob("*.py")} - {"__init__"}
    return sorted(f"{prefix}{stem.replace('_', '-')}" for stem in stems)


def test_the_catalogue_has_every_rule_once_with_words_and_a_category() -> None:
    ids_of_rules = [rule.id for rule in ALL]
    assert len(set(ids_of_rules)) == len(ids_of_rules)
    assert set(ids_of_rules) <= set(catalogue())
    for rule in catalogue().values():
        assert rule.category in CATEGORIES
        for text in (rule.meaning, rule.breaks, rule.advice):
            assert text.endswith("."), rule.id
            assert len(text) > 20, rule.id


def test_every_rule_has_a_section_in_the_page() -> None:
    lines = (ROOT / "docs/rules.md").read_text(encoding="utf-8").splitlines()
    sections = [line.removeprefix("### ") for line in lines if line.startswith("### ")]
    assert sorted(sections) == sorted(catalogue())


def test_what_every_rule_says_of_every_example_is_as_it_was() -> None:
    """A rule that begins to speak of another's example is seen here."""
    text = "".join(said_of_examples())
    if os.environ.get("UPDATE_GOLDEN"):
        SNAPSHOT.parent.mkdir(exist_ok=True)
        SNAPSHOT.write_text(text, encoding="utf-8")
    assert SNAPSHOT.read_text(encoding="utf-8") == text


def said_of_examples() -> Iterator[str]:
    for rule in ALL:
        old, new = (documents(schema) for schema in (rule.example.old, rule.example.new))
        data = compare(*map(models, (rule.example.old, rule.example.new)), mode="full").findings
        said = [f"{finding.direction} {finding.rule}" for finding in data]
        differences = noticed(old, new)
        said += [finding.rule for finding in told(differences)]
        said += [finding.rule for finding in life_findings(differences, MIDSUMMER)]
        yield f"{rule.id}: {', '.join(dict.fromkeys(said))}\n"


def documents(schema: Any) -> DocumentSet:
    return DocumentSet("example", {"Example.json": Document("Example", "Example.json", schema)})


def models(schema: Any) -> DocumentSet:
    """A document for each model of an example, so that data are compared too."""
    names = schema.get("$defs", {}) if isinstance(schema, dict) else {}
    if not names:
        return documents(schema)
    roots = {f"{name}.json": {**schema, "$ref": f"#/$defs/{name}"} for name in names}
    return DocumentSet(
        "example", {file: Document(file, file, root) for file, root in roots.items()}
    )
