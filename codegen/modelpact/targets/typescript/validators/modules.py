"""The modules of validators: one for each published type, and an index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from modelpact.documents.references import Registry
from modelpact.documents.sets import DocumentSet
from modelpact.errors import ErrorGroup
from modelpact.graph.nodes import Location
from modelpact.targets.typescript.validators.analysis import Analysis
from modelpact.targets.typescript.validators.code import Module
from modelpact.targets.typescript.validators.deciding import Decider
from modelpact.targets.typescript.validators.demands import Key
from modelpact.targets.typescript.validators.formats import CHECKERS
from modelpact.targets.typescript.validators.reading import Reader
from modelpact.targets.typescript.validators.reporting import Reporter
from modelpact.targets.typescript.views import ValidatorView

__all__ = ["RUNTIME", "validators_of"]

RUNTIME: Final[Mapping[str, tuple[str, ...]]] = {
    "formats": tuple(sorted(set(CHECKERS.values()))),
    "numbers": ("isDecimalMultiple", "isExactMultiple", "isMultiple", "isPartMultiple"),
    "strings": ("fitsLength", "hasLength"),
    "validator": (
        "check",
        "checkDeep",
        "decide",
        "demand",
        "fail",
        "mustBeText",
        "placeOf",
        "read",
        "reportItems",
        "reportMembers",
        "validator",
    ),
    "values": (
        "DEPTH",
        "giveUp",
        "hasOnly",
        "isEqual",
        "isObject",
        "isUnique",
        "isUniqueScalars",
        "once",
        "own",
        "remember",
        "sizeOf",
    ),
}
"""What each module of the runtime exports to validators."""


def validators_of(
    documents: DocumentSet, types: Mapping[Location, str], files: Mapping[str, str]
) -> tuple[ValidatorView, ...]:
    """Validators, in the order of their types' names.

    Args:
        documents: What is judged by.
        types: For each schema that is to have a validator, the identifier of its type.
        files: The stems of files, by identifier.

    Raises:
        ErrorGroup: Something has no exact meaning in JavaScript: each thing with its pointer.

    """
    reader = Reader(Registry({document.file: document.schema for document in documents}))
    analysis = Analysis(reader)
    keys = {reader.entry(place.file, place.pointer.tokens): name for place, name in types.items()}
    views = [_Writer(analysis, keys, files, key).view() for key in keys]
    if reader.faults.found:
        raise ErrorGroup(reader.faults.found.values())
    return tuple(sorted(views, key=lambda view: view.name))


_ALWAYS: Final = ("demand", "read", "validator")


@dataclass(frozen=True, slots=True)
class _Writer:
    analysis: Analysis
    keys: Mapping[Key, str]
    files: Mapping[str, str]
    entry: Key

    def view(self) -> ValidatorView:
        """The module of one type."""
        module = Module()
        decider = Decider(module, self.analysis, self.keys, self.entry)
        reporter = Reporter(decider)
        decider.write(self.entry, "test", exported=True)
        reporter.write(self.entry, "report", exported=True)
        for key in decider.waiting():
            local = decider.name_of(key, "")
            decider.write(key, f"test{local}")
            reporter.write(key, f"report{local}")
        throws = self.analysis.may_throw(self.entry)
        for helper in (*_ALWAYS, *(("checkDeep", "decide") if throws else ("check",))):
            module.helper(helper)
        name = self.keys[self.entry]
        constants = [f"const {name} = {value};" for name, value in module.constants.items()]
        body = "\n\n".join(
            ["\n".join(constants), *module.functions] if constants else module.functions
        )
        return ValidatorView(name, self.files[name], tuple(self._imports(module)), body, throws)

    def _imports(self, module: Module) -> Iterator[str]:
        for name in sorted(module.imports):
            roles = ", ".join(
                f"{r} as {local}" for r, local in sorted(module.imports[name].items())
            )
            yield f'import {{ {roles} }} from "./{self.files[name]}.js";'
        for file, known in RUNTIME.items():
            used = [name for name in known if name in module.helpers]
            if used:
                yield f'import {{ {", ".join(used)} }} from "../runtime/{file}.js";'
