"""What is released is read back as it was, or not at all."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from modelpact.errors import ModelpactError
from modelpact.releases.freezing import as_next
from modelpact.releases.index import Mark
from modelpact.releases.store import Store
from modelpact.releases.versions import Version
from support.releases import BASE_URL, documents, put_release

FIRST, SECOND = Version(1, 0, 0), Version(1, 1, 0)
SHOP = documents(Order={"type": "object", "properties": {"id": {"type": "integer"}}})
LARGER = documents(Order={"type": "object"}, Item={"type": "string"})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A contract with two releases."""
    home = tmp_path / "shop"
    put_release(home, "1.0.0", SHOP)
    put_release(home, "1.1.0", LARGER)
    return home


def fault(folder: Path) -> str:
    with pytest.raises(ModelpactError) as caught:
        Store(folder).verify()
    return "\n".join(f"{f.rule} {f.where} {f.what} {f.advice}" for f in caught.value.faults)


def test_a_folder_without_releases_is_an_empty_store(tmp_path: Path) -> None:
    store = Store(tmp_path / "nowhere")
    assert store.versions == ()
    assert store.latest is None
    store.verify()


def test_releases_are_in_ascending_order_and_the_last_is_the_latest(folder: Path) -> None:
    store = Store(folder)
    assert store.versions == (FIRST, SECOND)
    assert store.latest == SECOND
    store.verify()


def test_documents_come_back_under_the_address_of_their_version(folder: Path) -> None:
    (order,) = Store(folder).load(FIRST).documents
    assert order.schema == {
        "$id": "https://schemas.example.com/shop/1.0.0/Order.schema.json",
        "type": "object",
        "properties": {"id": {"type": "integer"}},
    }


def test_under_the_addresses_of_next_they_are_what_was_released(folder: Path) -> None:
    released = Store(folder).load(FIRST)
    assert as_next(released.documents, FIRST, BASE_URL).documents == SHOP.documents


def test_a_version_that_is_none_is_refused_with_those_that_are(folder: Path) -> None:
    with pytest.raises(ModelpactError, match=r"no release 3\.0\.0(.|\n)*1\.0\.0, 1\.1\.0"):
        Store(folder).load(Version(3, 0, 0))


@pytest.mark.parametrize("name", ["Order.schema.json", "bundle.schema.json"])
def test_a_touched_file_is_refused_by_name(folder: Path, name: str) -> None:
    file = folder / "1.0.0" / name
    file.write_bytes(file.read_bytes() + b"\n")
    assert f"touched-release {file}" in fault(folder)


def test_a_missing_file_is_refused_by_name(folder: Path) -> None:
    (folder / "1.1.0" / "Item.schema.json").unlink()
    assert "Item.schema.json is missing" in fault(folder)


def test_a_file_that_came_later_is_refused_by_name(folder: Path) -> None:
    (folder / "1.0.0" / "Extra.schema.json").write_text("{}")
    assert "Extra.schema.json is no file of the release" in fault(folder)


def test_what_a_file_manager_left_in_a_release_is_to_be_deleted(folder: Path) -> None:
    (folder / "1.0.0" / ".DS_Store").write_bytes(b"\0")
    with pytest.raises(ModelpactError) as caught:
        Store(folder).verify()
    (only,) = caught.value.faults
    assert only.where.endswith(".DS_Store")
    assert "Delete the file" in only.advice


def test_line_ends_that_were_converted_are_one_fault_and_what_else_was_changed_another(
    folder: Path,
) -> None:
    for file in (folder / "1.0.0").glob("*.schema.json"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    (folder / "1.0.0" / "Order.schema.json").write_bytes(b"{}\r\n")
    with pytest.raises(ModelpactError) as caught:
        Store(folder).verify()
    assert sorted(f.rule for f in caught.value.faults) == ["converted-release", "touched-release"]


@pytest.mark.parametrize("name", ["index.json", "1.0.0/manifest.json"])
@pytest.mark.parametrize("content", ["", " \n", "{", "[]", "nothing", '{"format": 1}'])
def test_a_damaged_file_is_named_with_what_to_do(folder: Path, name: str, content: str) -> None:
    (folder / name).write_text(content)
    with pytest.raises(ModelpactError) as caught:
        Store(folder).verify()
    assert caught.value.faults[0].where.startswith(str(folder / name))
    assert caught.value.faults[0].advice.endswith("from version control.")


def test_a_version_that_is_none_is_told_with_the_file_that_says_it(folder: Path) -> None:
    file = folder / "index.json"
    file.write_text(file.read_text().replace('"1.1.0"', '"x"'))
    with pytest.raises(ModelpactError, match="'x' is not a version") as caught:
        Store(folder).verify()
    assert caught.value.faults[0].where == str(file)


def test_a_touched_manifest_is_refused(folder: Path) -> None:
    file = folder / "1.0.0" / "manifest.json"
    said = json.loads(file.read_text())
    said["created"] = "2020-01-01T00:00:00Z"
    file.write_text(json.dumps(said))
    assert "touched-release" in fault(folder)


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"format": 1}', '{"format": "1"}'])
def test_a_damaged_manifest_is_refused(folder: Path, content: str) -> None:
    (folder / "1.0.0" / "manifest.json").write_text(content)
    assert "manifest.json" in fault(folder)


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"format": 1}', '{"format": 1, "contract": ""}']
)
def test_a_damaged_index_is_refused(folder: Path, content: str) -> None:
    (folder / "index.json").write_text(content)
    assert "index.json" in fault(folder)


@pytest.mark.parametrize("name", ["index.json", "1.0.0/manifest.json"])
def test_what_a_newer_tool_wrote_is_refused_and_says_so(folder: Path, name: str) -> None:
    (folder / name).write_text('{"format": 2}')
    assert "newer-format" in fault(folder)


def test_a_release_that_is_in_no_index_is_refused(folder: Path) -> None:
    shutil.copytree(folder / "1.1.0", folder / "1.2.0")
    assert "unlisted-release" in fault(folder)


def test_a_release_that_is_gone_is_refused(folder: Path) -> None:
    shutil.rmtree(folder / "1.0.0")
    assert "missing-release" in fault(folder)


def test_two_releases_of_one_version_cannot_both_stand(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    put_release(other, "1.0.0", SHOP)
    put_release(other, "1.1.0", documents(Order={"type": "object", "title": "Elsewhere"}))
    shutil.rmtree(folder / "1.1.0")
    shutil.copytree(other / "1.1.0", folder / "1.1.0")
    assert "broken-chain" in fault(folder)


def test_a_chain_with_a_release_in_between_is_broken(folder: Path, tmp_path: Path) -> None:
    """As a merge makes it, of a branch that released 1.1.0 and one that released 1.2.0."""
    other = tmp_path / "other"
    put_release(other, "1.0.0", SHOP)
    put_release(other, "1.2.0", LARGER)
    shutil.copytree(other / "1.2.0", folder / "1.2.0")
    ours, theirs = (json.loads((home / "index.json").read_text()) for home in (folder, other))
    ours["releases"].append(theirs["releases"][-1])
    (folder / "index.json").write_text(json.dumps(ours))
    assert "follows 1.0.0 of its own word" in fault(folder)


def test_a_yanked_release_is_no_baseline_and_stays_in_the_chain(folder: Path) -> None:
    index = Store(folder).index.marked(SECOND, "yanked", Mark("It lost the item's price."))
    (folder / "index.json").write_bytes(index.to_bytes())
    store = Store(folder)
    store.verify()
    assert store.baselines == (FIRST,)
    assert store.latest == FIRST
    assert store.versions == (FIRST, SECOND)
