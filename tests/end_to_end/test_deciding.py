"""Deciding about findings: from a break that fails to one that passes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from support.command_line import Ran, modelpact

WHO = ("--approver", "ada@example.com")
WHY = ("--reason", 'The only "reader" is ours.\n')
NEVER = ("--expires", "2999-12-31")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A project whose hand-written contract breaks its release."""
    settings = '[contracts.shop]\nfolder = "written"\n'
    (tmp_path / "modelpact.toml").write_text(settings)
    write(tmp_path, {"type": "integer"})
    assert modelpact("build", folder=tmp_path).code == 0
    assert modelpact("release", folder=tmp_path).code == 0
    write(tmp_path, {"type": "string"})
    return tmp_path


def write(folder: Path, age: object, name: object = True) -> None:
    (folder / "written").mkdir(exist_ok=True)
    schema = {
        "$id": "https://schemas.example.com/User.schema.json",
        "type": "object",
        "properties": {"age": age, "name": name},
        "x-modelpact": {"role": "command"},
    }
    (folder / "written" / "User.schema.json").write_text(json.dumps(schema, indent=2))


def check(folder: Path, *options: str) -> Ran:
    return modelpact("check", *options, folder=folder)


def test_the_command_that_the_report_prints_makes_the_check_pass(broken: Path) -> None:
    ran = check(broken)
    assert ran.code == 1
    (fingerprint,) = set(re.findall(r"modelpact waive ([0-9a-f]{16}) ", ran.out))
    waived = modelpact("waive", fingerprint, *WHY, *WHO, *NEVER, folder=broken)
    assert (waived.code, waived.err) == (0, "")
    said = waived.out.splitlines()
    assert said[0].startswith("waived User.schema.json: `age` ")
    assert said[1:] == ["wrote schemas/shop/waivers.toml"]
    ran = check(broken)
    assert ran.code == 0
    assert 'waived until 2999-12-31: The only "reader" is ours.' in ran.out

    again = modelpact("waive", fingerprint, *WHY, *WHO, *NEVER, folder=broken)
    assert again.code == 2
    assert "is waived already" in again.err


def test_a_waiver_of_nothing_or_without_a_reason_or_too_late_is_refused(broken: Path) -> None:
    nothing = modelpact("waive", "0" * 16, *WHY, *WHO, *NEVER, folder=broken)
    assert (nothing.code, "no finding has this fingerprint" in nothing.err) == (2, True)
    pasted = ("--reason", "...", "--approver", "...", *NEVER)
    refused = modelpact("waive", "0" * 16, *pasted, folder=broken)
    assert refused.code == 2
    assert "says no reason" in refused.err
    assert "says no approver" in refused.err
    late = ("--reason", " ", *WHO, "--expires", "2001-01-01")
    refused = modelpact("waive", "0" * 16, *late, folder=broken)
    assert refused.code == 2
    assert "says no reason" in refused.err
    assert "2001-01-01 has passed" in refused.err
    assert not (broken / "schemas/shop/waivers.toml").exists()


def test_no_line_of_a_report_is_begun_by_what_somebody_wrote(broken: Path) -> None:
    (fingerprint,) = set(re.findall(r"modelpact waive ([0-9a-f]{16}) ", check(broken).out))
    why = ("--reason", "Fine.\n::error file=a::pwn")
    assert modelpact("waive", fingerprint, *why, *WHO, *NEVER, folder=broken).code == 0
    said = check(broken).out
    assert "::error file=a::pwn" in said
    assert not any(line.lstrip().startswith("::") for line in said.splitlines())


def test_a_baseline_lets_pass_what_was_there_and_nothing_else(broken: Path) -> None:
    ran = check(broken, "--write-baseline")
    assert (ran.code, ran.out) == (0, "wrote schemas/shop/baseline.json\n")
    ran = check(broken)
    assert ran.code == 0
    assert "1 in the baseline" in ran.out

    write(broken, {"type": "string"}, name={"type": "null"})
    ran = check(broken)
    assert ran.code == 1
    assert ran.out.count("breaking: ") == 1

    write(broken, {"type": "integer"})
    ran = check(broken, "--write-baseline")
    assert (ran.code, ran.out) == (0, "removed schemas/shop/baseline.json\n")
    assert not (broken / "schemas/shop/baseline.json").exists()
