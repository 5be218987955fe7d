"""Validators as their users have them: their types, and the interface of Standard Schema."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from support.golden import GOLDEN
from support.toolchain import TYPESCRIPT, node, node_module, run
from support.typescript_project import compiler_errors

pytestmark = pytest.mark.toolchain

PACKAGE = GOLDEN / "typescript" / "workspace"

_IMPORTS = """
import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { Task } from "workspace";
import { type Issue, type Result, type Validator, ValidationError } from "workspace/validators";
import { TaskValidator, UserRoleValidator } from "workspace/validators";
import { assert, is, parse, validate } from "workspace/validators/Task";
declare const value: unknown;
"""

MUST_COMPILE = {
    "it is a Standard Schema": "const schema: StandardSchemaV1<Task, Task> = TaskValidator;",
    "a form infers its type": """
        type Out = StandardSchemaV1.InferOutput<typeof TaskValidator>;
        const same: (task: Task) => Out = (task) => task;
        const back: (task: Out) => Task = (task) => task;
    """,
    "what is generic over schemas infers both types": """
        declare function resolver<Input extends object, Output>(
          schema: StandardSchemaV1<Input, Output>,
        ): (form: Input) => Output;
        const made = resolver(TaskValidator);
        const sent = (form: Parameters<typeof made>[0]): Task => form;
        const filled = (task: Task): Parameters<typeof made>[0] => task;
        const task: Task = made({ id: "1", title: "T", subtasks: [] });
    """,
    "a predicate narrows": "if (is(value)) { const task: Task = value; }",
    "its method narrows": "if (TaskValidator.is(value)) { const task: Task = value; }",
    "an assertion narrows": "assert(value); const task: Task = value;",
    "its method asserts": "TaskValidator.assert(value); const task: Task = value;",
    "a result has the value or the issues": """
        const result: Result<Task> = validate(value);
        if (result.valid) { const task: Task = result.value; }
        else { const issues: readonly Issue[] = result.issues; }
        if (!result.issues) { const task: Task = result.value; }
    """,
    "text is read": "const result: Result<Task> = parse('{}');",
    "an error has issues": """
        try { assert(value); } catch (error) {
          if (error instanceof ValidationError) { const rule: string = error.issues[0]!.rule; }
        }
    """,
    "they are values": "const all: Validator<unknown>[] = [TaskValidator, UserRoleValidator];",
}
MUST_NOT_COMPILE = {
    "a result is no value yet": "const task: Task = validate(value).value;",
    "a schema of another type": "const schema: StandardSchemaV1<string, string> = TaskValidator;",
    "what is not narrowed": "const task: Task = value;",
    "an internal function": 'import { report } from "workspace/validators/Task";',
    "a part of the runtime": 'import { fail } from "workspace/runtime/validator";',
}


def _file(name: str) -> str:
    return f"src/{name.replace(' ', '_')}.ts"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("validators")
    shutil.copytree(PACKAGE, folder / "node_modules" / "workspace")
    spec = Path(node_module("@standard-schema/spec/package.json")).parent
    shutil.copytree(spec, folder / "node_modules" / "@standard-schema" / "spec")
    (folder / "src").mkdir()
    for name, program in {**MUST_COMPILE, **MUST_NOT_COMPILE}.items():
        (folder / _file(name)).write_text(f"{_IMPORTS}\n{program}\nexport {{}};\n")
    return folder


@pytest.mark.parametrize("compiler", TYPESCRIPT)
def test_their_types(compiler: str, project: Path) -> None:
    errors = compiler_errors(project, compiler)

    assert {name: errors[_file(name)] for name in MUST_COMPILE if _file(name) in errors} == {}
    assert [name for name in MUST_NOT_COMPILE if _file(name) not in errors] == []
    assert set(errors) <= set(map(_file, MUST_NOT_COMPILE))


_USE = """
import { strict as assert } from "node:assert";
import * as all from "workspace/validators";
import * as one from "workspace/validators/UserRole";

const { UserRoleValidator, ValidationError } = all;
const said = [];
said.push(Object.keys(all).length, UserRoleValidator.is("owner"), one.is("nobody"));
said.push(UserRoleValidator["~standard"].version, UserRoleValidator["~standard"].vendor);
said.push(UserRoleValidator["~standard"].validate("owner"), one.validate(1));
said.push(one.parse('"owner"'), one.parse("owner"));
try { one.assert(null); } catch (error) {
  assert(error instanceof ValidationError);
  said.push(error.name, error.message, error.issues.length);
}
process.stdout.write(JSON.stringify(said));
"""


def test_what_they_do(project: Path) -> None:
    (project / "use.mjs").write_text(_USE)

    code, output = run([node(), "use.mjs"], project)

    assert code == 0, output
    wrong = {"path": [], "rule": "enum", "message": 'must be one of "owner", "admin", "past_due"'}
    no_text = {"path": [], "rule": "type", "message": "must be a string"}
    no_json = {"path": [], "rule": "json", "message": "is not JSON"}
    found = json.loads(output)
    assert found[0] == 1 + len(list((PACKAGE / "validators").glob("*.d.ts")))
    assert found[1:5] == [True, False, 1, "modelpact"]
    assert found[5] == {"valid": True, "value": "owner"}
    assert found[6]["valid"] is False
    assert found[6]["issues"][-1] == wrong
    assert all(issue in (wrong, no_text) for issue in found[6]["issues"])
    assert found[7:9] == [{"valid": True, "value": "owner"}, {"valid": False, "issues": [no_json]}]
    assert found[9] == "ValidationError"
    assert "must be" in found[10]
    assert found[11] >= 1
