"""From a definition of Pydantic's to the schema of a document: one walk, one spelling."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from modelpact.documents.canonical import KEYWORD_ORDER
from modelpact.documents.sets import KEYWORD
from modelpact.errors import Fault
from modelpact.export.request import Digits
from modelpact.export.scalars import FORMATS

__all__ = ["FACT_ORDER", "Writer"]

FACT_ORDER: Final = (
    "role",
    "direction",
    "inputOf",
    "generic",
    "bases",
    "frozen",
    "brand",
    "extensible",
    "members",
    "labels",
    "keys",
    "timezone",
    "temporal",
    "factory",
    "deprecated",
    "renamedFrom",
)
_RANK: Final = {keyword: rank for rank, keyword in enumerate(KEYWORD_ORDER)}
_FACT_RANK: Final = {fact: rank for rank, fact in enumerate(FACT_ORDER)}
_LAST: Final = len(KEYWORD_ORDER)
_NULL: Final = {"type": "null"}


@dataclass(slots=True)
class Writer:
    """Writes schemas for one contract.

    Attributes:
        files: The file of each definition's key; keys without a file are types that are written in
            place, because they say nothing (``JsonValue``).
        prune: Leaves internal members out of a sample: ``prune(value, raw_schema)``.
        digits: What ``\\d`` stands for.

    """

    files: Mapping[str, str]
    prune: Callable[[Any, Mapping[str, Any]], Any]
    digits: Digits
    faults: list[Fault] = field(default_factory=list)
    _patterns: dict[str, str] = field(default_factory=dict)
    _place: str = ""

    def definition(
        self, raw: Mapping[str, Any], place: str, noise: Iterable[str], hidden: frozenset[str]
    ) -> dict[str, Any]:
        """The schema of a whole definition.

        Args:
            raw: As the generator made it.
            place: Its qualified name, for messages.
            noise: Titles that say nothing: its own names.
            hidden: The properties to leave out.

        """
        self._place = place
        if hidden:
            raw = _without(raw, hidden)
        made = self._schema(raw, "")
        if made.get("title") in set(noise):
            del made["title"]
        return made

    def schema(self, raw: Mapping[str, Any], place: str) -> dict[str, Any]:
        """A schema that is no definition: an argument of a generic."""
        self._place = place
        return self._schema(raw, "")

    def _schema(self, raw: Mapping[str, Any], name: str) -> dict[str, Any]:
        """One schema. ``name`` is the property that it is the schema of, or empty."""
        replaced = FORMATS.get(raw.get("format", "")) if "format" in raw else None
        if replaced is not None:
            raw = {**{k: v for k, v in raw.items() if k not in {"format", "type"}}, **replaced}
        made: dict[str, Any] = {}
        for word in sorted(raw, key=_by_rank) if len(raw) > 1 else raw:
            value = raw[word]
            writer = _WRITERS.get(word)
            if writer is not None:
                value = writer(self, value, raw)
                if value is _LEFT_OUT:
                    continue
            elif word == "title" and name and _repeats(value, name):
                continue
            made[word] = value
        return made

    def _reference(self, key: Any, raw: Mapping[str, Any]) -> Any:
        file = self.files.get(key)
        if file is not None:
            return file
        if key[-2:] in {"#v", "#s"} and ":" in key:
            return _LEFT_OUT
        if not key.startswith(("http://", "https://")):
            what = f"has a hand-written $ref that leads nowhere: {key!r}"
            advice = "Refer to models by their classes, or to an absolute address."
            self.faults.append(Fault(what, self._place, advice, "foreign-reference"))
        return key

    def _below(self, value: Any, raw: Mapping[str, Any]) -> Any:
        return self._schema(value, "") if isinstance(value, Mapping) else value

    def _additional(self, value: Any, raw: Mapping[str, Any]) -> Any:
        return self._below(value, raw) or (True if value in ({}, True) else value)

    def _properties(self, value: Any, raw: Mapping[str, Any]) -> Any:
        return {
            name: self._schema(v, name) if isinstance(v, Mapping) else v
            for name, v in value.items()
        }

    def _listed(self, value: Any, raw: Mapping[str, Any]) -> Any:
        return [self._below(branch, raw) for branch in value]

    def _union(self, value: Any, raw: Mapping[str, Any]) -> Any:
        branches: list[Any] = []
        for branch in value:
            made = self._below(branch, raw)
            if made not in branches:
                branches.append(made)
        if _NULL in branches:
            branches.remove(_NULL)
            branches.append(_NULL)
        return branches

    def _pattern(self, value: Any, raw: Mapping[str, Any]) -> Any:
        known = self._patterns.get(value)
        if known is None:
            known = self._patterns[value] = self._rewritten(value)
        return known

    def _rewritten(self, pattern: str) -> str:
        from modelpact.documents.patterns import PatternError, rewrite

        try:
            return rewrite(pattern, source_dialect="rust", digits=self.digits)
        except PatternError as error:
            what = f"has the pattern {pattern!r}, which has no portable form: {error}"
            advice = "Write it without what only one engine knows (look-around, back-references)."
            self.faults.append(Fault(what, self._place, advice, "pattern-not-portable"))
            return pattern

    def _min_length(self, value: Any, raw: Mapping[str, Any]) -> Any:
        noise = not value or (value == 1 and raw.get("format") == "uri")
        return _LEFT_OUT if noise else value

    def _default(self, value: Any, raw: Mapping[str, Any]) -> Any:
        return self.prune(value, raw)

    def _examples(self, value: Any, raw: Mapping[str, Any]) -> Any:
        return [self.prune(v, raw) for v in value] if isinstance(value, list) else value

    def _discriminator(self, value: Any, raw: Mapping[str, Any]) -> Any:
        return _LEFT_OUT

    def _facts(self, value: Any, raw: Mapping[str, Any]) -> Any:
        if not isinstance(value, Mapping):
            return value
        return {fact: value[fact] for fact in sorted(value, key=lambda f: _FACT_RANK.get(f, _LAST))}


def _by_rank(word: str) -> tuple[int, str]:
    return (_RANK.get(word, _LAST), word)


def _without(raw: Mapping[str, Any], hidden: frozenset[str]) -> Mapping[str, Any]:
    made = dict(raw)
    made["properties"] = {k: v for k, v in raw.get("properties", {}).items() if k not in hidden}
    required = [name for name in raw.get("required", ()) if name not in hidden]
    if required:
        made["required"] = required
    else:
        made.pop("required", None)
    return made


def _repeats(title: str, name: str) -> bool:
    return re.sub(r"[\W_]", "", title).casefold() == re.sub(r"[\W_]", "", name).casefold()


_LEFT_OUT: Final[Any] = object()

_WRITERS: Final[Mapping[str, Callable[[Writer, Any, Mapping[str, Any]], Any]]] = {
    "$ref": Writer._reference,
    "properties": Writer._properties,
    "patternProperties": Writer._properties,
    "$defs": Writer._properties,
    "items": Writer._below,
    "contains": Writer._below,
    "not": Writer._below,
    "if": Writer._below,
    "then": Writer._below,
    "else": Writer._below,
    "propertyNames": Writer._below,
    "contentSchema": Writer._below,
    "unevaluatedProperties": Writer._below,
    "unevaluatedItems": Writer._below,
    "additionalProperties": Writer._additional,
    "prefixItems": Writer._listed,
    "allOf": Writer._listed,
    "anyOf": Writer._union,
    "oneOf": Writer._union,
    "pattern": Writer._pattern,
    "minLength": Writer._min_length,
    "default": Writer._default,
    "examples": Writer._examples,
    "discriminator": Writer._discriminator,
    KEYWORD: Writer._facts,
}
