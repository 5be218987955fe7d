"""What the gate says of edits to Lead Ignite's models: verdict, rules, bump, exit code, witness.

The table is ``support/lead_ignite_edits``. For each edit, a copy of the models is changed and
``modelpact check`` holds it against a release of the models as they are. A payload that shows a
break is given to the models themselves: those that write it accept it in strict mode, those that
read it refuse it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError
from typer.testing import CliRunner

import lead_ignite
from modelpact.cli.app import application
from support.edited_packages import copied, exported, imported_anew, models_of
from support.lead_ignite_edits import EDITS
from support.lead_ignite_edits.edit import Audience, Edit
from support.releases import put_release

PACKAGE: Final = Path(lead_ignite.__path__[0])
CONTRACTS: Final[Mapping[Audience, str]] = {
    "public": "lead-ignite",
    "internal": "lead-ignite-internal",
}
SETTINGS: Final = """\
schemas = "{schemas}"

[contracts.{contract}]
package = "lead_ignite"
audience = "{audience}"
"""

each_edit = pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.what.replace(" ", "_"))

Models = Mapping[str, type[BaseModel]]


@dataclass(frozen=True, slots=True)
class Said:
    """What ``modelpact check`` said, and the models that it looked at."""

    code: int
    report: dict[str, Any]
    models: Models

    def explained(self, category: str, *, fails: bool = True) -> set[str]:
        """The rules of the findings of a category that fail the gate, or do not."""
        return {
            finding["rule"]
            for finding in self.report["findings"]
            if finding["category"] == category and finding["fails"] is fails
        }


@pytest.fixture(scope="module")
def schemas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with release 1.0.0 of both contracts."""
    folder = tmp_path_factory.mktemp("schemas")
    for audience, contract in CONTRACTS.items():
        (folder / contract).mkdir()
        documents = exported(PACKAGE, audience)
        put_release(folder / contract, "1.0.0", replace(documents, name=contract))
    return folder


@pytest.fixture(scope="module")
def originals() -> Models:
    with imported_anew(PACKAGE.name):
        return models_of(PACKAGE.name)


def check(edit: Edit, project: Path, schemas: Path) -> Said:
    """Apply an edit to a copy of the models, and ask the gate."""
    edit.apply(copied(PACKAGE, project))
    contract = CONTRACTS[edit.audience]
    settings = project / "modelpact.toml"
    settings.write_text(
        SETTINGS.format(schemas=schemas.as_posix(), contract=contract, audience=edit.audience)
    )
    edited = frozenset(file for file, _, _ in edit.patches)
    arguments = ["check", contract, "--config", str(settings), "--format", "json"]
    with imported_anew(PACKAGE.name, edited):
        done = CliRunner().invoke(application(), arguments, catch_exceptions=False)
        models = models_of(PACKAGE.name)
    (report,) = json.loads(done.stdout)["contracts"]
    return Said(done.exit_code, report, models)


def test_there_are_many_edits_and_each_has_a_name() -> None:
    assert len(EDITS) >= 60
    assert len({edit.what for edit in EDITS}) == len(EDITS)


@each_edit
def test_an_edit_gets_what_it_should(
    edit: Edit, tmp_path: Path, schemas: Path, originals: Models
) -> None:
    said, expected = check(edit, tmp_path, schemas), edit.expected
    assert said.report["complete"]
    assert said.explained("data") == expected.data
    assert said.explained("sdk") == expected.sdk
    assert said.explained("sdk", fails=False) == expected.notes
    assert said.explained("data", fails=False) == set()
    assert said.report["verdict"] == expected.verdict
    assert said.report["bump"] == expected.bump
    assert said.code == expected.code
    shown = [finding for finding in said.report["findings"] if finding["category"] == "data"]
    lenient = {f["rule"] for f in shown if not is_confirmed(f, originals, said.models)}
    assert lenient == set(edit.lenient)


def is_confirmed(finding: Mapping[str, Any], old: Models, new: Models) -> bool:
    """Whether the models agree that what one version writes the other refuses."""
    writer, reader = (old, new) if finding["direction"] == "backward" else (new, old)
    name = finding["document"].partition(".")[0]
    payload = finding["witness"]["value"]
    if finding["rule"] == "document-removed":
        return accepts(writer[name], payload)
    return accepts(writer[name], payload) and not accepts(reader[name], payload)


def accepts(model: type[BaseModel], payload: Any) -> bool:
    try:
        TypeAdapter(model).validate_json(json.dumps(payload), strict=True)
    except ValidationError:
        return False
    return True
