"""The places that rules look at: every schema of every document, and what is around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from modelpact.documents.declaring import declared_dialect
from modelpact.documents.dialects import DRAFT202012, Dialect, subschemas
from modelpact.documents.pointers import ROOT, Pointer
from modelpact.documents.recognising import openapi_version
from modelpact.documents.references import Registry, UnresolvableReferenceError
from modelpact.documents.resources import Resource
from modelpact.documents.sets import Document, DocumentSet, modelpact_facts
from modelpact.documents.values import JsonObject
from modelpact.errors import ModelpactError
from modelpact.lint.names import majority

__all__ = ["Contract", "Site", "sites_of"]

_DEFINITIONS: Final = frozenset({"$defs", "definitions"})
_UNIONS: Final = ("anyOf", "oneOf", "allOf")
_STEPS: Final = {
    "items": "[]",
    "prefixItems": "[]",
    "additionalItems": "[]",
    "unevaluatedItems": "[]",
    "contains": "[]",
    "additionalProperties": "{}",
    "unevaluatedProperties": "{}",
    "patternProperties": "{}",
}
"""How a part without a name is shown in a path."""

_FOLLOWED: Final = 8
"""So many references and unions deep a rule looks for what a value may be."""


@dataclass(eq=False)
class Contract:
    """What rules know of a contract as a whole.

    Attributes:
        documents: Its documents.
        is_public: Whether others than its own team read it.

    """

    documents: DocumentSet
    is_public: bool = True
    checkers: dict[str, Any] = field(default_factory=dict)
    """Validators that rules have compiled."""

    @cached_property
    def registry(self) -> Registry:
        """Finds what references lead to."""
        return Registry({document.file: document.schema for document in self.documents})

    @cached_property
    def sites(self) -> tuple[Site, ...]:
        """Every place, in the order of documents."""
        return tuple(site for document in self.documents for site in sites_of(document, self))

    @cached_property
    def style(self) -> str:
        """The style of most properties' names."""
        return majority({site.name for site in self.sites if site.is_property})


@dataclass(frozen=True, eq=False)
class Site:
    """A schema and where it stands.

    Attributes:
        contract: Whose it is.
        document: The document it is in.
        schema: The schema; never a boolean.
        pointer: Where in the document.
        path: Where in a value, for people.
        name: The property's name, or the type's; empty for other schemas.
        holder: The schema that it stands in; ``None`` for a document's root.
        is_property: Whether it is what ``properties`` says of a member.
        is_type: Whether it is a document's root or a definition.
        dialect: The draft.

    """

    contract: Contract
    document: Document
    schema: JsonObject
    pointer: Pointer
    path: str
    name: str
    holder: Site | None
    is_property: bool
    is_type: bool
    dialect: Dialect

    @property
    def subject(self) -> str:
        """What it is about, for a sentence: ```address.zip```, or the type's name."""
        return f"`{self.path or self.name or self.document.name}`"

    @property
    def facts(self) -> JsonObject:
        """What ``x-modelpact`` says of it."""
        return modelpact_facts(self.schema)

    @property
    def is_required(self) -> bool:
        """Whether it is a member that must be there."""
        required = self.holder.schema.get("required") if self.holder else None
        return self.is_property and isinstance(required, list) and self.name in required

    @property
    def role(self) -> str:
        """What the document is for; ``value`` where it does not say."""
        return str(self._outermost.facts.get("role", "value"))

    @property
    def is_emitted(self) -> bool:
        """Whether the contract's owner writes such values."""
        if self.schema.get("writeOnly") is True or self.role == "command":
            return False
        return self._outermost.facts.get("direction") != "input"

    @property
    def is_accepted(self) -> bool:
        """Whether the contract's owner reads such values."""
        if self.schema.get("readOnly") is True or self.role in {"view", "event"}:
            return False
        return self._outermost.facts.get("direction") != "output"

    def target(self) -> JsonObject | None:
        """What the schema's ``$ref`` leads to, if it has one that leads somewhere."""
        found = _followed(self.schema, self._resource, self.contract.registry)
        return found[0] if found else None

    def alternatives(self) -> Iterator[JsonObject]:
        """What a value may be: the schema itself, what it refers to, and members of unions."""
        yield from _alternatives(self.schema, self._resource, self.contract.registry, _FOLLOWED)

    @property
    def _outermost(self) -> Site:
        site = self
        while site.holder is not None:
            site = site.holder
        return site

    @property
    def _resource(self) -> Resource:
        return self.contract.registry.root(self.document.file)


def sites_of(document: Document, contract: Contract) -> Iterator[Site]:
    """Every schema of a document that is an object, the outer before the inner."""
    dialect = _dialect(document, contract)
    for schema, pointer, name in _types(document):
        root = Site(contract, document, schema, pointer, "", name, None, False, True, dialect)
        pending = [root]
        while pending:
            site = pending.pop()
            yield site
            inner = (
                _inner(site, steps, found) for steps, found in subschemas(site.schema, dialect)
            )
            pending += reversed([found for found in inner if found is not None])


def _types(document: Document) -> Iterator[tuple[JsonObject, Pointer, str]]:
    """The document itself; of an OpenAPI document the schemas of its components."""
    schema = document.schema
    if not isinstance(schema, Mapping):
        return
    if not openapi_version(schema):
        yield schema, ROOT, document.name
        return
    components = schema.get("components")
    named = components.get("schemas") if isinstance(components, Mapping) else None
    for name, inner in named.items() if isinstance(named, Mapping) else ():
        if isinstance(inner, Mapping):
            yield inner, ROOT.join("components", "schemas", name), name


def _dialect(document: Document, contract: Contract) -> Dialect:
    resources = {d.file: d.schema for d in contract.documents}
    try:
        return declared_dialect(document.schema, DRAFT202012, resources, document.file)
    except ModelpactError:
        return DRAFT202012


def _inner(site: Site, steps: tuple[Any, ...], schema: Any) -> Site | None:
    if not isinstance(schema, Mapping):
        return None
    keyword, label = steps[0], str(steps[1]) if len(steps) > 1 else ""
    is_property, is_type = keyword == "properties", keyword in _DEFINITIONS
    path = "" if is_type else site.path + _STEPS.get(keyword, f".{label}" if is_property else "")
    return Site(
        site.contract,
        site.document,
        schema,
        site.pointer.join(*steps),
        path.removeprefix("."),
        label if is_property or is_type else "",
        site,
        is_property,
        is_type,
        site.dialect,
    )


def _followed(
    schema: JsonObject, resource: Resource, registry: Registry
) -> tuple[JsonObject, Resource] | None:
    reference = schema.get("$ref")
    if not isinstance(reference, str):
        return None
    try:
        found = registry.resolve(resource, reference)
    except UnresolvableReferenceError:
        beside = registry.beside(resource, reference)
        if beside is None:
            return None
        found = beside
    except ModelpactError:
        return None
    return (found.schema, found.resource) if isinstance(found.schema, Mapping) else None


def _alternatives(
    schema: JsonObject, resource: Resource, registry: Registry, deep: int
) -> Iterator[JsonObject]:
    yield schema
    if deep == 0:
        return
    found = _followed(schema, resource, registry)
    if found is not None:
        yield from _alternatives(*found, registry, deep - 1)
    for keyword in _UNIONS:
        members = schema.get(keyword)
        for member in members if isinstance(members, list) else ():
            if isinstance(member, Mapping):
                yield from _alternatives(member, resource, registry, deep - 1)
