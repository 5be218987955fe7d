"""The judge of the engine is itself on trial: it has to catch engines that lie."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from modelpact.compat.containment import Containment
from modelpact.compat.engine import Engine
from support.containment_oracle import Failure, Oracle, Tally
from support.minimising import minimised
from support.random_kinds import draw_family

SEEDS = range(6)


class _Stubborn:
    """Gives one answer to everything."""

    def __init__(self, answer: Containment | Exception) -> None:
        self._answer = answer

    def search(self, *_: Any, **__: Any) -> Containment:
        if isinstance(self._answer, Exception):
            raise self._answer
        return self._answer


class _Careless(Engine):
    """Right but for one kind of question: it takes what it cannot refute at once for proved."""

    def search(self, *arguments: Any, **options: Any) -> Containment:
        found = super().search(*arguments, **options)
        return Containment("yes") if isinstance(found.witness, dict) else found


def _failures(engine: Any, kind: str) -> list[Failure]:
    oracle, tally = Oracle(engine), Tally()
    found: list[Failure] = []
    for seed in SEEDS:
        found += oracle.examine(draw_family(kind, seed), Random(seed), tally, with_peer=True)
    return found


@pytest.mark.parametrize("kind", ["objects", "arrays", "unions", "recursion", "models", "draft 4"])
def test_an_engine_that_always_says_yes_is_caught(kind: str) -> None:
    found = _failures(_Stubborn(Containment("yes")), kind)
    assert "false yes" in {failure.category for failure in found}


def test_an_engine_that_shows_the_same_witness_for_everything_is_caught() -> None:
    found = _failures(_Stubborn(Containment("no", {"a": 1}, True)), "objects")
    assert {failure.category for failure in found} == {"false no"}


def test_an_engine_that_crashes_is_caught() -> None:
    found = _failures(_Stubborn(KeyError("a")), "numbers")
    assert {failure.category for failure in found} == {"crash"}
    assert "KeyError" in found[0].why


def test_an_engine_that_is_wrong_now_and_then_is_caught() -> None:
    assert {failure.category for failure in _failures(_Careless(), "objects")} <= {
        "false yes",
        "conflict",
    }
    assert _failures(_Careless(), "objects")


def test_a_failing_example_is_made_as_small_as_it_can_be() -> None:
    example: Any = {
        "properties": {"a": {"minimum": 7, "type": "number"}, "b": True},
        "required": ["a"],
    }

    def attempt(smaller: Any) -> Any:
        return smaller if "minimum" in str(smaller) else None

    assert minimised(example, attempt, example) in ({"minimum": 1}, {"minimum": 0})
