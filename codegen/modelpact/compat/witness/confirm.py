"""The second opinion: no witness is believed until two validators have seen it.

They are asked about the *original* schemas, offline. See :mod:`.validators`.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from modelpact.compat.policy import FormatPolicy
from modelpact.compat.subjects import Subject
from modelpact.compat.witness.validators import PythonValidator, RustValidator, Validator
from modelpact.documents.values import Json

__all__ = ["Confirmation", "Judgement", "Subject", "Validators", "confirm"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the validators say of one value under one schema.

    Attributes:
        accepted: Their common opinion; ``None`` where they differ or one of them failed.
        reason: Why there is none, one sentence; empty where there is one.

    """

    accepted: bool | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Whether a value is a witness: accepted by the inner schema and refused by the outer one.

    Attributes:
        confirmed: Both validators agree that it is.
        reason: Why not, one sentence.

    """

    confirmed: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.confirmed


class Validators:
    """Compiled validators of the schemas asked about lately.

    Schemas are told apart by identity: one that is changed in place must be given as a new object.
    """

    def __init__(self, capacity: int = 64) -> None:
        self._capacity = capacity
        self._known: OrderedDict[tuple[object, ...], tuple[Subject, Validator]] = OrderedDict()

    def clear(self) -> None:
        """Forget everything."""
        self._known.clear()

    def rust(self, subject: Subject, formats: FormatPolicy) -> RustValidator:
        """jsonschema-rs for a schema.

        Raises:
            ValueError: It refuses the schema.

        """
        validator = self._get(RustValidator, subject, formats)
        assert isinstance(validator, RustValidator)  # noqa: S101 - the key holds the class
        return validator

    def judge(self, subject: Subject, value: Json, formats: FormatPolicy) -> Judgement:
        """What both validators say of a value. Never raises."""
        opinions: list[bool] = []
        for kind in (RustValidator, PythonValidator):
            try:
                opinions.append(self._get(kind, subject, formats).accepts(value))
            except Exception as error:  # noqa: BLE001 - whatever foreign code raises
                return Judgement(None, f"{_NAMES[kind]} failed: {_first_line(error)}")
            except BaseException as error:
                if type(error).__name__ != "PanicException":  # Rust's, no subclass of Exception
                    raise
                return Judgement(None, f"{_NAMES[kind]} failed: {_first_line(error)}")
        if opinions[0] != opinions[1]:
            words = ["accepts" if opinion else "rejects" for opinion in opinions]
            return Judgement(None, f"jsonschema-rs {words[0]} it and jsonschema {words[1]} it")
        return Judgement(opinions[0])

    def confirm(
        self, outer: Subject, inner: Subject, value: Json, formats: FormatPolicy
    ) -> Confirmation:
        """Whether the inner schema accepts a value that the outer one refuses. Never raises."""
        for subject, side, wanted in ((inner, "inner", True), (outer, "outer", False)):
            judgement = self.judge(subject, value, formats)
            if judgement.accepted is None:
                return Confirmation(False, f"of the {side} schema, {judgement.reason}")
            if judgement.accepted is not wanted:
                verb = "reject" if wanted else "accept"
                return Confirmation(False, f"both validators {verb} it by the {side} schema")
        return Confirmation(True)

    def _get(
        self, kind: Callable[..., Validator], subject: Subject, formats: FormatPolicy
    ) -> Validator:
        key = (kind, id(subject.schema), id(subject.resources), subject.uri, formats)
        found = self._known.get(key)
        if found is not None:
            self._known.move_to_end(key)
            return found[1]
        validator = kind(
            subject.schema, uri=subject.uri, resources=subject.resources, formats=formats
        )
        # The subject is kept too: an id is unique only while its object lives.
        self._known[key] = (subject, validator)
        if len(self._known) > self._capacity:
            self._known.popitem(last=False)
        return validator


_NAMES: Final = {RustValidator: "jsonschema-rs", PythonValidator: "jsonschema"}


def _first_line(error: BaseException) -> str:
    lines = str(error).splitlines()
    return lines[0] if lines else type(error).__name__


_SHARED: Final = Validators()


def confirm(  # noqa: PLR0913 - one question; the last three have defaults
    outer: Json,
    inner: Json,
    value: Json,
    *,
    formats: FormatPolicy = "assert",
    resources: Mapping[str, Json] | None = None,
    inner_resources: Mapping[str, Json] | None = None,
) -> Confirmation:
    """Ask two validators whether ``inner`` accepts a value that ``outer`` refuses.

    Args:
        outer: The schema that ought to refuse the value.
        inner: The schema that ought to accept it.
        value: The witness.
        formats: Whether ``format`` restricts values.
        resources: What references may lead to, by URI or relative name.
        inner_resources: The same for ``inner``, where they are not those of ``outer``.

    Returns:
        True in a condition if both validators say so; else it carries the reason.

    """
    theirs = resources if inner_resources is None else inner_resources
    return _SHARED.confirm(
        Subject(outer, resources=resources), Subject(inner, resources=theirs), value, formats
    )
