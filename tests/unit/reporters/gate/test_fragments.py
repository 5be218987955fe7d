"""Old and new beside each other."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import modelpact
from modelpact.compat.changes import ABSENT, Change
from modelpact.compat.report import Finding
from modelpact.compat.rules import Category
from modelpact.documents.pointers import ROOT, Pointer
from modelpact.gate.report import Excerpt, Judged
from modelpact.graph.nodes import Location
from modelpact.reporters.gate.focus import OMITTED
from modelpact.reporters.gate.fragments import Row, rows_of
from support.random_schemas import SchemaGenerator

HERE = Location("User.schema.json", ROOT)


def shown(old: Any, new: Any, keyword: str, name: str = "") -> list[str]:
    """The rows as text: the old line, how it differs, the new one."""
    return [
        f"{row.old or '':<18}{'|' if row.changed else ' '} {row.new or ''}".rstrip()
        for row in rows(old, new, keyword, name)
    ]


def rows(
    old: Any, new: Any, keyword: str, name: str = "", category: Category = "data"
) -> tuple[Row, ...]:
    (template,) = modelpact.compare(
        {"type": "integer"}, {"type": "string"}, mode="backward"
    ).findings
    change = Change(keyword, "", name, ABSENT, ABSENT, HERE, HERE)
    finding: Finding = replace(template, change=change, category=category)
    return rows_of(Judged(finding, "error", old=_excerpt(old), new=_excerpt(new)))


def _excerpt(schema: Any) -> Excerpt | None:
    return None if schema is None else Excerpt(HERE, schema)


def test_keywords_that_have_nothing_to_do_with_the_change_are_left_out() -> None:
    old = {"description": "Words.", "type": "string", "minLength": 1, "maxLength": 9}
    told = rows(old, {**old, "maxLength": 5}, "maxLength")
    assert [row.old for row in told] == [
        "{", "  ...", '  "type": "string",', "  ...", '  "maxLength": 9', "}"
    ]  # fmt: skip
    assert [row.new for row in told if row.changed] == ['  "maxLength": 5']


def test_of_many_properties_the_one_that_changed_is_shown() -> None:
    old = {"properties": {"a": True, "fax": {"type": "string"}, "b": True}}
    new = {"properties": {"a": True, "b": True}}
    told = shown(old, new, "properties", "fax")
    assert any('"fax": {' in line for line in told)
    assert not any('"a"' in line or '"b"' in line for line in told)


def test_what_a_changed_line_stands_in_is_shown() -> None:
    old = {"enum": [f"value-{n}" for n in range(20)]}
    new = {"enum": old["enum"][:-1]}
    told = shown(old, new, "enum")
    assert told[1].startswith('  "enum": [')
    assert told[-3].startswith('    "value-19"')
    assert len(told) < 12


def test_words_are_left_out_of_schemas_inside_too() -> None:
    inner = {"description": "Words.", "type": "string", "x-modelpact": {"brand": "Id"}}
    told = rows({"anyOf": [inner]}, {"anyOf": [inner, {"type": "null"}]}, "anyOf")
    assert not any("Words" in (row.old or "") or "brand" in (row.old or "") for row in told)
    assert [row.new for row in told if row.changed] == ["    {", '      "type": "null"', "    }"]


def test_facts_are_shown_where_code_breaks() -> None:
    old, new = ({"type": "string", "x-modelpact": {"brand": brand}} for brand in ("A", "B"))
    assert rows(old, new, "type") == ()
    told = rows(old, new, "x-modelpact", category="sdk")
    assert [row.old for row in told if row.changed] == ['    "brand": "A"']


def test_a_comma_at_the_end_is_no_change() -> None:
    told = rows({"required": ["a"]}, {"required": ["a", "b"]}, "required", "b")
    assert [row.new for row in told if row.changed] == ['    "b"']


def test_a_document_that_is_gone_has_one_side() -> None:
    told = rows({"type": "string"}, None, "document")
    assert all(row.new is None for row in told)
    assert [row.old for row in told] == ["{", '  "type": "string"', "}"]


def test_without_schemas_there_is_nothing_to_show() -> None:
    assert rows(None, None, "type") == ()


def test_a_fragment_is_short_and_says_the_same_of_equal_lines() -> None:
    for seed in range(200):
        random = Random(seed)
        generator = SchemaGenerator(random, definitions=2)
        old, new = generator.document(3), generator.document(3)
        told = rows(old, new, random.choice(["type", "properties", "anyOf"]), "a")
        assert len(told) <= 25
        assert not told or any(row.changed for row in told)
        for row in told:
            if not row.changed and OMITTED not in f"{row.old}{row.new}":
                assert (row.old or "").rstrip(",") == (row.new or "").rstrip(",")
        assert rows(old, old, "type") == ()


def test_a_property_is_shown_with_its_name_in_either_version() -> None:
    (template,) = modelpact.compare(
        {"type": "integer"}, {"type": "string"}, mode="backward"
    ).findings
    old, new = (Location("User.schema.json", Pointer(("properties", n))) for n in ("fax", "phone"))
    change = Change("sdk", "", "fax", ABSENT, ABSENT, old, new)
    finding = replace(template, change=change, category="sdk")
    text = {"type": "string"}
    told = rows_of(Judged(finding, "error", old=Excerpt(old, text), new=Excerpt(new, text)))
    assert [(row.old, row.new) for row in told if row.changed] == [('"fax": {', '"phone": {')]


def test_of_large_data_what_differs_is_shown_in_both_versions() -> None:
    size = {"width": 1, "height": 2}
    rest = dict.fromkeys("abcdefg", 0)
    old = {"default": {"size": size, **rest}}
    new = {"default": {"size": {**size, "depth": 3}, **rest}}
    assert [line.split() for line in shown(old, new, "sdk")][1:6] == [
        ['"default":', "{", '"default":', "{"],
        ['"size":', "{", '"size":', "{"],
        ["...", "..."],
        ["|", '"depth":', "3"],
        ["},", "},"],
    ]
