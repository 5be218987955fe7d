"""Which questions are asked of which documents: by role, or by a mode that overrides roles.

A model has one document, or a half for what is emitted and a half for what is accepted
(``User.schema.json`` and ``User.input.schema.json``). What a version does not have as halves, it
has as one document for both, unless the document says that it is for one direction alone: then the
version has no other half, and accepts nothing or emits nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from modelpact.compat.changes import Direction
from modelpact.compat.report import Mode
from modelpact.documents.sets import Document, DocumentSet, modelpact_facts

__all__ = ["Question", "questions"]

_INPUT: Final = ".input"

Half: TypeAlias = Literal["output", "input"]


@dataclass(frozen=True, slots=True)
class Question:
    """Does the reader accept all that the writer writes?

    Attributes:
        direction: ``backward``: the reader is new. ``forward``: the reader is old.
        writer: The writer's document, by file.
        reader: The reader's document, by file; ``None`` where it has none and accepts nothing.

    """

    direction: Direction
    writer: str
    reader: str | None


Embedded: TypeAlias = Callable[[Sequence["Question"]], frozenset[str]]
"""The files that the documents of some questions lead to, in either version."""


def questions(
    old: DocumentSet, new: DocumentSet, mode: Mode | None, embedded: Embedded
) -> tuple[Question, ...]:
    """Every question about two versions, each once, in the order of the documents.

    Args:
        old: The old version.
        new: The new version.
        mode: What to ask of all documents; ``None`` to let roles choose.
        embedded: What the documents lead to that are asked about by their own role. Of other
            documents those are asked about that are not among them.

    """
    models = tuple(_models(old, new))
    if mode is not None:
        return tuple(dict.fromkeys(q for halves in models for q in _asked(halves, _BY_MODE[mode])))
    by_role = [tuple(_asked(halves, _of_roles(halves))) for halves in models]
    held = embedded([question for asked in by_role for question in asked])
    found: dict[Question, None] = {}
    for halves, asked in zip(models, by_role, strict=True):
        others = () if halves.roles else _asked(halves, _BY_MODE["full"])
        alone = (q for q in others if not {q.writer, q.reader or q.writer} <= held)
        found.update(dict.fromkeys((*asked, *alone)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Halves:
    """One model in both versions: the file of each half, if there is one.

    ``roles`` is what the model is for, in either version; nothing where no version says.
    """

    old: Mapping[Half, str | None]
    new: Mapping[Half, str | None]
    roles: frozenset[str]


def _halves(model: str, renamed: str, old: DocumentSet, new: DocumentSet) -> _Halves:
    before, after = _files(model, old), _files(renamed or model, new)
    found = {
        role_of(documents.documents[file])
        for documents, files in ((old, before), (new, after))
        for file in files.values()
        if file is not None
    }
    return _Halves(before, after, frozenset(found - {""}))


def _files(model: str, documents: DocumentSet) -> dict[Half, str | None]:
    """The document that each half of a model is, or that is both halves."""
    accepted = _with_input(model)
    wanted: dict[Half, tuple[str, str]] = {"output": (model, accepted), "input": (accepted, model)}
    return {half: _first(half, files, documents) for half, files in wanted.items()}


def _first(half: Half, files: Iterable[str], documents: DocumentSet) -> str | None:
    found = (file for file in files if file in documents.documents)
    return next((file for file in found if _is_for(half, documents.documents[file])), None)


def _is_for(half: Half, document: Document) -> bool:
    return modelpact_facts(document.schema).get("direction", half) == half


_Ask: TypeAlias = tuple[Direction, Half, Half]

_BACKWARD: Final[tuple[_Ask, ...]] = (
    ("backward", "input", "input"),
    ("backward", "output", "output"),
)
_FORWARD: Final[tuple[_Ask, ...]] = (
    ("forward", "output", "output"),
    ("forward", "input", "input"),
)
_BY_MODE: Final[Mapping[Mode, tuple[_Ask, ...]]] = {
    "backward": _BACKWARD,
    "forward": _FORWARD,
    "full": (*_BACKWARD, *_FORWARD),
}
_BY_ROLE: Final[Mapping[str, tuple[_Ask, ...]]] = {
    "command": (("backward", "input", "input"),),
    "view": (("forward", "output", "output"),),
    "event": (("forward", "output", "output"),),
    "entity": (
        ("backward", "input", "input"),
        ("forward", "output", "output"),
        ("backward", "output", "input"),  # what is stored already
    ),
}


def _of_roles(halves: _Halves) -> Iterator[_Ask]:
    return (ask for role in sorted(halves.roles) for ask in _BY_ROLE[role])


def _asked(halves: _Halves, asks: Iterable[_Ask]) -> Iterator[Question]:
    for direction, writer, reader in asks:
        question = _question(halves, direction, writer, reader)
        if question is not None:
            yield question


def _question(halves: _Halves, direction: Direction, writer: Half, reader: Half) -> Question | None:
    """A question about documents that there are; nobody writes what does not exist.

    A document that only the new version has breaks nobody in the forward direction: there is no old
    reader that could receive it. Nor does it in the backward direction that the new version accepts
    nothing, where the old one did not either.
    """
    writes, reads = halves.old, halves.new
    if direction == "forward":
        writes, reads = halves.new, halves.old
    written, read = writes[writer], reads[reader]
    if written is None or (read is None and halves.old[reader] is None):
        return None
    return Question(direction, written, read)


def _models(old: DocumentSet, new: DocumentSet) -> Iterable[_Halves]:
    """Every model; two files that alone are meant are one model, whatever they are called.

    So are those of which the new one says that it was called like the old one.
    """
    before, after = _main(old), _main(new)
    if before and after:
        return (_halves(before, after, old, new),)
    renamed = dict(_renamed(old, new))
    files = dict.fromkeys(_without_input(document.file) for document in (*old, *new))
    again = set(renamed.values())
    return [_halves(m, renamed.get(m, ""), old, new) for m in files if m not in again]


def _renamed(old: DocumentSet, new: DocumentSet) -> Iterable[tuple[str, str]]:
    """Old and new file of models that were renamed and say so, each old one once."""
    before, after = ({_without_input(document.file) for document in s} for s in (old, new))
    taken: set[str] = set()
    for document in new:
        file = _without_input(document.file)
        names = modelpact_facts(document.schema).get("renamedFrom")
        for name in names if isinstance(names, list) else ():
            was = f"{name}{_suffix(file)}"
            if file not in before and was in before and was not in after and was not in taken:
                taken.add(was)
                yield was, file
                break


def _main(documents: DocumentSet) -> str:
    if documents.main or len(documents) != 1:
        return documents.main
    (only,) = documents
    return only.file


def _without_input(file: str) -> str:
    for suffix in _SUFFIXES:
        if file.endswith(_INPUT + suffix):
            return file.removesuffix(_INPUT + suffix) + suffix
    return file


def _with_input(file: str) -> str:
    for suffix in _SUFFIXES:
        if file.endswith(suffix):
            return file.removesuffix(suffix) + _INPUT + suffix
    return file + _INPUT


def _suffix(file: str) -> str:
    return next((suffix for suffix in _SUFFIXES if file.endswith(suffix)), "")


_SUFFIXES: Final = (".schema.json", ".json")


def role_of(document: Document) -> str:
    """What a document is asked about by its own role; nothing where it is not."""
    role = modelpact_facts(document.schema).get("role")
    return role if isinstance(role, str) and role in _BY_ROLE else ""
