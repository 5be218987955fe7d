"""From a JSON Schema or an OpenAPI document to the source of Pydantic models."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

from modelpact.documents.canonical import KEYWORD_ORDER
from modelpact.documents.loading import parse_json
from modelpact.documents.pointers import ROOT, Pointer
from modelpact.errors import ErrorGroup, Fault, ModelpactError

__all__ = ["import_models"]

_EXTRA: Final = "Install it with `pip install 'modelpact[import]'`."
_SIGNS: Final = frozenset({*KEYWORD_ORDER, "id", "definitions", "dependencies"})
_DATA: Final = frozenset({"const", "default", "enum", "example", "examples"})
_YAML: Final = frozenset({".yaml", ".yml"})


def import_models(schema: Path) -> dict[str, str]:
    """Write models for a schema: a start, to be read and owned by people from then on.

    Args:
        schema: A JSON Schema file, or an OpenAPI 3 document, as JSON or YAML. References are
            followed to files, never to the network.

    Returns:
        The source of each Python module, by path with ``/``: ``models.py`` alone, or a package
        where the schema refers to other files.

    Raises:
        ModelpactError: The extra is not installed, or the file is neither of the two, or holds
            something that the generator does not understand.

    """
    try:
        from datamodel_code_generator import Error as GeneratorError
        from datamodel_code_generator import InputFileType, generate
        from datamodel_code_generator.enums import DataModelType
        from datamodel_code_generator.format import Formatter
    except ModuleNotFoundError as error:
        raise ModelpactError(
            f"importing needs the package {error.name}", advice=_EXTRA, rule="missing-extra"
        ) from error
    document = _load(schema)
    kind = _kind(document, schema)
    _check_references(document, schema)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            source = generate(
                schema.resolve(),
                input_file_type=InputFileType(kind),
                output_model_type=DataModelType.PydanticV2BaseModel,
                allow_remote_refs=False,
                collapse_root_models=False,
                disable_timestamp=True,
                formatters=[Formatter.BUILTIN],
                field_constraints=True,
                snake_case_field=True,
                use_annotated=True,
                use_field_description=True,
                use_schema_description=True,
                use_standard_collections=True,
                use_title_as_name=False,
                use_union_operator=True,
                custom_file_header=_HEADER.format(name=schema.name),
            )
    except (GeneratorError, ValueError, KeyError, TypeError, OSError, RecursionError) as error:
        raise ModelpactError(
            f"cannot be turned into models: {error}",
            where=str(schema),
            advice="Mend the schema there; references to the network are not followed.",
            rule="import-failed",
        ) from error
    modules = {("models.py",): source} if isinstance(source, str) else source or {}
    if not any("class " in text for text in modules.values()):
        raise ModelpactError(
            "holds no type to make a model of", where=str(schema), rule="import-failed"
        )
    return {"/".join(path): f"{text.rstrip()}\n" for path, text in modules.items()}


_HEADER: Final = '"""Models made from {name}: a start, to be edited from here on."""\n'


def _check_references(document: Any, schema: Path) -> None:
    """Refuse what leads nowhere: the generator would take it for a type that accepts anything."""
    faults = [
        Fault(
            f"the reference {reference!r} {reason}",
            f"{schema}#{place}",
            "Mend it; references are followed to files, never to the network.",
            "broken-reference",
        )
        for place, reference in _references(document, ROOT)
        if (reason := _broken(reference, document, schema))
    ]
    if faults:
        raise ErrorGroup(faults)


def _references(value: Any, place: Pointer) -> Iterator[tuple[Pointer, str]]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _references(item, place / index)
    if isinstance(value, Mapping):
        for key, item in value.items():
            if key == "$ref" and isinstance(item, str):
                yield place / key, item
            elif key not in _DATA:
                yield from _references(item, place / str(key))


def _broken(reference: str, document: Any, schema: Path) -> str:
    file, _, fragment = reference.partition("#")
    if "://" in file:
        return "leads to the network"
    if file and not (schema.parent / unquote(file)).is_file():
        return "leads to a file that is not there"
    if not file and fragment.startswith("/"):
        try:
            Pointer.parse_fragment(fragment).of(document)
        except LookupError:
            return "leads to nothing in this file"
    return ""


def _load(schema: Path) -> Any:
    """The document: YAML is read with the generator's own reader, of which JSON is not a part."""
    try:
        data = schema.read_bytes()
    except OSError as error:
        raise ModelpactError(
            f"cannot be read: {error.strerror or error}", where=str(schema), rule="unreadable-file"
        ) from error
    if schema.suffix not in _YAML:
        return parse_json(data, where=str(schema))
    import yaml

    try:
        return yaml.safe_load(data)
    except yaml.YAMLError as error:
        raise ModelpactError(f"is not YAML: {error}", where=str(schema), rule="not-yaml") from error


def _kind(document: Any, schema: Path) -> str:
    if isinstance(document, Mapping):
        if "openapi" in document:
            return "openapi"
        if "swagger" not in document and not _SIGNS.isdisjoint(document):
            return "jsonschema"
    raise ModelpactError(
        "is neither a JSON Schema nor an OpenAPI 3 document",
        where=str(schema),
        advice="Swagger 2 documents have to be converted to OpenAPI 3 first.",
        rule="not-a-schema",
    )
