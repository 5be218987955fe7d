"""From a definition of Pydantic's to the schema of a document: one walk, one spelling."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from modelpact.documents.canonical import KEYWORD_ORDER
from modelpact.documents.sets import KEYWORD
from modelpact.errors import Fault
from modelpact.export.defaults import has_non_finite, with_sorted_sets
from modelpact.export.fact_order import in_order
from modelpact.export.request import Digits
from modelpact.export.scalars import FORMATS

__all__ = ["Writer"]

_RANK: Final = {keyword: rank for rank, keyword in enumerate(KEYWORD_ORDER)}
_LAST: Final = len(KEYWORD_ORDER)
_NULL: Final = {"type": "null"}


@dataclass(slots=True)
class Writer:
    """Writes schemas for one contract.

    Attributes:
        files: The file of each definition's key; keys without a file are types that are written in
            place, because they say nothing (``JsonValue``).
        prune: Leaves internal members out of a sample: ``prune(value, raw_schema)``.
        digits: What a class of digits stands for.
        faults: What cannot be written.
        patterns: Those rewritten so far.
        place: What is being written, for messages.

    """

    files: Mapping[str, str]
    prune: Callable[[Any, Mapping[str, Any]], Any]
    digits: Digits
    faults: list[Fault] = field(default_factory=list)
    patterns: dict[str, str] = field(default_factory=dict)
    place: str = ""

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
        self.place = place
        if hidden:
            raw = _without(raw, hidden)
        made: dict[str, Any] = self.schema_of(raw)
        if made.get("title") in set(noise):
            del made["title"]
        return made

    def schema(self, raw: Mapping[str, Any], place: str) -> dict[str, Any]:
        """A schema that is no definition: an argument of a generic."""
        self.place = place
        made: dict[str, Any] = self.schema_of(raw)
        return made

    def schema_of(self, raw: Any, name: str = "") -> Any:
        """One schema; what is no object is returned as it is.

        Args:
            raw: As the generator made it, or a hook of the user's.
            name: The property that it is the schema of, or empty.

        """
        if not isinstance(raw, Mapping):
            return raw
        replaced = FORMATS.get(raw["format"]) if "format" in raw else None
        if replaced is not None:
            raw = {**{k: v for k, v in raw.items() if k not in {"format", "type"}}, **replaced}
        made: dict[str, Any] = {}
        for word in sorted(raw, key=_by_rank) if len(raw) > 1 else raw:
            value = raw[word]
            write = _WRITERS.get(word)
            if write is not None:
                value = write(self, value, raw)
                if value is _LEFT_OUT:
                    continue
            elif word == "title" and name and _repeats(value, name):
                continue
            elif word not in _RANK:
                value = self.json(value, word)
            made[word] = value
        return made

    def reference(self, key: str) -> Any:
        """The file that a key leads to."""
        file = self.files.get(key)
        if file is not None:
            return file
        if key.startswith("pydantic."):  # JsonValue: any value
            return _LEFT_OUT
        if not key.startswith(("http://", "https://")):
            what = f"has a hand-written $ref that leads nowhere: {key!r}"
            advice = "Refer to models by their classes, or to an absolute address."
            self.faults.append(Fault(what, self.place, advice, "foreign-reference"))
        return key

    def pattern(self, source: str) -> str:
        """A pattern that means the same in every engine."""
        if source not in self.patterns:
            self.patterns[source] = self._rewritten(source)
        return self.patterns[source]

    def json(self, value: Any, word: str) -> Any:
        """What a keyword that users attach holds, as JSON."""
        if type(value) in {str, int, bool, type(None)}:
            return value
        from pydantic_core import PydanticSerializationError, to_jsonable_python

        try:
            if not has_non_finite(value):
                return with_sorted_sets(value, to_jsonable_python(value))
        except PydanticSerializationError as error:
            return self._no_json(word, str(error))
        return self._no_json(word, "JSON has no infinities and no NaN")

    def _no_json(self, word: str, why: str) -> None:
        what = f"has {word!r} in its schema, with a value that is no JSON: {why}"
        self.faults.append(Fault(what, self.place, "Write what JSON has.", "not-json"))

    def _rewritten(self, source: str) -> str:
        from modelpact.documents.patterns import PatternError, rewrite

        try:
            return rewrite(source, source_dialect="rust", digits=self.digits)
        except PatternError as error:
            what = f"has the pattern {source!r}, which has no portable form: {error}"
            advice = "Write it without what only one engine knows (look-around, back-references)."
            self.faults.append(Fault(what, self.place, advice, "pattern-not-portable"))
            return source


def _reference(writer: Writer, value: Any, _raw: Mapping[str, Any]) -> Any:
    return writer.reference(value)


def _below(writer: Writer, value: Any, _raw: Mapping[str, Any]) -> Any:
    return writer.schema_of(value)


def _additional(writer: Writer, value: Any, _raw: Mapping[str, Any]) -> Any:
    """Any value is ``true`` here, where ``{}`` would mean the same."""
    made = writer.schema_of(value)
    return True if made == {} else made


def _properties(writer: Writer, value: Any, _raw: Mapping[str, Any]) -> Any:
    return {name: writer.schema_of(inner, name) for name, inner in value.items()}


def _listed(writer: Writer, value: Any, _raw: Mapping[str, Any]) -> Any:
    return [writer.schema_of(branch) for branch in value]


def _union(writer: Writer, value: Any, _raw: Mapping[str, Any]) -> Any:
    """Each branch once, null last."""
    branches: list[Any] = []
    for branch in value:
        made = writer.schema_of(branch)
        if made not in branches:
            branches.append(made)
    if _NULL in branches:
        branches.remove(_NULL)
        branches.append(_NULL)
    return branches


def _pattern(writer: Writer, value: Any, _raw: Mapping[str, Any]) -> Any:
    return writer.pattern(value)


def _bound(_writer: Writer, value: Any, _raw: Mapping[str, Any]) -> Any:
    """A bound of infinity says nothing: JSON has no number beyond it."""
    return _LEFT_OUT if isinstance(value, float) and math.isinf(value) else value


def _min_length(_writer: Writer, value: Any, raw: Mapping[str, Any]) -> Any:
    says_nothing = not value or (value == 1 and raw.get("format") == "uri")
    return _LEFT_OUT if says_nothing else value


def _default(writer: Writer, value: Any, raw: Mapping[str, Any]) -> Any:
    return writer.prune(writer.json(value, "default"), raw)


def _examples(writer: Writer, value: Any, raw: Mapping[str, Any]) -> Any:
    value = writer.json(value, "examples")
    return [writer.prune(v, raw) for v in value] if isinstance(value, list) else value


def _values(writer: Writer, value: Any, _raw: Mapping[str, Any]) -> Any:
    return writer.json(value, "enum")


def _value(writer: Writer, value: Any, _raw: Mapping[str, Any]) -> Any:
    return writer.json(value, "const")


def _nothing(_writer: Writer, _value: Any, _raw: Mapping[str, Any]) -> Any:
    return _LEFT_OUT


def _facts(_writer: Writer, value: Any, _raw: Mapping[str, Any]) -> Any:
    return in_order(value) if isinstance(value, Mapping) else value


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
    "$ref": _reference,
    "properties": _properties,
    "patternProperties": _properties,
    "$defs": _properties,
    "items": _below,
    "contains": _below,
    "not": _below,
    "if": _below,
    "then": _below,
    "else": _below,
    "propertyNames": _below,
    "contentSchema": _below,
    "unevaluatedProperties": _below,
    "unevaluatedItems": _below,
    "additionalProperties": _additional,
    "prefixItems": _listed,
    "allOf": _listed,
    "anyOf": _union,
    "oneOf": _union,
    "pattern": _pattern,
    "minimum": _bound,
    "maximum": _bound,
    "exclusiveMinimum": _bound,
    "exclusiveMaximum": _bound,
    "minLength": _min_length,
    "enum": _values,
    "const": _value,
    "default": _default,
    "examples": _examples,
    "discriminator": _nothing,
    KEYWORD: _facts,
}
