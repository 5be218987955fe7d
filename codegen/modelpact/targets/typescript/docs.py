"""Documentation comments: every fact that a type does not state."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Final

from modelpact.documents.values import Json
from modelpact.emit.facts import Fact
from modelpact.emit.json_text import json_text
from modelpact.emit.words import deprecation, lines, one_line, visible, wrapped
from modelpact.graph.nodes import (
    Definition,
    Life,
    Member,
    Property,
    Record,
    TupleItem,
    TupleType,
    Type,
    Unexpressed,
    UnionType,
    Words,
)
from modelpact.targets.typescript.text import comment, comment_text

__all__ = ["definition_comment", "member_comment", "property_comment", "record_facts"]

_WIDTH: Final = 77
_SHORT: Final = 60
_WORDY: Final = frozenset({"format", "contentEncoding", "contentMediaType"})
_TAG: Final = re.compile(r"([\s{])@")


def definition_comment(definition: Definition, facts: Iterable[Fact] = ()) -> str:
    """What is said of a type, for the line before its declaration."""
    body = _prose(definition.words, definition.name, _WIDTH)
    tags = _fact_tags(facts)
    tags += _demand_tags(definition.unexpressed, definition.renamed_from)
    tags += _word_tags(definition.words)
    return comment(_joined(body, tags))


def property_comment(prop: Property, facts: Iterable[Fact], indent: str = "  ") -> str:
    """What is said of a property."""
    body = _prose(prop.words, prop.name, _WIDTH - len(indent))
    if isinstance(prop.type, TupleType | UnionType) and (positions := _positions(prop.type)):
        body += ["", *positions] if body else positions
    tags = _fact_tags(facts) if facts else []
    if prop.read_only:
        tags.append("@remarks Read only: set by the service, ignored when sent to it.")
    if prop.write_only:
        tags.append("@remarks Write only: never sent by the service.")
    if prop.unexpressed or prop.renamed_from:
        tags += _demand_tags(prop.unexpressed, prop.renamed_from)
    if prop.default is not None:
        tags.append(f"@defaultValue {_json(prop.default.value)}")
    if prop.words.examples or prop.words.deprecated is not None:
        tags += _word_tags(prop.words)
    return comment(_joined(body, tags), indent)


def member_comment(member: Member, indent: str = "  ") -> str:
    """What is said of an enumeration's member."""
    body = [comment_text(line) for line in wrapped(member.description, _WIDTH - len(indent))]
    return comment(_joined(body, _deprecated(member.deprecated, member.life)), indent)


def _joined(body: list[str], tags: list[str]) -> list[str]:
    return [*body, "", *tags] if body and tags else body or tags


def _prose(words: Words, name: str, width: int) -> list[str]:
    """Title, where it says more than the name does, and description."""
    body = [comment_text(line) for line in wrapped(words.description, width)]
    if words.title and _letters(words.title) != _letters(name):
        title = comment_text(one_line(words.title))
        return [title, "", *body] if body and title else body or [title] * bool(title)
    return body


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _fact_tags(facts: Iterable[Fact]) -> list[str]:
    """``@minLength 3``; what is about a part of the value is one line a part."""
    tags: list[str] = []
    parts: dict[str, list[str]] = {}
    for place, keyword, value in facts:
        text = _code(value) if keyword == "pattern" else value
        if keyword in _WORDY:
            text = comment_text(one_line(value))
        if place:
            parts.setdefault(place, []).append(f"{keyword} {text}")
        else:
            tags.append(f"@{keyword} {text}")
    tags += [f"@remarks Of {_part_name(p)}: {', '.join(texts)}." for p, texts in parts.items()]
    return tags


def _part_name(place: str) -> str:
    *outer, last = place.split(".")
    last, _, alternative = last.partition("|")
    name = f"position {last}" if last.isdigit() else _PARTS.get(last, last)
    if alternative:
        name += f" (alternative {alternative})"
    return f"{name} of {_part_name('.'.join(outer))}" if outer else name


_PARTS: Final = {
    "items": "the items",
    "keys": "the keys",
    "values": "the values",
    "rest": "further items",
    "string": "strings",
    "number": "numbers",
    "array": "arrays",
    "object": "objects",
    "any": "values",
}


def _code(text: str) -> str:
    fence = "``" if "`" in text else "`"
    code = comment_text(visible(text.replace("\n", "\\n")))
    return f"{fence}{code}{fence}"


def _demand_tags(demands: Iterable[Unexpressed], former_names: Iterable[str]) -> list[str]:
    tags = [
        f"@remarks Not checked by this type: `{comment_text(one_line(demand.keyword))}`."
        for demand in demands
    ]
    tags += [f"@remarks Named `{comment_text(one_line(name))}` before." for name in former_names]
    return tags


def _word_tags(words: Words) -> list[str]:
    tags = _deprecated(words.deprecated, words.life)
    for example in words.examples:
        tags += _example(example)
    return tags


def _deprecated(message: str | None, life: Life) -> list[str]:
    said = deprecation(message, life)
    return [] if said is None else [f"@deprecated {comment_text(said)}".rstrip()]


def _json(value: Json) -> str:
    return _json_comment(visible(json_text(value)))


def _json_comment(text: str) -> str:
    """JSON that stays JSON: in its strings a slash and an at-sign may be escaped."""
    return _TAG.sub(r"\1\\u0040", text.replace("*/", "*\\/"))


def _example(value: Json) -> list[str]:
    text = _json(value)
    if len(text) <= _SHORT or not isinstance(value, dict | list | tuple):
        return [f"@example {text}"]
    try:
        pretty = json.dumps(value, indent=2, ensure_ascii=False)
    except TypeError:  # a number that keeps its digits
        pretty = text
    return ["@example", "```json", *map(_json_comment, lines(pretty)), "```"]


def _positions(type_: Type) -> list[str]:
    """What a tuple's positions mean, where that is said."""
    members = type_.members if isinstance(type_, UnionType) else (type_,)
    return [
        f"- `{comment_text(one_line(item.label)) or index}`: {said}"
        for member in members
        if isinstance(member, TupleType)
        for index, item in enumerate(member.items)
        if (said := _position(item))
    ]


def _position(item: TupleItem) -> str:
    said = [comment_text(one_line(item.description))] if item.description else []
    if item.default is not None:
        said.append(f"Default: {_json(item.default.value)}.")
    return " ".join(said)


def record_facts(record: Record) -> Iterator[Fact]:
    """The demands of an object as a whole."""
    if record.extras == "closed":
        yield Fact("", "additionalProperties", "false")
    if record.min_properties:
        yield Fact("", "minProperties", str(record.min_properties))
    if record.max_properties is not None:
        yield Fact("", "maxProperties", str(record.max_properties))
