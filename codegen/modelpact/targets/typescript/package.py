"""From the plan to files."""

from __future__ import annotations

from functools import cache
from importlib.resources import files as resources
from typing import TYPE_CHECKING

from modelpact.emit.target import Rendering
from modelpact.emit.templates import environment
from modelpact.graph.nodes import Graph
from modelpact.targets.typescript.options import Options
from modelpact.targets.typescript.plan import plan
from modelpact.targets.typescript.views import PackageView, ValidatorView

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["render", "runtime_files", "validator_module"]

_ONCE = {
    "index.d.ts": "index.d.ts.j2",
    "index.js": "index.js.j2",
    "support.d.ts": "support.d.ts.j2",
    "support.js": "types_only.js.j2",
    "README.md": "readme.md.j2",
}


def render(graph: Graph, options: Options) -> Rendering:
    """Make the package's files."""
    planned = plan(graph, options)
    return Rendering(_files(planned.package), planned.diagnostics)


def _files(package: PackageView) -> dict[str, bytes]:
    templates = _environment()
    types_only = templates.get_template("types_only.js.j2").render(package=package).encode()
    own = templates.get_template("model.d.ts.j2")
    constants = templates.get_template("enumeration.js.j2")
    files = {"package.json": package.manifest.encode()}
    for path, template in _ONCE.items():
        files[path] = templates.get_template(template).render(package=package).encode()
    for module in package.modules:
        views = {"package": package, "module": module}
        files[f"{module.file}.d.ts"] = own.render(views).encode()
        is_constant = module.kind == "enumeration"
        files[f"{module.file}.js"] = constants.render(views).encode() if is_constant else types_only
    files |= _validators(package) if package.validators else {}
    files |= _by_type(package, "fixture", "fixtures") if package.fixtures else {}
    return files | (_by_type(package, "codec", "codecs") if package.codecs else {})


def _validators(package: PackageView) -> dict[str, bytes]:
    templates = _environment()
    files = {f"runtime/{name}": content for name, content in runtime_files().items()}
    for suffix in ("js", "d.ts"):
        index = templates.get_template(f"validators.{suffix}.j2")
        files[f"validators.{suffix}"] = index.render(package=package).encode()
        template = templates.get_template(f"validator.{suffix}.j2")
        for validator in package.validators:
            views = {"package": package, "validator": validator}
            files[f"validators/{validator.file}.{suffix}"] = template.render(views).encode()
    return files


def _by_type(package: PackageView, kind: str, plural: str) -> dict[str, bytes]:
    """An index, and two files a type, of fixtures or codecs."""
    templates = _environment()
    files: dict[str, bytes] = {}
    for suffix in ("js", "d.ts"):
        index = templates.get_template(f"{plural}.{suffix}.j2")
        files[f"{plural}.{suffix}"] = index.render(package=package).encode()
        template = templates.get_template(f"{kind}.{suffix}.j2")
        for view in getattr(package, plural):
            views = {"package": package, kind: view}
            files[f"{plural}/{view.file}.{suffix}"] = template.render(views).encode()
    return files


def validator_module(validator: ValidatorView) -> str:
    """The module of one validator by itself."""
    views = {"package": {"notice": "A validator"}, "validator": validator}
    return _environment().get_template("validator.js.j2").render(views)


@cache
def runtime_files() -> dict[str, bytes]:
    """What all validators share, as it stands in our own package."""
    folder = resources("modelpact.targets.typescript") / "runtime"
    found = {file.name: file.read_bytes() for file in folder.iterdir()}
    return {name: found[name] for name in sorted(found) if name.endswith((".js", ".ts"))}


@cache
def _environment() -> Environment:
    return environment("modelpact.targets.typescript")
