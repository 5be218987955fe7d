"""What a user may decide about the TypeScript package."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, cast

from modelpact.documents.values import JsonObject
from modelpact.emit.naming import kebab_case

__all__ = ["OPTIONS_SCHEMA", "Options"]

OPTIONS_SCHEMA: Final[JsonObject] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Options of the target typescript",
    "type": "object",
    "properties": {
        "package": {
            "description": "The package's name on npm. By default the contract's name.",
            "type": "string",
            "pattern": "^(@[a-z0-9~-][a-z0-9._~-]*/)?[a-z0-9~-][a-z0-9._~-]*$",
            "maxLength": 214,
        },
        "version": {
            "description": "The package's version. The version of the contract's release and of its"
            " package share major and minor; the package counts its own patches.",
            "type": "string",
            "pattern": "^[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$",
            "default": "0.0.0",
        },
        "description": {
            "description": "One sentence for package.json and the README. By default the"
            " contract's own.",
            "type": "string",
        },
        "license": {
            "description": "The licence in package.json: an SPDX expression, or UNLICENSED, which"
            " is npm's word for all rights reserved.",
            "type": "string",
            "default": "UNLICENSED",
        },
        "readonly": {
            "description": "Whether properties, arrays and dictionaries are readonly.",
            "type": "boolean",
            "default": True,
        },
        "validators": {
            "description": "Whether a validator is generated for each type, in modules of their"
            " own: who imports types only pays nothing for them.",
            "type": "boolean",
            "default": True,
        },
        "fixtures": {
            "description": "Whether there are fixtures for tests and stories: each type's examples,"
            " and values made at random from its constraints. They need validators.",
            "type": "boolean",
            "default": True,
        },
        "codecs": {
            "description": "Whether there are codecs: moments as Date or Temporal, decimals as a"
            " library's numbers, whole numbers of 64 bits as BigInt, and back without loss. They"
            " need validators.",
            "type": "boolean",
            "default": False,
        },
    },
    "additionalProperties": False,
}


@dataclass(frozen=True, slots=True)
class Options:
    """The options with their defaults filled in.

    Attributes:
        package: The npm name.
        version: A semantic version.
        description: One sentence; empty: the contract's own.
        license: An SPDX expression or ``UNLICENSED``.
        readonly: Whether the types forbid assignment to what they describe.
        validators: Whether there are validators.
        fixtures: Whether there are fixtures.
        codecs: Whether there are codecs.

    """

    package: str
    version: str = "0.0.0"
    description: str = ""
    license: str = "UNLICENSED"
    readonly: bool = True
    validators: bool = True
    fixtures: bool = True
    codecs: bool = False

    @classmethod
    def of(cls, given: JsonObject, contract: str) -> Options:
        """Read options that are valid against :data:`OPTIONS_SCHEMA`."""
        name = "".join(c for c in kebab_case(contract) if c.isascii())
        return cls(
            package=cast("str", given.get("package", name or "contract")),
            version=cast("str", given.get("version", "0.0.0")),
            description=cast("str", given.get("description", "")),
            license=cast("str", given.get("license", "UNLICENSED")),
            readonly=cast("bool", given.get("readonly", True)),
            validators=cast("bool", given.get("validators", True)),
            fixtures=cast("bool", given.get("fixtures", True)),
            codecs=cast("bool", given.get("codecs", False)),
        )
