"""A set of documents: what one contract publishes, or what a folder of JSON Schema holds."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from modelpact.documents.loading import LoadError, load_file, parse_json
from modelpact.documents.recognising import is_schema, openapi_version
from modelpact.documents.values import Json, JsonObject
from modelpact.errors import ModelpactError

__all__ = [
    "BUNDLE_FILE",
    "KEYWORD",
    "MANIFEST_FILE",
    "SUFFIX",
    "Document",
    "DocumentSet",
    "load_documents",
    "modelpact_facts",
    "read_documents",
]

SUFFIX = ".schema.json"
BUNDLE_FILE = "bundle.schema.json"
MANIFEST_FILE = "manifest.json"
KEYWORD = "x-modelpact"
"""The one keyword that carries what JSON Schema has no word for; see
``x-modelpact.schema.json``."""


@dataclass(frozen=True, slots=True)
class Document:
    """One JSON Schema resource.

    Attributes:
        name: What SDKs call the type at its root: ``User``, and ``UserInput`` for the input half.
        file: Its path in its set, with ``/``: ``User.schema.json``, ``User.input.schema.json``.
        schema: The JSON value; ``$ref`` to other documents are relative to ``file``.

    """

    name: str
    file: str
    schema: Json


@dataclass(frozen=True, slots=True)
class DocumentSet:
    """Documents that may refer to each other, in a stable order, by file.

    Attributes:
        name: The contract's name, or the folder's or file's where there is no contract.
        documents: By file path.
        title: A human name for SDKs' READMEs; may be empty.
        description: What the contract is, for SDKs' READMEs; may be empty.
        main: The one document that is meant, where the others only came along; or empty.
        made_of: What documents were made of, by file: ``module:Outer.Model``; a file that no
            model's is has none.

    """

    name: str
    documents: Mapping[str, Document]
    title: str = ""
    description: str = ""
    origin: str = field(default="", compare=False)
    """Where it was loaded from, for messages: a folder or a file."""
    skipped: tuple[str, ...] = field(default=(), compare=False)
    """Files of the folder that are JSON and, by their words, no schemas."""
    main: str = ""
    made_of: Mapping[str, str] = field(default_factory=dict, compare=False)

    def __iter__(self) -> Iterator[Document]:
        return iter(self.documents.values())

    def __len__(self) -> int:
        return len(self.documents)


def load_documents(path: Path, *, name: str = "", neighbours: bool = False) -> DocumentSet:
    """Load a file, or every ``*.json`` schema of a folder and its subfolders.

    Args:
        path: The file, or the folder.
        name: The set's name; by default the contract's, the folder's or the file's.
        neighbours: Whether files that a single file refers to, in its folder or below, come along.

    In a folder that Modelpact wrote, the bundle and the manifest are not documents of their own,
    and the manifest tells the contract's name.
    In any folder, files whose names begin with a dot, what lies in ``node_modules``, and JSON that
    is no schema are passed over; the latter are remembered. Of an OpenAPI 3.1 document the
    components' schemas are read.

    Raises:
        ModelpactError: There is no such path, no schema in it, or a file is not JSON, or is an
            OpenAPI document of an older version.

    """
    if path.is_file():
        schema = load_file(path)
        _check_openapi(schema, str(path))
        document = Document(_stem(path.name), path.name, schema)
        own = _contract(path.parent) if path.name == BUNDLE_FILE else ""
        name = name or own or _stem(path.name)
        documents = {path.name: document}
        if neighbours:
            _add_neighbours(documents, path.parent)
        return DocumentSet(name, documents, origin=str(path), main=path.name)
    if not path.is_dir():
        raise ModelpactError(
            "there is no such file or folder",
            where=str(path),
            advice="Give a JSON Schema file, or a folder of them.",
            rule="no-such-path",
        )
    documents, skipped = _documents_in(
        (PurePosixPath(file.relative_to(path)).as_posix(), str(file), partial(load_file, file))
        for file in sorted(path.rglob("*.json"))
    )
    if not documents and (path / BUNDLE_FILE).is_file():
        return load_documents(path / BUNDLE_FILE, name=name or _contract(path) or path.name)
    if not documents:
        raise ModelpactError(
            "there is no JSON Schema in this folder",
            where=str(path),
            advice=f"Schemas are files whose names end in {SUFFIX} or .json.",
            rule="no-schemas",
        )
    name = name or _contract(path) or path.resolve().name
    return DocumentSet(name, documents, origin=str(path), skipped=skipped)


def read_documents(contents: Mapping[str, bytes], *, name: str, where: str) -> DocumentSet:
    """The documents among files that are not on disk, by the rules of :func:`load_documents`.

    Args:
        contents: The files' contents, by their paths in the folder that they are of.
        name: The set's name.
        where: What the folder is called, for messages.

    Raises:
        ModelpactError: A file is not JSON, or is an OpenAPI document of an older version.

    """
    documents, skipped = _documents_in(
        (file, f"{where}/{file}", partial(parse_json, content, where=f"{where}/{file}"))
        for file, content in sorted(contents.items())
        if file.endswith(".json")
    )
    if not documents and BUNDLE_FILE in contents:
        schema = parse_json(contents[BUNDLE_FILE], where=f"{where}/{BUNDLE_FILE}")
        documents = {BUNDLE_FILE: Document(_stem(BUNDLE_FILE), BUNDLE_FILE, schema)}
    return DocumentSet(name, documents, skipped=skipped)


def _documents_in(
    files: Iterable[tuple[str, str, Callable[[], Json]]],
) -> tuple[dict[str, Document], tuple[str, ...]]:
    """The documents among a folder's JSON files, and the files that are none.

    Args:
        files: Each file's path in the folder, what it is called in messages, and how to read it.

    """
    documents: dict[str, Document] = {}
    skipped: list[str] = []
    for file, where, read in files:
        if file in {BUNDLE_FILE, MANIFEST_FILE} or any(
            part.startswith(".") or part == "node_modules" for part in file.split("/")
        ):
            continue
        schema = read()
        version = _check_openapi(schema, where)
        if file.endswith(SUFFIX) or version or is_schema(schema):
            documents[file] = Document(_document_name(file), file, schema)
        else:
            skipped.append(file)
    return documents, tuple(skipped)


def _contract(folder: Path) -> str:
    """The contract whose release, or next, a folder holds, by its manifest; or nothing."""
    try:
        manifest = load_file(folder / MANIFEST_FILE)
    except LoadError:
        return ""
    contract = manifest.get("contract") if isinstance(manifest, Mapping) else None
    return contract if isinstance(contract, str) else ""


def _add_neighbours(documents: dict[str, Document], folder: Path) -> None:
    """Add the files that documents refer to, and that those refer to, and so on."""
    pending = list(documents.values())
    while pending:
        document = pending.pop()
        for reference in sorted(_file_references(document.schema)):
            beside = posixpath.join(posixpath.dirname(document.file), unquote(reference))
            file = posixpath.normpath(beside)
            if file.startswith("../") or file in documents or not (folder / file).is_file():
                continue
            documents[file] = Document(_document_name(file), file, load_file(folder / file))
            pending.append(documents[file])


def _file_references(schema: Json) -> set[str]:
    """The files that references name, without their fragments; no addresses of the network."""
    found: set[str] = set()
    pending: list[Json] = [schema]
    while pending:
        value = pending.pop()
        if isinstance(value, Mapping):
            reference = value.get("$ref")
            if isinstance(reference, str) and "://" not in reference:
                found.add(reference.partition("#")[0])
            pending += (inner for key, inner in value.items() if key not in _DATA)
        elif isinstance(value, list):
            pending += value
    return found - {""}


_DATA = frozenset({"const", "default", "enum", "examples"})


def _check_openapi(schema: Json, where: str) -> str:
    """The version of an OpenAPI document, whose schemas must be JSON Schema 2020-12 or nothing."""
    version = openapi_version(schema)
    if version and not version.startswith(("3.1", "3.2")):
        raise ModelpactError(
            f"this is an OpenAPI {version} document, whose schemas are not JSON Schema",
            where=where,
            advice="Convert it to OpenAPI 3.1, or make models of it with `modelpact import`.",
            rule="old-openapi",
        )
    return version


def _stem(file: str) -> str:
    return file.removesuffix(SUFFIX).removesuffix(".json")


def _document_name(file: str) -> str:
    stem = _stem(PurePosixPath(file).name)
    return f"{stem.removesuffix('.input')}Input" if stem.endswith(".input") else stem


def modelpact_facts(schema: Json) -> JsonObject:
    """The ``x-modelpact`` object of a schema; empty where there is none."""
    facts = schema.get(KEYWORD) if isinstance(schema, dict) else None
    return facts if isinstance(facts, dict) else {}
