"""From the graph to what the templates print."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Final

from modelpact.emit.target import Diagnostic
from modelpact.emit.words import generated_notice, one_line
from modelpact.graph.generics import generic_models
from modelpact.graph.nodes import Graph
from modelpact.targets.typescript.layout import listed
from modelpact.targets.typescript.modules import ModulePlanner
from modelpact.targets.typescript.names import Names, names_of
from modelpact.targets.typescript.options import Options
from modelpact.targets.typescript.text import comment_text
from modelpact.targets.typescript.types import TypeWriter
from modelpact.targets.typescript.views import (
    CodecView,
    EntryView,
    FixtureView,
    ModuleView,
    PackageView,
    ValidatorView,
)

__all__ = ["Plan", "plan"]

_VALIDATORS: Final = {
    "./validators": {"types": "./validators.d.ts", "default": "./validators.js"},
    "./validators/*": {"types": "./validators/*.d.ts", "default": "./validators/*.js"},
}
_FIXTURES: Final = {
    "./fixtures": {"types": "./fixtures.d.ts", "default": "./fixtures.js"},
    "./fixtures/*": {"types": "./fixtures/*.d.ts", "default": "./fixtures/*.js"},
}
_CODECS: Final = {
    "./codecs": {"types": "./codecs.d.ts", "default": "./codecs.js"},
    "./codecs/*": {"types": "./codecs/*.d.ts", "default": "./codecs/*.js"},
}
_CODEC_FILES: Final = ("codecs.js", "codecs.d.ts", "codecs")
_FIXTURE_FILES: Final = ("fixtures.js", "fixtures.d.ts", "fixtures")
_VALIDATOR_FILES: Final = ("validators.js", "validators.d.ts", "validators", "runtime")
_MARKDOWN: Final = re.compile(r"[\\`*_\[\]<>|#!{}]")


@dataclass(frozen=True, slots=True)
class Plan:
    """The package, and what it states less exactly than the schema does."""

    package: PackageView
    diagnostics: tuple[Diagnostic, ...]


def plan(graph: Graph, options: Options) -> Plan:
    """Decide everything about the package."""
    names = names_of(graph)
    writer = TypeWriter(graph, "readonly " if options.readonly else "")
    generics = tuple(m for m in generic_models(graph) if m.name in names.generics)
    planner = ModulePlanner(names, writer, generics)
    planned = [planner.definition(definition) for definition in graph.definitions.values()]
    found = [module for module, _ in planned] + [planner.brand(brand) for brand in names.brands]
    found += [planner.generic(model) for model in generics]
    modules = tuple(sorted(found, key=lambda module: module.name))
    validators = _validators(graph, names, options)
    package = PackageView(
        name=options.package,
        version=options.version,
        title=_markdown(one_line(graph.title)) or f"`{options.package}`",
        summary=_markdown(one_line(options.description or graph.description)),
        notice=comment_text(generated_notice(graph.name)),
        manifest=_manifest(graph, options),
        modules=modules,
        entries=tuple(map(_entry, modules)),
        validators=validators,
        fixtures=_fixtures(graph, names, options, validators),
        codecs=_codecs(graph, names, options, validators),
        helpers=_helpers(names),
        readonly=writer.modifier,
    )
    return Plan(package, tuple(lost for _, losses in planned for lost in losses))


def _helpers(names: Names) -> str:
    """All of them, whether used or not: a new model changes no line of theirs."""
    imported = listed("import type", [*map(names.helper_import, names.helpers)], "./support.js")
    exported = listed("export type", [*map(names.helper_import, names.helpers)], "./support.js")
    return f"{imported}\n{exported}"


def _has_validators(graph: Graph, options: Options) -> bool:
    """A graph that was made by hand has no documents to judge by."""
    return options.validators and graph.documents is not None


def _validators(graph: Graph, names: Names, options: Options) -> tuple[ValidatorView, ...]:
    """The validators of all types that one schema states; what is merged of several has none."""
    if not _has_validators(graph, options):
        return ()
    assert graph.documents is not None  # noqa: S101 - asked above
    from modelpact.targets.typescript.validators.modules import validators_of

    whole = [d for d in graph.definitions.values() if d.published or not d.merged]
    types = {definition.location: names.types[definition.name] for definition in whole}
    return validators_of(graph.documents, types, names.files)


def _fixtures(
    graph: Graph, names: Names, options: Options, validators: tuple[ValidatorView, ...]
) -> tuple[FixtureView, ...]:
    if not options.fixtures or not validators:
        return ()
    from modelpact.targets.typescript.fixtures.modules import fixtures_of

    return fixtures_of(graph, names, frozenset(validator.name for validator in validators))


def _codecs(
    graph: Graph, names: Names, options: Options, validators: tuple[ValidatorView, ...]
) -> tuple[CodecView, ...]:
    if not options.codecs or not validators:
        return ()
    from modelpact.targets.typescript.codecs.modules import codecs_of

    modifier = "readonly " if options.readonly else ""
    return codecs_of(graph, names, modifier, frozenset(validator.name for validator in validators))


def _entry(module: ModuleView) -> EntryView:
    return EntryView(module.name, module.file, module.kind == "enumeration")


def _markdown(text: str) -> str:
    return _MARKDOWN.sub(r"\\\g<0>", text)


def _manifest(graph: Graph, options: Options) -> str:
    """package.json. One pattern serves all models, so that a new one does not change it."""
    validators = _has_validators(graph, options)
    fixtures = validators and options.fixtures
    codecs = validators and options.codecs
    manifest = {
        "name": options.package,
        "version": options.version,
        "description": one_line(options.description or graph.description or graph.title),
        "license": options.license,
        "type": "module",
        "sideEffects": False,
        "exports": {
            ".": {"types": "./index.d.ts", "default": "./index.js"},
            "./package.json": "./package.json",
            **(_VALIDATORS if validators else {}),
            **(_FIXTURES if fixtures else {}),
            **(_CODECS if codecs else {}),
            "./*": {"types": "./models/*.d.ts", "default": "./models/*.js"},
        },
        "types": "./index.d.ts",
        "files": [
            "index.js",
            "index.d.ts",
            "support.js",
            "support.d.ts",
            "models",
            *(_VALIDATOR_FILES if validators else ()),
            *(_FIXTURE_FILES if fixtures else ()),
            *(_CODEC_FILES if codecs else ()),
        ],
    }
    kept = {key: value for key, value in manifest.items() if value != ""}
    return json.dumps(kept, indent=2) + "\n"
