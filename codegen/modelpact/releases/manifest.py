"""The manifest of a release: what is in it, what came before, and why it has its version."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, cast

from modelpact.documents.canonical import canonical_bytes
from modelpact.documents.loading import LoadError, parse_json
from modelpact.documents.values import Json, JsonObject
from modelpact.errors import ModelpactError
from modelpact.releases.versions import Version

__all__ = [
    "MANIFEST_FORMAT",
    "Manifest",
    "bytes_digest",
    "parse_ours",
    "read_manifest",
    "refuse_newer",
]

MANIFEST_FORMAT: Final = 1
"""Raised whenever an older tool could no longer read manifests rightly."""

_RESTORE: Final = "Restore the file from version control."


@dataclass(frozen=True, slots=True)
class Manifest:
    """A release's manifest.

    Attributes:
        contract: The contract's name.
        version: The release's version.
        previous: The version and the root digest of the release before; ``None`` for the first.
        created: When, in RFC 3339 with a zone.
        tool: The name and version of what made it.
        documents: By file: name, role, digest, and direction where it is half of a pair.
        files: By file, the bundle among them: the digest of its bytes.
        reasons: Why it has its version: the verdict, the bump, what was waived and baselined.

    """

    contract: str
    version: Version
    previous: tuple[Version, str] | None
    created: str
    tool: str
    documents: Mapping[str, JsonObject]
    files: Mapping[str, str]
    reasons: JsonObject

    @property
    def root(self) -> str:
        """The digest of all the manifest says, the release before included: the chain's link."""
        return bytes_digest(canonical_bytes(cast("Json", self._said())))

    def _said(self) -> dict[str, Any]:
        said: dict[str, Any] = {
            "format": MANIFEST_FORMAT,
            "contract": self.contract,
            "version": str(self.version),
        }
        if self.previous is not None:
            version, root = self.previous
            said["previous"] = {"version": str(version), "root": root}
        return said | {
            "created": self.created,
            "tool": self.tool,
            "reasons": self.reasons,
            "documents": dict(self.documents),
            "files": dict(self.files),
        }

    def to_bytes(self) -> bytes:
        """The manifest as a file."""
        return canonical_bytes(cast("Json", self._said() | {"root": self.root}))

    @property
    def waived(self) -> tuple[JsonObject, ...]:
        """The exceptions that the release used."""
        return tuple(cast("list[JsonObject]", self.reasons.get("waived", [])))


def bytes_digest(content: bytes) -> str:
    """The sha256 of some bytes, with its name in front."""
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def read_manifest(content: bytes, where: str) -> Manifest:
    """Read a release's manifest.

    Raises:
        ModelpactError: It is damaged, was changed after the release, or comes from a newer tool.

    """
    said = parse_ours(content, where)
    if not isinstance(said, Mapping):
        raise _damaged(where, "it is no JSON object")
    refuse_newer(said, MANIFEST_FORMAT, where)
    try:
        manifest = _manifest(cast("Mapping[str, Any]", said))
    except (KeyError, TypeError, AttributeError, ModelpactError) as error:
        raise _damaged(where, str(error)) from error
    if said.get("root") != manifest.root:
        raise ModelpactError(
            "was changed after the release: it is not what its root digest says",
            where=where,
            advice="Releases are immutable. Restore the file from version control.",
            rule="touched-release",
        )
    return manifest


def _manifest(said: Mapping[str, Any]) -> Manifest:
    previous = said.get("previous")
    return Manifest(
        contract=_text(said["contract"]),
        version=Version.parse(_text(said["version"])),
        previous=None
        if previous is None
        else (Version.parse(_text(previous["version"])), _text(previous["root"])),
        created=_text(said["created"]),
        tool=_text(said["tool"]),
        documents={_text(name): dict(entry) for name, entry in said["documents"].items()},
        files={_text(name): _text(digest) for name, digest in said["files"].items()},
        reasons=dict(said["reasons"]),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no string")
    return value


def refuse_newer(said: Mapping[str, Any], known: int, where: str) -> None:
    """Refuse a file whose format a later version of the tool has changed.

    Raises:
        ModelpactError: It is newer, or says no format at all.

    """
    stated = said.get("format")
    if type(stated) is not int:
        raise _damaged(where, "it does not say its format")
    if stated > known:
        raise ModelpactError(
            f"is of format {stated}, and this version of Modelpact knows formats up to {known}",
            where=where,
            advice="Install a newer Modelpact: `pip install --upgrade modelpact`.",
            rule="newer-format",
        )


def parse_ours(content: bytes, where: str) -> Json:
    """Parse a file that the tool wrote.

    Raises:
        ModelpactError: It is not JSON any more.

    """
    if not content.strip():
        raise _damaged(where, "it is empty")
    try:
        return parse_json(content, where=where)
    except LoadError as error:
        fault = error.faults[0]
        raise ModelpactError(
            fault.what, where=fault.where, advice=_RESTORE, rule="damaged-release"
        ) from error


def _damaged(where: str, why: str) -> ModelpactError:
    return ModelpactError(
        f"is not what Modelpact writes there: {why}",
        where=where,
        advice=_RESTORE,
        rule="damaged-release",
    )
