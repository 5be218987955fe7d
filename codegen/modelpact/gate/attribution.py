"""Which changes findings are about: facts from walking two versions, breaks from comparing them.

A break is found where a reader refuses a value, which need not be where, or by the keyword by
which, people changed something: `anyOf` lost a member, and `type` refuses what it was. So changes
are looked for from near to far: of the same keyword at the same place, of the same family there,
of any other that restricts, inside the place, and at last around the value that is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeAlias

from modelpact.compat.changes import ABSENT, DOCUMENT, Change
from modelpact.compat.report import Finding
from modelpact.documents.sets import KEYWORD
from modelpact.graph.nodes import Location

__all__ = ["Attribution"]

_VALUES: Final = frozenset(
    {"type", "anyOf", "oneOf", "allOf", "const", "enum", "$ref", "schema", "not", "discriminator"}
)
_FAMILIES: Final[tuple[frozenset[str], ...]] = (
    _VALUES,
    frozenset({"properties", "required"}),
    frozenset({"additionalProperties", "unevaluatedProperties", "patternProperties", "schema"}),
    frozenset({"minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf"}),
    frozenset({"minLength", "maxLength", "pattern", "format"}),
    frozenset({"items", "prefixItems", "additionalItems", "unevaluatedItems"}),
    frozenset({"minItems", "maxItems", "uniqueItems", "contains", "minContains", "maxContains"}),
    frozenset({"minProperties", "maxProperties", "propertyNames"}),
)
_WORDS: Final = frozenset(
    {"title", "description", "examples", "$comment", "deprecated", "readOnly", "writeOnly"}
)
"""Nothing breaks by them."""
_SDK: Final[Mapping[str, tuple[frozenset[str], ...]]] = {
    "sdk-enum-member-added": (frozenset({"enum", "const"}), _VALUES, frozenset({KEYWORD})),
    "sdk-enum-member-removed": (frozenset({"enum", "const"}), _VALUES, frozenset({KEYWORD})),
    "sdk-enum-member-renamed": (frozenset({KEYWORD}),),
    "sdk-enum-opened": (frozenset({KEYWORD}), _VALUES),
    "sdk-brand-changed": (frozenset({KEYWORD}),),
    "sdk-generic-changed": (frozenset({KEYWORD}),),
    "sdk-tuple-label": (frozenset({KEYWORD}),),
    "sdk-property-optional": (frozenset({"required"}), frozenset({"default"})),
    "sdk-property-required": (frozenset({"required", "properties"}), frozenset({"default"})),
    "sdk-property-removed": (frozenset({"properties"}),),
    "sdk-property-renamed": (frozenset({"properties"}),),
    "sdk-type-removed": (frozenset({DOCUMENT}),),
    "sdk-type-renamed": (frozenset({DOCUMENT}),),
    "sdk-default-changed": (frozenset({"default"}),),
    "sdk-integer-width": (_FAMILIES[3], frozenset({"type", "format"})),
}
"""The keywords whose changes a rule about SDKs speaks of, the likeliest first; else of values."""
_GONE: Final = frozenset({"sdk-property-removed", "life-announced", "life-cut-short"})
_HOLD_NAMES: Final = frozenset({"properties", "$defs", "definitions", "patternProperties"})
_BRANCHES: Final = frozenset({"anyOf", "oneOf", "allOf"})

_Tokens: TypeAlias = "tuple[str | int, ...]"
_Spot: TypeAlias = "tuple[str, str, _Tokens]"
"""Old or new, the document, and the place of a value's schema in it, whatever the branch."""


class Attribution:
    """The changes between two versions, by where they are.

    Args:
        changes: Every difference; old places are told by the documents' later names.
        renamed: Old files of documents that were renamed, and what they are called later.

    """

    def __init__(self, changes: Iterable[Change], renamed: Mapping[str, str]) -> None:
        self._renamed = renamed
        self._changes = [change for change in changes if change.keyword not in _WORDS]
        self._spots = {id(change): _spots(change) for change in self._changes}
        self._at: dict[_Spot, list[Change]] = {}
        for change in self._changes:
            for spot in self._spots[id(change)]:
                self._at.setdefault(spot, []).append(change)

    def changes_of(self, finding: Finding) -> tuple[Change, ...]:
        """The changes that a finding is about; none where no change is."""
        for near in self._near(finding) if finding.change is not None else ():
            for keywords in _keywords(finding):
                found = [c for c in near if keywords is None or c.keyword in keywords]
                found = [c for c in found if _is_that_way(c, finding)]
                if found:
                    return tuple(found)
        return ()

    def _near(self, finding: Finding) -> Iterator[list[Change]]:
        """Changes at the place of a finding, in it, and around it."""
        spots = _spots_of_finding(finding, self._renamed)
        here = {id(change): change for spot in spots for change in self._at.get(spot, ())}
        yield [change for change in self._changes if id(change) in here]
        yield [c for c in self._changes if _is_inside(self._spots[id(c)], spots)]
        yield [change for change in self._changes if _is_around(change, finding)]


def _keywords(finding: Finding) -> Iterator[frozenset[str] | None]:
    """Sets of keywords, the likeliest first; ``None`` is any."""
    assert finding.change is not None  # noqa: S101 - the caller has looked
    if finding.category != "data":
        yield from _SDK.get(finding.rule, (_VALUES,))
        yield None
        return
    keyword = finding.change.keyword
    yield frozenset({keyword})
    yield from (family for family in _FAMILIES if keyword in family)
    yield None


def _is_that_way(change: Change, finding: Finding) -> bool:
    """Whether a change is not the very opposite: a member more, where one that is gone breaks."""
    if change.keyword not in {"anyOf", "oneOf"} or finding.category != "data":
        return True
    if ABSENT not in (change.before, change.after):
        return True
    return (change.after is ABSENT) is (finding.direction == "backward")


# --- places ---------------------------------------------------------------------------------------


def _spots(change: Change) -> frozenset[_Spot]:
    return frozenset(
        (side, location.file, _tokens(location, change))
        for side, location in (("old", change.old), ("new", change.new))
    )


def _spots_of_finding(finding: Finding, renamed: Mapping[str, str]) -> frozenset[_Spot]:
    change = finding.change
    assert change is not None  # noqa: S101 - the caller has looked
    old = Location(renamed.get(change.old.file, change.old.file), change.old.pointer)
    places = [("old", old)]
    if finding.rule not in _GONE:  # what it was in is another place than what it was
        places.append(("new", change.new))
    return frozenset((side, place.file, _tokens(place, change)) for side, place in places)


def _tokens(location: Location, change: Change) -> _Tokens:
    tokens = location.pointer.tokens
    if tokens[-1:] == (change.keyword,) and tokens[-2:-1] not in {(name,) for name in _HOLD_NAMES}:
        tokens = tokens[:-1]
    kept: list[str | int] = []
    skipped = False
    for index, token in enumerate(tokens):
        if skipped:
            skipped = False
        elif token in _BRANCHES and kept[-1:] != ["properties"] and index + 1 < len(tokens):
            skipped = True
        else:
            kept.append(token)
    if change.keyword in {"properties", "required"} and change.name:
        kept += ["properties", change.name]
    elif change.keyword in {"$defs", "definitions"}:
        kept += [change.keyword, change.name]
    return tuple(kept)


def _is_inside(spots: frozenset[_Spot], outer: frozenset[_Spot]) -> bool:
    return any(
        side == around and file == held and tokens[: len(above)] == above
        for side, file, tokens in spots
        for around, held, above in outer
    )


def _is_around(change: Change, finding: Finding) -> bool:
    """Whether a change is of what the refused value is in, seen from the document that breaks."""
    assert finding.change is not None  # noqa: S101 - the caller has looked
    if change.keyword not in _VALUES or finding.document not in {change.old.file, change.new.file}:
        return False
    subject, path = finding.change.subject, change.path
    return (
        bool(path) and subject.startswith(path) and subject[len(path) :][:1] in {"", ".", "[", "{"}
    )
