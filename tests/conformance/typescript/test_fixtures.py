"""What fixtures make is valid, by a validator that has no part in making it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from modelpact.documents.sets import Document, DocumentSet, load_documents
from modelpact.graph.lowering import lower
from modelpact.targets import target_named
from support.toolchain import node, run
from support.typescript_project import write

pytestmark = pytest.mark.toolchain

_ROOT = Path(__file__).resolve().parents[3]
_MAKE = """
import * as fixtures from "./package/fixtures.js";
const found = {};
for (const [name, type] of Object.entries(fixtures)) {
  if (type.fake) {
    const made = [];
    for (let seed = 0; seed < 12; seed++) {
      try { made.push(type.fake(seed)); } catch (error) { made.push({ refused: error.message }); }
    }
    const again = JSON.stringify(type.fake(3)) === JSON.stringify(made[3]);
    found[name] = { made, again, examples: type.examples.length };
  }
}
console.log(JSON.stringify(found));
"""


def made(documents: DocumentSet, folder: Path) -> dict[str, Any]:
    """By type: what its fixtures make of twelve seeds, and whether they make it again."""
    files = target_named("typescript").render(lower(documents), {}).files
    write(folder / "package", files)
    (folder / "make.mjs").write_text(_MAKE)
    code, output = run([node(), "make.mjs"], folder)
    assert code == 0, output
    found: dict[str, Any] = json.loads(output)
    return found


def problems(documents: DocumentSet, found: dict[str, Any]) -> list[str]:
    resources = {f"https://x.invalid/{d.file}": _placed(d) for d in documents}
    registry = jsonschema_rs.Registry(list(resources.items()))
    wrong = []
    for document in documents:
        validator = jsonschema_rs.validator_for(
            {"$ref": f"https://x.invalid/{document.file}"}, registry=registry, validate_formats=True
        )
        for value in found[document.name]["made"]:
            wrong += [f"{document.name}: {e} in {value}" for e in validator.iter_errors(value)]
    return wrong


def _placed(document: Document) -> Any:
    schema = document.schema
    assert isinstance(schema, dict)
    return {**schema, "$id": f"https://x.invalid/{document.file}"}


@pytest.mark.parametrize("contract", ["lead-ignite", "lead-ignite-internal"])
def test_fixtures_of_every_lead_ignite_type_are_valid(contract: str, tmp_path: Path) -> None:
    documents = load_documents(_ROOT / "schemas" / contract / "next")
    found = made(documents, tmp_path)
    assert {document.name for document in documents} <= found.keys()
    assert problems(documents, found) == []
    assert all(one["again"] for one in found.values())
    assert all(len({json.dumps(value) for value in one["made"]}) for one in found.values())


def document(**schemas: Any) -> DocumentSet:
    found = {f"{n}.schema.json": Document(n, f"{n}.schema.json", s) for n, s in schemas.items()}
    return DocumentSet("shop", found)


TREE = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "minLength": 30, "maxLength": 31},
        "children": {"type": "array", "items": {"$ref": "Tree.schema.json"}, "minItems": 1},
        "leaf": {"anyOf": [{"$ref": "Tree.schema.json"}, {"type": "null"}]},
    },
    "required": ["leaf"],
}
CORNERS = document(
    Tree=TREE,
    Names={
        "type": "object",
        "properties": {
            n: {"type": "integer"} for n in ("__proto__", "constructor", "a b", '"', "`")
        },
        "required": ["__proto__", "constructor", "a b", '"', "`"],
    },
    Numbers={
        "type": "object",
        "properties": {
            "a": {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 0.001},
            "b": {"type": "integer", "multipleOf": 7, "minimum": 50, "maximum": 60},
            "c": {"type": "number", "multipleOf": 0.05, "minimum": 1, "maximum": 2},
            "d": {"type": "integer", "exclusiveMinimum": -3, "exclusiveMaximum": -1},
            "e": {"type": "number", "maximum": -1e9},
        },
        "required": ["a", "b", "c", "d", "e"],
    },
    Texts={
        "type": "object",
        "properties": {
            "a": {
                "type": "string",
                "pattern": "^[A-Z]{2}[0-9]{3,}$",
                "minLength": 9,
                "maxLength": 10,
            },
            "b": {"type": "string", "pattern": "a|b{2}|[^a-z]"},
            "c": {"type": "string", "format": "ipv6"},
            "d": {"enum": ["*/", "${x}", "\u2028", '"']},
            "e": {"type": "string", "pattern": "^(?:[a-z]+\\.)+[a-z]{2,}$", "maxLength": 9},
        },
        "required": ["a", "b", "c", "d", "e"],
    },
    Lists={
        "type": "object",
        "properties": {
            "a": {
                "type": "array",
                "items": {"enum": [1, 2, 3]},
                "uniqueItems": True,
                "minItems": 3,
            },
            "b": {
                "type": "array",
                "prefixItems": [{"type": "string"}, {"type": "null"}],
                "items": False,
            },
            "c": {
                "type": "object",
                "additionalProperties": {"type": "integer"},
                "propertyNames": {"pattern": "^k[0-9]$"},
                "minProperties": 2,
            },
        },
        "required": ["a", "b", "c"],
    },
)


def test_corners_of_the_language_have_valid_fixtures(tmp_path: Path) -> None:
    assert problems(CORNERS, made(CORNERS, tmp_path)) == []


def test_where_nothing_can_be_made_an_example_serves_and_else_it_is_said(tmp_path: Path) -> None:
    hard = {"type": "string", "pattern": "^(?=.*7.*7)(?!x)[a-z7]{20}$"}
    documents = document(With={**hard, "examples": ["aaaaaaa7aaa7aaaaaaaa"]}, Without=hard)
    files = target_named("typescript").render(lower(documents), {}).files
    write(tmp_path / "package", files)
    script = (
        'import * as f from "./package/fixtures.js";\n'
        "console.log(f.With.fake(1));\n"
        "try { f.Without.fake(1); } catch (error) { console.log(error.message); }\n"
    )
    (tmp_path / "make.mjs").write_text(script)
    code, output = run([node(), "make.mjs"], tmp_path)
    assert code == 0, output
    assert output.splitlines() == [
        "aaaaaaa7aaa7aaaaaaaa",
        "no Without could be made from the schema alone: give the model an example",
    ]


def test_they_can_be_switched_off() -> None:
    for options in ({"fixtures": False}, {"validators": False}):
        files = target_named("typescript").render(lower(CORNERS), options).files
        assert not [name for name in files if name.startswith("fixtures")]
        assert b"fixtures" not in files["package.json"]
