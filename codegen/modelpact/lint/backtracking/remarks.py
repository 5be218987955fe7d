"""What there is to say of the patterns of a place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from modelpact.lint.backtracking.attacks import Attack, Growth, attack_on
from modelpact.lint.sites import Site

__all__ = ["remarks_on"]

_SHOWN: Final = 24


def remarks_on(site: Site, growth: Growth) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A sentence, and the steps to the pattern, for each that takes so long."""
    named = site.schema.get("patternProperties")
    names = list(named) if isinstance(named, Mapping) else []
    places: list[tuple[str, tuple[str, ...]]] = [(n, ("patternProperties", n)) for n in names]
    pattern = site.schema.get("pattern")
    if isinstance(pattern, str):
        places.append((pattern, ("pattern",)))
    for text, at in places:
        attack = attack_on(text)
        if attack is not None and attack.growth == growth:
            yield f"the pattern of {site.subject} takes {growth} time {_shown(attack)}", at


def _shown(attack: Attack) -> str:
    """The texts that show it: ``for "a" + "b" repeated + "!"``."""
    parts = (attack.prefix, f"{_quoted(attack.pump)} repeated", attack.suffix)
    said = [_quoted(parts[0]), parts[1], _quoted(parts[2])]
    return "for " + " + ".join(part for part in said if part != '""')


def _quoted(text: str) -> str:
    short = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."
    return '"' + short.encode("unicode_escape").decode() + '"'
