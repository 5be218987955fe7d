"""A default that its own schema refuses."""

from __future__ import annotations

from collections.abc import Iterator

from modelpact.lint.checking import faults_of
from modelpact.lint.rules.model import Example, Remark, Rule
from modelpact.lint.sites import Site

__all__ = ["RULE"]


def _check(site: Site) -> Iterator[Remark]:
    if "default" not in site.schema:
        return
    fault = faults_of(site, site.schema["default"])
    if fault:
        yield Remark(f"the default of {site.subject} is not valid: {fault}", ("default",))


RULE = Rule(
    id="invalid-default",
    weight="error",
    meaning="A default is not valid against the schema that it stands in.",
    breaks="A service that fills it in makes payloads that others refuse, and SDKs do not compile.",
    advice="Correct the default, or allow it: a default of null needs a type that has null.",
    example=Example(
        bad={"description": "How many.", "type": "integer", "default": None},
        good={"description": "How many.", "type": ["integer", "null"], "default": None},
    ),
    check=_check,
)
