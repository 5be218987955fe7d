"""Removals, and what the rules say of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from modelpact.compat.changes import ABSENT, Change
from modelpact.compat.consumers.comparing import places_of
from modelpact.compat.consumers.facts import Difference, MemberGone, PropertyGone, TypeGone
from modelpact.compat.consumers.model import shown
from modelpact.compat.lives.model import Removal
from modelpact.compat.lives.rules import life_rules
from modelpact.compat.report import Finding

__all__ = ["life_findings"]


def life_findings(differences: Iterable[Difference], today: date) -> tuple[Finding, ...]:
    """What is to be said of removals, in their order; what was only renamed is not gone.

    Args:
        differences: What consumers' programs notice.
        today: The day of the removal.

    """
    return tuple(_findings(differences, today))


def _findings(differences: Iterable[Difference], today: date) -> Iterator[Finding]:
    for difference in differences:
        removal = _removal(difference)
        for rule in life_rules() if removal else ():
            message = rule.judge(removal, today) if removal else None
            if message is None:
                continue
            old, new, name = places_of(difference)
            yield Finding(
                rule=rule.id,
                category="life",
                verdict="compatible",
                direction="backward",
                message=message,
                advice=rule.advice,
                change=Change("sdk", "", name, ABSENT, ABSENT, old, new or old),
                old=old,
                new=new,
                document=old.file,
                witness=ABSENT,
            )
            break


def _removal(difference: Difference) -> Removal | None:
    match difference:
        case TypeGone(before=before, renamed=None):
            words = before.words
            return Removal(shown(before), words.deprecated is not None, words.life)
        case PropertyGone(before=before, property=prop, renamed=None):
            what = f"`{prop.name}` of {shown(before)}"
            return Removal(what, prop.words.deprecated is not None, prop.words.life)
        case MemberGone(before=before, member=member, renamed=None):
            what = f"`{member.name}` of {shown(before)}"
            return Removal(what, member.deprecated is not None, member.life)
        case _:
            return None
