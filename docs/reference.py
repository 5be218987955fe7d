"""Writes the pages of docs/ that are made of the tool's own facts. Run by `make docs`.

With --check, says which pages are stale and fails.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from modelpact.compat.changes import Absent
from modelpact.gate.annotating import ANNOTATIONS, PRELUDE
from modelpact.gate.catalogue import CATEGORIES, Explanation, catalogue
from modelpact.settings import settings_schema
from modelpact.targets import TARGETS, target_named

_HERE = Path(__file__).parent


def pages() -> dict[str, str]:
    """The generated pages, by file name."""
    return {
        "annotations.md": "\n".join(_annotations()) + "\n",
        "configuration.md": "\n".join(_configuration()) + "\n",
        "rules.md": "\n".join(_rules()) + "\n",
    }


def _annotations() -> Iterator[str]:
    yield "# Annotations"
    yield ""
    yield "<!-- Made by `make docs` from codegen/modelpact/gate/annotating.py; edit that. -->"
    yield ""
    yield (
        "What models say beyond Pydantic's own words. An annotation is a small value: it stands in "
        "`Annotated[...]`, on a field or a type, or above a class as a decorator. Nothing is "
        "validated otherwise by it. `modelpact explain Sunset` says the same at the terminal."
    )
    yield from ("", "```python", PRELUDE + "```")
    for annotation in ANNOTATIONS.values():
        yield from ("", f"## {annotation.name}", "", annotation.meaning, "", annotation.effect)
        yield from ("", "```python", annotation.code + "```")


def _configuration() -> Iterator[str]:
    schema = settings_schema()
    contract = schema["$defs"]["contract"]
    yield "# Configuration"
    yield ""
    yield "<!-- Made by `make docs` from the schemas of the settings; edit those. -->"
    yield ""
    yield (
        "Settings stand in `pyproject.toml`, under `[tool.modelpact]`, or in `modelpact.toml`, "
        "where the same keys stand at the top. Paths are relative to the file. `modelpact init` "
        "writes a first version. The schema of the settings is published with the tool, as "
        "`modelpact/settings.schema.json`."
    )
    yield from _section("The project: `[tool.modelpact]`", schema)
    yield from _section("A contract: `[tool.modelpact.contracts.<name>]`", contract)
    yield ""
    yield "A contract has either `package` or `folder`."
    for name in TARGETS:
        heading = f"The target {name}: `[tool.modelpact.contracts.<name>.targets.{name}]`"
        yield from _section(heading, target_named(name).options_schema)


def _rules() -> Iterator[str]:
    yield "# Rules"
    yield ""
    yield "<!-- Made by `make docs` from the files of the rules; edit those. -->"
    yield ""
    yield (
        "What `modelpact check` and `compare` call the changes that they find; `modelpact explain "
        "RULE` says the same at the terminal. That a payload is refused is proved by the engine; a "
        "rule says what that means, whom it breaks and what to do instead. What other tools call "
        "these changes is in [a page of its own](anchors.md)."
    )
    for category, about in CATEGORIES.items():
        yield from ("", f"## {category}", "", about)
        for rule in catalogue().values():
            if rule.category == category:
                yield from _rule(rule)


def _rule(rule: Explanation) -> Iterator[str]:
    yield from ("", f"### {rule.id}")
    for words in filter(None, (rule.meaning, rule.breaks, rule.advice)):
        yield from ("", words)
    for name, schema in rule.example:
        yield from ("", f"{name}:", "", "```json", json.dumps(schema), "```")
    if not isinstance(rule.witness, Absent):
        yield from ("", "breaks on:", "", "```json", json.dumps(rule.witness), "```")
    if (program := rule.program) is not None:
        yield from ("", "stops compiling:", "", f"```{program.language}", program.code + "```")


def _section(heading: str, schema: Mapping[str, Any]) -> Iterator[str]:
    yield ""
    yield f"## {heading}"
    yield ""
    yield "| key | meaning | default |"
    yield "|---|---|---|"
    for key, property_ in schema["properties"].items():
        meaning = property_.get("description", "").replace("|", "\\|").replace("\n", " ")
        values = property_.get("enum")
        if values:
            meaning += f" One of {', '.join(f'`{value}`' for value in values)}."
        if examples := property_.get("examples"):
            meaning += f" Example: `{json.dumps(examples[0])}`."
        default = f"`{json.dumps(property_['default'])}`" if "default" in property_ else ""
        yield f"| `{key}` | {meaning} | {default} |"


def main() -> int:
    """Write the pages, or check them."""
    check = "--check" in sys.argv[1:]
    stale = 0
    for name, text in pages().items():
        file = _HERE / name
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            stale += 1
            sys.stdout.write(f"{'stale' if check else 'wrote'} {file.name}\n")
            if not check:
                file.write_text(text, encoding="utf-8")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
