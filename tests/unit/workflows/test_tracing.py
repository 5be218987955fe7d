"""Where findings come from."""

from __future__ import annotations

import json
from pathlib import Path

import modelpact
from modelpact.compat.report import Finding
from modelpact.documents.sets import Document, DocumentSet, load_documents
from modelpact.gate.report import Source
from modelpact.workflows.tracing import source_of
from support.contracts import USER, edited
from support.exporting import exported


def finding_of(folder: Path) -> Finding:
    (finding,) = modelpact.compare(
        load_documents(folder / "old"), load_documents(folder / "new"), mode="backward"
    ).findings
    return finding


def test_of_files_it_is_the_line_of_the_keyword(tmp_path: Path) -> None:
    for version, needed in (("old", ["id", "name"]), ("new", ["id", "name", "age"])):
        (tmp_path / version).mkdir()
        schema = edited(USER, "required", to=needed)
        text = json.dumps(schema, indent=2)
        (tmp_path / version / "User.schema.json").write_text(text)
    new = load_documents(tmp_path / "new")
    found = source_of(finding_of(tmp_path), new, tmp_path)
    assert found is not None
    assert found.file == "new/User.schema.json"
    assert '"required": [' in text.splitlines()[found.line - 1]


def test_of_models_it_is_the_line_of_the_field(tmp_path: Path) -> None:
    old = exported(tmp_path, "class User(BaseModel):\n    name: str | None = None\n")
    new = exported(tmp_path, "class User(BaseModel):\n    name: str\n")
    report = modelpact.compare(old.documents, new.documents, mode="backward")
    sources = [source_of(finding, new.documents, tmp_path) for finding in report.findings]
    assert sources
    for source in sources:
        assert source is not None
        assert not Path(source.file).is_absolute()
        text = (tmp_path / source.file).read_text().splitlines()
        assert text[source.line - 1] == "    name: str"


def test_of_what_was_never_on_disk_there_is_none(tmp_path: Path) -> None:
    old, new = {"type": "integer"}, {"type": "string"}
    report = modelpact.compare(old, new, mode="backward")
    nothing = load_documents(_file(tmp_path))
    assert source_of(report.findings[0], nothing, tmp_path) is None


def test_a_file_outside_the_project_has_its_whole_path(tmp_path: Path) -> None:
    file = _file(tmp_path)
    documents = load_documents(file)
    anything = DocumentSet("a", {"a.json": Document("a", "a.json", True)}, main="a.json")
    (finding,) = modelpact.compare(anything, documents, mode="backward").findings
    assert source_of(finding, documents, tmp_path / "project") == Source(file.as_posix(), 1)


def _file(folder: Path) -> Path:
    file = folder / "a.json"
    file.write_text('{"type": "string"}')
    return file
