"""What a user may decide about the Python package."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from modelpact.documents.values import JsonObject
from modelpact.emit.naming import escaped, file_stem, identifier, kebab_case, snake_case
from modelpact.targets.python.keywords import KEYWORDS

__all__ = ["OPTIONS_SCHEMA", "Options"]

OPTIONS_SCHEMA: Final[JsonObject] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Options of the target python",
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "package": {
            "description": "The name under which the package is installed. By default the"
            " contract's name and `-models`.",
            "type": "string",
            "pattern": "^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$",
            "examples": ["shop-models"],
        },
        "module": {
            "description": "The name under which it is imported. By default the package's name"
            " as an identifier.",
            "type": "string",
            "pattern": "^[a-z_][a-z0-9_]*$",
            "examples": ["shop_models"],
        },
        "version": {
            "description": "The package's version (PEP 440).",
            "type": "string",
            "pattern": r"^[0-9]+(\.[0-9]+)*((a|b|rc)[0-9]+)?(\.post[0-9]+)?(\.dev[0-9]+)?$",
            "default": "0.0.0",
        },
        "license": {
            "description": "The licence in pyproject.toml: an SPDX expression. Where there is none,"
            " the package says nothing and nobody may publish it.",
            "type": "string",
            "pattern": r"^[A-Za-z0-9.+() -]+$",
            "examples": ["MIT"],
        },
    },
}


@dataclass(frozen=True, slots=True)
class Options:
    """The options with their defaults filled in.

    Attributes:
        package: The distribution's name.
        module: The import name.
        version: Its version.
        license: An SPDX expression, or empty.

    """

    package: str
    module: str
    version: str
    license: str

    @classmethod
    def of(cls, given: JsonObject, contract: str) -> Options:
        """Read options that are valid against :data:`OPTIONS_SCHEMA`."""
        package = str(given.get("package", f"{kebab_case(file_stem(contract))}-models"))
        module = identifier(snake_case(file_stem(package)), "models_")
        return cls(
            package=package,
            module=str(given.get("module", escaped(module, KEYWORDS))),
            version=str(given.get("version", "0.0.0")),
            license=str(given.get("license", "")),
        )
