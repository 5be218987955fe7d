"""What follows from what was proved is what would have been proved."""

from __future__ import annotations

from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelpact.compat.comparison import Comparison, compare
from modelpact.compat.engine import Engine
from modelpact.compat.report import Mode, Report, Settings
from modelpact.documents.sets import Document, DocumentSet
from support.contracts import edited
from support.schemas import document_set

NAMES = ("A", "B", "C", "D")

leaves = st.sampled_from(
    [
        {"type": "string", "maxLength": 3},
        {"type": "string"},
        {"type": "integer"},
        {"type": "number"},
        {"enum": ["a", "b"]},
        {"enum": ["a"]},
        {"type": "null"},
        True,
    ]
)
references = st.sampled_from(NAMES).map(lambda name: {"$ref": f"{name}.schema.json"})


def holding(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(
        inner.map(lambda schema: {"type": "array", "items": schema}),
        inner.map(lambda schema: {"type": "object", "additionalProperties": schema}),
        st.tuples(inner, inner).map(
            lambda pair: {
                "type": "object",
                "propertyNames": pair[0],
                "additionalProperties": pair[1],
            }
        ),
        inner.map(lambda schema: {"anyOf": [schema, {"type": "null"}]}),
        inner.map(lambda schema: {"type": "object", "properties": {"in": schema}}),
        st.tuples(inner, inner).map(lambda pair: {"anyOf": list(pair)}),
        st.tuples(inner, inner).map(lambda pair: {"oneOf": list(pair)}),
        st.tuples(inner, inner).map(lambda pair: {"allOf": list(pair)}),
        inner.map(lambda schema: {"not": schema}),
        st.tuples(inner, inner).map(
            lambda pair: {"type": "array", "prefixItems": [pair[0]], "items": pair[1]}
        ),
    )


members = st.recursive(st.one_of(leaves, references, references), holding, max_leaves=3)


@st.composite
def records(draw: st.DrawFn) -> Any:
    properties = draw(st.dictionaries(st.sampled_from("xyz"), members, min_size=1, max_size=3))
    schema: dict[str, Any] = {"type": "object", "properties": properties}
    if draw(st.booleans()):
        schema["required"] = sorted(properties)[:1]
    if draw(st.integers(0, 3)) == 0:
        schema["additionalProperties"] = draw(st.one_of(st.booleans(), references))
    return schema


@st.composite
def edits(draw: st.DrawFn, record: Any) -> Any:
    """A record with some of its members and demands changed, and the others as they are."""
    properties = {**record["properties"], draw(st.sampled_from("xyzw")): draw(members)}
    if draw(st.booleans()):
        name = draw(st.sampled_from(sorted(properties)))
        said = properties[name]
        properties[name] = {**said, "default": None} if isinstance(said, dict) else said
    required = draw(st.lists(st.sampled_from("xyz"), max_size=2, unique=True))
    return {**record, "properties": properties, "required": required}


@st.composite
def versions(draw: st.DrawFn) -> tuple[DocumentSet, DocumentSet]:
    old = {name: draw(records()) for name in NAMES}
    new = dict(old)
    for name in draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=2, unique=True)):
        new[name] = draw(st.one_of(records(), edits(old[name])))
    with_role = draw(st.lists(st.sampled_from(NAMES), max_size=2, unique=True))
    for name in with_role:
        for version in (old, new):
            version[name] = {**version[name], "x-modelpact": {"role": "entity"}}
        if draw(st.booleans()):  # what is accepted is another document
            accepted = draw(edits(old[name]))
            old[f"{name}.input"] = accepted
            new[f"{name}.input"] = draw(st.one_of(st.just(accepted), edits(accepted)))
    return document_set(**old), document_set(**new)


def reported(
    old: DocumentSet, new: DocumentSet, mode: Mode | None = "full", content: Any = "tolerant"
) -> Report:
    return Comparison(old, new, Settings(mode, content)).report()


def asked_one_by_one(old: DocumentSet, new: DocumentSet, mode: Any, content: Any) -> Report:
    with patch.object(Comparison, "_follows", lambda *_: False):
        return reported(old, new, mode, content)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(versions(), st.sampled_from(["full", None]), st.sampled_from(["tolerant", "strict"]))
def test_nothing_follows_that_is_not_so(
    pair: tuple[DocumentSet, DocumentSet], mode: Any, content: Any
) -> None:
    """Where it was only asked differently what is unknown, the other may know more."""
    found, expected = reported(*pair, mode, content), asked_one_by_one(*pair, mode, content)
    if "unknown" not in {found.verdict, expected.verdict}:
        assert found.verdict == expected.verdict
    if found.complete and expected.complete:
        assert {f.fingerprint for f in found.findings} == {f.fingerprint for f in expected.findings}


ITEM: dict[str, Any] = {"type": "object", "properties": {"n": {"type": "integer"}}}
ORDER: dict[str, Any] = {
    "type": "object",
    "properties": {"items": {"type": "array", "items": {"$ref": "Item.schema.json"}}},
}
SHOP = {"type": "object", "additionalProperties": {"$ref": "Order.schema.json"}}


def asked_of_the_engine(new_item: Any, **others: Any) -> set[str]:
    """The documents that the engine was asked about, when only the item changed."""
    old = document_set(Item=ITEM, Order=ORDER, Shop=SHOP, **others)
    new = document_set(Item=new_item, Order=ORDER, Shop=SHOP, **others)
    asked: set[str] = set()
    ask = Comparison._whole

    def noted(self: Comparison, question: Any, *versions: Any) -> Any:
        asked.add(question.writer)
        return ask(self, question, *versions)

    with patch.object(Comparison, "_whole", noted):
        reported(old, new)
    return asked


@pytest.mark.parametrize("integer", [{"type": "integer", "maximum": 3}, {"type": "number"}])
def test_those_who_only_embed_what_changed_are_not_asked(integer: Any) -> None:
    changed = edited(ITEM, "properties", "n", to=integer)
    assert asked_of_the_engine(changed) == {"Item.schema.json"}


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "object", "properties": {"x": {"not": {"$ref": "Item.schema.json"}}}},
        {"type": "object", "properties": {"x": {"oneOf": [{"$ref": "Item.schema.json"}, True]}}},
        {"type": "object", "properties": {"x": {"$ref": "Item.schema.json#/properties/n"}}},
        {"$ref": "Item.schema.json"},
        {
            "type": "object",
            "properties": {
                "x": {"anyOf": [{"$ref": "Item.schema.json"}, {"type": "object", "title": "Any"}]}
            },
        },
    ],
)
def test_those_who_say_more_of_what_changed_are_asked(schema: Any) -> None:
    changed = edited(ITEM, "properties", "n", "minimum", to=3)
    assert "Other.schema.json" in asked_of_the_engine(changed, Other=schema)


def kind(name: str, **more: Any) -> dict[str, Any]:
    item = {"$ref": "Item.schema.json"}
    return {
        "type": "object",
        "properties": {"kind": {"const": name}, "item": item, **more},
        "required": ["kind"],
    }


CAT, DOG = {"$ref": "Cat.schema.json"}, {"$ref": "Dog.schema.json"}


@pytest.mark.parametrize(
    "schema",
    [
        {"oneOf": [CAT, DOG]},
        {"anyOf": [CAT, DOG, {"type": "null"}], "description": "A pet, or none."},
        {
            "type": "object",
            "properties": {"pets": {"type": "array", "items": {"oneOf": [CAT, DOG]}}},
        },
    ],
)
def test_unions_told_apart_by_a_tag_follow_from_their_branches(schema: Any) -> None:
    changed = edited(ITEM, "properties", "n", to={"type": "number"})
    asked = asked_of_the_engine(changed, Cat=kind("cat"), Dog=kind("dog"), Pet=schema)
    assert asked == {"Item.schema.json"}


@pytest.mark.parametrize(
    ("dog", "schema"),
    [
        (kind("cat"), {"oneOf": [CAT, DOG]}),
        ({"type": "object"}, {"anyOf": [CAT, DOG]}),
        (kind("dog"), {"oneOf": [{"$ref": "Pet2.schema.json"}, {"type": "null"}]}),
        (kind("dog"), {"oneOf": [CAT, DOG], "minProperties": 2}),
    ],
)
def test_unions_that_are_not_are_asked(dog: Any, schema: Any) -> None:
    changed = edited(ITEM, "properties", "n", "minimum", to=3)
    others = {"Cat": kind("cat"), "Dog": dog, "Pet": schema, "Pet2": {"oneOf": [CAT, DOG]}}
    assert "Pet.schema.json" in asked_of_the_engine(changed, **others)


def test_a_union_is_asked_where_the_new_version_no_longer_tells_its_branches_apart() -> None:
    old = document_set(Cat=kind("cat"), Dog=kind("dog"), Item=ITEM, Pet={"oneOf": [CAT, DOG]})
    both = kind("dog") | {"properties": {"kind": {"enum": ["cat", "dog"]}}}
    new = document_set(Cat=kind("cat"), Dog=both, Item=ITEM, Pet={"oneOf": [CAT, DOG]})
    report = compare(old, new, mode="backward")
    assert [f.document for f in report.findings] == ["Pet.schema.json"]


@pytest.mark.parametrize(
    "holder",
    [
        {"properties": {"x": {"$id": "https://x.test/sub/x.json", "$ref": "leaf.json"}}},
        {"properties": {"x": {"$id": "https://x.test/sub/x.json", "items": {"$ref": "leaf.json"}}}},
        {"$id": "https://x.test/sub/a.json", "properties": {"x": {"$ref": "leaf.json"}}},
    ],
)
def test_a_reference_leads_where_its_address_says_not_where_its_file_is(holder: Any) -> None:
    def version(length: int) -> DocumentSet:
        again = {"$ref": "https://x.test/leaf.json"}
        root = {"$id": "https://x.test/a.json", "type": "object", **holder}
        root["properties"] = {**holder["properties"], "y": again, "z": {"maxLength": length}}
        schemas = {
            "a.json": {**root, "x-modelpact": {"role": "command"}},
            "leaf.json": {"$id": "https://x.test/leaf.json", "type": "string"},
            "sub/leaf.json": {"$id": "https://x.test/sub/leaf.json", "maxLength": 20 - length},
        }
        return DocumentSet("v", {file: Document(file, file, s) for file, s in schemas.items()})

    assert Comparison(version(5), version(9), Settings()).report().verdict != "compatible"


def test_one_address_inside_a_document_without_its_own_counts() -> None:
    def version(leaf: Any) -> DocumentSet:
        inner = {"$id": "sub/here.json", "items": {"$ref": "leaf.json"}}
        root = {"x-modelpact": {"role": "command"}, "properties": {"x": inner}}
        schemas = {"a.json": root, "sub/leaf.json": leaf}
        return DocumentSet("v", {file: Document(file, file, s) for file, s in schemas.items()})

    report = Comparison(version({"type": "string"}), version({"type": "null"}), Settings()).report()
    assert [finding.document for finding in report.findings] == ["a.json"]


def test_where_two_parts_speak_of_one_member_all_are_asked() -> None:
    both = {"allOf": [{"$ref": "Order.schema.json"}, {"properties": {"items": {"maxItems": 9}}}]}
    changed = edited(ITEM, "properties", "n", "minimum", to=3)
    assert "Shop.schema.json" in asked_of_the_engine(changed, Both=both)


def test_documents_that_embed_each_other_follow_from_what_changed() -> None:
    tree = {
        "type": "object",
        "properties": {
            "item": {"$ref": "Item.schema.json"},
            "left": {"anyOf": [{"$ref": "Tree.schema.json"}, {"type": "null"}]},
        },
    }
    changed = edited(ITEM, "properties", "n", "maximum", to=3)
    assert asked_of_the_engine(changed, Tree=tree) == {"Item.schema.json"}


def test_recursive_unions_follow_from_branches_that_differ() -> None:
    """A filter holds filters: what is smaller is taken to be compatible while it is proved."""

    def version(**more: Any) -> DocumentSet:
        inner = {"type": "array", "items": {"$ref": "Filter.schema.json"}}
        either = {"oneOf": [{"$ref": "All.schema.json"}, {"$ref": "Any.schema.json"}]}
        holder = {"type": "object", "x-modelpact": {"role": "entity"}}
        return document_set(
            All=kind("all", inner=inner), Any=kind("any", inner=inner, **more), Filter=either,
            Item=ITEM, Holder={**holder, "properties": {"filter": {"$ref": "Filter.schema.json"}}},
        )  # fmt: skip

    with patch.object(Engine, "search", autospec=True, side_effect=Engine.search) as asked:
        assert reported(version(), version(note={"type": "string"}), None).verdict == "compatible"
    assert {len(call.args[2].documents()) for call in asked.mock_calls} == {1}
    narrower = version(note={"type": "string"}), version(note={"type": "null"})
    assert reported(*narrower, None).verdict == "breaking"


def test_a_map_follows_from_its_names_and_values() -> None:
    names = {"propertyNames": {"enum": ["a", "b"]}, "additionalProperties": ITEM}
    shelf = {"type": "object", "properties": {"items": {"type": "object", **names}}}
    by_item = edited(
        shelf, "properties", "items", "additionalProperties", to={"$ref": "Item.schema.json"}
    )
    changed = edited(ITEM, "properties", "n", to={"type": "number"})
    assert asked_of_the_engine(changed, Shelf=by_item) == {"Item.schema.json"}


def test_what_is_stored_is_held_against_what_is_accepted_by_members_too() -> None:
    role = {"x-modelpact": {"role": "entity"}}
    emitted = {**ORDER, **role, "required": ["items"]}
    changed = edited(ITEM, "properties", "m", to={"type": "string"})
    old = document_set(Item=ITEM, **{"Order": emitted, "Order.input": {**ORDER, **role}})
    new = document_set(Item=changed, **{"Order": emitted, "Order.input": {**ORDER, **role}})
    with patch.object(Comparison, "_whole", side_effect=AssertionError):
        assert reported(old, new, None).verdict == "compatible"


@pytest.mark.parametrize(("depth", "verdict"), [(90, "compatible"), (400, "unknown")])
def test_a_chain_of_changes_is_followed_as_deep_as_pythons_stack_allows(
    depth: int, verdict: str
) -> None:
    def version(**more: Any) -> DocumentSet:
        holder = {"type": "object", "x-modelpact": {"role": "view"}}
        chain: dict[str, Any] = {f"M{depth}": ITEM}
        for n in range(depth):
            members = {"next": {"$ref": f"M{n + 1}.schema.json"}, "item": ITEM, **more}
            chain[f"M{n}"] = {"type": "object", "properties": members}
        first = {"first": {"$ref": "M0.schema.json"}}
        return document_set(Top={**holder, "properties": first}, **chain)

    assert reported(version(), version(new={"type": "null"}), None).verdict == verdict


def test_what_was_refuted_is_not_asked_again_by_all_who_hold_it() -> None:
    depth = 14

    def version(**more: Any) -> DocumentSet:
        holder = {"type": "object", "x-modelpact": {"role": "entity"}}
        documents: dict[str, Any] = {f"M{depth}": edited(ITEM, "properties", "n", to=more)}
        for n in range(depth):
            below = {f"m{k}": {"$ref": f"M{k}.schema.json"} for k in range(n + 1, depth + 1)[:3]}
            documents[f"M{n}"] = {"type": "object", "properties": {**below, "more": more}}
        first = {"first": {"$ref": "M0.schema.json"}}
        return document_set(Top={**holder, "properties": first}, **documents)

    with patch.object(Engine, "search", autospec=True, side_effect=Engine.search) as asked:
        report = reported(version(type="string"), version(type="null"), "backward")
    assert report.verdict == "breaking"
    assert len(asked.mock_calls) < 15 * depth


def test_members_that_did_not_change_are_not_looked_into() -> None:
    big = {**ORDER, "properties": {**ORDER["properties"], "shop": {"$ref": "Shop.schema.json"}}}
    new = edited(big, "properties", "note", to={"type": "string"})
    settings_ = Settings("full")
    old_set = document_set(Item=ITEM, Order=ORDER, Shop=SHOP, Big=big)
    comparison = Comparison(
        old_set, document_set(Item=ITEM, Order=ORDER, Shop=SHOP, Big=new), settings_
    )
    asked: list[Any] = []
    prove = Comparison._prove

    def noted(self: Comparison, reader: Any, writer: Any) -> Any:
        asked.append(set(writer.schema["properties"]))
        return prove(self, reader, writer)

    with patch.object(Comparison, "_prove", noted):
        assert comparison.report().verdict == "compatible"
    assert asked == [set(), {"note"}]


def test_what_a_member_that_only_says_otherwise_leads_to_is_asked_alone() -> None:
    """The item has no role and is not asked for itself; the holder's default changed with it."""

    def holder(default: Any) -> Any:
        more = {"n": {"$ref": "Item.schema.json", "default": default}, "o": ORDER}
        return {"type": "object", "x-modelpact": {"role": "entity"}, "properties": more}

    item = edited(ITEM, "properties", "m", to={"type": "string"})
    old = document_set(Item=ITEM, Holder=holder({}))
    new = document_set(Item=item, Holder=holder({"m": ""}))
    with patch.object(Comparison, "_whole", side_effect=AssertionError):
        assert reported(old, new, None).verdict == "compatible"


def test_a_member_that_became_required_is_looked_into() -> None:
    report = reported(
        document_set(Order=ORDER, Item=ITEM),
        document_set(Order={**ORDER, "required": ["items"]}, Item=ITEM),
        "backward",
    )
    assert [finding.rule for finding in report.findings] == ["required"]
