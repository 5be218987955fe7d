"""Checking data against a schema, as a service would."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urldefrag, urljoin

from modelpact.documents.issues import Issue, Validated
from modelpact.documents.loading import load_file, parse_json
from modelpact.documents.pointers import Pointer
from modelpact.documents.values import Json
from modelpact.errors import ModelpactError

__all__ = ["STDIN", "validate"]

STDIN: Final = "-"
_ISSUES: Final = 100


def validate(schema: Path, data: Sequence[str], *, definition: str = "") -> Iterator[Validated]:
    """Check files of data, one after the other.

    Args:
        schema: A JSON Schema file. References to files beside it are followed; nothing is fetched.
        data: Paths of JSON files; ``-`` is the standard input.
        definition: Check against this member of the schema's ``$defs``, as in a bundle.

    Yields:
        A result a file, in order, as soon as it is known. At most 100 issues a file.

    Raises:
        ModelpactError: The schema is not one, or a file is not JSON.

    """
    validator = _compile(schema, definition)
    for name in data:
        value = _read(name)
        errors = islice(validator.iter_errors(value), _ISSUES)
        yield Validated(name, tuple(map(_issue, errors)))


def _read(name: str) -> Json:
    if name == STDIN:
        return parse_json(sys.stdin.buffer.read(), where="standard input")
    return load_file(Path(name))


def _issue(error: Any) -> Issue:
    path = Pointer(tuple(error.instance_path))
    return Issue(str(path), str(error.kind.name), str(error.message))


def _compile(file: Path, definition: str) -> Any:
    import jsonschema_rs

    schema = load_file(file)
    if not isinstance(schema, Mapping | bool):
        raise ModelpactError("is JSON, but not a JSON Schema", where=str(file), rule="not-a-schema")
    base = _base(schema, file)
    root: Any = schema
    address: str | None = base
    if definition:
        # The schema is a resource beside this root, found by its address.
        root = {"$ref": f"{base}{_definition(schema, definition, file).fragment}"}
        address = None
    neighbours = _Neighbours(file, base, schema)
    try:
        return jsonschema_rs.validator_for(
            root, base_uri=address, retriever=neighbours, validate_formats=True
        )
    except (jsonschema_rs.ValidationError, jsonschema_rs.ReferencingError, ValueError) as error:
        reason = getattr(error, "message", None) or str(error)
        raise ModelpactError(
            f"cannot be used as a schema: {reason}",
            where=str(file),
            advice="Mend the schema; files that it refers to must stand beside it.",
            rule="not-a-schema",
        ) from error


def _base(schema: Json, file: Path) -> str:
    stated = schema.get("$id", schema.get("id")) if isinstance(schema, Mapping) else None
    return (
        urljoin(file.resolve().as_uri(), stated)
        if isinstance(stated, str)
        else file.resolve().as_uri()
    )


def _definition(schema: Json, name: str, file: Path) -> Pointer:
    for keyword in ("$defs", "definitions"):
        members = schema.get(keyword) if isinstance(schema, Mapping) else None
        if isinstance(members, Mapping) and name in members:
            return Pointer((keyword, name))
    raise ModelpactError(f"has no definition {name!r}", where=str(file), rule="no-such-definition")


class _Neighbours:
    """Finds referenced schemas in the schema's own folder, and never on the network."""

    def __init__(self, file: Path, base: str, schema: Json) -> None:
        self._file = file
        self._folder = urljoin(base, ".")
        self._base = base
        self._schema = schema

    def __call__(self, uri: str, /) -> Any:
        """The schema at an address.

        Raises:
            ValueError: It is not beside the schema.

        """
        address = urldefrag(uri).url
        if address == self._base:
            return self._schema
        beside = address.removeprefix(self._folder)
        if beside != address and ".." not in beside.split("/"):
            found = self._file.parent / unquote(beside)
            if found.is_file():
                return load_file(found)
        raise ValueError(f"{uri} is not beside {self._file}; references are not fetched")
