"""Which version a change asks for.

What breaks asks for a major version. Anything else that changes what is valid, or a fact that SDKs
are generated from, asks for a minor one; words alone for a patch. What is only spelled otherwise
asks for nothing: the engine proves that the sets are equal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from modelpact.compat.changes import ABSENT, DOCUMENT, Change
from modelpact.compat.policy import FormatPolicy, Policy
from modelpact.documents.canonical import digest, same
from modelpact.documents.sets import KEYWORD, DocumentSet
from modelpact.gate.report import Judged
from modelpact.releases.versions import Bump

if TYPE_CHECKING:
    from modelpact.compat.engine import Engine
    from modelpact.compat.subjects import Subject

__all__ = ["Weightiest", "bump_of", "weightiest_change"]

Weightiest: TypeAlias = Literal["set", "words", "spelling", "nothing"]
"""What the weightiest change is about: what is valid or generated; what is written for people; how
the same set is spelled; nothing."""

_WORDS: Final = frozenset(
    {"title", "description", "examples", "$comment", "deprecated", "readOnly", "writeOnly"}
)
_WORDY_FACTS: Final = frozenset({"deprecated", "renamedFrom", "sunset", "since"})
_WORDY_OF_MEMBERS: Final = frozenset({"description", "deprecated", "since", "sunset"})
_GENERATED: Final = frozenset(
    {
        "$ref",
        "$defs",
        "definitions",
        "default",
        "format",
        "contentEncoding",
        "contentMediaType",
        DOCUMENT,
    }
)
"""SDKs are made from them, whether or not a validator looks at them."""
_OPENING: Final = frozenset({"additionalProperties", "unevaluatedProperties"})
"""That all other members are welcome is more than to say nothing of them: writers send them."""


def bump_of(findings: Iterable[Judged], weigh: Callable[[], Weightiest]) -> Bump:
    """The part of the version that a change asks for.

    Args:
        findings: What was found against the latest release.
        weigh: Says what the weightiest change since then is about; asked if nothing breaks.

    """
    if any(_breaks(judged) for judged in findings):
        return "major"
    bumps: Mapping[Weightiest, Bump] = {"set": "minor", "words": "patch"}
    return bumps.get(weigh(), "none")


def _breaks(judged: Judged) -> bool:
    return judged.finding.category in {"data", "sdk"} and judged.fails


def weightiest_change(
    old: DocumentSet, new: DocumentSet, engine: Engine, formats: FormatPolicy = "assert"
) -> Weightiest:
    """What the weightiest change between two versions is about.

    Facts tell what is written for people and what is generated. Of every other difference the
    engine has to prove that it changes no set, in all documents that hold one; where it cannot,
    the set counts as changed.

    Args:
        old: The earlier version.
        new: The later one.
        engine: A session to ask.
        formats: Whether ``format`` restricts values.

    """
    from modelpact.compat.walk import changes_of_sets

    weighed: list[tuple[str, str]] = []
    for change in changes_of_sets(old, new):
        weight = _weight(change)
        if weight == "set":
            return "set"
        weighed.append((weight, change.new.file))
    weights = {weight for weight, _ in weighed}
    told = {file for _, file in weighed}
    suspects = {file for weight, file in weighed if weight == "perhaps"}
    untold = {file for file in new.documents if file not in told and _differs(file, old, new)}
    if not all(_are_equal(f, old, new, engine, formats) for f in sorted(suspects | untold)):
        return "set"
    if "words" in weights:
        return "words"
    return "spelling" if weighed or untold else "nothing"


def _differs(file: str, old: DocumentSet, new: DocumentSet) -> bool:
    """Whether a document is another one, whatever the order of names and its own address."""
    before, after = old.documents[file].schema, new.documents[file].schema
    return not same(before, after)


def _weight(change: Change) -> Literal["set", "perhaps", "words", "spelling"]:
    """What one change is about; ``perhaps`` a set, where the engine has to say."""
    if change.keyword == KEYWORD:
        return _weight_of_facts(_facts(change.before), _facts(change.after))
    if change.keyword in _WORDS:
        return "words"
    if change.keyword in _GENERATED or _is_opened(change):
        return "set"
    if change.keyword == "properties":  # one that is new, or gone
        return "set"
    return "perhaps"


def _is_opened(change: Change) -> bool:
    return change.keyword in _OPENING and (change.before is ABSENT or change.after is ABSENT)


def _weight_of_facts(
    before: Mapping[str, Any], after: Mapping[str, Any]
) -> Literal["set", "words", "spelling"]:
    """Members of an enumeration in another order are the same members."""
    if _ordered(_without_words(before)) != _ordered(_without_words(after)):
        return "set"
    return "spelling" if _ordered(before) == _ordered(after) else "words"


def _without_words(facts: Mapping[str, Any]) -> Mapping[str, Any]:
    kept = {name: fact for name, fact in facts.items() if name not in _WORDY_FACTS}
    members = kept.get("members")
    if isinstance(members, list):
        kept["members"] = [_without(_WORDY_OF_MEMBERS, member) for member in members]
    return kept


def _without(words: frozenset[str], member: Any) -> dict[str, Any]:
    return {name: said for name, said in _facts(member).items() if name not in words}


def _ordered(facts: Mapping[str, Any]) -> str:
    """A digest of facts in which the order of members does not count."""
    members = facts.get("members")
    if not isinstance(members, list):
        return digest(dict(facts))
    return digest({**facts, "members": sorted(map(digest, members))})


def _facts(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _are_equal(
    file: str, old: DocumentSet, new: DocumentSet, engine: Engine, formats: FormatPolicy
) -> bool:
    """Whether a document is proved to accept the same values in both versions."""
    before, after = (_subject(documents, file) for documents in (old, new))
    policy = Policy(formats)
    return all(
        engine.search(outer, inner, policy=policy).answer == "yes"
        for outer, inner in ((before, after), (after, before))
    )


def _subject(documents: DocumentSet, file: str) -> Subject:
    from modelpact.compat.subjects import Subject

    schemas = {name: document.schema for name, document in documents.documents.items()}
    return Subject(schemas[file], file, schemas)
