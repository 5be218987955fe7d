"""What holds for the repository as a whole."""

from __future__ import annotations

import json
import re
import runpy
import subprocess
import sys
from pathlib import Path

import jsonschema_rs
import pytest

from modelpact.cli.app import application
from modelpact.settings import settings_schema
from modelpact.targets import TARGETS, target_named

_ROOT = Path(__file__).parents[2]


def _tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=_ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    return [_ROOT / name for name in listed.split("\0") if name and (_ROOT / name).is_file()]


def _texts() -> list[tuple[Path, str]]:
    return [(f, f.read_text(encoding="utf-8", errors="replace")) for f in _tracked()]


def test_no_registry_has_its_address_in_the_repository() -> None:
    # Spelled apart, so that this file is held to it too.
    parts = ("registry npmjs", "pypi org", "files pythonhosted", "crates io-index", "proxy golang")
    hosts = tuple(part.replace(" ", ".") for part in parts)
    found = [file for file, text in _texts() if any(host in text for host in hosts)]
    assert found == []


def test_no_lock_file_of_python_or_rust_is_committed() -> None:
    locks = {"uv.lock", "poetry.lock", "Cargo.lock"}
    assert [file for file in _tracked() if file.name in locks] == []


def test_what_is_generated_does_not_import_the_tool() -> None:
    imports = re.compile(r"(?:import|from|require)\W+modelpact\b")
    generated = _ROOT / "generated"
    found = [f for f, text in _texts() if generated in f.parents and imports.search(text)]
    assert found == []


def test_what_is_generated_tells_no_version_and_no_time() -> None:
    stamp = re.compile(r"modelpact[ /-]?v?\d+\.\d+|generated (?:at|on) \d", re.IGNORECASE)
    made = (_ROOT / "generated", *(_ROOT / "schemas").glob("*/next"))
    found = [f for f, text in _texts() if any(m in f.parents for m in made) and stamp.search(text)]
    assert found == []


def test_generated_pages_of_the_documentation_are_up_to_date() -> None:
    pages = runpy.run_path(str(_ROOT / "docs" / "reference.py"))["pages"]()
    stale = [n for n, text in pages.items() if (_ROOT / "docs" / n).read_text("utf-8") != text]
    assert stale == [], "run `make docs`"


def test_links_between_pages_lead_somewhere() -> None:
    link = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
    broken = [
        f"{page.relative_to(_ROOT)}: {target}"
        for page in [*_ROOT.glob("*.md"), *(_ROOT / "docs").rglob("*.md")]
        for target in link.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []


def test_every_command_is_in_the_readme() -> None:
    readme = (_ROOT / "README.md").read_text(encoding="utf-8")
    commands = [command.name for command in application().registered_commands]
    assert [name for name in commands if f"modelpact {name}" not in readme] == []


@pytest.mark.parametrize(
    "schema",
    [settings_schema(), *(target_named(name).options_schema for name in TARGETS)],
    ids=["settings", *TARGETS],
)
def test_the_schemas_of_settings_are_valid_and_describe_every_key(
    schema: dict[str, object],
) -> None:
    jsonschema_rs.validator_for(schema)
    properties = schema["properties"]
    assert isinstance(properties, dict)
    assert [key for key, value in properties.items() if not value.get("description")] == []


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\nfrom modelpact.cli.app import application\n"
        "try: application()(['--help'])\nexcept SystemExit: pass\n"
        "import json; print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    loaded = set(json.loads(done.stderr.splitlines()[-1]))
    heavy = {
        "pydantic",
        "jinja2",
        "jsonschema",
        "jsonschema_rs",
        "orjson",
        "datamodel_code_generator",
    }
    assert loaded & heavy == set()
    assert [name for name in loaded if name.startswith("modelpact.targets.")] == []
