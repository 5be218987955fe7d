"""The document, and the npm package that carries it.

npm, since those who install an OpenAPI document are frontends: their generators, mock servers and
documentation sites read it from ``node_modules``. Everybody else reads the file where it lies.
"""

from __future__ import annotations

from typing import Any

from modelpact.documents.canonical import LoneSurrogateError, canonical_bytes
from modelpact.documents.values import Json
from modelpact.emit.target import Rendering
from modelpact.emit.words import generated_notice, lines, one_line
from modelpact.errors import ErrorGroup, Fault
from modelpact.graph.nodes import Graph
from modelpact.targets.openapi.options import Options
from modelpact.targets.openapi.schemas import SchemaWriter
from modelpact.targets.openapi.yaml import has_lone_surrogate, yaml_bytes

__all__ = ["document", "render"]

_OPENAPI = "3.1.1"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def render(graph: Graph, options: Options) -> Rendering:
    """All files of the package.

    Raises:
        ErrorGroup: A schema holds a text that UTF-8 has no form for.

    """
    writer = SchemaWriter(graph)
    whole = document(graph, options, writer)
    files: dict[str, bytes] = {}
    try:
        if options.json:
            files["openapi.json"] = canonical_bytes(whole)
        if options.yaml:
            files["openapi.yaml"] = yaml_bytes(whole)
    except (LoneSurrogateError, UnicodeEncodeError) as error:
        raise _surrogates(graph) from error
    main = next(iter(files))
    names = list(files)
    files["package.json"] = canonical_bytes(_manifest(graph, options, main, names))
    files["README.md"] = _readme(graph, options, main).encode()
    return Rendering(files, tuple(writer.diagnostics))


def _surrogates(graph: Graph) -> ErrorGroup:
    """Which definitions hold texts that UTF-8 has no form for."""
    return ErrorGroup(
        Fault(
            "a text holds half a surrogate pair, which UTF-8 has no form for",
            where=str(definition.location),
            advice="Write the whole character, or leave it out.",
            rule="lone-surrogate",
        )
        for definition in graph.definitions.values()
        if has_lone_surrogate(definition.schema)
    )


def document(graph: Graph, options: Options, writer: SchemaWriter) -> Json:
    """The OpenAPI document.

    It has no operations: a contract says what travels, and not where. ``paths`` is there and empty,
    ``servers`` and ``security`` say what their absence would mean, because linters ask for them.
    """
    info: dict[str, Any] = {"title": _title(graph), "version": options.version}
    if graph.description.strip():
        info["description"] = "\n".join(lines(graph.description))
    if options.license:
        info["license"] = {"name": options.license, "identifier": options.license}
    return {
        "openapi": _OPENAPI,
        "info": info,
        "jsonSchemaDialect": _DIALECT,
        "servers": [{"url": url} for url in options.servers],
        "security": [],
        "paths": {},
        "components": {"schemas": writer.components()},
    }


def _title(graph: Graph) -> str:
    return one_line(graph.title) or one_line(graph.name) or "Contract"


def _manifest(graph: Graph, options: Options, main: str, files: list[str]) -> Json:
    return {
        "name": options.package,
        "version": options.version,
        "description": f"{_title(graph)}: the OpenAPI document.",
        "license": options.license or "UNLICENSED",
        "main": main,
        "exports": {
            ".": f"./{main}",
            **{f"./{file}": f"./{file}" for file in files},
            "./package.json": "./package.json",
        },
        "files": files,
    }


def _readme(graph: Graph, options: Options, main: str) -> str:
    about = "\n".join(lines(graph.description))
    purpose = (
        f"`{main}` is an OpenAPI {_OPENAPI} document: the types of the contract are its"
        " `components.schemas`. It has no operations; refer to its components from a document"
        " that has."
    )
    path = f"node_modules/{options.package}/{main}#/components/schemas/<Name>"
    parts = [
        f"# {_title(graph)}: OpenAPI",
        *([about] if about else []),
        purpose,
        f"```sh\nnpm install {options.package}\n```",
        f"```yaml\nschema:\n  $ref: {path}\n```",
        generated_notice(graph.name),
    ]
    return "\n\n".join(parts) + "\n"
