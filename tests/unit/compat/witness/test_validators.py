from __future__ import annotations

import pytest

from modelpact.compat.engine import Engine
from modelpact.compat.witness.validators import PythonValidator, RustValidator

VALIDATORS = [RustValidator, PythonValidator]


@pytest.mark.parametrize("validator", VALIDATORS)
def test_adjacent_repetitions_of_one_letter_need_a_letter_each(
    validator: type[RustValidator | PythonValidator],
) -> None:
    asked = validator({"pattern": "^a+b*a+$"})
    assert not asked.accepts("a")
    assert asked.accepts("aa")
    assert asked.accepts("abba")


@pytest.mark.parametrize("validator", VALIDATORS)
def test_patterns_that_look_around_are_matched_all_the_same(
    validator: type[RustValidator | PythonValidator],
) -> None:
    asked = validator({"pattern": "^(?=.*[0-9])(?!.*x)[a-z0-9]+$"})
    assert asked.accepts("a1")
    assert not asked.accepts("aa")
    assert not asked.accepts("a1x")


def test_a_witness_is_not_disputed_over_such_a_pattern() -> None:
    found = Engine().contains({"pattern": "[a-c]+b*[a-c]+"}, {"minLength": 1, "maxLength": 1})
    assert found.answer == "no"
