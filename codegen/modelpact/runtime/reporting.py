"""Issues made of the validator's errors, in the shared words."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, Final, TypeAlias

from modelpact.documents.issues import Issue
from modelpact.documents.values import Json
from modelpact.documents.wordings import wording

__all__ = ["KeywordValue", "issues_of"]

KeywordValue: TypeAlias = "Callable[[Any], Json]"
"""What the keyword says that an error is about; raises ``LookupError``."""

_Steps: TypeAlias = "tuple[str | int, ...]"

_OF_MEMBERS: Final = frozenset({"additionalProperties", "propertyNames"})
_DEPENDENT: Final = frozenset({"dependentRequired", "dependencies"})
_DECIDING: Final = frozenset({("type", 0), ("const", 0), ("enum", 0), ("const", 1), ("enum", 1)})
"""Rules that say that another member of a union is meant, and how far below the union."""


def issues_of(errors: Iterable[Any], value: Any, value_of: KeywordValue) -> Iterator[Issue]:
    """The issues that errors of jsonschema-rs amount to, each once, in their order.

    Args:
        errors: The errors.
        value: What they are about.
        value_of: Finds what the schema says.

    """
    told: set[Issue] = set()
    reporter = _Reporter(value, value_of)
    for error in errors:
        for issue in reporter.issues(error):
            if issue not in told:
                told.add(issue)
                yield issue


class _Reporter:
    """Turns the errors about one value into issues."""

    def __init__(self, value: Any, value_of: KeywordValue) -> None:
        self._value = value
        self._value_of = value_of

    def issues(self, error: Any) -> Iterator[Issue]:
        """What one error amounts to."""
        rule = error.kind.name
        path = tuple(error.instance_path)
        several = _SEVERAL.get(rule)
        if several is not None:
            yield from several(self, error, path)
        else:
            yield _issue(path, rule, error.kind.value)

    def union(self, error: Any, path: _Steps) -> Iterator[Issue]:
        """What the member says that is meant, if only one can be; else that none accepts."""
        branches: Sequence[Sequence[Any]] = error.kind.value
        several = type(error.kind).__name__ == "OneOfMultipleValid"
        meant = [] if several else [b for b in branches if _may_be_meant(b, len(path))]
        if len(meant) == 1:
            for inner in meant[0]:
                yield from self.issues(inner)
        else:
            yield _issue(path, error.kind.name, several)

    def forbidden(self, error: Any, path: _Steps) -> Iterator[Issue]:
        """A schema that accepts nothing, and the keyword that it is the value of."""
        keyword = str(error.schema_path[-1]) if error.schema_path else ""
        # For members the path ends at their object, and the instance is one of them.
        members = self._at(path) if keyword in _OF_MEMBERS else None
        if isinstance(members, dict):
            yield from (_issue((*path, name), keyword) for name in members)
        else:
            yield _issue(path, "falseSchema")

    def unexpected(self, error: Any, path: _Steps) -> Iterator[Issue]:
        yield from (_issue((*path, name), error.kind.name) for name in error.kind.value)

    def unevaluated(self, error: Any, path: _Steps) -> Iterator[Issue]:
        """Items are told by their text; those that stand last are taken first."""
        items = error.instance
        texts = list(error.kind.value)
        found = []
        for index in range(len(items) - 1, -1, -1):
            if texts and _text(items[index]) == texts[-1]:
                texts.pop()
                found.append(index)
        if texts:  # written otherwise than we write it
            count = len(error.kind.value)
            found = list(range(len(items) - 1, len(items) - 1 - count, -1))
        yield from (_issue((*path, index), "unevaluatedItems") for index in reversed(found))

    def additional(self, error: Any, path: _Steps) -> Iterator[Issue]:
        indexes = range(int(error.kind.value), len(error.instance))
        yield from (_issue((*path, index), "additionalItems") for index in indexes)

    def names(self, error: Any, path: _Steps) -> Iterator[Issue]:
        yield _issue((*path, error.kind.value.instance), "propertyNames")

    def required(self, error: Any, path: _Steps) -> Iterator[Issue]:
        missing = error.kind.value
        asking = None
        if error.schema_path and error.schema_path[-1] in _DEPENDENT:
            asking = self._asking(error, missing)
        if asking is None:
            yield _issue((*path, missing), "required")
        else:
            yield _issue((*path, missing), "dependentRequired", asking)

    def _asking(self, error: Any, missing: str) -> str | None:
        """The member that asks for another one."""
        try:
            groups = self._value_of(error)
        except LookupError:
            return None
        if isinstance(groups, Mapping):
            for name, needed in groups.items():
                if name in error.instance and isinstance(needed, list) and missing in needed:
                    return name
        return None

    def contains(self, error: Any, path: _Steps) -> Iterator[Issue]:
        keyword = str(error.schema_path[-1]) if error.schema_path else ""
        count: Json = 1
        if keyword in {"minContains", "maxContains"}:
            with suppress(LookupError):
                count = self._value_of(error)
        yield _issue(path, "maxContains" if keyword == "maxContains" else "contains", count)

    def _at(self, path: _Steps) -> Any:
        value = self._value
        for step in path:
            value = value[step]
        return value


_SEVERAL: Final[Mapping[str, Callable[[_Reporter, Any, _Steps], Iterator[Issue]]]] = {
    "anyOf": _Reporter.union,
    "oneOf": _Reporter.union,
    "falseSchema": _Reporter.forbidden,
    "additionalProperties": _Reporter.unexpected,
    "unevaluatedProperties": _Reporter.unexpected,
    "unevaluatedItems": _Reporter.unevaluated,
    "additionalItems": _Reporter.additional,
    "propertyNames": _Reporter.names,
    "required": _Reporter.required,
    "contains": _Reporter.contains,
}
"""Rules whose errors say more than their keyword's value."""


def _issue(path: _Steps, rule: str, value: Json = None) -> Issue:
    try:
        return Issue(path, rule, wording(rule, value))
    except KeyError:
        return Issue(path, rule, f"is not as {rule} demands")


def _text(item: Any) -> str:
    return json.dumps(item, ensure_ascii=False, separators=(",", ":"), default=str)


def _may_be_meant(branch: Sequence[Any], depth: int) -> bool:
    """Whether no error says that another type, or another tag, would have been right."""
    return not any(
        error.kind.name == "falseSchema"
        or (error.kind.name, len(error.instance_path) - depth) in _DECIDING
        for error in branch
    )
