from __future__ import annotations

import importlib
import json
from pathlib import Path

import pytest

from modelpact.errors import ModelpactError
from modelpact.importing.models import import_models
from modelpact.workflows.importing import import_schema

_THING = {"title": "Thing", "type": "object", "properties": {"camelCase": {"type": "integer"}}}


def test_a_json_schema_becomes_models_with_aliases(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "thing.json").write_text(json.dumps(_THING))
    source = import_models(tmp_path / "thing.json")["models.py"]
    (tmp_path / "imported_thing.py").write_text(source)
    monkeypatch.syspath_prepend(tmp_path)
    module = importlib.import_module("imported_thing")
    assert module.Thing(camelCase=1).camel_case == 1


def test_an_openapi_document_in_yaml_becomes_models(tmp_path: Path) -> None:
    (tmp_path / "api.yaml").write_text(
        "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {}\n"
        "components: {schemas: {Thing: {type: object, properties: {a: {type: string}}}}}\n"
    )
    assert "class Thing(BaseModel)" in import_models(tmp_path / "api.yaml")["models.py"]


def test_a_schema_in_several_files_becomes_models_of_all_of_them(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(
        json.dumps({"type": "object", "properties": {"b": {"$ref": "b.json"}}})
    )
    (tmp_path / "b.json").write_text(
        json.dumps({"type": "object", "properties": {"c": {"type": "null"}}})
    )
    modules = import_models(tmp_path / "a.json")
    assert modules
    assert sum(source.count("(BaseModel)") for source in modules.values()) == 2


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("a.json", '{"name": "Ann"}', "neither a JSON Schema nor"),
        ("a.json", "[1]", "neither a JSON Schema nor"),
        ("a.json", '{"swagger": "2.0"}', "Swagger 2"),
        ("a.json", "{", "is not JSON"),
        ("a.yaml", "{", "is not YAML"),
        ("a.json", '{"$ref": "https://example.com/x.json"}', "leads to the network"),
        ("a.json", '{"$ref": "#/$defs/x"}', "leads to nothing in this file"),
    ],
)
def test_what_is_no_schema_is_refused_with_the_reason(
    tmp_path: Path, name: str, text: str, reason: str
) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(ModelpactError, match=reason):
        import_models(tmp_path / name)


def test_a_file_that_is_there_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "thing.json").write_text(json.dumps(_THING))
    out = tmp_path / "models.py"
    assert import_schema(tmp_path / "thing.json", out) == (out,)
    out.write_text("mine")
    with pytest.raises(ModelpactError, match="is there already"):
        import_schema(tmp_path / "thing.json", out)
    assert out.read_text() == "mine"
