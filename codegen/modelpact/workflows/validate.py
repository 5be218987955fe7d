"""Checking data against a schema, as a service would."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urldefrag, urljoin

from modelpact.documents.issues import Validated
from modelpact.documents.loading import load_file, parse_json
from modelpact.documents.pointers import Pointer
from modelpact.documents.values import Json
from modelpact.errors import ModelpactError

if TYPE_CHECKING:
    from modelpact.runtime.validator import Validator

__all__ = ["STDIN", "validate"]

STDIN: Final = "-"
_NOWHERE: Final = "modelpact:///definition"
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
        yield Validated(name, validator.issues(value, parsed=True))


def _read(name: str) -> Json:
    if name == STDIN:
        return parse_json(sys.stdin.buffer.read(), where="standard input")
    return load_file(Path(name))


def _compile(file: Path, definition: str) -> Validator:
    from modelpact.runtime.compiling import Compiler
    from modelpact.runtime.validator import Validator

    schema = load_file(file)
    if not isinstance(schema, Mapping | bool):
        raise ModelpactError("is JSON, but not a JSON Schema", where=str(file), rule="not-a-schema")
    address = base = _base(schema, file)
    root: Json = schema
    if not definition:
        _refuse_definitions_only(schema, file)
    else:
        # The schema is a resource beside this root, found by its address.
        root = {"$ref": f"{base}{_definition(schema, definition, file).fragment}"}
        address = _NOWHERE
    compiler = Compiler(_Neighbours(file, base, schema))
    compiled = compiler.compile(root, address, where=str(file))
    return Validator(file.name, lambda: compiled)


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

    def __call__(self, uri: str, /) -> Json:
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
