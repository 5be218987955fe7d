"""What consumers' programs notice is told, once, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from modelpact.compat.consumers import sdk_findings
from modelpact.compat.consumers.rules import sdk_rules
from modelpact.compat.report import Finding
from modelpact.documents.sets import Document, DocumentSet
from support.sdk_edits import EDITS, SILENT, TEXT, contract, model

RULES = sdk_rules()


def found(old: Any, new: Any) -> tuple[Finding, ...]:
    versions = (DocumentSet("shop", {"a.json": Document("Shop", "a.json", s)}) for s in (old, new))
    return sdk_findings(*versions)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_example_fires_its_rule_and_no_other(rule: Any) -> None:
    findings = found(rule.example.old, rule.example.new)
    assert {finding.rule for finding in findings} == {rule.id}
    assert {finding.verdict for finding in findings} == {
        "breaking" if rule.is_break else "compatible"
    }
    assert all((finding.evidence is not None) is rule.is_break for finding in findings)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_what_it_means_whom_it_breaks_and_what_to_do(rule: Any) -> None:
    for text in (rule.meaning, rule.breaks, rule.advice):
        assert text.endswith(".")


@pytest.mark.parametrize("name", SILENT)
def test_what_no_program_notices_is_not_told(name: str) -> None:
    assert found(*SILENT[name]) == ()


@pytest.mark.parametrize("name", EDITS)
def test_a_version_against_itself_is_silent(name: str) -> None:
    for schema in EDITS[name]:
        assert found(schema, schema) == ()


def test_a_guessed_rename_says_that_it_is_guessed() -> None:
    (finding,) = found(*EDITS["a property looks renamed"])
    assert finding.rule == "sdk-property-renamed"
    assert "(guessed)" in finding.message


def test_a_rename_that_the_model_states_is_no_guess() -> None:
    new = {**TEXT, "x-modelpact": {"renamedFrom": ["a"]}}
    (finding,) = found(contract(A=model(a=TEXT)), contract(A=model(b=new)))
    assert finding.message == "`a` of `A` is called `b` now; where it is still sent it is ignored"


def test_two_properties_that_look_alike_are_no_rename() -> None:
    old, new = contract(A=model(a_b=TEXT)), contract(A=model(a_c=TEXT, a_d=TEXT))
    assert {finding.rule for finding in found(old, new)} == {"sdk-property-removed"}


def test_what_a_type_lost_is_told_under_its_new_name_too() -> None:
    old = contract(A=model(("x", "y"), x=TEXT, y=TEXT))
    new = contract(B={**model(("x",), x=TEXT), "x-modelpact": {"renamedFrom": ["A"]}})
    assert [finding.rule for finding in found(old, new)] == [
        "sdk-type-renamed",
        "sdk-property-removed",
    ]


def test_documents_that_cannot_be_lowered_have_no_programs() -> None:
    assert found({"$ref": "#/nowhere"}, {"$ref": "#/else"}) == ()


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "; where it is still sent it is ignored"),
        ({"additionalProperties": False}, ""),
        ({"additionalProperties": True}, ""),
        ({"x-modelpact": {"direction": "output"}}, ""),
    ],
)
def test_what_is_still_sent_of_a_property_that_is_gone_is_said(
    more: dict[str, Any], said: str
) -> None:
    old = {"A": {"type": "object", "properties": {"a": {}, "z": {}}, **more}}
    new = {"A": {"type": "object", "properties": {"z": {}}, **more}}
    findings = found(contract(**old), contract(**new))
    (finding,) = (f for f in findings if f.rule == "sdk-property-removed")
    assert finding.message == f"`A` has no property `a` any more{said}"
