"""What a user may say about the OpenAPI document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, cast

from modelpact.documents.values import JsonObject
from modelpact.emit.naming import file_stem, kebab_case
from modelpact.emit.words import one_line
from modelpact.graph.nodes import Graph

__all__ = ["OPTIONS_SCHEMA", "Options"]

OPTIONS_SCHEMA: Final[JsonObject] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Options of the target openapi",
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "package": {
            "description": "The npm name of the package that carries the document. The default is"
            " the contract's name and `-openapi`.",
            "type": "string",
            "pattern": "^(@[a-z0-9~-][a-z0-9._~-]*/)?[a-z0-9~-][a-z0-9._~-]*$",
            "maxLength": 214,
            "examples": ["@example/shop-openapi"],
        },
        "version": {
            "description": "The version of the package and of the document (`info.version`).",
            "type": "string",
            "pattern": r"^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$",
            "default": "0.0.0",
        },
        "license": {
            "description": "The SPDX expression of the licence; where there is none, the package"
            " says UNLICENSED and the document says nothing.",
            "type": "string",
            "pattern": r"^[A-Za-z0-9.+() :-]+$",
            "examples": ["MIT"],
        },
        "format": {
            "description": "How the document is written: `openapi.json`, `openapi.yaml`, or both.",
            "enum": ["json", "yaml", "both"],
            "default": "json",
        },
        "servers": {
            "description": "The addresses of the services that speak the contract.",
            "type": "array",
            "items": {"type": "string", "minLength": 1},
            "minItems": 1,
            "default": ["/"],
            "examples": [["https://api.example.com"]],
        },
    },
}


@dataclass(frozen=True, slots=True)
class Options:
    """The options, with their defaults filled in. An empty ``license`` is none."""

    package: str
    version: str
    license: str
    json: bool
    yaml: bool
    servers: tuple[str, ...]

    @classmethod
    def of(cls, options: JsonObject, graph: Graph) -> Options:
        """Read options that are valid against :data:`OPTIONS_SCHEMA`."""
        wanted = options.get("format", "json")
        default = f"{kebab_case(file_stem(one_line(graph.name) or 'contract'))}-openapi"
        return cls(
            package=str(options.get("package", default)),
            version=str(options.get("version", "0.0.0")),
            license=str(options.get("license", "")),
            json=wanted != "yaml",
            yaml=wanted != "json",
            servers=tuple(cast("Sequence[str]", options.get("servers", ("/",)))),
        )
