"""The discriminated unions: the tag picks the model, and nothing else does."""

from __future__ import annotations

import json
from typing import Any, get_args

import pytest
from pydantic import BaseModel, RootModel, ValidationError

from lead_ignite.cqrs.blog import BlogEvent
from lead_ignite.cqrs.event import Actor
from lead_ignite.cqrs.kanban import KanbanEvent
from lead_ignite.cqrs.team import TeamEvent
from lead_ignite.cqrs.user import UserEvent
from lead_ignite.shared.model import example_of
from lead_ignite.user.billing import PaymentDetails
from lead_ignite.user.blog import BlogCalendarEntry
from lead_ignite.user.integrations import Integration
from lead_ignite.user.saved_search import SearchFilter
from support import lead_ignite as package

TAGS: dict[type[RootModel[Any]], tuple[str, set[str]]] = {
    PaymentDetails: ("kind", {"card", "bank_account", "paypal", "invoice"}),
    Integration: (
        "type",
        {"slack", "zapier", "hubspot", "salesforce", "google_calendar", "webhook", "custom"},
    ),
    BlogCalendarEntry: ("kind", {"plan", "posted"}),
    SearchFilter: ("kind", {"and", "or", "not", "condition"}),
    Actor: ("kind", {"user", "system"}),
    UserEvent: ("type", {"user.created", "user.updated", "user.deleted"}),
    BlogEvent: ("type", {"blog.created", "blog.updated", "blog.deleted"}),
    KanbanEvent: ("type", {"kanban.created", "kanban.updated", "kanban.deleted"}),
    TeamEvent: ("type", {"team.created", "team.updated", "team.deleted"}),
}

VARIANTS = [
    (union, variant)
    for union in TAGS
    for variant in get_args(union.model_fields["root"].annotation)
]

each_union = pytest.mark.parametrize("union", TAGS, ids=lambda union: union.__name__)
each_variant = pytest.mark.parametrize(
    ("union", "variant"), VARIANTS, ids=lambda model: model.__name__
)


def test_these_are_all_unions() -> None:
    assert set(TAGS) == {model for model in package.models() if package.is_union(model)}


@each_union
def test_a_union_has_the_tags_of_the_specification(union: type[RootModel[Any]]) -> None:
    name, tags = TAGS[union]
    schema = union.model_json_schema()
    if "$ref" in schema:
        schema = schema["$defs"][union.__name__]
    discriminator = schema["discriminator"]
    assert discriminator["propertyName"] == name
    assert set(discriminator["mapping"]) == tags


@each_variant
def test_the_tag_picks_the_model(union: type[RootModel[Any]], variant: type[BaseModel]) -> None:
    payload = example_of(variant)
    read = union.model_validate_json(json.dumps(payload))
    assert type(read.root) is variant
    assert json.loads(read.model_dump_json()) == payload


@each_variant
def test_the_tag_is_required(union: type[RootModel[Any]], variant: type[BaseModel]) -> None:
    tag, _ = TAGS[union]
    payload = example_of(variant)
    del payload[tag]
    with pytest.raises(ValidationError, match="discriminator"):
        union.model_validate(payload)
    with pytest.raises(ValidationError, match=tag):
        variant.model_validate(payload)
    assert variant.model_fields[tag].is_required()


@each_variant
def test_an_unknown_tag_is_refused(union: type[RootModel[Any]], variant: type[BaseModel]) -> None:
    tag, _ = TAGS[union]
    with pytest.raises(ValidationError, match="union_tag_invalid"):
        union.model_validate({**example_of(variant), tag: "carrier_pigeon"})
