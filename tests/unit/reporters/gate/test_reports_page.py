"""The page about reports shows what is really written."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path

import jsonschema_rs

from modelpact.reporters.gate.formats import FORMATS, rendered
from support.reports import report_schema, small_report

PAGE = (Path(__file__).parents[4] / "docs" / "reports.md").read_text("utf-8")


def section(title: str) -> str:
    """A section's indented blocks."""
    text = PAGE[PAGE.index(f"\n## {title}\n") :].split("\n## ")[1]
    lines = text.splitlines()
    return textwrap.dedent("\n".join(line for line in lines if not line or line[:4] == "    "))


def test_the_text_is_that_of_a_real_report() -> None:
    shown = section("Text").strip()
    assert shown.startswith("shop: next against 1.1.0, 1.0.0\n")
    assert rendered(small_report(), "text").startswith(shown.rstrip())


def test_the_object_is_a_part_of_a_real_one() -> None:
    shown = json.loads(section("JSON"))
    whole = json.loads(rendered(small_report(), "json"))
    contract, real = shown["contracts"][0], whole["contracts"][0]
    assert {**whole, "contracts": 0} == {**shown, "contracts": 0}
    finding, told = contract.pop("findings")[0], real["findings"][0]
    assert contract.items() <= {k: v for k, v in real.items() if k in contract}.items()
    assert finding.pop("witness")["refused"] == told["witness"]["refused"]
    assert finding == {key: told[key] for key in finding}
    schema = report_schema(closed=True)
    for part in ("Finding", "Contract"):
        schema["$defs"][part].pop("required")  # the page leaves members out
    jsonschema_rs.validate(schema, shown)


def test_every_format_has_a_section() -> None:
    titles = {"text", "json", "github", "gitlab", "sarif", "junit", "markdown", "html"}
    assert titles == set(FORMATS)
    for name in FORMATS:
        assert f"\n## {name}\n" in PAGE.lower()
