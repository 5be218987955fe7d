from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from modelpact.errors import ModelpactError
from modelpact.runtime import Contract, ValidationError

_NEXT = Path(__file__).parents[3] / "schemas" / "lead-ignite" / "next"


def _copied(folder: Path) -> Path:
    shutil.copytree(_NEXT, folder / "next")
    return folder / "next"


def test_next_is_loaded_by_its_folder_alone(tmp_path: Path) -> None:
    contract = Contract.load(_copied(tmp_path))
    assert (contract.name, contract.version) == ("lead-ignite", "next")
    assert "User" in contract
    assert "UserProfileInput" in contract
    assert len(contract) == len(json.loads((_NEXT / "manifest.json").read_text())["documents"])
    contract.compile()


def _touch(folder: Path) -> None:
    file = folder / "User.schema.json"
    file.write_text(file.read_text().replace('"username"', '"user_name"'))


def _remove(folder: Path) -> None:
    (folder / "User.schema.json").unlink()


def _add(folder: Path) -> None:
    (folder / "Other.schema.json").write_text("{}")


def _halve(folder: Path) -> None:
    file = folder / "User.schema.json"
    file.write_text(file.read_text()[:100])


def _damage(folder: Path) -> None:
    (folder / "manifest.json").write_text('{"version": "next"}')


def _lose_manifest(folder: Path) -> None:
    (folder / "manifest.json").unlink()


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (_touch, "User.schema.json: is not what the manifest says"),
        (_remove, "User.schema.json: is missing"),
        (_add, "Other.schema.json: is not in the manifest"),
        (_halve, "User.schema.json:.*is not JSON"),
        (_damage, "manifest.json: is not what Modelpact writes there"),
        (_lose_manifest, "holds no manifest.json"),
    ],
)
def test_a_folder_that_is_not_what_its_manifest_says_is_refused(
    tmp_path: Path, spoil: Callable[[Path], None], reason: str
) -> None:
    folder = _copied(tmp_path)
    spoil(folder)
    with pytest.raises(ModelpactError, match=reason):
        Contract.load(folder)


@pytest.mark.parametrize("version", ["1.0.0", "1.1.0"])
def test_a_release_is_loaded_from_a_copy_of_its_folder(tmp_path: Path, version: str) -> None:
    shutil.copytree(_NEXT.parent / version, tmp_path / "copied")
    contract = Contract.load(str(tmp_path / "copied"))
    assert (contract.name, contract.version) == ("lead-ignite", version)
    contract.compile()
    example = json.loads((tmp_path / "copied" / "User.schema.json").read_text())["examples"][0]
    assert contract["User"].validate(json.dumps(example)) == example


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (_touch, "User.schema.json: was changed after the release"),
        (_remove, "User.schema.json: is missing"),
        (_add, "Other.schema.json: is no file of the release"),
        (_halve, "User.schema.json: was changed after the release"),
        (_lose_manifest, "holds no manifest.json"),
    ],
)
def test_a_release_that_was_touched_is_refused(
    tmp_path: Path, spoil: Callable[[Path], None], reason: str
) -> None:
    shutil.copytree(_NEXT.parent / "1.1.0", tmp_path / "copied")
    spoil(tmp_path / "copied")
    with pytest.raises(ModelpactError, match=reason):
        Contract.load(tmp_path / "copied")


def test_a_manifest_of_a_newer_tool_is_refused(tmp_path: Path) -> None:
    shutil.copytree(_NEXT.parent / "1.1.0", tmp_path / "copied")
    file = tmp_path / "copied" / "manifest.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"format": 99}))
    with pytest.raises(ModelpactError, match="Install a newer Modelpact"):
        Contract.load(tmp_path / "copied")


def test_an_unknown_document_is_a_key_error_that_says_of_which_contract() -> None:
    contract = Contract.load(_NEXT)
    with pytest.raises(KeyError, match="lead-ignite next has no document 'Usr'"):
        contract["Usr"]
    assert contract.get("Usr") is None


def test_every_example_of_every_document_is_valid() -> None:
    contract = Contract.load(_NEXT)
    for file in sorted(_NEXT.glob("*.schema.json")):
        schema = json.loads(file.read_text())
        name = file.name.removesuffix(".schema.json")
        if name.endswith(".input"):
            name = f"{name.removesuffix('.input')}Input"
        for example in schema.get("examples", ()):
            assert contract[name].issues(example, parsed=True) == ()
            assert contract[name].validate(json.dumps(example).encode()) == example


def test_schemas_from_anywhere_need_no_manifest(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "a.schema.json").write_text('{"items": {"$ref": "inner/b.json#/$defs/b"}}')
    (tmp_path / "inner" / "b.json").write_text('{"$defs": {"b": {"$ref": "c.json"}}}')
    (tmp_path / "inner" / "c.json").write_text('{"$id": "https://x.invalid/c", "type": "null"}')
    for path in (tmp_path, tmp_path / "a.schema.json"):
        contract = Contract.from_schemas(path)
        assert contract["a"].is_valid(b"[null]")
        assert [i.path for i in contract["a"].issues(b"[null, 1]")] == [(1,)]


def test_references_are_followed_by_identifier_too(tmp_path: Path) -> None:
    a = {"$id": "https://x.invalid/s/a", "properties": {"b": {"$ref": "b"}, "c": {"$ref": "c"}}}
    (tmp_path / "1.json").write_text(json.dumps(a))
    (tmp_path / "2.json").write_text('{"$id": "https://x.invalid/s/b", "type": "string"}')
    (tmp_path / "c").write_text("{}")
    contract = Contract.from_schemas(tmp_path)
    with pytest.raises(ModelpactError, match=r"https://x\.invalid/s/c is not among the documents"):
        contract["1"].compile()
    assert contract["2"].is_valid(b'"x"')


def test_two_files_of_one_name_go_by_their_paths(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "X.schema.json").write_text('{"type": "string"}')
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "X.schema.json").write_text('{"type": "null"}')
    contract = Contract.from_schemas(tmp_path)
    assert sorted(contract) == ["X", "b/X"]


def test_a_reference_into_a_union_is_still_followed(tmp_path: Path) -> None:
    union = {"anyOf": [{"type": "string", "maxLength": 1}, {"type": "null"}]}
    schema = {"properties": {"a": union, "b": {"$ref": "#/properties/a/anyOf/0"}}}
    (tmp_path / "a.json").write_text(json.dumps(schema))
    validator = Contract.from_schemas(tmp_path)["a"]
    assert [(i.path, i.rule) for i in validator.issues(b'{"a": 1, "b": "ab"}')] == [
        (("a",), "anyOf"),
        (("b",), "maxLength"),
    ]


def test_patterns_with_look_around_are_matched_within_bounds(tmp_path: Path) -> None:
    (tmp_path / "a.schema.json").write_text('{"pattern": "^(?!x)(a+)+$"}')
    validator = Contract.from_schemas(tmp_path)["a"]
    assert validator.is_valid(b'"aaa"')
    assert not validator.is_valid(b'"xaa"')
    assert [i.rule for i in validator.issues(f'"{"a" * 50}!"')] == ["pattern"]


def test_threads_compile_a_document_once_and_all_get_the_same_answers() -> None:
    contract = Contract.load(_NEXT)
    names = sorted(contract)[:40]
    started = Barrier(8)

    def ask(_: int) -> list[object]:
        started.wait()
        found: list[object] = []
        for name in names:
            validator = contract[name]
            found.append((id(validator.compile()), validator.is_valid(b"{}")))
            found.append(validator.issues(b'{"kind": 1, "type": "x"}'))
        return found

    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(ask, range(8)))
    assert all(answer == answers[0] for answer in answers)


def test_values_as_deep_as_text_may_be_are_judged_in_threads_too(tmp_path: Path) -> None:
    schema = {"anyOf": [{"type": "null"}, {"items": {"$ref": "#"}, "unevaluatedItems": False}]}
    (tmp_path / "a.json").write_text(json.dumps(schema))
    validator = Contract.from_schemas(tmp_path)["a"]
    text = b"[" * 1024 + b"]" * 1024
    with ThreadPoolExecutor(1) as threads:
        assert threads.submit(validator.issues, text).result() == ()


def test_nothing_of_the_generator_is_imported() -> None:
    code = (
        "import sys, json\n"
        "from modelpact.runtime import Contract\n"
        f"contract = Contract.load({str(_NEXT)!r})\n"
        "contract['User'].issues(b'{}')\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    loaded = set(json.loads(done.stdout))
    tops = {"jinja2", "pydantic", "pydantic_core", "typer", "click", "rich", "jsonschema"}
    assert loaded & tops == set()
    ours = {name.split(".")[1] for name in loaded if name.startswith("modelpact.")}
    assert ours <= {"runtime", "releases", "documents", "errors", "version"}


def test_importing_it_imports_little_beside_the_two_libraries() -> None:
    def loaded(code: str) -> set[str]:
        text = f"{code}\nimport sys, json\nprint(json.dumps(sorted(sys.modules)))"
        done = subprocess.run([sys.executable, "-c", text], capture_output=True, check=True)
        return set(json.loads(done.stdout))

    more = loaded("import modelpact.runtime") - loaded("import orjson, jsonschema_rs, dataclasses")
    assert {name for name in more if not name.startswith("modelpact")} <= {"threading"}


def test_the_error_says_what_is_wrong_and_of_what() -> None:
    with pytest.raises(ValidationError, match=r"^Integration: /type: must be one of") as caught:
        Contract.load(_NEXT)["Integration"].validate({"type": "pigeon"})
    assert caught.value.document == "Integration"
    assert [issue.rule for issue in caught.value.issues] == ["enum"]


def test_threads_may_ask_for_the_first_errors_of_all_documents_at_once(tmp_path: Path) -> None:
    for number in range(30):
        union = {"anyOf": [{"type": "null"}, {"$ref": f"{(number + 1) % 30}.json"}]}
        schema = {"$id": f"https://x.invalid/{number}.json", "properties": {"a": union}}
        (tmp_path / f"{number}.json").write_text(json.dumps(schema | {"type": "object"}))
    for _ in range(5):
        contract = Contract.from_schemas(tmp_path)
        names = sorted(contract)
        started = Barrier(8)

        def ask(offset: int) -> set[object]:
            started.wait()  # noqa: B023 - this round's
            return {contract[n].issues({"a": {"a": 1}}) for n in names[offset:] + names[:offset]}  # noqa: B023

        with ThreadPoolExecutor(8) as threads:
            answers = list(threads.map(ask, range(8)))
        assert all(answer == answers[0] for answer in answers)
        assert len(answers[0]) == 1
