"""Two versions as their SDKs' consumers see them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import Any, Final, TypeAlias

from modelpact.compat.changes import ABSENT, Change
from modelpact.compat.consumers.facts import (
    Difference,
    EnumerationChanged,
    GenericGone,
    MemberGone,
    MemberNew,
    PropertyChanged,
    PropertyGone,
    TypeChanged,
    TypeGone,
    differences,
)
from modelpact.compat.consumers.generics import generics_gone
from modelpact.compat.consumers.model import Consequence, SdkRule
from modelpact.compat.consumers.narrowing import SdkNames, changed_documents, narrowed
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
    brands = SdkNames(new)
    try:
        before, after = map(lower, narrowed(old, new, changed))
        generics = tuple(generics_gone(old, new, changed))
    except ModelpactError:
        return ()
    names = [n for n, d in before.definitions.items() if d.location.file in changed]
    return (*differences(before, after, names, brands), *generics)


def untold(sdk: Iterable[Finding], data: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings about SDKs that say what no finding about data says already.

    That a payload breaks at a place is worse news than that a program does, and whoever mends the
    one mends the other.
    """
    news = {(f.rule, spot) for f in data for spot in _spots(f)}
    return tuple(f for f in sdk if not _is_told(f, news))


_Spot: TypeAlias = tuple[str, tuple[Any, ...], str]
"""A document, the definition in it, and the property; which is empty for the definition itself."""


def _is_told(finding: Finding, news: Container[tuple[str, _Spot]]) -> bool:
    spots = _spots(finding)
    return any((rule, spot) in news for rule in _SAME_NEWS.get(finding.rule, ()) for spot in spots)


_VALUES: Final = ("enum", "const", "type", "union-member")
_SAME_NEWS: Final[Mapping[str, tuple[str, ...]]] = {
    "sdk-enum-member-added": ("enum", "const"),
    "sdk-enum-member-removed": ("enum", "const", "property-names"),
    "sdk-enum-opened": ("enum", "const"),
    "sdk-property-nullable": ("nullability",),
    "sdk-property-optional": ("required",),
    "sdk-property-removed": ("required", "property-removed"),
    "sdk-property-required": ("required",),
    "sdk-property-type": (*_VALUES, "format"),
    "sdk-tag-changed": _VALUES,
    "sdk-type-changed": (*_VALUES, "item-count"),
    "sdk-type-removed": ("document-removed",),
}
"""The rules about data whose findings, at the same place, say what one about SDKs would."""


def _spots(finding: Finding) -> frozenset[_Spot]:
    places = [place for place in (finding.old, finding.new) if place is not None]
    change = finding.change
    name = change.name if change and change.keyword in {"required", "properties"} else ""
    spots = [_spot(place, name) for place in places]
    return frozenset([spot for spot in spots if spot[2]] or spots)


def _spot(place: Location, name: str) -> _Spot:
    tokens = place.pointer.tokens
    if _PROPERTIES in tokens[:-1]:
        at = tokens.index(_PROPERTIES)
        return place.file, tokens[:at], str(tokens[at + 1])
    return place.file, tokens[:2] if tokens[:1] in _HOLDERS else (), name


_PROPERTIES: Final = "properties"
_HOLDERS: Final = (("$defs",), ("definitions",))


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
        evidence=Snippet(consequence.language, consequence.code) if consequence.code else None,
    )


def places_of(difference: Difference) -> tuple[Location, Location | None, str]:
    """Where it is in the old version and in the new one, and the name of the part."""
    match difference:
        case TypeGone(before=before, renamed=renamed):
            return before.location, renamed.location if renamed else None, ""
        case (
            TypeChanged(before=before, after=after) | EnumerationChanged(before=before, after=after)
        ):
            return before.location, after.location, ""
        case PropertyGone(property=prop, after=after, renamed=renamed):
            return prop.location, (renamed or after).location, prop.name
        case PropertyChanged(before=before, old=old, new=new):
            return old.location if old else before.location, new.location, new.name
        case MemberGone() | MemberNew():
            return difference.before.location, difference.after.location, difference.member.name
        case GenericGone(before=before, after=after):
            return before.location, after.location if after else None, ""
