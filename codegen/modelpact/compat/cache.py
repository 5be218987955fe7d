"""Answers kept between sessions, by what was asked: texts, policy, and the engine's version.

The engine touches no file: whoever may write files gives it an :class:`AnswerCache`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Any, Final, Protocol

from modelpact.compat.policy import Policy

__all__ = ["ENGINE_VERSION", "AnswerCache", "NoCache", "question_key"]

ENGINE_VERSION: Final = 1
"""Raised with every change that may change an answer."""


class AnswerCache(Protocol):
    """A store of answers. Losing one costs time only."""

    def get(self, key: str, /) -> Mapping[str, Any] | None:
        """The fields of a :class:`.engine.Containment` by key."""
        ...

    def put(self, key: str, answer: Any, /) -> None:
        """Keep an answer (a frozen dataclass of JSON values)."""
        ...


class NoCache:
    """Keeps nothing."""

    __slots__ = ()

    def get(self, _key: str) -> Mapping[str, Any] | None:
        """Nothing is known."""
        return None

    def put(self, _key: str, _answer: Any) -> None:
        """Forget it."""


def question_key(texts: Iterable[bytes], policy: Policy, content: str) -> str:
    """A digest of a question."""
    hasher = blake2b(digest_size=20)
    head = f"{ENGINE_VERSION} {policy.formats} {policy.regex} {content}"
    for part in (head.encode(), *texts):
        hasher.update(len(part).to_bytes(8, "big"))
        hasher.update(part)
    return hasher.hexdigest()
