"""The surface of commands, events and views adds to the contract and changes nothing in it."""

from __future__ import annotations

from typing import Literal

import pytest

import modelpact
from modelpact.documents.sets import DocumentSet
from modelpact.export import Discovery, ExportRequest, discover, export_contract

each_audience = pytest.mark.parametrize("audience", ["public", "internal"])


def documents(audience: Literal["public", "internal"], *, exclude: tuple[str, ...]) -> DocumentSet:
    models = discover(Discovery("lead_ignite", exclude=exclude))
    request = ExportRequest("lead-ignite", tuple(models), audience=audience)
    return export_contract(request).documents


@each_audience
@pytest.mark.parametrize("pattern", ["lead_ignite.cqrs", "lead_ignite.cqrs.*"])
def test_one_pattern_leaves_it_out_and_with_it_the_contract_is_a_compatible_addition(
    audience: Literal["public", "internal"], pattern: str
) -> None:
    without = documents(audience, exclude=(pattern,))
    whole = documents(audience, exclude=())
    added = whole.documents.keys() - without.documents.keys()
    assert {"CreateUser.schema.json", "BlogView.schema.json", "TeamEvent.schema.json"} <= added
    assert {file: whole.documents[file] for file in without.documents} == without.documents
    report = modelpact.compare(without, whole)
    assert report.verdict == "compatible"
    assert not report.findings
