"""Names: from whatever a schema calls a thing to what a language lets us call it.

Splitting and casing keep the letters of all scripts that Unicode 3.2 knows: that version is the
same in every Python, so names are the same on every machine, and every compiler knows its letters.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from modelpact.emit.characters import code_point

__all__ = [
    "camel_case",
    "escaped",
    "file_stem",
    "identifier",
    "kebab_case",
    "pascal_case",
    "snake_case",
    "type_name",
    "upper_case",
    "words",
]

_UNICODE: Final = unicodedata.ucd_3_2_0
_PLAIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_SEPARATORS: Final = re.compile(r"[^A-Za-z0-9]+")
_HUMPS: Final = re.compile(r"[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z0-9]+|[A-Z]+|[0-9]+")
_NEGATIVE: Final = re.compile(r"-[0-9]")
_BETWEEN_DIGITS: Final = re.compile(r"(?<=[0-9])\0(?=[0-9])")
_CACHE: Final = 8192
_LONGEST_STEM: Final = 100


@lru_cache(_CACHE)
def words(text: str) -> tuple[str, ...]:
    """The words of a name, in their own case; never empty.

    Breaks at everything that is neither letter nor digit, where a capital follows a small letter
    or a digit, and before the last capital of an acronym: ``HTTPServer2Port`` is HTTP, Server2,
    Port. A name without any letter or digit is spelled by its characters' names (``<=`` is
    LESS, THAN, EQUALS), the empty one is ``Empty``.
    """
    return tuple(word for run in _runs(text) for word in _split(run)) or _spelled(text)


def pascal_case(text: str) -> str:
    """``PAST_DUE`` and ``pastDue`` are ``PastDue``; acronyms are words: ``Http``."""
    return _joined(map(_capitalised, words(text)))


def camel_case(text: str) -> str:
    """``user_id`` is ``userId``."""
    first, *others = words(text)
    return _joined([first.lower(), *map(_capitalised, others)])


def snake_case(text: str) -> str:
    """``userId`` is ``user_id``."""
    return "_".join(words(text)).lower()


def upper_case(text: str) -> str:
    """``userId`` is ``USER_ID``."""
    return "_".join(words(text)).upper()


def kebab_case(text: str) -> str:
    """``userId`` is ``user-id``."""
    return "-".join(words(text)).lower()


@lru_cache(_CACHE)
def type_name(text: str) -> str:
    """A type's name as its author wrote it, as far as it can stand: ``AIUsageLog`` stays.

    Only what no language takes is changed: ``Page[User]`` is ``PageUser``, ``user`` is ``User``.
    """
    if _PLAIN.fullmatch(text):
        return text[0].upper() + text[1:]
    parts = _runs(text) or _spelled(text)
    if len(parts) > 1:
        parts = tuple(_capitalised(p) if p.isupper() and len(p) > 1 else p for p in parts)
    return identifier(_joined(part[0].upper() + part[1:] for part in parts))


def identifier(text: str, prefix: str = "_") -> str:
    """A cased name, with a prefix where it starts with what no identifier may start with."""
    return text if text.isidentifier() else prefix + text


def escaped(name: str, keywords: frozenset[str], suffix: str = "_") -> str:
    """A name that is no keyword: ``class`` is ``class_``."""
    return name + suffix if name in keywords else name


@lru_cache(_CACHE)
def file_stem(name: str) -> str:
    """A name for a file or folder: ASCII letters, digits and ``_`` only, 1 to 100 of them.

    File systems differ in how they normalise other letters, so those are spelled by their numbers.
    A long name ends in a digest. Two names may give one stem: see
    :class:`modelpact.emit.scope.Scope`.
    """
    stem = name
    if not _PLAIN.fullmatch(name):
        text = "".join(c if c.isascii() else f"u{code_point(c)}" for c in name)
        stem = _SEPARATORS.sub("_", text).strip("_") or "empty"
    if len(stem) <= _LONGEST_STEM:
        return stem
    mark = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{stem[: _LONGEST_STEM - 13]}_{mark}"


def _joined(parts: Iterable[str]) -> str:
    """Parts without separators, except between digits: ``v1.2`` is not ``v12``."""
    return _BETWEEN_DIGITS.sub("_", "\0".join(parts)).replace("\0", "")


def _capitalised(word: str) -> str:
    return word[0].upper() + word[1:].lower()


def _split(run: str) -> list[str]:
    return _HUMPS.findall(run) if run.isascii() else _split_by_case(run)


def _split_by_case(run: str) -> list[str]:
    """The same as the expression for ASCII, for letters of any script."""
    found = [run[0]]
    for index in range(1, len(run)):
        before, here, after = run[index - 1], run[index], run[index + 1 : index + 2]
        rises = here.isupper() and not before.isupper()
        ends_acronym = here.isupper() and before.isupper() and after.islower()
        if rises or ends_acronym:
            found.append(here)
        else:
            found[-1] += here
    return found


@lru_cache(_CACHE)
def _runs(text: str) -> tuple[str, ...]:
    """The runs of letters and digits."""
    if text.isascii():
        # A sign is part of a number's name: -1 and 1 are two.
        signed = "minus " + text if _NEGATIVE.match(text) else text
        runs = _SEPARATORS.split(signed)
    else:
        normal = _UNICODE.normalize("NFKC", text)
        kept = "".join(c if _is_word(c) else " " for c in normal)
        runs = list(map(_without_leading_marks, kept.split(" ")))
    return tuple(filter(None, runs))


def _is_word(character: str) -> bool:
    if character.isascii():
        return character.isalnum()
    category = _UNICODE.category(character)
    return (category[0] in "LM" or category in {"Nd", "Nl"}) and ("_" + character).isidentifier()


def _without_leading_marks(run: str) -> str:
    return run.lstrip("".join(c for c in run if _UNICODE.category(c)[0] == "M"))


def _spelled(text: str) -> tuple[str, ...]:
    if not text:
        return ("Empty",)
    return tuple(word for character in text[:8] for word in _character_words(character))


def _character_words(character: str) -> tuple[str, ...]:
    if character.isascii() and character.isprintable():
        name = _UNICODE.name(character).removesuffix(" SIGN").removesuffix(" MARK")
        return tuple(_SEPARATORS.split(name))
    return ("U" + code_point(character),)
