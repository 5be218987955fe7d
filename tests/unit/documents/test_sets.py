"""Which files of a folder are documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from modelpact.documents.recognising import is_schema
from modelpact.documents.sets import load_documents
from modelpact.errors import ModelpactError
from modelpact.graph.lowering import lower

API = {"openapi": "3.1.0", "info": {"title": "x", "version": "1"}}


def write(folder: Path, **files: Any) -> Path:
    for name, value in files.items():
        path = folder / f"{name.replace('__', '/')}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(value))
    return folder


@pytest.mark.parametrize(
    "value",
    [
        {},
        True,
        {"type": "string"},
        {"type": ["string", "null"]},
        {"const": None},
        {"$ref": "other.json"},
        {"definitions": {}},
        {"$schema": "http://json-schema.org/draft-07/schema#", "tipe": "object"},
        {"title": "Anything"},
    ],
)
def test_this_is_a_schema(value: Any) -> None:
    assert is_schema(value)


@pytest.mark.parametrize(
    "value",
    [
        {"name": "x", "type": "module", "dependencies": {"a": "1"}, "description": "y"},
        {"compilerOptions": {"strict": True}, "include": ["src"]},
        {"$schema": "https://json.schemastore.org/package", "name": "x"},
        {"items": ["a payload"], "total": 3},
        [1],
        "text",
    ],
)
def test_this_is_no_schema(value: Any) -> None:
    assert not is_schema(value)


def test_other_json_in_a_folder_is_passed_over_and_said(tmp_path: Path) -> None:
    write(tmp_path, User={"type": "object"}, package={"name": "x"}, node_modules__a={"type": "x"})
    documents = load_documents(tmp_path)

    assert list(documents.documents) == ["User.json"]
    notes = [(note.rule, note.location.file) for note in lower(documents).notes]
    assert notes == [("skipped-file", "package.json")]


def test_a_file_that_is_called_a_schema_is_one(tmp_path: Path) -> None:
    (tmp_path / "User.schema.json").write_text('{"tipe": "object"}')

    assert list(load_documents(tmp_path).documents) == ["User.schema.json"]


def test_the_component_schemas_of_an_openapi_document_are_types(tmp_path: Path) -> None:
    user = {"type": "object", "properties": {"team": {"$ref": "#/components/schemas/Team"}}}
    held = {"User": user, "Team": {"type": "object", "properties": {}}}
    write(tmp_path, api=API | {"components": {"schemas": held}})
    graph = lower(load_documents(tmp_path / "api.json"))

    assert list(graph.definitions) == ["User", "Team"]


@pytest.mark.parametrize(("keyword", "version"), [("openapi", "3.0.3"), ("swagger", "2.0")])
def test_an_older_openapi_document_is_refused_by_its_version(
    tmp_path: Path, keyword: str, version: str
) -> None:
    write(tmp_path, api={keyword: version, "info": {}, "paths": {}})

    with pytest.raises(ModelpactError, match=version) as caught:
        load_documents(tmp_path / "api.json")
    assert "3.1" in str(caught.value)


def test_a_reference_that_only_the_files_explain_is_followed_and_said(tmp_path: Path) -> None:
    write(
        tmp_path,
        a={"$id": "http://x/schemas/a", "$ref": "shared/b.json#/$defs/B"},
        shared__b={"$id": "http://x/other", "$defs": {"B": {"type": "string"}}},
    )
    graph = lower(load_documents(tmp_path))

    assert list(graph.definitions) == ["a", "B"]
    assert [note.rule for note in graph.notes] == ["file-reference"]


def test_what_a_single_file_refers_to_comes_along_when_asked_for(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    write(tmp_path, a={"$ref": "parts/b.json#/$defs/B"}, other={}, c={"type": "null"})
    write(tmp_path / "parts", b={"$defs": {"B": {"$ref": "../c.json"}}})

    assert list(load_documents(tmp_path / "a.json").documents) == ["a.json"]
    followed = load_documents(tmp_path / "a.json", neighbours=True)
    assert list(followed.documents) == ["a.json", "parts/b.json", "c.json"]


def test_a_reference_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    write(tmp_path, secret={})
    write(inner, a={"$ref": "../secret.json", "properties": {"b": {"$ref": "https://x/y.json"}}})

    assert list(load_documents(inner / "a.json", neighbours=True).documents) == ["a.json"]


def test_a_manifest_tells_the_name_of_the_contract(tmp_path: Path) -> None:
    folder = tmp_path / "next"
    folder.mkdir()
    write(folder, manifest={"contract": "shop"})
    (folder / "User.schema.json").write_text('{"type": "object"}')
    (folder / "bundle.schema.json").write_text('{"$defs": {}}')

    assert load_documents(folder).name == "shop"
    assert load_documents(folder / "bundle.schema.json").name == "shop"
    assert load_documents(folder / "User.schema.json").name == "User"
