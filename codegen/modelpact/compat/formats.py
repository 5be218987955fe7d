"""Asserted formats: what is known of each as a set of strings.

A format is what the validators accept, not what its RFC says, and they are not alike: jsonschema-rs
takes ``.024-01-01`` for a date. It counts as the strings that both accept. For proofs there are
supersets and subsets as patterns, inclusions between formats, and samples of members.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Final

__all__ = ["FormatOracle", "asserted_formats"]

_COMMON: Final = frozenset({"date-time", "email", "hostname", "idn-email", "ipv4", "ipv6"})
_DRAFT4: Final = _COMMON | {"regex", "uri", "date", "time"}
_DRAFT6: Final = _DRAFT4 | {"json-pointer", "uri-reference", "uri-template"}
_DRAFT7: Final = _DRAFT6 | {"idn-hostname", "iri", "iri-reference", "relative-json-pointer"}
_DRAFT201909: Final = _DRAFT7 | {"duration", "uuid"}

_BY_DIALECT: Final[Mapping[str, frozenset[str]]] = {
    "draft4": _DRAFT4,
    "draft6": _DRAFT6,
    "draft7": _DRAFT7,
}


def asserted_formats(dialect: str) -> frozenset[str]:
    """The formats that validators assert in a dialect (by name); others accept every string."""
    return _BY_DIALECT.get(dialect, _DRAFT201909)


_WITHIN: Final[Mapping[str, frozenset[str]]] = {
    "email": frozenset({"idn-email"}),
    "hostname": frozenset({"idn-hostname"}),
    "uri": frozenset({"uri-reference", "iri", "iri-reference"}),
    "iri": frozenset({"iri-reference"}),
    "uri-reference": frozenset({"iri-reference"}),
}
"""Formats that every member of a format has as well."""

_SUPERSETS: Final[Mapping[str, str]] = {
    "date": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    "date-time": (
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?"
        "([Zz]|[+-][0-9]{2}:[0-9]{2})$"
    ),
    "time": "^[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})$",
    "uuid": "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$",
    "ipv4": "^[0-9]{1,3}([.][0-9]{1,3}){3}$",
    "ipv6": "^[0-9A-Fa-f:.]{2,45}$",
    "email": "^[ -~]+@[ -~]+$",
    "idn-email": "^.+@.+$",
    "hostname": "^[0-9A-Za-z.-]{1,255}$",
    "idn-hostname": "^[^\\x00-\\x20@/]+$",
    "duration": "^P[0-9A-Z.,]{2,}$",
    "json-pointer": "^(/|$)",
    "relative-json-pointer": "^[0-9]",
    "uri": "^[A-Za-z][0-9A-Za-z+.-]*:[!-~]*$",
    "iri": "^[A-Za-z][0-9A-Za-z+.-]*:[^\\x00-\\x20]*$",
    "uri-reference": "^[!-~]*$",
    "iri-reference": "^[^\\x00-\\x20]*$",
}

_SUBSETS: Final[Mapping[str, str]] = {
    "uri-reference": "^[0-9A-Za-z_.-]*$",
    "iri-reference": "^[0-9A-Za-z_.-]*$",
    "uri-template": "^[0-9A-Za-z_:@.-]*$",
    "regex": "^[0-9A-Za-z_:@-]*$",
    "idn-email": "^[a-z]{1,9}@[a-z]{1,9}[.]com$",
    "email": "^[a-z]{1,9}@[a-z]{1,9}[.]com$",
}
"""Patterns (ECMA) all of whose strings are members."""

_FORMS: Final[Mapping[str, tuple[str, ...]]] = {
    "email": ("^a{1,64}@(a{50}[.]){0,4}example[.]com$", "^[a-z]{1,64}@([a-z]{1,60}[.]){1,4}com$"),
    "hostname": ("^a{1,60}[.](a{50}[.]){0,3}example[.]com$", "^([a-z]{1,60}[.]){0,4}com$"),
    "uri": ("^https://example[.]com/[a-z/]*$", "^https://a{1,60}[.]example[.]com/[a-z/]*$"),
    "uri-reference": ("^/[a-z/]*$",),
    "date-time": ("^2024-01-01T00:00:00[.][0-9]+Z$",),
    "time": ("^00:00:00[.][0-9]+Z$",),
    "duration": ("^P[1-9][0-9]*D$",),
    "json-pointer": ("^/[a-z/]*$",),
}
"""Patterns (ECMA) of members of many lengths. Candidates only: each word is still asked about.

The first is such that a product with somebody's pattern is small.
"""

_SAMPLES: Final[Mapping[str, tuple[str, ...]]] = {
    "date": ("2024-01-01", "1999-12-31"),
    "date-time": ("2024-01-01T00:00:00Z", "1999-12-31T23:59:59.5+01:00"),
    "time": ("12:00:00Z", "23:59:59.5+01:00"),
    "duration": ("P1D", "PT1H"),
    "email": ("a@example.com", "jane.doe@example.com"),
    "idn-email": ("a@example.com", "jane.doe@example.com", "\u00e9@example.com"),
    "hostname": ("example.com", "a"),
    "idn-hostname": ("example.com", "a", "\u00e9.com"),
    "ipv4": ("127.0.0.1", "192.168.100.200"),
    "ipv6": ("::1", "2001:db8::8a2e:370:7334"),
    "uri": ("https://example.com/", "a:b", "https://example.com/a-longer/path?query=1#fragment"),
    "iri": ("https://example.com/", "a:b", "https://example.com/\u00e9"),
    "uri-reference": ("/a", "https://example.com/", ""),
    "iri-reference": ("/a", "https://example.com/", "", "/\u00e9"),
    "uri-template": ("https://example.com/{id}", "/a"),
    "uuid": ("123e4567-e89b-12d3-a456-426614174000", "00000000-0000-0000-0000-000000000000"),
    "json-pointer": ("/a", ""),
    "relative-json-pointer": ("0", "1/a"),
    "regex": ("a", ""),
}

_NEUTRAL: Final = (
    "a",
    "",
    "abc",
    "0",
    "a b",
    "[",
    "%",
    "a@example.com",
    "example.com",
    "2024-01-01",
)
"""Candidates for strings that must *not* have a format."""


@cache
def _checker(name: str) -> Any:
    """jsonschema-rs for one format. There are few formats, and building one takes a millisecond."""
    import jsonschema_rs

    return jsonschema_rs.Draft202012Validator({"format": name}, validate_formats=True)


class FormatOracle:
    """Answers about formats, with the validators' own checks behind them."""

    __slots__ = ("_known", "_python")

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], bool | None] = {}
        self._python: Any = None

    def has(self, name: str, text: str) -> bool | None:
        """Whether a string has a format; ``None`` where the validators differ."""
        key = (name, text)
        if text in _SAMPLES.get(name, ()):
            return True
        if key not in self._known:
            if len(self._known) > _MEMORY:
                self._known.clear()
            self._known[key] = self._ask(name, text)
        return self._known[key]

    def exclude_each_other(self, formats: Sequence[tuple[str, bool]]) -> bool:
        """Whether a format is asked for, and one that holds all of it is forbidden."""
        forbidden = {name for name, positive in formats if not positive}
        return any(
            positive and (name in forbidden or not forbidden.isdisjoint(_WITHIN.get(name, ())))
            for name, positive in formats
        )

    def samples(self, formats: Sequence[tuple[str, bool]]) -> Iterable[str]:
        """Strings worth trying, nice ones first."""
        for name, positive in formats:
            if positive:
                yield from _SAMPLES.get(name, ())
        yield from _NEUTRAL
        for samples in _SAMPLES.values():
            yield from samples

    def forms(self, formats: Sequence[tuple[str, bool]]) -> list[str]:
        """Patterns (ECMA) of strings that have a format asked for, of many lengths."""
        asked_for = {name for name, positive in formats if positive}
        return [
            form
            for name, forms in _FORMS.items()
            if name in asked_for or not asked_for.isdisjoint(_WITHIN.get(name, ()))
            for form in forms
        ]

    def supersets(self, formats: Sequence[tuple[str, bool]]) -> list[str]:
        """Patterns (ECMA) that hold every string of the formats asked for."""
        return [_SUPERSETS[name] for name, positive in formats if positive and name in _SUPERSETS]

    def subsets(self, formats: Sequence[tuple[str, bool]]) -> list[str]:
        """Patterns (ECMA) that hold no string without the formats forbidden."""
        return [_SUBSETS[name] for name, positive in formats if not positive and name in _SUBSETS]

    def _ask(self, name: str, text: str) -> bool | None:
        try:
            accepted = bool(_checker(name).is_valid(text))
        except ValueError:
            return None  # lone surrogates cannot be handed over
        # What jsonschema-rs refuses is no candidate for a witness: no second opinion is needed.
        return (self._python_accepts(name, text) or None) if accepted else False

    def _python_accepts(self, name: str, text: str) -> bool:
        if self._python is None:
            from jsonschema import Draft202012Validator

            self._python = Draft202012Validator.FORMAT_CHECKER
        if name not in self._python.checkers:
            return True  # its optional package is not installed
        return bool(self._python.conforms(text, name))


_MEMORY: Final = 10_000
