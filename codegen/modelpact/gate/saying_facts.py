"""Facts that JSON Schema has no word for, in plain words: what of `x-modelpact` changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from modelpact.compat.changes import ABSENT, Change, show
from modelpact.documents.canonical import digest

__all__ = ["facts_sentence", "is_about", "is_only_membership"]


def facts_sentence(change: Change, subject: str) -> str:
    """What a change of facts says.

    Args:
        change: The fact, of the keyword ``x-modelpact``.
        subject: What it is about, in backquotes.

    """
    before, after = _facts(change.before), _facts(change.after)
    told = [
        _of_fact(fact, before.get(fact, ABSENT), after.get(fact, ABSENT), subject)
        for fact in _differing(before, after)
    ]
    return "; ".join(dict.fromkeys(told)) or f"what is said of {subject} is in another order"


def is_about(change: Change, fact: str) -> bool:
    """Whether a change of facts is one of this fact, too."""
    return fact in _differing(_facts(change.before), _facts(change.after))


def is_only_membership(change: Change) -> bool:
    """Whether nothing but members came or went, which the change of the values says as well."""
    before, after = _facts(change.before), _facts(change.after)
    if _differing(before, after) != ["members"]:
        return False
    old, new = _members(before.get("members")), _members(after.get("members"))
    return old.keys() != new.keys() and all(old[key] == new[key] for key in old.keys() & new.keys())


def _differing(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    names = dict.fromkeys((*before, *after))
    return [name for name in names if before.get(name, ABSENT) != after.get(name, ABSENT)]


def _facts(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _of_fact(fact: str, before: Any, after: Any, subject: str) -> str:
    return _SAYING[fact](before, after, subject) if fact in _SAYING else _unknown(subject)


def _unknown(subject: str) -> str:
    return f"what SDKs know of {subject} is something else now"


def _names(value: Any) -> str:
    return ", ".join(f"`{name}`" for name in value) if isinstance(value, list) else show(value)


# --- one sentence for each fact -------------------------------------------------------------------


def _of_role(before: Any, after: Any, subject: str) -> str:
    if after is ABSENT:
        return f"{subject} is no {before} any more"
    was = "" if before is ABSENT else f", and was {_with_article(before)}"
    return f"{subject} is {_with_article(after)} now{was}"


def _with_article(role: Any) -> str:
    return f"{'an' if str(role)[:1] in 'aeiou' else 'a'} {role}"


def _of_direction(_: Any, after: Any, subject: str) -> str:
    if after is ABSENT:
        return f"{subject} describes both what is emitted and what is accepted now"
    return f"{subject} describes only what is {'accepted' if after == 'input' else 'emitted'} now"


def _of_half(_: Any, after: Any, subject: str) -> str:
    if after is ABSENT:
        return f"{subject} is no longer the accepted half of another model"
    return f"{subject} is what is accepted where `{after}` is emitted"


def _of_generic(before: Any, after: Any, subject: str) -> str:
    origin = _facts(after).get("origin")
    if origin is None:
        return f"{subject} is no longer an instance of `{_facts(before).get('origin')}`"
    other = " with other arguments" if origin == _facts(before).get("origin") else ""
    return f"{subject} is an instance of the generic `{origin}`{other} now"


def _of_bases(before: Any, after: Any, subject: str) -> str:
    if after is ABSENT or not after:
        return f"{subject} no longer extends {_names(before)}"
    return f"{subject} extends {_names(after)} now"


def _of_frozen(_: Any, after: Any, subject: str) -> str:
    return f"instances of {subject} are {'immutable now' if after is True else 'mutable now'}"


def _of_brand(before: Any, after: Any, subject: str) -> str:
    if after is ABSENT:
        return f"{subject} is no type of its own in SDKs any more; it was `{before}`"
    was = "" if before is ABSENT else f", and was `{before}`"
    return f"{subject} is the type `{after}` in SDKs now{was}"


def _of_extensible(_: Any, after: Any, subject: str) -> str:
    if after is True:
        return f"{subject} may grow: values that are not listed have to be accepted from now on"
    return f"{subject} is closed: no values but those listed are to be expected any more"


def _of_labels(_: Any, after: Any, subject: str) -> str:
    if after is ABSENT:
        return f"the positions of {subject} have no names any more"
    return f"the positions of {subject} are called {_names(after)} now"


def _of_factory(_: Any, after: Any, subject: str) -> str:
    made = "is made anew for each value now" if after is True else "is the same for each value now"
    return f"the default of {subject} {made}"


def _plain(what: str) -> _Saying:
    def say(before: Any, after: Any, subject: str) -> str:
        if after is ABSENT:
            return f"nothing is said of the {what} of {subject} any more; it was {show(before)}"
        was = "" if before is ABSENT else f", and was {show(before)}"
        return f"the {what} of {subject} is {show(after)} now{was}"

    return say


# --- lives ----------------------------------------------------------------------------------------


def _of_deprecated(before: Any, after: Any, subject: str) -> str:
    if after is ABSENT:
        return f"{subject} is no longer deprecated"
    if before is ABSENT:
        return f"{subject} is deprecated{f': {after}' if after else ''}"
    return f"{subject} is deprecated, for another reason: {after}"


def _of_since(_: Any, after: Any, subject: str) -> str:
    if after is ABSENT:
        return f"nothing is said of when {subject} was deprecated any more"
    return f"{subject} is deprecated since {after}"


def _of_sunset(before: Any, after: Any, subject: str) -> str:
    if after is ABSENT:
        return f"{subject} stays; {before} was to be its last day"
    was = "" if before is ABSENT else f", and was to be {before}"
    return f"{subject} is going to be removed: its last day is {after}{was}"


def _of_earlier_names(_: Any, after: Any, subject: str) -> str:
    if not isinstance(after, list):
        return f"nothing is said of what {subject} was called any more"
    return f"{subject} was called {' or '.join(f'`{name}`' for name in after)}"


# --- members of enumerations ----------------------------------------------------------------------


def _of_members(before: Any, after: Any, subject: str) -> str:
    told = list(_members_told(_members(before), _members(after), subject))
    return "; ".join(told) or f"the members of {subject} are in another order"


def _members(value: Any) -> dict[str, Mapping[str, Any]]:
    """Members by a digest of their value."""
    listed = value if isinstance(value, list) else []
    return {digest([m.get("value")]): m for m in listed if isinstance(m, Mapping)}


def _members_told(
    before: Mapping[str, Mapping[str, Any]], after: Mapping[str, Mapping[str, Any]], subject: str
) -> Iterator[str]:
    for key, member in after.items():
        if key in before:
            yield from _member_told(before[key], member, subject)
    yield from _listed(
        subject, "names the values", (after[k] for k in after.keys() - before.keys())
    )
    yield from _listed(
        subject, "no longer names the values", (before[k] for k in before.keys() - after.keys())
    )


def _listed(subject: str, what: str, members: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    names = sorted(f"`{member.get('name')}`" for member in members)
    if names:
        yield f"{subject} {what.removesuffix('s') if len(names) == 1 else what} {', '.join(names)}"


def _member_told(
    before: Mapping[str, Any], after: Mapping[str, Any], subject: str
) -> Iterator[str]:
    name = f"`{after.get('name')}` of {subject}"
    for fact in _differing(before, after):
        was, is_now = before.get(fact, ABSENT), after.get(fact, ABSENT)
        if fact == "name":
            yield f"`{was}` of {subject} is called `{is_now}` now"
        elif fact == "description":
            yield f"the description of {name} was edited"
        elif fact in _LIVES:
            yield _LIVES[fact](was, is_now, name)
        else:
            yield _unknown(name)


_Saying: TypeAlias = Callable[[Any, Any, str], str]

_LIVES: Final[Mapping[str, _Saying]] = {
    "deprecated": _of_deprecated,
    "since": _of_since,
    "sunset": _of_sunset,
}
_SAYING: Final[Mapping[str, _Saying]] = {
    **_LIVES,
    "role": _of_role,
    "direction": _of_direction,
    "inputOf": _of_half,
    "generic": _of_generic,
    "bases": _of_bases,
    "frozen": _of_frozen,
    "brand": _of_brand,
    "extensible": _of_extensible,
    "members": _of_members,
    "labels": _of_labels,
    "keys": _plain("kind of keys"),
    "timezone": _plain("rule about offsets"),
    "temporal": _plain("kind of time"),
    "factory": _of_factory,
    "renamedFrom": _of_earlier_names,
}
