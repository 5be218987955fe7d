"""Every edit to Lead Ignite's models gets the verdict, the rules and the witness that it should.

The table is ``support/lead_ignite_edits``. A payload that shows a break is given to the models
themselves: those that write it accept it in strict mode, those that read it refuse it.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

import lead_ignite
from modelpact import compare
from modelpact.compat.report import Finding, Report
from support.edited_packages import Exported, copied, exported
from support.lead_ignite_edits import EDITS
from support.lead_ignite_edits.edit import Audience, Edit

PACKAGE = Path(lead_ignite.__path__[0])

each_edit = pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.what.replace(" ", "_"))


@cache
def released(audience: Audience) -> Exported:
    return exported(PACKAGE, audience)


def edited(edit: Edit, folder: Path) -> Exported:
    files = frozenset(file for file, _, _ in edit.patches)
    package = copied(PACKAGE, folder)
    edit.apply(package)
    return exported(package, edit.audience, edited=files)


def test_there_are_many_edits_and_each_has_a_name() -> None:
    assert len(EDITS) >= 60
    assert len({edit.what for edit in EDITS}) == len(EDITS)


@each_edit
def test_an_edit_gets_what_it_should(edit: Edit, tmp_path: Path) -> None:
    old, new = released(edit.audience), edited(edit, tmp_path)
    report = compare(old.documents, new.documents)
    assert explained(report) == edit.expected.data
    lenient = {f.rule for f in report.findings if not is_confirmed(f, old, new)}
    assert lenient == set(edit.lenient)


def explained(report: Report) -> set[str]:
    """The rules that explain which payloads are refused."""
    assert report.complete
    assert all(finding.verdict == "breaking" for finding in report.findings)
    return {finding.rule for finding in report.findings if finding.category == "data"}


def is_confirmed(finding: Finding, old: Exported, new: Exported) -> bool:
    """Whether the models agree that what one version writes the other refuses."""
    writer, reader = (old, new) if finding.direction == "backward" else (new, old)
    name = finding.document.partition(".")[0]
    if finding.rule == "document-removed":
        return accepts(writer.models[name], finding.witness)
    return accepts(writer.models[name], finding.witness) and not accepts(
        reader.models[name], finding.witness
    )


def accepts(model: Any, payload: Any) -> bool:
    try:
        TypeAdapter(model).validate_json(json.dumps(payload), strict=True)
    except ValidationError:
        return False
    return True
