"""Documentation comments: every fact that a type does not state."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Final

from modelpact.documents.values import Json
from modelpact.emit.facts import Fact
from modelpact.emit.json_text import json_text
from modelpact.emit.words import lines, one_line, visible, wrapped
from modelpact.graph.nodes import (
    Default,
    Definition,
    Member,
    Property,
    Record,
    TupleType,
    Type,
    Unexpressed,
    UnionType,
)
from modelpact.targets.typescript.text import comment, comment_text

__all__ = ["definition_comment", "member_comment", "property_comment", "record_facts"]

_WIDTH: Final = 77
_SHORT: Final = 60
_TAG: Final = re.compile(r"([\s{*])@")
_CODE: Final = frozenset({"pattern"})


def definition_comment(definition: Definition, facts: Iterable[Fact] = ()) -> str:
    """What is said of a type, for the line before its declaration."""
    words = definition.words
    body = [*_prose(words.title, definition.name), *_text(words.description, _WIDTH)]
    tags = [
        *_fact_tags(facts),
        *_unexpressed(definition.unexpressed),
        *_renamed(definition.renamed_from),
        *_deprecated(words.deprecated),
        *(line for example in words.examples for line in _example(example)),
    ]
    return comment(_with_tags(body, tags))


def property_comment(
    prop: Property, facts: Iterable[Fact], indent: str = "  ", notes: Iterable[str] = ()
) -> str:
    """What is said of a property."""
    words = prop.words
    width = _WIDTH - len(indent)
    body = [*_prose(words.title, prop.name), *_text(words.description, width)]
    body += [*_positions(prop.type), *notes]
    tags = [
        *_fact_tags(facts),
        *_access(prop),
        *_unexpressed(prop.unexpressed),
        *_default(prop.default),
        *_renamed(prop.renamed_from),
        *_deprecated(words.deprecated),
        *(line for example in words.examples for line in _example(example)),
    ]
    return comment(_with_tags(body, tags), indent)


def member_comment(member: Member, indent: str = "  ") -> str:
    """What is said of an enumeration's member."""
    body = _text(member.description, _WIDTH - len(indent))
    return comment(_with_tags(body, list(_deprecated(member.deprecated))), indent)


def _with_tags(body: list[str], tags: list[str]) -> list[str]:
    while body and not body[-1]:
        body.pop()
    return [*body, "", *tags] if body and tags else [*body, *tags]


def _text(text: str, width: int) -> list[str]:
    return [comment_text(line) for line in wrapped(text, width)] if text else []


def _prose(title: str, name: str) -> list[str]:
    """A title is worth a line where it says more than the name does."""
    if not title or _letters(title) == _letters(name):
        return []
    return [comment_text(one_line(title)), ""]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _fact_tags(facts: Iterable[Fact]) -> Iterator[str]:
    """``@minLength 3``; what is about a part of the value is one line a part."""
    parts: dict[str, list[str]] = {}
    for fact in facts:
        text = _code(fact.value) if fact.keyword in _CODE else comment_text(one_line(fact.value))
        if not fact.place:
            yield f"@{fact.keyword} {text}"
        else:
            parts.setdefault(fact.place, []).append(f"{fact.keyword} {text}")
    for place, texts in parts.items():
        yield f"@remarks Of {_part_name(place)}: {', '.join(texts)}."


def _part_name(place: str) -> str:
    *outer, last = place.split(".")
    name = f"position {last}" if last.isdigit() else _PARTS.get(last, last)
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
}


def _code(text: str) -> str:
    fence = "``" if "`" in text else "`"
    code = comment_text(visible(text.replace("\n", "\\n")))
    return f"{fence}{code}{fence}"


def _access(prop: Property) -> Iterator[str]:
    if prop.read_only:
        yield "@remarks Read only: set by the service, ignored when sent to it."
    if prop.write_only:
        yield "@remarks Write only: never sent by the service."


def _unexpressed(demands: Iterable[Unexpressed]) -> Iterator[str]:
    for demand in demands:
        yield f"@remarks Not checked by this type: `{comment_text(one_line(demand.keyword))}`."


def _default(default: Default | None) -> Iterator[str]:
    if default is not None:
        yield f"@defaultValue {_json(default.value)}"


def _renamed(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield f"@remarks Named `{comment_text(one_line(name))}` before."


def _deprecated(message: str | None) -> Iterator[str]:
    if message is not None:
        yield f"@deprecated {comment_text(one_line(message))}".rstrip()


def _json(value: Json) -> str:
    return _json_comment(visible(json_text(value)))


def _json_comment(text: str) -> str:
    """JSON that stays JSON: in its strings a slash and an at-sign may be escaped."""
    return _TAG.sub(r"\1\\u0040", text.replace("*/", "*\\/"))


def _example(value: Json) -> Iterator[str]:
    text = _json(value)
    if len(text) <= _SHORT or not isinstance(value, dict | list | tuple):
        yield f"@example {text}"
        return
    yield "@example"
    yield "```json"
    try:
        pretty = json.dumps(value, indent=2, ensure_ascii=False)
    except TypeError:
        pretty = text
    yield from map(_json_comment, lines(pretty))
    yield "```"


def _positions(type_: Type) -> Iterator[str]:
    """What a tuple's positions mean, where that is said."""
    members = type_.members if isinstance(type_, UnionType) else (type_,)
    for member in members:
        if not isinstance(member, TupleType):
            continue
        for index, item in enumerate(member.items):
            default = f" Default: {_json(item.default.value)}." if item.default else ""
            if item.description or default:
                name = comment_text(one_line(item.label)) or str(index)
                yield f"- `{name}`: {comment_text(one_line(item.description))}{default}"


def record_facts(record: Record) -> Iterator[Fact]:
    """The demands of an object as a whole."""
    if record.extras == "closed":
        yield Fact("", "additionalProperties", "false")
    if record.min_properties:
        yield Fact("", "minProperties", str(record.min_properties))
    if record.max_properties is not None:
        yield Fact("", "maxProperties", str(record.max_properties))
