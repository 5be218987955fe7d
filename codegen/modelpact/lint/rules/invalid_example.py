"""An example that its own schema refuses."""

from __future__ import annotations

from collections.abc import Iterator

from modelpact.lint.checking import faults_of
from modelpact.lint.rules.model import Example, Remark, Rule
from modelpact.lint.sites import Site

__all__ = ["RULE"]


def _check(site: Site) -> Iterator[Remark]:
    stated = site.schema.get("examples")
    examples = stated if isinstance(stated, list) else []
    for index, example in enumerate(examples):
        fault = faults_of(site, example)
        if fault:
            number = f"example {index + 1}" if len(examples) > 1 else "the example"
            yield Remark(f"{number} of {site.subject} is not valid: {fault}", ("examples", index))


RULE = Rule(
    id="invalid-example",
    weight="error",
    meaning="An example is not valid against the schema that it stands in.",
    breaks="Whoever copies it gets a refusal; mocks and tests made of it fail.",
    advice="Correct the example, or the schema if the example is what was meant.",
    example=Example(
        bad={"description": "How many.", "type": "integer", "examples": ["three"]},
        good={"description": "How many.", "type": "integer", "examples": [3]},
    ),
    check=_check,
)
