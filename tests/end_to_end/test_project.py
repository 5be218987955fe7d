"""A project of somebody's own, from `init` to a stale build."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.command_line import modelpact


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    assert modelpact("init", "--example", "shop", folder=tmp_path).code == 0
    return tmp_path / "shop"


def _tree(root: Path) -> dict[str, bytes]:
    return {
        file.relative_to(root).as_posix(): file.read_bytes()
        for folder in ("schemas", "generated")
        for file in sorted((root / folder).rglob("*"))
        if file.is_file()
    }


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_build_makes_documents_and_a_package_a_target(shop: Path) -> None:
    ran = modelpact("build", folder=shop)
    assert (ran.code, ran.err) == (0, "")
    tree = _tree(shop)
    document = json.loads(tree["schemas/shop/next/Customer.schema.json"])
    assert document["properties"]["id"]["x-modelpact"] == {"brand": "CustomerId"}
    assert "generated/shop/typescript/package.json" in tree
    assert "generated/shop/openapi/openapi.json" in tree
    assert "generated/shop/python/pyproject.toml" in tree


def test_what_is_internal_is_in_no_public_file(shop: Path) -> None:
    modelpact("build", folder=shop)
    assert [name for name, content in _tree(shop).items() if b"credit_limit" in content] == []


def test_a_second_build_writes_nothing(shop: Path) -> None:
    modelpact("build", folder=shop)
    before = {file: file.stat().st_mtime_ns for file in shop.rglob("*") if file.is_file()}
    ran = modelpact("build", folder=shop)
    after = {file: file.stat().st_mtime_ns for file in shop.rglob("*") if file.is_file()}
    assert before == after
    assert ran.out.startswith("nothing to do")


def test_a_build_is_the_same_under_any_hash_seed_and_after_reordering_models(
    shop: Path,
) -> None:
    trees = []
    (shop / "schemas").rename(shop.parent / "schemas")  # with what `init` wrote
    for seed in ("0", "1", "12345"):
        modelpact("build", folder=shop, PYTHONHASHSEED=seed)
        trees.append(_tree(shop))
        for folder in ("schemas", "generated", ".modelpact"):
            (shop / folder).rename(shop.parent / f"{folder}-{seed}")
    (shop / "shop" / "orders.py").rename(shop / "shop" / "a_orders.py")
    source = (shop / "shop" / "a_orders.py").read_text(encoding="utf-8")
    head, *classes = source.split("\n\n\n")
    reordered = [classes[0], classes[2], classes[1], *classes[3:]]
    (shop / "shop" / "a_orders.py").write_text("\n\n\n".join([head, *reordered]), encoding="utf-8")
    modelpact("build", folder=shop)
    trees.append(_tree(shop))
    assert trees[0] == trees[1] == trees[2] == trees[3]


def test_check_fails_with_a_diff_when_something_is_stale_and_writes_nothing(shop: Path) -> None:
    modelpact("build", folder=shop)
    assert modelpact("build", "--check", folder=shop).code == 0
    _edit(shop / "shop" / "customers.py", "max_length=200", "max_length=100")
    before = _tree(shop)
    ran = modelpact("build", "--check", folder=shop)
    assert ran.code == 1
    assert '-      "maxLength": 200' in ran.out
    assert '+      "maxLength": 100' in ran.out
    assert "modelpact build" in ran.err
    assert _tree(shop) == before


def test_check_finds_a_generated_file_that_somebody_edited(shop: Path) -> None:
    modelpact("build", folder=shop)
    _edit(shop / "generated" / "shop" / "typescript" / "package.json", "module", "commonjs")
    assert modelpact("build", "--check", folder=shop).code == 1
    assert modelpact("build", folder=shop).code == 0
    assert modelpact("build", "--check", folder=shop).code == 0


def test_a_model_that_is_gone_takes_its_files_along(shop: Path) -> None:
    modelpact("build", folder=shop)
    _edit(shop / "shop" / "orders.py", "CardPayment | InvoicePayment", "CardPayment")
    _edit(shop / "shop" / "orders.py", ', Field(discriminator="kind")]', ', "no union"]')
    source = (shop / "shop" / "orders.py").read_text(encoding="utf-8")
    start = source.index("class InvoicePayment")
    end = source.index('@Role("entity")')
    (shop / "shop" / "orders.py").write_text(source[:start] + source[end:], encoding="utf-8")
    ran = modelpact("build", folder=shop)
    assert ran.code == 0, ran.err
    assert [name for name in _tree(shop) if "Invoice" in name] == []


def test_only_the_named_contract_is_built(shop: Path) -> None:
    _edit(shop / "modelpact.toml", "[contracts.shop.targets]", "[contracts.shop.targets]\n")
    with (shop / "modelpact.toml").open("a", encoding="utf-8") as file:
        file.write('\n[contracts.other]\npackage = "shop"\naudience = "internal"\n')
    assert modelpact("build", "other", folder=shop).code == 0
    assert [folder.name for folder in (shop / "schemas").iterdir() if folder.is_dir()] == ["other"]
    customer = (shop / "schemas" / "other" / "next" / "Customer.schema.json").read_text("utf-8")
    assert "credit_limit" in customer
    ran = modelpact("build", "absent", folder=shop)
    assert ran.code == 2
    assert "there is no contract 'absent'" in ran.err


def test_a_folder_of_json_schema_is_a_contract_too(tmp_path: Path) -> None:
    (tmp_path / "json").mkdir()
    (tmp_path / "json" / "thing.json").write_text(
        json.dumps({"type": "object", "properties": {"part": {"$ref": "part.json"}}})
    )
    (tmp_path / "json" / "part.json").write_text(json.dumps({"type": "string", "maxLength": 3}))
    (tmp_path / "modelpact.toml").write_text(
        '[contracts.things]\nfolder = "json"\n[contracts.things.targets]\ntypescript = {}\n'
        "python = {}\nopenapi = {}\n"
    )
    ran = modelpact("build", folder=tmp_path)
    assert ran.code == 0, ran.err
    assert modelpact("build", "--check", folder=tmp_path).code == 0


def test_a_machine_reads_what_changed(shop: Path) -> None:
    report = json.loads(modelpact("build", "--format", "json", folder=shop).out)
    assert {change["change"] for change in report["changes"]} == {"wrote"}
    assert report["files"] == len(report["changes"])


def test_the_report_in_the_readme_is_what_the_tool_prints(shop: Path) -> None:
    for command in ("build", "release"):
        assert modelpact(command, folder=shop).code == 0
    _edit(shop / "shop/customers.py", "max_length=200", "max_length=20")
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    shown = readme.partition("$ modelpact check\nshop")[2].partition("```")[0]
    assert f"shop{shown}".rstrip() == modelpact("check", folder=shop).out.rstrip()
