"""Records are compared name by name, and where that does not settle it, not at all."""

from __future__ import annotations

from typing import Any, cast

import pytest

from modelpact.compat import Engine
from modelpact.compat import engine as engine_module
from modelpact.compat.outcomes import NONE, Outcome
from modelpact.compat.reasons import InvalidSchemaError
from modelpact.compat.records import compare_records, is_record
from modelpact.documents.values import Json

TEXT = {"type": "string"}
WHOLE = {"type": "integer"}


def record(required: tuple[str, ...] = (), /, **members: Any) -> dict[str, Any]:
    return {"type": "object", "properties": members, "required": list(required)}


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> list[Outcome | None]:
    """What comparing by names came to, question by question."""
    outcomes: list[Outcome | None] = []
    original = compare_records

    def noted(*arguments: Any) -> Outcome | None:
        outcomes.append(original(*arguments))
        return outcomes[-1]

    monkeypatch.setattr(engine_module, "compare_records", noted)
    return outcomes


def test_words_and_definitions_leave_a_record_a_record() -> None:
    assert is_record({**record(), "title": "A", "$defs": {"B": TEXT}, "x-modelpact": {}})


@pytest.mark.parametrize(
    "keyword", ["minProperties", "allOf", "$ref", "patternProperties", "$anchor"]
)
def test_any_other_keyword_makes_it_none(keyword: str) -> None:
    assert not is_record({**record(), keyword: 1})


def test_a_wider_member_is_proved_without_the_general_method(
    settled: list[Outcome | None],
) -> None:
    old = record(("id",), id=WHOLE, name=TEXT)
    new = record(("id",), id={"type": "number"}, name=TEXT)
    assert Engine().search(new, old).answer == "yes"
    assert settled[0] is not None
    assert settled[0][0] == NONE


def test_a_witness_has_the_required_members_and_the_refused_one(
    settled: list[Outcome | None],
) -> None:
    old = record(("id",), id=WHOLE, name=TEXT, age=WHOLE)
    new = record(("id",), id=WHOLE, name={"type": "string", "minLength": 1}, age=WHOLE)
    answer = Engine().search(new, old)
    assert (answer.answer, answer.witness) == ("no", {"id": 0, "name": ""})
    assert settled[0] is not None


def test_a_name_that_only_the_reader_requires_is_left_out() -> None:
    old, new = record(("id",), id=WHOLE, age=WHOLE), record(("id", "age"), id=WHOLE, age=WHOLE)
    assert Engine().search(new, old).witness == {"id": 0}


def test_nobody_writes_a_record_with_a_required_member_that_has_no_value() -> None:
    old = record(("id", "never"), id=WHOLE, never=False)
    assert Engine().search(record(id=TEXT), old).answer == "yes"
    assert Engine().search(record(("more",)), old).answer == "yes"


def test_a_required_name_that_nobody_declares_is_one_of_the_others() -> None:
    old = {**record(("note",)), "additionalProperties": WHOLE}
    assert Engine().search(record(note=TEXT), old).witness == {"note": 0}


def test_other_names_are_left_to_the_general_method(settled: list[Outcome | None]) -> None:
    old = {**record(a=TEXT), "additionalProperties": WHOLE}
    new = {**record(a=TEXT), "additionalProperties": TEXT}
    answer = Engine().search(new, old)
    assert answer.answer == "no"
    assert settled == [None]


def test_a_tolerant_writer_has_no_other_names() -> None:
    old, new = record(a=TEXT), record(a=TEXT, b=WHOLE)
    assert Engine().search(new, old, content="strict").answer == "no"
    assert Engine().search(new, old, content="tolerant").answer == "yes"


def test_members_that_refer_to_equal_definitions_are_equal() -> None:
    definitions = {"Part": record(("n",), n=WHOLE)}
    old = {**record(a={"$ref": "#/$defs/Part"}, b=TEXT), "$defs": definitions}
    new = {**record(a={"$ref": "#/$defs/Part"}, b={}), "$defs": definitions}
    assert Engine().search(new, old).answer == "yes"


def test_members_with_one_text_and_other_definitions_differ() -> None:
    engine = Engine()
    old = {**record(a={"$ref": "#/$defs/Part"}), "$defs": {"Part": WHOLE}}
    new = {**record(a={"$ref": "#/$defs/Part"}), "$defs": {"Part": TEXT}}
    assert engine.search(new, old).witness == {"a": 0}
    assert engine.search(old, new).witness == {"a": ""}


def test_a_reference_past_the_definitions_is_followed_each_time() -> None:
    engine = Engine()
    old = record(a=WHOLE, b={"$ref": "#/properties/a"})
    new = record(a={"type": "number"}, b={"$ref": "#/properties/a"})
    assert engine.search(new, old).answer == "yes"
    assert engine.search(old, new).answer == "no"


def test_true_and_one_are_two_texts() -> None:
    assert Engine().search(record(a={"const": 1}), record(a={"const": True})).answer == "no"


def test_what_is_unchanged_must_be_a_schema_all_the_same() -> None:
    broken = {"type": "strange"}
    with pytest.raises(InvalidSchemaError):
        Engine().search(record(a=broken, b=TEXT), record(a=broken, b=WHOLE))


def test_a_dialect_without_the_keywords_is_read_as_it_is() -> None:
    meta = {
        "$id": "https://example.invalid/meta",
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$vocabulary": {"https://json-schema.org/draft/2020-12/vocab/core": True},
    }
    old = {"$schema": meta["$id"], **record(a=WHOLE)}
    new = {"$schema": meta["$id"], **record(a=TEXT)}
    resources: dict[str, Json] = {"https://example.invalid/meta": cast("Json", meta)}
    assert Engine().search(new, old, resources=resources).answer == "yes"


def test_a_literal_that_is_no_record_is_compared_as_before(
    settled: list[Outcome | None],
) -> None:
    assert Engine().search({"type": "number"}, WHOLE).answer == "yes"
    assert settled == []
