"""Two versions as their SDKs' consumers see them."""

from __future__ import annotations

from collections.abc import Iterable

from modelpact.compat.changes import ABSENT, Change
from modelpact.compat.consumers.facts import (
    Difference,
    EnumerationChanged,
    MemberGone,
    MemberNew,
    PropertyChanged,
    PropertyGone,
    TypeChanged,
    TypeGone,
    differences,
)
from modelpact.compat.consumers.model import Consequence, SdkRule
from modelpact.compat.consumers.narrowing import changed_documents, narrowed
from modelpact.compat.consumers.rules import sdk_rules
from modelpact.compat.report import Finding, Snippet
from modelpact.documents.sets import DocumentSet
from modelpact.errors import ModelpactError
from modelpact.graph.lowering import lower
from modelpact.graph.nodes import Location

__all__ = ["noticed", "places_of", "sdk_findings", "told", "untold"]


def sdk_findings(old: DocumentSet, new: DocumentSet) -> tuple[Finding, ...]:
    """What breaks consumers' programs, or is told them, in the order of the old documents.

    Args:
        old: The version that programs were written against.
        new: The version that they are compiled against.

    """
    return told(noticed(old, new))


def told(differences: Iterable[Difference]) -> tuple[Finding, ...]:
    """What rules say of differences."""
    found = map(_finding, differences)
    return tuple(finding for finding in found if finding is not None)


def noticed(old: DocumentSet, new: DocumentSet) -> tuple[Difference, ...]:
    """What consumers' programs notice of a change, in the order of the old documents.

    Nothing where a version has no SDKs because it cannot be lowered: the build says why.

    Args:
        old: The version that programs were written against.
        new: The version that they are compiled against.

    """
    changed = changed_documents(old, new)
    if not changed:
        return ()
    old, new = narrowed(old, new, changed)
    try:
        before, after = lower(old), lower(new)
    except ModelpactError:
        return ()
    names = [n for n, d in before.definitions.items() if d.location.file in changed]
    return tuple(differences(before, after, names))


def untold(sdk: Iterable[Finding], data: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings about SDKs that say what no finding about data says already.

    That a payload breaks at a place is worse news than that a program does, and whoever mends the
    one mends the other.
    """
    told = {(place.file, finding.path) for finding in data if (place := finding.place)}
    return tuple(f for f in sdk if f.place is None or (f.place.file, f.path) not in told)


def _finding(difference: Difference) -> Finding | None:
    for rule in sdk_rules():
        consequence = rule.judge(difference)
        if consequence is not None:
            return _said(rule, consequence, difference)
    return None


def _said(rule: SdkRule, consequence: Consequence, difference: Difference) -> Finding:
    old, new, name = places_of(difference)
    change = Change("sdk", "", name, ABSENT, ABSENT, old, new or old)
    return Finding(
        rule=rule.id,
        category="sdk",
        verdict="breaking" if rule.is_break else "compatible",
        direction="backward",
        message=consequence.message,
        advice=rule.advice,
        change=change,
        old=old,
        new=new,
        document=old.file,
        witness=ABSENT,
        evidence=Snippet("typescript", consequence.code) if consequence.code else None,
    )


def places_of(difference: Difference) -> tuple[Location, Location | None, str]:
    """Where it is in the old version and in the new one, and the name of the part."""
    match difference:
        case TypeGone(before=before, renamed=renamed):
            return before.location, renamed.location if renamed else None, ""
        case TypeChanged(before=before, after=after):
            return before.location, after.location, ""
        case PropertyGone(property=prop, after=after, renamed=renamed):
            return prop.location, (renamed or after).location, prop.name
        case PropertyChanged(before=before, old=old, new=new):
            return old.location if old else before.location, new.location, new.name
        case MemberGone() | MemberNew():
            return difference.before.location, difference.after.location, difference.member.name
        case EnumerationChanged(before=before, after=after):
            return before.location, after.location, ""
