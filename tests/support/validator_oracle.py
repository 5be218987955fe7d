"""Judging generated validators by jsonschema-rs, value by value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any, Final

import jsonschema_rs

from modelpact.documents.sets import load_documents
from modelpact.errors import ModelpactError
from support.javascript_validators import JavaScriptError, JavaScriptValidators
from support.random_kinds import draw_family
from support.random_payloads import PayloadSource, changed

__all__ = ["CONTRACTS", "Disagreement", "Tally", "ValidatorOracle", "is_exact"]

_KEPT: Final = 50
"""So many packages stay on disk before they are removed."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A value that one side accepts and the other refuses, or a crash.

    Attributes:
        schema: What is judged by.
        value: What is judged.
        why: Who says what.

    """

    schema: Any
    value: Any
    why: str


@dataclass(slots=True)
class Tally:
    """What was asked: values, how many of them were valid, schemas, and those that were refused."""

    checks: int = 0
    valid: int = 0
    schemas: int = 0
    refused: int = 0

    def add(self, other: Tally) -> None:
        """Take in what another one counted."""
        self.checks += other.checks
        self.valid += other.valid
        self.schemas += other.schemas
        self.refused += other.refused


_SCHEMAS: Final = Path(__file__).parents[2] / "schemas"
CONTRACTS: Final = tuple(
    f"contract {folder.parent.name}" for folder in sorted(_SCHEMAS.glob("lead-ignite*/next"))
)
"""The kinds that are no random schemas: the documents of a contract."""


class ValidatorOracle:
    """Asks both sides about the same values."""

    def __init__(self, javascript: JavaScriptValidators) -> None:
        self._javascript = javascript
        self._packages = 0
        self._contracts: dict[str, list[tuple[Any, Any, str]]] = {}

    def examine_kind(
        self, kind: str, seed: int, tally: Tally, *, payloads: int
    ) -> list[Disagreement]:
        """Judge random values of one kind, one of the random ones or one of :data:`CONTRACTS`."""
        if kind in CONTRACTS:
            return self.examine_contract(kind, seed, tally, payloads=payloads)
        return self.examine_family(kind, seed, tally, payloads=payloads)

    def examine_contract(
        self, kind: str, seed: int, tally: Tally, *, payloads: int
    ) -> list[Disagreement]:
        """Judge changed examples by four documents of a contract."""
        random = Random(f"{kind} {seed}")
        if kind not in self._contracts:
            self._contracts[kind] = self._contract(
                _SCHEMAS / kind.removeprefix("contract ") / "next"
            )
        found: list[Disagreement] = []
        for schema, peer, module in random.sample(self._contracts[kind], 4):
            values = list(schema.get("examples", ()))
            for _ in range(payloads if values else 0):
                value = random.choice(values)
                for _ in range(random.choice((0, 1, 1, 2))):
                    value = changed(value, random)
                values.append(value)
            values = [_as_javascript(value) for value in values if is_exact(value)]
            found += self._compare(schema, peer, module, values, tally)
        return found

    def _contract(self, folder: Path) -> list[tuple[Any, Any, str]]:
        """Each schema of a contract with its peer and its module."""
        documents = load_documents(folder)
        names = [document.name for document in documents]
        modules = self._javascript.package(documents, names, stays=True)
        registry = jsonschema_rs.Registry(
            [(str(d.schema["$id"]), d.schema) for d in documents if isinstance(d.schema, dict)]
        )
        schemas: list[Any] = [document.schema for document in documents]
        peers = [
            jsonschema_rs.validator_for(schema, validate_formats=True, registry=registry)
            for schema in schemas
        ]
        return list(zip(schemas, peers, modules, strict=True))

    def examine_family(
        self, kind: str, seed: int, tally: Tally, *, payloads: int
    ) -> list[Disagreement]:
        """Judge random values by the schemas of a random family."""
        random = Random(f"validators {kind} {seed}")
        family = draw_family(kind, seed)
        source = PayloadSource(random, family)
        drawn = source.draw(family, payloads - payloads // 2)
        drawn += [changed(random.choice(drawn), random) for _ in range(payloads // 2)]
        return self.examine(family, drawn, tally)

    def examine(
        self, schemas: Sequence[Any], values: Sequence[Any], tally: Tally
    ) -> list[Disagreement]:
        """Judge values by each of some schemas."""
        values = [_as_javascript(value) for value in values if is_exact(value)]
        usable = [s for s in schemas if is_exact(s) and _peer(s) is not None]
        tally.refused += len(schemas) - len(usable)
        tally.schemas += len(usable)
        try:
            modules = self._javascript.generate(*usable)
        except ModelpactError as error:
            if len(usable) > 1:
                return [d for s in usable for d in self.examine([s], values, tally)]
            tally.refused += 1
            allowed = {fault.rule for fault in error.faults} <= _REFUSALS
            return [] if allowed else [Disagreement(usable[0], None, f"refused: {error}")]
        found = list(self._judge(usable, modules, values, tally))
        self._packages += 1
        if self._packages % _KEPT == 0:
            self._javascript.forget()
        return found

    def _judge(
        self, schemas: Sequence[Any], modules: Sequence[str], values: Sequence[Any], tally: Tally
    ) -> Iterator[Disagreement]:
        for schema, module in zip(schemas, modules, strict=True):
            yield from self._compare(schema, _peer(schema), module, values, tally)

    def _compare(
        self, schema: Any, peer: Any, module: str, values: Sequence[Any], tally: Tally
    ) -> Iterator[Disagreement]:
        try:
            said = self._javascript.judge(module, values)
        except JavaScriptError as error:
            yield Disagreement(schema, None, str(error))
            return
        for value, valid in zip(values, said, strict=True):
            tally.checks += 1
            tally.valid += valid
            if peer.is_valid(value) != valid:
                yield Disagreement(schema, value, f"JavaScript says {valid}")


_REFUSALS: Final = frozenset({"invalid-keyword", "invalid-pattern", "unsupported-pattern"})
_peers: dict[int, tuple[Any, Any]] = {}


def _peer(schema: Any) -> Any:
    known = _peers.get(id(schema))
    if known is None or known[0] is not schema:
        try:
            made = jsonschema_rs.validator_for(schema, validate_formats=True)
        except (jsonschema_rs.ValidationError, jsonschema_rs.ReferencingError, ValueError):
            made = None
        if len(_peers) > _KEPT:
            _peers.clear()
        known = _peers[id(schema)] = (schema, made)
    return known[1]


def _as_javascript(value: Any) -> Any:
    """A value as JavaScript has it, which does not tell 1.0 from 1."""
    if isinstance(value, dict):
        return {name: _as_javascript(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_as_javascript(inner) for inner in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def is_exact(value: Any) -> bool:
    """Whether JavaScript's numbers hold all numbers of a value, or of a schema."""
    if isinstance(value, dict):
        return all(map(is_exact, value.values()))
    if isinstance(value, list):
        return all(map(is_exact, value))
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return True
    try:
        return Decimal(repr(float(value))) == Decimal(str(value))
    except OverflowError:
        return False
