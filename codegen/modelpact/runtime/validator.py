"""A validator: one schema of a contract, and what it says of values."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

import orjson

from modelpact.documents.issues import Issue
from modelpact.runtime.reading import Reader, UnreadableError, flaw_of, read_fast

if TYPE_CHECKING:
    from modelpact.runtime.compiling import Compiled

__all__ = ["ISSUES", "ValidationError", "Validator"]

ISSUES: Final = 100
"""As many issues are told by default."""

_SHOWN: Final = 3
_TEXTS: Final = (bytes, str, bytearray, memoryview)


class ValidationError(ValueError):
    """A value is not valid.

    Attributes:
        document: The name of the schema.
        issues: What is wrong with it; at least one.

    """

    def __init__(self, document: str, issues: tuple[Issue, ...]) -> None:
        self.document = document
        self.issues = issues
        shown = "; ".join(map(str, issues[:_SHOWN]))
        more = len(issues) - _SHOWN
        super().__init__(f"{document}: {shown}" + (f"; and {more} more" if more > 0 else ""))


class Validator:
    """Judges values by one schema. It is compiled when it is first used, once.

    ``bytes``, ``bytearray``, ``memoryview`` and ``str`` are JSON text; everything else is a value
    as ``json.loads`` makes it. For values that may be strings themselves say ``parsed=True``.

    Args:
        name: What the schema is called.
        compile_: Makes the compiled schema.
        reader: Reads JSON text.

    """

    __slots__ = ("_accepts", "_compile", "_compiled", "_loads", "_lock", "_reader", "name")

    def __init__(
        self, name: str, compile_: Callable[[], Compiled], reader: Reader = read_fast
    ) -> None:
        self.name = name
        self._compile = compile_
        self._reader = reader
        # Without a call between: what is amiss is read again, and told.
        self._loads: Callable[[Any], Any] = orjson.loads if reader is read_fast else reader
        self._compiled: Compiled | None = None
        self._accepts: Callable[[Any], bool] = partial(_first, self)
        self._lock = Lock()

    def __repr__(self) -> str:
        return f"<Validator {self.name}>"

    def compile(self) -> Compiled:
        """Compile the schema now rather than with the first value; later calls cost nothing.

        Raises:
            ModelpactError: The schema, or one that it refers to, cannot be used.

        """
        if self._compiled is not None:
            return self._compiled
        with self._lock:
            compiled = self._compiled
            if compiled is None:
                compiled = self._compile()
                self._accepts = compiled.accepts
                self._compiled = compiled
            return compiled

    def validate(self, data: Any, *, parsed: bool = False) -> Any:
        """The value, where it is valid.

        Args:
            data: JSON text, or a value.
            parsed: That it is a value, even if it is a string.

        Raises:
            ValidationError: The text is not JSON, or the value is not valid.
            ModelpactError: The schema cannot be used.

        """
        if type(data) in _TEXTS and not parsed:
            try:
                value = self._loads(data)
                if self._accepts(value):
                    return value
                issues = self.compile().issues(value, ISSUES)
            except ValueError:
                value, issues = self._judge(data, parsed, ISSUES)
        else:
            value, issues = self._judge(data, parsed, ISSUES)
        if issues:
            raise ValidationError(self.name, issues)
        return value

    def is_valid(self, data: Any, *, parsed: bool = False) -> bool:
        """Whether data is JSON and valid; arguments as of :meth:`validate`."""
        if type(data) in _TEXTS and not parsed:
            try:
                return self._accepts(self._loads(data))
            except ValueError:
                pass  # perhaps there is a byte order mark before it
        return not self._judge(data, parsed, 1)[1]

    def issues(self, data: Any, *, parsed: bool = False, limit: int = ISSUES) -> tuple[Issue, ...]:
        """What is wrong with data: nothing, where it is valid; arguments as of :meth:`validate`.

        Args:
            data: JSON text, or a value.
            parsed: That it is a value, even if it is a string.
            limit: No more issues than these are told.

        """
        if type(data) in _TEXTS and not parsed:
            with suppress(ValueError):  # told below
                return self.compile().issues(self._loads(data), limit)
        return self._judge(data, parsed, limit)[1]

    def _judge(self, data: Any, parsed: bool, limit: int) -> tuple[Any, tuple[Issue, ...]]:
        """The value, and what is wrong with it."""
        if parsed or not isinstance(data, _TEXTS):
            flaw = flaw_of(data)
            if flaw:
                return data, (_flawed(flaw),)
            value = data
        else:
            try:
                value = self._reader(data)
            except UnreadableError as error:
                return data, (_flawed(str(error)),)
        compiled = self.compile()
        try:
            return value, () if compiled.accepts(value) else compiled.issues(value, limit)
        except ValueError as error:  # read exactly, a text may have lone surrogates
            return value, (_flawed(flaw_of(value) or str(error)),)


def _flawed(why: str) -> Issue:
    from modelpact.documents.wordings import DEPTH_RULE, TEXT_RULE, wording

    if why == DEPTH_RULE:
        return Issue((), DEPTH_RULE, wording(DEPTH_RULE))
    return Issue((), TEXT_RULE, wording(TEXT_RULE, why))


def _first(validator: Validator, value: Any) -> bool:
    """What a validator asks until its schema is compiled."""
    return validator.compile().accepts(value)
