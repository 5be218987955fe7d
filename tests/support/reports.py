"""Reports of the gate, made by hand and of real comparisons, for tests of their formats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import modelpact
from modelpact.compat.changes import ABSENT
from modelpact.compat.report import Finding, Snippet
from modelpact.documents.pointers import Pointer
from modelpact.documents.sets import Document, DocumentSet
from modelpact.gate.context import in_context
from modelpact.gate.report import ContractReport, Found, GateReport, Judged, Source, Waiver
from modelpact.graph.nodes import Location
from support.contracts import USER, edited

__all__ = [
    "HOSTILE",
    "LintFinding",
    "hostile_report",
    "large_report",
    "report_schema",
    "small_report",
]

HOSTILE = (
    "</script><!-- ]]> %0A::error::x\n::warning::y \x1b[31m\u202e `` ``` [red]b[/red] "
    "@everyone #1 | * _ & ' \" \\ {{ 7 }} {% x %} :heart:"
)
"""Text that would act in some format, if it were not kept text there."""

_WORSE = f"{HOSTILE} \ud800"
"""With half of a character, which no schema that can be checked has."""

_WAIVER = Waiver("", "The only reader is ours.", "ada@example.com", date(2030, 1, 31))
_SNIPPET = Snippet("typescript", 'import type { User } from "shop";\nuser.status;\n')


_PLACE = Location("User.schema.json", Pointer(("properties", "age")))


@dataclass(frozen=True, slots=True)
class LintFinding:
    """A finding that no comparison made."""

    rule: str = "description"
    category: str = "lint"
    message: str = "`age` has no description"
    advice: str = "Say what it is, in a sentence."
    document: str = "User.schema.json"
    path: str = "age"
    place: Location | None = _PLACE
    fingerprint: str = "00112233445566aa"

    def to_json(self) -> dict[str, Any]:
        """What all findings have in common."""
        return {"fingerprint": self.fingerprint, "rule": self.rule}


def documents(**schemas: Any) -> DocumentSet:
    """A set of documents by their names."""
    made = {f"{n}.schema.json": Document(n, f"{n}.schema.json", s) for n, s in schemas.items()}
    return DocumentSet("shop", made)


def small_report() -> GateReport:
    """A report with a finding of each kind, and a contract without any."""
    role = {"x-modelpact": {"role": "entity"}}
    new = edited(USER, "required", to=["id", "name", "age"])
    new = edited(new, "properties", "status", "enum", to=["active", "invited"])
    new = edited(new, "properties", "name", "maxLength", to=20)
    new = edited(new, "$defs", "Address", "required", to=["city", "zip"])
    old_set, new_set = documents(User={**USER, **role}), documents(User={**new, **role})
    report = modelpact.compare(old_set, new_set, mode="backward")
    found = [
        in_context(Judged(f, "error", ("1.1.0", "1.0.0")), old_set, new_set)
        for f in report.findings
    ]
    by_rule: dict[str, Judged] = {judged.finding.rule: judged for judged in found}
    length, enum = by_rule["length"], by_rule["enum"]
    sdk = replace(enum, finding=_sdk(enum.finding), source=None)
    judged = (
        replace(found[0], source=Source("shop/customers.py", 31)),
        replace(length, waiver=replace(_WAIVER, fingerprint=length.finding.fingerprint)),
        enum,
        sdk,
        replace(by_rule["required"], baselined=True),
        Judged(LintFinding(), "warning", source=Source("shop/customers.py", 12)),
    )
    shop = ContractReport(
        "shop",
        "next",
        ("1.1.0", "1.0.0"),
        judged,
        report.verdict,
        "major",
        report.settings,
        report.asked,
        "schemas/shop/next",
    )
    same = modelpact.compare(old_set, old_set)
    internal = ContractReport(
        "shop-internal", "next", ("1.0.0",), (), "compatible", "none", same.settings, same.asked
    )
    return GateReport("check", (shop, internal))


def _sdk(finding: Found) -> Finding:
    assert isinstance(finding, Finding)
    return replace(
        finding,
        rule="enum-member",
        category="sdk",
        message="`status` lost the member GONE",
        witness=ABSENT,
        refused=(),
        evidence=_SNIPPET,
    )


def hostile_report() -> GateReport:
    """A report in which every text is hostile, in names, words, values and files."""
    properties: Mapping[str, Any] = {HOSTILE: {"enum": [HOSTILE, "b"], "description": HOSTILE}}
    old: dict[str, Any] = {"type": "object", "properties": properties}
    new = edited(old, "properties", HOSTILE, "enum", to=["b"])
    old_set, new_set = documents(Evil=old), documents(Evil=new)
    report = modelpact.compare(old_set, new_set, mode="backward")
    finding = replace(
        report.findings[0],
        advice=_WORSE,
        embedders=(HOSTILE,),
        evidence=Snippet("typescript", HOSTILE),
    )
    waiver = Waiver(finding.fingerprint, _WORSE, _WORSE, date(2030, 1, 1))
    shown = in_context(Judged(finding, "error", (HOSTILE,)), old_set, new_set)
    lint = LintFinding(_WORSE, "lint", _WORSE, _WORSE, _WORSE, _WORSE)
    judged = (
        shown,
        replace(shown, waiver=waiver),
        replace(shown, source=Source(_WORSE, 3)),
        Judged(lint, "note"),
    )
    contract = ContractReport(
        _WORSE, _WORSE, (_WORSE,), judged, "breaking", "major", report.settings, report.asked
    )
    return GateReport("check", (contract,))


def large_report(count: int) -> GateReport:
    """A report with so many findings."""
    report = small_report()
    shop = report.contracts[0]
    findings = (shop.findings * (1 + count // len(shop.findings)))[:count]
    return replace(report, contracts=(replace(shop, findings=findings),))


def report_schema(*, closed: bool) -> dict[str, Any]:
    """The published schema of reports as JSON; closed, no member may stand beside those it has."""
    import json
    from importlib.resources import files

    text = files("modelpact.reporters").joinpath("report.schema.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    if closed:
        for part in (schema, *schema["$defs"].values()):
            part["additionalProperties"] = False
    return schema
