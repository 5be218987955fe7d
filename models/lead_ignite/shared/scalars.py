r"""Scalar types with the constraints that the product has.

Where there is a choice, a scalar is a string with a pattern, because a pattern is the one check
that every language runs alike: what Pydantic refuses, the published schema refuses, and a value
comes out as it went in. (Pydantic's ``EmailStr`` and ``HttpUrl`` check more than they publish and
rewrite what they read.) Patterns use ``[0-9]`` and never ``\d``, ``\w`` or ``\s``, which mean
different things in different engines.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from modelpact.annotations import Brand

__all__ = [
    "CardLast4",
    "Count",
    "CountryCode",
    "Email",
    "HexColour",
    "Int64Count",
    "LocalTime",
    "LocaleTag",
    "LongText",
    "Name",
    "PhoneNumber",
    "Rate",
    "Sentiment",
    "Slug",
    "Tag",
    "Text",
    "TimeZoneName",
    "VatId",
    "WebUrl",
]

_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_TOP_LABEL = r"[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])"
_HOST = rf"(?:{_LABEL}\.)+{_TOP_LABEL}"
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_URI_PART = r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*"

_MAX_LOCAL_PART = 64
_MAX_SAFE_INTEGER = 2**53 - 1
_MAX_INT64 = 2**63 - 1


def _limit_local_part(email: str) -> str:
    if email.index("@") > _MAX_LOCAL_PART:
        raise ValueError(f"the part before the @ must have at most {_MAX_LOCAL_PART} characters")
    return email


Email = Annotated[
    str,
    Field(
        pattern=rf"^{_ATOM}(?:\.{_ATOM})*@{_HOST}$",
        max_length=254,
        json_schema_extra={"format": "email"},
    ),
    AfterValidator(_limit_local_part),
]
"""An e-mail address: a dot-atom and a host name in ASCII (RFC 5321, 4.1.2). The one limit that the
pattern cannot state, 64 characters before the ``@`` (4.5.3.1.1), is part of ``format: email``."""

WebUrl = Annotated[
    str,
    Field(
        pattern=rf"^https?://{_HOST}(?::[0-9]{{1,5}})?(?:/{_URI_PART})?(?:#{_URI_PART})?$",
        max_length=2048,
        json_schema_extra={"format": "uri"},
    ),
]
"""An absolute http or https URL of a named host (RFC 3986); a query needs a path before it."""

PhoneNumber = Annotated[str, Field(pattern=r"^\+[1-9][0-9]{1,14}$")]
"""A phone number in ITU-T E.164 form: ``+14155550123``."""

CountryCode = Annotated[str, Field(pattern=r"^[A-Z]{2}$"), Brand("CountryCode")]
"""An ISO 3166-1 alpha-2 country code: ``DE``."""

TimeZoneName = Annotated[
    str,
    Field(
        pattern=r"^(?:UTC|[A-Z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9][A-Za-z0-9_+-]*){1,2})$",
        max_length=64,
    ),
    Brand("TimeZoneName"),
]
"""An IANA time zone name: ``UTC``, ``Europe/Berlin``, ``America/Argentina/Buenos_Aires``."""

LocaleTag = Annotated[
    str,
    Field(pattern=r"^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?$"),
    Brand("LocaleTag"),
]
"""A BCP 47 language tag of language, script and region, in recommended case: ``zh-Hant-TW``."""

LocalTime = Annotated[str, Field(pattern=r"^(?:[01][0-9]|2[0-3]):[0-5][0-9]$"), Brand("LocalTime")]
"""A time of day on the wall clock, hours and minutes: ``22:30``. A pattern and not
``format: time``, because that is RFC 3339's and demands an offset from UTC, which a wall clock
does not have."""

HexColour = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]
"""An sRGB colour: ``#1f6feb``."""

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=80)]
"""A name for URLs: lower-case words joined by single hyphens."""

Tag = Annotated[str, Field(min_length=1, max_length=50)]
"""A label that users give to things."""

CardLast4 = Annotated[str, Field(pattern=r"^[0-9]{4}$")]
"""The last four digits of a card or account number; a string, as zeros lead."""

VatId = Annotated[str, Field(pattern=r"^[A-Z]{2}[0-9A-Z]{2,13}$")]
"""A VAT identification number with its country prefix, without spaces: ``DE123456789``."""

Name = Annotated[str, Field(min_length=1, max_length=100)]
"""A name of a person, a company, a team, a thing."""

Text = Annotated[str, Field(min_length=1, max_length=500)]
"""A sentence or two, in characters (code points)."""

LongText = Annotated[str, Field(max_length=100_000)]
"""Text of any usual length; may be empty."""

Count = Annotated[int, Field(ge=0, le=_MAX_SAFE_INTEGER)]
"""How many: an integer that every JSON reader keeps exact (up to 2^53 - 1)."""

Int64Count = Annotated[int, Field(ge=0, le=_MAX_INT64, json_schema_extra={"format": "int64"})]
"""How many, where the numbers are summed over years: up to 2^63 - 1."""

Rate = Annotated[float, Field(ge=0, le=1)]
"""A share of a whole, from 0 to 1."""

Sentiment = Annotated[float, Field(ge=-1, le=1)]
"""How people feel: from -1, hostile, to 1, delighted."""
