"""What is said for people, as docstrings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from modelpact.emit.json_text import json_text
from modelpact.emit.words import deprecation, one_line
from modelpact.graph.nodes import Definition, Member, Property, Words
from modelpact.targets.python.text import docstring

__all__ = ["INDENT", "definition_docstring", "described", "property_docstring", "words_of"]

INDENT: Final = "    "
_LONGEST_EXAMPLE: Final = 60


def definition_docstring(definition: Definition, indent: str) -> str:
    """What is said of a type."""
    words = definition.words
    return docstring(words_of(words.description or words.title, words), indent)


def property_docstring(member: Property) -> str:
    """What is said of a field."""
    words = member.words
    text = words.description or words.title
    if words.deprecated is None and not words.examples:
        return docstring((text,), INDENT) if text else ""
    return docstring((*words_of(text, words), *_examples(words)), INDENT)


def described(code: str, words: str) -> str:
    """Code with a docstring under it, which an empty line sets off from what follows."""
    return f"{code}\n{INDENT}{words}\n" if words else code


def words_of(description: str, said: Words | Member) -> tuple[str, ...]:
    """The paragraphs of a docstring.

    Args:
        description: The first of them; may be empty.
        said: Of what is described, or of the member of an enumeration that is.

    """
    message = deprecation(said.deprecated, said.life)
    if message is None:
        return (description,) if description else ()
    return (description, f"Deprecated: {message}" if message else "Deprecated.")


def _examples(words: Words) -> Iterator[str]:
    texts = [json_text(example) for example in words.examples]
    short = [text for text in texts if len(text) <= _LONGEST_EXAMPLE]
    if short:
        yield f"Example: {one_line(short[0])}"
