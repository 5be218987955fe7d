from __future__ import annotations

import copy
from typing import Any

from hypothesis import assume, given

from modelpact import compare
from modelpact.compat.engine import Engine
from modelpact.compat.policy import ContentPolicy
from modelpact.compat.report import Report
from modelpact.compat.subjects import Side, Subject
from modelpact.compat.witness.breaks import Break
from modelpact.compat.witness.confirm import Validators, confirm
from modelpact.compat.witness.edits import parts_of, without
from modelpact.compat.witness.polish import is_minimal, polish
from modelpact.compat.writing import written_by
from modelpact.errors import ModelpactError
from support.schemas import documents

ENGINE = Engine()


def compared(old: Any, new: Any, content: ContentPolicy = "strict") -> Report:
    try:
        return compare(old, new, mode="backward", content=content, engine=ENGINE)
    except ModelpactError:  # no schema of its dialect
        assume(False)
        raise


@given(documents())
def test_a_schema_compared_with_itself_is_silent(schema: Any) -> None:
    renamed = {**copy.deepcopy(schema), "title": "The same, so that no digest settles it"}
    for content in ("strict", "tolerant"):
        report = compare(schema, renamed, content=content, engine=ENGINE)
        breaking = [f for f in report.findings if f.verdict == "breaking"]
        assert not breaking


@given(documents(), documents())
def test_every_finding_has_a_witness_that_two_validators_confirm(old: Any, new: Any) -> None:
    report = compared(old, new)
    for finding in report.findings:
        if finding.verdict == "breaking":
            assert confirm(new, old, finding.witness)  # type: ignore[arg-type]


@given(documents(), documents())
def test_the_verdict_is_the_engines(old: Any, new: Any) -> None:
    report = compared(old, new)
    answer = ENGINE.contains(new, old).answer
    verdicts = {"yes": "compatible", "no": "breaking", "unknown": "unknown"}
    assert report.verdict == verdicts[answer]


@given(documents(), documents())
def test_the_list_of_breaks_ends_complete_or_says_why_not(old: Any, new: Any) -> None:
    report = compared(old, new, "tolerant")
    assert all(asked.complete or asked.reason for asked in report.asked)


@given(documents(), documents())
def test_a_polished_witness_is_still_one_and_nothing_in_it_can_go(old: Any, new: Any) -> None:
    answer = ENGINE.contains(new, old)
    assume(answer.answer == "no")
    writer, reader = Side(Subject(old)), Side(Subject(new))
    broken = Break(reader, [writer.subject], Validators(), "assert")
    result = polish(answer.witness, broken, writer)
    assert confirm(new, old, result)
    assert is_minimal(result, broken.holds)
    assert polish(result, broken, writer) == result


@given(documents(), documents())
def test_what_a_tolerant_writer_writes_is_a_part_of_what_the_schema_accepts(
    schema: Any, other: Any
) -> None:
    answer = ENGINE.contains(other, schema)
    assume(answer.answer == "no")
    written = written_by(Subject(schema))
    validator = Validators().rust(written, "assert")
    original = Validators().rust(Subject(schema), "assert")
    candidates = [without(answer.witness, path) for path in parts_of(answer.witness) if path]
    for value in (answer.witness, *candidates):
        assert not validator.accepts(value) or original.accepts(value)
