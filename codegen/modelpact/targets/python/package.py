"""The files of the Python package."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from modelpact.emit.target import Rendering
from modelpact.emit.templates import environment
from modelpact.emit.words import generated_notice, lines, one_line
from modelpact.graph.nodes import Graph
from modelpact.targets.python.options import Options
from modelpact.targets.python.plan import Plan
from modelpact.targets.python.text import WIDTH, docstring

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["render"]

_OWN = ("Model", "from_json", "to_json")


def render(graph: Graph, options: Options) -> Rendering:
    """All files of the package."""
    plan = Plan(graph)
    templates = _templates()
    root = f"src/{options.module}"
    files: dict[str, str] = {}
    module_template = templates.get_template("module.py.j2")
    for name, view in plan.modules():
        files[f"{root}/{name}.py"] = module_template.render(module=view)
    notice = generated_notice(graph.name)
    for name in ("_base.py", "_types.py"):
        files[f"{root}/{name}"] = templates.get_template(f"{name}.j2").render(notice=notice)
    files[f"{root}/__init__.py"] = _index(graph, plan, notice)
    files[f"{root}/py.typed"] = ""
    files["pyproject.toml"] = _project(graph, options)
    files["README.md"] = _readme(graph, options, plan)
    encoded = {name: files[name].encode() for name in sorted(files)}
    return Rendering(encoded, tuple(dict.fromkeys(plan.diagnostics)))


@cache
def _templates() -> Environment:
    return environment("modelpact.targets.python")


def _title(graph: Graph) -> str:
    return one_line(graph.title) or one_line(graph.name) or "Contract"


def _index(graph: Graph, plan: Plan, notice: str) -> str:
    taken = plan.names.classes
    homes = {taken[source]: home for source, home in plan.grouping.homes.items()}
    for name in _OWN:
        homes.setdefault(name, "_base")
    exported = sorted(homes)
    about = [_title(graph), graph.description]
    return (
        _templates()
        .get_template("__init__.py.j2")
        .render(
            notice=notice,
            docstring=docstring(about, ""),
            imports=[_reexport(n, homes[n]) for n in sorted(exported, key=lambda n: (homes[n], n))],
            exported=exported,
            homes=[(name, homes[name]) for name in exported],
        )
    )


def _reexport(name: str, module: str) -> str:
    line = f"from .{module} import {name} as {name}"
    return (
        line
        if len(line) + 4 <= WIDTH
        else f"from .{module} import (\n        {name} as {name},\n    )"
    )


def _project(graph: Graph, options: Options) -> str:
    return (
        _templates()
        .get_template("pyproject.toml.j2")
        .render(
            notice=generated_notice(graph.name),
            package=options.package,
            module=options.module,
            version=options.version,
            license=options.license,
            description=_toml(f"{_title(graph)}: typed models of the contract."),
        )
    )


def _toml(text: str) -> str:
    """A basic string: one line of visible characters, in which two are special."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _readme(graph: Graph, options: Options, plan: Plan) -> str:
    return (
        _templates()
        .get_template("README.md.j2")
        .render(
            title=_title(graph),
            about="\n".join(lines(graph.description)),
            package=options.package,
            module=options.module,
            example=next(iter(plan.names.classes.values()), "Model"),
            notice=generated_notice(graph.name),
        )
    )
