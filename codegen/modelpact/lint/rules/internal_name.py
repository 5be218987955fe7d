"""A name that looks like a secret, in what others read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from modelpact.lint.names import words
from modelpact.lint.rules.model import Example, Remark, Rule
from modelpact.lint.sites import Site

__all__ = ["RULE"]

_SECRETS: Final = frozenset(
    {"password", "passwd", "passphrase", "secret", "token"}
    | {"credential", "credentials", "ssn", "cvv"}
)
_PAIRS: Final = frozenset(
    {
        ("api", "key"),
        ("private", "key"),
        ("access", "key"),
        ("password", "hash"),
        ("token", "hash"),
        ("session", "id"),
    }
)
_TEXTLESS: Final = frozenset({"integer", "number", "boolean", "null"})


def _check(site: Site) -> Iterator[Remark]:
    if not (site.is_property and site.contract.is_public and site.is_emitted):
        return
    said = words(site.name)
    looks_secret = said[-1:] and (said[-1] in _SECRETS or said[-2:] in _PAIRS)
    looks_internal = site.name.startswith("_") or said[:1] == ("internal",)
    if looks_internal or (looks_secret and _may_hold_text(site)):
        yield Remark(f"{site.subject} looks as if it were not for everybody, and is sent to all")


def _may_hold_text(site: Site) -> bool:
    """A count of tokens, or whether there is a password, is no secret."""
    types: set[str] = set()
    for schema in site.alternatives():
        stated = schema.get("type")
        names = stated if isinstance(stated, list) else [stated]
        types |= {name for name in names if isinstance(name, str)}
    return not types or not types <= _TEXTLESS


RULE = Rule(
    id="internal-name",
    weight="error",
    meaning="A public contract sends out a property that is a secret by its name, or internal.",
    breaks="Those whose secret it is; and the team, once somebody relies on it.",
    advice="Mark the field `Internal()`, or take it out of the model that is sent.",
    example=Example(
        bad={
            "description": "A login.",
            "properties": {
                "api_key": {"type": "string", "description": "The key.", "maxLength": 40}
            },
            "examples": [{}],
        },
        good={
            "description": "A login.",
            "properties": {
                "has_api_key": {"type": "boolean", "description": "Whether there is a key."}
            },
            "examples": [{}],
        },
    ),
    check=_check,
)
