"""What holds for every model of Lead Ignite, found by walking the package."""

from __future__ import annotations

import ast
import inspect
import json
import sys
from enum import Enum
from functools import cache
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter

from lead_ignite.shared.extensible import ExtensibleEnum
from modelpact.annotations import Extensible, Role, annotation_of
from support import lead_ignite as package
from support.schema_payloads import payloads

MODELS = package.models()
CONCRETE = package.concrete_models()
EXAMPLES = list(package.examples())

ENTITIES = {
    "Analytics",
    "Automation",
    "Billing",
    "Blog",
    "Integrations",
    "Invitation",
    "Kanban",
    "Research",
    "Security",
    "Subscription",
    "Team",
    "TeamMembership",
    "User",
    "UserProfile",
}

INTEGRATIONS = (
    "CustomIntegration",
    "GoogleCalendarIntegration",
    "HubSpotIntegration",
    "SalesforceIntegration",
    "SlackIntegration",
    "WebhookIntegration",
    "ZapierIntegration",
)
PAYMENTS = ("BankAccountPayment", "CardPayment", "InvoicePayment", "PayPalPayment")

each_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
each_concrete_model = pytest.mark.parametrize("model", CONCRETE, ids=lambda model: model.__name__)
each_example = pytest.mark.parametrize(
    ("reader", "payload"),
    [(reader, payload) for _, reader, payload in EXAMPLES],
    ids=[where for where, _, _ in EXAMPLES],
)

few_payloads = settings(
    max_examples=5,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),  # shrinking texts of long patterns takes minutes
)


@cache
def inputs(model: type[BaseModel]) -> st.SearchStrategy[Any]:
    return payloads(model.model_json_schema())


def written(reader: TypeAdapter[Any], value: object) -> Any:
    return json.loads(reader.dump_json(value, by_alias=True))


def test_the_walk_finds_the_package() -> None:
    assert len(MODELS) > 50
    assert {model.__name__ for model in MODELS} >= ENTITIES


def test_no_two_models_or_enums_share_a_name() -> None:
    names = [item.__name__.casefold() for item in (*MODELS, *package.enums())]
    assert len(names) == len(set(names))


def test_every_public_class_is_listed_in_its_module() -> None:
    for module in package.modules():
        own = {
            name
            for name, value in vars(module).items()
            if isinstance(value, type)
            and value.__module__ == module.__name__
            and not name.startswith("_")
            and issubclass(value, BaseModel | Enum | tuple)
            and "[" not in name
        }
        assert own <= set(getattr(module, "__all__", ())), module.__name__


@each_model
def test_a_model_has_a_role_of_its_own(model: type[BaseModel]) -> None:
    role = annotation_of(model, Role)
    assert role is not None
    assert (role.name == "entity") == (model.__name__ in ENTITIES)


@each_model
def test_a_model_has_a_description_of_its_own(model: type[BaseModel]) -> None:
    assert model.__dict__.get("__doc__")


@each_model
def test_every_field_has_a_description(model: type[BaseModel]) -> None:
    descriptions = {name: field.description for name, field in model.model_fields.items()}
    for name, computed in model.model_computed_fields.items():
        descriptions[name] = computed.description
    assert [name for name, description in descriptions.items() if not description] == []


@pytest.mark.parametrize("enum", package.enums(), ids=lambda enum: enum.__name__)
def test_every_enum_has_a_description(enum: type[Enum]) -> None:
    assert enum.__dict__.get("__doc__")


@each_concrete_model
def test_a_model_has_an_example_of_its_own(model: type[BaseModel]) -> None:
    extra = model.__dict__["model_config"]["json_schema_extra"]
    assert extra["examples"]
    inherited = [
        base.model_config.get("json_schema_extra")
        for base in model.__bases__
        if issubclass(base, BaseModel)
    ]
    assert extra not in inherited


def test_every_use_of_a_generic_model_has_an_example() -> None:
    uses = [
        (model.__name__, name, field.examples)
        for model in CONCRETE
        for name, field in model.model_fields.items()
        if isinstance(field.annotation, type)
        and issubclass(field.annotation, BaseModel)
        and field.annotation.__pydantic_generic_metadata__["origin"]
    ]
    assert uses
    assert [use for use in uses if not use[2]] == []


@each_example
def test_an_example_is_complete_and_comes_back_as_it_was(
    reader: TypeAdapter[Any], payload: Any
) -> None:
    value = reader.validate_json(json.dumps(payload))
    assert written(reader, value) == payload


@each_example
def test_python_objects_are_read_like_json(reader: TypeAdapter[Any], payload: Any) -> None:
    assert reader.validate_python(payload) == reader.validate_json(json.dumps(payload))


@each_concrete_model
def test_a_field_that_is_not_known_is_ignored(model: type[BaseModel]) -> None:
    _, reader, payload = next(one for one in EXAMPLES if one[0] == f"{model.__name__}[0]")
    value = reader.validate_python({**payload, "from_a_later_release": 1})
    assert written(reader, value) == payload


def test_internal_fields_are_exactly_those_of_the_specification() -> None:
    assert package.internal_fields() == {
        ("User", "password_hash"),
        ("RecoveryCode", "code"),
        ("TwoFactorAuth", "recovery_codes"),
        ("Invitation", "token"),
        *((payment, "provider_reference") for payment in PAYMENTS),
        *((integration, "access_token") for integration in INTEGRATIONS),
    }


def test_extensible_enums_are_exactly_the_sets_that_grow() -> None:
    marked = {enum for enum in package.enums() if annotation_of(enum, Extensible)}
    assert marked == {enum for enum in package.enums() if issubclass(enum, ExtensibleEnum)}
    assert {enum.__name__ for enum in marked} == {
        "AIAction",
        "IntegrationProvider",
        "PaymentProvider",
        "Platform",
        "ResearchSource",
    }


@pytest.mark.parametrize("module", package.modules(), ids=lambda module: module.__name__)
def test_a_module_imports_nothing_heavy(module: Any) -> None:
    allowed = {"pydantic", "lead_ignite", "__future__", *sys.stdlib_module_names}
    tree = ast.parse(inspect.getsource(module) or "")
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0
            names = [node.module or ""]
        for name in names:
            assert name == "modelpact.annotations" or name.partition(".")[0] in allowed


@each_concrete_model
@few_payloads
@given(data=st.data())
def test_what_the_input_schema_accepts_is_read_and_written_as_the_output_schema_says(
    model: type[BaseModel], data: st.DataObject
) -> None:
    drawn = data.draw(inputs(model))
    first = model.model_validate_json(json.dumps(drawn))
    text = first.model_dump_json()
    assert includes(json.loads(text), drawn)
    assert model.model_validate_json(text) == first
    output = model.model_json_schema(mode="serialization")
    jsonschema_rs.validator_for(output, validate_formats=True).validate(json.loads(text))


def includes(whole: Any, part: Any) -> bool:
    """Whether ``whole`` is ``part``, with more members in its objects at most."""
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(
            name in whole and includes(whole[name], member) for name, member in part.items()
        )
    if isinstance(part, list):
        return len(whole) == len(part) and all(map(includes, whole, part))
    return bool(whole == part) and isinstance(whole, bool) == isinstance(part, bool)
