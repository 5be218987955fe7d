"""A fixed slice of what `benchmarks/validators/fuzz.py` asks for as long as it is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from support.javascript_validators import JavaScriptValidators
from support.random_kinds import KINDS
from support.validator_oracle import CONTRACTS, Tally, ValidatorOracle

pytestmark = pytest.mark.toolchain

_FAMILIES = 6
_PAYLOADS = 60


@pytest.fixture(scope="module")
def oracle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ValidatorOracle]:
    with JavaScriptValidators(tmp_path_factory.mktemp("fuzz")) as running:
        yield ValidatorOracle(running)


@pytest.mark.parametrize("kind", [*KINDS, *CONTRACTS])
def test_generated_validators_agree_with_jsonschema_rs(kind: str, oracle: ValidatorOracle) -> None:
    tally = Tally()
    for seed in range(_FAMILIES):
        assert oracle.examine_kind(kind, seed, tally, payloads=_PAYLOADS) == []
    assert tally.checks > _FAMILIES * _PAYLOADS
    assert 0 < tally.valid < tally.checks
