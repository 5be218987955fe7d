"""A finding is told from others, and is the same in every run."""

from __future__ import annotations

from typing import Any

import pytest

import modelpact
from modelpact.compat.anchors import anchor_of
from modelpact.compat.report import Finding
from modelpact.compat.subjects import Side, Subject
from modelpact.documents.pointers import ROOT
from modelpact.graph.nodes import Location
from support.contracts import USER, edited
from support.schemas import document_set

CAT = {"type": "object", "properties": {"kind": {"const": "cat"}, "n": {"type": "integer"}}}
DOG = {"type": "object", "properties": {"kind": {"const": "dog"}, "n": {"type": "integer"}}}
TAGGED = {"required": ["kind"]}


def found(old: Any, new: Any) -> tuple[Finding, ...]:
    return modelpact.compare(old, new, mode="backward").findings


def prints(old: Any, new: Any) -> set[str]:
    return {finding.fingerprint for finding in found(old, new)}


def pets(*members: Any) -> Any:
    return {"oneOf": [{**member, **TAGGED} for member in members]}


def narrowed(pet: Any) -> Any:
    return edited(pet, "properties", "n", "maximum", to=3)


def test_members_of_a_union_may_change_places() -> None:
    one = prints(pets(CAT, DOG), pets(CAT, narrowed(DOG)))
    other = prints(pets(CAT, DOG), pets(narrowed(DOG), CAT))
    assert one == other
    assert len(one) == 1


def test_the_same_change_in_two_members_is_two_findings() -> None:
    assert len(prints(pets(CAT, DOG), pets(narrowed(CAT), narrowed(DOG)))) == 2


def test_members_without_a_name_are_told_by_their_number() -> None:
    schema: Any = {"anyOf": [{"type": "integer", "minimum": 9}, {"type": "integer"}, True]}
    side = Side(Subject(schema, "A.json", {"A.json": schema}))
    places = [Location("A.json", ROOT / "anyOf" / index) for index in range(4)]
    anchors = [anchor_of(side, place).rpartition("\0")[2] for place in places]
    assert anchors == ["type integer", "type integer#1", "True", "3"]


@pytest.mark.parametrize(
    "words",
    [
        {"description": "In years."},
        {"title": "Age"},
        {"examples": [41]},
        {"default": 7},
    ],
)
def test_words_do_not_count(words: Any) -> None:
    old = edited(USER, "properties", "age", to={"type": "integer"})
    new = edited(USER, "properties", "age", to={"type": "string"})
    worded = [
        edited(s, "properties", "age", to={**s["properties"]["age"], **words}) for s in (old, new)
    ]
    assert prints(old, new) == prints(*worded)
    assert len(prints(old, new)) == 1


def test_properties_may_change_places() -> None:
    new = edited(USER, "properties", "age", "maximum", to=30)
    turned = edited(new, "properties", to=dict(reversed(new["properties"].items())))
    assert prints(USER, new) == prints(USER, turned)


def test_other_documents_do_not_count() -> None:
    new = edited(USER, "properties", "age", "maximum", to=30)
    alone = found(document_set(User=USER), document_set(User=new))
    other = {"type": "object", "properties": {"user": {"$ref": "User.schema.json"}}}
    beside = found(
        document_set(Other={"type": "string"}, User=USER, Team=other),
        document_set(Other={"type": "string", "maxLength": 3}, User=new, Team=other),
    )
    (mine,) = [finding for finding in beside if finding.document != "Other.schema.json"]
    assert {finding.fingerprint for finding in alone} == {mine.fingerprint}


def test_each_value_of_a_list_is_a_finding_of_its_own() -> None:
    assert len(prints({"enum": ["a", "b", "c"]}, {"enum": ["a"]})) == 2


def test_a_bound_that_is_tightened_further_is_the_same_finding() -> None:
    tighter = [edited(USER, "properties", "age", "maximum", to=bound) for bound in (30, 20)]
    assert prints(USER, tighter[0]) == prints(USER, tighter[1])
