from __future__ import annotations

from typing import Any

import pytest

from modelpact.compat.engine import Engine
from modelpact.gate.bumping import Weightiest, weightiest_change
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
        (THING, edited(THING, "required", to=["s", "n"]), "nothing"),
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
