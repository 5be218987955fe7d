"""The commands, views and events of the records: what they have, and what they must not have."""

from __future__ import annotations

import json
from typing import Any, get_args

import pytest
from pydantic import BaseModel, ValidationError

import lead_ignite.cqrs as package_of_messages
from lead_ignite.cqrs import blog, kanban, team, user
from lead_ignite.cqrs.absent import ABSENT, Partial
from lead_ignite.cqrs.command import Command
from lead_ignite.cqrs.derived import taken_from
from lead_ignite.cqrs.event import Event
from lead_ignite.cqrs.page import Page
from lead_ignite.cqrs.view import View
from lead_ignite.shared.model import example_of
from lead_ignite.user.blog import Blog
from lead_ignite.user.core import User
from lead_ignite.user.kanban import Kanban
from lead_ignite.user.teams import Team
from modelpact.annotations import Internal, Role, annotation_of
from support import lead_ignite as package

RECORDS: dict[type[BaseModel], Any] = {User: user, Blog: blog, Kanban: kanban, Team: team}
KEYS = {User: "id", Blog: "id", Kanban: "user_id", Team: "id"}

each_record = pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
messages = [
    model
    for model in package.concrete_models()
    if model.__module__.startswith(package_of_messages.__name__)
]
each_message = pytest.mark.parametrize("model", messages, ids=lambda model: model.__name__)


def member(record: type[BaseModel], pattern: str) -> Any:
    return getattr(RECORDS[record], pattern.format(record.__name__))


@each_record
@pytest.mark.parametrize(
    ("pattern", "role", "base"),
    [
        ("Create{}", "command", Command),
        ("Update{}", "command", Command),
        ("Delete{}", "command", Command),
        ("{}View", "view", View),
        ("{}Page", "view", Page),
        ("{}Created", "event", Event),
        ("{}Updated", "event", Event),
        ("{}Deleted", "event", Event),
    ],
)
def test_a_record_has_a_whole_surface(
    record: type[BaseModel], pattern: str, role: str, base: type
) -> None:
    model = member(record, pattern)
    assert issubclass(model, base)
    found = annotation_of(model, Role)
    assert found is not None
    assert found.name == role


@each_message
def test_every_field_of_a_record_is_taken_over_and_none_is_retyped(model: type[BaseModel]) -> None:
    taken = taken_from(model)
    for name, source in taken.items():
        assert source in RECORDS
        theirs, own = source.model_fields[name], model.model_fields[name]
        assert own.annotation == theirs.annotation
        assert own.description == theirs.description
        assert own.metadata[: len(theirs.metadata)] == theirs.metadata
    if not issubclass(model, Event):
        declared = model.model_fields.keys() - taken.keys()
        declared -= {
            name for base in model.__mro__[1:] for name in vars(base).get("__annotations__", ())
        }
        assert declared <= {"password", "kind", "user_id", "name", "root"}


@each_record
def test_an_update_may_leave_all_out_and_clear_what_may_be_null(record: type[BaseModel]) -> None:
    update = member(record, "Update{}")
    assert issubclass(update, Partial)
    required = {"request_id", "expected_version", KEYS[record]}
    least = {name: value for name, value in example_of(update).items() if name in required}
    command = update.model_validate(least)
    assert json.loads(command.model_dump_json()) == least
    for name in update.model_fields.keys() - required:
        assert getattr(command, name) is ABSENT
        clearable = type(None) in get_args(record.model_fields[name].annotation)
        if clearable:
            assert getattr(update.model_validate({**least, name: None}), name) is None
        else:
            with pytest.raises(ValidationError):
                update.model_validate({**least, name: None})


@each_record
def test_an_update_changes_neither_identity_nor_what_the_service_keeps(
    record: type[BaseModel],
) -> None:
    own = member(record, "Update{}").model_fields.keys() - {KEYS[record]}
    assert own.isdisjoint({"id", "user_id", "created_at", "updated_at", "is_deleted"})
    made = member(record, "Create{}").model_fields.keys()
    assert made.isdisjoint({"id", "created_at", "updated_at", "is_deleted", "archived_at"})


@each_record
def test_a_change_tells_of_everything_that_a_view_shows(record: type[BaseModel]) -> None:
    shown = member(record, "{}View").model_fields.keys() - {"version", "created_at"}
    assert member(record, "{}Changes").model_fields.keys() == shown


@each_message
def test_no_message_holds_what_is_internal_but_the_password_to_be_set(
    model: type[BaseModel],
) -> None:
    assert not [
        name
        for name, field in model.model_fields.items()
        if any(isinstance(item, Internal) for item in field.metadata)
    ]
    assert ("password" in model.model_fields) == (model is user.CreateUser)


def test_a_password_is_not_shown_when_a_command_is() -> None:
    command = user.CreateUser.model_validate(example_of(user.CreateUser))
    assert command.password not in repr(command)


@each_record
def test_a_view_promises_all_its_fields(record: type[BaseModel]) -> None:
    for pattern in ("{}View", "{}Page"):
        schema = member(record, pattern).model_json_schema(mode="serialization")
        assert schema["required"] == list(schema["properties"])


@each_record
def test_an_event_is_known_by_its_type(record: type[BaseModel]) -> None:
    union = member(record, "{}Event")
    for pattern in ("{}Created", "{}Updated", "{}Deleted"):
        model = member(record, pattern)
        read = union.model_validate_json(json.dumps(example_of(model)))
        assert type(read.root) is model
        assert read.root.type == f"{record.__name__}.{pattern[2:]}".lower()
