from __future__ import annotations

import json
import re
from collections.abc import Mapping
from fractions import Fraction

import jsonschema
import pytest

from modelpact.documents.pointers import Pointer
from modelpact.documents.values import Json
from modelpact.graph.nodes import (
    AnyType,
    ArrayType,
    BooleanType,
    Definition,
    Discriminator,
    Enumeration,
    Generic,
    IntersectionType,
    Life,
    LiteralType,
    Location,
    MapType,
    Member,
    NullType,
    NumberType,
    PatternMembers,
    Property,
    Record,
    Reference,
    StringType,
    TupleItem,
    TupleType,
    Type,
    Unexpressed,
    UnionType,
    Words,
)
from modelpact.targets import target_named
from support.graphs import alias, graph_of, optional, record, required

TARGET = target_named("typescript")
USER = record("User", required("id", StringType(brand="UserId")))


def files(*definitions: Definition, **options: Json) -> Mapping[str, str]:
    rendering = TARGET.render(graph_of(*definitions), options)
    return {path: content.decode() for path, content in rendering.files.items()}


def declaration(definition: Definition, *others: Definition, **options: Json) -> str:
    """What the index declares of a definition, without the words before it."""
    index = files(definition, *others, **options)["index.d.ts"]
    found = re.search(
        rf"^export (type|interface|declare const) {definition.name}\b.*?(?=\n\n|\Z)",
        index,
        re.MULTILINE | re.DOTALL,
    )
    assert found is not None
    return found[0].rstrip("\n") + "\n"


def type_of(type_: Type, *others: Definition, **options: Json) -> str:
    return (
        declaration(alias("It", type_), *others, **options)
        .removeprefix("export type It =")[:-2]
        .strip()
    )


def rules(*definitions: Definition) -> list[str]:
    return [d.rule for d in TARGET.render(graph_of(*definitions), {}).diagnostics]


def test_a_model_is_declared_in_the_index_and_has_a_module_of_its_own() -> None:
    made = files(USER)

    assert set(made) == {
        "README.md",
        "index.d.ts",
        "index.js",
        "models/User.d.ts",
        "models/User.js",
        "models/UserId.d.ts",
        "models/UserId.js",
        "package.json",
        "support.d.ts",
        "support.js",
    }
    assert "export interface User {" in made["index.d.ts"]
    assert made["models/User.d.ts"].endswith('export type { User } from "../index.js";\n')


@pytest.mark.parametrize("name", ["Account", "Role", "Zebra"])
def test_one_more_model_changes_its_own_files_and_the_index_only(name: str) -> None:
    body = Enumeration((Member("A", "a"),)) if name == "Role" else Record(())
    before = files(USER)
    after = files(USER, Definition(name, body))

    changed = {path for path in after if after[path] != before.get(path)}
    assert changed <= {f"models/{name}.d.ts", f"models/{name}.js", "index.d.ts", "index.js"}
    added = after["index.d.ts"].replace("\n" + declaration(Definition(name, body)), "")
    assert before["index.d.ts"] == re.sub(rf"export type {name} = .*\n", "", added)


def test_the_options_schema_is_a_schema_with_descriptions() -> None:
    jsonschema.Draft202012Validator.check_schema(TARGET.options_schema)
    properties = TARGET.options_schema["properties"]

    assert isinstance(properties, dict)
    assert all(option["description"] for option in properties.values())
    assert TARGET.options_schema["additionalProperties"] is False


def test_options_are_in_the_manifest() -> None:
    made = files(USER, package="@acme/shop", version="1.2.3", license="MIT", description="A shop.")
    manifest = json.loads(made["package.json"])

    assert manifest["name"] == "@acme/shop"
    assert manifest["version"] == "1.2.3"
    assert manifest["license"] == "MIT"
    assert manifest["description"] == "A shop."
    assert list(manifest["exports"]["."]) == ["types", "default"]


def test_nothing_is_readonly_where_the_option_says_so() -> None:
    items = ArrayType(MapType(BooleanType()))

    assert type_of(items) == "readonly { readonly [key: string]: boolean }[]"
    assert type_of(items, readonly=False) == "{ [key: string]: boolean }[]"


def test_no_file_but_the_manifest_names_a_version() -> None:
    made = files(USER, version="7.8.9")

    assert [path for path, text in made.items() if "7.8.9" in text] == ["package.json"]


def test_absent_and_null_are_two_things() -> None:
    nullable = UnionType((StringType(), NullType()))

    assert declaration(record("It", required("a", nullable), optional("b", StringType()))) == (
        "export interface It {\n  readonly a: string | null;\n  readonly b?: string;\n}\n"
    )


def test_a_tag_is_required_even_with_a_default() -> None:
    tagged = Definition("It", Record((optional("kind", LiteralType(("a",))),), tag="kind"))

    assert 'readonly kind: "a";' in declaration(tagged)


def test_a_tag_that_a_member_does_not_state_is_stated_by_the_union() -> None:
    members = (record("A", required("kind", StringType())), record("B"))
    union = UnionType(
        (Reference("A"), Reference("B"), NullType()), Discriminator("kind", (("a",), ("b", "c")))
    )

    assert type_of(union, *members) == (
        '(A & { readonly kind: "a" }) | (B & { readonly kind: "b" | "c" }) | null'
    )


def test_an_extensible_enumeration_keeps_its_known_values() -> None:
    known = Definition("It", Enumeration((Member("A", "a"),), extensible=True))

    assert declaration(known).endswith(
        "export type It = (typeof It)[keyof typeof It] | (string & {});\n"
    )


def test_members_of_an_enumeration_have_different_names() -> None:
    clash = Definition("It", Enumeration((Member("a b", "1"), Member("a-b", "2"))))

    assert "readonly AB2: " in declaration(clash)


@pytest.mark.parametrize(
    ("keys", "kind", "expected"),
    [
        (StringType(), "string", "{ readonly [key: string]: boolean }"),
        (StringType(), "integer", "{ readonly [key: number]: boolean }"),
        (StringType(), "boolean", '{ readonly [K in "true" | "false"]?: boolean }'),
        (StringType(patterns=("^x-",)), "string", "{ readonly [key: `x-${string}`]: boolean }"),
        (StringType(patterns=("^a|b$",)), "string", "{ readonly [key: string]: boolean }"),
        (LiteralType(("a", "b")), "string", '{ readonly [K in "a" | "b"]?: boolean }'),
        (Reference("Role"), "string", "{ readonly [K in Role]?: boolean }"),
        (Reference("Open"), "string", "{ readonly [key: string]: boolean }"),
        (Reference("Level"), "integer", '{ readonly [K in "1"]?: boolean }'),
    ],
)
def test_keys_of_a_dictionary(keys: Type, kind: str, expected: str) -> None:
    enumerations = (
        Definition("Role", Enumeration((Member("A", "a"),))),
        Definition("Open", Enumeration((Member("A", "a"),), extensible=True)),
        Definition("Level", Enumeration((Member("A", 1),), base="integer")),
    )

    assert type_of(MapType(BooleanType(), keys, kind), *enumerations) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("type_", "expected"),
    [
        (TupleType((TupleItem(StringType()),), 1, None), "readonly [string]"),
        (TupleType((TupleItem(StringType(), "a"),), 0, None), "readonly [a?: string]"),
        (
            TupleType((TupleItem(StringType(), "a"), TupleItem(NullType())), 1, BooleanType()),
            "readonly [a: string, item1?: null, ...rest: boolean[]]",
        ),
        (
            TupleType((TupleItem(UnionType((StringType(), NullType()))),), 0, AnyType()),
            "readonly [(string | null)?, ...JsonValue[]]",
        ),
        (TupleType((TupleItem(StringType(), "no label"),), 1, None), "readonly [string]"),
        (
            TupleType((TupleItem(ArrayType(StringType())),), 0, None),
            "readonly [(readonly string[])?]",
        ),
        (TupleType((TupleItem(StringType(), "class"),), 1, None), "readonly [class_: string]"),
    ],
)
def test_tuples(type_: Type, expected: str) -> None:
    assert type_of(type_) == expected


def test_an_open_objects_index_covers_its_named_members() -> None:
    body = Record(
        (required("a", NumberType()), optional("b", Reference("User"))), "open", StringType()
    )

    assert "readonly [key: string]: string | number | User | undefined;" in declaration(
        Definition("It", body), USER
    )


def test_members_that_match_a_pattern_cover_only_those_with_its_prefix() -> None:
    body = Record(
        (required("x-a", NumberType()), required("b", BooleanType())),
        patterns=(PatternMembers("^x-", StringType()),),
    )

    assert "readonly [key: `x-${string}`]: string | number;" in declaration(Definition("It", body))


def test_an_object_without_members_takes_none() -> None:
    assert "readonly [key: string]: never;" in declaration(record("It"))


def test_a_brand_without_a_definition_gets_a_module() -> None:
    assert 'export type UserId = Brand<string, "UserId">;' in files(USER)["index.d.ts"]


def test_a_brand_with_a_definition_is_declared_there() -> None:
    made = files(
        alias("UserId", StringType(brand="UserId")),
        record("It", required("a", Reference("UserId"))),
    )

    assert 'export type UserId = Brand<string, "UserId">;' in made["index.d.ts"]
    assert "readonly a: UserId;" in made["index.d.ts"]


def test_a_brand_of_another_kind_of_value_is_spelled_out() -> None:
    made = files(USER, record("It", required("a", NumberType(brand="UserId"))))

    assert 'readonly a: Brand<number, "UserId">;' in made["index.d.ts"]


def test_numbers_that_travel_as_strings_have_types_of_their_own() -> None:
    assert type_of(StringType(format="decimal")) == "DecimalString"
    assert type_of(StringType(format="int64")) == "Int64String"


def test_a_model_may_be_called_like_a_helper() -> None:
    made = files(record("JsonValue", required("any", AnyType())))

    index = made["index.d.ts"]
    assert "export interface JsonValue {" in index
    assert "readonly any: JsonValue2;" in index
    assert index.count("  JsonValue as JsonValue2,\n") == 2


def test_models_that_differ_in_case_only_have_two_files() -> None:
    made = files(record("User"), record("uSER"), record("CON"))

    assert {"models/USER.d.ts", "models/User2.d.ts", "models/CON2.d.ts"} <= set(made)


def test_every_fact_is_in_the_documentation() -> None:
    prop = Property(
        "a",
        NumberType(minimum=Fraction(1, 2)),
        required=False,
        words=Words("Amount", "How much.", "Use b.", (1.5,), Life("1.1.0", "2027-01-31")),
        renamed_from=("old",),
        read_only=True,
        unexpressed=(Unexpressed("not", Location("x.json", Pointer(("not",)))),),
    )
    definition = record("It", prop)

    assert declaration(definition).splitlines()[1:-2] == [
        "  /**",
        "   * Amount",
        "   *",
        "   * How much.",
        "   *",
        "   * @minimum 0.5",
        "   * @remarks Read only: set by the service, ignored when sent to it.",
        "   * @remarks Not checked by this type: `not`.",
        "   * @remarks Named `old` before.",
        "   * @deprecated Use b. Since 1.1.0, stays until 2027-01-31.",
        "   * @example 1.5",
        "   */",
    ]
    assert rules(definition) == ["unchecked-keyword"]


@pytest.mark.parametrize(
    ("type_", "rule"),
    [
        (NumberType(integer=True, format="int64"), "imprecise-number"),
        (LiteralType((2**60,)), "imprecise-number"),
        (UnionType((StringType(), NullType()), exclusive=True), "unchecked-keyword"),
        (MapType(NullType(), StringType(patterns=("a+",))), "widened-keys"),
    ],
)
def test_what_a_type_does_not_state_is_reported(type_: Type, rule: str) -> None:
    assert rules(alias("It", type_)) == [rule]


def test_what_a_type_states_is_not_reported() -> None:
    bounded = NumberType(integer=True, format="int64", minimum=Fraction(0), maximum=Fraction(9))

    assert rules(USER, alias("It", bounded)) == []


def test_an_instance_of_a_generic_model_is_a_type_of_its_own() -> None:
    page = Definition("PageUser", Record(()), generic=Generic("Page", (Reference("User"),)))

    assert "export interface PageUser {" in declaration(page, USER)


def test_an_intersection_that_no_compiler_multiplies_out_states_its_first_parts() -> None:
    def choice(letter: str, size: int) -> UnionType:
        tags = [record(f"{letter}{n}", required(f"{letter}{n}", StringType())) for n in range(size)]
        others.extend(tags)
        return UnionType(tuple(Reference(tag.name) for tag in tags))

    others: list[Definition] = []
    parts = (choice("A", 100), choice("B", 100), choice("C", 2), Reference("User"))
    it = alias("It", IntersectionType(parts))
    rendering = TARGET.render(graph_of(it, USER, *others), {})
    (lost,) = (d for d in rendering.diagnostics if d.rule == "widened-intersection")
    stated = re.search(r"export type It =[^;]*;", rendering.files["index.d.ts"].decode())
    assert stated is not None
    assert "3 of its 4 parts" in lost.message
    assert "User" in stated[0]
    assert "A99" in stated[0]
    assert "B99" in stated[0]
    assert "C0" not in stated[0]


def test_a_recursive_alias_in_an_intersection_counts_once() -> None:
    loop = alias("Loop", UnionType((ArrayType(Reference("Loop")), Reference("Loop"))))
    rendering = TARGET.render(
        graph_of(loop, USER, alias("It", IntersectionType((Reference("Loop"), Reference("User"))))),
        {},
    )
    assert "Loop & User" in rendering.files["index.d.ts"].decode()


def test_alternatives_of_one_kind_are_told_apart_in_comments() -> None:
    above = NumberType(minimum=Fraction(1), exclusive_minimum=True)
    either = UnionType((NumberType(integer=True), above))
    duration = StringType(patterns=("^P.*",), temporal="duration")
    text = files(record("It", required("a", either), required("b", duration)))["index.d.ts"]
    assert "@remarks Of numbers (alternative 1): type integer." in text
    assert "@remarks Of numbers (alternative 2): exclusiveMinimum 1." in text
    assert "@temporal duration" in text
    assert "@pattern" not in text


def test_an_array_of_one_literal_list_has_parentheses() -> None:
    listed = type_of(ArrayType(LiteralType((["a"],))))
    assert listed == 'readonly (readonly ["a"])[]'
