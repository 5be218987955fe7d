from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from modelpact.emit.naming import type_name
from modelpact.emit.scope import DEVICE_NAMES, Scope, unique_names
from support.hostile import hostile_text


def test_a_name_that_is_taken_is_numbered() -> None:
    scope = Scope()

    assert [scope.claim("User") for _ in range(3)] == ["User", "User2", "User3"]


def test_a_number_after_a_digit_is_set_apart() -> None:
    scope = Scope(["V1"])

    assert scope.claim("V1") == "V1_2"


def test_a_reserved_name_is_taken_from_the_start() -> None:
    assert Scope(["Object"]).claim("Object") == "Object2"


def test_files_that_differ_in_case_only_are_one_file() -> None:
    scope = Scope(DEVICE_NAMES, fold_case=True)

    assert scope.claim("user") == "user"
    assert scope.claim("User") == "User2"
    assert scope.claim("CON") == "CON2"


def test_a_name_that_needs_no_change_is_kept_whatever_comes_before_it() -> None:
    assert unique_names(["Foo-Bar", "FooBar"], type_name) == {
        "Foo-Bar": "FooBar2",
        "FooBar": "FooBar",
    }


@given(st.lists(hostile_text(), unique=True), hostile_text())
def test_names_are_unique_and_one_more_at_the_end_renames_none_but_itself(
    names: list[str], another: str
) -> None:
    before = unique_names(names, type_name, fold_case=True)
    after = unique_names([*names, another], type_name, fold_case=True)

    assert len({name.casefold() for name in before.values()}) == len(names)
    if another != type_name(another):
        assert {name: after[name] for name in names} == before
