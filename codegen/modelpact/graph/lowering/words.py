"""Words for people, and the small facts that stand beside a type."""

from __future__ import annotations

from datetime import date
from typing import Final, cast

from modelpact.documents.values import Json, JsonObject
from modelpact.graph.nodes import Default, Life, Words

__all__ = ["default_of", "facts_of", "life_of", "texts", "words_of"]

_NO_LIFE: Final = Life()
_NO_WORDS: Final = Words()
_NO_FACTS: Final[JsonObject] = {}
_MORE_WORDS: Final = frozenset({"deprecated", "examples", "x-modelpact"})
_WORD_KEYS: Final = frozenset({"title", "description", "deprecated", "examples", "x-modelpact"})


def facts_of(schema: JsonObject) -> JsonObject:
    """What ``x-modelpact`` says; empty where it says nothing."""
    facts = schema.get("x-modelpact")
    return facts if isinstance(facts, dict) else _NO_FACTS


def words_of(schema: Json, name: str) -> Words:
    """The words of a schema. A title that only repeats the name is noise and left out."""
    if not isinstance(schema, dict) or _WORD_KEYS.isdisjoint(schema):
        return _NO_WORDS
    title = schema.get("title")
    description = schema.get("description")
    if description.__class__ is str and title is None and _MORE_WORDS.isdisjoint(schema):
        return Words("", description)
    examples = schema.get("examples")
    stated = schema.get("deprecated")  # elsewhere a message is common, though it must be a boolean
    message = facts_of(schema).get("deprecated") or stated
    deprecated = stated is True or isinstance(message, str)
    return Words(
        title if isinstance(title, str) and not _repeats(title, name) else "",
        description if isinstance(description, str) else "",
        (message if isinstance(message, str) else "") if deprecated else None,
        tuple(cast("list[Json]", examples)) if isinstance(examples, list | tuple) else (),
        life_of(facts_of(schema)) if deprecated else _NO_LIFE,
    )


def life_of(facts: JsonObject) -> Life:
    """Since when and until when; what is no text, or no day, is not said."""
    since, sunset = facts.get("since"), facts.get("sunset")
    if since is None and sunset is None:
        return _NO_LIFE
    return Life(
        since if isinstance(since, str) else "",
        sunset if isinstance(sunset, str) and _is_day(sunset) else "",
    )


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _repeats(title: str, name: str) -> bool:
    return _letters(title) == _letters(name)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def default_of(schema: Json) -> Default | None:
    """The default that a schema states."""
    if isinstance(schema, dict) and "default" in schema:
        return Default(schema["default"])
    return None


def texts(value: Json) -> tuple[str, ...]:
    """The strings of a list of strings; empty where it is something else."""
    if not isinstance(value, list | tuple):
        return ()
    return tuple(item for item in value if isinstance(item, str))
