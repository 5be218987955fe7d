"""Every format of a report."""

from __future__ import annotations

import html
import json
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote

import jsonschema_rs
import pytest

from modelpact.gate.report import GateReport
from modelpact.reporters.gate.formats import FORMATS, rendered
from modelpact.reporters.gate.markdown import LONGEST, MARKER
from support.golden import GOLDEN, check_golden
from support.reports import HOSTILE, hostile_report, large_report, report_schema, small_report

_SUFFIXES = {"github": "txt", "gitlab": "json", "sarif": "json", "junit": "xml", "markdown": "md"}


def test_every_format_reads_as_reviewed() -> None:
    report = small_report()
    files = {
        f"{name}.{_SUFFIXES.get(name, {'text': 'txt'}.get(name, name))}": rendered(
            report, name, "services/shop"
        ).encode()
        for name in FORMATS
        if name != "html"  # its look is reviewed in a browser, its content by the tests below
    }
    check_golden(GOLDEN / "reports", files)


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_text_is_no_character_that_acts_on_a_terminal(name: str) -> None:
    text = rendered(hostile_report(), name)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", text)
    assert text.encode()


@pytest.mark.parametrize("report", [small_report(), hostile_report(), GateReport("lint", ())])
def test_json_satisfies_its_published_schema(report: GateReport) -> None:
    shown = json.loads(rendered(report, "json"))
    assert list(jsonschema_rs.iter_errors(report_schema(closed=True), shown)) == []


def test_json_keeps_hostile_text_as_it_is() -> None:
    shown = json.loads(rendered(hostile_report(), "json"))
    finding = shown["contracts"][0]["findings"][0]
    assert finding["advice"].startswith(HOSTILE)
    assert finding["witness"]["value"] == {HOSTILE: HOSTILE}


def test_a_text_report_answers_what_broke_for_whom_and_what_now() -> None:
    text = rendered(small_report(), "text")
    told = text[: text.index("waived:")]
    for part in (
        "breaking: `home.zip` became required [required]",
        "shop/customers.py:31",
        "User.schema.json#/$defs/Address/required",
        "services that still send the old payload, and data that is stored already",
        "against 1.1.0, 1.0.0",
        '"city"      |       "city",',
        '| +     "zip"',
        '<-- no "zip"',
        "Keep the property optional",
        "modelpact release shop",
        "modelpact waive ",
    ):
        assert part in told, part


def test_what_was_there_before_the_gate_is_counted_and_not_told() -> None:
    text = rendered(small_report(), "text")
    assert "`age` became required" not in text
    assert "1 in the baseline" in text


# --- GitHub ---------------------------------------------------------------------------------------

_COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Workflow commands as the runner reads them."""
    found = []
    for line in text.splitlines():
        match = _COMMAND.fullmatch(line)
        if match is None:
            continue
        pairs = (pair.partition("=") for pair in match[2].split(","))
        found.append((match[1], {k: unquote(v) for k, _, v in pairs}, unquote(match[3])))
    return found


def test_github_annotates_what_fails_and_what_warns_at_the_line_in_the_repository() -> None:
    shown = commands(rendered(small_report(), "github", "services/shop"))
    assert [level for level, _, _ in shown] == ["error", "error", "error", "warning"]
    assert shown[0][1]["file"] == "services/shop/shop/customers.py"
    assert shown[0][1]["line"] == "31"
    assert shown[1][1]["file"] == "services/shop/schemas/shop/next/User.schema.json"
    assert "line" not in shown[1][1]


def test_hostile_text_is_no_command_and_no_property_of_one() -> None:
    text = rendered(hostile_report(), "github")
    lines = text.splitlines()
    assert len(lines) == 4  # one is waived; the last line is the conclusion
    for line in lines[:-1]:
        assert _COMMAND.fullmatch(line)
    for _, properties, _ in commands(text):
        assert set(properties) <= {"file", "line", "title"}
    assert not lines[-1].lstrip().startswith(("::", "##["))


# --- GitLab ---------------------------------------------------------------------------------------


def test_gitlab_has_a_fingerprint_of_its_own_for_each_finding() -> None:
    issues = json.loads(rendered(small_report(), "gitlab"))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    assert [issue["severity"] for issue in issues] == [
        "critical", "info", "critical", "critical", "info", "minor",
    ]  # fmt: skip


# --- SARIF ----------------------------------------------------------------------------------------


def test_sarif_suppresses_what_is_waived_and_what_was_there_before() -> None:
    log = json.loads(rendered(small_report(), "sarif"))
    results = log["runs"][0]["results"]
    assert [len(result.get("suppressions", ())) for result in results] == [0, 1, 0, 0, 1, 0]
    assert "The only reader is ours." in results[1]["suppressions"][0]["justification"]
    for result in results:
        rules = log["runs"][0]["tool"]["driver"]["rules"]
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


# --- JUnit ----------------------------------------------------------------------------------------


def test_junit_fails_what_fails_skips_what_is_waived_and_passes_what_is_proved() -> None:
    root = ET.fromstring(rendered(small_report(), "junit").encode())
    assert root.attrib["failures"] == "3"
    assert root.attrib["skipped"] == "2"
    assert [len(suite) for suite in root] == [6, 2]
    assert all(len(case) == 0 for case in root[1])


# --- Markdown -------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 10, 40, 200, 3_000])
def test_markdown_fits_into_a_comment_however_much_there_is(count: int) -> None:
    report = large_report(count)
    text = rendered(report, "markdown")
    assert text.startswith(MARKER)
    assert len(text) <= LONGEST
    assert text.count("<details>") == text.count("</details>")
    shown = sum(not judged.baselined for judged in report.contracts[0].findings)
    left_out = re.search(r"\*\*(\d+) more are left out", text)
    told = len(re.findall(r"<b>(?:breaking|waived|warning)</b>", text))
    assert told == shown or (left_out is not None and int(left_out[1]) >= shown - told)
    assert (left_out is None) == (count <= 200)


def test_hostile_text_is_no_markup_outside_of_fences() -> None:
    text = rendered(hostile_report(), "markdown")
    outside = re.sub(r"(?ms)^(`{3,})\w*\n.*?\n\1$", "", text)
    assert not re.search(r"@\w|</?script|<!-- \]|\[red\]|(?<!&)#1|://", outside)
    tags = set(re.findall(r"<(/?[a-z]+)", outside))
    assert tags <= {"details", "/details", "summary", "/summary", "code", "/code", "b", "/b", "br",
                    "sub", "/sub"}  # fmt: skip


# --- HTML -----------------------------------------------------------------------------------------


class _Reader(HTMLParser):
    """Collects a page's elements and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    return reader


def test_the_page_needs_nothing_but_itself() -> None:
    page = read(rendered(small_report(), "html"))
    assert not {tag for tag, _ in page.elements} & {"script", "link", "img", "iframe"}
    assert not [a for _, attributes in page.elements for a in attributes if a in {"src", "href"}]


def test_hostile_text_adds_no_element_and_no_attribute_to_the_page() -> None:
    shapes = [
        {(tag, *sorted(attributes)) for tag, attributes in read(rendered(r, "html")).elements}
        for r in (small_report(), hostile_report())
    ]
    assert shapes[1] <= shapes[0] | {("pre",)}


def test_the_page_holds_all_that_the_text_does() -> None:
    shown = " ".join(html.unescape(read(rendered(small_report(), "html")).text).split())
    for part in (
        "home.zip became required",
        "shop/customers.py:31",
        '<-- no "zip"',
        "user.status;",
    ):
        assert part in shown, part


def test_the_same_report_gives_the_same_bytes() -> None:
    for name in FORMATS:
        assert rendered(small_report(), name) == rendered(small_report(), name)
