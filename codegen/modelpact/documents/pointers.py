"""JSON Pointers (RFC 6901): places inside a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast
from urllib.parse import quote, unquote

from modelpact.documents.values import Json, JsonArray, JsonObject

__all__ = ["ROOT", "Pointer"]


@dataclass(frozen=True, slots=True, order=True)
class Pointer:
    """A path of object keys and array indexes from a document's root.

    ``str(pointer)`` is RFC 6901 text: ``/properties/a~1b``. The root is the empty string.
    """

    tokens: tuple[str | int, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Pointer:
        """Read RFC 6901 text. Tokens stay strings; :meth:`of` accepts digits as indexes.

        Raises:
            ValueError: The text is neither empty nor starts with ``/``.

        """
        if not text:
            return ROOT
        if not text.startswith("/"):
            message = f"a JSON pointer starts with '/': {text!r}"
            raise ValueError(message)
        return cls(tuple(t.replace("~1", "/").replace("~0", "~") for t in text[1:].split("/")))

    @classmethod
    def parse_fragment(cls, fragment: str) -> Pointer:
        """Read the URI fragment form (percent-encoded, without ``#``)."""
        return cls.parse(unquote(fragment))

    def __str__(self) -> str:
        return "".join(
            "/" + str(token).replace("~", "~0").replace("/", "~1") for token in self.tokens
        )

    def __truediv__(self, token: str | int) -> Pointer:
        return Pointer((*self.tokens, token))

    def join(self, *tokens: str | int) -> Pointer:
        """This pointer, some steps further down."""
        return Pointer((*self.tokens, *tokens))

    @property
    def parent(self) -> Pointer:
        """The pointer one step up; the root is its own parent."""
        return Pointer(self.tokens[:-1])

    @property
    def fragment(self) -> str:
        """The URI fragment form: ``#/$defs/User``."""
        return "#" + quote(str(self), safe="/~!$&'()*+,;=:@")

    def of(self, document: Json) -> Json:
        """The value at this place.

        Raises:
            LookupError: There is no such place.

        """
        value = document
        for token in self.tokens:
            value = _step(value, token)
        return value


def _step(value: Json, token: str | int) -> Json:
    if isinstance(value, dict):
        return cast("JsonObject", value)[str(token)]
    if isinstance(value, list | tuple):
        text = str(token)
        if text.isascii() and text.isdigit() and (text == "0" or text[0] != "0"):
            return cast("JsonArray", value)[int(text)]
    raise LookupError(token)


ROOT = Pointer()
