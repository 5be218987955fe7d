"""A fixed slice of what `benchmarks/compat/fuzz.py` asks for as long as it is told."""

from __future__ import annotations

from itertools import permutations
from random import Random

import pytest

from modelpact.compat.engine import Engine
from modelpact.compat.policy import Policy
from modelpact.compat.reasons import Budget
from support.containment_oracle import Oracle, Tally, formats_of
from support.random_kinds import KINDS, draw_family

FAMILIES = 24

MAY_BE_UNKNOWN = {"formats": {"format"}, "models": {"format"}, "extremes": {"budget"}}
"""By kind: reasons for which a few answers may be missing. No other is expected anywhere."""


@pytest.mark.parametrize("kind", KINDS)
def test_no_answer_about_random_schemas_is_false(kind: str) -> None:
    oracle = Oracle(Engine())
    tally = Tally()
    for seed in range(FAMILIES):
        failures = oracle.examine(
            draw_family(kind, seed),
            Random(seed),
            tally,
            formats=formats_of(kind, seed),
            with_peer=seed % 4 == 0,
        )
        assert failures == []
    assert tally.pairs > FAMILIES * 8
    undecided = set(tally.answers) - {"yes", "no"}
    assert undecided <= MAY_BE_UNKNOWN.get(kind, set())
    assert undecided_share(tally) <= 0.02


def undecided_share(tally: Tally) -> float:
    return 1 - (tally.answers["yes"] + tally.answers["no"]) / tally.pairs


@pytest.mark.parametrize("kind", KINDS)
def test_validators_confirm_what_the_engine_shows(kind: str) -> None:
    engine = Engine()
    for seed in range(2):
        formats = formats_of(kind, seed)
        for inner, outer in permutations(draw_family(kind, seed), 2):
            raw = engine.search(outer, inner, policy=Policy(formats), budget=Budget(20_000))
            full = engine.contains(outer, inner, formats=formats, budget=Budget(20_000))
            assert full.answer == raw.answer
