from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from modelpact.compat.engine import Engine
from modelpact.compat.report import Settings
from modelpact.gate.bumping import Weightiest, weightiest_change
from modelpact.gate.checking import Baseline, hold_against
from modelpact.gate.judging import Judge
from modelpact.gate.report import Waiver
from modelpact.gate.severities import Severities, SeverityAt
from support.contracts import edited
from support.releases import documents

PAID = {"name": "PAID", "value": "paid", "description": "Money came."}
OPEN = {"name": "OPEN", "value": "open"}


def enum(*members: dict[str, Any]) -> dict[str, Any]:
    values = [member["value"] for member in members]
    return {"type": "string", "enum": values, "x-modelpact": {"members": list(members)}}


STATUS = enum(PAID, OPEN)
NUMBER = {"type": "integer", "minimum": 1, "default": 1}
TEXT = {"type": "string"}
THING = {
    "type": "object",
    "description": "A thing.",
    "properties": {"n": NUMBER, "s": TEXT},
    "required": ["n", "s"],
    "x-modelpact": {"role": "value"},
}
OPENED = {**THING, "additionalProperties": True}
NAME = {"type": "string", "pattern": "^[a-z0-9]+$"}


@pytest.mark.parametrize(
    ("old", "new", "weightiest"),
    [
        (THING, THING, "nothing"),
        (THING, edited(THING, "properties", to={"s": TEXT, "n": NUMBER}), "nothing"),
        (THING, edited(THING, "required", to=["s", "n"]), "spelling"),
        (THING, edited(THING, "description", to="Something."), "words"),
        (THING, edited(THING, "properties", "n", "minimum", to=2), "set"),
        (THING, edited(THING, "properties", "n", "default", to=2), "set"),
        (THING, edited(THING, "properties", "n", "exclusiveMinimum", to=0), "spelling"),
        (THING, edited(THING, "x-modelpact", to={"role": "value", "deprecated": "No."}), "words"),
        (THING, edited(THING, "x-modelpact", to={"role": "value", "frozen": True}), "set"),
        (THING, {**THING, "additionalProperties": True}, "set"),
        ({**THING, "additionalProperties": True}, THING, "set"),
        (
            {**THING, "additionalProperties": True},
            {**THING, "additionalProperties": {}},
            "spelling",
        ),
        (THING, {**THING, "additionalProperties": False}, "set"),
        (THING, edited(THING, "properties", "n", "format", to="int32"), "set"),
        (NAME, {**NAME, "pattern": "^[0-9a-z]{1,}$"}, "spelling"),
        (NAME, {**NAME, "pattern": "^[0-9a-z]{1,9}$"}, "set"),
        (STATUS, enum(OPEN, PAID), "spelling"),
        (STATUS, enum(OPEN, {**PAID, "description": "It came."}), "words"),
        (STATUS, enum({**PAID, "name": "SETTLED"}, OPEN), "set"),
        (STATUS, enum(PAID), "set"),
        (enum({"name": "A", "value": 1}), enum({"name": "A", "value": True}), "set"),
    ],
)
def test_a_change_weighs_what_it_means(old: Any, new: Any, weightiest: Weightiest) -> None:
    before, after = documents(Thing=old), documents(Thing=new)
    assert weightiest_change(before, after, Engine()) == weightiest


def test_a_document_more_or_less_is_a_change_of_the_set() -> None:
    one, two = documents(Thing=THING), documents(Thing=THING, Name=NAME)
    assert weightiest_change(one, two, Engine()) == "set"
    assert weightiest_change(two, one, Engine()) == "set"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"type": ["string", "null"]}, {"anyOf": [{"type": "string"}, {"type": "null"}]}),
        ({"enum": ["a", "b"]}, {"enum": ["b", "a"]}),
        ({"const": "a"}, {"enum": ["a"]}),
        ({"allOf": [{"type": "string"}]}, {"type": "string"}),
        ({"minLength": 0, "type": "string"}, {"type": "string"}),
        ({"type": "array", "items": True}, {"type": "array"}),
    ],
)
def test_another_spelling_of_the_same_set_asks_for_nothing(old: Any, new: Any) -> None:
    before, after = (
        documents(Thing=edited(THING, "properties", "n", to=schema)) for schema in (old, new)
    )
    assert weightiest_change(before, after, Engine()) == "spelling"


def test_a_definition_written_out_in_place_is_a_spelling() -> None:
    old = {"$ref": "#/$defs/Size", "$defs": {"Size": {"type": "integer"}}}
    before, after = documents(Thing=old), documents(Thing={"type": "integer"})
    assert weightiest_change(before, after, Engine()) == "spelling"


def test_a_property_is_generated_even_where_nothing_more_is_refused() -> None:
    new = edited(THING, "properties", "any", to=True)
    assert weightiest_change(documents(Thing=THING), documents(Thing=new), Engine()) == "set"


# --- the bump of a whole change -------------------------------------------------------------------

DAY = date(2030, 1, 1)
ORDER: dict[str, Any] = {**THING, "x-modelpact": {"role": "command"}}
NARROWER = edited(ORDER, "properties", "n", "minimum", to=2)


def bump(old: Any, new: Any, **decided: Any) -> str:
    baseline = Baseline("1.0.0", documents(Order=old))
    judge = Judge(DAY, **decided)
    return hold_against("shop", documents(Order=new), [baseline], Settings(), judge).bump


def fingerprint() -> str:
    baseline = Baseline("1.0.0", documents(Order=ORDER))
    report = hold_against("shop", documents(Order=NARROWER), [baseline], Settings(), Judge(DAY))
    (judged,) = report.findings
    return judged.finding.fingerprint


def test_what_breaks_asks_for_a_major_version() -> None:
    assert bump(ORDER, NARROWER) == "major"


def test_what_breaks_and_was_waived_is_still_more_than_words() -> None:
    waiver = Waiver(fingerprint(), "Nobody sends it.", "ada", DAY, "bounds")
    assert bump(ORDER, NARROWER, waivers=(waiver,)) == "minor"


def test_what_breaks_and_was_there_before_the_gate_is_more_than_words() -> None:
    assert bump(ORDER, NARROWER, baseline=frozenset({fingerprint()})) == "minor"


def test_what_is_no_error_asks_for_no_major_version() -> None:
    assert bump(ORDER, NARROWER, severities=Severities({"bounds": "warning"})) == "minor"


def test_no_change_asks_for_nothing() -> None:
    assert bump(ORDER, dict(ORDER)) == "none"


def test_a_finding_that_weighs_less_does_not_hide_a_program_that_breaks() -> None:
    old = edited(ORDER, "properties", "kind", to={"enum": ["a", "b"]})
    new = edited(ORDER, "properties", "kind", to={"enum": ["a"]})
    for weight in ("warning", "off"):
        assert bump(old, new, severities=Severities({"enum": weight})) == "major"
    both = Severities({"enum": "off", "sdk-property-type": "off"})
    assert bump(old, new, severities=both) == "minor"
    place = Severities(by_place=(SeverityAt("off", path="kind"),))
    assert bump(old, new, severities=place) == "minor"
