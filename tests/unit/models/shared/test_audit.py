from __future__ import annotations

import inspect

import pytest
from pydantic import BaseModel

from lead_ignite.cqrs.derived import taken_from
from lead_ignite.shared.audit import Archivable, Audited, Created, SoftDeletable
from lead_ignite.user.blog import Blog
from lead_ignite.user.core import User
from lead_ignite.user.profile import UserProfile
from lead_ignite.user.teams import Team
from support import lead_ignite as package

MIXINS: list[type[BaseModel]] = [Created, Audited, Archivable, SoftDeletable]
OWNED = {name for mixin in MIXINS for name in mixin.model_fields}


def test_the_mixins_own_these_fields() -> None:
    assert {"created_at", "updated_at", "archived_at", "is_deleted"} == OWNED


def test_the_mixins_stand_where_the_specification_says() -> None:
    bearers = {
        mixin: {model for model in package.models() if issubclass(model, mixin)} for mixin in MIXINS
    }
    assert bearers == {
        Created: {User, Team, Blog},
        Audited: {User, Team},
        Archivable: {User, Team, UserProfile},
        SoftDeletable: {User, Team},
    }


@pytest.mark.parametrize("name", sorted(OWNED))
def test_no_model_retypes_a_field_of_a_mixin(name: str) -> None:
    retyped = [
        model.__name__
        for model in package.models()
        if name in inspect.get_annotations(model).keys() - taken_from(model).keys()
    ]
    assert retyped == []
