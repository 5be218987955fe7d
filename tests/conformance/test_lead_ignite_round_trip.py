"""The canonical contract: what the original models and their generated packages tell each other."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, Phase, given, reject, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from modelpact.documents.bundle import bundle
from modelpact.documents.sets import DocumentSet
from modelpact.export import Discovery, ExportRequest, discover, export_contract
from support import lead_ignite
from support.python_packages import generated
from support.schema_payloads import payloads

Audience = Literal["public", "internal"]

few = settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),  # shrinking texts of long patterns takes minutes
)


@cache
def documents(audience: Audience) -> DocumentSet:
    models = discover(Discovery("lead_ignite"))
    request = ExportRequest("lead-ignite", tuple(models), audience=audience)
    return export_contract(request).documents


@dataclass(frozen=True, slots=True)
class Contract:
    """One audience's documents and the package generated from them."""

    schema: Any
    package: Any

    def type(self, name: str) -> Any:
        return getattr(self.package, name)

    def half(self, name: str) -> str:
        """The document that a payload is read by: the input half where there is one."""
        return f"{name}Input" if f"{name}Input" in self.schema["$defs"] else name

    def payloads(self, name: str) -> st.SearchStrategy[Any]:
        return payloads({"$ref": f"#/$defs/{name}", "$defs": self.schema["$defs"]})

    def accepts(self, name: str, payload: Any) -> bool:
        schema = {"$ref": f"#/$defs/{name}", "$defs": self.schema["$defs"]}
        return jsonschema_rs.validator_for(schema, validate_formats=True).is_valid(payload)

    def again(self, name: str, text: str | bytes) -> Any:
        """What the package writes of what it read."""
        type_ = self.type(name)
        return json.loads(self.package.to_json(type_, self.package.from_json(type_, text)))


@contextmanager
def contract(audience: Audience) -> Iterator[Contract]:
    published = documents(audience)
    with generated(published) as package:
        yield Contract(bundle(published).schema, package)


@pytest.fixture(scope="module")
def internal() -> Iterator[Contract]:
    with contract("internal") as found:
        yield found


@pytest.fixture(scope="module")
def public() -> Iterator[Contract]:
    with contract("public") as found:
        yield found


each_model = pytest.mark.parametrize(
    "model", lead_ignite.concrete_models(), ids=lambda model: model.__name__
)


@each_model
def test_what_the_internal_package_writes_the_models_read_and_answer(
    internal: Contract, model: Any
) -> None:
    name = internal.half(model.__name__)
    original: TypeAdapter[Any] = TypeAdapter(model)

    @few
    @given(internal.payloads(name))
    def holds(payload: Any) -> None:
        written = internal.again(name, json.dumps(payload))
        assert written == payload
        value = read(original, written)
        answer = original.dump_json(value, by_alias=True)
        assert internal.again(model.__name__, answer) == json.loads(answer)

    holds()


_INTERNAL = frozenset({"RecoveryCode"})
"""Models that only internal fields lead to; any other one that is missing in public is a defect."""


@each_model
def test_the_public_package_reads_what_the_models_write_and_keeps_what_is_public(
    internal: Contract, public: Contract, model: Any
) -> None:
    name = model.__name__
    assert (name in public.schema["$defs"]) != (name in _INTERNAL)
    if name in _INTERNAL:
        return
    original: TypeAdapter[Any] = TypeAdapter(model)

    @few
    @given(internal.payloads(internal.half(name)))
    def holds(payload: Any) -> None:
        answer = original.dump_json(read(original, payload), by_alias=True)
        kept = public.again(name, answer)
        assert public.accepts(name, kept)
        assert kept == within(json.loads(answer), kept)
        assert public.again(name, json.dumps(kept)) == kept

    holds()


def read(original: TypeAdapter[Any], payload: Any) -> Any:
    """A payload as a model has it; patterns of IPv6 networks are wider than Pydantic's own."""
    try:
        return original.validate_json(json.dumps(payload))
    except ValidationError as error:
        if {found["type"] for found in error.errors()} <= {"ip_v4_network", "ip_v6_network"}:
            reject()
        raise


def within(whole: Any, part: Any) -> Any:
    """The whole without the members of objects that the part does not have."""
    if isinstance(whole, dict) and isinstance(part, dict):
        return {key: within(whole[key], part[key]) for key in part}
    if isinstance(whole, list) and isinstance(part, list) and len(whole) == len(part):
        return [within(a, b) for a, b in zip(whole, part, strict=True)]
    return whole
