"""Making a contract: the one way from models to documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import partial
from typing import Any, Final

from modelpact.annotations import RenamedFrom, annotation_of
from modelpact.documents.sets import KEYWORD, SUFFIX, Document, DocumentSet
from modelpact.errors import ErrorGroup, Fault
from modelpact.export.depth import with_room
from modelpact.export.fact_order import in_order
from modelpact.export.generation import Generation, generate, role_of
from modelpact.export.generics import instance_behind
from modelpact.export.lives import life_facts, sunset_of_class
from modelpact.export.naming import Subject, assign_names, is_device, subject_of
from modelpact.export.pairs import pairs_of
from modelpact.export.places import IN, OUT, LocatedFault
from modelpact.export.request import Exported, ExportRequest
from modelpact.export.samples import Pruner, foreign_members
from modelpact.export.tracing import qualified_name
from modelpact.export.usage import Usage, usage_of
from modelpact.export.writing import Writer

__all__ = ["export_contract", "export_contracts"]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
INPUT_SUFFIX: Final = ".input.schema.json"


def export_contract(request: ExportRequest) -> Exported:
    """The documents of one contract.

    Raises:
        ErrorGroup: All that is wrong with the models, found in one pass.

    """
    return export_contracts([request])[0]


def export_contracts(requests: Sequence[ExportRequest]) -> list[Exported]:
    """The documents of several contracts; those of the same models share Pydantic's pass.

    Raises:
        ErrorGroup: All that is wrong with the models of all contracts.

    """
    passes: dict[tuple[type, ...], Generation] = {}
    exported: list[Exported] = []
    faults: dict[Fault, None] = {}
    for request in requests:
        if request.models not in passes:
            passes[request.models] = with_room(partial(generate, request.models))
        try:
            exported.append(_Contract(request, passes[request.models]).export())
        except ErrorGroup as error:
            faults.update(dict.fromkeys(error.faults))
    if faults:
        raise ErrorGroup(faults)
    return exported


class _Contract:
    """One contract in the making: what is published, under which names, in which files."""

    def __init__(self, request: ExportRequest, generation: Generation) -> None:
        self._request = request
        self._generation = generation
        self._public = request.audience == "public"
        self._usage = usage_of(generation, public=self._public)
        self._keys = tuple(key for key in self._usage.keys if not _says_nothing(key, generation))
        self._subjects = self._find_subjects()
        published = frozenset(file.removesuffix(SUFFIX) for file in request.published)
        self._names = assign_names(self._subjects.values(), published)
        self._by_class = {
            subject.cls: self._names.by_ref[ref]
            for ref, subject in self._subjects.items()
            if subject.cls is not None
        }
        self._pairs = self._find_pairs()
        self._files = dict(self._name_files())
        self._hidden = generation.internal if self._public else {}
        foreign = foreign_members(generation, self._pairs, self._hidden)
        pruner = Pruner(generation.definitions, foreign)
        self._writer = Writer(self._files, pruner, request.digits)

    def export(self) -> Exported:
        """Write all documents."""
        faults = [
            *self._relevant(self._generation.faults),
            *self._usage.faults,
            *self._names.faults,
        ]
        faults += self._half_faults()
        if faults:
            raise ErrorGroup(dict.fromkeys(faults))
        documents = {d.file: d for d in sorted(self._documents(), key=lambda d: d.file)}
        if self._writer.faults:
            raise ErrorGroup(dict.fromkeys(self._writer.faults))
        request = self._request
        made = DocumentSet(
            request.contract,
            documents,
            request.title,
            request.description,
            made_of=dict(self._made_of()),
        )
        notes = (*self._relevant(self._generation.notes), *self._device_notes())
        return Exported(made, tuple(dict.fromkeys(notes)))

    def _find_subjects(self) -> Mapping[str, Subject]:
        owners = self._generation.owners
        refs = dict.fromkeys(key[:-2] for key in self._keys)
        aliases = self._generation.aliases
        return {ref: subject_of(ref, owners.get(ref), aliases.get(ref, ())) for ref in refs}

    def _find_pairs(self) -> frozenset[str]:
        kept = frozenset(
            ref
            for ref, name in self._names.by_ref.items()
            if f"{name}{INPUT_SUFFIX}" in self._request.published
        )
        usage = Usage(self._keys, self._usage.public, ())
        return pairs_of(self._generation, usage, kept)

    def _name_files(self) -> Iterator[tuple[str, str]]:
        for key in self._keys:
            ref, mark = key[:-2], key[-2:]
            half = mark == IN and ref in self._pairs
            yield key, f"{self._names.by_ref[ref]}{INPUT_SUFFIX if half else SUFFIX}"

    def _made_of(self) -> Iterator[tuple[str, str]]:
        for key, file in self._files.items():
            yield file, qualified_name(self._subjects[key[:-2]])

    def _half_faults(self) -> Iterator[Fault]:
        """The input half of a pair must not have the name of another type."""
        folded = {name.casefold(): ref for ref, name in self._names.by_ref.items()}
        for ref in self._subjects:
            other = folded.get(f"{self._names.by_ref[ref]}Input".casefold())
            if ref in self._pairs and other is not None:
                name = self._names.by_ref[ref]
                yield Fault(
                    f"is called {name}Input, as is the input half of {self._subjects[ref].where}",
                    self._subjects[other].where,
                    "Name one of them with Named(...).",
                    "name-collides",
                )

    def _device_notes(self) -> Iterator[Fault]:
        for ref, subject in self._subjects.items():
            name = self._names.by_ref[ref]
            if is_device(name):
                what = f"is called {name}, which Windows takes for a device in any file's name"
                advice = "Name it with Named(...), or nobody can check its document out there."
                yield Fault(what, subject.where, advice, "device-name")

    def _relevant(self, located: Iterable[LocatedFault]) -> Iterator[Fault]:
        """What was found in definitions that are published."""
        keys = set(self._usage.keys)
        for item in located:
            field = item.fault.where.rpartition(".")[2]
            ref = item.key[:-2]
            hidden = self._generation.internal_fields.get(ref, ()) if self._public else ()
            if item.key in keys and field not in hidden:
                yield item.fault

    # --- documents -----------------------------------------------------------------------------

    def _documents(self) -> Iterator[Document]:
        keys = set(self._keys)
        for key in self._keys:
            ref, mark = key[:-2], key[-2:]
            twin = f"{ref}{OUT}" in keys and f"{ref}{IN}" in keys
            if twin and mark == IN and ref not in self._pairs:
                continue
            direction = "" if twin and ref not in self._pairs else mark
            yield self._document(key, direction)

    def _document(self, key: str, direction: str) -> Document:
        ref = key[:-2]
        subject, name, file = self._subjects[ref], self._names.by_ref[ref], self._files[key]
        hidden = self._hidden.get(key, frozenset())
        raw = self._with_pruned_examples(key)
        noise = (name, subject.plain, getattr(subject.cls, "__name__", ""))
        body = self._writer.definition(raw, subject.where, noise, hidden)
        facts = {**self._facts(subject, key, direction), **body.pop(KEYWORD, {})}
        if "sunset" in facts:
            body["deprecated"] = True
        request = self._request
        address = f"{request.base_url.rstrip('/')}/{request.contract}/{request.version}/{file}"
        definitions = {"$defs": body.pop("$defs")} if "$defs" in body else {}
        said = {KEYWORD: in_order(facts)} if facts else {}
        schema = {"$schema": DIALECT, "$id": address, **body, **said, **definitions}
        half = direction == IN and ref in self._pairs
        return Document(f"{name}Input" if half else name, file, schema)

    def _with_pruned_examples(self, key: str) -> Mapping[str, Any]:
        raw = self._generation.definitions[key]
        prune = self._writer.prune
        if not isinstance(raw.get("examples"), list) or not isinstance(prune, Pruner):
            return raw
        samples = self._writer.json(raw["examples"], "examples") or ()
        pruned = {**raw, "examples": list(prune.examples(samples, key))}
        if not pruned["examples"]:
            del pruned["examples"]
        return pruned

    def _facts(self, subject: Subject, key: str, direction: str) -> dict[str, Any]:
        """What is said of the type as a whole."""
        half = subject.ref in self._pairs
        facts = _direction_facts(direction, self._names.by_ref[subject.ref], half=half)
        cls: Any = subject.cls
        if cls is None:
            return facts
        if not issubclass(cls, Enum | tuple):
            facts["role"] = role_of(cls)
        if key in self._generation.arguments:
            facts["generic"] = self._generic(subject, key)
        bases = self._bases(cls)
        if bases:
            facts["bases"] = bases
        if (getattr(cls, "model_config", None) or {}).get("frozen"):
            facts["frozen"] = True
        message = getattr(cls, "__deprecated__", None)
        if isinstance(message, str) and message:
            facts["deprecated"] = message
        sunset = sunset_of_class(cls)
        if sunset:
            facts |= life_facts(sunset, facts.get("deprecated", ""))
        renamed = annotation_of(cls, RenamedFrom)
        if renamed:
            facts["renamedFrom"] = list(renamed.names)
        return facts

    def _generic(self, subject: Subject, key: str) -> dict[str, Any]:
        arguments = [
            self._writer.schema(argument, subject.where)
            for argument in self._generation.arguments[key]
        ]
        origin = instance_behind(subject.cls).__pydantic_generic_metadata__["origin"]
        return {"origin": origin.__name__, "arguments": arguments}

    def _bases(self, cls: type) -> list[str]:
        return [self._by_class[base] for base in cls.__mro__[1:] if base in self._by_class]


def _direction_facts(direction: str, name: str, *, half: bool) -> dict[str, Any]:
    if direction == IN:
        return {"direction": "input"} | ({"inputOf": name} if half else {})
    return {"direction": "output"} if direction == OUT else {}


def _says_nothing(key: str, generation: Generation) -> bool:
    """Pydantic's own recursive types (``JsonValue``) say nothing: any value."""
    return key.startswith("pydantic.") and generation.owners.get(key[:-2]) is None
