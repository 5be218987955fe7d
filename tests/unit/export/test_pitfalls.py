"""What Pydantic's schemas get wrong or leave out, each put right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from modelpact.errors import ErrorGroup
from support.exporting import exported, faults_of, models_in, schemas_of

BASE64 = {
    "type": "string",
    "pattern": "^(?:[A-Za-z0-9_-]{4})*"
    "(?:[A-Za-z0-9_-][AQgw]==|[A-Za-z0-9_-]{2}[AEIMQUYcgkosw048]=)?$",
    "contentEncoding": "base64url",
}
FOUR, SIX = ({"type": "string", "format": f"ipv{version}"} for version in (4, 6))
AWARE = {"type": "string", "format": "date-time", "x-modelpact": {"timezone": "aware"}}
UUID_4 = {
    "type": "string",
    "format": "uuid",
    "pattern": "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-4[0-9A-Fa-f]{3}-[89ABab]",
}
UUID_OF_USER = {"type": "string", "format": "uuid", "x-modelpact": {"brand": "UserId"}}


def properties(folder: Path, fields: str, before: str = "", **request: Any) -> dict[str, Any]:
    """The properties of the one model that has these fields, as emitted."""
    source = f"{before}\nclass Model(BaseModel):\n" + "\n".join(
        f"    {line}" for line in fields.strip().splitlines()
    )
    found: dict[str, Any] = schemas_of(folder, source, **request)["Model"]["properties"]
    return found


def test_titles_that_only_repeat_a_name_are_left_out_and_others_kept(tmp_path: Path) -> None:
    fields = (
        "first_name: str\nlast: str = Field(title='Family name')\nage: int = Field(title='Age')"
    )
    found = schemas_of(
        tmp_path, f"class Model(BaseModel):\n    {fields.replace(chr(10), chr(10) + '    ')}"
    )
    assert "title" not in found["Model"]
    assert found["Model"]["properties"] == {
        "first_name": {"type": "string"},
        "last": {"title": "Family name", "type": "string"},
        "age": {"type": "integer"},
    }


def test_a_decimal_splits_only_those_that_embed_it_and_names_stay_plain(tmp_path: Path) -> None:
    source = """
class Price(BaseModel):
    amount: decimal.Decimal
class Order(BaseModel):
    price: Price
class Other(BaseModel):
    name: str
"""
    documents = exported(tmp_path, source).documents.documents
    assert list(documents) == [
        "Order.input.schema.json",
        "Order.schema.json",
        "Other.schema.json",
        "Price.input.schema.json",
        "Price.schema.json",
    ]
    order_input: Any = documents["Order.input.schema.json"].schema
    assert order_input["properties"]["price"] == {"$ref": "Price.input.schema.json"}
    assert order_input["x-modelpact"]["inputOf"] == "Order"


def test_an_instance_of_a_generic_has_a_readable_name_and_tells_its_arguments(
    tmp_path: Path,
) -> None:
    source = """
T = TypeVar("T")
class User(BaseModel):
    name: str
class Page(BaseModel, Generic[T]):
    items: list[T]
class Users(BaseModel):
    page: Page[User]
    counts: Page[int]
"""
    found = schemas_of(tmp_path, source)
    assert sorted(found) == ["IntegerPage", "User", "UserPage", "Users"]
    assert found["UserPage"]["x-modelpact"]["generic"] == {
        "origin": "Page",
        "arguments": [{"$ref": "User.schema.json"}],
    }


TAGGED = """
class Slack(BaseModel):
    type: Literal["slack"] = "slack"
class Hook(BaseModel):
    type: Literal["hook", "webhook"] = "hook"
class Holder(BaseModel):
    one: Annotated[Slack | Hook, Field(discriminator="type")] | None = None
    many: dict[str, Annotated[Slack | Hook, Field(discriminator="type")]]
"""


def test_a_tag_with_a_default_is_required_of_a_unions_members(tmp_path: Path) -> None:
    assert schemas_of(tmp_path, TAGGED)["Slack"]["required"] == ["type"]


def test_a_discriminator_is_stated_by_its_constants_alone(tmp_path: Path) -> None:
    found = schemas_of(tmp_path, TAGGED)["Holder"]["properties"]
    union = {"oneOf": [{"$ref": "Slack.schema.json"}, {"$ref": "Hook.schema.json"}]}
    assert found["one"] == {"anyOf": [union, {"type": "null"}], "default": None}
    assert found["many"] == {"type": "object", "additionalProperties": union}


def test_a_callable_discriminator_leaves_a_plain_union(tmp_path: Path) -> None:
    source = """
class A(BaseModel):
    x: int
class B(BaseModel):
    x: int
def tag(value: Any) -> str:
    return "a"
class Holder(BaseModel):
    one: Annotated[Annotated[A, Tag("a")] | Annotated[B, Tag("b")], Discriminator(tag)]
"""
    union = schemas_of(tmp_path, source)["Holder"]["properties"]["one"]
    assert union == {"anyOf": [{"$ref": "A.schema.json"}, {"$ref": "B.schema.json"}]}


def test_a_defaulted_field_is_optional_both_ways_and_makes_no_pair(tmp_path: Path) -> None:
    found = schemas_of(tmp_path, "class Model(BaseModel):\n    a: int\n    b: int = 1\n")
    assert list(found) == ["Model"]
    assert found["Model"]["required"] == ["a"]


def test_a_model_that_promises_its_defaults_requires_them_of_the_output(tmp_path: Path) -> None:
    source = """
class Model(BaseModel):
    model_config = ConfigDict(json_schema_serialization_defaults_required=True)
    b: int = 1
"""
    found = schemas_of(tmp_path, source)
    assert found["Model"]["required"] == ["b"]
    assert "required" not in found["ModelInput"]


def test_a_serializer_without_a_type_emits_anything_and_is_noted(tmp_path: Path) -> None:
    source = """
class Model(BaseModel):
    a: Annotated[int, PlainSerializer(lambda value: str(value))]
    b: Annotated[int, PlainSerializer(lambda value: str(value), return_type=str)]
"""
    result = exported(tmp_path, source)
    documents: Any = result.documents.documents
    assert documents["Model.schema.json"].schema["properties"] == {"a": {}, "b": {"type": "string"}}
    assert documents["Model.input.schema.json"].schema["properties"]["a"] == {"type": "integer"}
    assert [(note.rule, note.where.rpartition(".")[2]) for note in result.diagnostics] == [
        ("untyped-serializer", "a")
    ]


def test_a_decimal_keeps_its_digits(tmp_path: Path) -> None:
    found = schemas_of(
        tmp_path,
        "class Model(BaseModel):\n    a: condecimal(max_digits=5, decimal_places=2, gt=0)\n",
    )
    emitted = found["Model"]["properties"]["a"]
    read = found["ModelInput"]["properties"]["a"]
    assert emitted["type"] == "string"
    assert "{1,3}" in emitted["pattern"]
    assert "{1,2}" in emitted["pattern"]
    assert read["anyOf"][0] == {
        "type": "number",
        "exclusiveMinimum": 0,
        "exclusiveMaximum": 1000,
        "multipleOf": 0.01,
    }


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        ("UserId", UUID_OF_USER),
        ("list[UserId]", {"type": "array", "items": UUID_OF_USER}),
        ("UserId | None", {"anyOf": [UUID_OF_USER, {"type": "null"}]}),
        ("tuple[UserId, ...]", {"type": "array", "items": UUID_OF_USER}),
        ("Annotated[uuid.UUID, Brand('UserId')]", UUID_OF_USER),
        (
            "dict[UserId, int]",
            {
                "type": "object",
                "additionalProperties": {"type": "integer"},
                "propertyNames": {"format": "uuid", "x-modelpact": {"brand": "UserId"}},
            },
        ),
    ],
)  # fmt: skip
def test_a_new_type_brands_the_schema_wherever_it_stands(
    tmp_path: Path, annotation: str, expected: object
) -> None:
    before = 'UserId = NewType("UserId", uuid.UUID)'
    assert properties(tmp_path, f"a: {annotation}", before)["a"] == expected


def test_members_keep_their_names_and_docstrings(tmp_path: Path) -> None:
    source = '''
class Colour(enum.Enum):
    """What it looks like."""
    RED = "red"
    """Like blood."""
    BLUE = "blue"
class Model(BaseModel):
    colour: Colour
'''
    assert schemas_of(tmp_path, source)["Colour"] == {
        "description": "What it looks like.",
        "type": "string",
        "enum": ["red", "blue"],
        "x-modelpact": {
            "members": [
                {"name": "RED", "value": "red", "description": "Like blood."},
                {"name": "BLUE", "value": "blue"},
            ]
        },
    }


def test_an_extensible_enumeration_accepts_what_it_does_not_list(tmp_path: Path) -> None:
    source = """
@Extensible()
class Platform(enum.StrEnum):
    X = "x"
class Model(BaseModel):
    platform: Platform
    by: dict[Platform, int]
"""
    found = schemas_of(tmp_path, source)
    assert found["Platform"]["anyOf"] == [{"type": "string", "enum": ["x"]}, {"type": "string"}]
    assert found["Platform"]["x-modelpact"]["extensible"] is True
    assert found["Model"]["properties"]["by"]["propertyNames"] == {"$ref": "Platform.schema.json"}


def test_facts_that_json_schema_has_no_word_for_are_kept(tmp_path: Path) -> None:
    source = """
class Base(BaseModel):
    model_config = ConfigDict(frozen=True)
    a: int = 1
class Model(Base):
    base: Base
    old: Annotated[int, RenamedFrom("older")] = Field(1, deprecated="Use new.")
    made: list[int] = Field(default_factory=list)
"""
    model = schemas_of(tmp_path, source)["Model"]
    assert model["x-modelpact"] == {"role": "value", "bases": ["Base"], "frozen": True}
    assert model["properties"]["old"] == {
        "deprecated": True,
        "type": "integer",
        "default": 1,
        "x-modelpact": {"deprecated": "Use new.", "renamedFrom": ["older"]},
    }
    assert model["properties"]["made"]["x-modelpact"] == {"factory": True}


@pytest.mark.parametrize(
    ("key", "names", "kind"),
    [
        ("int", {"pattern": "^(?:0|-?[1-9][0-9]*)$"}, "integer"),
        ("Annotated[int, Field(ge=0)]", {"pattern": "^(?:0|[1-9][0-9]*)$"}, "integer"),
        ("bool", {"enum": ["false", "true"]}, "boolean"),
        ("Literal['a', 'b']", {"enum": ["a", "b"]}, None),
        ("datetime.date", {"format": "date"}, None),
        ("Number", {"enum": ["1", "2"]}, "integer"),
        ("constr(pattern='^a', min_length=2)", {"pattern": "^a", "minLength": 2}, None),
    ],
)  # fmt: skip
def test_the_keys_of_a_dictionary_are_restricted_as_strings(
    tmp_path: Path, key: str, names: object, kind: str | None
) -> None:
    before = "class Number(enum.IntEnum):\n    ONE = 1\n    TWO = 2\n"
    schema = properties(tmp_path, f"a: dict[{key}, int]", before)["a"]
    assert schema["propertyNames"] == names
    assert schema.get("x-modelpact", {}).get("keys") == kind
    assert schema["additionalProperties"] == {"type": "integer"}


def test_each_alias_to_read_is_accepted_and_one_is_emitted(tmp_path: Path) -> None:
    source = """
class Model(BaseModel):
    a: int = Field(validation_alias=AliasChoices("new", "old"), serialization_alias="new")
"""
    found = schemas_of(tmp_path, source)
    assert list(found["ModelInput"]["properties"]) == ["new", "old"]
    assert found["ModelInput"]["anyOf"] == [{"required": ["new"]}, {"required": ["old"]}]
    assert found["Model"]["required"] == ["new"]


def test_an_alias_is_the_one_name_on_the_wire(tmp_path: Path) -> None:
    source = """
class Model(BaseModel):
    model_config = ConfigDict(populate_by_name=True, extra="forbid")
    a: int = Field(alias="wire")
"""
    found = schemas_of(tmp_path, source)
    assert list(found) == ["Model"]
    assert list(found["Model"]["properties"]) == ["wire"]
    assert found["Model"]["additionalProperties"] is False


def test_an_alias_path_is_refused_by_name(tmp_path: Path) -> None:
    source = """
class Model(BaseModel):
    a: int = Field(validation_alias=AliasPath("b", 0))
"""
    (fault,) = faults_of(tmp_path, source)
    assert fault.rule == "alias-path"
    assert fault.where.endswith(".Model.a")


def test_words_beside_a_reference_are_kept(tmp_path: Path) -> None:
    source = """
class Inner(BaseModel):
    x: int
class Model(BaseModel):
    inner: Inner = Field(description="Within.")
"""
    inner = schemas_of(tmp_path, source)["Model"]["properties"]["inner"]
    assert inner == {"$ref": "Inner.schema.json", "description": "Within."}


def test_a_named_tuple_has_labels_and_no_further_items(tmp_path: Path) -> None:
    source = """
class Point(NamedTuple):
    x: int
    y: float = 0.5
class Model(BaseModel):
    at: Point
"""
    assert schemas_of(tmp_path, source)["Point"] == {
        "type": "array",
        "prefixItems": [{"type": "integer"}, {"type": "number", "default": 0.5}],
        "items": False,
        "minItems": 1,
        "x-modelpact": {"labels": ["x", "y"]},
    }


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        ("UUID4", UUID_4),
        ("NameEmail", {"type": "string"}),
        ("FilePath", {"type": "string"}),
        ("bytes", {"type": "string"}),
        ("Base64UrlBytes", BASE64),
        ("IPvAnyAddress", {"anyOf": [FOUR, SIX]}),
        ("AwareDatetime", AWARE),
        ("EmailStr", {"type": "string", "format": "email"}),
        ("AnyUrl", {"type": "string", "format": "uri"}),
        ("datetime.date", {"type": "string", "format": "date"}),
    ],
)  # fmt: skip
def test_only_formats_of_json_schema_are_left(
    tmp_path: Path, annotation: str, expected: object
) -> None:
    assert properties(tmp_path, f"a: {annotation}")["a"] == expected


@pytest.mark.parametrize("annotation", ["NaiveDatetime", "datetime.time", "datetime.timedelta"])
def test_a_time_that_no_format_is_true_of_says_what_it_is(tmp_path: Path, annotation: str) -> None:
    schema = properties(tmp_path, f"a: {annotation}")["a"]
    assert "format" not in schema
    assert schema["x-modelpact"]["temporal"] in {"date-time", "time", "duration"}


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        ("One", {"type": "string", "enum": ["one"]}),
        ("Mixed", {"enum": ["a", 2]}),
        ("Literal['a']", {"type": "string", "const": "a"}),
        ("Literal['a', None]", {"anyOf": [{"type": "string", "const": "a"}, {"type": "null"}]}),
        ("Literal['a', 'b']", {"type": "string", "enum": ["a", "b"]}),
        ("Literal[1, 'b']", {"enum": [1, "b"]}),
    ],
)
def test_enumerations_and_literals_have_one_spelling(
    tmp_path: Path, annotation: str, expected: dict[str, Any]
) -> None:
    source = f"""
class One(enum.Enum):
    ONLY = "one"
class Mixed(enum.Enum):
    A = "a"
    B = 2
class Model(BaseModel):
    a: {annotation}
"""
    found = schemas_of(tmp_path, source)
    schema = found.get(annotation, found["Model"]["properties"]["a"])
    assert {key: value for key, value in schema.items() if key != "x-modelpact"} == expected


def test_an_enumeration_of_tuples_is_refused(tmp_path: Path) -> None:
    source = """
class Pair(enum.Enum):
    A = (1, 2)
class Model(BaseModel):
    a: Pair
"""
    assert [fault.rule for fault in faults_of(tmp_path, source)] == ["enum-member-not-scalar"]


def test_json_value_and_any_are_any_value(tmp_path: Path) -> None:
    found = properties(tmp_path, "a: JsonValue\nb: Any\nc: dict[str, Any]\nd: dict[str, JsonValue]")
    anything = {"type": "object", "additionalProperties": True}
    assert found == {"a": {}, "b": {}, "c": anything, "d": anything}


def test_computed_fields_are_emitted_and_excluded_ones_read(tmp_path: Path) -> None:
    source = """
class Model(BaseModel):
    a: int
    hidden: int = Field(0, exclude=True)
    @computed_field
    @property
    def double(self) -> int:
        return self.a * 2
"""
    found = schemas_of(tmp_path, source)
    assert list(found["Model"]["properties"]) == ["a", "double"]
    assert found["Model"]["required"] == ["a", "double"]
    assert list(found["ModelInput"]["properties"]) == ["a", "hidden"]


def test_a_plain_validator_that_does_not_say_what_it_reads_is_noted(tmp_path: Path) -> None:
    source = """
@Role("command")
class Model(BaseModel):
    a: Annotated[int, PlainValidator(lambda value: 1)]
"""
    result = exported(tmp_path, source)
    assert [note.rule for note in result.diagnostics] == ["untyped-validator"]


def test_patterns_are_written_portably_or_refused(tmp_path: Path) -> None:
    looks_back = r"""
class Look(BaseModel):
    model_config = ConfigDict(regex_engine="python-re")
    b: Annotated[str, Field(pattern=r"(a)\1")]
"""
    found = properties(tmp_path, r"a: Annotated[str, Field(pattern=r'^\d+$')]", digits="ascii")
    assert found["a"]["pattern"] == "^[0-9]+$"
    (fault,) = faults_of(tmp_path, looks_back)
    assert fault.rule == "pattern-not-portable"
    assert fault.where.endswith(".Look")


def test_bounds_beyond_64_bits_keep_their_digits(tmp_path: Path) -> None:
    found = properties(tmp_path, f"a: Annotated[int, Field(le={2**70})]")
    assert found["a"]["maximum"] == 2**70


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    words = '*/ """ ` ${x} \n \u202e'
    found = properties(tmp_path, f"a: int = Field(description={words!r})")
    assert found["a"]["description"] == words


def test_a_module_that_crashes_pydantic_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(ErrorGroup) as caught:
        models_in(tmp_path, {"broken": "\n\nclass Model(BaseModel):\n    a: undefined_name\n"})
    (fault,) = caught.value.faults
    assert fault.rule == "import-failed"
    assert "broken.py:" in fault.where
    assert "undefined_name" in fault.what


@pytest.mark.parametrize("annotation", ['Sunset("soon")', 'Role("king")'])
def test_an_annotation_that_is_refused_is_found_where_it_is_written(
    tmp_path: Path, annotation: str
) -> None:
    known = "from modelpact.annotations import Role, Sunset"
    source = f"{known}\n\n@{annotation}\nclass A(BaseModel):\n    a: int\n"
    with pytest.raises(ErrorGroup) as caught:
        models_in(tmp_path, {"broken": source})
    (fault,) = caught.value.faults
    file, line = fault.where.rstrip(")").rsplit(":", 1)
    assert file.endswith("broken.py")
    written = Path(file.partition("(")[2]).read_text().splitlines()
    assert written[int(line) - 1].startswith(f"@{annotation}")


def test_numbers_that_json_has_not_are_no_defaults_and_no_bounds(tmp_path: Path) -> None:
    source = """
class Limits(BaseModel):
    most: float = float("inf")
    weights: list[float] = [1.0, float("nan")]
    ratio: float = Field(default=1.0, le=float("inf"), gt=float("-inf"))
"""
    made = exported(tmp_path, source)
    schema: Any = made.documents.documents["Limits.schema.json"].schema
    properties = schema["properties"]
    assert properties["most"] == {"type": "number"}
    assert "default" not in properties["weights"]
    assert properties["ratio"] == {"type": "number", "default": 1.0}
    assert {note.rule for note in made.diagnostics} == {"default-not-stated"}


def test_what_users_attach_becomes_json(tmp_path: Path) -> None:
    source = """
class Event(BaseModel):
    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"on": datetime.date(2020, 1, 1)}],
            "x-owner": {"id": uuid.UUID(int=1), "tags": {"b", "a"}},
        }
    )
    on: datetime.date
"""
    event = schemas_of(tmp_path, source)["Event"]
    assert event["examples"] == [{"on": "2020-01-01"}]
    owner = {"id": "00000000-0000-0000-0000-000000000001", "tags": ["a", "b"]}
    assert event["x-owner"] == owner


@pytest.mark.parametrize("value", ["object()", "float('nan')", "[{'a': float('inf')}]"])
def test_what_users_attach_and_json_has_not_is_refused(tmp_path: Path, value: str) -> None:
    source = f"""
class Event(BaseModel):
    model_config = ConfigDict(json_schema_extra={{"x-owner": {value}}})
    a: int
"""
    (fault,) = faults_of(tmp_path, source)
    assert fault.rule == "not-json"
    assert fault.where.endswith("Event")


def test_an_example_that_json_has_not_is_refused(tmp_path: Path) -> None:
    source = "class A(BaseModel):\n    a: float = Field(examples=[float('nan')])\n"
    (fault,) = faults_of(tmp_path, source)
    assert fault.rule == "not-json"


def test_flags_are_sums_of_their_members(tmp_path: Path) -> None:
    source = """
class Right(enum.Flag):
    '''What one may do.'''
    READ = 1
    WRITE = 2
class Wide(enum.IntFlag):
    READ = 1
class User(BaseModel):
    right: Right = Right.READ | Right.WRITE
    wide: Wide
"""
    made = schemas_of(tmp_path, source)
    assert (made["Right"]["type"], made["Right"]["minimum"], made["Right"]["maximum"]) == (
        "integer",
        0,
        3,
    )
    members = [{"name": "READ", "value": 1}, {"name": "WRITE", "value": 2}]
    assert made["Right"]["x-modelpact"]["members"] == members
    assert "maximum" not in made["Wide"]
    assert made["User"]["properties"]["right"]["default"] == 3


def test_a_variable_of_init_is_read_and_a_field_without_init_is_emitted(tmp_path: Path) -> None:
    source = """
from dataclasses import InitVar, field
from pydantic.dataclasses import dataclass
@dataclass
class Key:
    name: str
    seed: InitVar[int]
    size: int = field(init=False, default=3)
"""
    made = schemas_of(tmp_path, source)
    assert list(made["Key"]["properties"]) == ["name", "size"]
    assert list(made["KeyInput"]["properties"]) == ["name", "seed"]


def test_a_default_with_a_deprecated_field_is_no_use_of_it(tmp_path: Path) -> None:
    source = """
class Links(BaseModel):
    site: Annotated[str | None, Field(deprecated='Use pages.')] = None
    pages: set[str] = {'b', 'a'}
class Profile(BaseModel):
    links: Links = Links()
"""
    links = schemas_of(tmp_path, source)["Profile"]["properties"]["links"]
    assert links["default"] == {"site": None, "pages": ["a", "b"]}
