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
_LISTED: Final = 8
"""As many names are listed in a message."""

_DEMANDS_NOTHING: Final = frozenset(
    {"$schema", "$id", "id", "$comment", "title", "description", "$defs", "definitions"}
    | {"x-modelpact"}
)


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
        issues = (issue for error in validator.iter_errors(value) for issue in _issues(error))
        yield Validated(name, tuple(islice(issues, _ISSUES)))


def _read(name: str) -> Json:
    if name == STDIN:
        return parse_json(sys.stdin.buffer.read(), where="standard input")
    return load_file(Path(name))


def _issues(error: Any) -> Iterator[Issue]:
    """What an error says; for a union, what the member that is meant says, if only one can be."""
    branches = getattr(error.kind, "context", None) or ()
    depth = len(error.instance_path)
    meant = [branch for branch in branches if not any(_decides(e, depth) for e in branch)]
    if len(meant) == 1:
        for inner in meant[0]:
            yield from _issues(inner)
        return
    path = Pointer(tuple(error.instance_path))
    yield Issue(str(path), str(error.kind.name), str(error.message))


def _decides(error: Any, depth: int) -> bool:
    """Whether an error says that another member of a union is meant: another type, another tag."""
    below = len(error.instance_path) - depth
    return (error.kind.name, below) in {("type", 0), ("const", 0), ("const", 1), ("enum", 1)}


def _compile(file: Path, definition: str) -> Any:
    import jsonschema_rs

    schema = load_file(file)
    if not isinstance(schema, Mapping | bool):
        raise ModelpactError("is JSON, but not a JSON Schema", where=str(file), rule="not-a-schema")
    base = _base(schema, file)
    root: Any = schema
    address: str | None = base
    if not definition:
        _refuse_definitions_only(schema, file)
    else:
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


def _refuse_definitions_only(schema: Json, file: Path) -> None:
    """A bundle as a whole demands nothing: that all data is valid by it would say nothing."""
    if not isinstance(schema, Mapping) or not schema.keys() <= _DEMANDS_NOTHING:
        return
    groups = (schema.get(word) for word in ("$defs", "definitions"))
    names = [name for group in groups if isinstance(group, Mapping) for name in group]
    if names:
        listed = ", ".join(names[:_LISTED]) + (", ..." if len(names) > _LISTED else "")
        raise ModelpactError(
            "only defines types, and demands nothing of data itself",
            where=str(file),
            advice=f"Say which type is meant: --definition NAME ({listed}).",
            rule="no-definition-chosen",
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
