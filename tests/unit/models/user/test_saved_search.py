from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError

from lead_ignite.shared.model import example_of
from lead_ignite.user.saved_search import AndFilter, ConditionFilter, SearchFilter

CONDITION = example_of(ConditionFilter)


def test_a_tree_of_filters_comes_back_as_it_was() -> None:
    tree: dict[str, Any] = CONDITION
    for kind in ("or", "and", "or", "and"):
        tree = {"kind": kind, "filters": [tree, {"kind": "not", "filter": tree}]}
    assert json.loads(SearchFilter.model_validate(tree).model_dump_json()) == tree


@pytest.mark.parametrize("value", ["x", "3", "true", True, False, 3, 2**60, 2.5, ["a", "b"], []])
def test_a_value_keeps_its_type(value: object) -> None:
    text = ConditionFilter.model_validate({**CONDITION, "value": value}).model_dump_json()
    written = json.loads(text)["value"]
    assert written == value
    assert type(written) is type(value)


@pytest.mark.parametrize("kind", ["and", "or"])
def test_a_combination_of_nothing_is_refused(kind: str) -> None:
    with pytest.raises(ValidationError, match="filters"):
        SearchFilter.model_validate({"kind": kind, "filters": []})


@pytest.mark.parametrize("field", ["", "Name", "a..b", ".a", "a b", "1a"])
def test_a_field_is_a_path(field: str) -> None:
    with pytest.raises(ValidationError, match="field"):
        ConditionFilter.model_validate({**CONDITION, "field": field})


def test_an_error_deep_in_a_tree_says_where_it_is() -> None:
    broken = {"kind": "and", "filters": [CONDITION, {"kind": "not", "filter": {"kind": "or"}}]}
    with pytest.raises(ValidationError) as raised:
        AndFilter.model_validate(broken)
    assert raised.value.errors()[0]["loc"][:4] == ("filters", 1, "not", "filter")
