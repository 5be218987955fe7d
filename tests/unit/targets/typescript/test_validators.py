from __future__ import annotations

import re
from typing import Any

import pytest

from modelpact.documents.pointers import Pointer
from modelpact.documents.sets import Document, DocumentSet
from modelpact.documents.wordings import FORMATS, wording
from modelpact.graph.lowering import lower
from modelpact.graph.nodes import Location
from modelpact.targets.typescript import TARGET
from modelpact.targets.typescript.package import runtime_files, validator_module
from modelpact.targets.typescript.validators.formats import CHECKERS
from modelpact.targets.typescript.validators.modules import RUNTIME, validators_of
from modelpact.targets.typescript.views import ValidatorView

USER = {
    "type": "object",
    "properties": {"id": {"format": "uuid"}, "team": {"$ref": "Team.schema.json"}},
    "required": ["id"],
}
TEAM = {
    "type": "object",
    "properties": {"name": {"type": "string"}, "owner": {"$ref": "User.schema.json"}},
}


def documents(**schemas: Any) -> DocumentSet:
    found = {f"{name}.schema.json": schema for name, schema in schemas.items()}
    names = {file: file.partition(".")[0] for file in found}
    return DocumentSet("shop", {f: Document(names[f], f, s) for f, s in found.items()})


def files(options: dict[str, Any] | None = None, **schemas: Any) -> dict[str, bytes]:
    return dict(TARGET.render(lower(documents(**schemas)), options or {}).files)


def view_of(schema: Any) -> ValidatorView:
    place = Location("A.schema.json", Pointer())
    [view] = validators_of(documents(A=schema), {place: "A"}, {"A": "A"})
    return view


def test_each_published_type_has_a_module_and_a_line_in_the_index() -> None:
    made = files(User=USER, Team=TEAM)

    assert {"validators/User.js", "validators/User.d.ts", "validators.js"} <= made.keys()
    assert b'export { UserValidator } from "./validators/User.js";' in made["validators.js"]


def test_types_within_others_have_validators_too_where_one_schema_states_them() -> None:
    inner = {"type": "object", "properties": {"city": {"type": "string"}}}
    beside = {"anyOf": [inner, {"properties": {"zip": {"type": "string"}}}]}
    merged = {"properties": {"id": {"type": "string"}}, **beside}

    made = files(User={"properties": {"home": inner}}, Merged={"properties": {"place": merged}})

    assert {path for path in made if re.match(r"validators/.*\.js", path)} == {
        "validators/Merged.js",
        "validators/User.js",
        "validators/UserHome.js",
    }


def test_another_model_changes_its_own_files_and_the_indexes_only() -> None:
    before, after = files(User=USER, Team=TEAM), files(User=USER, Team=TEAM, Tag={"const": 1})

    changed = {path for path, content in after.items() if before.get(path) != content}

    assert before.keys() <= after.keys()
    assert {path for path in changed if path.startswith("validators/")} == {
        "validators/Tag.js",
        "validators/Tag.d.ts",
    }
    assert not {path for path in changed if path.startswith("runtime/")}


def test_the_index_declares_all_validators_and_fixtures_itself() -> None:
    made = files(User=USER, Team=TEAM)

    assert b"export declare const UserValidator: Validator<models.User>;" in made["validators.d.ts"]
    assert b"export declare const User: fakes.Fixtures<models.User>;" in made["fixtures.d.ts"]


def test_of_a_string_a_format_is_told_before_a_pattern() -> None:
    body = view_of({"type": "string", "pattern": "@", "format": "email", "maxLength": 9}).body

    told = re.findall(r'fail\(o, p, k, "(\w+)"', body)
    assert told == ["maxLength", "format", "pattern"]


def test_they_can_be_left_out() -> None:
    made = files({"validators": False, "fixtures": False}, User=USER, Team=TEAM)

    assert not [path for path in made if path.startswith(("validators", "runtime"))]
    assert b"validators" not in made["package.json"]


def test_they_are_the_same_each_time() -> None:
    assert files(User=USER, Team=TEAM) == files(User=USER, Team=TEAM)


def test_types_that_refer_to_each_other_import_each_other_and_count_the_depth() -> None:
    made = files(User=USER, Team=TEAM)

    user = made["validators/User.js"].decode()
    assert 'import { report as reportTeam, test as testTeam } from "./Team.js";' in user
    assert "export function test(v, d)" in user
    assert "testTeam(x2, d + 1)" in user


def test_what_is_not_recursive_counts_no_depth() -> None:
    view = view_of({"properties": {"a": {"items": {"type": "string"}}}})

    assert "d + 1" not in view.body
    assert not view.throws
    assert "export { test as is };" in validator_module(view)


def test_a_draft_own_metaschema_is_at_hand() -> None:
    made = files(
        User={"properties": {"schema": {"$ref": "http://json-schema.org/draft-07/schema#"}}}
    )

    [module] = [text for path, text in made.items() if path == "validators/User.js"]
    assert b"import { report as report" in module


def test_a_tag_is_switched_on() -> None:
    card = {"type": "object", "properties": {"kind": {"const": "card"}}, "required": ["kind"]}
    coin = {"type": "object", "properties": {"kind": {"enum": ["coin"]}}, "required": ["kind"]}

    body = view_of({"oneOf": [card, coin, {"type": "null"}]}).body

    assert "switch (v.kind)" in body
    assert "? 1 : 0" not in body


def test_a_closed_object_counts_its_members() -> None:
    body = view_of({"type": "object", "properties": {"a": {}}, "additionalProperties": False}).body

    assert "for (const _ in v) n1--;" in body


def test_schemas_that_fork_remember() -> None:
    fork = {"properties": {"next": {"$ref": "#"}}}
    choice = {"anyOf": [{**fork, "required": ["a"]}, {**fork, "required": ["b"]}]}

    assert "remember(M1, " in view_of(choice).body
    assert "remember(" not in view_of({"properties": {"a": {"$ref": "#"}, "b": {"$ref": "#"}}}).body


def test_every_format_is_checked_by_a_function_of_the_runtime_and_has_a_name() -> None:
    exported = set(
        re.findall(r"^export (?:function|const) (\w+)", _runtime("formats.js"), re.MULTILINE)
    )

    assert set(CHECKERS.values()) <= exported
    assert CHECKERS.keys() == FORMATS.keys()


@pytest.mark.parametrize("module", RUNTIME)
def test_the_runtime_exports_what_modules_import(module: str) -> None:
    text = _runtime(f"{module}.js")

    assert set(RUNTIME[module]) <= set(re.findall(r"^export (?:\w+ )(\w+)", text, re.MULTILINE))


@pytest.mark.parametrize(
    "message",
    [
        wording("required"),
        wording("additionalProperties"),
        wording("type", "string"),
        wording("depth"),
        wording("json"),
    ],
)
def test_the_runtime_says_what_the_table_of_wordings_says(message: str) -> None:
    assert f'"{message}"' in _runtime("validator.js")


def _runtime(file: str) -> str:
    return runtime_files()[file].decode()
