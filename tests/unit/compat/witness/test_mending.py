"""Payloads are refused for one reason where they can be."""

from __future__ import annotations

from typing import Any

from modelpact import compare
from modelpact.compat.report import Finding

CARD = {"type": "object", "properties": {"by": {"const": "card"}}, "required": ["by"]}
BILL = {
    "type": "object",
    "properties": {"by": {"const": "bill"}, "days": {"type": "integer"}},
    "required": ["by", "days"],
}


def order(**members: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {
            "city": {"type": "string", "maxLength": 9},
            "size": {"enum": ["s", "m"]},
            "paid": {"oneOf": [CARD, BILL]},
            **members,
        },
        "required": ["city", "size", "paid"],
    }


def found(new: dict[str, Any], old: dict[str, Any] | None = None) -> dict[str, Finding]:
    report = compare(order() if old is None else old, new, mode="backward")
    assert report.verdict == "breaking"
    return {finding.rule: finding for finding in report.findings}


def said(finding: Finding) -> tuple[Any, Any]:
    witness = finding.witness
    assert isinstance(witness, dict)
    return witness["city"], witness["size"]


def test_values_that_other_findings_refuse_are_replaced_by_such_as_both_versions_know() -> None:
    new = order(city={"type": "string", "maxLength": 4}, size={"enum": ["m", "l"]})
    findings = found(new)
    assert said(findings["length"]) == ("aaaaa", "m")
    city, size = said(findings["enum"])
    assert (len(city) <= 4, size) == (True, "s")
    assert not any(finding.others for finding in findings.values())


def test_so_are_whole_parts_around_them() -> None:
    findings = found(order(city={"type": "string", "maxLength": 4}, paid={"oneOf": [BILL]}))
    assert findings["length"].witness == {
        "city": "aaaaa",
        "size": "s",
        "paid": {"by": "bill", "days": 0},
    }
    assert not findings["length"].others


def test_what_only_more_members_would_mend_is_left_and_said() -> None:
    new = order(city={"type": "string", "maxLength": 4})
    new["required"] = [*new["required"], "gift"]
    findings = found(new)
    assert said(findings["length"]) == ("aaaaa", "s")
    assert findings["length"].others == ("gift",)
    assert not findings["required"].others
