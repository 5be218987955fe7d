"""A fixed slice of what `benchmarks/compat/fuzz.py` asks for as long as it is told."""

from __future__ import annotations

from random import Random

import pytest

from modelpact.compat.engine import Engine
from support.containment_oracle import Oracle, Tally, formats_of
from support.random_kinds import KINDS, draw_family

FAMILIES = 24


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
    assert tally.answers["yes"] + tally.answers["no"] >= 0.95 * tally.pairs
