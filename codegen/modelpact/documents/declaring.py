"""Which dialect a schema declares: a draft, or one whose metaschema is among the documents.

Source: JSON Schema 2020-12 Core section 8.1.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, cast

from modelpact.documents.dialects import Dialect, UnknownDialectError, dialect_named
from modelpact.documents.values import Json

__all__ = ["declared_dialect", "metaschema"]

_LATEST: Final = "json-schema.org/schema"
"""Names whatever is the latest draft."""


def declared_dialect(
    schema: Json, inherited: Dialect, documents: Mapping[str, Json], where: str
) -> Dialect:
    """The dialect that ``$schema`` names; ``inherited`` where it names none.

    Raises:
        UnknownDialectError: It is no draft, and no metaschema among the documents.

    """
    uri = schema.get("$schema") if isinstance(schema, dict) else None
    if not isinstance(uri, str):
        return inherited
    return dialect_named(uri) or _custom_dialect(uri, inherited, documents, where)


def _custom_dialect(
    uri: str, inherited: Dialect, documents: Mapping[str, Json], where: str
) -> Dialect:
    """The dialect of a metaschema that is among our documents."""
    plain = uri.removesuffix("#")
    if plain.partition("://")[2] == _LATEST:
        return inherited
    metaschema = documents.get(uri, documents.get(plain))
    if not isinstance(metaschema, dict):
        metaschema = next(
            (d for d in documents.values() if isinstance(d, dict) and d.get("$id") in {uri, plain}),
            None,
        )
    base = dialect_named(str(metaschema.get("$schema"))) if metaschema is not None else None
    if metaschema is None or base is None:
        raise UnknownDialectError(
            f"the dialect {uri!r} is none of draft 4, 6, 7, 2019-09, 2020-12",
            where=where,
            advice="Correct `$schema`, or give the metaschema among the documents.",
            rule="unknown-dialect",
        )
    vocabularies = metaschema.get("$vocabulary")
    if not isinstance(vocabularies, dict):
        return base
    return base.limited_to(frozenset(vocabularies))


def metaschema(uri: str) -> Json | None:
    """A draft's own metaschema: these are always at hand."""
    if "json-schema.org/" not in uri:
        return None
    from jsonschema_specifications import REGISTRY  # type: ignore[import-untyped]

    found = REGISTRY.get(uri) or REGISTRY.get(f"{uri}#")
    return None if found is None else cast("Json", found.contents)
