"""Durations that every reader of ``format: duration`` takes."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from pydantic import AfterValidator, PlainSerializer, WithJsonSchema

__all__ = ["Duration"]


def _refuse_what_has_no_form(value: timedelta) -> timedelta:
    if value < timedelta(0) or value.microseconds:
        raise ValueError("the duration must be of whole seconds and not negative")
    return value


def _write(value: timedelta) -> str:
    rest = value.seconds
    units = [(rest // 3600, "H"), (rest // 60 % 60, "M"), (rest % 60, "S")]
    used = [place for place, (number, _) in enumerate(units) if number]
    date = f"{value.days}D" if value.days else ""
    if not used:
        return f"P{date}" if date else "PT0S"
    return f"P{date}T" + "".join(
        f"{number}{unit}" for number, unit in units[used[0] : used[-1] + 1]
    )


Duration = Annotated[
    timedelta,
    AfterValidator(_refuse_what_has_no_form),
    PlainSerializer(_write, when_used="json"),
    WithJsonSchema({"type": "string", "format": "duration"}),
]
"""A length of time, written as in RFC 3339, appendix A: ``PT3H30M``.

``format: duration`` means that grammar, which has no sign and no fraction and lets no unit be
skipped. Pydantic by itself would write ``PT1H5S``, which it forbids; this writes ``PT1H0M5S``.
"""
