"""The index of a contract: its releases in order, and what became of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, Literal, TypeAlias, cast

from modelpact.documents.canonical import canonical_bytes
from modelpact.documents.values import Json
from modelpact.errors import ModelpactError
from modelpact.releases.manifest import parse_ours, refuse_newer
from modelpact.releases.versions import Version

__all__ = ["INDEX_FORMAT", "ContractIndex", "Fate", "Listed", "Mark", "Status", "read_index"]

INDEX_FORMAT: Final = 1

Fate: TypeAlias = Literal["deprecated", "yanked"]
"""deprecated: to be left by its sunset. yanked: it was a mistake, and is no baseline any more. A
release may be both, and one may be taken back without the other."""

Status: TypeAlias = Literal["released"] | Fate
"""The weightiest of what a release is."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What is said of a release that is deprecated or yanked.

    Attributes:
        reason: Why, for the people who use it.
        sunset: The last day on which a deprecated release is served.

    """

    reason: str = ""
    sunset: date | None = None

    def to_json(self) -> dict[str, Any]:
        """As members of a JSON object; what does not apply is left out."""
        said: dict[str, Any] = {}
        if self.reason:
            said["reason"] = self.reason
        if self.sunset is not None:
            said["sunset"] = self.sunset.isoformat()
        return said


@dataclass(frozen=True, slots=True)
class Listed:
    """A release in the index.

    Attributes:
        version: Its version.
        root: Its root digest.
        deprecated: Why and until when it is to be left; ``None`` where it is not.
        yanked: Why it was a mistake; ``None`` where it was none.

    """

    version: Version
    root: str
    deprecated: Mark | None = None
    yanked: Mark | None = None

    @property
    def status(self) -> Status:
        """What became of it; yanked where it is both."""
        if self.yanked:
            return "yanked"
        return "deprecated" if self.deprecated else "released"

    def to_json(self) -> dict[str, Any]:
        """The entry as a JSON object; what does not apply is left out.

        The reason is that of the status. What is said of a deprecation beside it is ``deprecated``:
        those who do not know the member still see a yanked release.
        """
        said = {"version": str(self.version), "root": self.root, "status": self.status}
        if self.yanked is None:
            return said | (self.deprecated.to_json() if self.deprecated else {})
        said |= self.yanked.to_json()
        return said | {"deprecated": self.deprecated.to_json()} if self.deprecated else said


@dataclass(frozen=True, slots=True)
class ContractIndex:
    """The releases of a contract, in ascending order.

    Attributes:
        contract: The contract's name; empty where it has no release yet.
        releases: The releases.

    """

    contract: str
    releases: tuple[Listed, ...] = ()

    def of(self, version: Version) -> Listed | None:
        """The entry of a version."""
        return next((listed for listed in self.releases if listed.version == version), None)

    def with_release(self, listed: Listed) -> ContractIndex:
        """The index with one more release."""
        return replace(self, releases=tuple(sorted((*self.releases, listed), key=_version)))

    def marked(self, version: Version, fate: Fate, mark: Mark | None) -> ContractIndex:
        """The index with one release marked, or with the mark taken back; other marks stay."""
        return replace(
            self,
            releases=tuple(
                _marked(listed, fate, mark) if listed.version == version else listed
                for listed in self.releases
            ),
        )

    def to_bytes(self) -> bytes:
        """The index as a file."""
        said = {
            "format": INDEX_FORMAT,
            "contract": self.contract,
            "releases": [listed.to_json() for listed in self.releases],
        }
        return canonical_bytes(cast("Json", said))


def _marked(listed: Listed, fate: Fate, mark: Mark | None) -> Listed:
    if fate == "yanked":
        return replace(listed, yanked=mark)
    return replace(listed, deprecated=mark)


def _version(listed: Listed) -> Version:
    return listed.version


def read_index(content: bytes, where: str) -> ContractIndex:
    """Read a contract's index.

    Raises:
        ModelpactError: It is damaged, or comes from a newer tool.

    """
    said: Any = parse_ours(content, where)
    try:
        refuse_newer(said, INDEX_FORMAT, where)
    except AttributeError:
        raise _damaged(where, "it is no JSON object") from None
    try:
        return ContractIndex(str(said["contract"]), tuple(map(_listed, said["releases"])))
    except KeyError as error:
        raise _damaged(where, f"{error} is missing") from error
    except (TypeError, ValueError, AttributeError) as error:
        raise _damaged(where, str(error)) from error
    except ModelpactError as error:
        raise _damaged(where, error.faults[0].what) from error


def _damaged(where: str, why: str) -> ModelpactError:
    return ModelpactError(
        f"is not an index that Modelpact wrote: {why}",
        where=where,
        advice="Restore it from version control.",
        rule="damaged-release",
    )


def _listed(entry: Mapping[str, Any]) -> Listed:
    status = entry["status"]
    if status not in {"released", "deprecated", "yanked"}:
        raise ValueError(f"{status!r} is no status of a release")
    mark, beside = _mark(entry), entry.get("deprecated")
    is_yanked = status == "yanked"
    deprecated = mark if status == "deprecated" else None
    if is_yanked and beside is not None:
        deprecated = _mark(beside)
    version, root = Version.parse(entry["version"]), str(entry["root"])
    return Listed(version, root, deprecated, mark if is_yanked else None)


def _mark(said: Mapping[str, Any]) -> Mark:
    sunset = said.get("sunset")
    return Mark(str(said.get("reason", "")), None if sunset is None else date.fromisoformat(sunset))
