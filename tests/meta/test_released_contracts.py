"""This repository holds its own contracts still."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from modelpact.releases.store import Store
from modelpact.settings import Settings, load_settings
from modelpact.workflows.check import check

_ROOT = Path(__file__).resolve().parents[2]
_SETTINGS = load_settings(_ROOT / "pyproject.toml")
CONTRACTS = [c.name for c in _SETTINGS.contracts if c.name.startswith("lead-ignite")]


def quiet(_doing: str) -> None:
    """Told what is being done."""


def settings_of(root: Path, contract: str, documents: Path) -> Settings:
    """A project whose contract is a folder of documents, with the releases of ours."""
    releases = root / "schemas" / contract
    shutil.copytree(_SETTINGS.schemas / contract, releases)
    for release in ("1.0.0", "1.1.0"):
        assert (releases / release).is_dir()
    base = f'base-url = "{_SETTINGS.base_url}"\n'
    table = f'[contracts.{contract}]\nfolder = "{documents.name}"\n'
    (root / "modelpact.toml").write_text(base + table)
    return load_settings(root / "modelpact.toml")


@pytest.mark.parametrize("contract", CONTRACTS)
def test_both_releases_are_there_and_untouched(contract: str) -> None:
    store = Store(_SETTINGS.schemas / contract)
    store.verify()
    assert [str(version) for version in store.versions][:2] == ["1.0.0", "1.1.0"]


def test_the_models_break_nobody_who_uses_a_release() -> None:
    report = check(_SETTINGS, CONTRACTS, date.today(), quiet)  # noqa: DTZ011 - waivers expire here
    failing = [one.finding.message for c in report.contracts for one in c.findings if one.fails]
    assert failing == []


@pytest.mark.parametrize("contract", CONTRACTS)
def test_a_change_that_breaks_a_release_would_be_seen(contract: str, tmp_path: Path) -> None:
    documents = tmp_path / "documents"
    shutil.copytree(_SETTINGS.schemas / contract / "next", documents)
    (documents / "bundle.schema.json").unlink()
    (documents / "manifest.json").unlink()
    file = documents / "Team.schema.json"
    schema = json.loads(file.read_text())
    del schema["properties"]["slug"]
    schema["required"].remove("slug")
    file.write_text(json.dumps(schema))
    report = check(settings_of(tmp_path, contract, documents), (), date(2026, 6, 1), quiet)
    (found,) = report.contracts
    assert found.fails
    assert found.bump == "major"
    assert found.against == ("1.1.0", "1.0.0")
    assert any("slug" in one.finding.message for one in found.findings)
